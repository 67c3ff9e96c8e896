/** What reads one message after another, each as if it were the first. */
export interface Reusable {
  /** Forgets what was read. */
  restart(): void;
}

/** Those whose message has ended, for the next ones: to make one takes longer than to read a short message. */
export interface Idle<Reader> {
  take(): Reader;
  /** To be called once for what was taken, by whoever never asks it again. */
  give(reader: Reader): void;
}

export function createIdle<Reader extends Reusable>(make: () => Reader): Idle<Reader> {
  const idle: Reader[] = [];
  return {
    take: () => idle.pop() ?? make(),
    give: (reader) => {
      if (idle.length >= MOST_IDLE) return;
      reader.restart();
      idle.push(reader);
    },
  };
}

const MOST_IDLE = 4;

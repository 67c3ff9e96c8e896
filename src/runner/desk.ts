/** A seat for whoever is next: so many at once, so many who wait, and nobody beyond. */
export interface Desk {
  /** Gives the seat back with what it answers; null when too many wait already. Rejects when `signal` is aborted first. */
  take(signal: AbortSignal): Promise<() => void> | null;
}

export function createDesk(seats: number, places: number): Desk {
  let free = seats;
  const waiting: (() => void)[] = [];
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  const seat = (): (() => void) => {
    let held = true;
    return () => {
      if (held) leave();
      held = false;
    };
  };
  return {
    take: (signal) => {
      if (free > 0) {
        free -= 1;
        return Promise.resolve(seat());
      }
      if (waiting.length >= places) return null;
      return new Promise((called, reject) => {
        const gone = (): void => {
          waiting.splice(waiting.indexOf(sit), 1);
          reject(signal.reason as Error);
        };
        const sit = (): void => {
          signal.removeEventListener('abort', gone);
          called(seat());
        };
        waiting.push(sit);
        signal.addEventListener('abort', gone, { once: true });
      });
    },
  };
}

/** Pieces of an answer on their way to the guard. */
export interface Gather {
  add(piece: Buffer): void;
  /** Passes what waits. */
  flush(): void;
  /** Forgets what waits. */
  drop(): void;
}

/** Milliseconds: a quarter of a frame of a screen. A fast server's answer costs a few writes then, and not one for each token. */
const TOGETHER = 4;
/** Bytes that wait at most. */
const MOST = 65_536;

/** Puts pieces together that come within a few milliseconds of each other. The first, and what comes slowly, passes at once. */
export function createGather(pass: (bytes: Buffer) => void, clock: () => number): Gather {
  let waiting: Buffer[] = [];
  let length = 0;
  let passedAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | null = null;
  const drop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    waiting = [];
    length = 0;
  };
  const flush = (): void => {
    const [first, ...others] = waiting;
    if (first === undefined) return;
    const bytes = others.length === 0 ? first : Buffer.concat(waiting, length);
    drop();
    passedAt = clock();
    pass(bytes);
  };
  return {
    add: (piece) => {
      waiting.push(piece);
      length += piece.length;
      if (length >= MOST || (timer === null && clock() - passedAt >= TOGETHER)) flush();
      else timer ??= setTimeout(flush, TOGETHER);
    },
    flush,
    drop,
  };
}

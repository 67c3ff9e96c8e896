import type { Socket } from 'node:net';

/** What an answer is written to: the caller's connection, or nobody's. */
export interface Reply {
  /** Null: nobody's, or gone. */
  readonly socket: Pick<Socket, 'cork' | 'uncork'> | null;
  readonly headersSent: boolean;
  readonly destroyed: boolean;
  readonly writableEnded: boolean;
  readonly writableFinished: boolean;
  writeHead(status: number, headers: string[]): unknown;
  write(bytes: Uint8Array): boolean;
  write(text: string, encoding: 'latin1'): boolean;
  end(bytes?: Uint8Array | string): unknown;
  on(event: 'close', told: () => void): unknown;
  off(event: 'close', told: () => void): unknown;
  once(event: 'drain', told: () => void): unknown;
}

/** A reply that keeps nothing and is never hung up on. */
export function replyToNobody(): Reply {
  const state = { socket: null, headersSent: false, destroyed: false, writableEnded: false, writableFinished: false };
  return Object.assign(state, {
    writeHead: () => {
      state.headersSent = true;
    },
    write: () => true,
    end: () => {
      state.headersSent = true;
      state.writableEnded = true;
      state.writableFinished = true;
    },
    on: () => {},
    off: () => {},
    once: () => {},
  });
}

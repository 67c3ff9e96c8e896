import type { Readable } from 'node:stream';
import type { Request } from './request-head.ts';

/** Who made a call and waits for its answer. Told of its parts in this order; of a failure instead of what is left. */
export interface Asker {
  head(status: number, headers: readonly string[]): void;
  data(bytes: Buffer): void;
  end(): void;
  failed(why: Failure): void;
}

export interface Failure {
  /**
   * `stale`: the connection was one that had been kept, and ended before anything came, so that another may do. `invalid`:
   * something came that is no answer. `lost`: no connection, or one that ended too early or took too long.
   */
  readonly kind: 'stale' | 'invalid' | 'lost';
  readonly error: Error & { readonly code?: string };
}

/** A call on its way. Whoever asked may let it wait, and give it up; after its end neither does anything. */
export interface Flow {
  pause(): void;
  resume(): void;
  /** The asker is told nothing more, and the server sees the connection end. */
  abort(): void;
}

export interface Question extends Request {
  readonly length: number;
  readonly body: Buffer | Readable;
}

/** Where a call stands. */
export class Asking implements Flow {
  readonly question: Question;
  readonly head: string;
  readonly asker: Asker;
  /** On which connection it is; null: it waits for one, or is over. */
  on: Flow | null = null;
  over = false;

  constructor(question: Question, head: string, asker: Asker) {
    this.question = question;
    this.head = head;
    this.asker = asker;
  }

  pause(): void {
    this.on?.pause();
  }

  resume(): void {
    this.on?.resume();
  }

  abort(): void {
    if (this.over) return;
    this.over = true;
    this.on?.abort();
  }
}

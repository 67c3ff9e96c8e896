import type { Socket } from 'node:net';
import { atEndOfTurn } from '../relaying/end-of-turn.ts';
import { AnswerError, type AnswerHead } from './answer-head.ts';
import { type AnswerParts, AnswerReader } from './answer-reader.ts';
import type { Asking, Failure, Flow } from './asking.ts';
import { type Origin, openSocket } from './open-socket.ts';
import { sendStream, sendWhole } from './send-question.ts';

/** Ticks of the pool, of a second each, after which a connection is given up. */
export interface Patience {
  readonly connect: number;
  /** Until an answer begins: long prompts are read before the first token. */
  readonly begin: number;
  /** Between two pieces of an answer. */
  readonly between: number;
  /** Without a call, where the server names no time of its own. */
  readonly idle: number;
}

/** What a connection belongs to. */
export interface Owner {
  readonly origin: Origin;
  readonly patience: Patience;
  /** How often it has ticked. */
  readonly ticks: () => number;
  /** The connection may carry another call. */
  free(connection: Connection): void;
  gone(connection: Connection): void;
}

/** Seconds by which a server may close earlier than it says, before it sees a call that is on its way. */
const EARLIER = 2;
/** However long a server would keep it. */
const LONGEST_IDLE = 600;

/** One connection to a model server, with one call on it at a time. */
export class Connection implements AnswerParts, Flow {
  readonly #owner: Owner;
  readonly #socket: Socket;
  readonly #reader = new AnswerReader(this);
  #asking: Asking | null = null;
  #head: AnswerHead | null = null;
  #connected = false;
  #answered = false;
  /** Whether the call has begun to go out, and whether all of it has. */
  #begun = true;
  #sent = true;
  #paused = false;
  #ended = false;
  #dead = false;
  /** The tick at which something moved last. */
  #since: number;
  #idle: number;

  constructor(owner: Owner) {
    this.#owner = owner;
    this.#since = owner.ticks();
    this.#idle = owner.patience.idle;
    const socket = openSocket(owner.origin, (bytes) => this.#take(bytes));
    this.#socket = socket;
    socket.once(owner.origin.secure ? 'secureConnect' : 'connect', () => {
      this.#connected = true;
      this.#moved();
    });
    socket.on('end', () => this.#closed());
    socket.on('error', (error) => this.#fail(error, 'ended'));
    socket.on('close', () => {
      this.#fail(new Error('the connection was closed'), 'ended');
      owner.gone(this);
    });
  }

  get dead(): boolean {
    return this.#dead;
  }

  carry(asking: Asking): void {
    this.#asking = asking;
    this.#moved();
    this.#head = null;
    this.#reader.expect();
    asking.on = this;
    const { body, length } = asking.question;
    if (Buffer.isBuffer(body)) {
      this.#begun = false;
      atEndOfTurn(() => {
        if (this.#asking !== asking) return;
        this.#begun = true;
        sendWhole(this.#socket, asking.head, body);
      });
      return;
    }
    this.#sent = false;
    this.#socket.write(asking.head, 'latin1');
    sendStream(this.#socket, { body, length, moved: () => this.#moved() }, (failure) => {
      if (this.#asking !== asking) return;
      if (failure === null) this.#sent = true;
      else this.#fail(failure, 'lost');
    });
  }

  pause(): void {
    this.#paused = true;
    this.#socket.pause();
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#moved();
    this.#socket.resume();
  }

  abort(): void {
    this.#drop();
  }

  /** A second went by. */
  tick(): void {
    const waited = this.#owner.ticks() - this.#since;
    const { connect, begin, between } = this.#owner.patience;
    if (this.#asking === null) {
      if (waited > this.#idle) this.#destroy();
    } else if (!this.#paused) {
      const most = !this.#connected ? connect : this.#head === null ? begin : between;
      if (waited > most) this.#fail(new Error('the model server takes too long'), 'lost');
    }
  }

  /** Nobody needs it any longer. */
  close(): void {
    this.#fail(new Error('the gateway stops'), 'lost');
  }

  head(head: AnswerHead): void {
    this.#head = head;
    this.#asking?.asker.head(head.status, head.headers);
  }

  data(bytes: Buffer): void {
    this.#asking?.asker.data(bytes);
  }

  end(): void {
    this.#ended = true;
  }

  /** Gives whether more may come now. */
  #take(bytes: Buffer): boolean {
    if (this.#asking === null || !this.#begun) {
      // Nobody asked for it: what stands in it must not answer the next call.
      this.#fail(new Error('the model server sent what nobody asked for'), 'ended');
      return false;
    }
    this.#moved();
    let taken: number;
    try {
      taken = this.#reader.take(bytes);
    } catch (error) {
      this.#fail(
        error instanceof Error ? error : new Error(String(error)),
        error instanceof AnswerError ? 'invalid' : 'lost',
      );
      return false;
    }
    if (this.#ended) this.#finish(taken === bytes.length);
    return !this.#paused && !this.#dead;
  }

  #moved(): void {
    this.#since = this.#owner.ticks();
  }

  #closed(): void {
    if (this.#asking !== null && this.#reader.close()) this.#finish(false);
    else this.#fail(new Error('the model server closed the connection'), 'ended');
  }

  /** `clean`: nothing came behind the answer. */
  #finish(clean: boolean): void {
    const [asking, head] = [this.#asking, this.#head];
    this.#asking = null;
    this.#ended = false;
    this.#answered = true;
    this.resume();
    // Who answers before the whole call has come may take the rest of it for another.
    const keeps = clean && head?.keeps === true && this.#sent && this.#socket.writableLength === 0;
    this.#idle = keeps ? idleFor(head, this.#owner.patience.idle) : 0;
    if (this.#idle <= 0) this.#destroy();
    if (!this.#sent) destroyBody(asking);
    if (asking !== null && !asking.over) {
      asking.over = true;
      asking.on = null;
      asking.asker.end();
    }
    if (!this.#dead) this.#owner.free(this);
  }

  /** `ended`: the connection did. */
  #fail(error: Error, how: 'ended' | 'invalid' | 'lost'): void {
    const asking = this.#asking;
    const stale = this.#answered && !this.#reader.begun && Buffer.isBuffer(asking?.question.body);
    this.#drop();
    if (asking === null || asking.over) return;
    asking.over = true;
    asking.on = null;
    const kind: Failure['kind'] = how !== 'ended' ? how : stale ? 'stale' : 'lost';
    asking.asker.failed({ kind, error });
  }

  #drop(): void {
    destroyBody(this.#asking);
    this.#asking = null;
    this.#destroy();
  }

  #destroy(): void {
    this.#dead = true;
    this.#socket.destroy();
  }
}

function idleFor({ keepsFor }: AnswerHead, otherwise: number): number {
  return keepsFor === null ? otherwise : Math.min(LONGEST_IDLE, keepsFor / 1_000 - EARLIER);
}

function destroyBody(asking: Asking | null): void {
  const body = asking?.question.body;
  if (body !== undefined && !Buffer.isBuffer(body)) body.destroy();
}

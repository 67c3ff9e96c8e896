import { type Asker, Asking, type Failure, type Flow, type Question } from './asking.ts';
import { Connection, type Owner, type Patience } from './connection.ts';
import { type Origin, originOf, type UpstreamTls } from './open-socket.ts';
import { requestHead } from './request-head.ts';

export interface PoolOptions {
  /** At most so many connections; further calls wait for one. */
  readonly connections: number;
  readonly patience: Patience;
  /** Missing: as the system has it. */
  readonly tls?: UpstreamTls;
}

/** Connections to one model server, kept from call to call. */
export class Pool implements Owner {
  readonly origin: Origin;
  readonly patience: Patience;
  readonly #most: number;
  readonly #open = new Set<Connection>();
  /** The one that was used last is used first: it is the least likely to have been closed. */
  #idle: Connection[] = [];
  readonly #waiting = new Set<Asking>();
  #ticks = 0;
  #closed = false;
  readonly ticks = (): number => this.#ticks;

  constructor(origin: string, { connections, patience, tls }: PoolOptions) {
    this.origin = originOf(origin, tls);
    this.#most = connections;
    this.patience = patience;
  }

  /** Sends a call. What could be read as more than one fails at once. */
  ask(question: Question, asker: Asker): Flow {
    const head = requestHead(question, this.origin.host, question.length);
    const asking = new Asking(question, head ?? '', asker);
    if (head === null || this.#closed) {
      asking.over = true;
      asker.failed(lost(this.#closed ? 'the gateway stops' : 'this cannot be sent as a request'));
    } else this.#place(asking);
    return asking;
  }

  free(connection: Connection): void {
    const next = this.#nextWaiting();
    if (next === undefined) this.#idle.push(connection);
    else connection.carry(next);
  }

  gone(connection: Connection): void {
    this.#open.delete(connection);
    const at = this.#idle.indexOf(connection);
    if (at >= 0) this.#idle.splice(at, 1);
    const next = this.#nextWaiting();
    if (next !== undefined) this.#place(next);
  }

  /** A second went by. */
  tick(): void {
    this.#ticks++;
    for (const connection of this.#open) connection.tick();
  }

  /** One that was kept was dead: the others were kept as long. */
  forgetIdle(): void {
    const idle = this.#idle;
    this.#idle = [];
    for (const connection of idle) connection.close();
  }

  close(): void {
    this.#closed = true;
    for (const asking of this.#waiting) asking.asker.failed(lost('the gateway stops'));
    this.#waiting.clear();
    for (const connection of this.#open) connection.close();
  }

  #place(asking: Asking): void {
    let connection = this.#idle.pop();
    while (connection?.dead === true) connection = this.#idle.pop();
    if (connection === undefined && this.#open.size < this.#most) {
      connection = new Connection(this);
      this.#open.add(connection);
    }
    if (connection === undefined) this.#wait(asking);
    else connection.carry(asking);
  }

  #wait(asking: Asking): void {
    this.#waiting.add(asking);
    asking.on = { pause: () => {}, resume: () => {}, abort: () => void this.#waiting.delete(asking) };
  }

  #nextWaiting(): Asking | undefined {
    const [next] = this.#waiting;
    if (next !== undefined) this.#waiting.delete(next);
    return next;
  }
}

function lost(why: string): Failure {
  return { kind: 'lost', error: new Error(why) };
}

import type { Problem, Usage } from '../../wire/surface.ts';
import type { Call } from '../call.ts';
import { STOP_MESSAGES, type Stop } from '../live.ts';

/** How an exchange ended. */
export interface Ended {
  readonly status: number;
  readonly code: string | null;
  readonly usage: Usage | null;
  readonly found: readonly string[];
  /** When the server's first byte came, by the clock; null when none did. */
  readonly firstByteAt?: number | null;
}

/** Nobody answered, and nothing went out: somebody else may be asked. What the caller is told when nobody else can. */
export interface Yielded {
  readonly yielded: Problem;
  /** No server was even asked: each of them rests. */
  readonly untried: boolean;
  /** Seconds, as the server said. */
  readonly retryAfter: number | null;
}

/** Why an answer ends in the middle, though its server did not break it off. */
export type Broken = 'upstream_invalid' | 'gateway_fault' | Stop;

/** What the caller is told of it. */
export function brokenBy(why: Broken): Problem {
  switch (why) {
    case 'upstream_invalid':
      return { status: 502, code: why, message: 'the answer could not be read' };
    case 'gateway_fault':
      return { status: 500, code: why, message: 'the answer could not be read' };
    case 'release_killed':
    case 'admission_expired':
    case 'attestation_expired':
      return { status: 403, code: why, message: STOP_MESSAGES[why] };
  }
}

/** The answer on its way: pieces and their end. What comes out of it goes to the caller. May throw: `broke` is for that. */
export interface Relay {
  /** Whether it may hold something back, and wants to be asked to `look`. */
  readonly holds: boolean;
  /** Takes a piece. `pause` asks the server to wait. */
  data(chunk: Buffer, flow: { pause(): void; resume(): void }): 'more' | 'enough';
  /** All has come, and somebody is asked about it before the end. Missing: nobody is. */
  asks?(): Promise<void>;
  /** The server is done, or broke off. */
  end(cut: boolean): void;
  /** Time went by: what is held too long is judged. */
  look(): 'more' | 'enough';
  /** The answer cannot be read, or we broke over it: the caller must not take it for a whole one. */
  broke(why: Broken): void;
  /** The answer so far, told once it is over. */
  ended(): Ended;
}

/** How an answer begins. */
export interface Head {
  readonly status: number;
  readonly type: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
}

/** Answers in the caller's own shape, when nothing was answered yet. */
export function fail(call: Call, status: number, code: string, message: string): Ended {
  return failWith(call, { status, code, message }, NO_HEADERS);
}

/** The server's refusal in the caller's shape, with what else it said that the caller should hear: when to come back. */
export function passRefusal(call: Call, { status, headers }: Head, message: string): Ended {
  return failWith(call, { status, code: 'upstream_error', message }, headers);
}

function failWith({ response, surface, requestId }: Call, problem: Problem, headers: Head['headers']): Ended {
  const { status, code } = problem;
  if (!response.headersSent && !response.destroyed) {
    const body = Buffer.from(JSON.stringify(surface.errorBody(problem)));
    const own = ['content-type', 'application/json', 'content-length', String(body.length), 'x-request-id', requestId];
    response.writeHead(status, [...headers.filter((_, at) => headers[at - (at % 2)] !== 'content-type'), ...own]);
    response.end(body);
  }
  return { status, code, usage: null, found: [] };
}

const NO_HEADERS: readonly string[] = [];

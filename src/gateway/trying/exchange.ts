import type { Problem } from '../../wire/surface.ts';
import type { Call } from '../call.ts';
import { isProven } from '../live.ts';
import { type Ended, fail, type Yielded } from '../relaying/relay.ts';
import { sentTo } from '../relaying/sent.ts';
import type { Replica } from '../snapshot.ts';
import { type ExchangeWorld, OneTry, stoppedBefore } from './one-try.ts';
import { unreachable } from './unanswered.ts';

/** How many more servers a call may be sent to when the first does not even take it. */
const MORE_TRIES = 1;

/** Sends a call to a server and its answer to the caller. Settles when all is over; never rejects. */
export function exchange(call: Call, world: ExchangeWorld): Promise<Ended | Yielded> {
  if (world.isKilled(call.release.id)) return Promise.resolve(stoppedBefore(call, 'release_killed'));
  return new Promise((resolve) => attempt(call, world, NONE_TRIED, resolve));
}

const NONE_TRIED: ReadonlySet<Replica> = new Set();

function attempt(
  call: Call,
  world: ExchangeWorld,
  before: ReadonlySet<Replica>,
  resolve: (ended: Ended | Yielded) => void,
): void {
  const { upstreams } = world;
  const proven = provenOf(call.release.replicas, world.now);
  const replica = upstreams.pick(proven, before, call.yields);
  if (replica === undefined) {
    resolve(unserved(call, proven.length === 0 ? NOBODY : UNREACHABLE, before.size));
    return;
  }
  const sent = sentTo(call, replica);
  if (typeof sent === 'string') {
    resolve(fail(call, 400, 'not_translatable', sent));
    return;
  }
  const one = new OneTry(call, replica, sent, world, (ended) => {
    if (!('notTaken' in ended)) {
      resolve(ended);
      return;
    }
    const again = before.size < MORE_TRIES && !call.response.destroyed;
    if (again && upstreams.mayRetry()) attempt(call, world, new Set(before).add(replica), resolve);
    else resolve(unserved(call, ended.notTaken, before.size + 1));
  });
  one.begin();
  // What the guard changed stands nowhere else.
  if (!call.changed) call.body.letGo();
}

/** Servers of which it is known, now, what they loaded; those that an operator answers for as well. */
function provenOf(replicas: readonly Replica[], now: () => Date): readonly Replica[] {
  if (replicas.every(({ attestedUntil }) => attestedUntil === null)) return replicas;
  const at = now().getTime();
  return replicas.filter((replica) => isProven(replica, at));
}

function unserved(call: Call, problem: Problem, tried: number): Ended | Yielded {
  if (call.yields) return { yielded: problem, untried: tried === 0, retryAfter: null };
  return fail(call, problem.status, problem.code, problem.message);
}

const NOBODY = { status: 503, code: 'no_upstream', message: 'no model server is known to serve this release' };
const UNREACHABLE = unreachable(new Error());

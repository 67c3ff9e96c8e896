import { type Asked, admitCall } from '../admit-call.ts';
import { type AdmittedCall, callOf, guardInput, RefusedCall, refuse } from '../call.ts';
import type { Lease, Limiter } from '../limits/limiter.ts';
import { costOf, wantedOf } from '../limits/wanted.ts';
import type { ReadCall } from '../reading/read-call.ts';
import type { Ended, Yielded } from '../relaying/relay.ts';
import { sentTo } from '../relaying/sent.ts';
import { exchange } from './exchange.ts';
import type { ExchangeWorld } from './one-try.ts';

/** The call on the channels that its own falls back to, as far as this caller may use them and their models are admitted. */
export function fallbacksOf({ channel }: AdmittedCall, asked: Asked, read: ReadCall): readonly AdmittedCall[] {
  if (channel.fallbacks.length === 0) return NOBODY;
  return channel.fallbacks.flatMap((name) => {
    try {
      return [admitCall(asked, read, name)];
    } catch (error) {
      if (error instanceof RefusedCall) return [];
      throw error;
    }
  });
}

const NOBODY: readonly AdmittedCall[] = [];

/** What is told of a call, whoever answers it. */
interface Told {
  channel: string | null;
  fallbackFrom: string | null;
  release: string | null;
  stream: boolean;
  found: readonly string[];
}

interface World extends ExchangeWorld {
  readonly limiter: Limiter;
}

/**
 * Makes the first of these calls, within its limits and past the guard; the next when nobody can answer it and nothing went
 * out yet. Each stands under its own channel's limits and guard, and all under those of the key. Throws RefusedCall.
 */
export async function exchangeOrFallBack(
  world: World,
  calls: readonly AdmittedCall[],
  { at, told }: { readonly at: Date; readonly told: Told },
): Promise<Ended> {
  const leases: Lease[] = [];
  let [changed, answering, usage] = [false, calls[0], null as Ended['usage']];
  let failed: Yielded | null = null;
  // Before the guard changes what names the user.
  const wanted = calls.map((call, place) => wantedOf(call, at, place > 0));
  try {
    for (let place = 0; place < calls.length; place++) {
      const call = calls[place];
      const asks = wanted[place];
      if (call === undefined || asks === undefined) break;
      if (place === 0) tell(told, call);
      else if (!canBeSaid(call)) continue;
      const taking = world.limiter.take(asks);
      const lease = taking instanceof Promise ? await taking : taking;
      if ('limit' in lease) {
        if (place > 0) continue;
        refuse(429, 'rate_limit_exceeded', `${lease.limit} of ${lease.scope} are used up`, lease.retryAfter);
      }
      leases.push(lease);
      // Limits come first: guarding costs more than counting.
      const guarding = inputPast(call, place > 0);
      const guarded = guarding instanceof Promise ? await guarding : guarding;
      if (guarded === null) continue;
      changed ||= guarded.changed;
      if (place > 0) tell(told, call);
      if (guarded.types.length > 0) told.found = [...told.found, ...guarded.types];
      if (call.response.destroyed) break;
      const ended = await exchange(callOf(call, changed, place + 1 < calls.length), world);
      if (!('yielded' in ended)) {
        answering = call;
        ({ usage } = ended);
        return ended;
      }
      failed ??= ended;
    }
    const [first] = calls;
    if (first === undefined || failed === null || !failed.untried) return unanswered(failed);
    // It rests while others can be asked. None could.
    const ended = await exchange(callOf(first, changed, false), world);
    if ('yielded' in ended) return unanswered(ended);
    ({ usage } = ended);
    Object.assign(told, { channel: first.channel.name, release: first.release.id, fallbackFrom: null });
    return ended;
  } finally {
    const cost =
      usage === null || answering === undefined ? null : costOf(answering.channel.price, usage, answering.units);
    for (const lease of leases) lease.settle(cost);
  }
}

/** Null: another channel's policy stops the call, and so it is none to fall back to. */
function inputPast(call: AdmittedCall, mayNot: boolean) {
  try {
    const guarding = guardInput(call);
    return guarding instanceof Promise ? guarding.catch((error: unknown) => passedBy(error, mayNot)) : guarding;
  } catch (error) {
    return passedBy(error, mayNot);
  }
}

function passedBy(error: unknown, mayNot: boolean): null {
  if (mayNot && error instanceof RefusedCall) return null;
  throw error;
}

function canBeSaid(call: AdmittedCall): boolean {
  return call.release.replicas.some((replica) => typeof sentTo(callOf(call, false, false), replica) !== 'string');
}

function tell(told: Told, { channel, release, stream }: AdmittedCall): void {
  if (told.channel !== null) told.fallbackFrom ??= told.channel;
  told.channel = channel.name;
  told.release = release.id;
  told.stream = stream;
}

/** What the first that was asked failed with. */
function unanswered(failed: Yielded | null): never {
  if (failed === null) throw new RefusedCall({ status: 499, code: 'caller_gone', message: 'the caller hung up' });
  throw new RefusedCall(failed.yielded, failed.retryAfter);
}

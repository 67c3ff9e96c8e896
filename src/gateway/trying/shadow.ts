import type { GatewayCall } from '../../contract/gateway.ts';
import { type Asked, admitCall } from '../admit-call.ts';
import { type AdmittedCall, callOf, GuardedCall, guardInput, RefusedCall } from '../call.ts';
import type { ReadCall } from '../reading/read-call.ts';
import type { Ended } from '../relaying/relay.ts';
import { replyToNobody } from '../relaying/reply.ts';
import { exchange } from './exchange.ts';
import type { ExchangeWorld } from './one-try.ts';

/** Copies at once, of which each holds a body: more are dropped. */
const AT_ONCE = 8;
/** Bytes of a body that is copied; a larger one is not. */
const LARGEST = 256 * 1024;
/** Calls under way, above which the gateway has better things to do. */
const BUSY = 256;

/** Sends copies of calls to another channel. Nobody gets their answers: they are guarded, measured, and forgotten. */
export interface Shadows {
  /** A call has been answered in full; a copy of it goes out now, if its channel wants one and there is room. */
  after(call: AdmittedCall, asked: Asked, read: ReadCall): void;
}

interface World extends ExchangeWorld {
  readonly record: (call: GatewayCall) => void;
  readonly random: () => number;
  readonly dropped: (channel: string) => void;
  /** Calls that are under way now. */
  readonly busy: () => number;
}

/** A copy begins when the answer to its call is over, so that it can neither change nor delay it. */
export function createShadows(world: World): Shadows {
  let open = 0;
  return {
    after: ({ channel: { shadow } }, asked, read) => {
      if (shadow === null || world.random() * 100 >= shadow.share) return;
      const fits = read.upload === null && read.body.characters <= LARGEST;
      if (!fits || open >= AT_ONCE || world.busy() > BUSY) return world.dropped(shadow.to);
      open++;
      void send(world, shadow.to, asked, read).finally(() => {
        open--;
      });
    },
  };
}

async function send(world: World, to: string, asked: Asked, read: ReadCall): Promise<void> {
  const [at, started] = [world.now(), world.clock()];
  let call: AdmittedCall | null = null;
  let found: readonly string[] = [];
  let ended: Ended;
  try {
    call = admitCall(unbound({ ...asked, at, response: replyToNobody() }), read, to);
    // Its own channel's guard, over what the first one let pass.
    found = (await guardInput(call)).types;
    const got = await exchange(callOf(call, true, false), world);
    ended = 'yielded' in got ? { ...UNANSWERED, status: got.yielded.status, code: got.yielded.code } : got;
  } catch (error) {
    if (!(error instanceof RefusedCall)) world.fault(error);
    const { status, code } = error instanceof RefusedCall ? error.problem : { status: 500, code: 'gateway_fault' };
    ended = { ...UNANSWERED, status, code, found: error instanceof GuardedCall ? error.found : [] };
  }
  const { status, code, usage, firstByteAt = null } = ended;
  world.record({
    at: at.toISOString(),
    requestId: asked.requestId,
    surface: asked.surface.id,
    key: asked.grant.name,
    channel: to,
    fallbackFrom: null,
    shadow: true,
    release: call?.release.id ?? null,
    stream: read.stream,
    consent: null,
    status,
    code,
    milliseconds: world.clock() - started,
    firstByte: firstByteAt === null ? null : firstByteAt - started,
    inputTokens: usage?.input ?? null,
    outputTokens: usage?.output ?? null,
    found: [...new Set([...found, ...ended.found])],
    trace: null,
  });
}

/** The operator sends it, not the caller: it goes where the caller's key may not, and to no release that they named. */
function unbound(asked: Asked): Asked {
  return { ...asked, mayPin: false, grant: { ...asked.grant, channels: null, surfaces: null } };
}

const UNANSWERED: Ended = { status: 0, code: null, usage: null, found: [] };

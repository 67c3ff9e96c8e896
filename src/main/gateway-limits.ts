import type { GatewayConfig } from '../domain/gateway.ts';
import type { Limiter } from '../gateway/limits/limiter.ts';
import { createLimiter } from '../gateway/limits/local.ts';
import { createSharedLimiter } from '../gateway/limits/shared.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { Clock } from '../ports/clock.ts';

interface OpenLimiter {
  readonly limiter: Limiter;
  close(): Promise<void>;
}

/** Milliseconds between two complaints that the shared limits are lost. */
const QUIET = 10_000;

/** Limits of this process, or those that all gateways share. Throws `gateway-invalid` when those cannot be reached. */
export async function openLimiter(
  { sharedLimits }: GatewayConfig,
  world: {
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly clock: Clock;
    readonly onFault: (error: unknown) => void;
  },
): Promise<OpenLimiter> {
  const { env, clock, onFault } = world;
  const local = createLimiter(() => clock.monotonic());
  if (sharedLimits === null) return { limiter: local, close: async () => {} };
  const { urlFrom, whenLost } = sharedLimits;
  const url = env[urlFrom];
  if (url === undefined || url === '')
    throw new WeighbridgeError('gateway-invalid', `${urlFrom} is not set, and sharedLimits needs it`);
  let told = Number.NEGATIVE_INFINITY;
  const onLost = (cause: unknown): void => {
    if (clock.monotonic() - told < QUIET) return;
    told = clock.monotonic();
    const meanwhile = whenLost === 'local' ? 'this gateway counts alone' : 'calls with limits are refused';
    onFault(new WeighbridgeError('limits-lost', `the server at ${urlFrom} is lost: ${meanwhile}`, { cause }));
  };
  const { connectRedis } = await import('../adapters/redis/script-runner.ts');
  try {
    const runner = await connectRedis(url, onLost);
    const limiter = createSharedLimiter({ runner, meanwhile: whenLost === 'local' ? local : null, onLost });
    return { limiter, close: () => runner.close() };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : 'it does not answer';
    throw new WeighbridgeError('gateway-invalid', `the server at ${urlFrom} cannot be reached: ${why}`, { cause });
  }
}

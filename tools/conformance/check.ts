import type { Client } from './clients.ts';
import type { World } from './world.ts';

/** One thing that must hold for a client. */
export interface Check {
  readonly what: string;
  /** Throws when it does not hold. */
  run(client: Client, world: World): Promise<void>;
}

/** Waits for what another process does. */
export async function until(done: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (done()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`it did not come to it: ${what}`);
}

/** What a call fails with. Throws when it does not fail. */
export async function failureOf(
  call: Promise<unknown>,
): Promise<{ readonly status: unknown; retryAfter: string | null }> {
  const given = await call.then(
    () => null,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
  if (given === null) throw new Error('the call succeeded');
  const { status, headers } = given as { status?: unknown; headers?: unknown };
  return { status, retryAfter: headers instanceof Headers ? headers.get('retry-after') : null };
}

import { setTimeout as wait } from 'node:timers/promises';
import type { ControlParts } from '../app/control/parts.ts';
import { deliverNext } from '../app/control/telling/deliver.ts';

/** Longer than a receiver may take to answer, so that no two tell it the same at once. Milliseconds. */
const LEASE = 60_000;
const POLL = 500;

/** Tells webhooks what was done, one after the other; several servers may do so on one database. */
export function startDeliveries(
  parts: Pick<ControlParts, 'store' | 'clock' | 'poster'>,
  log: (line: string) => void,
): { stop(): Promise<void> } {
  const stopper = new AbortController();
  const loop = async (): Promise<void> => {
    while (!stopper.signal.aborted) {
      const now = parts.clock.now();
      const due = await parts.store.takeWebhook(now, new Date(now.getTime() + LEASE)).catch(told(log));
      if (due !== null) await deliverNext(parts, due).catch(told(log));
      else await wait(POLL, undefined, { signal: stopper.signal }).catch(() => {});
    }
  };
  const ended = loop();
  return {
    stop: async () => {
      stopper.abort();
      await parts.poster.close();
      await ended;
    },
  };
}

function told(log: (line: string) => void): (error: unknown) => null {
  return (error) => {
    log(`webhooks: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  };
}

import { createHmac } from 'node:crypto';
import { type Delivery, PATIENCE, type Webhook } from '../../../domain/webhook.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { printable } from '../../../kernel/printable.ts';
import type { DueWebhook } from '../../../ports/control/webhooks.ts';
import type { Books } from '../../../ports/control-store.ts';
import type { ControlParts } from '../parts.ts';
import { eventIn, type ToldEvent } from './events.ts';

/** Milliseconds until a webhook with nothing to tell is looked at again. */
const IDLE = 1_000;
/** Entries of the log that are looked through at once. */
const CHUNK = 200;

type DeliverParts = Pick<ControlParts, 'store' | 'clock' | 'poster'>;
type Known = Webhook & { readonly secret: string };

/**
 * Tells a webhook the next act, once it is due. An act counts as told when the receiver answered 2xx, so that one may be told
 * twice, under the same `webhook-id`, and none is left out. False when there was nothing to tell.
 */
export async function deliverNext(parts: DeliverParts, due: DueWebhook): Promise<boolean> {
  const next = await parts.store.within(due.organisation, (books) => nextFor(parts, books, due.id));
  if (next === null) return false;
  const { webhook, event } = next;
  const delivery = await tried(parts, due.organisation, webhook, event);
  await parts.store.within(due.organisation, async ({ webhooks }) => {
    const now = await webhooks.byId(due.id);
    await webhooks.addDelivery(due.id, delivery);
    // Who ended it, or another worker that took over, has the last word.
    if (now?.state !== 'active' || now.position > event.position) return;
    await webhooks.change(after(now, delivery, parts.clock.now()));
  });
  return delivery.failure === null;
}

async function nextFor(
  { clock }: DeliverParts,
  { webhooks, audit }: Books,
  id: string,
): Promise<{ readonly webhook: Known; readonly event: ToldEvent } | null> {
  const webhook = await webhooks.byId(id);
  if (webhook?.state !== 'active') return null;
  const entries = await audit.since(webhook.position, CHUNK);
  for (const entry of entries) {
    const event = eventIn(entry, webhook.kinds);
    if (event !== null) return { webhook, event };
  }
  const position = (entries.at(-1)?.position ?? webhook.position - 1) + 1;
  const wait = entries.length === CHUNK ? 0 : IDLE;
  await webhooks.change({ ...webhook, position, nextAt: new Date(clock.now().getTime() + wait).toISOString() });
  return null;
}

async function tried(
  { clock, poster }: DeliverParts,
  organisation: string,
  webhook: Known,
  { position, kind, subject, at, detail }: ToldEvent,
): Promise<Delivery> {
  const now = clock.now();
  const body = JSON.stringify({ type: kind, timestamp: at, data: { organisation, position, subject, detail } });
  const headers = { ...signed(webhook, position, body, now), 'content-type': 'application/json' };
  const told = { position, at: now.toISOString() };
  try {
    const status = await poster.post(webhook.url, headers, body);
    return { ...told, status, failure: status >= 200 && status < 300 ? null : `answered ${status}` };
  } catch (error) {
    if (!(error instanceof WeighbridgeError)) throw error;
    return { ...told, status: null, failure: printable(`${error.message} [${error.code}]`).slice(0, 500) };
  }
}

/** As Standard Webhooks 1.0 has it (github.com/standard-webhooks): HMAC-SHA-256 over id, time and body. */
function signed({ id, secret }: Known, position: number, body: string, now: Date): Readonly<Record<string, string>> {
  const message = `${id}-${position}`;
  const seconds = String(Math.floor(now.getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const mac = createHmac('sha256', key).update(`${message}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': message, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${mac}` };
}

function after(webhook: Webhook, { position, failure }: Delivery, now: Date): Webhook {
  if (failure === null) return { ...webhook, position: position + 1, failures: 0, nextAt: now.toISOString() };
  const failures = webhook.failures + 1;
  const minutes = PATIENCE[failures - 1];
  if (minutes === undefined) return { ...webhook, failures, state: 'stopped' };
  return { ...webhook, failures, nextAt: new Date(now.getTime() + minutes * 60_000).toISOString() };
}

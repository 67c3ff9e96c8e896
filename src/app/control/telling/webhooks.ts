import type { WEBHOOK_OPERATIONS } from '../../../contract/control/operations/webhooks.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import type { Webhook } from '../../../domain/webhook.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { type Desk, record } from '../parts.ts';
import { pageOf } from '../shown.ts';
import type { UseCases } from '../use-case.ts';
import { listEvents } from './events.ts';

export const WEBHOOKS: UseCases<typeof WEBHOOK_OPERATIONS> = {
  'event.list': listEvents,
  'webhook.list': async ({ books }, input) => pageOf(await books.webhooks.list(input), shown),
  'webhook.add': addWebhook,
  'webhook.resume': async (desk, { webhook }) => changed(desk, webhook, 'active'),
  'webhook.end': async (desk, { webhook }) => changed(desk, webhook, 'ended'),
  'webhook.deliveries': async (desk, { webhook }) => {
    await webhookBy(desk, webhook);
    return { items: [...(await desk.books.webhooks.deliveries(webhook))] };
  },
};

async function addWebhook(desk: Desk, { url, kinds }: ParsedInputOf<'webhook.add'>): Promise<OutputOf<'webhook.add'>> {
  const { parts, books, now } = desk;
  parts.poster.check(url);
  const secret = `whsec_${Buffer.from(parts.mint.secret(), 'base64url').toString('base64')}`;
  const webhook: Webhook = {
    id: parts.mint.id(),
    url,
    kinds,
    createdAt: now.toISOString(),
    // What is done from now on; that it was added is told to nobody.
    position: (await books.audit.head()).size,
    failures: 0,
    state: 'active',
    nextAt: now.toISOString(),
  };
  await books.webhooks.add(webhook, secret);
  await record(desk, 'webhook.add', webhook.id, { kinds });
  return { ...shown(webhook), secret };
}

async function changed(desk: Desk, id: string, state: 'active' | 'ended'): Promise<OutputOf<'webhook.end'>> {
  const before = await webhookBy(desk, id);
  const webhook: Webhook = { ...before, state, failures: 0, nextAt: desk.now.toISOString() };
  await desk.books.webhooks.change(webhook);
  await record(desk, state === 'ended' ? 'webhook.end' : 'webhook.resume', id);
  return shown(webhook);
}

async function webhookBy({ books }: Desk, id: string): Promise<Webhook> {
  const webhook = await books.webhooks.byId(id);
  if (webhook === null || webhook.state === 'ended') throw new WeighbridgeError('webhook-not-found', id);
  return webhook;
}

function shown({ id, url, kinds, state, failures, position, createdAt, nextAt }: Webhook): OutputOf<'webhook.end'> {
  return { id, url, kinds: [...kinds], state, failures, position, createdAt, nextAt };
}

import { z } from 'zod';
import type { Delivery, Webhook } from '../../../domain/webhook.ts';
import type { WebhookBook } from '../../../ports/control/webhooks.ts';
import { beforeOf, moment, pageOf, place } from '../columns.ts';
import type { Sql } from '../sql.ts';

const WEBHOOK = 'id, url, kinds, created_at, position::text as position, failures, state, next_at, place';
const ADD = `insert into webhooks (organisation, id, url, kinds, created_at, position, failures, state, next_at, secret)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const LIST = `select ${WEBHOOK} from webhooks where place < $1 and state <> 'ended' order by webhooks.place desc limit $2`;
const BY_ID = `select ${WEBHOOK}, secret from webhooks where id = $1 for update`;
const CHANGE =
  'update webhooks set position = $2, failures = $3, state = $4, next_at = $5, leased_until = null where id = $1';
const DELIVERED = `insert into deliveries (organisation, webhook, position, at, status, failure) values ($1, $2, $3, $4, $5, $6)`;
/** Of those that went before, so many are kept. */
const FORGET = `delete from deliveries where webhook = $1 and place <=
  (select place from deliveries where webhook = $1 order by place desc offset 500 limit 1)`;
const DELIVERIES =
  'select position::text as position, at, status, failure from deliveries where webhook = $1 order by place desc limit 200';

const webhookRow = z.object({
  id: z.string(),
  url: z.string(),
  kinds: z.array(z.string()),
  created_at: moment,
  position: place,
  failures: z.number(),
  state: z.enum(['active', 'stopped', 'ended']),
  next_at: moment,
  place,
});
const secretRow = webhookRow.extend({ secret: z.string() });
const deliveryRow = z.object({
  position: place,
  at: moment,
  status: z.number().nullable(),
  failure: z.string().nullable(),
});

export function webhookBook(sql: Sql, organisation: string): WebhookBook {
  return {
    add: async ({ id, url, kinds, createdAt, position, failures, state, nextAt }, secret) =>
      void (await sql.run(ADD, [organisation, id, url, kinds, createdAt, position, failures, state, nextAt, secret])),
    list: async (wanted) =>
      pageOf(await sql.rows(webhookRow, LIST, [beforeOf(wanted), wanted.limit + 1]), wanted, webhookIn),
    byId: async (id) => {
      const [row] = await sql.rows(secretRow, BY_ID, [id]);
      return row === undefined ? null : { ...webhookIn(row), secret: row.secret };
    },
    change: async ({ id, position, failures, state, nextAt }) =>
      void (await sql.run(CHANGE, [id, position, failures, state, nextAt])),
    addDelivery: async (webhook, { position, at, status, failure }: Delivery) => {
      await sql.run(DELIVERED, [organisation, webhook, position, at, status, failure]);
      await sql.run(FORGET, [webhook]);
    },
    deliveries: async (webhook) =>
      (await sql.rows(deliveryRow, DELIVERIES, [webhook])).map((row) => ({ ...row, position: Number(row.position) })),
  };
}

function webhookIn({ id, url, kinds, state, failures, ...row }: z.output<typeof webhookRow>): Webhook {
  const when = { createdAt: row.created_at, nextAt: row.next_at };
  return { id, url, kinds, state, failures, position: Number(row.position), ...when };
}

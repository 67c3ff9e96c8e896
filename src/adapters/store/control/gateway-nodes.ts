import { z } from 'zod';
import { FORGOTTEN_AFTER, type ServedChannel } from '../../../domain/gateway-node.ts';
import type { GatewayNodeBook } from '../../../ports/control/gateway-nodes.ts';
import { moment } from '../columns.ts';
import type { Sql } from '../sql.ts';

const SILENT = '(extract(epoch from clock_timestamp() - seen_at) * 1000)::float8';
const ALL = `select name, started_at, seen_at, ${SILENT} as silent, channels from gateway_nodes
  where ${SILENT} < ${FORGOTTEN_AFTER} order by name`;
const TELL = `insert into gateway_nodes (organisation, name, started_at, seen_at, channels)
  values ($1, $2, $3, clock_timestamp(), $4)
  on conflict (organisation, name) do update set started_at = $3, seen_at = clock_timestamp(), channels = $4`;
const FORGET = `delete from gateway_nodes where ${SILENT} > ${FORGOTTEN_AFTER}`;
const LEAVE = 'delete from gateway_nodes where name = $1';

const nodeRow = z.object({
  name: z.string(),
  started_at: moment,
  seen_at: moment,
  silent: z.number(),
  channels: z.string(),
});

export function gatewayNodeBook(sql: Sql, organisation: string): GatewayNodeBook {
  return {
    all: async () =>
      (await sql.rows(nodeRow, ALL, [])).map(({ name, started_at, seen_at, silent, channels }) => ({
        name,
        startedAt: started_at,
        seenAt: seen_at,
        silent,
        // Written by us.
        channels: JSON.parse(channels) as ServedChannel[],
      })),
    tell: async (name, startedAt, channels) => {
      await sql.run(TELL, [organisation, name, startedAt, JSON.stringify(channels)]);
      await sql.run(FORGET, []);
    },
    leave: async (name) => void (await sql.run(LEAVE, [name])),
  };
}

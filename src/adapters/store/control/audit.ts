import { z } from 'zod';
import { apart, type Frontier, grow, joined } from '../../../audit/frontier.ts';
import { leafHash } from '../../../audit/hashing.ts';
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import type { Json } from '../../../kernel/json.ts';
import type { AuditBook, AuditHead, KeptCheckpoint } from '../../../ports/control/audit.ts';
import type { Sql } from '../sql.ts';
import { forget, seal, unseal } from './person-keys.ts';

const HEAD = 'select origin, size::text, peaks from audit_heads';
/** Reading the last place and then adding forks a log, unless one writer at a time does both: this waits for its turn. */
const LOCKED_HEAD = `${HEAD} for update`;
const FIRST_HEAD = `insert into audit_heads (organisation, origin, size, peaks)
  values ($1, 'weighbridge/' || $1 || '/' || gen_random_uuid(), 0, '') on conflict do nothing`;
const APPEND = `with entry as (insert into audit_entries (organisation, position, entry) values ($1, $2, $3)),
  node as (insert into audit_nodes (organisation, position, hashes) values ($1, $2, $4))
  update audit_heads set size = $5, peaks = $6`;
const NODES = 'insert into audit_nodes (organisation, position, hashes) values ($1, $2, $3)';
const MOVE = 'update audit_heads set size = $1, peaks = $2';
const SINCE = `select position::text, entry, coalesce(hashes, '') as hashes from audit_entries left join audit_nodes using (organisation, position)
  where position >= $1 order by audit_entries.position limit $2`;
const HASHES = 'select position::text, hashes from audit_nodes where position = any($1::bigint[])';
const CHECKPOINTS = 'select size::text, note from audit_checkpoints order by audit_checkpoints.size';
const CHECKPOINTS_FROM =
  'select size::text, note from audit_checkpoints where size >= $1 order by audit_checkpoints.size limit $2';
const LAST_CHECKPOINT = 'select size::text, note from audit_checkpoints order by audit_checkpoints.size desc limit 1';
const KEEP =
  'insert into audit_checkpoints (organisation, size, note, made_at) values ($1, $2, $3, $4) on conflict do nothing';
const COSIGNATURES = 'select line from audit_cosignatures where size = $1 order by witness';
const COSIGN = `insert into audit_cosignatures (organisation, size, witness, line, signed_at) values ($1, $2, $3, $4, $5)
  on conflict do nothing`;

const bytes = z.instanceof(Uint8Array);
const headRow = z.object({ origin: z.string(), size: z.string(), peaks: bytes });
const entryRow = z.object({ position: z.string(), entry: z.string(), hashes: bytes });
const hashRow = z.object({ position: z.string(), hashes: bytes });
const checkpointRow = z.object({ size: z.string(), note: z.string() });
const lineRow = z.object({ line: z.string() });

/** How many entries are read at once where a log of before there were hashes is caught up with. */
const CHUNK = 1000;

/** Entries as canonical JSON: their UTF-8 is what the log's hashes are over. */
export function auditBook(sql: Sql, organisation: string): AuditBook {
  const since: AuditBook['since'] = async (position, limit) =>
    (await sql.rows(entryRow, SINCE, [position, limit])).map((row) => ({
      position: Number(row.position),
      entry: row.entry,
      completed: row.hashes,
    }));
  return {
    append: async (entry, about) => {
      const head = await lockedHead(sql, organisation, since);
      const written = about === undefined ? entry : { ...entry, about: await seal(sql, organisation, about) };
      const text = canonicalJson(written as unknown as Json);
      const { frontier, completed } = grow(head, leafHash(Buffer.from(text, 'utf8')));
      const moved = [frontier.size, joined(frontier.peaks)];
      await sql.run(APPEND, [organisation, head.size, text, joined(completed), ...moved]);
    },
    since,
    head: async () => {
      const [row] = await sql.rows(headRow, HEAD, []);
      return row === undefined ? lockedHead(sql, organisation, since) : headIn(row);
    },
    hashesOf: async (positions) =>
      new Map((await sql.rows(hashRow, HASHES, [positions])).map((row) => [Number(row.position), row.hashes])),
    checkpoints: async () => (await sql.rows(checkpointRow, CHECKPOINTS, [])).map(checkpointIn),
    checkpointsFrom: async (size, limit) =>
      (await sql.rows(checkpointRow, CHECKPOINTS_FROM, [size, limit])).map(checkpointIn),
    lastCheckpoint: async () => (await sql.rows(checkpointRow, LAST_CHECKPOINT, [])).map(checkpointIn)[0] ?? null,
    keepCheckpoint: async ({ size, note }, at) => void (await sql.run(KEEP, [organisation, size, note, at])),
    cosignatures: async (size) => (await sql.rows(lineRow, COSIGNATURES, [size])).map(({ line }) => line),
    addCosignature: async (size, witness, line, at) =>
      void (await sql.run(COSIGN, [organisation, size, witness, line, at])),
    personalText: (entry) => unseal(sql, entry),
    forgetPerson: (person) => forget(sql, person),
  };
}

async function lockedHead(sql: Sql, organisation: string, since: AuditBook['since']): Promise<AuditHead> {
  const [row] = await sql.rows(headRow, LOCKED_HEAD, []);
  if (row !== undefined) return headIn(row);
  await sql.run(FIRST_HEAD, [organisation]);
  const [first] = await sql.rows(headRow, LOCKED_HEAD, []);
  const head = first === undefined ? { origin: '', size: 0, peaks: [] } : headIn(first);
  return { ...head, ...(await caughtUp(sql, organisation, head, since)) };
}

/** Hashes the entries that were written before the log was a tree. */
async function caughtUp(sql: Sql, organisation: string, head: Frontier, since: AuditBook['since']): Promise<Frontier> {
  let frontier = head;
  for (;;) {
    const entries = await since(frontier.size, CHUNK);
    if (entries.length === 0) break;
    for (const { position, entry } of entries) {
      const grown = grow(frontier, leafHash(Buffer.from(entry, 'utf8')));
      frontier = grown.frontier;
      await sql.run(NODES, [organisation, position, joined(grown.completed)]);
    }
  }
  if (frontier.size > head.size) await sql.run(MOVE, [frontier.size, joined(frontier.peaks)]);
  return frontier;
}

function checkpointIn({ size, note }: z.output<typeof checkpointRow>): KeptCheckpoint {
  return { size: Number(size), note };
}

function headIn({ origin, size, peaks }: z.output<typeof headRow>): AuditHead {
  return { origin, size: Number(size), peaks: apart(peaks) };
}

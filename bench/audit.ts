import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../src/adapters/database/embedded.ts';
import { controlStoreOn } from '../src/adapters/store/control-store.ts';
import { openDatabase } from '../src/adapters/store/open-database.ts';
import type { Database } from '../src/adapters/store/sql.ts';
import { rootOf } from '../src/audit/frontier.ts';
import { leafHash } from '../src/audit/hashing.ts';
import { includes } from '../src/audit/proofs.ts';
import { hashOfRange, inclusionRanges, subtreesOf } from '../src/audit/ranges.ts';
import { type LoggedEntry, verifyLog } from '../src/audit/verify.ts';
import type { ControlStore } from '../src/ports/control-store.ts';
import { median } from './pairs.ts';

/**
 * The audit log at 100,000 entries, next to plain inserts of the same texts in the same table without a tree: a transaction
 * an entry as acts are written, and a hundred a transaction. Then a proof, and the verification of all of it.
 */
const ENTRIES = 100_000;
const ORGANISATION = 'bench';
const PLAIN = 'insert into plain_entries (organisation, position, entry) values ($1, $2, $3)';
const entryOf = (at: number) => ({
  at: '2026-11-28T00:00:00.000Z',
  actor: 'somebody',
  act: 'request.open',
  subject: `request-${at}`,
  detail: { owner: 'somebody', role: 'deployer' },
});

const folder = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'weighbridge-bench-'));
chmodSync(folder, 0o711);
const embedded = await startEmbedded(folder, { allowRoot: true });
const database = await openDatabase(embedded.url);
const store = controlStoreOn(database);
try {
  await store.within(ORGANISATION, (books) => books.found(new Date()));
  await database.transaction({ organisation: ORGANISATION }, (sql) =>
    sql.run(
      'create table plain_entries (organisation text not null, position bigint not null, entry text not null, primary key (organisation, position))',
      [],
    ),
  );
  const places = { tree: 0, plain: 0 };
  const single = await inTurn(7, 300, 1, places);
  const batched = await inTurn(7, 2_000, 100, places);
  while (places.tree < ENTRIES) await append(store, places, Math.min(1_000, ENTRIES - places.tree), 100);
  const proof = await proofTimes(store);
  const verified = await verification(store);
  const plainRead = await readPlain(database, places);
  console.log(
    [
      `Audit log of ${ENTRIES} entries, Node ${process.version}`,
      '',
      '| what | median of ratios to plain inserts | an entry |',
      '| --- | ---: | ---: |',
      `| append, a transaction each | ${median(single.ratios).toFixed(2)} | ${median(single.tree).toFixed(2)} ms, plain ${median(single.plain).toFixed(2)} ms |`,
      `| append, a hundred a transaction | ${median(batched.ratios).toFixed(2)} | ${median(batched.tree).toFixed(2)} ms, plain ${median(batched.plain).toFixed(2)} ms |`,
      `| proof of one entry, checked | ${(median(proof) / median(single.plain)).toFixed(2)} | ${median(proof).toFixed(2)} ms |`,
      `| verification of all | ${(verified.milliseconds / ENTRIES / median(single.plain)).toFixed(3)} | ${verified.milliseconds.toFixed(0)} ms in all, ${(verified.milliseconds / plainRead).toFixed(2)} times reading the plain rows |`,
      '',
      `Memory while it verified: ${verified.grownMB.toFixed(0)} MB more than before, over ${ENTRIES} entries; ${verified.halfMB.toFixed(0)} MB over the first half.`,
    ].join('\n'),
  );
} finally {
  await database.close();
  await embedded.stop();
  rmSync(folder, { recursive: true, force: true });
}

interface Places {
  tree: number;
  plain: number;
}

/** Both in turn, so that a machine whose speed drifts is unkind to both. Milliseconds an entry. */
async function inTurn(rounds: number, count: number, batch: number, places: Places) {
  const [tree, plain]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round++) {
    const a = await timed(() => insert(database, places, count, batch));
    const b = await timed(() => append(store, places, count, batch));
    if (round > 0) {
      plain.push(a / count);
      tree.push(b / count);
    }
  }
  return { tree, plain, ratios: tree.map((each, at) => each / (plain[at] ?? Number.NaN)) };
}

async function append(books: ControlStore, places: Places, count: number, batch: number): Promise<void> {
  for (let done = 0; done < count; done += batch)
    await books.within(ORGANISATION, async ({ audit }) => {
      for (let at = 0; at < Math.min(batch, count - done); at++) await audit.append(entryOf(places.tree++));
    });
}

async function insert(into: Database, places: Places, count: number, batch: number): Promise<void> {
  for (let done = 0; done < count; done += batch)
    await into.transaction({ organisation: ORGANISATION }, async (sql) => {
      for (let at = 0; at < Math.min(batch, count - done); at++) {
        const place = places.plain++;
        await sql.run(PLAIN, [ORGANISATION, place, JSON.stringify(entryOf(place))]);
      }
    });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function proofTimes(books: ControlStore): Promise<readonly number[]> {
  const times: number[] = [];
  for (let at = 0; at < 200; at++) {
    const position = (at * 7_919) % ENTRIES;
    times.push(
      await timed(() =>
        books.within(ORGANISATION, async ({ audit }) => {
          const head = await audit.head();
          const ranges = inclusionRanges(position, head.size);
          const hashes = await audit.hashesOf(ranges.flatMap((range) => subtreesOf(range).map(({ last }) => last)));
          const [entry] = await audit.since(position, 1);
          const path = ranges.map((range) => hashOfRange(range, hashes));
          const leaf = leafHash(Buffer.from(entry?.entry ?? '', 'utf8'));
          if (!includes({ size: head.size, root: rootOf(head) }, position, leaf, path)) throw new Error('no proof');
        }),
      ),
    );
  }
  return times;
}

async function verification(books: ControlStore) {
  let [halfMB, peak] = [0, 0];
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  async function* entries(): AsyncIterable<LoggedEntry> {
    for (let from = 0; from < ENTRIES; from += 1_000) {
      const some = await books.within(ORGANISATION, ({ audit }) => audit.since(from, 1_000));
      for (const { position, entry, completed } of some)
        yield { position, entry: Buffer.from(entry, 'utf8'), completed };
      peak = Math.max(peak, process.memoryUsage().rss - before);
      if (from === ENTRIES / 2) halfMB = peak / 1e6;
    }
  }
  const start = performance.now();
  const { size, problems } = await verifyLog(entries(), []);
  if (size !== ENTRIES || problems.length > 0) throw new Error('the log does not hold');
  return { milliseconds: performance.now() - start, grownMB: peak / 1e6, halfMB };
}

/** As many rows as the log has, read a thousand at a time from the table without a tree. */
async function readPlain(from: Database, { plain }: Places): Promise<number> {
  const { z } = await import('zod');
  const row = z.object({ position: z.string(), entry: z.string() });
  const select =
    'select position::text, entry from plain_entries where position >= $1 order by plain_entries.position limit 1000';
  let read = 0;
  const spent = await timed(async () => {
    for (let at = 0; at < plain; at += 1_000)
      read += (await from.transaction({ organisation: ORGANISATION }, (sql) => sql.rows(row, select, [at]))).length;
  });
  return (spent / read) * ENTRIES;
}

import type { AdvisoryUpdate, AdvisoryUpdateInput, EcosystemUpdate } from '../../contract/advisories.ts';
import type { Caller } from '../../contract/caller.ts';
import type { Advisory, IndexedEcosystem } from '../../domain/advisory.ts';
import type { Ecosystem } from '../../domain/dependency.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Change } from '../../ports/advisory-feed.ts';
import { openModel } from '../open-model.ts';
import type { Parts } from '../parts.ts';
import { addRecord, archiveRecords, folderRecords, noRecords, type Records } from './records.ts';

/** Models are Python's business; other ecosystems are indexed when they are asked for. */
const FIRST: readonly Ecosystem[] = ['PyPI'];
/** Past so many changes the archive is quicker than one request each. */
const CHANGES = 1500;
/** Records fetched before they are written: what a call that is cut off may lose. */
const BATCH = 250;
const AT_ONCE = 8;

/** Brings the index up to date, from a feed or from files at hand. Throws WeighbridgeError; what was written before stays. */
export async function updateAdvisories(
  parts: Parts,
  input: AdvisoryUpdateInput,
  caller: Caller,
): Promise<AdvisoryUpdate> {
  if (input.from !== null) return fromFiles(parts, input, input.from, caller);
  const state = await parts.advisories.state();
  const indexed = state.map(({ ecosystem }) => ecosystem);
  const wanted = input.ecosystems.length > 0 ? input.ecosystems : indexed.length > 0 ? indexed : FIRST;
  const ecosystems: EcosystemUpdate[] = [];
  const problems: AdvisoryUpdate['problems'][number][] = [];
  for (const ecosystem of wanted) {
    const before = input.whole ? undefined : state.find((one) => one.ecosystem === ecosystem);
    const done = await fromFeed(parts, ecosystem, before, caller);
    ecosystems.push(done.update);
    problems.push(...done.problems);
  }
  return { ecosystems, problems };
}

interface Fed {
  readonly update: EcosystemUpdate;
  readonly problems: AdvisoryUpdate['problems'];
}

async function fromFeed(
  parts: Parts,
  ecosystem: Ecosystem,
  before: IndexedEcosystem | undefined,
  caller: Caller,
): Promise<Fed> {
  if (before === undefined) return whole(parts, ecosystem, caller);
  caller.progress.start('resolve');
  const changes = await parts.feed.changes(ecosystem, before.newest, caller.signal);
  caller.progress.end(`${ecosystem}: ${changes.length} changes`);
  return changes.length > CHANGES ? whole(parts, ecosystem, caller) : changed(parts, ecosystem, changes, caller);
}

async function whole(parts: Parts, ecosystem: Ecosystem, caller: Caller): Promise<Fed> {
  caller.progress.start('download');
  const at = parts.clock.now().toISOString();
  let done = 0;
  const archive = await parts.feed.archive(ecosystem, {
    signal: caller.signal,
    onBytes: (bytes) => {
      done += bytes;
      caller.progress.update({ done, total: done, unit: 'bytes', note: ecosystem });
    },
  });
  try {
    const records = await archiveRecords(archive, `${ecosystem}/all.zip`, caller.signal);
    const state = await written(parts, ecosystem, records.advisories, { whole: true, at, source: parts.feed.name });
    caller.progress.end(`${ecosystem}: ${state.advisories} advisories`);
    return { update: { ecosystem, read: records.advisories.length, how: 'whole', state }, problems: records.problems };
  } finally {
    await archive.close();
  }
}

async function changed(parts: Parts, ecosystem: Ecosystem, changes: readonly Change[], caller: Caller): Promise<Fed> {
  caller.progress.start('download');
  const at = parts.clock.now().toISOString();
  const problems: AdvisoryUpdate['problems'][number][] = [];
  let read = 0;
  let state: IndexedEcosystem | null = null;
  // Oldest first and batch by batch: wherever this ends, what is written is all there was until then.
  for (let from = 0; from < changes.length || state === null; from += BATCH) {
    const batch = changes.slice(from, from + BATCH);
    const records = await fetched(parts, ecosystem, batch, caller);
    problems.push(...records.problems);
    read += records.advisories.length;
    const last = from + BATCH >= changes.length;
    state = await written(parts, ecosystem, records.advisories, {
      whole: false,
      // Only the last batch makes it as new as today.
      at: last ? at : (batch.at(-1)?.modified ?? at),
      source: parts.feed.name,
    });
    caller.progress.update({ done: Math.min(from + BATCH, changes.length), total: changes.length, unit: 'files' });
  }
  caller.progress.end(`${ecosystem}: ${read} records`);
  return { update: { ecosystem, read, how: 'changes', state }, problems };
}

async function fetched(parts: Parts, ecosystem: Ecosystem, batch: readonly Change[], caller: Caller): Promise<Records> {
  const records = noRecords();
  const waiting = batch.values();
  const lane = async (): Promise<void> => {
    for (const { id } of waiting) addRecord(records, id, await parts.feed.record(ecosystem, id, caller.signal));
  };
  const lanes = await Promise.allSettled(Array.from({ length: AT_ONCE }, lane));
  for (const one of lanes) if (one.status === 'rejected') throw one.reason;
  return records;
}

async function fromFiles(
  parts: Parts,
  { whole: replace }: AdvisoryUpdateInput,
  from: string,
  caller: Caller,
): Promise<AdvisoryUpdate> {
  caller.progress.start('read');
  const model = await openModel(parts.sources, from, caller);
  try {
    const records = await folderRecords(model, caller.signal);
    if (records.advisories.length === 0) throw new WeighbridgeError('advisories-invalid', reasonFor(from, records));
    const found = new Set(records.advisories.flatMap(({ affected }) => affected.map(({ ecosystem }) => ecosystem)));
    const ecosystems: EcosystemUpdate[] = [];
    for (const ecosystem of found) {
      const own = records.advisories.filter(({ affected }) => affected.some((one) => one.ecosystem === ecosystem));
      // Files may be old: they make the index no newer than what they tell of.
      const at = newestOf(own);
      const state = await written(parts, ecosystem, own, { whole: replace, at, source: from });
      ecosystems.push({ ecosystem, read: own.length, how: replace ? 'whole' : 'changes', state });
    }
    caller.progress.end(`${records.advisories.length} advisories`);
    return { ecosystems, problems: records.problems };
  } finally {
    await model.close();
  }
}

function reasonFor(from: string, { problems, others }: Records): string {
  const [first] = problems;
  if (first !== undefined) return `${from}: ${first.name}: ${first.why}`;
  return others > 0 ? `${from}: its ${others} records are about other ecosystems` : `${from} holds no record`;
}

async function written(
  parts: Parts,
  ecosystem: Ecosystem,
  advisories: readonly Advisory[],
  { whole, at, source }: { readonly whole: boolean; readonly at: string; readonly source: string },
): Promise<IndexedEcosystem> {
  const distinct = [...new Map(advisories.map((one) => [one.id, one])).values()];
  return parts.advisories.write({ ecosystem, advisories: distinct, whole, at, newest: newestOf(distinct), source });
}

function newestOf(advisories: readonly Advisory[]): string {
  return advisories.reduce((best, { modified }) => (modified > best ? modified : best), '1970-01-01T00:00:00Z');
}

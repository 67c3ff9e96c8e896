import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { aboutPackage, joinParts, parseStored } from '../../advisories/stored.ts';
import type { Advisory, IndexedEcosystem, PackageName } from '../../domain/advisory.ts';
import { ECOSYSTEMS } from '../../domain/dependency.ts';
import { packageKey } from '../../domain/touch.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { AdvisoryIndex, IndexUpdate } from '../../ports/advisory-index.ts';
import { writeWhole } from '../files/write-whole.ts';
import { readChanges, settleChanges, tellKeys } from './changes.ts';
import { isKey, lineOf, readShard, shardOf, writeShard } from './shards.ts';

const headShape = z.object({
  schema: z.literal(1),
  ecosystems: z.array(
    z.object({
      ecosystem: z.enum(ECOSYSTEMS),
      updatedAt: z.string(),
      newest: z.string(),
      advisories: z.number(),
      source: z.string(),
    }),
  ),
  /** Shard to the SHA-256 of its file, in hexadecimal. */
  shards: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});
type Head = z.output<typeof headShape>;

const EMPTY: Head = { schema: 1, ecosystems: [], shards: {} };

/**
 * The index in a folder: `index.json` names every shard by the digest of its file in `shards/`. Writing an update adds
 * files and then swaps `index.json`; a reader keeps to the one it opened, whose files stay until the next update but one.
 */
export function createAdvisoryFolder(folder: string): AdvisoryIndex {
  return {
    state: async () => (await readHead(folder)).ecosystems,
    lookUp: async (packages) => {
      const head = await readHead(folder);
      return joinParts(await partsOf(folder, head, packages));
    },
    byId: async (id) => {
      const head = await readHead(folder);
      const packages = await packagesOfId(folder, head, id);
      const parts = await partsOf(folder, head, packages);
      return joinParts(parts.filter((part) => part.id === id || part.aliases.includes(id)));
    },
    write: (update) => writeUpdate(folder, update),
    changed: () => readChanges(folder),
    tell: (keys) => tellKeys(folder, keys),
    settle: (changed) => settleChanges(folder, changed),
  };
}

async function readHead(folder: string): Promise<Head> {
  let text: string;
  try {
    text = await readFile(join(folder, 'index.json'), 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return EMPTY;
    throw damaged('index.json', cause);
  }
  try {
    return headShape.parse(JSON.parse(text));
  } catch (cause) {
    throw damaged('index.json', cause);
  }
}

function damaged(what: string, cause?: unknown): WeighbridgeError {
  return new WeighbridgeError('advisories-damaged', what, { cause });
}

async function readFileOf(folder: string, head: Head, shard: string): Promise<string> {
  const hex = head.shards[shard];
  if (hex === undefined) return '';
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(folder, 'shards', hex));
  } catch (cause) {
    throw damaged(shard, cause);
  }
  if (createHash('sha256').update(bytes).digest('hex') !== hex) throw damaged(shard);
  return new TextDecoder().decode(bytes);
}

async function partsOf(folder: string, head: Head, packages: readonly PackageName[]): Promise<readonly Advisory[]> {
  const byShard = new Map<string, Set<string>>();
  for (const { ecosystem, name } of packages) {
    const shard = shardOf(ecosystem, 'name', name);
    byShard.set(shard, (byShard.get(shard) ?? new Set()).add(name));
  }
  const parts: Advisory[] = [];
  for (const [shard, names] of byShard) {
    const text = await readFileOf(folder, head, shard);
    for (const name of names) {
      const json = isKey(name) ? lineOf(text, name) : null;
      if (json !== null) parts.push(...parsed(json, shard));
    }
  }
  return parts;
}

function parsed(json: string, shard: string): readonly Advisory[] {
  try {
    return parseStored(json);
  } catch (cause) {
    throw damaged(shard, cause);
  }
}

const packagesShape = z.array(z.object({ ecosystem: z.enum(ECOSYSTEMS), name: z.string() }));

async function packagesOfId(folder: string, head: Head, id: string): Promise<readonly PackageName[]> {
  if (!isKey(id)) return [];
  const found: PackageName[] = [];
  for (const { ecosystem } of head.ecosystems) {
    const json = lineOf(await readFileOf(folder, head, shardOf(ecosystem, 'id', id)), id);
    if (json === null) continue;
    found.push(...packagesShape.parse(JSON.parse(json)));
  }
  return found;
}

/** The shards of an update while it is made: read when first touched, written at the end. */
interface Draft {
  read(shard: string): Promise<Map<string, string>>;
  readonly touched: ReadonlyMap<string, Map<string, string>>;
}

async function writeUpdate(folder: string, update: IndexUpdate): Promise<IndexedEcosystem> {
  const before = await readHead(folder);
  const draft = draftOf(folder, update.whole ? EMPTY : before);
  const names = new Set(update.advisories.flatMap(({ affected }) => affected.map(({ name }) => name)));
  if (!update.whole)
    for (const { id } of update.advisories) for (const name of await takeOut(draft, update, id)) names.add(name);
  for (const advisory of update.advisories) await putIn(draft, update, advisory);
  const old = before.ecosystems.find(({ ecosystem }) => ecosystem === update.ecosystem);
  const kept = Object.entries(before.shards).filter(
    ([shard]) => !draft.touched.has(shard) && !(update.whole && shard.startsWith(`${update.ecosystem}/`)),
  );
  const written = await writeShards(folder, draft.touched);
  const shards = Object.fromEntries([...kept, ...written]);
  const entry: IndexedEcosystem = {
    ecosystem: update.ecosystem,
    updatedAt: update.at,
    newest: old !== undefined && !update.whole && old.newest > update.newest ? old.newest : update.newest,
    advisories: await countIds(folder, { ...before, shards }, update.ecosystem),
    source: update.source,
  };
  const ecosystems = [...before.ecosystems.filter(({ ecosystem }) => ecosystem !== update.ecosystem), entry];
  // Before the swap: a change that is told and not made costs a look, one that is made and not told is missed.
  await tellKeys(folder, update.whole ? null : [...names].map((name) => packageKey(update.ecosystem, name)));
  await writeWhole(join(folder, 'index.json'), JSON.stringify({ schema: 1, ecosystems, shards }));
  await sweep(folder, [before, { ...before, shards }]);
  return entry;
}

function draftOf(folder: string, base: Head): Draft {
  const touched = new Map<string, Map<string, string>>();
  return {
    touched,
    read: async (shard) => {
      const lines = touched.get(shard) ?? readShard(await readFileOf(folder, base, shard));
      touched.set(shard, lines);
      return lines;
    },
  };
}

/** Removes an advisory from every package that it was about, and names them. */
async function takeOut(draft: Draft, { ecosystem }: IndexUpdate, id: string): Promise<readonly string[]> {
  const ids = await draft.read(shardOf(ecosystem, 'id', id));
  const json = ids.get(id);
  if (json === undefined) return [];
  ids.delete(id);
  const names = packagesShape.parse(JSON.parse(json)).map(({ name }) => name);
  for (const name of names) {
    const lines = await draft.read(shardOf(ecosystem, 'name', name));
    const rest = parsed(lines.get(name) ?? '[]', name).filter((one) => one.id !== id);
    if (rest.length === 0) lines.delete(name);
    else lines.set(name, JSON.stringify(rest));
  }
  return names;
}

async function putIn(draft: Draft, { ecosystem }: IndexUpdate, advisory: Advisory): Promise<void> {
  const about = advisory.affected.filter((one) => one.ecosystem === ecosystem && isKey(one.name));
  const names = [...new Set(about.map(({ name }) => name))];
  if (names.length === 0 || !isKey(advisory.id)) return;
  for (const name of names) {
    const lines = await draft.read(shardOf(ecosystem, 'name', name));
    const json = JSON.stringify(aboutPackage({ ...advisory, affected: about }, name));
    // Appended as text: to parse and write anew what is there would cost its square.
    const there = lines.get(name);
    lines.set(name, there === undefined ? `[${json}]` : `${there.slice(0, -1)},${json}]`);
  }
  for (const key of [advisory.id, ...advisory.aliases].filter(isKey)) {
    const ids = await draft.read(shardOf(ecosystem, 'id', key));
    const there = key === advisory.id ? [] : packagesShape.parse(JSON.parse(ids.get(key) ?? '[]'));
    const all = [...there, ...names.map((name) => ({ ecosystem, name }))];
    ids.set(key, JSON.stringify(all.filter((one, at) => all.findIndex(({ name }) => name === one.name) === at)));
  }
}

async function writeShards(
  folder: string,
  touched: ReadonlyMap<string, Map<string, string>>,
): Promise<readonly (readonly [string, string])[]> {
  await mkdir(join(folder, 'shards'), { recursive: true });
  const written: (readonly [string, string])[] = [];
  for (const [shard, lines] of touched) {
    const text = writeShard(lines);
    if (text === '') continue;
    const hex = createHash('sha256').update(text).digest('hex');
    // Named by what it holds: a file that was cut off is found out when it is read.
    await writeFile(join(folder, 'shards', hex), text).catch((cause: unknown) => {
      throw new WeighbridgeError('write-failed', join(folder, 'shards', hex), { cause });
    });
    written.push([shard, hex]);
  }
  return written;
}

/** Ids of advisories, without the aliases that stand beside them: those are counted by the records themselves. */
async function countIds(folder: string, head: Head, ecosystem: string): Promise<number> {
  const ids = new Set<string>();
  for (const shard of Object.keys(head.shards).filter((one) => one.startsWith(`${ecosystem}/name/`))) {
    for (const found of (await readFileOf(folder, head, shard)).matchAll(/[[,]\{"id":"([^"]+)","aliases":/g))
      ids.add(found[1] ?? '');
  }
  return ids.size;
}

/** Removes files that neither the index before nor this one names. */
async function sweep(folder: string, heads: readonly Head[]): Promise<void> {
  const named = new Set(heads.flatMap(({ shards }) => Object.values(shards)));
  for (const file of await readdir(join(folder, 'shards')))
    if (!named.has(file)) await rm(join(folder, 'shards', file), { force: true });
}

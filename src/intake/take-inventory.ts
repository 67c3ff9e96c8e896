import type { Artifact, FileDigest, FileRecord, Origin } from '../domain/artifact.ts';
import type { ListedFile } from '../domain/listing.ts';
import { type ByteSource, sourceOf } from '../kernel/bytes.ts';
import { digestOfJson } from '../kernel/digest.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { Json } from '../kernel/json.ts';
import { type Description, descriptions, mayDescribe } from './described.ts';
import { type Digesting, digestFromAfar } from './digests.ts';
import type { DigestMismatch, Inventory, Item, Unreadable } from './inventory.ts';
import { keepFacts } from './keep-facts.ts';
import { isLoadable, roleOf } from './kinds.ts';
import { asTensorData, type FileReadings, unreadFile } from './read-file.ts';

export interface IntakeTools {
  open(path: string): Promise<ByteSource & { close(): Promise<void> }>;
  /** The digest of a local file; null where the bytes lie afar and claims must do. */
  readonly digestOf: ((file: Listed, bytes: ByteSource) => Promise<Digesting>) | null;
  /** Reads one file, here or in a thread of its own. `described` is what files read before say of it. */
  read(file: Listed, bytes: ByteSource, described: Description | null): Promise<FileReadings>;
  /** Called with each item as soon as it was read, before bulky facts are let go; in no order. */
  onItem(item: Item): Promise<void>;
  /** Files read at the same time. */
  readonly concurrency: number;
  readonly signal: AbortSignal;
}

export type Listed = Extract<ListedFile, { kind: 'file' }>;

/** Reads every listed file as every format that claims it. Items come in the listing's order. */
export async function takeInventory(
  origin: Origin,
  listing: readonly ListedFile[],
  manifestOf: (files: readonly FileRecord[]) => Artifact['manifest'],
  tools: IntakeTools,
): Promise<Inventory> {
  const items: Item[] = [];
  const mismatches: DigestMismatch[] = [];
  const keep = keepFacts();
  await lookThrough(listing, tools, (at, { item, mismatch }) => {
    items[at] = keep(item);
    if (mismatch !== null) mismatches.push(mismatch);
  });
  const files = items.map(({ file }) => file);
  const manifest = manifestOf(files);
  return { artifact: { digest: artifactDigest(files), manifest, origin, files }, items, mismatches };
}

/** The same, and nothing is kept but what `onTaken` keeps. */
export async function lookThrough(
  listing: readonly ListedFile[],
  tools: IntakeTools,
  onTaken: (at: number, taken: Taken) => void = () => {},
): Promise<void> {
  const described = descriptions();
  const take = async (at: number): Promise<void> => {
    const file = listing[at];
    if (file === undefined) return;
    tools.signal.throwIfAborted();
    const taken = await takeUp(file, tools, described.of(file.path));
    await tools.onItem(taken.item);
    described.add(taken.item);
    onTaken(at, taken);
  };
  // Raw tensors are known by the files that name them, which therefore go first.
  const first: number[] = [];
  const then: number[] = [];
  for (const [at, { path }] of listing.entries()) (mayDescribe(path) ? first : then).push(at);
  await forEachAtOnce(first, tools.concurrency, take);
  await forEachAtOnce(then, tools.concurrency, take);
}

/** Covers what is known of the bytes and nothing of where they were found. */
function artifactDigest(all: readonly FileRecord[]): Artifact['digest'] {
  const files = all.filter(({ kind, path }) => kind !== 'git-folder' || path === '.git');
  return digestOfJson(files.map(({ path, size, digest }) => ({ path, size, digest })) as unknown as Json);
}

export interface Taken {
  readonly item: Item;
  readonly mismatch: DigestMismatch | null;
}

async function takeUp(file: ListedFile, tools: IntakeTools, described: Description | null): Promise<Taken> {
  if (file.kind === 'file') return file.beside === true ? readBeside(file, tools) : readListed(file, tools, described);
  if (file.kind === 'special' && file.what === 'git-folder') return { item: gitFolder(file.path), mismatch: null };
  const [kind, reason] =
    file.kind === 'forbidden' ? (['unknown', 'forbidden'] as const) : ([file.kind, file.kind] as const);
  const digest: FileDigest = { kind: 'unknown', reason: describe(file) };
  const record: FileRecord = {
    path: file.path,
    size: file.kind === 'forbidden' ? file.size : 0,
    kind,
    role: roleOf(file.path, kind),
    digest,
    loadable: true,
    coverage: 'none',
  };
  const unreadable: Unreadable = {
    kind: 'unreadable',
    format: null,
    member: [],
    reason,
    message: describe(file),
    offset: 0,
  };
  const readings = file.kind === 'link' && described !== null ? [asTensorData(described, file.problem)] : [];
  return { item: { file: record, readings, unreadable: [unreadable] }, mismatch: null };
}

/** What Git would run by itself is read like any file, and is no part of the model. */
async function readBeside(file: Listed, tools: IntakeTools): Promise<Taken> {
  const { item } = await readListed(file, tools, null);
  return { item: { ...item, file: { ...gitFolder(file.path).file, coverage: item.file.coverage } }, mismatch: null };
}

/** Version control's own; no loader reads it, and OpenSSF Model Signing leaves it out. Listed, so that nobody thinks it was read. */
function gitFolder(path: string): Item {
  const digest: FileDigest = { kind: 'unknown', reason: 'a folder of git, not read' };
  const file: FileRecord = {
    path,
    size: 0,
    kind: 'git-folder',
    role: 'other',
    digest,
    loadable: false,
    coverage: 'none',
  };
  return { file, readings: [], unreadable: [] };
}

function describe(file: Exclude<ListedFile, Listed>): string {
  switch (file.kind) {
    case 'link':
      return LINK_PROBLEMS[file.problem];
    case 'special':
      return `it is a ${file.what}, and is never opened`;
    case 'forbidden':
      return 'it could not be opened: permission denied, or its name is no UTF-8';
  }
}

const LINK_PROBLEMS = {
  broken: 'the link points at nothing',
  loop: 'the link leads back to itself',
  'leaves-folder': 'the link leads out of the folder',
  folder: 'the link leads to a folder, which is not followed',
} as const;

async function readListed(file: Listed, tools: IntakeTools, described: Description | null): Promise<Taken> {
  try {
    const bytes = await tools.open(file.path);
    try {
      const whole = await (tools.digestOf ?? digestFromAfar)(file, bytes);
      const source = whole.bytes === null ? bytes : sourceOf(whole.bytes);
      const [outcome, readings] = await bothOf(whole.outcome, tools.read(file, source, described));
      return { item: itemOf(file, outcome.digest, readings), mismatch: outcome.mismatch };
    } finally {
      await bytes.close();
    }
  } catch (error) {
    return {
      item: itemOf(file, { kind: 'unknown', reason: 'it could not be read' }, notOpened(error)),
      mismatch: null,
    };
  }
}

/** Waits for both, also where one fails: what they read is closed behind them. */
async function bothOf<A, B>(first: A | Promise<A>, second: Promise<B>): Promise<[A, B]> {
  if (!(first instanceof Promise)) return [first, await second];
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}

/** What keeps one file from being opened is said of that file; anything else ends the whole. */
function notOpened(error: unknown): FileReadings {
  if (!(error instanceof WeighbridgeError)) throw error;
  const reason = REASONS[error.code];
  if (reason === undefined) throw error;
  return unreadFile(reason, error.detail);
}

const REASONS: Partial<Record<WeighbridgeError['code'], Unreadable['reason']>> = {
  'path-forbidden': 'forbidden',
  'source-changed': 'changed',
};

/** The item of a file that was read. */
export function itemOf(file: Listed, digest: FileDigest, read: FileReadings): Item {
  const { kind, readings, unreadable, coverage, unread, declared } = read;
  const loadable = isLoadable(file.path, kind);
  const record: FileRecord = {
    path: file.path,
    size: file.size,
    kind,
    role: roleOf(file.path, kind),
    digest,
    loadable,
    coverage: file.size === 0 ? 'whole' : coverage,
    ...(unread === undefined ? {} : { unread }),
  };
  return { file: record, readings, unreadable, ...(declared === undefined ? {} : { declared }) };
}

/** Runs `work` on each, at most `width` at once; the first failure ends it, once those under way have come back. */
async function forEachAtOnce<T>(
  values: readonly T[],
  width: number,
  work: (value: T, at: number) => Promise<void>,
): Promise<void> {
  const entries = values.entries();
  let failed = false;
  const run = async (): Promise<void> => {
    for (const [at, value] of entries) {
      if (failed) return;
      try {
        await work(value, at);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: Math.min(width, values.length) }, run));
  for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason;
}

import { createHash } from 'node:crypto';
import { type Inspection, inspectItem, startFileChecks } from '../analyzers/run.ts';
import { manifestDigest } from '../attest/model-signing.ts';
import type { Caller } from '../contract/caller.ts';
import type { FileRecord } from '../domain/artifact.ts';
import type { Check } from '../domain/check.ts';
import type { Description } from '../intake/described.ts';
import { type Digesting, type DigestOutcome, digestOfWhole, proveClaim } from '../intake/digests.ts';
import type { Inventory, Item } from '../intake/inventory.ts';
import { type IntakeTools, type Listed, lookThrough, takeInventory } from '../intake/take-inventory.ts';
import { createBudget } from '../kernel/budget.ts';
import type { ByteSource } from '../kernel/bytes.ts';
import type { Digest } from '../kernel/digest.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { LIMITS } from '../kernel/limits.ts';
import type { FileToHash, HashOptions } from '../ports/hasher.ts';
import type { OpenModel } from '../ports/source.ts';
import type { Pace } from '../ports/stall-watch.ts';
import { firstLook } from './first-look.ts';
import { onceNamed } from './name-code.ts';
import { sizeOf } from './open-model.ts';
import type { Parts } from './parts.ts';
import { type FileReport, readAndInspect, readApart } from './read-apart.ts';

/** Files read at the same time: enough to hide a network's delay, few enough to keep memory flat. */
const CONCURRENCY = 8;

/** What came of reading a model: its inventory, and what was said of each file. */
export interface ReadModel {
  readonly inventory: Inventory;
  readonly checks: readonly Check[];
}

/**
 * Reads a model into its inventory and asks every file analyzer of each file. Local files are hashed in threads while
 * their structure is read; large ones are read in threads too; what is afar is read by range.
 */
export async function readModel(parts: Parts, model: OpenModel, caller: Caller): Promise<ReadModel> {
  return toItsEnd(parts, model, caller, async (how) => {
    const checks = startFileChecks(parts.fileAnalyzers);
    const inventory = await withTools(
      parts,
      model,
      ({ file }, inspection) => checks.add(file.path, inspection),
      how,
      (tools) => takeInventory(model.origin, model.files, manifestOf, tools),
    );
    await how.pace.beat();
    const named = await how.pace.during(() => onceNamed(inventory, checks.checks()));
    return { inventory, checks: named };
  });
}

/** The same for whoever only looks: `onFile` hears of each file, in no order, and nothing of it is kept. */
export async function lookAtModel(parts: Parts, model: OpenModel, onFile: OnFile, caller: Caller): Promise<void> {
  const heard = new Set<string>();
  const once: OnFile = (item, inspection) => {
    const { path } = item.file;
    if (heard.has(path)) return;
    heard.add(path);
    onFile(item, inspection);
  };
  await toItsEnd(parts, model, caller, (how) =>
    withTools(parts, model, once, how, (tools) => lookThrough(model.files, tools)),
  );
}

interface How {
  readonly caller: Caller;
  /** Whether small files, too, are read in threads. */
  readonly apart: boolean;
  readonly pace: Pace;
}

/** Of what nobody watches. */
const UNWATCHED: Pace = { beat: () => null, during: (work) => work(), turn: () => new Promise(setImmediate) };

/**
 * Reads small files in this thread. When one hangs it, what runs is ended and everything is read once more, all files in
 * threads: the one that hangs is then unscannable, and the others are what they are.
 */
async function toItsEnd<T>(parts: Parts, model: OpenModel, caller: Caller, read: (how: How) => Promise<T>): Promise<T> {
  const { stalls } = parts;
  if (stalls === undefined) return read({ caller, apart: false, pace: UNWATCHED });
  for (const apart of model.localPath === null ? [false] : [false, true]) {
    const stopper = new AbortController();
    const signal = AbortSignal.any([caller.signal, stopper.signal]);
    const outcome = await stalls.watch((pace) => read({ caller: { ...caller, signal }, apart, pace }));
    if (outcome.kind === 'done') return outcome.value;
    stopper.abort();
  }
  throw new WeighbridgeError('read-stalled', '');
}

type OnFile = (item: Item, inspection: Inspection) => void;

async function withTools<T>(
  parts: Parts,
  model: OpenModel,
  onFile: OnFile,
  { caller, apart, pace }: How,
  work: (tools: IntakeTools) => Promise<T>,
): Promise<T> {
  const inspections = new Map<string, Inspection>();
  const meter = meterOf(model, caller);
  const hashing =
    model.localPath === null
      ? null
      : hashAll(parts, model, { localPath: model.localPath, onBytes: meter.add, turn: pace.turn }, caller);
  try {
    return await work({
      open: (path) => model.open(path),
      digestOf: hashing === null ? null : hashing.digestOf,
      read: async (file, bytes, described) => {
        const { readings, inspection } = await readOne(parts, model, { file, bytes, described }, { apart, pace });
        inspections.set(file.path, inspection);
        return readings;
      },
      onItem: async (item) => {
        // It may have waited for a thread, and goes on where it is watched.
        const pause = pace.beat();
        if (pause !== null) await pause;
        const { path } = item.file;
        const inspection = inspections.get(path) ?? (await inspectItem(parts.fileAnalyzers, item));
        inspections.delete(path);
        onFile(item, inspection);
        meter.look(path);
      },
      concurrency: CONCURRENCY,
      signal: caller.signal,
    });
  } finally {
    hashing?.stop();
    await hashing?.done;
  }
}

/**
 * Reads and inspects one file: small and remote ones here, large local ones in a thread unless a first look is enough;
 * `apart` all local ones in threads.
 */
export async function readOne(
  parts: Parts,
  model: OpenModel,
  { file, bytes, described }: { file: Listed; bytes: ByteSource; described: Description | null },
  { apart, pace }: Omit<How, 'caller'> = { apart: false, pace: UNWATCHED },
): Promise<FileReport> {
  const { formats, isolation, clock } = parts;
  const readers = { formats, analyzers: parts.fileAnalyzers, described };
  const now = (): number => clock.monotonic();
  const pause = pace.beat();
  if (pause !== null) await pause;
  if (model.localPath === null || (file.size < LIMITS.readHere && !apart))
    return pace.during(() =>
      readAndInspect(readers, file, bytes, createBudget(now, model.localPath === null ? undefined : clock.worked)),
    );
  const seen = apart ? null : await pace.during(() => firstLook(readers, file, bytes, { now, worked: clock.worked }));
  if (seen !== null) return seen;
  return readApart(isolation, readers.analyzers, {
    file,
    localPath: model.localPath(file.path),
    described,
    packs: parts.packs ?? [],
  });
}

/** Null while one file's SHA-256 is not known: a manifest speaks for all files or for none. */
function manifestOf(files: readonly FileRecord[]): Digest | null {
  const bound = files.filter(({ kind }) => kind !== 'git-folder');
  const known = bound.flatMap(({ path, digest }) =>
    digest.kind === 'unknown' ? [] : [{ path, sha256: digest.sha256 }],
  );
  return known.length === bound.length ? manifestDigest(known) : null;
}

interface Hashing {
  readonly digestOf: (file: Listed, bytes: ByteSource) => Promise<Digesting>;
  readonly stop: () => void;
  readonly done: Promise<void>;
}

/** Starts hashing every large file in threads; each `digestOf` waits for its own. Small ones are hashed as they are read. */
function hashAll(
  { hasher }: Parts,
  model: OpenModel,
  {
    localPath,
    onBytes,
    turn,
  }: Required<Pick<HashOptions, 'onBytes' | 'turn'>> & { readonly localPath: (path: string) => string },
  caller: Caller,
): Hashing {
  const files = model.files.filter((file): file is Listed => file.kind === 'file' && file.size >= LIMITS.readHere);
  const waiting = new Map(files.map(({ path }) => [path, deferred<Digest>()] as const));
  const jobs: FileToHash[] = files.map(({ path, size }) => ({ path, size, localPath: localPath(path) }));
  const stopper = new AbortController();
  const done = hasher
    .hash(jobs, {
      signal: AbortSignal.any([caller.signal, stopper.signal]),
      onBytes,
      turn,
      onDigest: (path, digest) => waiting.get(path)?.resolve(digest),
      onFailure: (path, why) => waiting.get(path)?.reject(hashFailure(path, why)),
    })
    .catch((error: unknown) => {
      for (const { reject } of waiting.values()) reject(error);
    });
  return {
    digestOf: async (file, bytes) => {
      if (file.size < LIMITS.readHere) {
        onBytes(file.size);
        return digestOfWhole(file, bytes);
      }
      const digest = waiting.get(file.path)?.promise;
      if (digest === undefined) throw new WeighbridgeError('source-changed', `${file.path} was not listed`);
      return { bytes: null, outcome: provenBy(digest, file, model) };
    },
    stop: () => stopper.abort(),
    done,
  };
}

async function provenBy(digest: Promise<Digest>, file: Listed, model: OpenModel): Promise<DigestOutcome> {
  return proveClaim(file, await digest, await gitSha1Of(file, model));
}

function hashFailure(path: string, why: 'changed' | 'forbidden'): WeighbridgeError {
  return why === 'forbidden'
    ? new WeighbridgeError('path-forbidden', path)
    : new WeighbridgeError('source-changed', `${path} is not as it was listed`);
}

/** Only where a git SHA-1 is all that was claimed: what a download brought is then held against it. */
async function gitSha1Of(file: Listed, model: OpenModel): Promise<string | null> {
  if (file.claim === null || file.claim.sha256 !== null || file.claim.gitSha1 === null) return null;
  const hash = createHash('sha1').update(`blob ${file.size}\0`);
  const bytes = await model.open(file.path);
  try {
    const step = 1024 * 1024;
    for (let at = 0; at < file.size; at += step) hash.update(await bytes.read(at, Math.min(step, file.size - at)));
    return hash.digest('hex');
  } finally {
    await bytes.close();
  }
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
}

function deferred<T>(): Deferred<T> {
  let settle: Pick<Deferred<T>, 'resolve' | 'reject'> = { resolve: () => {}, reject: () => {} };
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  // A file that nobody came to ask for must not end the process.
  promise.catch(() => {});
  return { promise, ...settle };
}

interface Meter {
  readonly add: (bytes: number) => void;
  readonly look: (path: string) => void;
}

/** Tells how far reading is: hashed bytes where files are local, fetched bytes where they are not. */
function meterOf(model: OpenModel, { progress }: Caller): Meter {
  const total = sizeOf(model);
  let done = 0;
  let seen = 0;
  const tell = (note: string): void => {
    if (model.localPath !== null) progress.update({ done, total, unit: 'bytes', note });
    else progress.update({ done: seen, total: model.files.length, unit: 'files', note });
  };
  let last = '';
  return {
    add: (bytes) => {
      done += bytes;
      tell(last);
    },
    look: (path) => {
      seen += 1;
      last = path;
      tell(path);
    },
  };
}

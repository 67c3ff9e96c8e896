import { createHash } from 'node:crypto';
import { lstat, mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DigestClaim } from '../../domain/artifact.ts';
import { type Digest, digestFromHex } from '../../kernel/digest.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { printable } from '../../kernel/printable.ts';
import type { FileStream, ListedFile, OpenModel } from '../../ports/source.ts';
import { assertSafePath } from './listing.ts';
import { type Digests, digestsOf, openPart, type Part } from './part-file.ts';

export interface DownloadOptions {
  /** Made when it is not there. */
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Gets the bytes that are there since its last call, those of an earlier download included. */
  readonly onBytes?: (bytes: number) => void;
  /** Files at a time. */
  readonly parallel?: number;
}

/** One file that was fetched, and what became of the source's claim. */
export interface DownloadedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: Digest;
  /** Of git's blob: `blob <size>\0` and the bytes. */
  readonly gitSha1: string;
  /** `differs`: these are not the bytes that the source promised. */
  readonly proof: 'matches' | 'differs' | 'no-claim';
  /** Where the bytes lie: under their own name, or aside in `.weighbridge-download` where they differ. */
  readonly localPath: string;
}

/** Holds what is not finished, and what is not what was promised; gone once neither is left. */
const ASIDE = '.weighbridge-download';

/**
 * Fetches every listed `file` into a folder, hashing on the way, and goes on where an earlier call was cut off. A file
 * takes its name only when it is whole and what was claimed. Throws WeighbridgeError: `source-*` as the source does,
 * `source-malformed` for a path that would leave the folder, `write-failed`, `stopped`.
 */
export async function downloadModel(model: OpenModel, options: DownloadOptions): Promise<readonly DownloadedFile[]> {
  const files = model.files.filter((file) => file.kind === 'file');
  for (const { path } of files) assertPlace(path);
  return asWriting(async () => {
    await mkdir(join(options.folder, ASIDE), { recursive: true });
    const done = await inParallel(files, options.parallel ?? 4, (file) => fetchFile(model, file, options));
    await rmdir(join(options.folder, ASIDE)).catch(() => {});
    return done;
  });
}

type PlainFile = ListedFile & { readonly kind: 'file' };

/** Names that mean something else on some disk are refused on all: a folder is carried from one to another. */
function assertPlace(path: string): void {
  assertSafePath(path);
  const strange = path
    .split('/')
    .find((segment) => /[<>:"|?*\p{Cc}]|[. ]$/u.test(segment) || Buffer.byteLength(segment) > 255);
  if (strange === undefined && path.split('/')[0]?.toLowerCase() !== ASIDE) return;
  throw new WeighbridgeError('source-malformed', `${printable(path)} is a name that no folder should hold`);
}

async function fetchFile(model: OpenModel, file: PlainFile, options: DownloadOptions): Promise<DownloadedFile> {
  const aside = join(options.folder, ASIDE, createHash('sha256').update(file.path).digest('hex').slice(0, 32));
  const target = join(options.folder, ...file.path.split('/'));
  const earlier = await provenBefore(file, target);
  if (earlier !== null) {
    options.onBytes?.(file.size);
    return earlier;
  }
  const part = await openPart(aside, file);
  try {
    options.onBytes?.(part.size());
    const stream = await streamOf(model, file, part);
    // Other bytes than those that were begun: what was counted is counted back.
    if (stream.from !== part.size()) options.onBytes?.(-part.size());
    await part.startAt(stream.from, stream.version);
    for await (const chunk of stream.bytes) {
      if (options.signal.aborted) throw new WeighbridgeError('stopped', `while fetching ${printable(file.path)}`);
      await part.append(chunk);
      options.onBytes?.(chunk.length);
    }
  } finally {
    await part.close();
  }
  return finish(file, part, { aside, target, folder: options.folder });
}

/** What an earlier download finished and what is still what was claimed; null for anything else. */
async function provenBefore(file: PlainFile, target: string): Promise<DownloadedFile | null> {
  const { path, size, claim } = file;
  const there = claim === null ? null : await lstat(target).catch(() => null);
  if (there === null || !there.isFile() || there.size !== size) return null;
  const digests = await digestsOf(target, size);
  const proof = proofOf(claim, digests);
  if (proof !== 'matches') return null;
  return { path, size, sha256: digestFromHex(digests.sha256), gitSha1: digests.gitSha1, proof, localPath: target };
}

async function streamOf(model: OpenModel, file: PlainFile, part: Part): Promise<FileStream> {
  if (model.stream === undefined)
    throw new WeighbridgeError('call-invalid', `${model.origin.source} needs no download`);
  return model.stream(file.path, { from: part.size(), version: part.version() });
}

interface Places {
  readonly aside: string;
  readonly target: string;
  readonly folder: string;
}

async function finish(file: PlainFile, part: Part, { aside, target, folder }: Places): Promise<DownloadedFile> {
  const { path, size, claim } = file;
  if (part.size() !== size) {
    throw new WeighbridgeError('source-changed', `${printable(path)} has ${part.size()} of ${size} bytes`);
  }
  const digests = part.digests();
  const proof = proofOf(claim, digests);
  const localPath = proof === 'differs' ? `${aside}.differs` : target;
  if (proof !== 'differs') await makeFolders(folder, path);
  await rename(part.file, localPath);
  await rm(part.memory, { force: true });
  return { path, size, sha256: digestFromHex(digests.sha256), gitSha1: digests.gitSha1, proof, localPath };
}

function proofOf(claim: DigestClaim | null, { sha256, gitSha1 }: Digests): DownloadedFile['proof'] {
  if (claim === null || (claim.sha256 === null && claim.gitSha1 === null)) return 'no-claim';
  const same = (claim.sha256 ?? `sha256:${sha256}`) === `sha256:${sha256}` && (claim.gitSha1 ?? gitSha1) === gitSha1;
  return same ? 'matches' : 'differs';
}

/** Each folder on the way is a folder and no link, which could lead out. */
async function makeFolders(folder: string, path: string): Promise<void> {
  const names = dirname(path) === '.' ? [] : dirname(path).split('/');
  for (let depth = 1; depth <= names.length; depth++) {
    const at = join(folder, ...names.slice(0, depth));
    await mkdir(at, { recursive: true });
    if (!(await lstat(at)).isDirectory()) throw new WeighbridgeError('write-failed', `${printable(at)} is no folder`);
  }
}

/** Runs `work` over all items, so many at a time; the first failure ends the others' turn and is thrown. */
async function inParallel<T, R>(items: readonly T[], lanes: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const lane = async (): Promise<void> => {
    for (const [at, item] of waiting) {
      try {
        results[at] = await work(item);
      } catch (error) {
        // Nothing is left for the other lanes, nor for this one.
        for (const _ of waiting);
        throw error;
      }
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const broken = outcomes.find((outcome) => outcome.status === 'rejected');
  if (broken !== undefined) throw broken.reason;
  return results;
}

async function asWriting<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof WeighbridgeError || !(cause instanceof Error) || !('syscall' in cause)) throw cause;
    throw new WeighbridgeError('write-failed', printable(cause.message), { cause });
  }
}

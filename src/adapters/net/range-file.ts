import { assertWithin } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { OpenFile } from '../../ports/source.ts';
import { type Answer, BrokenTransferError, discard, readBody } from './answer.ts';
import { type BlockCache, createBlockCache } from './block-cache.ts';
import {
  assertRange,
  changed,
  type FileLine,
  lineTo,
  malformed,
  type Reach,
  type RemoteFile,
  rangeHeaders,
} from './remote-file.ts';

/** Longer reads are fetched as they are and not kept: what is read at once is not read again. */
const KEPT = 4 * 1024 * 1024;

/**
 * A file over HTTP ranges. Small reads go through blocks, so that reading a header in steps costs one request. With
 * `whole` the first read fetches everything in one request: for a file that will be read to its end.
 *
 * Throws `source-changed` when the file is not, or no longer, what was listed; `source-malformed` when the server
 * ignores ranges and the file is larger than LIMITS.wholeFile.
 */
export function openRangeFile(reach: Reach, file: RemoteFile, { whole }: { readonly whole: boolean }): OpenFile {
  const opened: Opened = { file, line: lineTo(reach, file), whole: file.size === 0 ? new Uint8Array(0) : null };
  const cache = createBlockCache(file.size, (from, length) => fetchRange(opened, from, length));
  // One read at a time: two that want the same block fetch it once.
  let turn: Promise<unknown> = Promise.resolve();
  return {
    size: file.size,
    costly: true,
    read: (offset, length) => {
      const mine = turn.then(() => readFrom(opened, cache, whole, { offset, length }));
      turn = mine.catch(() => {});
      return mine;
    },
    close: async () => {
      opened.whole = null;
      cache.clear();
    },
  };
}

interface Opened {
  readonly file: RemoteFile;
  readonly line: FileLine;
  /** All bytes, once they came in one answer. */
  whole: Uint8Array | null;
}

interface Span {
  readonly offset: number;
  readonly length: number;
}

async function readFrom(
  opened: Opened,
  cache: BlockCache,
  whole: boolean,
  { offset, length }: Span,
): Promise<Uint8Array> {
  assertWithin(opened.file.size, offset, length);
  if (length === 0) return new Uint8Array(0);
  if (opened.whole === null && whole) opened.whole = await fetchWhole(opened);
  if (opened.whole === null) {
    const bytes = length > KEPT ? await fetchRange(opened, offset, length) : await cache.read(offset, length);
    if (bytes !== null) return bytes;
  }
  // A server that ignores ranges gave the whole of a small file instead.
  return (opened.whole ?? new Uint8Array(0)).subarray(offset, offset + length);
}

/** Null when the server sent the whole file instead, which is then in `opened.whole`. */
async function fetchRange(opened: Opened, from: number, length: number): Promise<Uint8Array | null> {
  const until = from + length - 1;
  return opened.line.ask(rangeHeaders(from, until, opened.line.version()), async (answer) => {
    if (answer.status === 200) {
      opened.whole = await takeWhole(answer, opened.file);
      return null;
    }
    assertRange(answer, opened.file, from, until);
    return exactly(await readBody(answer, length), length);
  });
}

async function fetchWhole({ line, file }: Opened): Promise<Uint8Array> {
  return line.ask({}, (answer) => takeWhole(answer, file));
}

async function takeWhole(answer: Answer, file: RemoteFile): Promise<Uint8Array> {
  const announced = answer.header('content-length');
  if (announced !== undefined && Number(announced) !== file.size) {
    await discard(answer);
    throw changed(file, `is listed with ${file.size} bytes and has ${Number(announced)}`);
  }
  if (file.size > LIMITS.wholeFile) {
    await discard(answer);
    throw malformed(file, `has ${file.size} bytes, and its server gives the whole of it when asked for a range`);
  }
  const bytes = await readBody(answer, file.size + 1);
  if (bytes.length > file.size) throw changed(file, `has more than the ${file.size} bytes it is listed with`);
  // Announced and not sent is a broken transfer; never announced is another file.
  if (announced === undefined && bytes.length < file.size)
    throw changed(file, `has ${bytes.length} of ${file.size} bytes`);
  return exactly(bytes, file.size);
}

function exactly(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length !== length) throw new BrokenTransferError(`sent ${bytes.length} bytes of ${length}`);
  return bytes;
}

import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError, sliceOf, sourceOf } from '../../kernel/bytes.ts';
import { filesInTable, SHORTEST, type Stretch } from '../among-numbers.ts';
import { inputOf } from '../compressed/input.ts';
import { unlz4 } from '../compressed/lz4.ts';
import { zstdDecoder } from '../compressed/zstd.ts';
import type { Part, ReadContext } from '../format.ts';
import { unsnap } from '../snappy.ts';
import { lengthsFirst, together, withBeginnings } from './delta.ts';
import type { Chunk } from './footer.ts';
import { type Page, pageOf } from './pages.ts';

/** parquet.thrift: Type, PageType, Encoding, CompressionCodec. */
const [BYTES, FIXED_BYTES] = [6, 7] as const;
const [DICTIONARY, DATA_2] = [2, 3] as const;
const [PLAIN, PLAIN_DICTIONARY, LENGTHS_FIRST, BEGINNINGS, SPLIT] = [0, 2, 6, 7, 9] as const;
const APART: readonly unknown[] = [LENGTHS_FIRST, BEGINNINGS, SPLIT];
const [BARE, SNAPPY, GZIP, BROTLI, ZSTD, LZ4] = [0, 1, 2, 4, 6, 7] as const;

/** One page, and all pages of a file, unpacked; writers make pages of one MiB. */
const LARGEST_PAGE = 8 * 1024 * 1024;
const MOST = 16 * 1024 * 1024;
/** The same of texts, which are seldom anything else. */
const MOST_TEXT = 1024 * 1024;
/** Values of one page. */
const MOST_VALUES = 100_000;

/** What of the texts and bytes of these columns are files. Their pages hold together. */
export async function filesInColumns(
  source: ByteSource,
  chunks: readonly Chunk[],
  { budget }: ReadContext,
): Promise<readonly Part[]> {
  if (source.costly === true) return [];
  const parts: Part[] = [];
  const left = { bytes: MOST, text: MOST_TEXT };
  for (const chunk of chunks) {
    const end = chunk.start + chunk.length;
    if (chunk.type !== BYTES && chunk.type !== FIXED_BYTES) continue;
    const kind = chunk.text ? 'text' : 'bytes';
    // Integers of a few bytes are written so, too.
    if (chunk.type === FIXED_BYTES && chunk.width < SHORTEST) continue;
    for (let at = chunk.start; at < end; ) {
      budget.checkTime();
      const page = await pageOf(source, at, end);
      if (page === null) break;
      const { header, size = 0 } = page;
      // Whatever a page says of itself, what lies there is read; what is packed is seldom larger.
      const whole = Math.max(size, page.whole ?? 0);
      if (isPlain(page) && whole <= Math.min(LARGEST_PAGE, left[kind])) {
        left[kind] -= whole;
        const values = await unpacked(sliceOf(source, at + header, size), page, chunk.codec, budget);
        if (values === null) {
          at += header + size;
          continue;
        }
        const found = await filesInPage(values, chunk, at, page.encoding ?? PLAIN);
        // Values that share their beginnings are more than their page.
        left[kind] -= Math.max(0, found.made - whole);
        for (const part of found.parts) parts.push(part);
      } else if (isPlain(page)) budget.leave(size);
      at += header + size;
    }
  }
  return parts;
}

function isPlain({ type, encoding }: Page): boolean {
  return encoding === PLAIN || (type === DICTIONARY ? encoding === PLAIN_DICTIONARY : APART.includes(encoding));
}

async function unpacked(packed: ByteSource, page: Page, codec: number, budget: Budget): Promise<Uint8Array | null> {
  const levels = page.type === DATA_2 ? page.levels : 0;
  if (levels < 0 || levels > packed.size || (page.whole ?? 0) < levels) return null;
  const rest = sliceOf(packed, levels, packed.size - levels);
  const whole = (page.whole ?? 0) - levels;
  try {
    return await inflated(rest, page.bare === true ? BARE : codec, whole, budget);
  } catch (error) {
    if (error instanceof OverBudgetError) throw error;
    // A page that does not unpack is its reader's to refuse.
    if (error instanceof MalformedError || (error instanceof Error && 'code' in error)) return null;
    throw error;
  }
}

async function inflated(packed: ByteSource, codec: number, size: number, budget: Budget): Promise<Uint8Array | null> {
  const bytes = await packed.read(0, packed.size);
  switch (codec) {
    case BARE:
      return bytes;
    case SNAPPY:
      return unsnap(bytes, size);
    case GZIP:
      return gunzipSync(bytes, { maxOutputLength: Math.max(1, size) });
    case BROTLI:
      return brotliDecompressSync(bytes, { maxOutputLength: Math.max(1, size) });
    case LZ4:
      return unlz4(bytes, size);
    case ZSTD: {
      const pieces: Uint8Array[] = [];
      let made = 0;
      for await (const piece of zstdDecoder(inputOf(packed), { budget, tell: () => {}, named: () => {} })) {
        made += piece.length;
        if (made > size) return null;
        pieces.push(piece.slice());
      }
      return Buffer.concat(pieces);
    }
    default:
      return null;
  }
}

/** Values behind their levels, of which a page of the first version has two lists, one or none: where they fill the page. */
async function filesInPage(
  bytes: Uint8Array,
  { type, width }: Chunk,
  page: number,
  encoding: number,
): Promise<{ readonly parts: readonly Part[]; readonly made: number }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  for (let lists = 0; lists <= 2; lists++) {
    const plain = plainFrom(bytes, at, encoding, width);
    const places =
      plain === null
        ? null
        : (plain.places ?? (type === BYTES ? placesFrom(view, at) : rowsFrom(plain.bytes.length, plain.at, width)));
    if (plain !== null && places !== null) {
      const named = places
        .filter(([, size]) => size >= SHORTEST)
        .map(([start, size]): Stretch => ({ name: `value ${start} of page ${page}`, start, size, bytes: true }));
      return { parts: await filesInTable(sourceOf(plain.bytes), named), made: plain.bytes.length };
    }
    if (at + 4 > bytes.length) break;
    at += 4 + view.getUint32(at, true);
  }
  return { parts: [], made: 0 };
}

interface Plain {
  readonly bytes: Uint8Array;
  readonly at: number;
  /** Where values lie, if that is known by their encoding. */
  readonly places?: readonly Place[];
}

/** Values as they would be without an encoding of their own; null where they do not end with their page. */
function plainFrom(bytes: Uint8Array, at: number, encoding: number, width: number): Plain | null {
  if (encoding === SPLIT) {
    const rows = together(bytes, at, width);
    return rows === null ? null : { bytes: rows, at: 0 };
  }
  if (encoding === LENGTHS_FIRST) {
    const places = lengthsFirst(bytes, at);
    return places === null ? null : { bytes, at, places };
  }
  if (encoding !== BEGINNINGS) return { bytes, at };
  const values = withBeginnings(bytes, at);
  if (values === null) return null;
  let end = 0;
  const places = values.map(({ length }): Place => {
    end += length;
    return [end - length, length];
  });
  return { bytes: Buffer.concat(values), at: 0, places };
}

type Place = readonly [start: number, size: number];

/** Each behind its length; null where they do not end with the page. */
function placesFrom(view: DataView, from: number): readonly Place[] | null {
  const places: Place[] = [];
  let at = from;
  while (at + 4 <= view.byteLength) {
    const size = view.getUint32(at, true);
    if (size > view.byteLength - at - 4) return null;
    if (size >= SHORTEST && places.length < MOST_VALUES) places.push([at + 4, size]);
    at += 4 + size;
  }
  return at === view.byteLength ? places : null;
}

function rowsFrom(length: number, from: number, width: number): readonly Place[] | null {
  if (width < SHORTEST || from >= length || (length - from) % width !== 0) return null;
  const rows = Math.min((length - from) / width, MOST_VALUES);
  return Array.from({ length: rows }, (_, row): Place => [from + row * width, width]);
}

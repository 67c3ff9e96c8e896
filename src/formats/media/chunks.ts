import { inflateSync } from 'node:zlib';
import type { Budget } from '../../kernel/budget.ts';
import type { ByteSource } from '../../kernel/bytes.ts';
import { carriedInBytes } from '../carried.ts';
import type { Defect } from '../format.ts';
import { rowDefects } from './png-rows.ts';

/** Bytes of a chunk that are looked at, and of what is packed in it. */
const LOOKED_AT = 64 * 1024;
const MOST_CHUNKS = 4096;

interface Chunk {
  readonly name: string;
  readonly start: number;
  readonly length: number;
}

/** What the chunks of a picture or sound carry that no viewer shows: programs, pickles and archives. */
export async function carriedDefects(mime: string, source: ByteSource, budget: Budget): Promise<readonly Defect[]> {
  const walk = WALKS[mime];
  if (walk === undefined) return [];
  const defects: Defect[] = [];
  const rows: Chunk[] = [];
  let chunks = 0;
  for await (const chunk of walk(source)) {
    budget.checkTime();
    if (++chunks > MOST_CHUNKS || defects.length > 0) break;
    if (chunk.name === 'IDAT') rows.push(chunk);
    if (PICTURE.has(chunk.name)) continue;
    const bytes = await source.read(chunk.start, Math.min(chunk.length, LOOKED_AT));
    const what = carriedIn(chunk.name, bytes);
    if (what !== null)
      defects.push({
        code: 'skipped-bytes',
        message: `chunk ${JSON.stringify(chunk.name)} carries ${what}`,
        offset: chunk.start,
      });
  }
  return [...defects, ...(await rowDefects(source, rows))];
}

/** The picture itself, its tables and its sound. */
const PICTURE: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'fdAT',
  'fmt ',
  'data',
  'VP8 ',
  'VP8L',
  'ALPH',
]);
/** Texts and profiles: a keyword, a zero, perhaps more, and the text, perhaps packed. */
const WORDED: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt', 'iCCP']);

function carriedIn(name: string, bytes: Uint8Array): string | null {
  if (!WORDED.has(name)) return carriedInBytes(bytes);
  const rest = bytes.subarray(bytes.indexOf(0) + 1);
  const packed =
    name === 'zTXt' || name === 'iCCP' ? rest.subarray(1) : rest[0] === 1 ? afterTexts(rest.subarray(2)) : null;
  if (packed === null) return carriedInBytes(name === 'iTXt' ? afterTexts(rest.subarray(2)) : rest);
  try {
    return carriedInBytes(inflateSync(packed, { finishFlush: SYNC, maxOutputLength: 16 * LOOKED_AT }));
  } catch {
    return null;
  }
}

/** Z_SYNC_FLUSH: what is cut off inflates as far as it goes. */
const SYNC = 2;

/** Behind the language and the translated keyword. */
function afterTexts(bytes: Uint8Array): Uint8Array {
  const language = bytes.indexOf(0) + 1;
  return bytes.subarray(language + bytes.subarray(language).indexOf(0) + 1);
}

const WALKS: Readonly<Record<string, (source: ByteSource) => AsyncIterable<Chunk>>> = {
  'image/png': pngChunks,
  'audio/wav': riffChunks,
  'image/webp': riffChunks,
};

/** PNG 1.2, 3.2: a length, a name, the data, and a sum. */
async function* pngChunks(source: ByteSource): AsyncIterable<Chunk> {
  for (let at = 8; at + 12 <= source.size; ) {
    const head = Buffer.from(await source.read(at, 8));
    const length = head.readUInt32BE(0);
    const name = head.toString('latin1', 4, 8);
    if (at + 12 + length > source.size) return;
    yield { name, start: at + 8, length };
    if (name === 'IEND') return;
    at += 12 + length;
  }
}

async function* riffChunks(source: ByteSource): AsyncIterable<Chunk> {
  for (let at = 12; at + 8 <= source.size; ) {
    const head = Buffer.from(await source.read(at, 8));
    const length = Math.min(head.readUInt32LE(4), source.size - at - 8);
    yield { name: head.toString('latin1', 0, 4), start: at + 8, length };
    at += 8 + length + (length & 1);
  }
}

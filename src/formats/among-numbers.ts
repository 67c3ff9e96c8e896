import { type Budget, OverBudgetError } from '../kernel/budget.ts';
import { type ByteSource, MalformedError, sliceOf, sourceOf } from '../kernel/bytes.ts';
import { carriedInBytes } from './carried.ts';
import { decodings } from './encodings.ts';
import type { Part } from './format.ts';
import { standsAt } from './magic.ts';
import { narrowed } from './narrowed.ts';
import { looksUpAtOnce } from './pickle/held-signs.ts';

/** Where bytes lie that a header says are numbers or texts, and nothing else. */
export interface Stretch {
  readonly name: string;
  readonly start: number;
  readonly size: number;
  /** Whether they are told as bytes, or texts: what holds files as they are. */
  readonly bytes: boolean;
}

/** Shorter ones call nothing: the name of a module and of a function, and an argument, take eighteen. */
export const SHORTEST = 16;
/** As much as tells a program, a stream or letters of base64. */
const GLANCE = 64;
/** Where the magic of a tar stands. */
export const LOOK = 512;
/** Stretches that are looked at in one file: as many as the longest header has room for. */
export const MOST = 1_000_000;
/** Small ones lie side by side, and are read at once. */
const BLOCK = 64 * 1024;
/** Of what lies afar, those that are told as bytes: each may cost a request. */
const MOST_AFAR = 64;
/** How often bytes may be handed out, as tensors that lie upon each other. */
const SHARED = 4;
/** Of small files as many bytes may be looked at. */
const LEAST_LOOKED = 64 * 1024 * 1024;
/** What is written as letters is decoded up to here; what lies behind it takes nothing back. */
const LONGEST_TEXT = 1024 * 1024;

/**
 * The stretches that begin as a file does: a pickle, a program, an archive, a compressed stream, a script, or one of them in
 * base64. Nothing is searched: a tensor that is a file is one from its first byte. What comes back may still be numbers, and
 * goes round as parts that say so.
 */
export function filesAmong(
  source: ByteSource,
  stretches: Iterable<Stretch>,
  budget?: Budget,
): Promise<readonly Part[]> {
  return filesBeginning(source, stretches, mayBeginFile, budget);
}

/** The same of values of a table: texts are words mostly, and a script in one is what the data are about. */
export async function filesInTable(
  source: ByteSource,
  values: Iterable<Stretch>,
  budget?: Budget,
): Promise<readonly Part[]> {
  return source.costly === true ? [] : withoutScripts(await filesBeginning(source, values, mayBeFile, budget));
}

async function filesBeginning(
  source: ByteSource,
  stretches: Iterable<Stretch>,
  mayBegin: (head: Uint8Array) => boolean,
  budget?: Budget,
): Promise<readonly Part[]> {
  const parts: Part[] = [];
  const afar = source.costly === true;
  const read: ByteSource['read'] = afar ? (start, length) => source.read(start, length) : blockwise(source);
  const wanted: Stretch[] = [];
  const most = afar ? MOST_AFAR : MOST;
  // Rows are told one by one, and may be more than there is room for.
  for (const stretch of stretches) {
    const { start, size, bytes } = stretch;
    if (size < SHORTEST || start + size > source.size || (afar && !bytes)) continue;
    if (wanted.length < most) wanted.push(stretch);
    else budget?.leave(size);
  }
  // Forwards, whatever order a header has them in: some sources begin anew to go back.
  wanted.sort((left, right) => left.start - right.start);
  let handed = 0;
  let looked = 0;
  const seen = new Set<string>();
  for (const { name, start, size, bytes } of wanted) {
    // Headers may name one list as often as they like.
    const place = `${start} ${size}`;
    if (seen.has(place)) continue;
    seen.add(place);
    const glance = await read(start, Math.min(size, afar && !bytes ? GLANCE : LOOK));
    if (!mayBegin(glance)) continue;
    // What begins with noughts alone is no file, and is read no further.
    if (glance.some((byte) => byte !== 0)) looked += Math.min(size, LONGEST_WIDE);
    if (looked > SHARED * source.size + LEAST_LOOKED)
      throw new OverBudgetError('numbers and texts that lie upon each other');
    const part = await fileIn(name, sliceOf(source, start, size));
    if (part === null) continue;
    handed += part.bytes.size;
    // One file that thousands of tensors share would be read as often.
    if (handed > SHARED * source.size) throw new OverBudgetError('files in tensors that lie upon each other');
    parts.push(part);
  }
  return parts;
}

/** How texts begin that are worth a look in a table, where there are millions: letters of files, addresses of data, old pickles. */
const LETTERS =
  /^(?:gA[I-X]|f0VM|TVq[QA]|UEsD|H4sI|QlpoO|\/Td6|80(?:02|03|04|05)|7f454c46|504b0304|1f8b08|data:[a-z]|[{[]\s{0,9}["{[]|[A-Z2-7]{60}|[a-z2-7]{60}|c[A-Za-z_][\w.]{0,40}\n|[\])}]q|\([dlt\x53VIFL])/;

/** A first look at a value of a table, by what stands of it at hand. */
export function mayBeFile(head: Uint8Array): boolean {
  if (head[0] === 0 || head[1] === 0 || (head[2] === 0 && head[3] === 0)) return true;
  if (head[0] === 0x80 && head[1] === 1) return true;
  return BEGINS.test(hex(head)) || standsAt(head, USTAR, 'ustar') || LETTERS.test(latin(head.subarray(0, GLANCE)));
}

/** Of data that may be about programs: a script in it is what it is of, and nobody starts it. */
export async function withoutScripts(parts: readonly Part[]): Promise<Part[]> {
  const kept: Part[] = [];
  for (const part of parts) {
    const script = part.name.endsWith('.py') || standsAt(await part.bytes.read(0, 2), 0, '#!');
    if (!script) kept.push(part);
  }
  return kept;
}

/** Reads a block at once, of which the next reads have what they ask for. */
function blockwise(source: ByteSource): ByteSource['read'] {
  let at = 0;
  let block: Uint8Array = new Uint8Array(0);
  return async (start, length) => {
    if (start < at || start + length > at + block.length) {
      block = await source.read(start, Math.min(BLOCK, source.size - start));
      at = start;
    }
    return block.subarray(start - at, start - at + length);
  };
}

/** The same of texts of a header, each character of which may stand for a byte. */
export async function filesInTexts(texts: Readonly<Record<string, unknown>>): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const [name, text] of Object.entries(texts)) {
    if (Array.isArray(text))
      parts.push(...(await filesInTexts(Object.fromEntries(text.map((one, at) => [`${name} ${at}`, one])))));
    if (typeof text !== 'string' || text.length < SHORTEST) continue;
    const wide = /[^\p{ASCII}\x80-\xff]/u.test(text.slice(0, LOOK));
    const part = await fileIn(name, sourceOf(Buffer.from(text, wide ? 'utf8' : 'latin1')));
    if (part !== null) parts.push(part);
  }
  return parts;
}

/**
 * The file that begins where a layout ends, if one does: nothing is searched. An archive there is one for whoever reads from
 * the end, and is judged as such.
 */
export async function fileBehind(source: ByteSource, end: number): Promise<readonly Part[]> {
  if (source.costly === true || source.reach !== undefined || end < 0 || end >= source.size) return [];
  try {
    const part = await fileIn(`behind@${end}`, sliceOf(source, end, source.size - end));
    if (part === null) return [];
    const { name, bytes } = part;
    const head = await bytes.read(0, Math.min(4, bytes.size));
    return [standsAt(head, 0, 'PK\x03\x04') || standsAt(head, 0, '#!') ? { name, bytes } : part];
  } catch (error) {
    // A stream that has fewer bytes than it tells: what is missing is no file.
    if (error instanceof MalformedError) return [];
    throw error;
  }
}

/** The same of bytes that are at hand. `plain`: noughts before them, and between them, were taken away. */
export async function fileIn(name: string, bytes: ByteSource, plain = false): Promise<Part | null> {
  const head = await bytes.read(0, Math.min(LOOK, bytes.size));
  if (bytes.size < SHORTEST || !mayBeginFile(head)) return null;
  const bare = plain ? null : await withoutNoughts(head, bytes);
  if (bare !== null) return fileIn(name, bare, true);
  const shown = name.replace(/[\\/]/g, '.');
  if (BEGINS.test(hex(head)) || standsAt(head, USTAR, 'ustar')) return { name: shown, bytes, amongNumbers: true };
  const front = latin(head).replace(/\s+/g, '');
  if (HEX.test(front) && BEGINS.test(front.toLowerCase())) {
    const said = latin(await bytes.read(0, Math.min(LONGEST_TEXT, bytes.size)));
    const bare = Buffer.from(said.replace(/\s+/g, ''), 'hex');
    return { name: `${shown} in hexadecimal`, bytes: sourceOf(bare), amongNumbers: true };
  }
  if (BASE64.test(front) && BEGINS.test(hex(Buffer.from(front.slice(0, front.length & ~3), 'base64')))) {
    const plain = Buffer.from(latin(await bytes.read(0, Math.min(LONGEST_TEXT, bytes.size))), 'base64');
    return { name: `${shown} in base64`, bytes: sourceOf(plain), amongNumbers: true };
  }
  const written = await decoded(head, bytes);
  if (written !== null) return { name: `${shown} as letters`, bytes: sourceOf(written), amongNumbers: true };
  if (isOldPickle(head)) return { name: shown, bytes, amongNumbers: true };
  if (!PRINTABLE.test(latin(head)) || carriedInBytes(head) !== 'code that starts programs') return null;
  return { name: `${shown}.py`, bytes, amongNumbers: true };
}

const USTAR = 257;
/** ELF, Mach-O, PE, scripts, pickles, zip, 7z, gzip, zlib, bzip2, xz, Zstandard, LZ4. */
const BEGINS =
  /^(?:7f454c46|cffaedfe|feedfac[ef]|cafebabe|4d5a|23212f|80(?:02|03|04|05)|504b0304|377abcaf271c|1f8b08|78(?:01|5e|9c|da)|425a68[39]|fd377a585a|28b52ffd|04224d18)/;
/** Lists, dictionaries and tuples of protocol 1, which are remembered at once. */
const REMEMBERED = /^[\])}]q/;
/** Those of protocol 0, and instances, whose arguments stand before them. */
const MARKED = /^\((?:[ldt](?:p\d{0,9})?\n|[SVIFL][^\n]{1,200}\n)/;
const BASE64 = /^[A-Za-z0-9+/_-]{32,}={0,2}$/;
const HEX = /^[0-9a-fA-F]{48,}$/;
const PRINTABLE = /^[\t\n\r\x20-\x7e]+$/;

/** Letters and numbers of this many bytes are narrowed. */
const LONGEST_WIDE = 8 * LONGEST_TEXT;

/** What stands behind noughts, or as a byte in each number or letter; null where there is neither. */
async function withoutNoughts(head: Uint8Array, bytes: ByteSource): Promise<ByteSource | null> {
  const first = head.findIndex((byte) => byte !== 0);
  if (first < 0) return null;
  const narrow = narrowed(head);
  if (narrow !== null && bytes.size <= LONGEST_WIDE) {
    const bare = narrow(await bytes.read(0, bytes.size));
    if (bare !== null) return sourceOf(bare);
  }
  return first > 0 ? sliceOf(bytes, first, bytes.size - first) : null;
}

/** Texts are read so far to find a document's values; what is written as letters shows in its first. */
const LONGEST_DOCUMENT = 64 * 1024;

/** What texts are in other letters than those above, in an address of data or as a value of a document. */
async function decoded(head: Uint8Array, bytes: ByteSource): Promise<Uint8Array | null> {
  const front = latin(head);
  if (!PRINTABLE.test(front)) return null;
  const opens = OPENS.test(front);
  const said = opens ? latin(await bytes.read(0, Math.min(LONGEST_DOCUMENT, bytes.size))) : front;
  if (![...decodings(said)].some((plain) => BEGINS.test(hex(plain)))) return null;
  const whole = latin(await bytes.read(0, Math.min(LONGEST_TEXT, bytes.size)));
  return [...decodings(whole)].find((plain) => BEGINS.test(hex(plain))) ?? null;
}

const OPENS = /^\s{0,20}[{["']/;

/** Of protocols 0 and 1, as far as its first signs tell: whether it is one, its reader says. */
function isOldPickle(head: Uint8Array): boolean {
  const text = latin(head);
  return REMEMBERED.test(text) || MARKED.test(text) || looksUpAtOnce(text);
}

/** By its first bytes alone: printable ones may be letters of base64, a script or a program of the first protocols. */
function mayBeginFile(head: Uint8Array): boolean {
  // Behind noughts, with noughts between, or as numbers of a message.
  if (head[0] === 0 || head[1] === 0 || head[1] === 1 || (head[2] === 0 && head[3] === 0)) return true;
  // Values of one length are filled up with noughts.
  const text = latin(withoutPadding(head.subarray(0, GLANCE / 2)));
  return BEGINS.test(hex(head)) || standsAt(head, USTAR, 'ustar') || PRINTABLE.test(text) || REMEMBERED.test(text);
}

function withoutPadding(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.subarray(0, end);
}

function hex(head: Uint8Array): string {
  return Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 6)).toString('hex');
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

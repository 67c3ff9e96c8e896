import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { matchesIn } from '../../../../kernel/matches.ts';
import { decodeHidden } from '../../../../text/hidden.ts';
import { decodedPieces } from '../../../../text/view/decoded.ts';
import { disguisedIn } from '../../../../text/view/disguised.ts';
import { scannedOf } from '../../../../text/view/reading.ts';
import { runsIn } from '../../../../text/view/runs.ts';
import { commonWords, isProse } from '../words/speaks.ts';
import { fromBases, innerRun } from './bases.ts';
import { codedIn } from './coded.ts';
import { fromMorse } from './morse.ts';
import { turnedByHalf } from './rot13.ts';
import { isSpacedOut } from './spaced.ts';

/** What was decoded once and says nothing, decoded once more. Runs of letters are few, and what they decode to is short. */
export function saysDeeper(text: string, depth = 2): string | null {
  if (text.length < SHORTEST || text.length > LONGEST) return null;
  const tags = /[\u{E0020}-\u{E007E}\u200b-\u200d]/u.test(text) ? decodeHidden(text) : null;
  if (tags !== null && /\p{L}/u.test(tags.text)) return tags.text;
  for (const { says } of codedIn(text)) return says;
  for (const { text: says, via } of disguisedIn(text))
    if ((commonWords(says) > 1 && isProse(says)) || (via === 'spaced' && isSpacedOut(says))) return says;
  if (depth === 0) return null;
  const inner = decodedPieces(text, runsIn(scannedOf(text)).runs).map((piece) => piece.text);
  for (const one of inner) {
    const says = isProse(one) ? one : saysDeeper(one, depth - 1);
    if (says !== null) return says;
  }
  const based = /\s/.test(text) ? '' : fromBases(text);
  if (based !== '') return based;
  const tapped = MORSE.test(text) ? fromMorse(text) : '';
  if (isProse(tapped)) return tapped;
  return isRun(text) ? (fromPacked(text) ?? fromTurned(text, depth - 1)) : null;
}

const HEX = /^(?:[0-9a-f]{2}){12,2000}$/i;
const MORSE = /^[\s./|\u2022\u00b7_-]{30,}$/;

/** Base64 of Morse, or whose letters were turned by half the alphabet, or another base that holds a run of these. */
function fromTurned(run: string, depth: number): string | null {
  const straight = HEX.test(run) ? Buffer.from(run, 'hex') : Buffer.from(run, 'base64');
  const plain = straight.toString('latin1');
  if (MORSE.test(plain)) return fromMorse(plain);
  if (depth >= 0 && HEX.test(plain)) return saysDeeper(Buffer.from(plain, 'hex').toString('latin1'), depth);
  if (straight[0] === 0xf3 && straight[1] === 0xa0) return decodeHidden(straight.toString('utf8'))?.text ?? null;
  const bytes = Buffer.from(turnedByHalf(run), 'base64');
  for (const text of [bytes.every(isPrinted) ? bytes.toString('latin1') : '', innerRun(run)]) {
    if (text === '') continue;
    if (isProse(text) && commonWords(text) > 0) return text;
    const says = depth < 0 ? null : saysDeeper(text, depth);
    if (says !== null) return says;
  }
  return null;
}

function isPrinted(byte: number): boolean {
  return byte >= 32 && byte < 127;
}

const SHORTEST = 12;
const LONGEST = 4096;

function isRun(text: string): boolean {
  return /^\s*[A-Za-z0-9+/_-]{24,4000}={0,2}\s*$/.test(text);
}

/** Most that is unpacked: a message is known by its first sentences. */
const ROOM = { maxOutputLength: 8192 };

/** What base64 or hexadecimal holds, packed as gzip, zlib, bare deflate or Brotli do it. */
export function fromPacked(run: string): string | null {
  const core = run.trim();
  const bytes = /^(?:[0-9a-f]{2})+$/i.test(core) ? Buffer.from(core, 'hex') : Buffer.from(core, 'base64');
  const [first = 0, second = 0] = bytes;
  const unpack =
    first === 0x1f && second === 0x8b
      ? gunzipSync
      : (first & 15) === 8 && (first * 256 + second) % 31 === 0
        ? inflateSync
        : (first & 6) === 2 || (first & 6) === 4
          ? inflateRawSync
          : brotliDecompressSync;
  try {
    const text = unpack(bytes, ROOM).toString('utf8');
    return isProse(text) && commonWords(text) > 0
      ? text
      : text.length > 12 && text.length < LONGEST && /^[ -~]+$/.test(text)
        ? saysDeeper(text, 0)
        : null;
  } catch {
    return null;
  }
}

/** Where packed bytes may stand: by their first signs, or by being no text. */
const PACKED = /(?<![\w+/=-])(?:[A-Za-z0-9+/_-]{32,4000}={0,6}|(?:[0-9a-f]{2}){24,2000})(?![\w+/=-])/gi;

/** Of a sentence. What has no sign is unpacked to see: at most a few runs, since that costs more than to look. */
export function packedIn(
  sentence: string,
): { readonly start: number; readonly end: number; readonly says: string } | null {
  let tries = 0;
  for (const { 0: run, index } of matchesIn(PACKED, sentence)) {
    const isInner = !isMixed(run);
    if (isInner && !BASE32.test(run) && !HEX.test(run)) continue;
    if (!isSigned(run) && ++tries > MOST_UNSIGNED) continue;
    const says = isInner ? fromTurned(run, 1) : (fromPacked(run) ?? fromTurned(run, 1));
    if (says !== null) return { start: index, end: index + run.length, says };
  }
  return null;
}

const MOST_UNSIGNED = 2;
const BASE32 = /^[A-Z2-7]{32,}={0,6}$|^[a-z2-7]{32,}$/;

/** Gzip's first three bytes, or zlib's two with the window that everybody takes, in base64 or hexadecimal. */
function isSigned(run: string): boolean {
  return /^(?:H4sI|eA[E-H]|eF[4-7]|eJ[w-z]|eN[o-r]|1f8b08|1F8B08|78(?:01|5e|9c|da))/.test(run);
}

/** Packed bytes have capitals, small letters and figures, or are hexadecimal and begin as gzip does. */
function isMixed(run: string): boolean {
  return /^1f8b|^78[0159d]/i.test(run) || (/[A-Z]/.test(run) && /[a-z]/.test(run) && /\d/.test(run));
}

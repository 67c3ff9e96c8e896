import { constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** A shorter run says nothing that a name or a number might not say by chance. */
export const SHORTEST_RUN = 16;
/** As one number, which takes time by the square of its length. */
const LONGEST_NUMBER = 160;
/** Of a packed text no more is unpacked. */
const ROOM = { maxOutputLength: 4096 };
/** Runs of one value that are looked at. */
const MOST_RUNS = 4;

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BASE85 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~';
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * The value, and the runs in it that something else stands around: a version before, an ending or what a markup adds behind;
 * and all of it without the signs between pieces of one length.
 */
export function runsIn(value: string): readonly string[] {
  if (/^[A-Za-z0-9]+$/.test(value)) return [value];
  const runs = new Set([value]);
  for (const run of value.match(/[A-Za-z0-9+/_-]{16,}={0,2}|[A-Za-z0-9+/]{16,}={0,2}/g) ?? []) {
    if (runs.size >= MOST_RUNS) break;
    runs.add(run);
    const [inner = ''] = /[A-Za-z0-9+/]{24,}/.exec(run) ?? [];
    if (inner !== '') runs.add(inner);
  }
  const [, first = '', sign = ''] = /^([A-Za-z0-9]{4,64})([._-])/.exec(value) ?? [];
  const pieces = sign === '' ? [] : value.split(sign, MOST_PIECES);
  if (pieces.length > 2 && pieces.slice(0, -1).every(({ length }) => length === first.length))
    runs.add(pieces.join(''));
  return [...runs];
}

const MOST_PIECES = 64;

/**
 * What a run may be the spelling of: bytes as figures, in a base, packed, or backwards. Most of these are no text; bytes that
 * no text has are left out at once.
 */
export function* decodingsOf(run: string, mayBePacked = true): Iterable<Buffer> {
  if (run.length < SHORTEST_RUN) return;
  yield* figures(run);
  if (run.length <= LONGEST_NUMBER && !/[\s\w]{12}/.test(run)) yield* written(byFourBytes(run));
  const core = run.replace(/={1,6}$/, '');
  if (!/^[A-Za-z0-9+/_-]+$/.test(core)) return;
  yield* inBases(core, mayBePacked);
  yield* inBases(Array.from(core).reverse().join(''), false);
  if (core.length <= LONGEST_NUMBER && /^[1-9A-HJ-NP-Za-km-z]{20,}$/.test(core) && isMixed(core))
    yield* written(asNumber(core));
}

/** Hexadecimal with signs between, numbers of letters, bits, and what pages and programs put for a letter. */
function* figures(run: string): Iterable<Buffer> {
  if (/^(?:\\u[0-9a-f]{4}|&#x?[0-9a-f]{2,5};|\\x[0-9a-f]{2}){6}/i.test(run))
    yield Buffer.from(
      run.replace(/\\u([0-9a-f]{4})|&#x([0-9a-f]{2,5});|&#(\d{2,5});|\\x([0-9a-f]{2})/gi, (_, ...codes: string[]) => {
        const [utf16, hex, decimal, byte] = codes;
        return String.fromCharCode(
          decimal === undefined ? Number.parseInt(utf16 ?? hex ?? byte ?? '0', 16) : Number(decimal),
        );
      }),
    );
  const pairs = /^(?:0x)?[0-9a-f]{2}(?:(?:[-:. ,_]|0x|\\x){1,3}[0-9a-f]{2}){7,}$/i.test(run)
    ? run.replace(/0x|\\x|[-:. ,_]/gi, '')
    : '';
  if (pairs !== '') yield* written(Buffer.from(pairs, 'hex'));
  if (/^\d{2,3}(?:[-,. _:;|/+]\d{2,3}){11,}$/.test(run)) {
    const said = run.match(/\d+/g) ?? [];
    for (const base of [10, 8]) {
      const codes = said.map((code) => Number.parseInt(code, base));
      if (codes.every((code) => code >= 32 && code < 127)) yield Buffer.from(codes);
    }
  }
  if (/^(?:[01]{8}){8,}$/.test(run))
    yield* written(Buffer.from((run.match(/.{8}/g) ?? []).map((bits) => Number.parseInt(bits, 2))));
}

function* inBases(core: string, mayBePacked: boolean): Iterable<Buffer> {
  const figure = core.replace(/^0x/i, '');
  if (/^[0-9a-f]+$/i.test(figure)) yield* written(Buffer.from(figure, 'hex'));
  if (isBase32(core)) yield* written(byFive(core.toLowerCase()));
  const bytes = Buffer.from(core, 'base64');
  yield* written(bytes);
  const unpacked = !mayBePacked || bytes.length < 20 ? null : unpack(bytes);
  if (unpacked !== null) yield unpacked;
}

/** In letters of one size, of which hardly a text has no figures: words have none, and are shorter. */
function isBase32(core: string): boolean {
  return (
    core.length <= 600 &&
    /^(?:[a-z2-7]+|[A-Z2-7]+)$/.test(core) &&
    (/\d/.test(core) || core.length >= LONGER_THAN_WORDS)
  );
}

/** Where it spells a text, it is none by chance. */
const LONGER_THAN_WORDS = 24;

function byFive(run: string): Buffer {
  let [bits, held] = [0, 0];
  const bytes: number[] = [];
  for (const letter of run) {
    held = ((held << 5) | BASE32.indexOf(letter)) & 0xffff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return Buffer.from(bytes);
}

/** RFC 1924, as Python and Git have it. */
function byFourBytes(run: string): Buffer {
  const bytes: number[] = [];
  for (let at = 0; at < run.length; at += 5) {
    const group = run.slice(at, at + 5).padEnd(5, '~');
    let number = 0;
    for (const sign of group) {
      const value = BASE85.indexOf(sign);
      if (value < 0) return Buffer.alloc(0);
      number = number * 85 + value;
    }
    const made = [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256);
    bytes.push(...made.slice(0, Math.min(5, run.length - at) - 1));
  }
  return Buffer.from(bytes);
}

function asNumber(run: string): Buffer {
  let number = 0n;
  for (const sign of run) number = number * 58n + BigInt(BASE58.indexOf(sign));
  const hex = number.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
}

function isMixed(run: string): boolean {
  return /[A-Z]/.test(run) && /[a-z]/.test(run) && /\d/.test(run);
}

/** By the signs that gzip and zlib begin with. */
function unpack(bytes: Buffer): Buffer | null {
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
  if (!gzip && !(bytes[0] === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(bytes[1] ?? 0))) return null;
  return withoutTraces(() => {
    try {
      return gzip ? gunzipSync(bytes, ROOM) : inflateSync(bytes, ROOM);
    } catch {
      return null;
    }
  });
}

const PLANTUML = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** What who draws from an address is told there, packed without a mark of its own: in base64, and in the letters of PlantUML. */
export function* drawnFrom(part: string): Iterable<Buffer> {
  if (!/^[\w-]{24,2000}$/.test(part) || !isMixed(part)) return;
  for (const spelt of [part, part.replace(/[\w-]/g, (sign) => BASE64URL.charAt(PLANTUML.indexOf(sign)))]) {
    const bytes = withoutTraces(() => {
      try {
        return inflateRawSync(Buffer.from(spelt, 'base64url'), { ...ROOM, finishFlush: constants.Z_SYNC_FLUSH });
      } catch {
        return null;
      }
    });
    if (bytes !== null && bytes.length >= SHORTEST_RUN) yield bytes;
  }
}

/** Where errors are common and nobody reads them: to trace where one comes from takes longer than all else. */
function withoutTraces<Result>(act: () => Result): Result {
  const before = Error.stackTraceLimit;
  Reflect.set(Error, 'stackTraceLimit', 0);
  try {
    return act();
  } finally {
    Reflect.set(Error, 'stackTraceLimit', before);
  }
}

/** Bytes of a text: none that moves or rings, but what ends lines; the last one may be cut off. */
function* written(bytes: Buffer): Iterable<Buffer> {
  for (let at = 0; at < bytes.length - 1; at += 1) {
    const byte = bytes[at] ?? 0;
    if ((byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 127) return;
  }
  yield bytes;
}

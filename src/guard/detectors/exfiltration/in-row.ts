import { decoded, unescaped } from './carries.ts';
import { countJoining, isUnspacedSentence } from './joining.ts';
import { hasKey } from './keys.ts';
import type { Cargo } from './known-parts.ts';
import { isSaid, isSentence, saidIn } from './said.ts';
import { isSpelling, speltOut } from './spelt-out.ts';

/** How far back addresses of a row are looked for. */
const NEAR = 400;
const LEAST = 3;
const LEAST_LETTERS = 5;
const LEAST_WORDS = 5;
/** Numbers of pages that count up spell no letters. */
const LEAST_CODES = 6;
const MOST_IN_ROW = 40;

/** Addresses that stand near before another, whatever holds them. */
const ADDRESSES = /(?:[a-z]{2,8}:)?\/\/[^\s()<>"'\]`]{5,200}/gi;
/** What an address that brings one piece of a text begins with, and the piece at its end: only there, since addresses are long. */
const ORIGIN = /^(?:[a-z]{2,8}:)?\/\/([^/\s?#]{3,100})/i;
const PIECE = /[/=?](?:[\w-]{1,20}=(?!=|$))?([\w=+%.,'~-]{1,120}?)(?:\.(?:png|gif|jpe?g|svg|css|webp))?$/i;
const LONGEST_PIECE = 150;
/** One that is the last value of a query, by what stands before it but for what counts. */
const VALUE = /^([^\s?]{6,120}\?(?:[^\s=&]{1,30}=[^\s=&]{0,30}&){0,3}[^\s=&]{1,30}=)([\w%+.,'-]{2,60})$/;
/** The first part of a host, the rest of it, and a port. */
const HOST = /^(?:[a-z]{2,8}:)?\/\/([\w-]{1,63})((?:\.[\w-]{1,63}){1,8})(?::(\d{2,5}))?(?=[/?#]|$)/i;

const WORDS = /\p{L}{2,}\s\p{L}{2,}/u;

/** Whether an address follows others: most stand alone. */
export function isInRow(text: string, start: number): boolean {
  const before = text.lastIndexOf('//', start - 4);
  return before >= 0 && before > start - NEAR;
}

/** A text that is cut up and goes out piece by piece, an address of the same host each. */
export function inRow(text: string, start: number, end: number): Cargo | null {
  if (!isInRow(text, start)) return null;
  const last = text.slice(start, end).replace(/[)\]>"'`]+$/, '');
  const all = [...text.slice(Math.max(0, start - NEAR), start).matchAll(ADDRESSES)].map(([address]) => address);
  if (all.length === 0) return null;
  const row = [...all.slice(1 - MOST_IN_ROW), last];
  return inPieces(row) ?? inValues(row) ?? inHosts(row, last) ?? inPlaces(row);
}

/** One letter of each address of a host, wherever it stands in them. */
function inPlaces(row: readonly string[]): Cargo | null {
  const [, first, rest] = HOST.exec(row.at(-1) ?? '') ?? [];
  if (first === undefined) return null;
  const same = row.filter((address) => {
    const [, other, behind] = HOST.exec(address) ?? [];
    return other === first && behind === rest;
  });
  return speltOut(same) === null ? null : { score: 0.75, how: 'a letter an address' };
}

/** Values of one name in addresses that otherwise only count: what each of them says is in none. */
function inValues(row: readonly string[]): Cargo | null {
  const [, frame, last] = VALUE.exec(row.at(-1) ?? '') ?? [];
  if (frame === undefined || last === undefined) return null;
  const uncounted = frame.replace(/\d{1,3}/g, '');
  const pieces: string[] = [];
  for (const address of row) {
    const [, other = '', piece] = VALUE.exec(address) ?? [];
    if (piece !== undefined && other.replace(/\d{1,3}/g, '') === uncounted) pieces.push(piece);
  }
  if (pieces.length < 2) return null;
  const whole = pieces.join('');
  // Nobody but who counts characters ends a value within an escape.
  if (pieces.slice(0, -1).some((piece) => /%[\da-f]?$/i.test(piece)) && WORDS.test(unescaped(whole)))
    return { score: 0.75, how: 'a sentence in several addresses' };
  const says = (said: string) => isSentence(unescaped(said).replace(/[_-]/g, ' '));
  if ((!pieces.some(says) || areCounted(pieces)) && says(whole))
    return { score: 0.75, how: 'a sentence in several addresses' };
  return null;
}

/** Whether all are of one length but the last: who cuts a text up counts, who names pictures does not. */
function areCounted(pieces: readonly string[]): boolean {
  const [first = ''] = pieces;
  return (
    pieces.length >= LEAST && pieces.every(({ length }, at) => length === first.length || at === pieces.length - 1)
  );
}

/** The last parts of addresses of one host: letters, numbers of letters, words, or pieces of what is encoded. */
function inPieces(row: readonly string[]): Cargo | null {
  const frame = frameOf(row.at(-1) ?? '');
  if (frame === null) return null;
  const pieces: string[] = [];
  for (const address of row) {
    const other = frameOf(address);
    if (other?.before === frame.before) pieces.push(other.piece);
  }
  if (pieces.length < LEAST) return null;
  const codes =
    pieces.length < LEAST_CODES
      ? []
      : pieces.map((piece) => Number.parseInt(piece, /[a-f]/i.test(pieces.join('')) ? 16 : 10));
  if (
    codes.length > 0 &&
    pieces.every((piece) => /^[\da-f]{2,3}$/i.test(piece)) &&
    codes.every((code) => code >= 32 && code < 127) &&
    codes.some((code, at) => code < (codes[at - 1] ?? 0)) &&
    /[a-z]{2}.*[ aeiou]/i.test(String.fromCharCode(...codes))
  )
    return { score: 0.75, how: 'a letter an address' };
  if (pieces.every(({ length }) => length === 1))
    return isSpelling(pieces) ? { score: 0.75, how: 'a letter an address' } : null;
  const said = pieces.map(unescaped);
  if (
    pieces.length >= LEAST_WORDS &&
    said.filter((word) => /^\p{L}[\p{L}\p{M}']{0,23}[.,:?!]?$/u.test(word)).length * 5 >= pieces.length * 4 &&
    // Languages have two letters.
    said.filter(({ length }) => length > 3).length >= 2 &&
    (isSentence(said.join(' ')) || asksInWords(said))
  )
    return { score: 0.75, how: 'a word an address' };
  const together = said.join('');
  // Numbers of rows stand side by side, too, and are no card's.
  const named = /[@=]/.test(together) && saidIn('', together) === 'personal data';
  if (isUnspacedSentence(together) || named || hasKey(together))
    return { score: 0.75, how: 'a text in several addresses' };
  if (
    pieces.length > LEAST &&
    areCounted(pieces) &&
    /_|\+/.test(pieces.join('')) &&
    isSaid(pieces.join('').replace(/[_+]/g, ' '))
  )
    return { score: 0.75, how: 'a sentence in several addresses' };
  return saysTogether(pieces) ? { score: 0.75, how: 'an encoded text in several addresses' } : null;
}

/** A capital, small words of which one joins, and a mark at the end: nothing that pictures side by side are called. */
function asksInWords(words: readonly string[]): boolean {
  return (
    /^\p{Lu}/u.test(words[0] ?? '') &&
    words.slice(1).every((word) => /^\p{Ll}/u.test(word)) &&
    countJoining(words.join(' ')) > 0 &&
    words.some((word, at) => at >= LEAST_WORDS - 1 && /[.?!]$/.test(word))
  );
}

/** Its last part, and what stands before that but for what counts. */
function frameOf(address: string): { readonly before: string; readonly piece: string } | null {
  // What only counts goes, unless something counts before it.
  const own = /\/\d{1,3}\?\w{1,8}=\d{2,3}$/.test(address) ? address : address.replace(/\?(?:\w{1,8}=)?\d{1,3}$/, '');
  const [origin = '', host] = ORIGIN.exec(own) ?? [];
  const [, piece] = PIECE.exec(own.slice(Math.max(origin.length, own.length - LONGEST_PIECE))) ?? [];
  if (host === undefined || piece === undefined) return null;
  return {
    before: `${host} ${address
      .slice(0, address.lastIndexOf(piece))
      .slice(address.indexOf(host) + host.length)
      .replace(/\d{1,3}/g, '')}`,
    piece,
  };
}

/** Each of some length, with capitals or figures, and a text when they stand one behind the other, from whichever end. */
function saysTogether(pieces: readonly string[]): boolean {
  if (pieces.length < LEAST || !pieces.every(({ length }) => length >= 4)) return false;
  const whole = pieces.join('');
  // Numbers of rows are none, and hardly a text has only figures in hexadecimal.
  if (!/[A-Z\d]/.test(whole) || /^\d+$/.test(whole)) return false;
  return decoded(whole, false) !== null || decoded(pieces.toReversed().join(''), false) !== null;
}

/** Names below one host of which each is a piece, and ports that are letters. */
function inHosts(row: readonly string[], last: string): Cargo | null {
  const [, , whole, port] = HOST.exec(last) ?? [];
  if (whole === undefined) return null;
  const host = uncounted(whole);
  const pieces: string[] = [];
  const ports: number[] = [];
  for (const address of row) {
    const [, first = '', other, asked] = HOST.exec(address) ?? [];
    if (other === undefined || uncounted(other) !== host) continue;
    pieces.push(first.replace(/^[a-z]?\d{1,3}[-_]|[-_]\d{1,3}$/i, ''));
    if (asked !== undefined) ports.push(Number(asked));
  }
  if (pieces.length >= LEAST_LETTERS && pieces.every(({ length }) => length === 1) && isSpelling(pieces))
    return { score: 0.75, how: 'a letter a host name' };
  if (saysTogether(pieces)) return { score: 0.75, how: 'an encoded text in several host names' };
  if (port === undefined || ports.length < LEAST_CODES) return null;
  // Services that stand side by side are counted up.
  const turns = ports.filter((one, at) => at > 0 && one < (ports[at - 1] ?? 0)).length;
  return turns >= 2 && /[a-z]{2}.*[ aeiou]/i.test(String.fromCharCode(...ports.map((one) => one % 1000)))
    ? { score: 0.75, how: 'a letter a port' }
    : null;
}

/** The name without labels that count. */
function uncounted(host: string): string {
  return host.replace(/(?<=\.)[a-z]?\d{1,3}(?=\.)/gi, '');
}

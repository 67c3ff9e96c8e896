import { hashOfWord, wordsOfSentence } from '../../../text/learned/words.ts';
import { type Marks, NOT_ASCII, OTHER_MARK } from '../../../text/view/marks.ts';
import { commonWords } from './speaks.ts';

/** A way to write letters by other signs. */
export interface Code {
  /** Whether a text may hold one: asked first, since the pattern costs more. */
  readonly may: (text: string, marks: Marks) => boolean;
  readonly pattern: RegExp;
  readonly read: (run: string) => string;
  /** Whether it may stand in letters and marks of a sentence alone; else it needs something beyond ASCII, many figures or marks. */
  readonly ofLetters?: true;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Grade 1, as Unicode's braille patterns stand for letters in every language with the Latin script. */
const BRAILLE = '⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵';
const SMALL = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡxʏᴢ';
const TURNED = 'ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz';

const fromBraille = tableOf(Array.from(BRAILLE));
const fromSmall = tableOf(Array.from(SMALL));
const fromTurned = tableOf(Array.from(TURNED));
const fromFlags = tableOf(Array.from(LETTERS, (_, at) => String.fromCodePoint(0x1f1e6 + at)));

/** Other alphabets for the same letters. */
export const ALPHABETS: readonly Code[] = [
  {
    may: (text, { kinds }) => (kinds & NOT_ASCII) !== 0 && /[\u2801-\u283f]/.test(text),
    pattern: /[\u2800-\u28ff][\u2800-\u28ff ]{10,600}/g,
    read: (run) => Array.from(run, (sign) => fromBraille.get(sign) ?? ' ').join(''),
  },
  {
    may: (text, { kinds }) => (kinds & NOT_ASCII) !== 0 && /[ᴀʙᴄᴅᴇꜰɢʜɪᴋʟɴᴏᴘʀᴛᴜᴠᴡ]{2}/.test(text),
    pattern: /[ᴀ-ᴢʙɢʜɪʟɴʀʏꜰꜱǫsx][ᴀ-ᴢʙɢʜɪʟɴʀʏꜰꜱǫsx ,.'!?:-]{10,600}/g,
    read: (run) => Array.from(run, (sign) => fromSmall.get(sign) ?? sign).join(''),
  },
  {
    may: (text, { kinds }) => (kinds & NOT_ASCII) !== 0 && /[ɐɔǝɟɥɾʞɯɹʇʌʍʎ]{1,}/.test(text),
    pattern: /[a-zɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎ][a-zɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎ ,.'!?˙-]{10,600}/g,
    read: (run) =>
      Array.from(run, (sign) => fromTurned.get(sign) ?? sign)
        .toReversed()
        .join(''),
  },
  {
    may: (text, { kinds }) => (kinds & NOT_ASCII) !== 0 && text.includes('\ud83c'),
    pattern: /[\u{1f1e6}-\u{1f1ff}](?:[ ]{0,3}[\u{1f1e6}-\u{1f1ff}]){10,400}/gu,
    read: (run) => Array.from(run, (sign) => fromFlags.get(sign) ?? (sign === ' ' ? ' ' : '')).join(''),
  },
  {
    may: (text, { kinds }) => (kinds & OTHER_MARK) !== 0 && /\b[a-z]-[a-z]-[a-z]/i.test(text),
    pattern: /(?<![\w-])[A-Za-z](?:-[A-Za-z]){2,20}(?:\s[A-Za-z](?:-[A-Za-z]){0,20}){2,60}(?![\w-])/g,
    read: (run) => run.replaceAll('-', ''),
  },
  {
    may: (text, { figures }) => figures >= 10 && /\d-\d{1,2}-\d/.test(text),
    pattern: /(?<![\w-])\d{1,2}(?:-\d{1,2}){1,20}(?:[ /]{1,3}\d{1,2}(?:-\d{1,2}){0,20}){2,60}(?![\w-])/g,
    read: (run) =>
      run
        .replaceAll('/', ' ')
        .replace(/\d+/g, (place) => LETTERS.charAt(Number(place) - 1) || '#')
        .replaceAll('-', ''),
  },
  {
    may: (text, { kinds }) =>
      ((kinds & NOT_ASCII) !== 0 || namesCipher(text)) &&
      /\b(?:caesar|cipher|cypher|atbash|rot[ -]?\d|shift(?:ed)? (?:by|of|each)|decrypt|decipher|decode)\b/i.test(text),
    pattern: /[A-Za-z][A-Za-z ,'!?-]{18,600}[A-Za-z]/g,
    read: unshifted,
    ofLetters: true,
  },
  {
    // Each printable sign by the one 47 further on: small letters become figures, signs and capitals.
    may: (text, { figures }) => figures >= LEAST_FIGURES && /(?:[2-9:;<=>?@A-K]{2,14} ){3}/.test(text),
    pattern: /(?<![!-~])[!-~]{1,20}(?: [!-~]{1,20}){3,200}/g,
    read: (run) => run.replace(/[!-~]/g, (sign) => String.fromCharCode(33 + ((sign.charCodeAt(0) + 14) % 94))),
  },
  {
    may: (text, { figures, upper }) => upper + figures >= LONG_RUN && hasLongRun(text),
    pattern: /(?<![A-Za-z0-9+/])[A-Z2-7]{24,1600}={0,6}(?![A-Za-z0-9+/])/g,
    read: fromBase32,
  },
];

/** Words without one of which no cipher is named: in a text of ASCII, what `\b` parts is one of its words. */
const CIPHERS: ReadonlySet<number> = new Set(
  'caesar cipher cypher atbash rot shift shifted decrypt decipher decode'.split(' ').map(hashOfWord),
);
/** A bit for the low bits of each. */
const MAY_NAME = new Uint8Array(256);
for (const hash of CIPHERS) MAY_NAME[hash & 255] = 1;

function namesCipher(text: string): boolean {
  const { count, hash } = wordsOfSentence(text);
  for (let at = 0; at < count; at += 1) {
    const word = hash[at] ?? 0;
    if (MAY_NAME[word & 255] === 1 && CIPHERS.has(word)) return true;
  }
  return false;
}

/** Letters and digits of base32. */
const BASE32 = new Uint8Array(128).fill(1, 65, 91).fill(1, 50, 56);
export const LONG_RUN = 24;
export const LEAST_FIGURES = 4;

/** Whether so many stand in a row: from the far end of where they would, back to what is none of them. */
function hasLongRun(text: string): boolean {
  for (let start = 0; start + LONG_RUN <= text.length; ) {
    let at = start + LONG_RUN - 1;
    while (at >= start && BASE32[text.charCodeAt(at)] === 1) at -= 1;
    if (at < start) return true;
    start = at + 1;
  }
  return false;
}

/** What stands for each letter, by itself. */
export function tableOf(signs: readonly string[]): ReadonlyMap<string, string> {
  return new Map(signs.map((sign, at) => [sign, LETTERS.charAt(at)]));
}

/** By whichever number of letters, or counted from the end, it reads best. */
function unshifted(run: string): string {
  const ways = Array.from({ length: 25 }, (_, by) => (place: number) => (place + by + 1) % 26);
  const said = [...ways, (place: number) => 25 - place].map((move) =>
    run.toLowerCase().replace(/[a-z]/g, (letter) => LETTERS.charAt(move(LETTERS.indexOf(letter)))),
  );
  return said.reduce((best, one) => (commonWords(one) > commonWords(best) ? one : best), '');
}

/** RFC 4648, section 6. */
function fromBase32(run: string): string {
  let [bits, held] = [0, 0];
  const bytes: number[] = [];
  for (const sign of run.replace(/=+$/, '')) {
    held = ((held << 5) | 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign)) & 0xffff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return Buffer.from(bytes).toString('utf8');
}

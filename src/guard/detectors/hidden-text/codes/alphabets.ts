import type { Marks } from '../../../../text/view/marks.ts';
import { commonWords } from '../words/speaks.ts';
import { surveyOf } from '../words/survey.ts';
import { parted } from './parting.ts';

/** A way to write letters by other signs. */
export interface Code {
  /** Whether a text may hold one: asked first, since the pattern costs more. */
  readonly may: (text: string, marks: Marks) => boolean;
  readonly pattern: RegExp;
  readonly read: (run: string) => string;
  /** Whether what is read is said beside what stands there, which may be prose itself. */
  readonly beside?: true;
  /** What is read are bytes, or characters by their numbers as programs escape them. */
  readonly bytes?: 'numbers' | 'escapes';
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Grade 1, as Unicode's braille patterns stand for letters in every language with the Latin script. */
const BRAILLE = '⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵';
const SMALL = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡxʏᴢ';
const TURNED = 'ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz';
const MIRRORED = 'ɒdɔbɘʇǫʜiꞁʞlmᴎoqpɿꙅƚuvwxγz';

const fromBraille = tableOf(Array.from(BRAILLE));
const fromSmall = tableOf(Array.from(SMALL));
const fromTurned = tableOf(Array.from(TURNED));
const fromMirrored = tableOf(Array.from(MIRRORED));
const fromFlags = tableOf(Array.from(LETTERS, (_, at) => String.fromCodePoint(0x1f1e6 + at)));

/** Other alphabets for the same letters: looked for where a text is not all ASCII. */
export const ALPHABETS: readonly Code[] = [
  {
    may: (text) => /[\u2801-\u283f]/.test(text),
    pattern: /[\u2800-\u28ff][\u2800-\u28ff ]{10,600}/g,
    read: (run) => Array.from(run, (sign) => fromBraille.get(sign) ?? ' ').join(''),
  },
  {
    // A byte to each pattern of eight dots, in the order of Unicode.
    may: (text) => /[\u2860-\u287e]{2}/.test(text),
    pattern: /[\u2820-\u287e]{12,600}/g,
    read: (run) => Array.from(run, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x2800)).join(''),
  },
  {
    may: (text) => /[ᴀʙᴄᴅᴇꜰɢʜɪᴋʟɴᴏᴘʀᴛᴜᴠᴡ]{2}/.test(text),
    pattern: /[ᴀ-ᴢʙɢʜɪʟɴʀʏꜰꜱǫsx][ᴀ-ᴢʙɢʜɪʟɴʀʏꜰꜱǫsx ,.'!?:-]{10,600}/g,
    read: (run) => Array.from(run, (sign) => fromSmall.get(sign) ?? sign).join(''),
  },
  {
    may: (text) => /[ɐɔǝɟɥɾʞɯɹʇʌʍʎ]{1,}/.test(text),
    pattern: /[a-zɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎ][a-zɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎ ,.'!?˙-]{10,600}/g,
    read: (run) =>
      Array.from(run, (sign) => fromTurned.get(sign) ?? sign)
        .toReversed()
        .join(''),
  },
  {
    may: (text) => /[ɒɘʜꞁᴎɿꙅƚ]/.test(text),
    pattern: /[a-zɒɔɘʇǫʜꞁʞᴎɿꙅƚγ][a-zɒɔɘʇǫʜꞁʞᴎɿꙅƚγ ,.'!?-]{10,600}/g,
    read: (run) =>
      Array.from(run, (sign) => fromMirrored.get(sign) ?? sign)
        .toReversed()
        .join(''),
  },
  {
    may: (text) => text.includes('\ud83c'),
    pattern: /[\u{1f1e6}-\u{1f1ff}](?:[ ]{0,3}[\u{1f1e6}-\u{1f1ff}]){10,400}/gu,
    read: (run) => {
      const text = Array.from(run, (sign) => fromFlags.get(sign) ?? (sign === ' ' ? ' ' : '')).join('');
      if (/ {2}/.test(text)) return text.replace(/ {2,}|(.) /g, (gap, letter: string | undefined) => letter ?? gap);
      return /^(?:\w )+\w?$/.test(text) ? (parted(text) ?? text) : text;
    },
  },
];

/** Words as labels of domains with a letter that ASCII has not: what stands before the last hyphen is all but that. (RFC 3492) */
export const LABELS: Code = {
  may: (text) => text.includes('xn--'),
  pattern: /(?:\bxn--[a-z0-9-]{2,60}[ .,]{0,2}){5,60}/gi,
  read: (run) => run.replace(/xn--([a-z0-9-]{0,60})-[a-z0-9]{1,60}/gi, '$1').replaceAll('.', ' '),
  beside: true,
};

/** Letters by other letters, where a cipher is named or hardly a letter is one. */
export const CIPHERS: readonly Code[] = [
  {
    may: (text) =>
      isNamedCipher(text) &&
      /\b(?:caesar|cipher|cypher|atbash|rot[ -]?\d|shift(?:ed)? (?:by|of|each)|decrypt|decipher|decode)\b/i.test(text),
    pattern: /[A-Za-z][A-Za-z ,'!?-]{18,600}[A-Za-z]/g,
    read: unshifted,
  },
  {
    // Each printable sign by the one 47 further on: small letters become figures, signs and capitals.
    may: (text, { figures, letters, spaces }) =>
      figures >= 4 && spaces >= 3 && letters * 2 < text.length && /(?:[2-9:;<=>?@A-K]{2,14} ){3}/.test(text),
    pattern: /(?<![!-~])[!-~]{1,20}(?: [!-~]{1,20}){3,200}/g,
    read: (run) => run.replace(/[!-~]/g, (sign) => String.fromCharCode(33 + ((sign.charCodeAt(0) + 14) % 94))),
  },
];

function isNamedCipher(text: string): boolean {
  const { ciphers, known, words } = surveyOf(text);
  return ciphers > 0 && known * 2 <= words;
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

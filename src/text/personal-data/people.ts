import { FIRST_NAMES } from './first-names.ts';
import type { PersonalData } from './found.ts';

const WORD = String.raw`\p{Lu}[\p{L}\p{M}'’]{1,24}(?:-\p{Lu}[\p{L}\p{M}]{1,24})?`;
const INITIAL = String.raw`\p{Lu}\.`;
const PARTICLE = String.raw`(?:de|da|di|del|della|dos|van|von|der|den|la|le|bin|al|el|Mc|Mac|O')`;
/** One to four words of a name: capitals, initials, particles between. */
const NAME = new RegExp(
  String.raw`(?:${WORD}|${INITIAL})(?:[ ](?:${PARTICLE} ){0,2}(?:${WORD}|${INITIAL}|\p{Lu}(?=\s))){0,3}`,
  'uy',
);

/** Words in capitals that begin sentences and fields, not names. */
const NO_NAME = new Set(
  'I The A An This That These Those My Your Our We You He She It They Please Thanks Thank Hello Hi Dear Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Street Road Avenue Inc Ltd LLC Corp Company University College School Hospital Bank North South East West New Is Are Was Will Can Could Should Would Not And Or But If When What Who How Why Where All Team Support Customer Sir Madam Everyone Customers Friend Friends Hiring Manager Students Users Colleagues'.split(
    ' ',
  ),
);

/** What stands before a name: a title, an introduction, a field of a form, the end of a letter. */
export const INTRODUCTIONS: readonly {
  readonly text: string;
  readonly anyCase: boolean;
  readonly score: number;
  readonly known: boolean;
}[] = [
  ...[
    'Mr. ',
    'Mrs. ',
    'Ms. ',
    'Dr. ',
    'Prof. ',
    'Mr ',
    'Mrs ',
    'Ms ',
    'Herr ',
    'Frau ',
    'Señor ',
    'Señora ',
    'Sra. ',
    'Mme ',
    'Monsieur ',
    'Madame ',
    'Signora ',
  ].map((text) => ({ text, anyCase: false, score: 0.7, known: false })),
  ...['my name is ', "my name's ", 'name is ', 'ich heiße ', "je m'appelle ", 'me llamo ', 'mi chiamo '].map(
    (text) => ({ text, anyCase: true, score: 0.8, known: false }),
  ),
  ...[
    'full name: ',
    'first name: ',
    'last name: ',
    'surname: ',
    'name: ',
    'user: ',
    'customer: ',
    'employee: ',
    'attn: ',
    'signed by ',
    'account of ',
  ].map((text) => ({ text, anyCase: true, score: 0.7, known: false })),
  ...[
    'dear ',
    'hi ',
    'hello ',
    'regards,\n',
    'sincerely,\n',
    'i am ',
    "i'm ",
    'this is ',
    'contact ',
    'cc: ',
    'from: ',
    'to: ',
    'call ',
    'email ',
    'ask ',
    'thanks,\n',
    'best,\n',
  ].map((text) => ({ text, anyCase: true, score: 0.65, known: true })),
];

const KNOWN = new Set(FIRST_NAMES);

/** Longest name, and what may stand before it. */
export const LONGEST_NAME = 110;
export const BEFORE_NAME = 24;

/** The name behind an introduction that begins at `at`. */
export function introducedAt(
  text: string,
  at: number,
  introduction: (typeof INTRODUCTIONS)[number],
): PersonalData | null {
  const start = at + introduction.text.length;
  if (/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return null;
  const end = nameEnd(text, start);
  if (end === null) return null;
  const words = text.slice(start, end).split(/[ -]/);
  if (introduction.known && !KNOWN.has(words[0] ?? '')) return null;
  return { type: 'PERSON', start, end, score: introduction.score };
}

function nameEnd(text: string, start: number): number | null {
  NAME.lastIndex = start;
  const match = NAME.exec(text);
  if (match === null) return null;
  const words = match[0].split(' ');
  const stop = words.findIndex((word) => NO_NAME.has(word));
  const kept = (stop < 0 ? words : words.slice(0, stop))
    .join(' ')
    .replace(/['’](?:s)?$| (?:de|da|di|del|della|dos|van|von|der|den|la|le|bin|al|el)$/, '');
  return kept.length < 2 || /^\p{Lu}\.?$/u.test(kept) ? null : start + kept.length;
}

/** Whether the name that begins at `start` may go on behind the end of the text. */
export function isNameOpen(text: string, start: number): boolean {
  if (text.length - start > LONGEST_NAME) return false;
  NAME.lastIndex = start;
  const match = NAME.exec(text);
  return GOES_ON.test(text.slice(start + (match?.[0].length ?? 0)));
}

const GOES_ON = new RegExp(String.raw`^[-'’.]?(?: (?:${PARTICLE} ){0,2}[\p{L}.'’]{0,5})?$`, 'u');

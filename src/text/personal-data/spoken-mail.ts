import type { PersonalData } from './found.ts';
import { AS_IN, AT_WORDS as AT, DOT_WORDS as DOT, ONE_DIGIT } from './spoken-words.ts';

const BETWEEN = `${DOT}|underscore|unterstrich|tiret bas|gui[oó]n bajo|trattino basso|underline|dash|hyphen|minus|tiret|gui[oó]n|trattino|traço|plus`;
const LETTER = `[a-z](?: ${AS_IN} \\p{L}{2,12})?(?![\\p{L}\\p{N}])`;
const ATOM = `(?:${LETTER}(?: ${LETTER}){1,20}|${LETTER}|[a-z0-9]{1,30})(?: (?:${ONE_DIGIT})(?!\\p{L})){0,10}`;
const LOCAL = `(?<![\\p{L}\\p{N}@.'’])${ATOM}(?: (?:${BETWEEN}) ${ATOM}){0,4}`;
const PART = `[\\p{L}\\p{N}]{1,30}`;
const DOMAIN = `${PART}(?: (?:${BETWEEN}) ${PART}){0,3}`;
const ENDING =
  'com|org|net|edu|gov|io|co|uk|de|fr|it|es|info|biz|us|ca|au|in|nl|eu|ch|at|pt|br|mx|ar|pl|se|be|ie|app|dev|ai|me|tv|example';

const AT_WORD = new RegExp(`(?<=[\\p{L}\\p{N}]) (?:${AT}) (?=[\\p{L}\\p{N}])`, 'giu');
const BEHIND = new RegExp(`${DOMAIN} (?:${DOT}) (?:${ENDING})(?![\\p{L}\\p{N}])`, 'iuy');
const BEFORE = new RegExp(`${LOCAL}$`, 'iu');
/** A letter and a word that begins with it are longest. */
const LONGEST_LOCAL = 400;

/** What stands before a place, or an address on the web, and is nobody's name. */
const NOBODY =
  /^(?:look(?:ing|ed|s)?|go|check|shop|find|found|visit|us|me|it|them|him|her|you|available|works?|working|worked|apply|out|up|back|online|here|there|site|page|website|is|was|are|buy|order|read|more|one|this|that|be|and|or|i'm|meet|met)$/i;

/** Mail addresses as they are said: `jo dot smith at example dot com`, `j o four five arroba ejemplo punto es`. */
export function emailsIn(text: string): readonly PersonalData[] {
  const found: PersonalData[] = [];
  for (const { 0: said, index } of text.matchAll(AT_WORD)) {
    BEHIND.lastIndex = index + said.length;
    const behind = BEHIND.exec(text);
    if (behind === null) continue;
    // No address begins within the one before it.
    const tail = Math.max(found.at(-1)?.end ?? 0, index - LONGEST_LOCAL);
    const before = BEFORE.exec(text.slice(tail, index));
    if (before === null || NOBODY.test(before[0])) continue;
    found.push({ type: 'EMAIL_ADDRESS', start: tail + before.index, end: BEHIND.lastIndex, score: 0.8 });
  }
  return found;
}

const OPEN = new RegExp(`${LOCAL}(?: (?:${AT})(?: ${DOMAIN})?)?(?: [\\p{L}\\p{N}']{0,12}){0,3} ?$`, 'iu');
const LONGEST_OPEN = LONGEST_LOCAL + 120;

/** Where a mail address may begin that is not said to its end. */
export function openEmail(text: string): number {
  const tail = lastWords(text, beforeWords(text));
  const open = OPEN.exec(text.slice(tail));
  return open === null ? text.length : tail + open.index;
}

/** Where the words begin that end the text: letters, figures, spaces and apostrophes, of which all that is said is made; one character more. */
function beforeWords(text: string): number {
  const least = Math.max(0, text.length - LONGEST_OPEN);
  let at = text.length;
  while (at > least && SAID_WITH[text.charCodeAt(at - 1)] !== 0) at -= 1;
  return Math.max(least, at - 1);
}

/** Whether a character of ASCII may stand in an address that is said; beyond ASCII any may. */
const SAID_WITH = Uint8Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9' ]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Words that may be behind the first of an address, whatever they are, and the end of the last. */
const BEHIND_FIRST = 4;
/** `[oó]` in a pattern is two words. */
const OF_ADDRESS: ReadonlySet<string> = new Set(
  `${AT}|${BETWEEN}|${ONE_DIGIT}`
    .split(/[| ]/)
    .flatMap((word) => [word.replace('[oó]', 'o'), word.replace('[oó]', 'ó')]),
);

function isOfAddress(word: string): boolean {
  return word.length === 1 || OF_ADDRESS.has(word.toLowerCase());
}

/** Where the first of these words begins of which an address may: the last few, and from the one before a word that is said in addresses. */
function lastWords(text: string, from: number): number {
  const words = text.slice(from).split(' ');
  const first = words.findIndex(isOfAddress);
  const kept = Math.max(0, Math.min(first < 0 ? words.length : first - 1, words.length - 1 - BEHIND_FIRST));
  return words.slice(0, kept).reduce((start, word) => start + word.length + 1, from);
}

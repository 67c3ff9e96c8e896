import { isFamilyName } from './family.ts';
import type { PersonalData } from './found.ts';
import type { Introduction } from './introduction.ts';
import { GIVEN, nameEnd, nameStart } from './name.ts';
import { FAMOUS } from './people.ts';

/** The name behind an introduction that begins at `at`. */
export function introducedAt(text: string, at: number, introduction: Introduction): PersonalData | null {
  const start = nameStart(text, at + introduction.text.length);
  if (introduction.written !== undefined) return writtenAt(text, start, introduction.written);
  if (BEGINS_WORD.test(introduction.text) && introduction.asks !== 'known' && /[\p{L}\p{N}]/u.test(text[at - 1] ?? ''))
    return null;
  const end =
    introduction.asks === 'small'
      ? null
      : (nameEnd(text, start) ?? (introduction.score >= SURE ? smallNameEnd(text, start) : null));
  if (end === null) return introduction.small === true ? knownSmallAt(text, start, introduction.score) : null;
  const words = text.slice(start, end).split(/[ -]/);
  const told = introduction.before?.test(text.slice(Math.max(0, at - 12), at)) === true;
  if (!(told || satisfies(words, introduction.asks)) || !isFollowed(text, end, introduction.behind)) return null;
  if (FAMOUS.has(words.at(-1) ?? '') || (text[end] === '.' && TITLES.has(words.at(-1) ?? ''))) return null;
  return { type: 'PERSON', start, end, score: introduction.score };
}

/** Behind one title another may stand, and introduces the name itself. */
const TITLES = new Set(['Dr', 'Prof', 'Mag', 'Ing', 'Dipl', 'Rev', 'Hon']);

const BEGINS_WORD = /^\p{L}/u;

function satisfies(words: readonly string[], asks: Introduction['asks']): boolean {
  const [first = '', second] = words;
  if (asks === 'known')
    return second !== undefined && words.some((word) => GIVEN.names.has(word) || isFamilyName(word));
  if (asks === 'word' || GIVEN.names.has(first)) return true;
  return asks === 'words' ? second !== undefined : asks === 'family' && isFamilyName(first);
}

function isFollowed(text: string, end: number, behind: RegExp | undefined): boolean {
  if (behind === undefined) return true;
  behind.lastIndex = end;
  return behind.test(text);
}

function writtenAt(text: string, start: number, written: RegExp): PersonalData | null {
  written.lastIndex = start;
  const name = written.exec(text);
  return name === null ? null : { type: 'PERSON', start, end: start + name[0].length, score: 0.65 };
}

/** An introduction that nothing but a name follows. */
const SURE = 0.8;

/** Who chats writes names small, too: a known one, and a word behind it that is no word of a sentence. */
function smallNameEnd(text: string, start: number): number | null {
  const [first = '', second] = SMALL_NAME.exec(text.slice(start, start + 48))?.slice(1) ?? [];
  if (first === '') return null;
  if (!GIVEN.names.has(capitalized(first))) {
    const whole = start + first.length + 1 + (second?.length ?? 0);
    if (
      second !== undefined &&
      ALONE.test(text.slice(whole, whole + 5)) &&
      mayBeSmallName(first) &&
      mayBeSmallName(second)
    )
      return whole;
    return ALONE.test(text.slice(start + first.length, start + first.length + 5)) && !NO_SMALL_NAME.has(first)
      ? start + first.length
      : null;
  }
  return start + first.length + (second === undefined || JOINING.has(second) ? 0 : second.length + 1);
}

function mayBeSmallName(word: string): boolean {
  return word.length > 2 && !NO_SMALL_NAME.has(word) && !JOINING.has(word);
}

/** A known given name in small letters, and the family name that ends a part of a sentence behind it. */
function knownSmallAt(text: string, start: number, score: number): PersonalData | null {
  const [first = '', second = ''] = SMALL_NAME.exec(text.slice(start, start + 48))?.slice(1) ?? [];
  if (first.length < 3 || WORDS_TOO.has(first) || !GIVEN.names.has(capitalized(first))) return null;
  const whole = start + first.length + 1 + second.length;
  const isFamily =
    second !== '' &&
    !JOINING.has(second) &&
    (/^[,.!?\n]?$/.test(text.slice(whole, whole + 1)) || isFamilyName(capitalized(second)));
  return { type: 'PERSON', start, end: isFamily ? whole : start + first.length, score };
}

function capitalized(word: string): string {
  const first = word.charCodeAt(0);
  // Of ASCII without a pattern: this is asked behind every `is`.
  if (first < 128) return first >= 97 && first <= 122 ? String.fromCharCode(first - 32) + word.slice(1) : word;
  return word.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
}

/** Given names that are words of English sentences, too. */
const WORDS_TOO = new Set(
  'will mark grant grace hope faith joy drew pat sue rose bill dawn jack art rob chip dean max may april june august lane guy frank rich sandy dale glen iris ivy lily daisy ruby pearl amber jade crystal summer autumn winter eve earl duke king prince major miles chase chance cliff clay heath forest ray gene josh jay bob nick rusty sunny merry carol robin olive ginger sage basil rosemary violet melody harmony destiny angel star sky ember brook brooke reed wade ford hunter mason carter parker cooper baker taylor tanner tyler skip buck buddy baby victor norm stew stella any see lee ana per van von les don dom don'.split(
    ' ',
  ),
);

/** Where nothing goes on that a word of a sentence would need. */
const ALONE = /^(?:[.,!\n]|$| and )/;
const NO_SMALL_NAME = new Set(
  'wrong correct right missing blank empty there here unique common secret public private unknown unimportant long short misspelled misspelt required optional invalid valid taken set used changed different same similar mine yours this that not spelled listed too very also still being been never always under really just now already clearly only all every some any none no yes given entered shown printed written mentioned above below elsewhere'.split(
    ' ',
  ),
);

const SMALL_NAME = /^(\p{Ll}[\p{L}'’-]{1,15})(?: ([\p{L}'’-]{2,20}))?(?![\p{L}\p{N}_])/u;
const JOINING = new Set(
  'and but or from in at on with who the my her his it its is was will would can could please so because as to for of have has had am are you we they that this there here born living live by not if when where what how why y e et und aus von de'.split(
    ' ',
  ),
);

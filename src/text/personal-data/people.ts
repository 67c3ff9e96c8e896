import { wideOf } from '../view/wide.ts';
import { isBuiltLikeName } from './family.ts';
import type { PersonalData } from './found.ts';
import { GIVEN, LONGEST_NAME, nameEnd } from './name.ts';
import { mayHold, withLetter } from './name-set.ts';

const KNOWN = GIVEN.names;

/** Where given names stand, and what is built like a name, between these places; and near the end of the text what may become one. */
export function givenIn(
  text: string,
  from: number,
  to: number,
): readonly { readonly start: number; readonly end: number }[] {
  const units = wideOf(text);
  const letters = LETTERS;
  const { length } = text;
  const given: { readonly start: number; readonly end: number }[] = [];
  for (let at = nextCapital(units, Math.max(0, from), to), end = at; at < to; at = nextCapital(units, end, to)) {
    let hash = 0;
    for (end = at; end < length && end - at <= LONGEST_GIVEN; end += 1) {
      const unit = units[end] ?? 0;
      if (letters[unit] === NO_LETTER) break;
      hash = withLetter(hash, unit);
    }
    const follows = end + 1 < length && units[end] === SPACE && letters[units[end + 1] ?? 0] === CAPITAL;
    const isName =
      end - at > 2 &&
      ((mayHold(GIVEN, hash) && KNOWN.has(text.slice(at, end))) ||
        (follows && beginsWithCapital(text, end + 1) && isBuiltLikeName(text, at, end)));
    if (isName || (length - at <= LONGEST_NAME && (follows || length - end <= 1))) given.push({ start: at, end });
  }
  return given;
}

/** The first place where a word begins with a capital; `to` if there is none. */
function nextCapital(units: Uint16Array, from: number, to: number): number {
  const letters = LETTERS;
  let before = from === 0 ? NO_LETTER : (letters[units[from - 1] ?? 0] ?? NO_LETTER);
  for (let at = from; at < to; at++) {
    const letter = letters[units[at] ?? 0] ?? NO_LETTER;
    // No branch but this one: whether a word ends is what a processor guesses wrong.
    if (letter > before + SMALL) return at;
    before = letter;
  }
  return to;
}

/** In scripts beyond ASCII, whether a capital stands there is told by no range. */
function beginsWithCapital(text: string, at: number): boolean {
  return text.charCodeAt(at) < 128 || /^\p{Lu}/u.test(text.slice(at, at + 2));
}

const LONGEST_GIVEN = 16;
const SPACE = 32;

const [NO_LETTER, SMALL, CAPITAL] = [0, 1, 2];
/** By the UTF-16 unit; beyond ASCII any letter may be a capital. */
const LETTERS = new Uint8Array(0x10000).fill(SMALL, 97, 123).fill(CAPITAL, 65, 91).fill(CAPITAL, 192);

/** A name of several words that begins with a given name, which ends at `given`; a single one where it is said that somebody is called so. */
export function givenAt(text: string, at: number, given: number): PersonalData | null {
  if (/[\p{L}\p{N}_./@#$\\-]/u.test(text[at - 1] ?? '') || /[\p{L}\p{N}_]/u.test(text[given] ?? '')) return null;
  const known = KNOWN.has(text.slice(at, given));
  if (!known && !isBuiltLikeName(text, at, given)) return null;
  const end = nameEnd(text, at);
  if (end === null) return null;
  const name = text.slice(at, end);
  if (!known && !name.includes(' ')) return null;
  const told = name.includes(' ') ? !isPublic(text, at, name) : isSomebody(text, at, end);
  if (!told) return null;
  return { type: 'PERSON', start: at, end, score: 0.6 };
}

/** Names of authors, of those in lists and titles, and those that everybody knows are nobody's secret. */
function isPublic(text: string, at: number, name: string): boolean {
  const before = text.slice(Math.max(0, at - 40), at);
  if (IN_FIELD.test(before)) return false;
  const behind = text.slice(at + name.length, at + name.length + 12);
  if (name.split(' ').length <= 3 && CELL_BEFORE.test(before) && CELL_BEHIND.test(behind)) return false;
  if (WORK_BEHIND.test(behind)) return true;
  return PUBLIC.test(before) || GOES_BEFORE.test(before) || FAMOUS.has(name.slice(name.lastIndexOf(' ') + 1));
}

/** The value of a field in JSON that holds somebody. */
const IN_FIELD =
  /"[\w ]{0,20}(?:name|customer|client|patient|employee|user|owner|contact|recipient|sender|member|guest|assignee|manager|student|tenant|driver|holder|caller|person|from|to)"\s?:\s?"$/i;

/** A cell of a table that holds a name and nothing else. */
const CELL_BEFORE = /(?:[|;\t] ?|(?:^|[\n,;])")$/;
const CELL_BEHIND = /^(?: ?[|;\t]|")/;
const WORK_BEHIND = /^['’]?s? (?:book|novel|song|film|poem|album)/;

const PUBLIC =
  /(?:\b(?:copyright (?:\(c\) )?\d{4}|by|and|authors?|writer|poet|composer|artists?|singer|actors?|actress|director|president|chancellor|queen|king|saint|st\.?|explorers?|pioneers?|such as|like|including|starring|after|role of|novel|character|protagonist,?|cartographer|story follows|two (?:men|women),|(?:verse|song|music|story|careers?|works?|writings|biography|legacy) of|visit the|explore the|musical|maestro,?|saint|a[.]?k[.]?a[.]?|philosopher|scientist|physicist|mathematician|senator|minister|style of|persona of|what (?:did|does|is|was|are|if)|where (?:did|does|is|was)|when (?:did|was|is)|who (?:is|was)|why (?:was|did|is|has)|how (?:did|does)|")|\d[.)]|[|"“‘'*([-])\s?$/i;

/** The beginning of a name that we do not know, an office, a brand. */
const GOES_BEFORE = /[^.!?\n>] {0,2}\p{Lu}[\p{L}'’]+ $/u;

/** Whom everybody knows. */
export const FAMOUS = new Set(
  'Columbus Shakespeare Newton Einstein Putin Trump Biden Obama Clinton Bush Lincoln Washington Roosevelt Churchill Merkel Hitler Stalin Lenin Gandhi Mandela Darwin Galilei Picasso Gogh Monet Cézanne Vinci Mozart Beethoven Bach Chopin Strauss Potter Weasley Granger Poppins Bond Hood Stark Austen Dickens Hemingway Steinbeck Orwell Tolkien Rowling Twain Wilde Tolstoy Kafka Goethe Schiller Nietzsche Kant Hegel Marx Freud Plato Descartes Euler Gauss Fermat Turing Hawking Hawk Curie Tesla Edison Jobs Gates Musk Bezos Brin Page Taleb Lovelace Zuckerberg Buffett Presley Lennon McCartney Dylan Monroe Chaplin Disney Spielberg Hitchcock Kubrick Tarantino DiCaprio Hanks Depp Streep Cobain Macron Sarkozy Scholz Thatcher Bonaparte Caesar Messi Ronaldo Federer Nadal Djokovic Schumacher Senna Gagarin Fitzgerald Faulkner Eriksson Polo Magellan Cook Shelley Byron Keats Wordsworth Whitman Dickinson Thoreau Emerson Woolf Joyce Beckett Camus Sartre Hugo Dumas Verne Zola Proust Balzac Rousseau Voltaire Locke Hume Hobbes Smith-Rowe Keynes Friedman Franklin Jefferson Adams Hamilton Nixon Reagan Kennedy Eisenhower Truman Carter'.split(
    ' ',
  ),
);

/** Whether a single name speaks in a dialogue, or stands behind a word for what people are to each other. */
function isSomebody(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - 32), at);
  return (
    (SPEAKS.test(before) && /^:(?![:/])/.test(text.slice(end, end + 2))) ||
    RELATED.test(before) ||
    DOES.test(text.slice(end, end + 14)) ||
    isCalled(before, text.slice(end, end + 1)) ||
    (SPEAKS.test(before) && SPOKEN_TO.test(text.slice(end, end + 10))) ||
    isListed(before, text.slice(end, end + 24))
  );
}

/** `Karin, can I …`, where a text or a line begins. */
const SPOKEN_TO = /^, (?:can|could|please|would|will|do|did|are|what|where|why|thank|i|you|we)\b/i;

/** Spoken to: `wait, Karin!` */
function isCalled(before: string, after: string): boolean {
  return /[\p{Ll}], $/u.test(before) && (after === '!' || after === '?');
}

/** One of several given names in a row. */
function isListed(before: string, after: string): boolean {
  const earlier = EARLIER.exec(before)?.[1] ?? LAST_OF_LIST.exec(before)?.[1];
  const later = /^,? (?:(?:and|&|und|y|et) )?(\p{Lu}\p{L}{2,15})(?![\p{L}-])/u.exec(after);
  const one = earlier !== undefined && KNOWN.has(earlier);
  const other = later !== null && KNOWN.has(later[1] ?? '') && (one || later[0].startsWith(', '));
  return one || other;
}

const EARLIER = /(?:^|[^\p{L}"“'‘])(\p{Lu}\p{L}{2,15}), $/u;
const LAST_OF_LIST = /, (\p{Lu}\p{L}{2,15}),? (?:and|&|und|y|et) $/u;

const SPEAKS = /(?:^|\n)[>*\s]{0,4}$/;
const DOES =
  /^ (?:lives?|lived|said|says|asked|told|shouted|replied|spent|works|worked|wrote|called|moved|married|flew|phoned|emailed|has (?:been|her|his|to)|had (?:given|been|to|her|his)|is (?:from|my|our|your|so|an?|very|too|not|going|coming|here|at|in|on|her|his)|was (?:born|at|in|my|our|so|very)|will (?:be|call|come|send|have)|began|begins|can't|didn't|doesn't|isn't|wasn't|won't|started|listed|lost|thinks|wants|needs|likes|loves|came|went|left|sent|bought|paid|signed|gave|took|got|began)\b/;
const RELATED =
  /\b(?:named|did|whether|ping|called (?:him|her)|named (?:him|her)|friend|wife|husband|son|daughter|brother|sister|kid|mother|father|mom|dad|uncle|aunt|cousin|boss|colleague|neighbou?r|boyfriend|girlfriend|manager|ask|tell|told|met|meet|(?:why|how|where|when) (?:is|was|does|did|will|has|can)|(?:shout|yell|wav|smil|laugh|look|star|nodd)(?:ed|s) at|had (?:given|sent|told|shown|paid)|spoke (?:to|with)|talked (?:to|with))(?: is)?,? $/i;

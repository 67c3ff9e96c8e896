import { wideOf } from '../view/wide.ts';
import { FAMILY_NAMES } from './family-names.ts';
import { FIRST_NAMES } from './first-names.ts';
import type { PersonalData } from './found.ts';
import type { Introduction } from './introductions.ts';
import { mayHold, nameSetOf, withLetter } from './name-set.ts';

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
  'I The A An This That These Those My Your Our We You He She It They Please Thanks Thank Hello Hi Dear Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Street Road Avenue Inc Ltd LLC Corp Company University College School Hospital Bank North South East West New Is Are Was Will Can Could Should Would Not And Or But If When What Who How Why Where All Team Support Customer Sir Madam Everyone Customers Friend Friends Hiring Manager Students Users Colleagues Fellow San Santa Los Las Committee Minister Board Office Department Council Members Family Fans Parents Readers Guests Owner Editor Officer Director Applicant Subscriber Subscribers Diary God Lord Valued Human Resources Services Sales Marketing Prime Beach River City County Lake Island Valley Mountain Park Award Prize Museum Church Cathedral Bridge Airport Station Festival Foundation Institute Act Law Theorem Effect Method Algorithm Day Night Week Christmas Easter States Kingdom Republic Empire Dynasty War Battle Bay Falls Springs Square Center Centre Theatre Theater Library Clinic Bakery Restaurant Hotel Café Cafe Bar Grill Pizza Group Bank Bros Brothers Sons Associates Partners Systems Software Technologies Then There Here As At By For From In Into On Of With Was Also So Just Because Since While Although However Therefore Project Code Studio Server Edition Version Chapter Book Series Show Movie Awards Cup League Team United Club Stadium Experience Tower Mosque Temple Palace Jewish Christian Muslim Optional Magic Drive Terrace Creek Lane Court Apt Suite Box Unit Investments Cliffs Lodge Fort Union Orchestra Boulevard Highway Holdings Industries Brewery Winery Ranch Farm Hills Heights Gardens House Villa Palazzo'.split(
    ' ',
  ),
);

const GIVEN = nameSetOf(FIRST_NAMES);
const KNOWN = GIVEN.names;
const FAMILIES = nameSetOf(FAMILY_NAMES);

/** Ends of family names that hardly any other word has: patronymics, and what the languages of Europe and the Caucasus make names with. */
export const FAMILY_ENDS =
  'dóttir|dottir|sdatter|sson|ssen|[^aeiou]sen|vić|vic|nić|čić|ović|ková|nová|rová|ská|ński|ńska|wski|wska|wicz|czyk|czak|enko|chuk|shvili|adze|idis|poulos|akis|oğlu|escu|ieva|ovich|ovych|nikov|rova|nova|kova|leva|ström|strom|όπουλος|οπούλου|ίδης|ίδου|άκης|άκη|ιάδης|άδης|qvist|quist|lund|gren|ovic|evic|vich|[krlnmtsdzp]ova?|[aeiyndrszt]eva?|[rlkbzt]sk[iay]|idze|ashvili|[nrdlmpvgq]u?ez|poulou|[aouyäö]nen|[^aeiou]mann|auskas|vičius|aitė|ienė|iūtė|mäki|järvi|zadeh|[бвгдзклмнпрст](?:ов|ев|ин)(?:а|у|ым|ой|ых)?|ск(?:ий|ая|ого|ой|ому|им)|енко|чук|ович|евич|овна|евна|gård|dijk|(?:ij|el|oek|ens|ing|and)stra|ema|inen|nyi|ssy';
const FAMILY = new RegExp(`^\\p{Lu}[\\p{L}'’-]{2,18}(?:${FAMILY_ENDS})$`, 'u');

/** The last two letters of those that have no others than ASCII. */
export const LAST_TWO =
  'ir er on en ic ki ka cz yk ak ko uk li ze is os cu va ch ov ev st nd om ky ez ou nn as eh jk ra ma yi sy';
const LAST_OF_FAMILY = new Uint8Array(1 << 14);
for (const pair of LAST_TWO.split(' ')) LAST_OF_FAMILY[pairOf(pair.charCodeAt(0), pair.charCodeAt(1))] = 1;

function pairOf(one: number, other: number): number {
  return ((one & 127) << 7) | (other & 127);
}

/** What goes before a letter that is no initial: `Vitamin C Serum`. */
const LETTERED =
  /^(?:Vitamin|Hepatitis|Plan|Class|Type|Group|Appendix|Section|Part|Figure|Table|Grade|Series|Schedule|Option|Exhibit|Building|Unit|Phase|Step|Model|Route|Team|Line|Gate|Platform|Zone|Block|Level|Row|Column|Point|Annex|Article|Chapter|Category|Terminal|Hall|Room|Generation|Malcolm)$/;

/** Where nobody is known by the given name, whether what begins here is built like a name: an initial in its midst, a family name by its end. */
function isBuiltLikeName(text: string, at: number, end: number): boolean {
  if (!mayBeFamily(text, end)) return false;
  const first = text.slice(at, end);
  if (NO_NAME.has(first) || LETTERED.test(first) || first === first.toUpperCase()) return false;
  const [, second = '', third = ''] = SECOND.exec(text.slice(end, end + 48)) ?? [];
  if (/^\p{Lu}\.?$/u.test(second)) return /^\p{Lu}[\p{Ll}’']{2}/u.test(third) && !NO_NAME.has(third);
  return FAMILY.test(second) || FAMILIES.names.has(second);
}

const SECOND = /^ ([\p{L}.'’-]{1,24})(?: ([\p{L}'’-]{1,24}))?/u;
const LONGEST_SECOND = 24;

/** Whether the word behind a space may be the second that such a name needs; most words in capitals are none. */
function mayBeFamily(text: string, end: number): boolean {
  const units = wideOf(text);
  if (units[end] !== SPACE) return false;
  const letters = WITHIN_NAME;
  const least = end + 1;
  const most = Math.min(text.length, least + LONGEST_SECOND);
  let at = least;
  let hash = 0;
  for (; at < most; at++) {
    const unit = units[at] ?? 0;
    if (unit > 127) return true;
    if (letters[unit] === 0) break;
    hash = withLetter(hash, unit);
  }
  const last = units[at - 1] ?? 0;
  // An initial.
  if (at - least < 2 || (at - least === 2 && last === DOT)) return at > least;
  return LAST_OF_FAMILY[pairOf(units[at - 2] ?? 0, last)] === 1 || mayHold(FAMILIES, hash);
}

const DOT = 46;
/** Of ASCII, what a word of a name is made of. */
const WITHIN_NAME = new Uint8Array(128).fill(1, 65, 91).fill(1, 97, 123);
for (const mark of ".'-") WITHIN_NAME[mark.charCodeAt(0)] = 1;

/** Longest name, and what may stand before it: another name that holds it, with its introduction. */
export const LONGEST_NAME = 110;
export const BEFORE_NAME = 100;
export const NESTED_NAME = 64;

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

const FAMOUS = new Set(
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

/** The name behind an introduction that begins at `at`. */
export function introducedAt(text: string, at: number, introduction: Introduction): PersonalData | null {
  const start = nameStart(text, at + introduction.text.length);
  if (introduction.written !== undefined) return writtenAt(text, start, introduction.written);
  if (BEGINS_WORD.test(introduction.text) && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return null;
  const end = nameEnd(text, start) ?? (introduction.score >= SURE ? smallNameEnd(text, start) : null);
  if (end === null) return introduction.small === true ? knownSmallAt(text, start, introduction.score) : null;
  const words = text.slice(start, end).split(/[ -]/);
  if (!satisfies(words, introduction.asks) || !isFollowed(text, end, introduction.behind)) return null;
  if (FAMOUS.has(words.at(-1) ?? '')) return null;
  return { type: 'PERSON', start, end, score: introduction.score };
}

const BEGINS_WORD = /^\p{L}/u;

function satisfies(words: readonly string[], asks: Introduction['asks']): boolean {
  const [first = '', second] = words;
  if (asks === 'word' || KNOWN.has(first)) return true;
  return asks === 'words'
    ? second !== undefined
    : asks === 'family' && (FAMILIES.names.has(first) || FAMILY.test(first));
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
  if (!KNOWN.has(capitalized(first)))
    return ALONE.test(text.slice(start + first.length, start + first.length + 5)) && !NO_SMALL_NAME.has(first)
      ? start + first.length
      : null;
  return start + first.length + (second === undefined || JOINING.has(second) ? 0 : second.length + 1);
}

/** A known given name in small letters, and the family name that ends a part of a sentence behind it. */
function knownSmallAt(text: string, start: number, score: number): PersonalData | null {
  const [first = '', second = ''] = SMALL_NAME.exec(text.slice(start, start + 48))?.slice(1) ?? [];
  if (first.length < 3 || WORDS_TOO.has(first) || !KNOWN.has(capitalized(first))) return null;
  const whole = start + first.length + 1 + second.length;
  const isFamily = second !== '' && !JOINING.has(second) && /^[,.!?\n]?$/.test(text.slice(whole, whole + 1));
  return { type: 'PERSON', start, end: isFamily ? whole : start + first.length, score };
}

function capitalized(word: string): string {
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
  'wrong correct right missing blank empty there here unique common secret public private unknown unimportant long short misspelled misspelt required optional invalid valid taken set used changed different same similar mine yours this that'.split(
    ' ',
  ),
);

const SMALL_NAME = /^(\p{Ll}[\p{L}'’-]{1,15})(?: ([\p{L}'’-]{2,20}))?(?![\p{L}\p{N}_])/u;
const JOINING = new Set(
  'and but or from in at on with who the my her his it its is was will would can could please so because as to for of have has had am are you we they that this there here born living live by not if when where what how why y e et und aus von de'.split(
    ' ',
  ),
);

/** Forms leave room before what is filled in. */
export function nameStart(text: string, at: number): number {
  let start = at;
  while (start < at + 6 && text[start] === ' ') start += 1;
  return start;
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
export function isNameOpen(text: string, start: number, introduced: boolean): boolean {
  if (text.length - start > LONGEST_NAME) return false;
  if (introduced && /^[\p{L}\p{M}'’々-]{0,16}(?: [\p{L}\p{M}'’-]{0,20})?$/u.test(text.slice(start))) return true;
  NAME.lastIndex = start;
  const match = NAME.exec(text);
  const rest = text.slice(start + (match?.[0].length ?? 0));
  return GOES_ON.test(rest) || LIST_GOES_ON.test(rest) || VERB_GOES_ON.test(rest);
}

/** The next of a list of names, not whole yet. */
const LIST_GOES_ON = /^(?:,|,? (?:a|an|and|&|u|un|und|y|e|et)?|(?:,|,? (?:and|&|und|y|et)) \p{Lu}\p{L}{0,15})$/u;

/** What somebody does in two words, the second not whole yet. */
const VERB_GOES_ON = /^ (?:is|was|has|had|will) [a-z]{0,6}$/;

const GOES_ON = new RegExp(String.raw`^(?:-\p{Lu}?|['’.])?(?: (?:${PARTICLE} ){0,2}[\p{L}.'’]{0,10})?$`, 'u');

import { compact } from './checksums.ts';
import type { PersonalData, Stretch } from './found.ts';
import type { DataRow } from './row.ts';
import { DATA_ROWS } from './rows.ts';

/** Words for an identifier stand this far before it; behind it, for those that nothing but a word tells. */
export const CONTEXT_BEFORE = 70;
export const CONTEXT_BEHIND = 40;

/** No identifier is longer, with what stands between its groups. */
export const LONGEST_IDENTIFIER = 48;

/** Below this nothing is told. */
const LEAST_SCORE = 0.4;
const SCORE_BARE = 0.5;
const SCORE_IN_CONTEXT = 0.75;
/** The same of a number whose check digits hold. */
export const CHECKED_IN_CONTEXT = 0.8;

/** Identifiers that begin at these places, where a word begins. `bare`: the text is nothing but identifiers. */
export function identifiersAt(stretch: Stretch, starts: readonly number[], bare: boolean): readonly PersonalData[] {
  const found: PersonalData[] = [];
  for (const start of starts) {
    for (const candidate of candidatesAt(stretch.text, start, bare)) {
      const score = scoreOf(stretch, candidate, bare);
      if (score >= LEAST_SCORE) found.push({ type: candidate.row.type, start, end: candidate.end, score });
    }
  }
  const left = withoutRivals(found);
  return bare ? left.filter((one) => !isUntold(one, left, stretch.text)) : left;
}

interface Candidate {
  readonly row: DataRow;
  readonly start: number;
  readonly end: number;
}

function candidatesAt(text: string, start: number, bare: boolean): readonly Candidate[] {
  const digits = digitsIn(text, start);
  const first = text.charCodeAt(start);
  const number = first >= 48 && first <= 57;
  if (number && digits < FEW && !bare && !GOES_ON_IN_LETTERS.test(text.slice(start, start + 6))) return NONE;
  const small = first >= 97 && first <= 122;
  const { length, lettered, together } = lookTogether(text, start);
  let found: Candidate[] | null = null;
  for (const fitting of fittingOf(number, !number || lettered, number ? Math.min(digits, together) : digits, length)) {
    if (!mayHold(fitting, text, start)) continue;
    found ??= [];
    addCandidates(fitting.rows, { text, start, bare, small }, found);
  }
  return found ?? NONE;
}

const NONE: readonly Candidate[] = [];

interface Looked {
  readonly text: string;
  readonly start: number;
  readonly bare: boolean;
  /** Whether it begins with a small letter. */
  readonly small: boolean;
}

function addCandidates(rows: readonly DataRow[], { text, start, bare, small }: Looked, found: Candidate[]): void {
  for (const row of rows) {
    row.pattern.lastIndex = start;
    const match = row.pattern.exec(text);
    if (match === null) continue;
    const end = start + match[0].length;
    // Small letters are words in a sentence, unless there are many digits with them, or a word for the number before them.
    if (
      small &&
      !bare &&
      row.digits < 5 &&
      row.alone < TELLS_ITSELF &&
      (match[0].includes(' ') || !isTold(text, start, row))
    )
      continue;
    if (goesOn(text, end) || (row.valid !== undefined && !row.valid(compact(match[0]), match[0]))) continue;
    found.push({ row, start, end });
  }
}

/** A checksum, or a form that nothing else has. */
const TELLS_ITSELF = 0.8;

/** Years, prices and places in a list have fewer digits, and begin with one: they cost no more than a look. */
export const FEW = 5;

/** Unless letters stand behind them, or a part of a hardware address. */
export const GOES_ON_IN_LETTERS = /^[0-9]{1,4}(?:[A-Za-z]|(?<=^..)[:-][0-9A-Fa-f]{2}[:-])/;

interface Group {
  /** Matches where any of its rows' patterns does. */
  readonly pattern: RegExp;
  /** Whether every match has a letter in it. */
  readonly lettered: boolean;
  readonly rows: readonly DataRow[];
  /** Of rows that nothing but a word before them tells, any of those words. */
  readonly gate: RegExp | null;
}

/** Rows of one pattern together: to ask each by itself where hardly any matches costs ten times as much. */
const TOGETHER = 16;

function groupsOf(rows: readonly DataRow[]): readonly Group[] {
  const kinds = new Map(
    rows.map(({ pattern: { flags }, told, shape }) => {
      const { lettered } = shape();
      return [`${flags}${told}${lettered}`, { flags, told, lettered }];
    }),
  );
  return [...kinds.values()].flatMap(({ flags, told, lettered }) => {
    const own = rows
      .filter((row) => row.pattern.flags === flags && row.told === told && row.shape().lettered === lettered)
      .toSorted((a, b) => a.digits - b.digits);
    const count = Math.ceil(own.length / TOGETHER);
    return Array.from({ length: count }, (_, at) => groupOf(own.slice(at * TOGETHER, (at + 1) * TOGETHER), flags));
  });
}

function groupOf(rows: readonly DataRow[], flags: string): Group {
  const pattern = new RegExp(rows.map((row) => `(?:${row.pattern.source})`).join('|'), flags);
  const words = rows.map(({ context }) => `(?:${context.source})`).join('|');
  const gate = rows.every(({ told }) => told) ? new RegExp(words, 'i') : null;
  const lettered = rows.every(({ shape }) => shape().lettered);
  return { pattern, lettered, rows, gate };
}

/** Those that may begin with a digit, and those that may begin with something else, made with the first number. */
interface Groups {
  readonly digit: readonly Group[];
  readonly letter: readonly Group[];
  /** What rows ask for, in order: between two of these nothing changes. */
  readonly digitSteps: Uint8Array;
  readonly lengthSteps: Uint8Array;
}

let made: Groups | undefined;

function groups(): Groups {
  made ??= {
    digit: groupsOf(DATA_ROWS.filter(({ shape }) => shape().begins !== 'letter')),
    letter: groupsOf(DATA_ROWS.filter(({ shape }) => shape().begins !== 'digit')),
    digitSteps: stepsOf(({ digits }) => digits),
    lengthSteps: stepsOf(({ shape }) => shape().shortest),
  };
  return made;
}

/** Of a group, the rows that have room and digits enough somewhere. */
interface Fitting {
  readonly rows: readonly DataRow[];
  /** Each of their patterns where they are few, else the group's. */
  readonly patterns: readonly RegExp[];
  readonly gate: RegExp | null;
}

/** To ask each costs as much as to ask all of a group at once. */
const FEW_ROWS = 4;

/** By a count, how many of the numbers that rows ask for it reaches. */
function stepsOf(asked: (row: DataRow) => number): Uint8Array {
  const steps = [...new Set(DATA_ROWS.map(asked))];
  return Uint8Array.from(
    { length: LONGEST_IDENTIFIER + 1 },
    (_, count) => steps.filter((step) => step <= count).length,
  );
}

/** Those asked for before: numbers of few lengths stand in a text, and a hundred rows would be asked for room each time. */
const FITTING = new Map<number, readonly Fitting[]>();

/** The groups that a word with so many digits and characters may hold a match of. */
function fittingOf(number: boolean, lettered: boolean, digits: number, length: number): readonly Fitting[] {
  const kind = (number ? 2 : 0) + (lettered ? 1 : 0);
  const { digit, letter, digitSteps, lengthSteps } = groups();
  const key = (((digitSteps[digits] ?? 0) << 8) | (lengthSteps[length] ?? 0)) * 4 + kind;
  const known = FITTING.get(key);
  if (known !== undefined) return known;
  const fitting = (number ? digit : letter).flatMap((group) => {
    if (group.lettered && !lettered) return [];
    const rows = group.rows.filter((row) => row.digits <= digits && row.shape().shortest <= length);
    if (rows.length === 0) return [];
    const patterns = rows.length > FEW_ROWS ? [group.pattern] : rows.map(({ pattern }) => pattern);
    return [{ rows, patterns, gate: group.gate }];
  });
  FITTING.set(key, fitting);
  return fitting;
}

function mayHold({ patterns, gate }: Fitting, text: string, start: number): boolean {
  for (const pattern of patterns) {
    if (!matchesAt(pattern, text, start)) continue;
    return gate === null || tells(gate, text.slice(Math.max(0, start - CONTEXT_BEFORE), start));
  }
  return false;
}

function matchesAt(pattern: RegExp, text: string, start: number): boolean {
  pattern.lastIndex = start;
  return pattern.test(text);
}

/** Digits up to the end of the longest identifier, a word in small letters, a mark that ends a part of a sentence, or a line. */
export function digitsIn(text: string, start: number): number {
  let digits = 0;
  let small = 0;
  const end = Math.min(text.length, start + LONGEST_IDENTIFIER);
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits += 1;
    small = code >= 97 && code <= 122 ? small + 1 : 0;
    if (small > LETTERS_TOGETHER || code === 10) break;
    if (code === 32 && at > start && ENDS_PART.includes(text[at - 1] ?? ' ')) break;
  }
  return digits;
}

/** Marks that stand within no identifier and no telephone number. */
export const NEVER_WITHIN = ',;"\'`<>~%#@_=!*{}$^[]|\t\n';
const PARTS = new Uint8Array(128);
for (const mark of NEVER_WITHIN) PARTS[mark.charCodeAt(0)] = 1;

/** Digits up to the end of the longest identifier, or a mark that is in none: in tables, other numbers stand behind it. */
export function digitsTogether(text: string, start: number): number {
  let digits = 0;
  const end = Math.min(text.length, start + LONGEST_IDENTIFIER);
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits += 1;
    else if (PARTS[code] === 1) break;
  }
  return digits;
}

interface Together {
  /** Characters up to the end of the longest identifier, or to a mark that is in none. */
  readonly length: number;
  /** Digits among them. */
  readonly together: number;
  /** Whether a letter is among them: years, prices and counts have none. */
  readonly lettered: boolean;
}

function lookTogether(text: string, start: number): Together {
  const end = Math.min(text.length, start + LONGEST_IDENTIFIER);
  let together = 0;
  let lettered = false;
  let at = start;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) together += 1;
    else if ((code | 32) >= 97 && (code | 32) <= 122) lettered = true;
    else if (PARTS[code] === 1) break;
  }
  return { length: at - start, together, lettered };
}

/** The first place, at or behind `least`, from where on no mark up to `end` parts an identifier: those that begin before it end before it. */
export function behindMark(text: string, end: number, least: number): number {
  let at = end;
  while (at > least && PARTS[text.charCodeAt(at - 1)] !== 1) at -= 1;
  return at;
}

/** The letters that driving licences begin with may be written small, too. */
const LETTERS_TOGETHER = 6;
const ENDS_PART = '.,;:!?';

/** Whether what stands at `end` makes it part of something longer: a decimal, an address, a version. */
function goesOn(text: string, end: number): boolean {
  const next = text[end] ?? '';
  return (
    ('-./:_@%'.includes(next) && next !== '' && /[A-Za-z0-9]/.test(text[end + 1] ?? '')) || next === '_' || next === '@'
  );
}

function isTold(text: string, start: number, { context }: DataRow): boolean {
  return tells(context, text.slice(Math.max(0, start - CONTEXT_BEFORE), start));
}

/** Fields and columns are called `nhs_number` and `nhsNumber`. */
function tells(context: RegExp, around: string): boolean {
  if (context.test(around)) return true;
  if (around !== lastAround)
    [lastAround, lastApart] = [around, /[a-z][A-Z]|[A-Za-z]_/.test(around) ? wordsApart(around) : ''];
  return lastApart !== '' && context.test(lastApart);
}

/** A number is asked about for each type that it may be. */
let [lastAround, lastApart] = ['', ''];

function wordsApart(name: string): string {
  return name.replaceAll('_', ' ').replace(/([a-z])(?=[A-Z])/g, '$1 ');
}

/** The words that an underscore ties to a number. */
const JOINED_TO = /[A-Za-z_]+$/;
const LONGEST_WORD = 24;

/** How sure it is without a word near by. */
function aloneOf(text: string, { row, start, end }: Candidate): number {
  if (row.check !== undefined && !row.check(compact(text.slice(start, end)))) return 0;
  return row.plain === undefined || /[^0-9]/.test(text.slice(start, end)) ? row.alone : row.plain;
}

function scoreOf({ text, ends }: Stretch, candidate: Candidate, bare: boolean): number {
  const { row, start, end } = candidate;
  if (
    text[start - 1] === '_' &&
    !tells(row.context, JOINED_TO.exec(text.slice(Math.max(0, start - LONGEST_WORD), start))?.[0] ?? '')
  )
    return 0;
  if (isTold(text, start, row))
    return Math.max(row.alone, row.valid === undefined ? SCORE_IN_CONTEXT : CHECKED_IN_CONTEXT);
  if (row.told) return 0;
  if (end - start <= LONGEST_ARTICLE && ARTICLE.test(text.slice(Math.max(0, start - 24), start))) return 0;
  const alone = aloneOf(text, candidate);
  const otherwise = alone < TELLS_ITSELF && isCalledOtherwise(text, start);
  if (bare && row.bare && !otherwise && !(row.alone === 0 && isMadeUp(compact(text.slice(start, end)))))
    return Math.max(row.alone, SCORE_BARE);
  if (otherwise) return 0;
  if (alone >= LEAST_SCORE) return alone;
  if (!ends && end + CONTEXT_BEHIND > text.length) return 0;
  return tells(row.context, text.slice(end, end + CONTEXT_BEHIND)) ? SCORE_IN_CONTEXT : 0;
}

/** Words right before a number for what is nobody's: orders, articles, parcels, versions, times, places in a file. */
const OTHERWISE =
  /(?:^|[^A-Za-z])(?:order|purchase|shipment|run|task|record|request|(?:serien|bestell|auftrags|rechnungs|artikel|teile|sendungs|vorgangs)n(?:umme)?r|(?:auftrag|bestellung|artikel|commande|pedido|ordine|pièce|pieza|lote|lotto)|invoice|rechnung|facture|factura|fattura|commit|rev(?:ision)?|version|build|release|bug|issue|ticket|jira|inc|chg|sku|ean|gtin|upc|asin|isbn|issn|barcode|article|item|product|part|serial|model|batch|lot|tracking|parcel|shipment|awb|offset|bytes|epoch|timestamp|ts|pid|tid|seed|page|line|room|checksum|port)(?:[ _-]?(?:no|nr|n°|num|number|id|code|ref(?:erence)?))?[.:]?[ :=#"'(]{0,3}$/i;
const LONGEST_OTHERWISE = 32;

/** Whether the word right before a number says that it is nobody's. */
export function isCalledOtherwise(text: string, start: number): boolean {
  return OTHERWISE.test(text.slice(Math.max(0, start - LONGEST_OTHERWISE), start));
}

/** Words for the numbers of articles, of which one in ten has a card's check digit, too. */
const ARTICLE =
  /(?:^|[^A-Za-z])(?:ean|gtin|upc|isbn|barcode)(?:[ -]?(?:8|1[0234]))?(?:[ _-]?(?:no|code|number))?[.:]?[ :=#"'(]{0,3}$/i;
const LONGEST_ARTICLE = 17;

/** Of several types on the same characters, those that a word before them tells, if there are any, and the sure ones. */
function withoutRivals(found: readonly PersonalData[]): readonly PersonalData[] {
  const told = new Map<number, number>();
  for (const { start, end, score } of found) {
    if (score >= SCORE_IN_CONTEXT) told.set(start, Math.max(end, told.get(start) ?? 0));
  }
  return found.filter(({ start, end, score }) => score >= SURE || (told.get(start) ?? 0) < end);
}

/** Whether nothing tells this type, and something tells another of the same number: check digits, or how long it must be. */
function isUntold(one: PersonalData, found: readonly PersonalData[], text: string): boolean {
  if (one.score !== SCORE_BARE || !UNCHECKED.has(one.type)) return false;
  return found.some(({ type, start, end, score }) => {
    if (start !== one.start || end !== one.end) return false;
    if (!UNCHECKED.has(type)) return score >= SCORE_BARE;
    return type === 'US_PASSPORT' && OF_ANY_LENGTH.has(one.type) && /[0-9]/.test(text.charAt(start));
  });
}

/** Numbers without check digits: of those as long, any is one. */
const UNCHECKED = new Set(
  'US_ITIN US_PASSPORT US_DRIVER_LICENSE US_BANK_NUMBER DE_BSNR ZA_DRIVER_LICENSE ZA_VAT_NUMBER ZA_TRAFFIC_REGISTER_NUMBER PH_TIN PH_UMID PH_PHILHEALTH RU_PASSPORT'.split(
    ' ',
  ),
);
const OF_ANY_LENGTH = new Set(['US_DRIVER_LICENSE', 'US_BANK_NUMBER']);

/** Digits that nobody was given: of two kinds, as bits are, counted up or down, round, or a day. */
function isMadeUp(digits: string): boolean {
  if (/^[01]{6,}$|0{5,}$|^(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])$/.test(digits)) return true;
  return digits.length > 5 && (COUNTED.includes(digits) || COUNTED_DOWN.includes(digits));
}

const COUNTED = '01234567890123456789';
const COUNTED_DOWN = '98765432109876543210';

/** What holds a check of its own stays, whatever else the same characters could be. */
const SURE = 0.6;

/** Whether a text that begins and ends here is nothing but identifiers: a cell, an argument. */
export function isBare(text: string): boolean {
  return (
    /[0-9]/.test(text) && couldBeBare(text) && GROUP.test(lastWordOf(text)) && wordsOf(text).filter(isSmall).length <= 2
  );
}

export const LONGEST_BARE = 64;

/** A group with a digit, or letters that stand apart from one: `HH`, `HD-KX`. */
const GROUP = /^[^0-9]{0,16}[0-9]|^[A-Za-zÄÖÜäöü]{0,3}$|^[A-Z]{1,3}-[A-Z]{1,2}$|^and$|^[-/()+.]{1,3}$/;

/** Whether this beginning of a text may still become one that is nothing but identifiers. */
export function couldBeBare(text: string): boolean {
  if (text.length > LONGEST_BARE || /[^\x20-\x7eÄÖÜäöü]/.test(text) || OF_CODE.test(text)) return false;
  const last = lastWordOf(text);
  const words = wordsOf(text);
  if (LIST.test(text) || OF_SENTENCES.test(text)) return false;
  return words.every(
    (word, at) => GROUP.test(word) || (at === words.length - 1 && word === last && /^[^0-9]{1,16}$/.test(word)),
  );
}

/** A call, an assignment, a tag, a sum. */
const OF_CODE = /[A-Za-z]\(|[=<>{}]|[0-9] [+*] [0-9]/;

/** Words of sentences. */
const OF_SENTENCES = /(?:^| )(?:of|is|was|are|to|the|for|in|on|at|or|by)(?=[ ,;.])/;

/** A row of numbers: few of somebody's stand together without a word. */
const LIST = /[,;][^,;]*[,;][^,;]*[,;]/;

function wordsOf(text: string): readonly string[] {
  return text.trim().split(/[\s,;]+/);
}

/** The word that the text ends in; empty when it ends in space. */
function lastWordOf(text: string): string {
  return /[^\s,;]*$/.exec(text)?.[0] ?? '';
}

/** A word of small letters only: sentences have many. */
function isSmall(word: string): boolean {
  return /^[a-z]{1,3}$/.test(word) && word !== 'and';
}

/** Whether something that begins at `start` may be an identifier that a word behind it, not there yet, would tell. */
export function waitsForContext(text: string, start: number): boolean {
  for (const candidate of candidatesAt(text, start, false)) {
    if (candidate.row.told || candidate.end + CONTEXT_BEHIND <= text.length || aloneOf(text, candidate) >= LEAST_SCORE)
      continue;
    if (!isTold(text, start, candidate.row)) return true;
  }
  return false;
}

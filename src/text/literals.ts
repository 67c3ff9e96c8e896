import { foldedUnit } from './folded.ts';

/** What a text must hold: a literal, one of several, or all of them. */
export type Need = string | { readonly one: readonly Need[] } | { readonly all: readonly Need[] };

/**
 * What a text must hold for a pattern to match in it, whatever the case: derived from the pattern itself, so that no rule can be
 * forgotten; literals are folded. Null where nothing that tells anything is known: such a pattern is always tried.
 * (After the prefilters of RE2: Cox, Regular Expression Matching in the Wild, 2010.)
 */
export function needOf({ source }: Pick<RegExp, 'source'>): Need | null {
  const reader = { source, at: 0 };
  const found = choice(reader);
  return reader.at < source.length ? null : needOfPart(found);
}

/** Of a pattern that is asked nothing but where it matches first, its alternatives, each a pattern by itself. */
export function alternativesOf({ source, flags }: RegExp): readonly string[] {
  const reader = { source, at: 0 };
  const own: string[] = [];
  for (let first = true; first || source[reader.at] === '|'; first = false) {
    if (!first) reader.at += 1;
    const from = reader.at;
    row(reader);
    own.push(source.slice(from, reader.at));
  }
  return reader.at < source.length || COUNTS.test(source) || /[gy]/.test(flags) ? [source] : own;
}

/** What was found before, by its number or its name. */
const COUNTS = /\\[1-9k]/;

/** Of a word in lower case, the numbers of the lists that it is in. */
export type ListsOf = (word: string) => readonly number[];

/**
 * The same as to try `^(?:a|b|...)$` of each list, which goes through all alternatives for each word: what is a word or several is
 * looked up, and the rest is a pattern, which is tried on words that begin as one of its alternatives does.
 */
export function listsOf(sources: readonly string[]): ListsOf {
  const words = new Map<string, number[]>();
  const patterns: { readonly list: number; readonly begins: ReadonlySet<string>; readonly pattern: RegExp }[] = [];
  for (const [list, source] of sources.entries()) {
    const { exact, rest } = wordsIn(source);
    for (const word of exact) words.set(word, [...(words.get(word) ?? []), list]);
    if (rest.length > 0)
      patterns.push({ list, begins: new Set(rest.map(beginOf)), pattern: new RegExp(`^(?:${rest.join('|')})$`, 'u') });
  }
  const begins = new Set(patterns.flatMap((one) => [...one.begins]));
  return (word) => {
    const lists = words.get(word) ?? NO_LISTS;
    const [first, two] = [word.slice(0, 1), word.slice(0, 2)];
    const may = (known: ReadonlySet<string>) => known.has('') || known.has(first) || known.has(two);
    if (!may(begins)) return lists;
    const found = patterns.flatMap(({ list, begins: own, pattern }) =>
      !lists.includes(list) && may(own) && pattern.test(word) ? [list] : [],
    );
    return found.length === 0 ? lists : [...lists, ...found];
  };
}

const NO_LISTS: readonly number[] = [];

/** Alternatives of ASCII that are words, and those that are patterns of them. */
function wordsIn(source: string): { readonly exact: ReadonlySet<string>; readonly rest: readonly string[] } {
  const reader = { source, at: 0 };
  const words = new Set<string>();
  const rest: string[] = [];
  for (let first = true; first || source[reader.at] === '|'; first = false) {
    if (!first) reader.at += 1;
    const from = reader.at;
    const { exact } = row(reader);
    const own = source.slice(from, reader.at);
    if (exact === null || BEYOND_ASCII.test(own)) rest.push(own);
    else for (const word of exact) words.add(word);
  }
  if (reader.at < source.length) throw new SyntaxError(`no list of words: ${source.slice(reader.at)}`);
  return { exact: words, rest };
}

/** The first two letters that stand in any case, or one, or none. */
function beginOf(alternative: string): string {
  const [letters = ''] = /^\p{L}{1,2}(?![?*{])/u.exec(alternative) ?? [];
  return letters.length > 2 ? '' : letters;
}

/** What a part of a pattern matches: each of these and nothing else; or what it holds in any case. */
interface Part {
  readonly exact: readonly string[] | null;
  readonly needs: Need | null;
}

interface Reader {
  readonly source: string;
  at: number;
}

const NOTHING: Part = { exact: [''], needs: null };
const ANYTHING: Part = { exact: null, needs: null };

function choice(reader: Reader): Part {
  const parts = [row(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at += 1;
    parts.push(row(reader));
  }
  const [first = NOTHING] = parts;
  if (parts.length === 1) return first;
  const exact = joined(parts.map((part) => part.exact));
  return { exact, needs: exact === null ? oneOf(parts.map(needOfPart)) : null };
}

/** All of them together; null where one is. */
function joined(lists: readonly (readonly string[] | null)[]): readonly string[] | null {
  const all = new Set<string>();
  for (const list of lists) {
    if (list === null) return null;
    for (const one of list) all.add(one);
  }
  return all.size > MOST ? null : [...all];
}

function needOfPart({ exact, needs }: Part): Need | null {
  return exact === null ? needs : oneOf(exact.map((literal) => (tells(literal) ? literal : null)));
}

/** Shorter ones stand in most texts; beyond ASCII each character tells something. */
function tells(literal: string): boolean {
  return literal.length >= SHORTEST || BEYOND_ASCII.test(literal);
}

const BEYOND_ASCII = /[^\0-\x7f]/;

function oneOf(needs: readonly (Need | null)[]): Need | null {
  const literals = new Set<string>();
  const others: Need[] = [];
  for (const need of needs) {
    if (need === null) return null;
    const within = typeof need === 'object' && 'one' in need ? need.one : [need];
    for (const one of within) {
      if (typeof one === 'string') literals.add(one);
      else others.push(one);
    }
  }
  return { one: [...withoutLonger([...literals]), ...others] };
}

/** Where one begins as another does, that one will do. */
function withoutLonger(literals: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const literal of literals.toSorted()) {
    const last = kept.at(-1);
    if (last === undefined || !literal.startsWith(last)) kept.push(literal);
  }
  return kept;
}

/** Those that texts hold most seldom, as far as their letters tell. */
function allOf(needs: readonly (Need | null)[]): Need | null {
  const known = needs.flatMap((need) =>
    need === null ? [] : typeof need === 'object' && 'all' in need ? need.all : [need],
  );
  const [first, ...others] = known.toSorted((a, b) => often(a) - often(b)).slice(0, MOST_OF_ALL);
  return first === undefined || others.length === 0 ? (first ?? null) : { all: [first, ...others] };
}

/** Parts that follow each other: what of them is one literal after another is put together. */
function row(reader: Reader): Part {
  let run: readonly string[] = [''];
  let whole = true;
  const needs: (Need | null)[] = [];
  const close = () => {
    needs.push(needOfPart({ exact: run, needs: null }));
    run = [''];
    whole = false;
  };
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at] ?? '')) {
    const part = repeated(reader, atom(reader));
    if (part.exact === null) {
      close();
      needs.push(part.needs);
    } else {
      const { exact } = part;
      if (exact.length * run.length > MOST_TOGETHER) close();
      const before = run;
      run = exact.length === 1 && exact[0] === '' ? before : before.flatMap((one) => exact.map((next) => one + next));
    }
  }
  if (whole) return { exact: run, needs: null };
  close();
  return { exact: null, needs: allOf(needs) };
}

/** With how often it may stand there. */
function repeated(reader: Reader, part: Part): Part {
  const [how = '', from] = sticky(REPEATED, reader) ?? [];
  if (how === '') return part;
  reader.at += how.length;
  const least = from === undefined ? (how.startsWith('+') ? 1 : 0) : Number(from);
  if (how.startsWith('?') && part.exact !== null) return { exact: ['', ...part.exact], needs: null };
  if (least === 0) return ANYTHING;
  if (least === 1 && how.startsWith('{1}')) return part;
  return { exact: null, needs: needOfPart(part) };
}

const REPEATED = /[?*+]\??|\{(\d+)(?:,\d*)?\}\??/y;
const LOOKS = /\(\?<?[=!]/y;
const OPENS = /\((?:\?(?::|<[A-Za-z]\w*>))?/y;
const ESCAPED = /\\(?:u\{[0-9A-Fa-f]+\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[pP]\{[^}]*\}|k<\w+>|c[A-Za-z]|\d+|[\s\S])/y;

function sticky(pattern: RegExp, { source, at }: Reader): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

function atom(reader: Reader): Part {
  const { source } = reader;
  const unit = source[reader.at] ?? '';
  if (unit === '(') {
    const looks = sticky(LOOKS, reader);
    const [opened = '('] = looks ?? sticky(OPENS, reader) ?? [];
    reader.at += opened.length;
    const within = choice(reader);
    reader.at += 1;
    return looks === null ? within : NOTHING;
  }
  if (unit === '[') return ofClass(reader);
  if (unit === '\\') {
    const [escaped = '\\'] = sticky(ESCAPED, reader) ?? [];
    reader.at += escaped.length;
    if (escaped === '\\b' || escaped === '\\B') return NOTHING;
    const character = meant(escaped);
    return character === null ? ANYTHING : literal(character);
  }
  // A character of two units is one.
  const character = String.fromCodePoint(source.codePointAt(reader.at) ?? 0);
  reader.at += character.length;
  if (unit === '^' || unit === '$') return NOTHING;
  return unit === '.' ? ANYTHING : literal(character);
}

/** The character that an escape stands for; null where it stands for several, or for what was found before. */
function meant(escaped: string): string | null {
  const kind = escaped[1] ?? '';
  if (/[ux]/.test(kind) && escaped.length > 2)
    return String.fromCodePoint(Number.parseInt(escaped.replace(/[^0-9A-Fa-f]/g, ''), 16));
  if (/[A-Za-z0-9]/.test(kind))
    return ({ n: '\n', r: '\r', t: '\t', f: '\f', v: '\v' } as Record<string, string>)[kind] ?? null;
  return escaped.slice(1);
}

/** A class of a few characters. */
function ofClass(reader: Reader): Part {
  const { source } = reader;
  reader.at += 1;
  let all = source[reader.at] !== '^';
  const exact = new Set<string>();
  for (let first = true; reader.at < source.length && (first || source[reader.at] !== ']'); first = false) {
    if (source[reader.at] === ']') break;
    let character: string | null;
    if (source[reader.at] === '\\') {
      const [escaped = '\\'] = sticky(ESCAPED, reader) ?? [];
      reader.at += escaped.length;
      character = meant(escaped);
    } else {
      character = String.fromCodePoint(source.codePointAt(reader.at) ?? 0);
      reader.at += character.length;
    }
    if (character === null || (source[reader.at] === '-' && source[reader.at + 1] !== ']')) all = false;
    else {
      const alike = literal(character).exact;
      if (alike === null) all = false;
      else for (const one of alike) exact.add(one);
    }
  }
  reader.at += 1;
  return all && exact.size <= MOST_OF_CLASS ? { exact: [...exact], needs: null } : ANYTHING;
}

/** Of one character; of one of two units it is not known what it is in the other case. */
function literal(character: string): Part {
  if (character.length > 1 && (character !== character.toLowerCase() || character !== character.toUpperCase()))
    return ANYTHING;
  let folded = '';
  for (let at = 0; at < character.length; at += 1) folded += String.fromCharCode(foldedUnit(character.charCodeAt(at)));
  return { exact: [folded], needs: null };
}

const MOST = 320;
const MOST_TOGETHER = 24;
const MOST_OF_CLASS = 4;
/** Of what must stand together, more are hardly ever needed to tell. */
const MOST_OF_ALL = 3;
const SHORTEST = 3;

/** How often a text has it, about: by how common English has each character. */
function often(need: Need): number {
  if (typeof need === 'string') return oftenness(need);
  if ('one' in need) return need.one.reduce((sum, one) => sum + often(one), 0);
  return Math.min(...need.all.map(often));
}

const OFTEN = new Float64Array(128).fill(0.01);
for (const [place, letter] of Array.from(' etaoinshrdlcumwfgypbvk').entries())
  OFTEN[letter.charCodeAt(0)] = 0.16 / (1 + place / 3);
/** Longer ones are hardly ever there, whatever their letters. */
const TELLING = 8;

function oftenness(one: string): number {
  if (one.length < TELLING && COMMON.has(one.trim())) return 0.1;
  let often = 1;
  for (let at = 0; at < one.length && at < TELLING; at += 1) often *= OFTEN[one.charCodeAt(at)] ?? 0.01;
  return often;
}

const COMMON = new Set(
  'the and you your are for that this with not was what have has can all from will they one any our how who which when about'.split(
    ' ',
  ),
);

/**
 * Literals of which a text must hold one for a pattern to match in it, whatever the case: derived from the pattern itself, so
 * that no rule can be forgotten. Null where there are none, or none that tell anything: such a pattern is always tried. For
 * texts whose characters are of ASCII, or marks that printers set; of what it does not understand it says nothing.
 * (After the prefilters of RE2: Cox, Regular Expression Matching in the Wild, 2010.)
 */
export function literalsOf({ source }: RegExp): readonly string[] | null {
  const reader = { source, at: 0 };
  const found = choice(reader);
  if (reader.at < source.length) return null;
  const best = bestOf([found.exact, found.needs]);
  return best === null ? null : withoutLonger(best);
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

/** Whether a word, in lower case, is one of those that a pattern's alternatives are; or may be, where it says no. */
export interface AnyWord {
  has(word: string): boolean;
}

/**
 * The same as to try `^(?:a|b|...)$`, which goes through all of them for each word: what is a word or several is looked up, and only
 * the rest is a pattern. Where alternatives begin with letters beyond ASCII, they are tried on words that do.
 */
export function anyWordOf(source: string): AnyWord {
  const reader = { source, at: 0 };
  const words = new Set<string>();
  const [rest, beyond]: [string[], string[]] = [[], []];
  do {
    if (reader.at > 0) reader.at += 1;
    const from = reader.at;
    const { exact } = row(reader);
    const own = source.slice(from, reader.at);
    if (own.charCodeAt(0) > LAST_OF_ASCII) beyond.push(own);
    else if (exact === null || /[^\0-\x7f]/.test(own)) rest.push(own);
    else for (const word of exact) words.add(word);
  } while (source[reader.at] === '|');
  if (reader.at < source.length) throw new SyntaxError(`no list of words: ${source.slice(reader.at)}`);
  const [ofRest, ofBeyond] = [rest, beyond].map((list) => new RegExp(`^(?:${list.join('|')})$`, 'u'));
  return {
    has: (word) =>
      words.has(word) ||
      (rest.length > 0 && ofRest?.test(word) === true) ||
      (beyond.length > 0 && word.charCodeAt(0) > LAST_OF_ASCII && ofBeyond?.test(word) === true),
  };
}

const LAST_OF_ASCII = 127;

/** What a part of a pattern matches: each of these and nothing else; and of which it holds one in any case. */
interface Part {
  readonly exact: readonly string[] | null;
  readonly needs: readonly string[] | null;
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
  return { exact, needs: exact === null ? joined(parts.map((part) => bestOf([part.exact, part.needs]))) : null };
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

/** Parts that follow each other: what of them is one literal after another is put together. */
function row(reader: Reader): Part {
  let run: readonly string[] = [''];
  let whole = true;
  const candidates: (readonly string[] | null)[] = [];
  const close = () => {
    candidates.push(run);
    run = [''];
    whole = false;
  };
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at] ?? '')) {
    const { exact, needs } = repeated(reader, atom(reader));
    candidates.push(needs);
    if (exact === null) close();
    else {
      if (exact.length * run.length > MOST_TOGETHER) close();
      const before = run;
      run = exact.length === 1 && exact[0] === '' ? before : before.flatMap((one) => exact.map((next) => one + next));
    }
  }
  candidates.push(run);
  return { exact: whole ? run : null, needs: bestOf(candidates) };
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
  return { exact: null, needs: bestOf([part.exact, part.needs]) };
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
  if (unit === '[') return oneOf(reader);
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

/** A class of a few characters; of those that no such text has none is left. */
function oneOf(reader: Reader): Part {
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
    else for (const one of literal(character).exact ?? []) exact.add(one);
    if (character !== null && FOLDS_TO_ASCII.has(character)) all = false;
  }
  reader.at += 1;
  return all && exact.size <= MOST_OF_CLASS ? { exact: [...exact], needs: null } : ANYTHING;
}

/** Of one character; what no such text has is in none. */
function literal(character: string): Part {
  if (FOLDS_TO_ASCII.has(character)) return ANYTHING;
  return character < '\u0080' || PRINTED.has(character) ? { exact: [character.toLowerCase()], needs: null } : NEVER;
}

const NEVER: Part = { exact: [], needs: null };
/** The signs for kelvin and the long s are letters of ASCII where case says nothing. */
const FOLDS_TO_ASCII: ReadonlySet<string> = new Set('\u212a\u017f');
/** All that are no letters of a language: as `view/marks.ts` has them. */
const PRINTED: ReadonlySet<string> = new Set('\u2010\u2011\u2012–—\u2015‘’‚“”„•…«»·°£€§');

const MOST = 320;
const MOST_TOGETHER = 24;
const MOST_OF_CLASS = 4;
/** Shorter ones stand in most texts. */
const SHORTEST = 3;

/** The one of several lists that texts hold most seldom, as far as its letters tell. */
function bestOf(lists: readonly (readonly string[] | null)[]): readonly string[] | null {
  let [best, least]: [readonly string[] | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const list of lists) {
    if (list === null) continue;
    let often = 0;
    for (const one of list) often += one.length < SHORTEST ? Number.POSITIVE_INFINITY : oftenness(one);
    if (often < least) [best, least] = [list, often];
  }
  return best;
}

/** How often English has a character, about: by how common it is. */
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

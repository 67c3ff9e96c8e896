/** A run of invisible characters. */
export interface Run {
  readonly text: string;
  readonly start: number;
  /** The characters around it; empty at the ends of the text. */
  readonly before: string;
  readonly after: string;
  /** What it stands in, for a look around: no farther than `NEAR`. */
  readonly source: string;
  /** Whether the line it stands in holds letters that run right to left. */
  readonly rightToLeft: () => boolean;
}

/** How far around a run is looked at. */
export const NEAR = 200;

/** As far as is looked for the rest of a padding, of a word, of a pair of controls. */
const BESIDE = 64;
const LONGEST_PAIR = 100;

/** What fills the line that a mail program shows of a letter, so that nothing else of it is shown there. */
const FILLER = /[\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff]|\u034f/;
const FILLED = /^(?:[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]|\u034f){1,8}$/;
const LEAST_CLUSTERS = 3;
const MOST_TURNS = 3;
const LONGEST_PERIOD = 6;
/** What repeats itself after more clusters, or of more signs, may be said twice. */
const PLAIN_PERIOD = 2;
const LONGEST_FILLED = 8;

/** Whether it is one of several clusters between blanks that repeat themselves: what repeats itself spells nothing. */
export function isPadding({ text, start, source }: Run): boolean {
  if (!FILLED.test(text)) return false;
  const least = Math.max(0, start - BESIDE);
  const most = Math.min(source.length, start + text.length + BESIDE);
  let [from, to] = [start, start + text.length];
  while (from > least && FILLER.test(source.charAt(from - 1))) from -= 1;
  while (to < most && FILLER.test(source.charAt(to))) to += 1;
  const clusters = source
    .slice(from, to)
    .split(/\s+/)
    // The outermost ones may go on beyond what is looked at.
    .filter((_, at, { length }) => (at > 0 || from > least) && (at < length - 1 || to < most))
    .filter((cluster) => cluster !== '');
  // Three kinds of them, one behind the other, say less than a letter.
  const turns = clusters.filter((cluster, at) => cluster !== clusters[at - 1]).length;
  if (turns <= MOST_TURNS && clusters.length >= LEAST_CLUSTERS + turns) return true;
  for (let period = 1; period <= LONGEST_PERIOD; period += 1) {
    if (clusters.length < Math.max(LEAST_CLUSTERS, 2 * period)) return false;
    if (clusters.every((cluster, at) => at < period || cluster === clusters[at - period]))
      return period <= PLAIN_PERIOD || clusters.slice(0, period).join('').length <= LONGEST_FILLED;
  }
  return false;
}

const PAIRS =
  /\u202a([^\n\u202a-\u202e\u2066-\u2069]{1,100})\u202c|[\u2066\u2068]([^\n\u202a-\u202e\u2066-\u2069]{1,100})\u2069/g;
const OF_WORD = /[\p{L}\p{N}\p{M}]$/u;

/**
 * Whether it begins or ends what programs set apart for the sake of what might run right to left: a name in a sentence, a
 * number of a telephone. Around letters that run left to right it changes nothing, but may cut words and tell them apart.
 */
export function turnsNothing({ text, start, source }: Run): boolean {
  if (text.length !== 1) return false;
  const from = Math.max(0, start - LONGEST_PAIR - 2);
  for (const { 0: pair, 1: one, 2: other, index } of source.slice(from, start + LONGEST_PAIR + 3).matchAll(PAIRS)) {
    const begin = from + index;
    const end = begin + pair.length;
    if (start !== begin && start !== end - 1) continue;
    const said = one ?? other ?? '';
    return (
      said.trim() === said && !OF_WORD.test(source.charAt(begin - 1)) && !/^[\p{L}\p{N}]/u.test(source.charAt(end))
    );
  }
  return false;
}

/** As programs write dates and what was left out of a conversation, in whatever language: before what runs left to right. */
export function isMarkOfProgram({ text, before, after }: Run): boolean {
  if (text === '\u200f\u200e') return /^\d/.test(after);
  return text === '\u200e' && !(OF_WORD.test(before) && OF_WORD.test(after));
}

const ALONE = /^[\u200b\u200c\u2060\ufeff]$/;
const ALL_ALONE = /[\u200b-\u200d\u2060-\u2064\u180e\ufeff]/g;

/** Beside a blank, a sign or the end of a line, and of one kind with those near it: copied from a page, or where a line may break. */
export function breaksNoWord({ text, start, before, after, source }: Run): boolean {
  if (!ALONE.test(text) || (OF_WORD.test(before) && OF_WORD.test(after))) return false;
  const near = source.slice(Math.max(0, start - BESIDE), start + BESIDE).match(ALL_ALONE) ?? [];
  return near.every((other) => other === text);
}

const LEAST_PART = 4;
const LONG_WORD = 12;
const LETTER = /[\p{Script=Latin}\u00ad\u200b-\u200d\u2060]/u;

/** In a long word, where a line may break: no part is so short that it is none by itself. */
export function isLongWord({ text, start, source }: Run): boolean {
  let [from, to] = [start, start + text.length];
  while (from > start - BESIDE && LETTER.test(source.charAt(from - 1))) from -= 1;
  while (to < start + BESIDE && LETTER.test(source.charAt(to))) to += 1;
  const parts = source.slice(from, to).split(text);
  return parts.every(({ length }) => length >= LEAST_PART) && parts.join('').length >= LONG_WORD;
}

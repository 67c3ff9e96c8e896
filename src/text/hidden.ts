import {
  breaksNoWord,
  isLongWord,
  isMarkOfProgram,
  isPadding,
  NEAR,
  type Run,
  turnsNothing,
} from './carries-nothing.ts';

/** Characters that a reader does not see, where writing has no use for them. */
export interface HiddenText {
  /**
   * `tags`: Unicode tags, which spell ASCII invisibly. `bidi`: controls that show text in another order than it has.
   * `zero-width`: characters without width in a row, inside a word, or strewn about. `variation-selectors`: selectors
   * that select nothing, which carry bytes.
   */
  readonly kind: 'tags' | 'bidi' | 'zero-width' | 'variation-selectors';
  /** In UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** What they spell, where that is known. */
  readonly decoded: string | null;
}

/**
 * Hidden text, in order. Quiet on what scripts and emoji need: joined emoji, flags of regions, joiners in Arabic and
 * Indic writing, marks of direction next to letters that run right to left, one variation selector after its base, a
 * byte order mark at the start. (Unicode Standard 15, section 23; UTS 51; UAX 9.) Linear in the text.
 */
export function findHidden(text: string): readonly HiddenText[] {
  const found: HiddenText[] = [];
  const strewn: HiddenText[] = [];
  for (const { alone, ...hidden } of hiddenRuns(text)) {
    (alone === 'strewn' ? strewn : found).push(hidden);
    if (found.length + strewn.length >= MAX_FOUND) break;
  }
  const all = strewn.length >= STREWN ? [...found, ...strewn] : found;
  return all.sort((a, b) => a.start - b.start);
}

/** A run of invisible characters, and how alone it stands: `strewn` may be an accident, as may one or two within a word. */
export interface HiddenRun extends HiddenText {
  readonly alone: 'strewn' | 'in-word' | null;
}

/** Every run that writing has no use for. What is said of one depends on 200 characters around it, and nothing else. */
export function* hiddenRuns(text: string): Iterable<HiddenRun> {
  for (const run of runsOf(text)) {
    const kind = judge(run);
    if (kind === null) continue;
    const alone = kind === 'strewn' ? kind : kind === 'zero-width' && run.text.length <= 2 ? 'in-word' : null;
    const place = { start: run.start, end: run.start + run.text.length };
    yield { kind: kind === 'strewn' ? 'zero-width' : kind, ...place, decoded: decode(run.text), alone };
  }
}

/** Where runs of invisible characters begin, whatever they are for, of which not everything around is there yet. */
export function openRun(text: string, from: number): number {
  for (const { start, text: run } of runsOf(text)) {
    if (start >= from && start + run.length + NEAR > text.length) return start;
  }
  return text.length;
}

/** More are not told apart. */
const MAX_FOUND = 10_000;

/** Single zero-width characters that a text copied from a page may hold by accident. */
const STREWN = 8;

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const RIGHT_TO_LEFT =
  /(?!\u061c)[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** A longer run comes in pieces: what is told of it must stay small. */
const LONGEST_RUN = 4096;

function* runsOf(text: string): Iterable<Run> {
  let [start, end] = [0, 0];
  for (const { 0: character, index } of text.matchAll(INVISIBLE)) {
    if (index !== end || end - start >= LONGEST_RUN) {
      if (end > start) yield runBetween(text, start, end);
      start = index;
    }
    end = index + character.length;
  }
  if (end > start) yield runBetween(text, start, end);
}

function runBetween(text: string, start: number, end: number): Run {
  return {
    text: text.slice(start, end),
    start,
    before: lastCharacter(text, start),
    after: String.fromCodePoint(...[text.codePointAt(end)].filter((x) => x !== undefined)),
    source: text,
    rightToLeft: () => RIGHT_TO_LEFT.test(text.slice(Math.max(0, start - NEAR), end + NEAR)),
  };
}

function lastCharacter(text: string, end: number): string {
  return Array.from(text.slice(Math.max(0, end - 2), end)).at(-1) ?? '';
}

const TAG = /[\u{E0000}-\u{E007F}]/u;
/** The rest of a region's flag, after its black flag (UTS 51, ED-14a). */
const FLAG_TAGS = /^[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}$/u;
const SELECTORS = /^[\u{180B}-\u{180D}\u{180F}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]+$/u;
const PLAIN_SELECTOR = /^[\u{180B}-\u{180D}\u{180F}\u{FE00}-\u{FE0F}]$/u;
/** Of variants of Han characters no collection has more than some thirty of one. */
const IDEOGRAPHIC = /^[\u{E0100}-\u{E011F}]$/u;
const BIDI_CONTROL = /[\u{202A}-\u{202E}\u{2066}-\u{2069}]/u;
const BIDI_OVERRIDE = /[\u{202D}\u{202E}]/u;
const LATIN_LETTER = /^[A-Za-z]$/;
const DIRECTION_MARKS = /^[\u{200E}\u{200F}\u{61C}]{1,2}$/u;

function judge(run: Run): HiddenText['kind'] | 'strewn' | null {
  if (TAG.test(run.text)) return run.before === '\u{1F3F4}' && FLAG_TAGS.test(run.text) ? null : 'tags';
  if (SELECTORS.test(run.text)) {
    // Within a word of plain letters there is nothing to select.
    if (LATIN_LETTER.test(run.before) && LATIN_LETTER.test(run.after) && PLAIN_SELECTOR.test(run.text))
      return 'zero-width';
    return selectsSomething(run) ? null : 'variation-selectors';
  }
  if (BIDI_CONTROL.test(run.text)) {
    if (BIDI_OVERRIDE.test(run.text)) return 'bidi';
    return run.rightToLeft() || turnsNothing(run) ? null : 'bidi';
  }
  if (DIRECTION_MARKS.test(run.text) && (run.rightToLeft() || isMarkOfProgram(run))) return null;
  return isPadding(run) ? null : judgeZeroWidth(run);
}

function selectsSomething({ text, before }: Run): boolean {
  if (PLAIN_SELECTOR.test(text)) return before !== '';
  return IDEOGRAPHIC.test(text) && /\p{Script=Han}/u.test(before);
}

const EMOJI_JOINER = /^\u{FE0F}?\u{200D}$/u;
/** Between a soft hyphen and its word nothing is hidden: documents are full of them. */
const SOFT_HYPHEN = '\u{AD}';
/** Where words may part, which some pages do twice. */
const BREAKS = /^\u{200B}{1,2}$/u;
/** Letters and marks of scripts that are written with joiners or without spaces. */
const NEEDS_NO_WIDTH = /[\p{L}\p{M}]/u;
const SPACED_SCRIPT = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}]/u;

function judgeZeroWidth(run: Run): 'zero-width' | 'strewn' | null {
  const { text, start, before, after } = run;
  if (start === 0 && text === '\u{FEFF}') return null;
  if (EMOJI_JOINER.test(text) && isPictograph(before) && /\p{Extended_Pictographic}|[\u{2640}\u{2642}]/u.test(after))
    return null;
  if (text === SOFT_HYPHEN) return null;
  const single = Array.from(text).length === 1;
  if ((single || BREAKS.test(text)) && (needsNoWidth(before) || (needsNoWidth(after) && !isLatin(before)))) return null;
  if (!single) return 'zero-width';
  if (isLatin(before) && isLatin(after)) return isLongWord(run) ? null : 'zero-width';
  if (needsNoWidth(after) || breaksNoWord(run)) return null;
  return 'strewn';
}

function isLatin(character: string): boolean {
  return /[A-Za-z]/.test(character);
}

function needsNoWidth(character: string): boolean {
  return NEEDS_NO_WIDTH.test(character) && !SPACED_SCRIPT.test(character);
}

function isPictograph(character: string): boolean {
  return /\p{Extended_Pictographic}|\p{Emoji_Modifier}/u.test(character);
}

/** What a run of invisible characters spells, and how. */
export function decodeHidden(run: string): { readonly text: string; readonly via: 'tags' | 'hidden' } | null {
  const text = decode(run.length > LONGEST_RUN ? run.slice(0, LONGEST_RUN) : run);
  return text === null ? null : { text, via: TAG.test(run) ? 'tags' : 'hidden' };
}

function decode(run: string): string | null {
  if (TAG.test(run)) return decodeTags(run);
  if (SELECTORS.test(run)) return decodeSelectors(run);
  return decodeBits(run);
}

function decodeTags(run: string): string {
  return Array.from(run, (x) => (x.codePointAt(0) ?? 0) - 0xe0000)
    .filter((code) => code >= 0x20 && code < 0x7f)
    .map((code) => String.fromCodePoint(code))
    .join('');
}

/** Selectors 1 to 256 as bytes, which is how text is hidden behind an emoji. */
function decodeSelectors(run: string): string | null {
  const codes = Array.from(run, (x) => x.codePointAt(0) ?? 0);
  return asText(codes.map((code) => (code >= 0xe0100 ? code - 0xe0100 + 16 : code - 0xfe00)));
}

/** Two zero-width characters as bits, eight a byte, either way round. */
function decodeBits(run: string): string | null {
  const characters = Array.from(run);
  const [zero, one, ...more] = [...new Set(characters)].sort();
  if (zero === undefined || one === undefined || more.length > 0 || characters.length % 8 !== 0) return null;
  const bits = characters.map((x) => (x === one ? '1' : '0')).join('');
  const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [];
  return asText(bytes) ?? asText(bytes.map((byte) => byte ^ 0xff));
}

function asText(bytes: readonly number[]): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
    return text.length > 0 && !/\p{Cc}/u.test(text) ? text : null;
  } catch {
    return null;
  }
}

import { ORIGINS } from '../../../domain/guard.ts';
import { beginningsOf, lastBeginning } from '../../../text/unsettled.ts';
import type { Reading } from '../../../text/view/reading.ts';
import type { Hit, Places, SpanDetector } from '../../detector.ts';
import { cargoOf, LONG_PART, unescaped } from './carries.ts';
import { EXFILTRATION_EXAMPLES } from './examples.ts';
import { inRow, isInRow } from './in-row.ts';
import { createKnownParts } from './known-parts.ts';

const LITERALS = [
  '://',
  '&#58;//',
  '&#x3a;//',
  '&colon;//',
  '(//',
  '"//',
  "'//",
  '=//',
  ': //',
  '<//',
  '%3a//',
  '%3a%2f%2f',
  'javascript:',
  'vbscript:',
  'data:text/html',
] as const;
const BEGINNINGS = beginningsOf(LITERALS);
const SCHEMELESS = LITERALS.indexOf('(//');
/** An address within another: as one of its values. */
const ESCAPED = LITERALS.indexOf('%3a//');
const SCRIPT = LITERALS.indexOf('javascript:');

/** A scheme before `://`, and a longer address than anybody types. */
const LONGEST_SCHEME = 12;
const LONGEST_URL = 2048;
/** What stands before an address and says what it is: an image's description, a tag with its attributes. */
const CONTEXT = 400;

/** Addresses that carry a text out of the conversation: in images and styles, which load by themselves, and in links. */
export const exfiltration: SpanDetector = {
  kind: 'span',
  id: 'exfiltration',
  title: 'Data carried out by addresses',
  types: [
    { type: 'exfiltration/image', title: 'An image whose address carries a text' },
    { type: 'exfiltration/link', title: 'A link whose address carries a text' },
    { type: 'exfiltration/reference', title: 'A reference whose address carries a text' },
    { type: 'exfiltration/html', title: 'A tag whose address carries a text' },
    { type: 'exfiltration/style', title: 'A style whose address carries a text' },
    { type: 'exfiltration/address', title: 'An address that carries a text' },
    { type: 'exfiltration/script', title: 'A link that runs a script' },
    { type: 'exfiltration/seen', title: 'An address that repeats what was said before' },
    { type: 'exfiltration/canary', title: 'A word that was planted in a prompt' },
  ],
  origins: ORIGINS.filter((origin) => origin !== 'system'),
  sees: 'canonical',
  triggers: { literals: LITERALS.map((text) => ({ text, anyCase: true })) },
  left: CONTEXT + LONGEST_SCHEME,
  defaults: [{ types: [], origins: [], threshold: 0.6, action: 'flag' }],
  find: (reading, places) => (places.count === 0 ? [] : addressesIn(reading, places)),
  unsettled: ({ text, from }, places) => {
    let open = Math.max(from, schemeStart(text, lastBeginning({ text, from }, BEGINNINGS)));
    const runs = createRuns(text);
    for (let index = 0; index < places.count; index += 1) {
      const { start, end } = addressAt(runs, places.which[index] ?? 0, places.at[index] ?? 0);
      const isCut = end >= text.length || (mayTakePlace(text, end) && end + LONGEST_PLACE > text.length);
      if (isCut && start >= from) open = Math.min(open, start);
    }
    return open;
  },
  examples: EXFILTRATION_EXAMPLES,
};

function addressesIn({ text, from }: Reading, places: Places): readonly Hit[] {
  const hits: Hit[] = [];
  const known = createKnownParts();
  const runs = createRuns(text);
  for (let index = 0; index < places.count; index += 1) {
    const which = places.which[index] ?? 0;
    const { start, end, carries } = addressAt(runs, which, places.at[index] ?? 0);
    if (start < from) continue;
    if (mayTakePlace(text, end) && PLACE.test(text.slice(end, end + LONGEST_PLACE))) {
      const { kind } = holderOf(text.slice(Math.max(0, start - CONTEXT), start));
      hits.push({
        type: `exfiltration/${kind}`,
        start,
        end,
        score: 0.75,
        detail: 'a place in the query for a text to be put in',
      });
      continue;
    }
    if (!carries && which < SCRIPT) continue;
    const { kind, loads } = holderOf(text.slice(Math.max(0, start - CONTEXT), start));
    if (which >= SCRIPT) {
      if (kind === 'link' || kind === 'html' || kind === 'reference')
        hits.push({ type: 'exfiltration/script', start, end, score: 0.7 });
      continue;
    }
    const cargo =
      end - start < SHORTEST
        ? null
        : (cargoOf(plain(text.slice(start, end), which), { loads, known }) ?? inRow(text, start, end));
    if (cargo !== null) hits.push({ type: `exfiltration/${kind}`, start, end, score: cargo.score, detail: cargo.how });
  }
  return hits;
}

/** Brackets end an address, and a model puts in what they ask for. */
const PLACE = /^<(?:INSERT|PUT|REPLACE|YOUR|USER|CONVERSATION|SUMMARY|HISTORY|CHAT)[A-Z_ ]{2,40}>/;
const LONGEST_PLACE = 52;

function mayTakePlace(text: string, end: number): boolean {
  return text.charAt(end) === '<' && text.charAt(end - 1) === '=';
}

/** A shorter address carries nothing. */
const SHORTEST = 20;

/** Without the line break in its midst, and with its colon as itself. */
function plain(address: string, which: number): string {
  if (which === ESCAPED || which === ESCAPED + 1) return unescaped(address);
  return address.replace(/\n[ \t]{0,8}/, '').replace(/^([a-z+]{0,12})&(?:#58|#x3a|colon);/i, '$1:');
}

interface Address {
  readonly start: number;
  readonly end: number;
  /** Whether it has a part that could. */
  readonly carries: boolean;
}

function addressAt(runs: Runs, which: number, at: number): Address {
  const { text } = runs;
  let start = at;
  if (which < SCHEMELESS || (which >= ESCAPED && which < SCRIPT)) start = schemeStart(text, at);
  else if (which < SCRIPT) start = at + (LITERALS[which] ?? '').indexOf('//');
  const most = Math.min(text.length, start + LONGEST_URL);
  // What stands right behind the literal may be its own quote or bracket.
  const run = runs.at(at + 1);
  const whole = Math.min(run.end, most);
  // As TeX has them: `\\href{address}{words}`.
  const closed = text.charAt(start - 1) === '{' ? text.slice(start, whole).indexOf('}') : -1;
  const end = closed < 0 ? whole : start + closed;
  // In angle brackets an address may have spaces.
  if (text.charAt(end) === ' ' && text.slice(start - 3, start) === '](<') {
    const close = text.slice(end, most).search(/[>\n]/);
    return { start, end: close < 0 ? most : end + close, carries: true };
  }
  const goesOn = text.charAt(start - 1) === '(' && text.charAt(end) === '\n';
  return {
    start,
    end: goesOn ? afterBreak(text, end, most) : end,
    carries: goesOn || run.telling > start || isInRow(text, start),
  };
}

/** A run of what addresses are made of. Where one stands in another, both end with it: each run is read once. */
interface Run {
  readonly start: number;
  readonly end: number;
  /** Behind the last of its marks of a query and of its parts that are long enough to carry something. */
  readonly telling: number;
}

interface Runs {
  readonly text: string;
  at(place: number): Run;
}

function createRuns(text: string): Runs {
  let last: Run = { start: 0, end: 0, telling: 0 };
  return {
    text,
    at: (place) => {
      if (place < last.start || place >= last.end) last = runFrom(text, place);
      return last;
    },
  };
}

function runFrom(text: string, start: number): Run {
  let [at, part, telling] = [start, start, 0];
  for (; at < text.length; at += 1) {
    const mark = MARKS[text.charCodeAt(at)] ?? 0;
    if (mark === 0) continue;
    if (at - part >= LONG_PART || mark === QUERY) telling = at + 1;
    if (mark === END) break;
    part = at + 1;
  }
  return { start, end: at, telling: at - part >= LONG_PART ? at : telling };
}

function schemeStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < LONGEST_SCHEME && isOfScheme(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

/** Letters, and `+`. */
function isOfScheme(unit: number): boolean {
  const letter = (unit | 0x20) - 97;
  return (letter >= 0 && letter < 26 && unit < 128) || unit === 43;
}

function endOf(text: string, from: number, most: number): number {
  let end = from;
  while (end < most && MARKS[text.charCodeAt(end)] !== END) end += 1;
  return end;
}

/** In brackets, an address may go on behind a line break; one that the brackets close. */
function afterBreak(text: string, at: number, most: number): number {
  let next = at + 1;
  while (next < most && next - at <= 8 && (text[next] === ' ' || text[next] === '\t')) next += 1;
  const end = endOf(text, next, most);
  return end === text.length || text[end] === ')' ? end : at;
}

const [END, SLASH, QUERY] = [1, 2, 3];
const MARKS = new Uint8Array(128);
for (const mark of '\t\n\r "\'<>)`') MARKS[mark.charCodeAt(0)] = END;
for (const mark of '?#') MARKS[mark.charCodeAt(0)] = QUERY;
MARKS[47] = SLASH;

interface Holder {
  readonly kind: 'image' | 'link' | 'reference' | 'html' | 'style' | 'address';
  /** Whether it is loaded without anybody asking. */
  readonly loads: boolean;
}

/** What the text right before an address makes of it. */
function holderOf(before: string): Holder {
  if (/\]\(\s{0,3}<?$/.test(before)) {
    // A picture that is a link.
    if (/\)\]\(\s{0,3}<?$/.test(before)) return { kind: 'link', loads: false };
    const open = before.lastIndexOf('[', before.lastIndexOf(']('));
    return open > 0 && before[open - 1] === '!' ? { kind: 'image', loads: true } : { kind: 'link', loads: false };
  }
  if (/(?:^|\n)\s{0,3}\[[^\]\n]{1,100}\]:\s{0,3}<?$/.test(before)) return { kind: 'reference', loads: true };
  if (/(?:\burl\(|@import)\s{0,3}["']?$/i.test(before)) return { kind: 'style', loads: true };
  if (
    /\b(?:src|srcset|background|poster|data|lowsrc|dynsrc|icon|manifest|content|xlink:href)\s{0,3}=\s{0,3}["']?[^"'<>]{0,40}$/i.test(
      before,
    )
  )
    return { kind: 'html', loads: true };
  if (/\b(?:href|action|formaction|cite|ping)\s{0,3}=\s{0,3}["']?$/i.test(before))
    return { kind: 'html', loads: /<(?:link|image|feimage|use|script|animate)\b[^>]{0,300}$/i.test(before) };
  return { kind: 'address', loads: false };
}

import { ORIGINS } from '../../../domain/guard.ts';
import { beginningsOf, lastBeginning } from '../../../text/unsettled.ts';
import type { Reading, Via } from '../../../text/view/reading.ts';
import type { Hit, Places, SpanDetector } from '../../detector.ts';
import { type AddressEnds, createAddressEnds, LONGEST_PLACE, mayTakePlace, takesPlace } from './address-end.ts';
import { cargoOf, unescaped } from './carries.ts';
import { EXFILTRATION_EXAMPLES } from './examples.ts';
import { inRow, isInRow } from './in-row.ts';
import { createKnownParts } from './known-parts.ts';

const LITERALS = [
  '://',
  '&#58;//',
  '&#x3a;//',
  '&colon;//',
  ':/\\',
  ':\\/',
  ':\\\\',
  '(\\\\',
  '(/\\',
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
/** Browsers take a backslash for a slash, and JSON puts one before it. */
const BACKSLASHED = LITERALS.indexOf(':/\\');
/** Elsewhere a backslash is one. */
const WEB = /^(?:https?|wss?|ftp):$/i;
/** A share of Windows. */
const SHARE = LITERALS.indexOf('(\\\\');
const SCHEMELESS = LITERALS.indexOf('(//');
/** An address within another: as one of its values. */
const ESCAPED = LITERALS.indexOf('%3a//');
const SCRIPT = LITERALS.indexOf('javascript:');

/** A scheme before `://`. */
const LONGEST_SCHEME = 12;
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
    const known = { text, ends: createAddressEnds(text) };
    for (let index = 0; index < places.count; index += 1) {
      const { start, end, open: goesOn } = addressAt(known, places.which[index] ?? 0, places.at[index] ?? 0);
      const isCut = goesOn || end >= text.length || (mayTakePlace(text, end) && end + LONGEST_PLACE > text.length);
      if (isCut && start >= from) open = Math.min(open, start);
    }
    return open;
  },
  examples: EXFILTRATION_EXAMPLES,
};

function addressesIn({ text, from, via }: Reading, places: Places): readonly Hit[] {
  const hits: Hit[] = [];
  const known = createKnownParts();
  const read = { text, ends: createAddressEnds(text) };
  for (let index = 0; index < places.count; index += 1) {
    const which = places.which[index] ?? 0;
    const { start, end, carries } = addressAt(read, which, places.at[index] ?? 0);
    if (start < from) continue;
    if (takesPlace(text, end)) {
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
        : (cargoOf(plain(ownOf(text, start, end, via), which, text.charAt(start - 1) === '('), { loads, known }) ??
          inRow(text, start, end));
    if (cargo !== null) hits.push({ type: `exfiltration/${kind}`, start, end, score: cargo.score, detail: cargo.how });
  }
  return hits;
}

/** A shorter address carries nothing. */
const SHORTEST = 20;

/** Without what follows in the address that it is a value of, and without what markup puts behind it. */
function ownOf(text: string, start: number, end: number, via: Via): string {
  const own = text.slice(start, end);
  // Where a run of escapes begins with an address, that is a value; what it is a value of is read as it stands.
  const inner =
    (start === 0 && via === 'percent') ||
    (text.charAt(start - 1) === '=' && AS_VALUE.test(text.slice(Math.max(0, start - CONTEXT), start)));
  return (inner ? own.replace(/&.*$/s, '') : own).replace(BEHIND, '');
}

const AS_VALUE = /\/\/[^\s"'<>()]{1,300}[?&][\w.[\]-]{1,40}=$/;
/** `image::address[words,300]`, `!address|width=9!`, `[[address]]` */
const BEHIND = /(?<=[\w%])(?:\[[\w ,=.-]{0,40}\]|\|[\w=,.-]{0,30}!|!|(?<!\[[^\]]{0,60})\]{1,2})$/s;

/** Without the line breaks in its midst, and with its colon as itself. In brackets the blanks behind one go, too. */
function plain(address: string, which: number, inBrackets: boolean): string {
  if (which === ESCAPED || which === ESCAPED + 1) return unescaped(address.replace(/%0a.*$/is, ''));
  const slashed = which < BACKSLASHED || which >= SCHEMELESS ? address : address.replace(/\\\/|\\/g, '/');
  return slashed
    .replace(inBrackets ? /\n[ \t]{0,8}/ : /[\t\n\r]/g, '')
    .replace(/^([a-z+]{0,12})&(?:#58|#x3a|colon);/i, '$1:');
}

interface Address {
  readonly start: number;
  readonly end: number;
  /** Whether it has a part that could. */
  readonly carries: boolean;
  /** What follows may have it end elsewhere. */
  readonly open: boolean;
}

interface Read {
  readonly text: string;
  readonly ends: AddressEnds;
}

function addressAt({ text, ends }: Read, which: number, at: number): Address {
  let start = at;
  if (which < SHARE || (which >= ESCAPED && which < SCRIPT)) start = schemeStart(text, at);
  else if (which === SHARE || which === SHARE + 1) start = at + 1;
  else if (which < SCRIPT) start = at + (LITERALS[which] ?? '').indexOf('//');
  if (which >= BACKSLASHED && which < SHARE && !WEB.test(text.slice(start, at + 1)))
    return { start, end: start, carries: false, open: false };
  const { end, telling, open } = ends.at(start);
  const goesOn = text.charAt(start - 1) === '(' && text.charAt(end) === '\n';
  return {
    start,
    end: goesOn ? afterBreak(text, end, ends) : end,
    carries: goesOn || telling > start || isInRow(text, start),
    open,
  };
}

function schemeStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < LONGEST_SCHEME && isOfScheme(text.charCodeAt(start - 1))) start -= 1;
  while (start < end && !isLetter(text.charCodeAt(start))) start += 1;
  return start;
}

/** Letters, figures as in `s3:`, and `+`. */
function isOfScheme(unit: number): boolean {
  return isLetter(unit) || (unit >= 48 && unit < 58) || unit === 43;
}

function isLetter(unit: number): boolean {
  const letter = (unit | 0x20) - 97;
  return letter >= 0 && letter < 26 && unit < 128;
}

/** In brackets, an address may go on behind a line break; one that the brackets close. */
function afterBreak(text: string, at: number, ends: AddressEnds): number {
  let next = at + 1;
  while (next - at <= 8 && (text[next] === ' ' || text[next] === '\t')) next += 1;
  const { end } = ends.closing(next);
  return end === text.length || text[end] === ')' ? end : at;
}

/** Pictures and what is fetched to be shown, as other markup, tables and messages of chats name them. */
const LOADED =
  /(?:\bimage::?|\.\. (?:image|figure):: {0,3}|\bimage-set\(\s{0,3}["']?|=\s?(?:IMAGE|WEBSERVICE|IMPORT\w{2,5})\(\s{0,2}"{1,2}|"(?:image|img|thumbnail|avatar|icon|picture|logo|banner|photo)(?:_?url)?"\s{0,3}:\s{0,3}(?:\{\s{0,3}"url"\s{0,3}:\s{0,3})?"|\bPHOTO;VALUE=uri:|\b(?:image|img|avatar|icon|thumbnail|cover): {0,2}["']?|(?:^|[\s(])!)$/i;

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
  // Whether a picture refers to it may be said later.
  if (/(?:^|\n)\s{0,3}\[[^\]\n]{1,100}\]:\s{0,3}<?$/.test(before)) return { kind: 'reference', loads: true };
  if (/(?:\burl\(|@import)\s{0,3}["']?$/i.test(before)) return { kind: 'style', loads: true };
  if (
    /\b(?:src|srcset|imagesrcset|background|poster|data|lowsrc|dynsrc|icon|manifest|content|xlink:href|ping)\s{0,3}=\s{0,3}\\?["']?[^"'<>]{0,40}$/i.test(
      before,
    )
  )
    return { kind: 'html', loads: true };
  if (/\[(?:img|image)(?:[ =][^[\]\n]{0,24})?\]$/i.test(before)) return { kind: 'image', loads: true };
  if (/\[(?:url|link)(?:=|\])$/i.test(before)) return { kind: 'link', loads: false };
  if (LOADED.test(before)) return { kind: 'image', loads: true };
  if (/\b(?:href|action|formaction|cite)\s{0,3}=\s{0,3}\\?["']?$/i.test(before))
    return { kind: 'html', loads: /<(?:link|image|feimage|use|script|animate|base)\b[^>]{0,300}$/i.test(before) };
  return { kind: 'address', loads: false };
}

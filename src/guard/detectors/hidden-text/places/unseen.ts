import { matchesIn } from '../../../../kernel/matches.ts';
import {
  ANGLE,
  BACKTICK,
  COLON,
  CURLY,
  HASH,
  JOINED,
  marksOf,
  PAREN,
  QUOTE,
  RARER_MARK,
  SQUARE,
  STATEMENT,
} from '../../../../text/view/marks.ts';
import type { Reusable } from '../../idle.ts';
import type { Coded } from '../codes/coded.ts';
import {
  isOrder,
  isOrderBare,
  isOrderForLater,
  isOrderInComment,
  isOrderInLabel,
  isOrderInNote,
} from '../orders/orders.ts';
import { colourOf, isWhite } from './colours.ts';
import {
  FAR_OFF,
  IN_CELLS,
  IN_COMMENTS,
  IN_CURLY,
  IN_FIELDS,
  IN_LINES,
  IN_MARKUP,
  IN_NOTES,
  IN_PDF,
  IN_QUOTES,
  IN_TEX,
  IN_TYPST,
  IN_VALUES,
  LEFT_OPEN,
  type Place,
} from './places.ts';
import { type Seen as Shown, seenBy } from './styles.ts';

/** Reads a message sentence by sentence for orders to a model where those who look see nothing. */
export interface UnseenReader extends Reusable {
  /** `gap`: blank characters between the sentence before and this one. */
  read(sentence: string, gap: number): readonly Coded[];
}

const TEX_COLOUR =
  /\\(?:text)?color(?:\[(?<model>rgb|RGB|HTML|gray|named)\])?\{(?<colour>[^{}]{1,24})\}[{\s]{0,4}(?:\\[a-z]{2,14} )?(?<said>[^{}\\]{8,600})/g;
const ANY_ELEMENT = /<(?<name>[a-z][\w:-]{0,20})(?<attributes>\s[^<>]{1,600})>\s{0,20}(?<said>[^<]{0,600})/gi;
const BARE_ELEMENT = /<([a-z][a-z0-9]{0,12})>\s{0,20}([^<]{8,600})/gi;
const STYLE = /(?:^|\s)style\s{0,2}=\s{0,2}(?:"([^"]{0,400})"|'([^']{0,400})')/i;
const CLASSES = /(?:^|\s)(?:class|id)\s{0,2}=\s{0,2}["']?([^"'<>=]{1,120})/i;
const RULE =
  /([.#][\w-]{1,40}|\[[\w-]{1,40}\]|(?<=[>},;\s]|^)[a-z][a-z0-9]{0,12}(?=[\s,{]))[^{}<>]{0,80}\{([^{}]{0,400})\}/g;
const BY_ATTRIBUTE =
  /\stext:display="none"|(?:^|\s)hidden(?=[\s=>/]|$)|(?:^|\s)[cd]?[xy]\s{0,2}=\s{0,2}["']-\d{3,}|(?:^|\s)(?:type\s{0,2}=\s{0,2}["']?hidden)|(?:^|\s)(?:opacity|font-size|width|height|r)\s{0,2}=\s{0,2}["']?0["'\s>]|(?:^|\s)fill\s{0,2}=\s{0,2}["']?(?:none|transparent)/i;
/** Letters of a drawing without colour: nothing brings them back. */
const WITHOUT_COLOUR = /(?:^|\s)fill\s{0,2}=\s{0,2}["']?(?:none|transparent)\b/i;
const HALF_BY_ATTRIBUTE =
  /\btext-white\b[^"'<>]{0,80}\bbg-white\b|\bbg-white\b[^"'<>]{0,80}\btext-white\b|(?:^|\s)aria-hidden\s{0,2}=\s{0,2}["']?true|(?:^|\s)class\s{0,2}=\s{0,2}["'][^"'<>]{0,80}(?:sr-only|visually-?hidden|screen-reader|invisible|d-none|(?<=[\s"'])(?:hidden|hide|opacity-0|text-transparent|collapse)(?=[\s"']))|(?:^|\s)(?:color|fill)\s{0,2}=\s{0,2}["']?(?:white|#f{3}(?:f{3})?|#f[c-f]f[c-f]f[c-f])\b/i;
/** Elements without anything in them, as far as a sentence knows: what comes next is in them. */
const LONGEST_ELEMENT = 12;
/** By which a page finds what it is to show; also what letters begin with, for lists of letters. */
const OF_PAGE =
  /(?:^|\s)(?:class|id|role|for|name|data-[\w-]{1,30}|aria-[\w-]{1,20}|on[a-z]{3,12})\s{0,2}=|mso-|line-height:\s?1px/i;
const LEAST_WORDS = 4;
/** Notes of those who write a page or a paper for each other, too, and comments of programs. */
type Seen = Shown | 'bare' | 'note' | 'comment';
type End = (text: string) => number;
const by =
  (pattern: RegExp): End =>
  (text) =>
    text.search(pattern);
const ANY_END = by(/<\/(?!summary)|-->/);
const endOf = (name: string): End => {
  const tag = `</${name.toLowerCase()}`;
  return (text) => text.toLowerCase().indexOf(tag);
};
const BEGINS_BLOCK = RARER_MARK | HASH | CURLY | ANGLE;

/** What begins a part that is left out, over several lines, and what ends it. */
const BLOCKS: readonly { readonly begin: RegExp; readonly end: End; readonly seen: Seen }[] = [
  { begin: /\\begin\{comment\}\s*$/, end: by(/\\end\{comment\}/), seen: 'note' },
  { begin: /^\s*:{3,}\s*\{[^{}]{0,40}\.hidden\b[^{}]{0,40}\}\s*$/, end: by(/^\s*:{3,}\s*$/), seen: 'not' },
  { begin: /\{::comment\}\s*$/, end: by(/\{:\/comment\}/), seen: 'note' },
  { begin: /<script[^<>]{0,80}json["'][^<>]{0,80}>\s*$/i, end: by(/<\/script/i), seen: 'half' },
  { begin: /\\iffalse\b\s*$/, end: by(/\\fi\b/), seen: 'note' },
  { begin: /^\s*\/{4,}\s*$/, end: by(/^\s*\/{4,}\s*$/), seen: 'note' },
  { begin: /(?:^|\s)\/\*+\s*$/, end: by(/\*\//), seen: 'comment' },
  { begin: /^=begin\b\s*$/, end: by(/^=end/m), seen: 'comment' },
  { begin: /^(?:\{-|<#)\s*$/, end: by(/-\}|#>/), seen: 'comment' },
  { begin: /^\s*#\+BEGIN_COMMENT\s*$/i, end: by(/#\+END_COMMENT/i), seen: 'note' },
  { begin: /^\.\.$/, end: by(/\n/), seen: 'comment' },
  { begin: /^#\.\s*$/, end: by(/\n/), seen: 'comment' },
  { begin: /^#if 0\s*$/, end: by(/^#(?:endif|else)\b/), seen: 'comment' },
  { begin: /^: ?<<-?\s?['"]?\w{1,20}['"]?\s*$/, end: by(/^[A-Z_]{2,20}\s*$/), seen: 'comment' },
  { begin: /^\s*[rRbBuU]?"""[^"]*$/, end: by(/"{3}/), seen: 'comment' },
  { begin: /\{%-?\s*comment\b[^%]{0,60}%\}\s*$/, end: by(/\{%-?\s*endcomment/), seen: 'note' },
];

/** What stands in each of these beginnings: one look spares most sentences a dozen. */
const BLOCK_SIGN =
  /\\(?:begin|iffalse)|:{3}|\{(?:::|%)|<script|\/{4}|\/\*|BEGIN_COMMENT|=begin|\{-|<#|#if 0|<<|"{3}|^\.\.$|^#\.\s*$/i;

/** Three quotes, or one of the characters that each other sign has; what is joined has quotes, or no sign has been looked for. */
function mayBeginBlock(text: string, kinds: number): boolean {
  return (
    (kinds & BEGINS_BLOCK) !== 0 ||
    (kinds & (QUOTE | JOINED)) === (QUOTE | JOINED) ||
    text === '..' ||
    text.startsWith('=begin')
  );
}

export function createUnseenReader(): UnseenReader {
  /** What rules of style hide, by the selector, and whether a page can show it again. */
  const hiding = new Map<string, Shown>();
  /** Sentences for which one is still in what nobody sees, whether really nobody, and by what it ends. */
  let inside = 0;
  let takes: Place['isOrder'] = isOrder;
  let end: End = ANY_END;
  const enter = (taking: Place['isOrder'], until: End) => {
    [inside, takes, end] = [LONGEST_ELEMENT, taking, until];
  };
  const hide = (name: string, seen: Shown) => {
    if (hiding.size < MOST_CLASSES && (seen === 'not' || seen === 'later')) hiding.set(name, seen);
  };
  const look = (place: Place, text: string, found: Coded[]) => {
    if (lookIn(place, text, found) && place.end !== undefined && inside === 0) enter(place.isOrder, by(place.end));
  };

  const openEnded = (
    { open, end: until, isOrder: takes }: (typeof LEFT_OPEN)[number],
    text: string,
    found: Coded[],
  ) => {
    enter(takes, by(until));
    const { groups, index = 0 } = open.exec(text) ?? {};
    const said = (groups?.said ?? '').trim();
    if (takes(said)) found.push({ start: index, end: text.length, says: said });
  };

  const elements = (text: string, found: Coded[]) => {
    /** Word by word in elements of their own. */
    const words: string[] = [];
    for (const { 0: run, index, groups } of matchesIn(ANY_ELEMENT, text)) {
      const { attributes = '', said = '' } = groups ?? {};
      const seen = hiding.get(groups?.name ?? '') ?? seenIn(attributes, hiding);
      if (seen === 'all') continue;
      const place = { start: index, end: index + run.length, says: said.trim() };
      if (seen === 'not' || seen === 'later' || seen === 'bare') words.push(place.says);
      if (orders(seen, place.says)) found.push(place);
      else if (place.says === '' && text.charAt(index + run.length) === '<') within(text, { index, run, seen }, found);
      else if (index + run.length === text.length && !/<\/|\/>\s*$/.test(run))
        enter(takerOf(seen), endOf(groups?.name ?? ''));
    }
    const said = words.length < LEAST_WORDS ? '' : words.join(' ').replace(/\s{2,}/g, ' ');
    if (said !== '' && isOrderForLater(said)) found.push({ start: 0, end: text.length, says: said });
  };

  /** Elements without an attribute that a rule of style hides by their name. */
  const bare = (text: string, found: Coded[]) => {
    for (const { 0: run, 1: name = '', 2: said = '', index } of matchesIn(BARE_ELEMENT, text))
      if (hiding.has(name.toLowerCase()) && isOrderForLater(said.trim()))
        found.push({ start: index, end: index + run.length, says: said.trim() });
  };

  return {
    restart: () => {
      if (hiding.size > 0) hiding.clear();
      [inside, takes, end] = [0, isOrder, ANY_END];
    },
    read: (text, gap) => {
      const { kinds, figures, run } = marksOf(text);
      const found: Coded[] = [];
      const wasInside = inside > 0;
      if (inside > 0) {
        inside -= 1;
        const at = end(text);
        const said = at < 0 ? text : text.slice(0, at);
        const says = pieces(said.replace(/\n\s*/g, ' ')).find(takes);
        if (says !== undefined) found.push({ start: 0, end: said.length, says });
        if (at >= 0) inside = 0;
      }
      const mayOpen = !wasInside && mayBeginBlock(text, kinds) && BLOCK_SIGN.test(text);
      const block = mayOpen ? BLOCKS.find(({ begin }) => begin.test(text)) : undefined;
      if (block !== undefined) enter(takerOf(block.seen), block.end);
      if (gap >= FAR_BELOW && isOrderForLater(text.trim()))
        found.push({ start: 0, end: text.length, says: text.trim() });
      if ((kinds & CURLY) !== 0) for (const place of IN_CURLY) look(place, text, found);
      if ((kinds & CURLY) !== 0 && HIDING_RULE.test(text)) {
        for (const [, name = '', style = ''] of matchesIn(RULE, text)) hide(name, seenBy(style));
      }
      if ((kinds & ANGLE) !== 0) {
        if (BEGINS.test(text)) for (const place of IN_MARKUP) look(place, text, found);
        elements(text, found);
        if (hiding.size > 0) bare(text, found);
        const [, opened] =
          /<(!--|details>(?:<summary>[^<]{0,80}<\/summary>)?|template>|noscript>)[^<>]{0,7}\s*$/.exec(text) ?? [];
        if (opened !== undefined) enter(takerOf(opened === '!--' ? 'note' : 'half'), ANY_END);
      }
      if ((kinds & SQUARE) !== 0) for (const place of IN_NOTES) look(place, text, found);
      if ((kinds & SQUARE) !== 0 && (kinds & HASH) !== 0) look(IN_TYPST, text, found);
      if (mayBeNote(text, kinds) && NOTES.test(text)) for (const place of IN_COMMENTS) look(place, text, found);
      if ((kinds & COLON) !== 0 && ((kinds & CURLY) !== 0 || text.indexOf(':') < LONGEST_KEY))
        for (const place of IN_FIELDS) look(place, text, found);
      if ((kinds & (COLON | QUOTE)) === (COLON | QUOTE)) look(IN_VALUES, text, found);
      if ((kinds & QUOTE) !== 0 && (kinds & (SQUARE | HASH | STATEMENT)) !== 0 && LINES.test(text))
        look(IN_LINES, text, found);
      if ((kinds & (QUOTE | CURLY | ANGLE | PAREN)) === QUOTE && CELLS.test(text)) look(IN_CELLS, text, found);
      if ((kinds & (QUOTE | BACKTICK)) !== 0 && THRICE.some((quotes) => text.includes(quotes)))
        for (const place of IN_QUOTES) look(place, text, found);
      if ((kinds & RARER_MARK) !== 0 && text.includes('\\')) {
        for (const place of IN_TEX) look(place, text, found);
        inTex(text, found);
      }
      if ((kinds & PAREN) !== 0 && (figures > 0 || text.includes('/')))
        for (const place of IN_PDF) look(place, text, found);
      if (run >= EMPTY_CELLS.length && (text.includes(WIDE_GAP) || text.includes(EMPTY_CELLS) || text.includes(TABS)))
        look(FAR_OFF, text, found);
      if (inside === 0 && (kinds & (ANGLE | SQUARE | CURLY)) !== 0 && !text.endsWith('\n')) {
        const left = LEFT_OPEN.find(({ open }) => open.test(text));
        if (left !== undefined) openEnded(left, text, found);
      }
      return found.length === 0 ? NOTHING : found;
    },
  };
}

/** An element with attributes, one of the few that hide, a comment, or the like: most lines of a page have other ones. */
const BEGINS =
  /<(?:[a-z][\w:-]*\s|[!?%#]|template|noscript|datalist|metadata|desc|details|object|annotation|dialog|foreignObject|rp|title|video|audio|canvas|noframes|noembed|hidden|secret|invisible|private|internal|system|instructions?|(?:ai|llm|agent|assistant|model)\b|(?:for|to|note)[-_]|\w{1,3}:)/i;
/** A rule of style that may hide what is of its class. */
const HIDING_RULE =
  /[.#\w[\]-]\s{0,3}\{[^{}]{0,200}(?:none|hidden|collapse|transparent|-\d{3}|[:(]\s{0,2}0|size\s{0,2}:\s{0,2}[12](?:\.\d)?p)/;
/** A cell behind another one. */
const CELLS = /[\w"][,;]\s?"/;
/** A comment at the beginning of a text in quotes. */
const LINES = /"\s{0,8}(?:#|\/\/|--|%)\s/;
const NOTHING: readonly Coded[] = [];
const MOST_CLASSES = 64;
const WIDE_GAP = ' '.repeat(100);
const EMPTY_CELLS = ','.repeat(24);
const TABS = '\t'.repeat(24);
/** Further below than those who write letters leave blank. */
const FAR_BELOW = 24;
const THRICE = ['"""', "'''", '```'];
/** A field's name stands before its colon. */
const LONGEST_KEY = 64;

/** Cheaper than to look where lines begin: most sentences have none of these. */
function mayBeNote(text: string, kinds: number): boolean {
  if ((kinds & (HASH | STATEMENT)) !== 0) return true;
  const first = text.charCodeAt(0);
  if ((first === DOT && text.charCodeAt(1) === DOT) || (first === N && text.startsWith('NOTE '))) return true;
  if ((kinds & JOINED) !== 0 && text.includes('--')) return true;
  return (kinds & RARER_MARK) !== 0 && (text.includes('//') || text.includes('/*') || text.includes('%'));
}

const DOT = 46;
const N = 78;

/** How a line of a comment begins. */
const NOTES = /^\s{0,3}(?:\.\.|\.\\"|%%|#\+COMMENT:|NOTE)\s|\/\*|(?:^|[\s>])[+-]?(?:\/\/|%|#|--|;)/m;

/** Whether it is still open where the text ends. */
function lookIn(
  { pattern, has, begins, strings, escaped, isOrder: takes }: Place,
  text: string,
  found: Coded[],
): boolean {
  if (has !== undefined && !text.includes(has)) return false;
  if (begins !== undefined && !mayBegin(text, begins)) return false;
  let open = false;
  for (const { 0: run, index, groups } of matchesIn(pattern, text)) {
    const said = (groups?.said ?? groups?.also ?? '').trim();
    const says = strings
      ? texts(said).find(takes)
      : said.includes('<')
        ? pieces(said).find(takes)
        : [escaped ? unescaped(said) : said].find(takes);
    if (says !== undefined) found.push({ start: index, end: index + run.length, says });
    open = index + run.length === text.length;
  }
  return open;
}

/** As it stands where it is no such text. */
function unescaped(said: string): string {
  try {
    return decodeURIComponent(said);
  } catch {
    return said;
  }
}

/** Whether the first line may begin so; of several lines, one of which may. */
function mayBegin(text: string, letters: string): boolean {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) <= 32) at += 1;
  if (text.charCodeAt(at) > 127 || letters.includes(text.charAt(at))) return true;
  const line = text.search(LINE_END);
  return line >= 0 && line + 1 < text.length;
}

const LINE_END = /[\n\r\u2028\u2029]/;

/** What stands there, and each text in quotes where there are some. */
function texts(said: string): readonly string[] {
  return /^[[{"]/.test(said) ? Array.from(said.matchAll(/"([^"\\]{8,400})"/g), ([, one = '']) => one) : [said];
}

/** What stands between elements, each for itself, and all of it as one. */
function pieces(said: string): readonly string[] {
  if (!said.includes('<')) return texts(said.trim());
  const parts = said.split(/<[^<>]{0,200}>/);
  return [...parts, parts.join(' ').replace(/\s{2,}/g, ' ')].map((part) => part.trim());
}

function orders(seen: Seen, said: string): boolean {
  return takerOf(seen)(said);
}

function takerOf(seen: Seen): Place['isOrder'] {
  if (seen === 'half') return isOrderInLabel;
  if (seen === 'bare') return isOrderBare;
  if (seen === 'note') return isOrderInNote;
  if (seen === 'comment') return isOrderInComment;
  return seen === 'not' ? isOrder : isOrderForLater;
}

/** What stands in the elements within one that hides, up to where the first of its name ends. */
function within(
  text: string,
  { index, run, seen }: { readonly index: number; readonly run: string; readonly seen: Seen },
  found: Coded[],
): void {
  const from = index + run.length;
  const [, name = ''] = /^<([a-z][\w:-]*)/i.exec(run) ?? [];
  const rest = text.slice(from, from + LONGEST_INSIDE);
  const end = rest.indexOf(`</${name}`);
  const inside = end < 0 ? rest : rest.slice(0, end);
  const says = pieces(inside).find((piece) => orders(seen, piece));
  if (says !== undefined) found.push({ start: index, end: from + inside.length, says });
}

const LONGEST_INSIDE = 600;

function seenIn(attributes: string, hiding: ReadonlyMap<string, Shown>): Seen {
  if (WITHOUT_COLOUR.test(attributes)) return 'not';
  if (BY_ATTRIBUTE.test(attributes)) return 'later';
  const [, one, other] = STYLE.exec(attributes) ?? [];
  // A browser reads escapes within an attribute first.
  const style = (one ?? other)?.replace(/&#(x?)([0-9a-f]{1,6});/gi, (_, hex: string, code: string) =>
    String.fromCharCode(Number.parseInt(code, hex === '' ? 10 : 16)),
  );
  const seen = style === undefined ? 'all' : seenBy(style);
  if (seen === 'later') return OF_PAGE.test(attributes) ? 'later' : 'bare';
  if (seen !== 'all') return seen;
  const named = hiding.size === 0 ? undefined : hiddenByName(attributes, hiding);
  return named ?? (HALF_BY_ATTRIBUTE.test(attributes) ? 'half' : 'all');
}

/** By a rule of style for its class, its name or an attribute. */
function hiddenByName(attributes: string, hiding: ReadonlyMap<string, Shown>): Shown | undefined {
  const [, names = ''] = CLASSES.exec(attributes) ?? [];
  const bare = Array.from(attributes.matchAll(/\s([\w-]{1,40})(?=[\s=]|$)/g), ([, name = '']) => `[${name}]`);
  const selectors = [...names.split(/\s+/).flatMap((name) => [`.${name}`, `#${name}`]), ...bare];
  return selectors.map((selector) => hiding.get(selector)).find((seen) => seen !== undefined);
}

function inTex(text: string, found: Coded[]): void {
  for (const { 0: run, index, groups } of matchesIn(TEX_COLOUR, text)) {
    const { model, colour = '', said = '' } = groups ?? {};
    if (isWhite(texColour(model, colour)) && isOrder(said.trim()))
      found.push({ start: index, end: index + run.length, says: said.trim() });
  }
}

/** As the package `xcolor` writes colours. */
function texColour(model: string | undefined, colour: string): ReturnType<typeof colourOf> {
  const shares = colour.split(',').map((share) => Number.parseFloat(share));
  const [red = 0, green = red, blue = red] = shares;
  if (model === 'rgb' || model === 'gray') return [red * 255, green * 255, blue * 255];
  return model === 'RGB' ? [red, green, blue] : colourOf(colour);
}

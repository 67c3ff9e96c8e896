import { ANGLE, COLON, CURLY, HASH, marksOf, OTHER_MARK, PAREN, SQUARE, STATEMENT } from '../../../text/view/marks.ts';
import type { Reusable } from '../idle.ts';
import type { Coded } from './coded.ts';
import { colourOf, isWhite } from './colours.ts';
import { isOrder, isOrderInComment, isOrderInLabel, isOrderInNote } from './orders.ts';
import { type Seen, seenBy } from './styles.ts';
import { surveyOf } from './survey.ts';

/** Reads a message sentence by sentence for orders to a model where those who look see nothing. */
export interface UnseenReader extends Reusable {
  read(sentence: string): readonly Coded[];
}

/** A place in a text whose reader does not see what stands there, and which orders it takes for one. */
interface Place {
  readonly pattern: RegExp;
  /** What stands in each, where that is one word. */
  readonly has?: string;
  readonly isOrder: (said: string) => boolean;
}

/** What stands in `said`. Each is bounded, and linear in the text. */
const IN_MARKUP: readonly Place[] = [
  { has: '<!--', pattern: /<!--(?<said>[^<]{8,600})/g, isOrder: isOrderInNote },
  {
    pattern:
      /<(?:template|noscript|datalist|metadata|desc|details|object|annotation|dialog|foreignObject|rp)(?:\s[^<>]{0,200})?>(?:<summary>[^<]{0,80}<\/summary>)?\s{0,20}(?:<(?:p|div|span|b|li)>\s{0,20})?(?<said>[^<]{8,600})/gi,
    isOrder: isOrderInNote,
  },
  {
    has: '<script',
    pattern:
      /<script[^<>]{0,80}\stype\s{0,2}=\s{0,2}["']?(?:text|application)\/(?!javascript|ecmascript|babel|typescript)[^<>]{0,80}>\s{0,20}(?<said>[^<]{8,600})/gi,
    isOrder,
  },
  {
    pattern:
      /<[a-z][^<>]{0,300}?\s(?:alt|title|aria-[a-z]+|content|summary|label|placeholder|srcdoc)\s{0,2}=\s{0,2}(?:"(?<said>[^"<>]{8,400})"|'(?<also>[^'<>]{8,400})')/gi,
    isOrder: isOrderInLabel,
  },
  {
    pattern:
      /<[a-z][^<>]{0,300}?\s(?:value|data-[a-z-]{1,30})\s{0,2}=\s{0,2}(?:"(?<said>[^"<>]{8,400})"|'(?<also>[^'<>]{8,400})')/gi,
    isOrder: isOrderInNote,
  },
  { has: '<title', pattern: /<title[^<>]{0,80}>\s{0,20}(?<said>[^<]{8,400})/g, isOrder: isOrderInLabel },
  { has: 'CDATA[', pattern: /<!\[CDATA\[(?<said>[^\]]{8,600})/g, isOrder: isOrderInLabel },
  { has: '<?', pattern: /<\?(?!php|xml)[a-z]{1,20}\s(?<said>[^?<>]{8,600})\?>/gi, isOrder },
  {
    has: '<w:',
    pattern:
      /<w:(?:color w:val="(?:F{6}|f{6})"|sz w:val="[1-4]")\s{0,2}\/>[^\n]{0,80}?<w:t[^<>]{0,40}>(?<said>[^<]{8,600})/g,
    isOrder,
  },
  { has: 'w:vanish', pattern: /<w:vanish\s{0,2}\/>[^\n]{0,80}?<w:t[^<>]{0,40}>(?<said>[^<]{8,600})/g, isOrder },
  {
    has: '<font',
    pattern: /<font[^<>]{0,80}\ssize\s{0,2}=\s{0,2}["']?(?:0|-\d)["']?[^<>]{0,80}>\s{0,20}(?<said>[^<]{8,600})/gi,
    isOrder,
  },
];
/** Comments of templates and of notes, which what is made of them has not. */
const IN_TEMPLATES: readonly Place[] = [
  { has: '{#', pattern: /\{#(?<said>[^#{}]{8,600})#\}/g, isOrder: isOrderInComment },
  { has: '%}', pattern: /\{%-?\s{0,3}comment[^%{}]{0,80}%\}(?<said>[^{}]{8,600})\{%/g, isOrder: isOrderInComment },
  { has: '{{', pattern: /\{\{(?:!--|[^{}|]{1,40}\|hidden=1\|)(?<said>[^{}]{8,600})\}\}/g, isOrder: isOrderInComment },
  {
    has: ':root',
    pattern: /:root\s{0,3}\{[^{}]{0,200}--[\w-]{1,30}\s{0,2}:\s{0,2}["'](?<said>[^"'{}]{8,400})["']/g,
    isOrder,
  },
];
/** A sheet of style that writes something itself. */
const IN_STYLE: Place = {
  has: 'content',
  pattern: /\bcontent\s{0,2}:\s{0,2}["'](?<said>[^"'{}]{8,400})["']/gi,
  isOrder: isOrderInNote,
};
const IN_CURLY: readonly Place[] = [IN_STYLE, ...IN_TEMPLATES];
const IN_NOTES: readonly Place[] = [
  {
    pattern:
      /^\s{0,3}\[(?:\/\/|comment|_|#|\^?hidden|)\]:\s{0,3}(?:#|<>)?\s{0,3}[("'](?<said>[^\n]{8,600}?)[)"']\s{0,3}$/gim,
    isOrder,
  },
  { pattern: /\]\([^\s()]{1,200}\s{1,3}["'(](?<said>[^"'()\n]{8,400})["')]\)/g, isOrder: isOrderInLabel },
  {
    pattern: /^\s{0,3}\[[^\]\n]{1,40}\]:\s{1,3}[^\s]{1,200}\s{1,3}["'(](?<said>[^"'()\n]{8,400})["')]\s{0,3}$/gm,
    isOrder: isOrderInLabel,
  },
  { pattern: /^\s{0,3}\[(?<said>[^\]\n]{20,400})\]:\s{0,3}\S/gm, isOrder: isOrderInLabel },
  { pattern: /!\[(?<said>[^\]\n]{8,400})\]/g, isOrder: isOrderInLabel },
  { pattern: /^\s{0,3}\[\^[^\]\n]{1,30}\]:\s{0,4}(?<said>[^\n]{8,600})/gm, isOrder: isOrderInLabel },
];
const IN_COMMENTS: readonly Place[] = [
  { pattern: /^\s{0,3}(?:\.\.|\.\\"|%%)\s(?<said>[^\n]{16,600})/gm, isOrder: isOrderInComment },
  { pattern: /\/\*+(?<said>(?:[^*]|\*(?!\/)){8,600})/g, isOrder: isOrderInComment },
  { pattern: /(?:^|\s)(?:%{1,3}|\/\/|#|;;?|--)\s{0,3}(?<said>[^\n]{16,600})/gm, isOrder: isOrderInComment },
  {
    pattern:
      /^\s{0,4}["']?(?:_?comment|ai[_-]?\w{0,20}|llm[_-]?\w{0,20}|(?:system|agent|assistant|model)[_-](?:note|prompt|instructions?|hint))["']?\s{0,2}:\s{0,3}["']?(?<said>[^\n"']{12,600})/gim,
    isOrder,
  },
];
const IN_TEX: readonly Place[] = [
  {
    pattern:
      /\\(?:h?phantom|vphantom|hidden|iffalse|begin\{comment\}|comment|rlap|llap|pdfcomment|tooltip)\b[{\s]{0,4}(?<said>[^{}\\]{8,600})/g,
    isOrder,
  },
  {
    pattern:
      /\\fontsize\{0?[.,]?[0-2](?:\.\d)?(?:pt)?\}\{[^{}]{1,12}\}(?:\\selectfont)?[{\s]{0,4}(?<said>[^{}\\]{8,600})/g,
    isOrder,
  },
  { pattern: /\\(?:scalebox|resizebox)\{0?\.0\d*\}(?:\{[^{}]{0,8}\})?\{(?<said>[^{}\\]{8,600})/g, isOrder },
  { pattern: /\\(?:opacity|transparent)\{0(?:\.0\d*)?\}[{\s]{0,4}(?<said>[^{}\\]{8,600})/g, isOrder },
  {
    pattern: /\bpdf(?:keywords|subject|title|info|author)\s{0,2}=?\s{0,2}\{(?<said>[^{}]{8,600})/g,
    isOrder: isOrderInLabel,
  },
  // Far off the page, and what programs write of what terminals conceal.
  { pattern: /\\(?:raise|lower)box\{-?\d{3,5}[a-z]{2}\}(?:\[[^\]]{0,9}\]){0,2}\{(?<said>[^{}\\]{8,600})/g, isOrder },
  { pattern: /\\(?:e|033|x1[bB]|u001[bB])\[(?:\d{1,2};)?8m(?<said>[^\\]{8,600})/g, isOrder },
  { pattern: /\\v\d?[ {](?<said>[^{}\\]{8,600})/g, isOrder },
];
const TEX_COLOUR =
  /\\(?:text)?color(?:\[(?<model>rgb|RGB|HTML|gray|named)\])?\{(?<colour>[^{}]{1,24})\}[{\s]{0,4}(?<said>[^{}\\]{8,600})/g;
const ANY_ELEMENT = /<(?<name>[a-z][\w:-]{0,20})(?<attributes>\s[^<>]{2,600})>\s{0,20}(?<said>[^<]{0,600})/gi;
const STYLE = /(?:^|\s)style\s{0,2}=\s{0,2}(?:"([^"]{0,400})"|'([^']{0,400})')/i;
const CLASSES = /(?:^|\s)(?:class|id)\s{0,2}=\s{0,2}["']?([^"'<>=]{1,120})/i;
const RULE = /([.#][\w-]{1,40})[^{}<>]{0,80}\{([^{}]{0,400})\}/g;
const BY_ATTRIBUTE =
  /(?:^|\s)hidden(?=[\s=>/]|$)|(?:^|\s)(?:type\s{0,2}=\s{0,2}["']?hidden)|(?:^|\s)(?:opacity|font-size|width|height|r)\s{0,2}=\s{0,2}["']?0["'\s>]|(?:^|\s)fill\s{0,2}=\s{0,2}["']?(?:none|transparent)/i;
const HALF_BY_ATTRIBUTE =
  /\btext-white\b[^"'<>]{0,80}\bbg-white\b|\bbg-white\b[^"'<>]{0,80}\btext-white\b|(?:^|\s)aria-hidden\s{0,2}=\s{0,2}["']?true|(?:^|\s)class\s{0,2}=\s{0,2}["'][^"'<>]{0,80}(?:sr-only|visually-?hidden|screen-reader|invisible|d-none)|(?:^|\s)(?:color|fill)\s{0,2}=\s{0,2}["']?(?:white|#f{3}(?:f{3})?|#f[c-f]f[c-f]f[c-f])\b/i;
/** Typst. */
const IN_TYPST: Place = {
  pattern: /#(?:hide|text\(\s{0,2}(?:fill:\s{0,2}white|size:\s{0,2}[01](?:\.\d)?pt)\s{0,2}\))\[(?<said>[^\]]{8,600})/g,
  isOrder,
};
/** PDF: rendering mode 3 neither fills nor strokes (ISO 32000-1, table 106); white, and letters of a point and less. */
const IN_PDF: readonly Place[] = [
  { has: ' Tr', pattern: /\b3 Tr\b[^()]{0,80}\((?<said>[^()]{8,600})\)/g, isOrder },
  { has: '1 1 1 rg', pattern: /\b1 1 1 rg\b[^()]{0,80}\((?<said>[^()]{8,600})\)/g, isOrder },
  { has: '1 g', pattern: /(?<![\d.] )\b1 g\b[^()]{0,80}\((?<said>[^()]{8,600})\)/g, isOrder },
  { has: ' Tf', pattern: /\/\w{1,12} [01](?:\.\d{1,4})? Tf\b[^()]{0,80}\((?<said>[^()]{8,600})\)/g, isOrder },
  {
    has: '/',
    pattern: /\/(?:Contents|Subject|Keywords|TU|Alt|ActualText|Author)\s{0,2}\((?<said>[^()]{8,600})\)/g,
    isOrder,
  },
];
const FAR_OFF: Place = { pattern: /[ \t\u00a0]{100,}(?<said>\S[^\n]{8,600})/g, isOrder };

/** Elements without anything in them, as far as a sentence knows: what comes next is in them. */
const LONGEST_ELEMENT = 12;

export function createUnseenReader(): UnseenReader {
  const hiding = new Set<string>();
  /** Sentences for which one is still in what nobody sees, and whether really nobody. */
  let inside = 0;
  let seenThere: Seen = 'not';

  const elements = (text: string, found: Coded[]) => {
    for (const { 0: run, index, groups } of text.matchAll(ANY_ELEMENT)) {
      const { attributes = '', said = '' } = groups ?? {};
      const seen = seenIn(attributes, hiding);
      if (seen === 'all') continue;
      const place = { start: index, end: index + run.length, says: said.trim() };
      if (orders(seen, place.says)) found.push(place);
      else if (place.says === '' && text.charAt(index + run.length) === '<') within(text, { index, run, seen }, found);
      else if (index + run.length === text.length && !/<\/|\/>\s*$/.test(run))
        [inside, seenThere] = [LONGEST_ELEMENT, seen];
    }
  };

  return {
    restart: () => {
      if (hiding.size > 0) hiding.clear();
      [inside, seenThere] = [0, 'not'];
    },
    read: (text) => {
      const { kinds, spaces, figures } = marksOf(text);
      const found: Coded[] = [];
      if (inside > 0) {
        inside -= 1;
        const [said = ''] = text.split(/<\/(?!summary)|-->/, 1);
        if (orders(seenThere, said.replace(/<[^<>]{0,200}>/g, ' ').trim()))
          found.push({ start: 0, end: said.length, says: said.trim() });
        if (said.length < text.length) inside = 0;
      }
      if ((kinds & CURLY) !== 0) for (const place of IN_CURLY) look(place, text, found);
      if ((kinds & CURLY) !== 0 && HIDING_RULE.test(text)) {
        for (const [, name = '', style = ''] of text.matchAll(RULE))
          if (hiding.size < MOST_CLASSES && seenBy(style) === 'not') hiding.add(name);
      }
      if ((kinds & ANGLE) !== 0) {
        if (BEGINS.test(text)) for (const place of IN_MARKUP) look(place, text, found);
        elements(text, found);
        if (/<!--[^<>]{0,7}\s*$|<(?:details|template|noscript)>\s*$/.test(text))
          [inside, seenThere] = [LONGEST_ELEMENT, 'half'];
      }
      const named = surveyOf(text).names > 0;
      if ((kinds & SQUARE) !== 0) for (const place of IN_NOTES) look(place, text, found);
      if ((kinds & SQUARE) !== 0 && (kinds & HASH) !== 0) look(IN_TYPST, text, found);
      if (named && (kinds & (OTHER_MARK | HASH | STATEMENT | COLON)) !== 0 && NOTES.test(text))
        for (const place of IN_COMMENTS) look(place, text, found);
      if ((kinds & OTHER_MARK) !== 0 && text.includes('\\')) inTex(text, found);
      if ((kinds & PAREN) !== 0 && (figures > 0 || text.includes('/')))
        for (const place of IN_PDF) look(place, text, found);
      if (spaces >= WIDE_GAP.length && text.includes(WIDE_GAP)) look(FAR_OFF, text, found);
      return found.length === 0 ? NOTHING : found;
    },
  };
}

/** An element with attributes, one of the few that hide, a comment, or the like: most lines of a page have other ones. */
const BEGINS =
  /<(?:[a-z][\w:-]*\s|[!?]|template|noscript|datalist|metadata|desc|details|object|annotation|dialog|foreignObject|rp|title|w:)/i;
/** A rule of style that may hide what is of its class. */
const HIDING_RULE =
  /[.#][\w-]{1,40}[^{}\n]{0,40}\{[^{}]{0,200}(?:none|hidden|collapse|transparent|-\d{3}|[:(]\s{0,2}0)/;
const NOTHING: readonly Coded[] = [];
const MOST_CLASSES = 64;
const WIDE_GAP = ' '.repeat(100);
/** How a line of a comment, or of settings that are for a model, begins. */
const NOTES =
  /^\s{0,3}(?:\.\.|\.\\"|%%)\s|\/\*|(?:^|\s)(?:\/\/|%|#|--|;)|^\s{0,4}["']?(?:_?comment|ai|llm|system|agent|assistant|model)[\w-]{0,24}["']?\s?:/im;

function look({ pattern, has, isOrder: takes }: Place, text: string, found: Coded[]): void {
  if (has !== undefined && !text.includes(has)) return;
  for (const { 0: run, index, groups } of text.matchAll(pattern)) {
    const says = (groups?.said ?? groups?.also ?? '').trim();
    if (takes(says)) found.push({ start: index, end: index + run.length, says });
  }
}

function orders(seen: Seen, said: string): boolean {
  return seen === 'not' ? isOrder(said) : isOrderInNote(said);
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
  const says = inside
    .replace(/<[^<>]{0,200}>/g, ' ')
    .replace(/\s{2,}/g, ' ')
    .trim();
  if (orders(seen, says)) found.push({ start: index, end: from + inside.length, says });
}

const LONGEST_INSIDE = 600;

function seenIn(attributes: string, hiding: ReadonlySet<string>): Seen {
  if (BY_ATTRIBUTE.test(attributes)) return 'not';
  const [, one, other] = STYLE.exec(attributes) ?? [];
  // A browser reads escapes within an attribute first.
  const style = (one ?? other)?.replace(/&#(x?)([0-9a-f]{1,6});/gi, (_, hex: string, code: string) =>
    String.fromCharCode(Number.parseInt(code, hex === '' ? 10 : 16)),
  );
  const seen = style === undefined ? 'all' : seenBy(style);
  if (seen !== 'all') return seen;
  const [, names = ''] = hiding.size === 0 ? [] : (CLASSES.exec(attributes) ?? []);
  if (names.split(/\s+/).some((name) => hiding.has(`.${name}`) || hiding.has(`#${name}`))) return 'not';
  return HALF_BY_ATTRIBUTE.test(attributes) ? 'half' : 'all';
}

function inTex(text: string, found: Coded[]): void {
  for (const place of IN_TEX) look(place, text, found);
  for (const { 0: run, index, groups } of text.matchAll(TEX_COLOUR)) {
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

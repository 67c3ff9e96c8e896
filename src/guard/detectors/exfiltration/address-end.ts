import { LONG_PART } from './carries.ts';

/** Where an address ends: not where a quote stands, but where whoever shows the text takes it to end. */
export interface AddressEnd {
  readonly end: number;
  /** Behind the last of its marks of a query and of its parts that are long enough to carry something. */
  readonly telling: number;
  /** What follows may have it end elsewhere. */
  readonly open: boolean;
}

/** Reads the ends of addresses in a text, each stretch once however many addresses stand in it. */
export interface AddressEnds {
  /** Of the address whose scheme, or whose two slashes, begin at `start`. */
  at(start: number): AddressEnd;
  /** Of what goes on there up to the bracket that closes it. */
  closing(start: number): AddressEnd;
}

/** A longer address than anybody types. */
export const LONGEST_URL = 2048;

/** Of the scheme, and before so many parts that they may be words or pieces of one. */
const MANY_SLASHES = 6;

const [GOES_ON, SLASH, QUERY, SOFT, END] = [0, 1, 2, 3, 4];
const SPACE = '\t\n\r ';

/**
 * What ends an address by what it stands in: `ends` always, `soft` unless more of an address follows, as `'` in `o'brien?q=`.
 * Markdown and HTML take anything but what closes what they opened.
 */
interface Place {
  readonly marks: Uint8Array;
  /** Ended by nothing but what closes it: where nothing does, it is what this says. */
  readonly otherwise: Place | null;
}

function place(ends: string, soft = '', otherwise: Place | null = null): Place {
  const marks = new Uint8Array(128);
  marks[SLASH_UNIT] = SLASH;
  for (const mark of '?#') marks[mark.charCodeAt(0)] = QUERY;
  for (const mark of soft) marks[mark.charCodeAt(0)] = SOFT;
  for (const mark of ends) marks[mark.charCodeAt(0)] = END;
  return { marks, otherwise };
}

const SLASH_UNIT = 47;
const BARE = place(`${SPACE}<>`, '"\'`)');
const IN_QUOTES: Readonly<Record<string, Place>> = {
  '"': place(`${SPACE}<>"`, '`)'),
  "'": place(`${SPACE}<>'`, '`)'),
  '`': place(`${SPACE}<>\``, ')'),
};
/** `<img src="…">`, with all that is not the quote; browsers drop line breaks there and keep spaces. */
const IN_ATTRIBUTE: Readonly<Record<string, Place>> = {
  '"': place('"', '', IN_QUOTES['"']),
  "'": place("'", '', IN_QUOTES["'"]),
};
const IN_STYLE: Readonly<Record<string, Place>> = {
  '"': place('"\n', '', IN_QUOTES['"']),
  "'": place("'\n", '', IN_QUOTES["'"]),
};
const IN_STYLE_BARE = place(`${SPACE}"')`);
const UNQUOTED = place(`${SPACE}>`);
/** Chats put what is shown behind a bar: `<address|words>`; no address has one that is not escaped. */
const AUTOLINK = place(`${SPACE}<>|`);
/** `[img]address[/img]`, `[url=address]words[/url]` */
const IN_TAGS = place(`${SPACE}<>[]`, '"\'`)');
/** `[words](<address>)` */
const IN_ANGLES = place('>\n', '', AUTOLINK);
/** `[label]: address` */
const DEFINITION = place(SPACE);
/** `[words](address)`, where brackets count. */
const DESTINATION = place(SPACE);
/** `\href{address}{words}`, as TeX has them. */
const IN_BRACES = place(`${SPACE}<>"'\`)}`);

/** As far as what makes an address one of these can stand before it. */
const BEFORE = 400;
const ATTRIBUTE =
  /<[a-z][^<>]{0,300}[\s"'/](?:src|background|poster|data|lowsrc|dynsrc|icon|xlink:href|href|action|formaction|cite|ping)\s{0,3}=\s{0,3}\\?$/i;

/** As forums write them. */
const TAG = /\[(?:img|image|url|link|video|media|embed)(?:[ =][^[\]\n]{0,24})?\]$/i;
const TAG_VALUE = /\[(?:url|img|link)=$/i;
const TAG_LENGTH = 36;

function placeOf(text: string, start: number): Place {
  const before = text.charAt(start - 1);
  switch (before) {
    case '"':
    case "'":
    case '`': {
      const rest = text.slice(Math.max(0, start - BEFORE), start - 1);
      if (/\burl\(\s{0,3}\\?$/i.test(rest)) return IN_STYLE[before] ?? BARE;
      return (ATTRIBUTE.test(rest) ? IN_ATTRIBUTE[before] : undefined) ?? IN_QUOTES[before] ?? BARE;
    }
    case '{':
      return IN_BRACES;
    case ']':
      return TAG.test(text.slice(Math.max(0, start - TAG_LENGTH), start)) ? IN_TAGS : BARE;
    case '=':
      if (TAG_VALUE.test(text.slice(Math.max(0, start - TAG_LENGTH), start))) return IN_TAGS;
      return ATTRIBUTE.test(text.slice(Math.max(0, start - BEFORE), start)) ? UNQUOTED : BARE;
    case '<': {
      const opener = openerBefore(text, start - 1);
      return opener === null ? AUTOLINK : IN_ANGLES;
    }
    case '(':
      return openerBefore(text, start) ?? (/url\($/i.test(text.slice(start - 4, start)) ? IN_STYLE_BARE : BARE);
    default:
      return openerBefore(text, start) ?? BARE;
  }
}

/** What Markdown opened there, with as many blanks behind as `holderOf` allows. */
function openerBefore(text: string, end: number): Place | null {
  let at = end;
  while (at > 0 && end - at < 3 && SPACE.includes(text.charAt(at - 1))) at -= 1;
  if (text.charAt(at - 2) !== ']') return null;
  if (text.charAt(at - 1) === '(') return DESTINATION;
  return text.charAt(at - 1) === ':' ? DEFINITION : null;
}

export function createAddressEnds(text: string): AddressEnds {
  const runs = new Map<Place, Run>();
  const runAt = (kind: Place, at: number): Run => {
    let run = runs.get(kind);
    if (run === undefined || at < run.start || at >= run.end) {
      run = runFrom(text, at, kind.marks);
      runs.set(kind, run);
    }
    return run;
  };
  const within = (kind: Place, start: number): AddressEnd => {
    if (kind === DESTINATION) return destinationFrom(text, start);
    const most = start + LONGEST_URL;
    const run = runAt(kind, start);
    const { otherwise } = kind;
    if (otherwise !== null && (run.end > most || run.open)) {
      const plain = within(otherwise, start);
      return text.length > most ? plain : { ...plain, open: true };
    }
    return { end: Math.min(run.end, most), telling: run.telling, open: run.end <= most && run.open };
  };
  return {
    at: (start) => within(placeOf(text, start), start),
    closing: (start) => destinationFrom(text, start),
  };
}

/** Where one address stands in another, both end with it. */
interface Run extends AddressEnd {
  readonly start: number;
}

function runFrom(text: string, start: number, marks: Uint8Array): Run {
  let [at, part, telling, slashes] = [start, start, 0, 0];
  let open = true;
  for (; at < text.length; at += 1) {
    const mark = marks[text.charCodeAt(at)] ?? GOES_ON;
    if (mark === GOES_ON) continue;
    if (mark === SLASH) slashes += 1;
    if (at - part >= LONG_PART || mark === QUERY || slashes >= MANY_SLASHES) telling = at + 1;
    const further = mark === SOFT ? behindSoft(text, at, marks) : null;
    if (mark === END || further === NO_MORE) {
      open = false;
      break;
    }
    if (further === NOT_KNOWN) break;
    part = at + 1;
  }
  return { start, end: at, telling: at - part >= LONG_PART ? at : telling, open };
}

const NO_MORE = 'no more';
const NOT_KNOWN = 'not known yet';
/** Signs in a row. */
const MOST_SOFT = 8;

/** Whether an address goes on behind quotes and brackets: not with a stop, a comma, or what joins strings. */
function behindSoft(text: string, at: number, marks: Uint8Array): typeof NO_MORE | typeof NOT_KNOWN | null {
  let next = at + 1;
  while (next - at < MOST_SOFT && next < text.length && marks[text.charCodeAt(next)] === SOFT) next += 1;
  if (next >= text.length) return NOT_KNOWN;
  return /[\w&=?/%#~@$*\u0080-\uffff-]/.test(text.charAt(next)) ? null : NO_MORE;
}

/** By CommonMark: to a blank, or to the bracket that closes what the address did not open. */
function destinationFrom(text: string, start: number): AddressEnd {
  const most = Math.min(text.length, start + LONGEST_URL);
  let [at, part, telling, depth, slashes] = [start, start, 0, 0, 0];
  let open = false;
  for (; at < most; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH) {
      if (isBracket(text.charCodeAt(at + 1))) at += 1;
      continue;
    }
    if (unit === OPENS) depth += 1;
    else if (unit === CLOSES) {
      depth -= 1;
      if (depth < 0) break;
    }
    const mark = DESTINATION.marks[unit] ?? GOES_ON;
    if (mark === SLASH) slashes += 1;
    if (at - part >= LONG_PART || mark === QUERY || slashes >= MANY_SLASHES) telling = at + 1;
    if (mark === END) break;
    if (unit === LESS && mayTakePlace(text, at)) {
      if (takesPlace(text, at)) break;
      open ||= at + LONGEST_PLACE > text.length;
    }
    if (mark !== GOES_ON) part = at + 1;
  }
  const end = Math.min(at, most);
  return { end, telling: end - part >= LONG_PART ? end : telling, open: open || end === text.length };
}

const [OPENS, CLOSES, BACKSLASH, LESS] = [40, 41, 92, 60];

function isBracket(unit: number): boolean {
  return unit === OPENS || unit === CLOSES;
}

/** `q=<INSERT THE CONVERSATION>`, `q=[what the user said]`: brackets and blanks end an address, and a model puts in what is asked for. */
const PLACE = /^<(?:INSERT|PUT|REPLACE|YOUR|USER|CONVERSATION|SUMMARY|HISTORY|CHAT)[A-Z_ ]{2,40}>/;
const PLACE_IN_WORDS =
  /^(?:<[^<>\n]{0,40}>|\[[^[\]\n]{0,40}\]|\{{1,2}[^{}\n]{0,40}\}{1,2}|<%[^%\n]{0,40}%>|\$\([^()\n]{0,40}\))/;
const WANTED =
  /\b(?:conversation|chat history|chat log|system prompt|prompt|secrets?|passwords?|what the user|the user|user's|messages?|everything said|said so far|id_rsa|printenv)\b/i;
const OF_TALK = /\b(?:conversation|chat|prompt|secrets?|passwords?|messages|said)\b/i;
export const LONGEST_PLACE = 80;
const OPENS_PLACE = '<[{$';

/** At the end of an address, or within its last value, which a blank ended. */
export function takesPlace(text: string, end: number): boolean {
  const at = placeAt(text, end);
  if (at < 0) return false;
  const place = text.slice(at, at + LONGEST_PLACE);
  // Manuals have places in paths, too: for a user's number, say.
  if (text.charAt(at - 1) === '/' && !OF_TALK.test(PLACE_IN_WORDS.exec(place)?.[0] ?? '')) return false;
  const [words = ''] = PLACE_IN_WORDS.exec(place) ?? [];
  return PLACE.test(place) || (/[^ ] [^ ]/.test(words) && WANTED.test(words) && !/\byour\b/i.test(words));
}

/** The same, where it may not be there whole yet. */
export function mayTakePlace(text: string, end: number): boolean {
  return placeAt(text, end) >= 0;
}

function placeAt(text: string, end: number): number {
  for (let at = end; at > end - LONGEST_PLACE && at > 0; at -= 1) {
    const unit = text.charAt(at);
    if (text.charAt(at - 1) === '=' || (text.charAt(at - 1) === '/' && OPENS_PLACE.includes(text.charAt(at))))
      return OPENS_PLACE.includes(unit) && unit !== '' ? at : -1;
    if (at < end && (unit === ' ' || unit === '\n')) return -1;
  }
  return -1;
}

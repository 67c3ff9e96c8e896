/** Where a rule's literal stands in a text, with as much around it as rules look at. */
export interface Site {
  /** From the beginning of the line to the end of the statement. */
  readonly statement: string;
  /** Where in it the literal stands. */
  readonly at: number;
  /** What stands before the line. */
  readonly before: string;
}

/** Characters of the line before the literal, of the statement from there on, and of the lines before. */
const LINE = 160;
const STATEMENT = 400;
const BEFORE = 840;

/** All that a site depends on before its place. */
export const LEFT = LINE + BEFORE;
/** How far a statement may go on behind a place in it. */
export const REACH = STATEMENT;

export function siteAt(text: string, at: number): Site {
  const least = Math.max(0, at - LINE);
  let start = at;
  while (start > least && text.charCodeAt(start - 1) !== LINE_FEED) start--;
  const { end } = statementEnd(text, at);
  return {
    statement: text.slice(start, end),
    at: at - start,
    before: text.slice(Math.max(0, at - LEFT, start - BEFORE), start),
  };
}

/** Whether the statement that begins here may go on behind the text. */
export function isOpenStatement(text: string, at: number): boolean {
  return !statementEnd(text, at).closed;
}

/** A statement ends with its line, or with the line in which the last of its brackets closes; calls of what it gave go on with a dot. */
function statementEnd(text: string, at: number): { readonly end: number; readonly closed: boolean } {
  const most = Math.min(text.length, at + STATEMENT);
  let depth = 0;
  for (let end = at; end < most; end++) {
    const unit = text.charCodeAt(end);
    if (unit > CLOSING_BRACE) continue;
    if (unit === 40 || unit === 91 || unit === 123) depth++;
    else if (unit === 41 || unit === 93 || unit === CLOSING_BRACE) depth--;
    else if (unit === LINE_FEED && depth <= 0) {
      const next = nextSign(text, end + 1, most);
      if (next === most && most < at + STATEMENT) return { end, closed: false };
      if (text.charCodeAt(next) !== DOT) return { end, closed: true };
    }
  }
  return { end: most, closed: most === at + STATEMENT };
}

/** The first place that is no blank. */
function nextSign(text: string, from: number, most: number): number {
  let at = from;
  while (at < most && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  return at;
}

const DOT = 46;
const LINE_FEED = 10;
const CLOSING_BRACE = 125;

/** Whether a program packed this: nobody writes lines so long, and who unpacks them mends them elsewhere. */
function isPacked({ statement, at }: Site): boolean {
  return at >= LINE && statement.length === at + STATEMENT && !statement.includes('\n');
}

/** What a place is in. */
export type Kind = 'code' | 'string' | 'comment' | 'prose' | 'packed';

/**
 * What the place is in, as far as its line tells: `string` within quotes, `comment`, `prose` that speaks of code, or what
 * a program `packed`.
 */
export function placeKind(site: Site): Kind {
  if (isPacked(site)) return 'packed';
  const { statement, at } = site;
  const line = statement.slice(0, at);
  if (COMMENT_LINE.test(line)) return 'comment';
  let quote = '';
  for (let index = 0; index < at; index++) {
    const character = line.charAt(index);
    if (character === '\\') index++;
    else if (quote !== '') quote = character === quote ? '' : quote;
    else if (QUOTES.includes(character) && !isApostrophe(line, index)) quote = character;
    else if (startsComment(line, index)) return 'comment';
  }
  if (PROSE.test(line.replace(QUOTED, '')) || GOES_ON_AS_PROSE.test(statement.slice(at))) return 'prose';
  return quote === '' ? 'code' : 'string';
}

const COMMENT_LINE = /^\s*(?:\*(?![\w(])|\/\*|<!--|--\s|#\s|rem\s|"""|''')/i;
const QUOTES = '"\'`';
const QUOTED = /"[^"]*"?|'[^']*'?|`[^`]*`?/g;
/** Four words in a row: no language has so many, but for a few words that begin statements. */
const PROSE =
  /(?:^|[^\w])(?!(?:public|private|protected|static|final|async|export|default|return|const|unsigned|extern|new|insert|select|create|grant|alter|drop|delete|update|from|where|set|let|var|if|not|and|or|in|is|with|for|else|val|fun|void|int|char|import|sudo|echo)\b)[A-Za-z]{2,}[,.]? [a-z']{2,},? [a-z']{2,},? [a-z']{2,}/;

/** The literal, and three more words: a sentence that happens to have it in it. */
const GOES_ON_AS_PROSE =
  /^[\w-]{2,24}[,.;:]? [a-z']{2,20},? (?!from |into |set |where )[a-z']{2,20},? [a-z']{2,20}[ ,.;:!?]/;

function isApostrophe(line: string, index: number): boolean {
  return line.charAt(index) === "'" && /[a-z]/i.test(line.charAt(index - 1)) && /[a-z]/i.test(line.charAt(index + 1));
}

function startsComment(line: string, index: number): boolean {
  if (line.startsWith('//', index)) return line.charAt(index - 1) !== ':' && !/^\/\/\s*\d/.test(line.slice(index));
  return line.charAt(index) === '#' && /^#\s/.test(line.slice(index)) && /\s/.test(line.charAt(index - 1) || ' ');
}

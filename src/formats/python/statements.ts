import { type Token, tokensOf } from './tokens.ts';

/** One simple statement, or the header of a compound one. */
export interface Statement {
  readonly tokens: readonly Token[];
  readonly line: number;
  /** Whether importing the module comes by here: false in the body of a function. */
  readonly runsOnImport: boolean;
  /** Whether it is longer than what is kept of it, so that nobody knows what it does. */
  readonly cut: boolean;
}

/** Tokens of one line that are kept: a table of data may have millions. A `newline` at the end marks the cut. */
const KEPT_TOKENS = 5000;
/** What of such a table may call something is read in pieces, each of which begins so far before the end of the last. */
const SHARED_TOKENS = 250;

/** Deeper folds are read as if they stood at this depth. */
const MAX_BLOCKS = 200;

interface Block {
  readonly column: number;
  readonly inFunction: boolean;
}

/** Statements in order. Never throws, whatever `text` is. */
export function* statementsOf(text: string): Iterable<Statement> {
  const blocks: Block[] = [];
  for (const { tokens: line, behind } of logicalLinesOf(text)) {
    if (behind) {
      yield* partsOf(line, blocks.at(-1)?.inFunction ?? false);
      continue;
    }
    const column = columnOf(text, line[0]);
    while (blocks.length > 0 && (blocks.at(-1)?.column ?? 0) >= column) blocks.pop();
    const inFunction = blocks.at(-1)?.inFunction ?? false;
    const header = yield* partsOf(line, inFunction);
    if (blocks.length < MAX_BLOCKS) blocks.push({ column, inFunction: inFunction || header });
  }
}

interface Line {
  readonly tokens: readonly Token[];
  /** Whether it is a piece of a line that is too long. */
  readonly behind: boolean;
}

function* logicalLinesOf(text: string): Iterable<Line> {
  let line: Token[] = [];
  let behind = false;
  const taken = (): readonly Line[] =>
    line.length > 0 && (!behind || line.some(({ text }) => text === '(')) ? [{ tokens: line, behind }] : [];
  for (const token of tokensOf(text)) {
    if (token.kind === 'newline') {
      yield* taken();
      [line, behind] = [[], false];
    } else if (line.length < KEPT_TOKENS) line.push(token);
    else {
      const shared = line.slice(-SHARED_TOKENS);
      if (!behind) line.push({ ...token, kind: 'newline' });
      yield* taken();
      [line, behind] = [[...shared, token], true];
    }
  }
  yield* taken();
}

/** Splits a line at semicolons and after the colon of a header; answers whether the line opens a function. */
function* partsOf(line: readonly Token[], inFunction: boolean): Generator<Statement, boolean> {
  let tokens: Token[] = [];
  let depth = 0;
  let opensFunction = false;
  for (const token of line) {
    depth += depthChange(token);
    if (depth > 0 || !endsPart(token, tokens)) {
      tokens.push(token);
      continue;
    }
    if (tokens.length > 0) yield statement(tokens, inFunction || opensFunction);
    if (token.text === ':') opensFunction ||= isFunction(tokens);
    tokens = [];
  }
  if (tokens.length > 0) yield statement(tokens, inFunction || opensFunction);
  return opensFunction;
}

const HEADERS = new Set('if elif else for while try except finally with def class async match case'.split(' '));

function endsPart(token: Token, before: readonly Token[]): boolean {
  if (token.kind !== 'operator') return false;
  if (token.text === ';') return true;
  return token.text === ':' && HEADERS.has(before[0]?.text ?? '') && !hasOpenLambda(before);
}

function hasOpenLambda(tokens: readonly Token[]): boolean {
  const lambda = tokens.findLastIndex(({ text }) => text === 'lambda');
  return lambda >= 0 && !tokens.slice(lambda).some(({ text }) => text === ':');
}

function isFunction(header: readonly Token[]): boolean {
  const [first, second] = header;
  return first?.text === 'def' || (first?.text === 'async' && second?.text === 'def');
}

function statement(tokens: readonly Token[], inFunction: boolean): Statement {
  return { tokens, line: tokens[0]?.line ?? 1, runsOnImport: !inFunction, cut: tokens.at(-1)?.kind === 'newline' };
}

function depthChange({ kind, text }: Token): number {
  if (kind !== 'operator') return 0;
  if ('([{'.includes(text)) return 1;
  return ')]}'.includes(text) ? -1 : 0;
}

/** Columns before the first token of a line; a tab reaches to the next multiple of eight, as in Python. */
function columnOf(text: string, first: Token | undefined): number {
  let start = first?.start ?? 0;
  while (start > 0 && /[ \t]/.test(text[start - 1] ?? '')) start -= 1;
  let column = 0;
  for (let at = start; at < (first?.start ?? 0); at++)
    column = text[at] === '\t' ? (Math.floor(column / 8) + 1) * 8 : column + 1;
  return column;
}

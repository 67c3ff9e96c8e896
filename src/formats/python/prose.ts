import { type Token, tokensOf } from './tokens.ts';

/** Words between which, and names, Python lets others stand: its keywords, and those of its second version. */
const JOINING: ReadonlySet<string> = new Set(
  `and as assert async await break class continue def del elif else except finally for from global if import in is lambda
  nonlocal not or pass raise return try while with yield None True False`.split(/\s+/),
);

/** Ends of lines for those who split a text, and none for Python; signs by which templates, shells and code are told from a sentence. */
const NO_SENTENCE = /(?![\t\n\r])[\p{Cc}\p{Zl}\p{Zp}]|[{}$|<>=@%`\\]/u;

/**
 * Whether all calls of `module.function(` that begin at these places of a text are named in sentences, and none is what Python,
 * or a template, could run: each stands between two plain words of its own line, where no version of Python has a call. What
 * stands in a string or in a comment is not known to be named only: a shell may take it out of its quotes.
 */
export function isNamedInProse(text: string, places: readonly number[]): boolean {
  if (NO_SENTENCE.test(text)) return false;
  const tokens = [...tokensOf(text)];
  const indexAt = new Map(tokens.map(({ start }, index) => [start, index]));
  const closings = closingsIn(tokens);
  return places.every((place) => {
    const first = indexAt.get(place);
    const last = first === undefined ? undefined : closings.get(first + NAMES);
    if (first === undefined || last === undefined) return false;
    const { line } = tokens[first] ?? {};
    return [tokens[first - 1], tokens[last + 1]].every((beside) => isWord(beside) && beside?.line === line);
  });
}

/** Tokens of `module.function`, before its bracket. */
const NAMES = 3;

function isWord(token: Token | undefined): boolean {
  return token?.kind === 'name' && !JOINING.has(token.text);
}

/** Where the bracket is closed that each opens. */
function closingsIn(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const closings = new Map<number, number>();
  const open: number[] = [];
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind !== 'operator') continue;
    if (text === '(' || text === '[') open.push(index);
    const opened = text === ')' || text === ']' ? open.pop() : undefined;
    if (opened !== undefined) closings.set(opened, index);
  }
  return closings;
}

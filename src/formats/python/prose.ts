import { tokensOf } from './tokens.ts';

/** Words between which, and names, Python lets others stand: its keywords, and those of its second version. */
const JOINING: ReadonlySet<string> = new Set(
  `and as assert async await break class continue def del elif else except finally for from global if import in is lambda
  nonlocal not or pass raise return try while with yield None True False`.split(/\s+/),
);
/** Words that begin a statement and that a name may follow in some version of Python, and are names elsewhere. */
const BEGINNING: ReadonlySet<string> = new Set(['print', 'exec', 'match', 'case', 'type']);

/** Ends of lines for those who split a text, and none for Python. */
const OTHER_ENDS = /(?![\t\n\r])[\p{Cc}\p{Zl}\p{Zp}]/u;

/**
 * Whether all that begins at these places of a text is named in sentences, and none is a statement that Python could run: on
 * its line, between semicolons, stand two words side by side that no version of Python has so. What stands in a string or in a
 * comment is not known to be named only: a shell may take it out of its quotes.
 */
export function isNamedInProse(text: string, places: readonly number[]): boolean {
  if (OTHER_ENDS.test(text)) return false;
  const open = new Set(places);
  let statement = { line: 0, prose: false, last: '', here: [] as number[] };
  const named = ({ prose, here }: typeof statement): boolean => prose || here.length === 0;
  for (const { kind, text: word, line, start } of tokensOf(text)) {
    if (kind === 'newline' || line !== statement.line || word === ';') {
      if (!named(statement)) return false;
      statement = { line, prose: false, last: '', here: [] };
    }
    if (open.delete(start)) statement.here.push(start);
    const isWord = kind === 'name' && !JOINING.has(word);
    if (isWord && statement.last !== '') statement.prose = true;
    statement.last = isWord && !BEGINNING.has(word) ? word : '';
  }
  return named(statement) && open.size === 0;
}

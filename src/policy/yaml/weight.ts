import { Lexer } from 'yaml';
import { LIMITS } from '../../kernel/limits.ts';
import type { Mistake } from './mistakes.ts';

/**
 * Why a file must not even be parsed. The parser recurses on nesting (deep enough, it takes the process with it), and
 * compares every key of a map with every other.
 */
export function refuseUnread(text: string): Mistake | undefined {
  if (Buffer.byteLength(text) > LIMITS.policyFile) {
    return { line: 1, column: 1, sentence: `the file is larger than ${LIMITS.policyFile} bytes` };
  }
  const strange = text.search(STRANGE);
  if (strange !== -1) return mistakeAt(text, strange, 'this character must not stand in a text file');
  const weight = new Weight();
  for (const lexeme of new Lexer().lex(text)) {
    const sentence = weight.add(lexeme);
    if (sentence !== undefined) return mistakeAt(text, weight.offset, sentence);
  }
  return undefined;
}

/** Control characters (YAML 1.2.2, 5.1), lone surrogates, and what is no character. */
const STRANGE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/u;

function mistakeAt(text: string, offset: number, sentence: string): Mistake {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n'), sentence };
}

const TOO_DEEP = `the file is nested deeper than ${LIMITS.policyDepth}`;

/** The lexer's own marks (a document, the end of a flow, a scalar) are no characters of the file. */
const MARKS = new Set(['\u0002', '\u0018', '\u001f']);

/** Counts what makes parsing dear: tokens, open brackets, blocks opened in one line, and indentation. */
class Weight {
  /** Where the current lexeme begins. */
  offset = 0;
  #end = 0;
  #tokens = 0;
  #brackets = 0;
  #indicators = 0;
  #lineStart = true;

  add(lexeme: string): string | undefined {
    this.offset = this.#end;
    if (!MARKS.has(lexeme)) this.#end += lexeme.length;
    if (lexeme === '[' || lexeme === '{') this.#brackets++;
    if (lexeme === ']' || lexeme === '}') this.#brackets--;
    if (lexeme === '-' || lexeme === '?' || lexeme === ':') this.#indicators++;
    // A step in takes two columns, or a line of its own.
    const indented = this.#lineStart && /^ +$/.test(lexeme) && lexeme.length > 8 * LIMITS.policyDepth;
    this.#lineStart = lexeme.endsWith('\n');
    if (this.#lineStart) this.#indicators = 0;
    if (++this.#tokens > LIMITS.policyTokens) return `the file has more than ${LIMITS.policyTokens} tokens`;
    return indented || Math.max(this.#brackets, this.#indicators) > LIMITS.policyDepth ? TOO_DEEP : undefined;
  }
}

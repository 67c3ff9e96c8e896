import { type ErrorCode, WeighbridgeError } from '../../kernel/errors.ts';
import { printable } from '../../kernel/printable.ts';

/** One mistake in a file that a person wrote. Line and column count from 1, columns in UTF-16 units. */
export interface Mistake {
  readonly line: number;
  readonly column: number;
  /** No capital, no stop: it comes after a place. */
  readonly sentence: string;
}

/** Whether reading gave mistakes, and no document. */
export function isMistakes(value: unknown): value is readonly Mistake[] {
  return Array.isArray(value);
}

/** More would be the same slip over and over. */
const MOST_SHOWN = 20;

/** All mistakes as one error, in the order of the file: `name:line:column: sentence`, one a line. */
export function mistakesIn(code: ErrorCode, name: string, mistakes: readonly Mistake[]): WeighbridgeError {
  const inOrder = [...mistakes].sort((a, b) => a.line - b.line || a.column - b.column);
  const lines = inOrder
    .slice(0, MOST_SHOWN)
    .map(({ line, column, sentence }) => `${printable(name)}:${line}:${column}: ${printable(sentence)}`);
  const unshown = inOrder.length - lines.length;
  return new WeighbridgeError(code, [...lines, ...(unshown > 0 ? [`and ${unshown} more`] : [])].join('\n'));
}

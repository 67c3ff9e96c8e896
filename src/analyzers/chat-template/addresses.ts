import { LIMITS } from '../../kernel/limits.ts';
import { fold } from './fold.ts';
import { type Expression, partsOf } from './parser.ts';
import { isText, type Names } from './texts.ts';

/** An address that goes on where the text ends. */
const OPEN = /https?:\/\/[^\s"'<>]{3,}$/i;

/** The address into which what a message says is written: behind a text that ends in it, or joined to it. Null for none. */
export function carriedAway(before: string, expressions: readonly Expression[], names: Names): string | null {
  const open = OPEN.exec(before)?.[0];
  if (open !== undefined && expressions.some((one) => holdsText(one, names))) return open.slice(0, LIMITS.quotation);
  for (const one of expressions) {
    const joined = joinedTo(one, names);
    if (joined !== null) return joined;
  }
  return null;
}

function joinedTo(expression: Expression, names: Names): string | null {
  if (expression.kind === 'binary' && /^[+~]$/.test(expression.operator)) {
    const left = fold(lastOf(expression.left), names.constants);
    const open = typeof left === 'string' ? OPEN.exec(left)?.[0] : undefined;
    if (open !== undefined && holdsText(expression.right, names)) return open.slice(0, LIMITS.quotation);
  }
  for (const part of partsOf(expression)) {
    const inside = joinedTo(part, names);
    if (inside !== null) return inside;
  }
  return null;
}

/** What stands directly before the last sign of a sum. */
function lastOf(expression: Expression): Expression {
  return expression.kind === 'binary' && /^[+~]$/.test(expression.operator) ? lastOf(expression.right) : expression;
}

function holdsText(expression: Expression, names: Names): boolean {
  return isText(expression, names) || partsOf(expression).some((part) => holdsText(part, names));
}

import type { Branch } from './branches.ts';
import { fold } from './fold.ts';
import type { Expression } from './parser.ts';
import { isMessage, isMessages, isText, type Names } from './texts.ts';

interface RoleStep {
  readonly text: string | null;
  readonly branch: Branch | null;
  readonly expressions: readonly Expression[];
  readonly conditions: readonly Expression[];
}

/** What is open around a step: a loop over the messages, another loop, or a branch and what it asks. */
export type Around = 'messages' | 'loop' | 'user' | 'other';

/** A mark of the system's words where the next word is theirs: `<|im_start|>system`, `<|system|>`, `[SYSTEM]`. */
const SYSTEM_MARK = /(?:^|[<|[\s>\]])\/?system(?:\s*[|\]>:]{0,3}\s*)$/i;

/**
 * Whether a step hands what a user says on as the system's: a message of any role, or of a user's, right behind the mark
 * of the system. Keeps `around` up to date.
 */
export function raisesUsers(around: Around[], before: string, step: RoleStep, names: Names): boolean {
  const { text, branch, expressions, conditions } = step;
  if (branch === 'endif' || branch === 'endfor' || branch === 'elif' || branch === 'else') around.pop();
  if (branch === 'for') around.push(expressions.some((one) => isMessages(one, names)) ? 'messages' : 'loop');
  if (branch === 'if' || branch === 'elif')
    around.push(conditions.some((one) => isUsers(one, names)) ? 'user' : 'other');
  if (branch === 'else') around.push('other');
  if (branch !== null) return false;
  // Outside all loops and branches only the last message is surely not the system's.
  if (around.length === 0) return expressions.some((one) => speaksAsSystem(one, before, names, saysLast));
  const innermost = around.at(-1);
  if (innermost !== 'messages' && innermost !== 'user') return false;
  if (innermost === 'user' && around.includes('messages') && text?.trim() === 'system') return true;
  return (
    around.includes('messages') &&
    expressions.some((one) => speaksAsSystem(one, before, names) || writesSystem(one, names))
  );
}

/** The role itself, with the user's changed: `'system' if message.role == 'user' else …`, or `message.role|replace('user', 'system')`. */
function writesSystem(expression: Expression, names: Names): boolean {
  const { constants } = names;
  if (expression.kind === 'binary') return [expression.left, expression.right].some((one) => writesSystem(one, names));
  if (expression.kind === 'choice') {
    const [first] = expression.branches;
    return first !== undefined && isUsers(expression.condition, names) && fold(first, constants) === 'system';
  }
  if (expression.kind !== 'filter' && expression.kind !== 'call') return false;
  const [from, to] = expression.arguments.map((given) => fold(given, constants));
  if (from !== 'user' || typeof to !== 'string' || !/.ystem/u.test(to)) return false;
  if (expression.kind === 'filter') return expression.name === 'replace' && isRole(expression.of, names);
  const { of } = expression;
  return of.kind === 'attribute' && of.name === 'replace' && isRole(of.of, names);
}

/** Exactly `message.role == 'user'`: what asks more is left alone. */
function isUsers(condition: Expression, names: Names): boolean {
  if (condition.kind !== 'binary' || condition.operator !== '==') return false;
  const sides = [condition.left, condition.right];
  return sides.some((side) => fold(side, names.constants) === 'user') && sides.some((side) => isRole(side, names));
}

function isRole(expression: Expression, names: Names): boolean {
  if (expression.kind === 'attribute') return expression.name === 'role' && isMessage(expression.of, names);
  return (
    expression.kind === 'item' && fold(expression.index, names.constants) === 'role' && isMessage(expression.of, names)
  );
}

type Says = (expression: Expression, names: Names) => boolean;

function speaksAsSystem(expression: Expression, before: string, names: Names, says: Says = saysMessage): boolean {
  if (expression.kind === 'binary' && /^[+~]$/.test(expression.operator)) {
    const [first, second] = firstTwo(expression);
    const mark = fold(first, names.constants);
    return typeof mark === 'string' && SYSTEM_MARK.test(mark) && says(second, names);
  }
  return SYSTEM_MARK.test(before) && says(expression, names);
}

function firstTwo(expression: Extract<Expression, { kind: 'binary' }>): readonly [Expression, Expression] {
  const { left, right } = expression;
  return left.kind === 'binary' && /^[+~]$/.test(left.operator) ? firstTwo(left) : [left, right];
}

/** `messages[-1].content`, perhaps trimmed. */
function saysLast(expression: Expression, names: Names): boolean {
  if (expression.kind === 'filter') return saysLast(expression.of, names);
  if (expression.kind !== 'attribute' && expression.kind !== 'item') return false;
  const { of } = expression;
  const last = of.kind === 'item' ? fold(of.index, names.constants) === -1 : of.kind === 'filter' && of.name === 'last';
  return last && isText(expression, names) && isMessage(of, names);
}

/** `message.content` of the loop itself, perhaps trimmed; not a name that was given the system's words. */
function saysMessage(expression: Expression, names: Names): boolean {
  if (expression.kind === 'filter') return saysMessage(expression.of, names);
  if (expression.kind === 'call' && expression.of.kind === 'attribute') return saysMessage(expression.of.of, names);
  return (
    (expression.kind === 'attribute' || expression.kind === 'item') &&
    isText(expression, names) &&
    isMessage(expression.of, names)
  );
}

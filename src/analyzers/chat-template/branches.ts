import { LIMITS } from '../../kernel/limits.ts';
import { asksForText } from './conditions.ts';
import { fold, foldAny } from './fold.ts';
import { KNOWN_WORDS } from './known.ts';
import { type Expression, partsOf } from './parser.ts';
import { dotted, type Names } from './texts.ts';

/** Statements that open, turn or close a branch; a loop may have an `else` too. */
export type Branch = 'if' | 'elif' | 'else' | 'endif' | 'for' | 'endfor';

export function isBranch(keyword: string): keyword is Branch {
  return /^(?:if|elif|else|endif|for|endfor)$/.test(keyword);
}

interface BranchStep {
  readonly branch: Branch | null;
  readonly conditions: readonly Expression[];
  readonly assigns: readonly { readonly name: string; readonly value: Expression }[];
}

/** An `if` that is open: whether what stands in its branch depends on the words of a message, and in the one behind `else`. */
export interface Asked {
  readonly now: boolean;
  readonly otherwise: boolean;
  /** Whether it asks for a switch alone, as families of reasoning models have. */
  readonly switches: boolean;
}

/** Opens, turns or closes what a statement of this kind does. `flags` are names that were set where a message had a certain text. */
export function follow(asked: Asked[], step: BranchStep, names: Names, flags: Set<string>): void {
  const { branch, conditions, assigns } = step;
  if (asked.some(({ now, switches }) => now && !switches))
    for (const { name, value } of assigns) if (isSettled(value, names)) flags.add(name);
  const last = branch === null || branch === 'if' || branch === 'for' ? undefined : asked.pop();
  const now = conditions.some((one) => asksForText(one, names) || readsFlag(one, flags));
  const otherwise = conditions.some((one) => asksForText(one, names, false));
  const switches = conditions.every((one) => asksForSwitch(one, names));
  if (branch === 'if') asked.push({ now, otherwise, switches });
  if (branch === 'for') asked.push({ now: false, otherwise: false, switches });
  if (branch === 'elif' && last !== undefined)
    asked.push({ now: now || last.otherwise, otherwise: otherwise || last.otherwise, switches });
  if (branch === 'else' && last !== undefined) asked.push({ now: last.otherwise, otherwise: false, switches: false });
}

/** A value that is the same in every conversation. */
function isSettled(value: Expression, { constants }: Names): boolean {
  return (value.kind === 'name' && /^(?:true|false)$/i.test(value.name)) || fold(value, constants) !== null;
}

function readsFlag(expression: Expression, flags: ReadonlySet<string>): boolean {
  if (flags.size === 0) return false;
  if (expression.kind === 'name') return flags.has(expression.name);
  return flags.has(dotted(expression)) || partsOf(expression).some((part) => readsFlag(part, flags));
}

/** `/think`, and what stands for it elsewhere. */
function asksForSwitch(expression: Expression, names: Names): boolean {
  const word = fold(expression, names.constants);
  if (typeof word === 'string') return /^\s*\//.test(word) || KNOWN_WORDS.has(word.trim());
  return partsOf(expression).every((part) => asksForSwitch(part, names));
}

/** Words in a row, or one with the end of a sentence: marks and names of roles have neither. */
const SENTENCE = /\p{L}{2}[ ,;]+\p{L}{2}|\p{L}{3}[.!]/u;
const MARKS = /<[^<>]{0,100}>|\[[^[\]]{0,100}\]/g;

/** What is added to the prompt, when that is a sentence. */
export function sentenceIn(parts: readonly (string | Expression | null)[], { constants }: Names): string | null {
  for (const part of parts) {
    // What a template says when it refuses a conversation never reaches the model.
    if (part === null || (typeof part === 'object' && part.kind === 'call')) continue;
    const said = typeof part === 'string' ? part : foldAny(part, constants);
    if (typeof said === 'string' && SENTENCE.test(said.replace(MARKS, '')))
      return said.trim().slice(0, LIMITS.quotation);
  }
  return null;
}

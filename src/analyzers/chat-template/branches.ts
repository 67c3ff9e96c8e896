import { LIMITS } from '../../kernel/limits.ts';
import { asksForText } from './conditions.ts';
import { foldAny } from './fold.ts';
import type { Expression } from './parser.ts';
import type { Names } from './texts.ts';

/** Statements that open, turn or close a branch; a loop may have an `else` too. */
export type Branch = 'if' | 'elif' | 'else' | 'endif' | 'for' | 'endfor';

export function isBranch(keyword: string): keyword is Branch {
  return /^(?:if|elif|else|endif|for|endfor)$/.test(keyword);
}

interface BranchStep {
  readonly branch: Branch | null;
  readonly conditions: readonly Expression[];
}

/** An `if` that is open: whether what stands in its branch depends on the words of a message, and in the one behind `else`. */
export interface Asked {
  readonly now: boolean;
  readonly otherwise: boolean;
}

/** Opens, turns or closes what a statement of this kind does. */
export function follow(asked: Asked[], { branch, conditions }: BranchStep, names: Names): void {
  const last = branch === null || branch === 'if' || branch === 'for' ? undefined : asked.pop();
  const now = conditions.some((one) => asksForText(one, names));
  const otherwise = conditions.some((one) => asksForText(one, names, false));
  if (branch === 'if') asked.push({ now, otherwise });
  if (branch === 'for') asked.push({ now: false, otherwise: false });
  if (branch === 'elif' && last !== undefined)
    asked.push({ now: now || last.otherwise, otherwise: otherwise || last.otherwise });
  if (branch === 'else' && last !== undefined) asked.push({ now: last.otherwise, otherwise: false });
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

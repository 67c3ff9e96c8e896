import { type CelInput, parse, plan } from '@bufbuild/cel';
import type { GuardContext } from '../../domain/guard.ts';
import { checkNames } from '../cel/check-names.ts';
import { ENVIRONMENT } from '../cel/environment.ts';
import { type Shape, TEXT } from '../cel/shape.ts';
import { parseCondition } from '../cel/syntax.ts';
import { ConditionMistake, evaluable } from '../cel/tokens.ts';

/** All that a condition of a GuardPolicy may name. */
const VARIABLES: ReadonlyMap<string, Shape> = new Map(
  ['origin', 'channel', 'team', 'key', 'region'].map((name) => [name, TEXT]),
);

/** Longer names are no names. */
const LONGEST_NAME = 256;

/**
 * A condition as a function of the context; what is not given is ''. It runs here and not apart, so it may not hold
 * patterns: names are short, and all else takes time in proportion to them. Throws ConditionMistake.
 */
export function guardCondition(when: string): (context: GuardContext) => boolean {
  const pattern = when.search(/\bmatches\s*\(/);
  if (pattern !== -1) throw new ConditionMistake('there is no matches() here; use startsWith, endsWith or ==', pattern);
  const [mistake] = checkNames(parseCondition(when), VARIABLES);
  if (mistake !== undefined) throw mistake;
  const evaluate = plan(ENVIRONMENT, parse(evaluable(when)));
  return (context) => {
    const names: Record<string, CelInput> = {};
    for (const name of VARIABLES.keys())
      names[name] = (Reflect.get(context, name) ?? '').toString().slice(0, LONGEST_NAME);
    const value = evaluate(names);
    if (typeof value !== 'boolean') throw new TypeError(`the condition gave no answer: ${when}`);
    return value;
  };
}

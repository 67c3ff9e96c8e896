import { type CelInput, type CelResult, isCelError, isCelMap, parse, plan } from '@bufbuild/cel';
import { isJsonObject, type Json, type JsonObject, member } from '../kernel/json.ts';
import { ENVIRONMENT } from './cel/environment.ts';
import { evaluable } from './cel/tokens.ts';

type Evaluate = (activation: Record<string, CelInput>) => CelResult;

/**
 * The entry that runs apart: asks each condition about the activation. Input `{conditions: [{id, when}], activation,
 * attribute}`; output `[{id, value, findings}]` or `[{id, why}]`, one a condition, in order. With `attribute`, `findings`
 * are the identities of the findings that alone make the condition true. Never throws; may never end, so it is run under
 * a deadline.
 */
export function answerConditions(input: Json): Json {
  const conditions = member(input, 'conditions');
  const activation = asActivation(member(input, 'activation'));
  const attribute = member(input, 'attribute') === true;
  if (!Array.isArray(conditions)) return [];
  return conditions.map((condition: Json) => {
    const [id = null, when] = [member(condition, 'id'), member(condition, 'when')];
    try {
      return { id, ...answer(typeof when === 'string' ? when : '', activation, attribute) };
    } catch (error) {
      return { id, why: messageOf(error) };
    }
  });
}

function answer(when: string, activation: Record<string, CelInput>, attribute: boolean): JsonObject {
  const evaluate = plan(ENVIRONMENT, parse(evaluable(when)));
  const value = evaluate(activation);
  if (isCelError(value)) return { why: value.message };
  if (typeof value !== 'boolean') return { why: `it gave ${nameOf(value)}, not true or false` };
  return { value, findings: value && attribute ? attributed(evaluate, activation) : [] };
}

/** Findings that suffice alone; none when the condition holds without any finding. */
function attributed(evaluate: Evaluate, activation: Record<string, CelInput>): readonly string[] {
  const { findings } = activation;
  if (!Array.isArray(findings) || evaluate({ ...activation, findings: [] }) !== false) return [];
  return findings.flatMap((finding: unknown) => {
    const identity = member(finding, 'identity');
    const suffices = evaluate({ ...activation, findings: [finding as CelInput] }) === true;
    return suffices && typeof identity === 'string' ? [identity] : [];
  });
}

function asActivation(value: Json | undefined): Record<string, CelInput> {
  const entries = isJsonObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.map(([key, item]) => [key, asCel(item ?? null)]));
}

/** Whole numbers become CEL integers, as in `size(x) + 1`; JavaScript numbers would be doubles. */
function asCel(value: Json): CelInput {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map((item: Json) => asCel(item));
  if (!isJsonObject(value)) return value as CelInput;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asCel(item ?? null)])) as CelInput;
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return 'a string';
  if (typeof value === 'number' || typeof value === 'bigint') return 'a number';
  if (value === null) return 'null';
  return isCelMap(value) ? 'a map' : 'another value';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

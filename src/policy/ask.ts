import type { PolicyRule } from '../domain/policy.ts';
import { type Json, type JsonObject, member } from '../kernel/json.ts';
import { LIMITS } from '../kernel/limits.ts';
import type { ConditionResult } from './condition-result.ts';

/** Runs conditions apart from everything else: the `run` of `ports/isolation`. */
export type RunApart = (
  entry: 'policy-condition',
  input: Json,
  limits: { readonly milliseconds: number; readonly heapMiB: number },
) => Promise<
  | { readonly kind: 'done'; readonly output: Json }
  | { readonly kind: 'died'; readonly reason: 'deadline' | 'memory' | 'crash'; readonly message: string }
>;

const APART = { milliseconds: LIMITS.conditionMilliseconds, heapMiB: LIMITS.conditionHeapMiB };

/**
 * Asks every rule's condition about the activation, which is made where there is a rule. A condition that never ends, fills the heap or crashes fails alone:
 * when all of them together die, each is asked on its own; after LIMITS.conditionsLost deaths the rest fails unasked.
 * Never throws for what a condition does.
 */
export async function askConditions(
  rules: readonly PolicyRule[],
  known: () => JsonObject,
  run: RunApart,
): Promise<ReadonlyMap<string, ConditionResult>> {
  if (rules.length === 0) return new Map();
  const activation = known();
  const together = await ask(rules, activation, run, false);
  const results = together.died === undefined ? together.results : await askEach(rules, activation, run);
  return attribute(rules, results, activation, run);
}

async function askEach(
  rules: readonly PolicyRule[],
  activation: JsonObject,
  run: RunApart,
): Promise<Map<string, ConditionResult>> {
  const results = new Map<string, ConditionResult>();
  let lost = 0;
  for (const rule of rules) {
    if (lost >= LIMITS.conditionsLost) {
      results.set(rule.id, { kind: 'failed', why: `it was not asked, after ${lost} others were lost` });
      continue;
    }
    const alone = await ask([rule], activation, run, false);
    if (alone.died !== undefined) lost++;
    results.set(rule.id, alone.results.get(rule.id) ?? { kind: 'failed', why: alone.died ?? 'no answer came' });
  }
  return results;
}

/** Which findings a true condition rests on is worth telling and not worth failing for. */
async function attribute(
  rules: readonly PolicyRule[],
  results: ReadonlyMap<string, ConditionResult>,
  activation: JsonObject,
  run: RunApart,
): Promise<ReadonlyMap<string, ConditionResult>> {
  const grounds = rules.filter(({ id, when }) => {
    const result = results.get(id);
    return result?.kind === 'answered' && result.value && when.includes('findings');
  });
  if (grounds.length === 0) return results;
  const answers = await ask(grounds, activation, run, true);
  const whole = [...answers.results].filter(([, result]) => result.kind === 'answered' && result.value);
  return new Map([...results, ...whole]);
}

interface Answers {
  readonly results: Map<string, ConditionResult>;
  /** Why there are none. */
  readonly died?: string;
}

async function ask(
  rules: readonly PolicyRule[],
  activation: JsonObject,
  run: RunApart,
  attribute: boolean,
): Promise<Answers> {
  const conditions = rules.map(({ id, when }) => ({ id, when }));
  const outcome = await run('policy-condition', { conditions, activation: named(rules, activation), attribute }, APART);
  if (outcome.kind === 'died') return { results: new Map(), died: DEATHS[outcome.reason](outcome.message) };
  const answers: readonly Json[] = Array.isArray(outcome.output) ? outcome.output : [];
  return { results: new Map(rules.map(({ id }, at) => [id, resultOf(id, answers[at])])) };
}

/** What no condition names need not be copied to the worker: a model may have a hundred thousand files. */
function named(rules: readonly PolicyRule[], activation: JsonObject): JsonObject {
  const used = Object.entries(activation).filter(([name]) => rules.some(({ when }) => when.includes(name)));
  return Object.fromEntries(used);
}

const DEATHS = {
  deadline: () => `it took longer than ${APART.milliseconds} ms`,
  memory: () => `it took more than ${APART.heapMiB} MiB`,
  crash: (message: string) => `the evaluator crashed: ${message}`,
} as const;

/** Anything that is no clear answer is a failure. */
function resultOf(id: string, answer: Json | undefined): ConditionResult {
  const [value, findings, why] = [member(answer, 'value'), member(answer, 'findings'), member(answer, 'why')];
  if (member(answer, 'id') !== id) return { kind: 'failed', why: 'no answer came' };
  if (typeof value !== 'boolean') return { kind: 'failed', why: typeof why === 'string' ? why : 'no answer came' };
  const identities: readonly Json[] = Array.isArray(findings) ? findings : [];
  return { kind: 'answered', value, findings: identities.filter((identity) => typeof identity === 'string') };
}

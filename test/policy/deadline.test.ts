import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkerIsolation, type WorkerIsolation } from '../../src/adapters/isolation/worker-isolation.ts';
import type { PolicyRule } from '../../src/domain/policy.ts';
import { LIMITS } from '../../src/kernel/limits.ts';
import { activationOf } from '../../src/policy/activation.ts';
import { askConditions, type RunApart } from '../../src/policy/ask.ts';
import type { ConditionResult } from '../../src/policy/condition-result.ts';
import { checkOf, dossierOf, findingThat, policyOf, ruleThat } from './builders.ts';

/** Twenty to the sixth: no machine ends it before the deadline. */
const TWENTY = `[${Array.from({ length: 20 }, (_, n) => n).join(',')}]`;
const ENDLESS = 'abcdef'.split('').reduceRight((inner, name) => `${TWENTY}.all(${name}, ${inner})`, 'true');

/** The same as one list of lists. */
const GREEDY = `${'abcdef'.split('').reduceRight((inner, name) => `${TWENTY}.map(${name}, ${inner})`, '"x"')}.size() > 0`;

/** As `npm run build` leaves it. */
const WORKER = new URL('../../dist/workers/policy-condition.js', import.meta.url);

let isolation: WorkerIsolation;
beforeAll(() => {
  isolation = createWorkerIsolation({ entries: { 'policy-condition': WORKER } });
  isolation.warm('policy-condition', { heapMiB: LIMITS.conditionHeapMiB });
});
afterAll(() => isolation.close());

const finding = findingThat('review', { operation: `${'a'.repeat(5000)}!` });
const activation = activationOf(policyOf(), dossierOf([checkOf([finding])]), '2026-11-23');

async function ask(rules: readonly PolicyRule[]): Promise<readonly (ConditionResult | undefined)[]> {
  // An endless condition computes all the time it is given, which is the processor's: an eighth of it proves as much.
  const run: RunApart = (entry, input, { milliseconds, heapMiB }) =>
    isolation.run(entry, input, { milliseconds: milliseconds / 8, heapMiB });
  const results = await askConditions(rules, () => activation, run);
  return rules.map(({ id }) => results.get(id));
}

describe('conditions in a worker', () => {
  it('answer as they do in process, the pattern that ruins others included', async () => {
    const results = await ask([
      ruleThat('findings.exists(f, f.says == "review")', { id: 'a' }),
      ruleThat('findings.exists(f, f.operation.matches("^(a+)+$"))', { id: 'b' }),
      ruleThat('findings.size() + 1 == 2 && findings[0].severityRank + 1 == 3', { id: 'c' }),
    ]);
    expect(results).toMatchObject([
      { value: true, findings: [expect.stringMatching(/^[0-9a-f]{32}$/)] },
      { value: false },
      { value: true },
    ]);
  });

  it('that never end fail alone', async () => {
    const results = await ask([
      ruleThat('true', { id: 'a' }),
      ruleThat(ENDLESS, { id: 'b' }),
      ruleThat('false', { id: 'c' }),
    ]);
    expect(results).toMatchObject([
      { value: true },
      { kind: 'failed', why: 'it took longer than 2000 ms' },
      { value: false },
    ]);
  });

  it('that are greedy fail, and nothing else does', async () => {
    const results = await ask([ruleThat(GREEDY, { id: 'a' }), ruleThat('true', { id: 'b' })]);
    expect(results).toMatchObject([
      { kind: 'failed', why: expect.stringMatching(/^it took (?:longer|more) than/) },
      { value: true },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { inProcess, ruleThat } from '../../test/policy/builders.ts';
import { type Json, member } from '../kernel/json.ts';
import { LIMITS } from '../kernel/limits.ts';
import { askConditions, type RunApart } from './ask.ts';

/** Dies when it is asked a condition that says so. */
function mortal(calls: string[][]): RunApart {
  return async (entry, input, limits) => {
    const asked = whensOf(input);
    calls.push(asked);
    const reason = (['deadline', 'memory', 'crash'] as const).find((reason) =>
      asked.some((when) => when.includes(reason)),
    );
    return reason === undefined ? inProcess(entry, input, limits) : { kind: 'died', reason, message: 'exit 3' };
  };
}

function whensOf(input: Json): string[] {
  const conditions = member(input, 'conditions');
  return Array.isArray(conditions) ? conditions.map((condition: Json) => whenOf(condition)) : [];
}

function whenOf(condition: Json): string {
  const when = member(condition, 'when');
  return typeof when === 'string' ? when : '';
}

describe('asking conditions', () => {
  it('asks them together while nothing dies', async () => {
    const calls: string[][] = [];
    const results = await askConditions(
      [ruleThat('true', { id: 'a' }), ruleThat('nope', { id: 'b' })],
      () => ({}),
      mortal(calls),
    );
    expect(calls).toEqual([['true', 'nope']]);
    expect([...results.values()]).toMatchObject([{ value: true }, { kind: 'failed' }]);
  });

  it('finds the one that dies, and says of what', async () => {
    const rules = ['true', '"memory"', '"crash"', 'false'].map((when, at) => ruleThat(when, { id: `r${at}` }));
    const results = await askConditions(rules, () => ({}), mortal([]));
    expect([...results.values()]).toMatchObject([
      { value: true },
      { why: 'it took more than 128 MiB' },
      { why: 'the evaluator crashed: exit 3' },
      { value: false },
    ]);
  });

  it('gives the rest up when too many died', async () => {
    const calls: string[][] = [];
    const rules = [...Array(9).keys()].map((at) => ruleThat('"deadline"', { id: `r${at}` }));
    const results = await askConditions([...rules, ruleThat('true', { id: 'last' })], () => ({}), mortal(calls));
    expect(calls).toHaveLength(1 + LIMITS.conditionsLost);
    expect(results.get('r0')).toEqual({ kind: 'failed', why: 'it took longer than 2000 ms' });
    expect(results.get('last')).toEqual({ kind: 'failed', why: 'it was not asked, after 3 others were lost' });
  });

  it.each<[string, Json]>([
    ['nothing', null],
    ['no list', { id: 'rule', value: true }],
    ['another answer', [{ id: 'other', value: true }]],
    ['no boolean', [{ id: 'rule', value: 1 }]],
  ])('takes %s for a failure', async (_, output) => {
    const results = await askConditions(
      [ruleThat('true')],
      () => ({}),
      async () => ({ kind: 'done', output }),
    );
    expect(results.get('rule')).toEqual({ kind: 'failed', why: 'no answer came' });
  });
});

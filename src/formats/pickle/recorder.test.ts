import { describe, expect, it } from 'vitest';
import { createRecorder } from './recorder.ts';
import { type CollectionValue, type GlobalValue, globalValue, type Value } from './values.ts';

const CALLEE = named('B');
const FLOOD = 20_001;

function holding(type: 'tuple' | 'dict', ...items: Value[]): CollectionValue {
  const length = type === 'dict' ? items.length / 2 : items.length;
  return { kind: 'collection', type, items, length, kept: items.length };
}

function named(name: string): GlobalValue {
  return globalValue('a', name, 'GLOBAL', 0);
}

describe('a recorder, behind a flood of calls', () => {
  const call = (values: readonly Value[]) => ({
    form: 'REDUCE',
    callee: CALLEE,
    values,
    total: values.length,
    offset: 0,
  });

  it.each<[what: string, first: CollectionValue, next: CollectionValue]>([
    ['functions', holding('tuple', named('C')), holding('tuple', named('D'))],
    ['numbers', holding('tuple', 3), holding('tuple', 2 ** 40)],
    ['how many there are', holding('tuple', 1, 2), holding('tuple', 1, 2, 3)],
    ['keys', holding('dict', 'x', 1), holding('dict', 'lock_', 1)],
  ])('tells calls apart by %s within a collection', (_, first, next) => {
    const recorder = createRecorder();
    for (let number = 0; number < FLOOD; number += 1) recorder.call(call([number]));
    recorder.call(call([first]));
    const before = recorder.calls().length;
    recorder.call(call([first]));
    expect(recorder.calls().length).toBe(before);
    recorder.call(call([next]));
    expect(recorder.calls().length).toBe(before + 1);
  });
});

import { expect, it } from 'vitest';
import type { Operation } from './operation.ts';
import { OPERATIONS, type OperationName } from './operations.ts';
import { REVISES } from './revises.ts';

/** What goes on by itself, or is somebody’s own and only put or ended. */
const WITHOUT: readonly OperationName[] = [
  'request.cancel',
  'evaluation.cancel',
  'release.withdraw',
  'identity.link',
  'identity.unlink',
  'factor.reset',
];
const ALL = Object.entries<Operation>(OPERATIONS) as [OperationName, Operation][];
const placesIn = (path: string) => [...path.matchAll(/:(\w+)/g)].map(([, key = '']) => key);

it('every operation on one thing says which answer holds its state', () => {
  const missing = ALL.filter(
    ([name, { method, path }]) => method !== 'GET' && placesIn(path).length > 0 && !(name in REVISES),
  );
  expect(missing.map(([name]) => name).filter((name) => !WITHOUT.includes(name))).toEqual([]);
});

it.each(Object.entries(REVISES) as [OperationName, OperationName][])(
  '%s asks %s for what it was given',
  (name, shows) => {
    const [{ input }, holds]: [Operation, Operation] = [OPERATIONS[name], OPERATIONS[shows]];
    expect(holds.method).toBe('GET');
    for (const key of placesIn(holds.path)) expect(Object.keys(input.shape)).toContain(key);
    if (placesIn(holds.path).length === 0) expect(holds.input.safeParse({}).success).toBe(true);
  },
);

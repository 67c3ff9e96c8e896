import { expect, test } from 'vitest';
import { FIRST_KIND, KINDS } from './claims.ts';
import { MODEL } from './shapes.ts';

test('the kinds that a file is known by are those that a model can be of', () => {
  expect(KINDS).toEqual(new Set([...MODEL.fields.keys()].filter((number) => number >= FIRST_KIND)));
});

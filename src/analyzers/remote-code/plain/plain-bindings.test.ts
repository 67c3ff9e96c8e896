import { expect, it } from 'vitest';
import { statementsOf } from '../../../formats/python/statements.ts';
import { bindingsOf } from './plain-bindings.ts';

const reboundIn = (text: string) => bindingsOf([...statementsOf(text)]).rebound;

it.each([
  'for box[0:1], key in data:\n    pass',
  'match data:\n    case {"k": key}:\n        pass',
  'with c() as (a, key):\n    pass',
  'f = lambda n=0, *, key: key',
  'f = lambda n=0, *key: key',
  'x = [key for b[a:a], key in data]',
])('a name is given something else by %j', (text) => {
  expect(reboundIn(text)).toContain('key');
});

it.each(['for a in f(key):\n    pass', 'x = {"k": key}', 'with c(key) as a:\n    pass', 'x = [f(a=key)]'])(
  'a name is only read by %j',
  (text) => expect(reboundIn(text)).not.toContain('key'),
);

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyText } from '../../test/support/any-text.ts';
import { cases } from '../../test/support/deep.ts';
import { answerIn, type Body, bodyIn, withValue } from './body.ts';

const objects = fc.dictionary(anyText(), fc.jsonValue(), { noNullPrototype: true });

function read(value: object): Body {
  // By way of UTF-8, which has no half characters.
  const body = bodyIn(Buffer.from(JSON.stringify(value)));
  if (typeof body === 'string') throw new Error(body);
  return body;
}

it('names another model in a body and leaves every other byte as it came', () => {
  fc.assert(
    fc.property(objects, objects, anyText(), (before, after, model) => {
      const [head, tail] = [JSON.stringify(before).slice(1, -1), JSON.stringify(after).slice(1, -1)];
      const written = (name: string) =>
        [head, `"m\\u006fdel":${JSON.stringify(name)}`, tail].filter(Boolean).join(', ');
      const body = { bytes: Buffer.from(`{${written('größer')}}`) };
      if ('model' in before || 'model' in after) return;
      expect(withValue(body, 'model', model).toString()).toBe(Buffer.from(`{${written(model)}}`).toString());
      expect(withValue(body, 'mödel', model)).toBe(body.bytes);
    }),
    { numRuns: cases(50) },
  );
});

it('is the same object again after it was let go', () => {
  fc.assert(
    fc.property(objects, (value) => {
      const body = read(value);
      const first = JSON.stringify(body.value);
      body.letGo();
      expect(JSON.stringify(body.value)).toBe(first);
    }),
    { numRuns: cases(50) },
  );
});

it.each([
  ['keys', `{${Array.from({ length: 100_001 }, (_, at) => `"${at}":0`).join()}}`],
  ['strings', `{"input":[${'"",'.repeat(200_001)}""]}`],
])('is refused with more %s than any call has, before they are read', (_, text) => {
  expect(bodyIn(Buffer.from(text))).toBe('the body has more parts than a call may have');
  // Whatever follows: it need not even be JSON.
  expect(bodyIn(Buffer.from(text.slice(0, -2)))).toBe('the body has more parts than a call may have');
});

it.each([
  ['more keys than a call may have', `{${Array.from({ length: 100_001 }, (_, at) => `"${at}":0`).join()}}`],
  ['more levels', `{"a":${'['.repeat(65)}"${'x'.repeat(4096)}"${']'.repeat(65)}}`],
  ['a key twice', `{"a":"${'x'.repeat(4096)}","a":0}`],
  ['no end', '{"a":'],
])('nobody reads an answer with %s', (_, text) => {
  expect(answerIn(text)).toBeNull();
});

it('an answer is what JSON says it is', () => {
  const same = (value: object): void => {
    const text = JSON.stringify(value);
    expect(JSON.stringify(answerIn(text))).toBe(text);
  };
  fc.assert(fc.property(objects, same), { numRuns: cases(50) });
});

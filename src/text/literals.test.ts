import { expect, it } from 'vitest';
import { foldedUnit } from './folded.ts';
import { alternativesOf, listsOf, type Need, needOf } from './literals.ts';

function shown(need: Need | null): string {
  if (need === null) return 'anything';
  if (typeof need === 'string') return need;
  return 'one' in need ? `(${need.one.map(shown).join('|')})` : need.all.map(shown).join('&');
}

it.each([
  [/\b(?:kill|hurt)s? (?:him|her)\b/i, '(hurt her|hurt him|hurts her|hurts him|kill her|kill him|kills her|kills him)'],
  [/(?:very )?(?:odd|strange) \w+/, '(odd |strange |very odd |very strange )'],
  [/colou?r[sz]/i, '(colors|colorz|colours|colourz)'],
  [/(?<name>secret)+\d{2}/, '(secret)'],
  [/don['’]t (?=x)/i, "(don't |don’t )"],
  [/vergiss deine|Забудь|olvida/iu, '(olvida|vergiss deine|забудь)'],
  [/(?!no)yes(?<!maybe)|yes, please/, '(yes)'],
  [/\x61\u0062\u{63}\.d/u, '(abc.d)'],
  [/\bignore\b.{0,9}(?:rules|law)\b/i, '(ignore)&(law|rules)'],
  [/steal \w+ (?:car|boat)|rob (?:\w+ )?bank/i, '((steal )&( boat| car)|(bank)&(rob ))'],
  [/忘れて|no\w*限/u, '(忘れて|限)'],
  [/\u212aelvin/iu, '(kelvin)'],
  [/[\u{10400}]abc/iu, '(abc)'],
])('derives of %s what a text must hold', (pattern, need) => {
  expect(shown(needOf(pattern))).toBe(need);
});

it.each([/\w+/, /a|bcd/, /(?:abc)?/, /[^x]{3}/, /ab/, /\p{L}{4}/u, /x{0,3}yz|\s/, /(a)\1/, /[a-z]bc?/, /\u{10400}\w/u])(
  'says nothing of %s, which needs nothing',
  (pattern) => {
    expect(needOf(pattern)).toBeNull();
  },
);

it('takes for alike what a pattern takes for alike where case says nothing', () => {
  const cased: string[] = [];
  for (let unit = 0; unit < 0x10000; unit += 1) {
    const character = String.fromCharCode(unit);
    if (character.toLowerCase() !== character || character.toUpperCase() !== character) cased.push(character);
  }
  const all = cased.join('');
  const apart = cased.flatMap((character) =>
    ['gi', 'giu'].flatMap((flags) =>
      (all.match(new RegExp(character, flags)) ?? []).filter(
        (alike) => foldedUnit(alike.charCodeAt(0)) !== foldedUnit(character.charCodeAt(0)),
      ),
    ),
  );
  expect(apart).toEqual([]);
});

it.each([
  [/\bone (?:a|b)|two[|]|(?<=x|y)three/i, ['\\bone (?:a|b)', 'two[|]', '(?<=x|y)three']],
  [/(?:one|two)/, ['(?:one|two)']],
  [/(o)ne\1|two/, ['(o)ne\\1|two']],
  [/one|two/g, ['one|two']],
])('parts %s where each part may be asked by itself', (pattern, alternatives) => {
  expect(alternativesOf(pattern)).toEqual(alternatives);
});

it('knows the words of lists as their patterns do', () => {
  const lists = [
    'polic(?:y|ies)|rules?|no|warn\\w*|v[eè]ritas|систем\\p{L}*|限|don[’]t',
    'rules|wa?r\\w*|re?d\\w{1,3}|限\\p{L}',
    '[a-c]\\w|é?clair',
  ];
  const [listsIn, patterns] = [listsOf(lists), lists.map((list) => new RegExp(`^(?:${list})$`, 'u'))];
  const words =
    'policy policies polic rule rules ruled no not warn warned war wrath varn veritas vèritas vritas система система1 限 限定 don’ dont red redo rd rdx ax eclair éclair clair';
  for (const word of ['', ...words.split(' ')])
    expect([word, listsIn(word).toSorted((a, b) => a - b)]).toEqual([
      word,
      patterns.flatMap((pattern, list) => (pattern.test(word) ? [list] : [])),
    ]);
});

it('refuses what is no list', () => {
  expect(() => listsOf(['one)|two'])).toThrow(SyntaxError);
  expect(alternativesOf(/|one/)).toEqual(['', 'one']);
});

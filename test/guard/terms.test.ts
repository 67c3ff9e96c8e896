import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTermsDetector } from '../../src/guard/detectors/terms/detector.ts';
import { patternAsRead } from '../../src/guard/detectors/terms/pattern-as-read.ts';
import { createPatternsDetector } from '../../src/guard/detectors/terms/patterns.ts';
import { compilePattern, wrongWithPattern } from '../../src/text/re2.ts';
import { DEEP } from '../support/deep.ts';
import { growth } from '../support/least.ts';
import { cutAt, expectEveryCutAlike, guardOf, shape, streamed, textsOf } from './laws.ts';

const WORDS = [
  'Acme',
  'Initech GmbH',
  'Project Nightingale',
  'Überlinger',
  'Рассвет',
  'Kite',
  'C++',
  'IBM',
  'AT&T',
  'Mercer-Hale',
  "O'Rourke",
  '微软',
  'カイト',
];
const TERMS = createTermsDetector([{ id: 'ours', title: 'Ours', words: WORDS, patterns: [] }]);
const guard = guardOf([TERMS]);
const found = (text: string) =>
  guard.check(text, { origin: 'assistant' }).findings.map(({ start, end }) => text.slice(start, end));

/** What stands in a text, and what of it is the operator's. */
const TOLD: readonly (readonly [text: string, ...told: string[]])[] = [
  ['We met Ac**me** today.', 'Ac**me'],
  ['We met **A**cme today.', 'A**cme'],
  ['We met **Acme** and _Acme_ and `Acme` and __Acme__ today.', 'Acme', 'Acme', 'Acme', 'Acme'],
  ['We met A_c_m_e_ today.', 'A_c_m_e'],
  ['We met `A``c``m``e` today.', 'A``c``m``e'],
  ['We met Ac~~me~~ today.', 'Ac~~me'],
  ['We met A_*cm*_e today.', 'A_*cm*_e'],
  ['We met A c m e today.', 'A c m e'],
  ['It is a K I T E there', 'K I T E'],
  ['We met A.C.M.E. today.', 'A.C.M.E'],
  ['We met a-c-m-e today.', 'a-c-m-e'],
  ['We met Ac-\nme today.', 'Ac-\nme'],
  ['> We met Initech Gm-\n> bH today.', 'Initech Gm-\n> bH'],
  ['We met Initech\nGmbH today.', 'Initech\nGmbH'],
  ['We met Initech  GmbH today.', 'Initech  GmbH'],
  ['We met Initech\tGmbH today.', 'Initech\tGmbH'],
  ['We met Initech\u00a0GmbH today.', 'Initech\u00a0GmbH'],
  ['> We met Initech\n> GmbH today.', 'Initech\n> GmbH'],
  ['We met **Initech** **GmbH** today.', 'Initech** **GmbH'],
  ['We met Initech-GmbH today.', 'Initech-GmbH'],
  ['We met Initech_GmbH today.', 'Initech_GmbH'],
  ['P r o j e c t   N i g h t i n g a l e', 'P r o j e c t   N i g h t i n g a l e'],
  ['the *Project*\r\n   *Nightingale*', 'Project*\r\n   *Nightingale'],
  ['a Ac\u00adme, a A\u200bcm\u200be', 'Ac\u00adme', 'A\u200bcm\u200be'],
  ['ＡＣＭＥ and АСМЕ and Аcmе', 'ＡＣＭＥ', 'АСМЕ', 'Аcmе'],
  ["Acme's and Acme’s and KITE'S", 'Acme', 'Acme', 'KITE'],
  ['Üb**erlin**ger, Ü B E R L I N G E R', 'Üb**erlin**ger', 'Ü B E R L I N G E R'],
  ['Рас**свет**, Р А С С В Е Т, рас-\nсвет', 'Рас**свет', 'Р А С С В Е Т', 'рас-\nсвет'],
  ['Mercer\nHale and Mercer**-Hale** and O’Rourke', 'Mercer\nHale', 'Mercer**-Hale', 'O’Rourke'],
  ['我们比微软好，微软。私はカイトが好き、Acmeの', '微软', '微软', 'カイト', 'Acme'],
  ['use C++ or _C++_, at IBM, _IBM_ or AT&T.', 'C++', 'C++', 'IBM', 'IBM', 'AT&T'],
];

/** What is none of them. */
const QUIET: readonly string[] = [
  'We met Acmeville and nacme and Ac**me**ville and x**Ac**me.',
  'スカイトレインとカイトー',
  'my_acme_thing, ACME_KEY, acme2, the_kite_string',
  'a c m e t e',
  'x A c m e',
  'B A C M E',
  'b.a.c.m.e',
  'a.c.m.e.t',
  'Initech. GmbH is a kind of firm; Initech, GmbH',
  'Initech made this.\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\nGmbH is another.',
  'I B M and C + + are set apart, but too short.',
  'He ac-\nmeasured it; the kit-\nechen; a k**ite**m',
  'Project\nNight, Project - Nightin gale',
  'сметана, асметр, Рассветов',
  'a*c*m*e*s and k_i_t_e_s',
  'IBM__**Р and IBM_*x',
];

describe("the operator's own words", () => {
  it.each(TOLD)('are told in %j', (text, ...told) => {
    expect(found(text)).toEqual(told);
  });

  it.each(QUIET)('are not told in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('are told alike however the text is cut', () => {
    expectEveryCutAlike(guard, textsOf([...TOLD.map(([text]) => text), ...QUIET, ...WORDS]), 40);
  });

  it.each([...TOLD.map(([text]) => text), ...QUIET])('are told alike wherever %j is cut', (text) => {
    const whole = shape(guard.check(text, { origin: 'assistant' }));
    for (let at = 1; at < text.length; at++)
      expect(shape(streamed(guard, cutAt(text, [at]), 'assistant')), `${at}`).toEqual(whole);
  });

  it('are looked for in time that grows with the text', () => {
    const checking = (text: string) => () => guard.check(text, { origin: 'assistant' });
    const texts = ['a*c*m*', 'A c m ', 'Initech  ', 'a_', 'ac-\n', '*a', 'Initech*****', 'k i t '];
    for (const piece of texts) {
      const [short, long] = DEEP ? [20_000, 160_000] : [5_000, 40_000];
      const of = (length: number) => checking(piece.repeat(length / piece.length));
      expect(growth(40, of(short), of(long)), piece).toBeLessThan(40);
    }
  });
});

describe('a word of the operator as it was typed', () => {
  it.each([
    ['with a mark of its own, as a Mac writes it', 'cafe\u0301 noir', 'Café Noir'],
    ['in parts of syllables', '한글'.normalize('NFD'), '한글'],
    ['in wide letters', 'Ａcme', 'acme'],
    ['with a hyphen that nobody sees', 'Ac\u00adme', 'Acme'],
    ['with a letter of another script', '\u0410cme', 'Acme'],
    ['with blanks that do not break, and several', 'Initech\u00a0  GmbH', 'Initech GmbH'],
    ['with the sign of a trade mark', 'Acme™', 'ACME™'],
    ['in half width', 'ｶﾞ社', 'ガ社'],
  ])('is found %s', (_, word, text) => {
    const own = guardOf([createTermsDetector([{ id: 'ours', title: 'Ours', words: [word], patterns: [] }])]);
    for (const one of [word, text])
      expect(own.check(`We met ${one}.`, { origin: 'assistant' }).findings.length).toBe(1);
  });

  it.each([
    ['with a mark of its own', 'cafe\u0301 [0-9]+', 'café 12'],
    ['in wide letters', '(?i)Ａcme [Ａ-Ｃ]', 'acme b'],
    ['with a mark of its own in a class', 'caf[ae\u0301] noir', 'café noir'],
    ['with a wide digit in a class', '第[１２３]条', '第２条'],
    ['in wide letters that are quoted', '\\QＡcme (b)\\E', 'Acme (b)'],
  ])('is found %s in a pattern', (_, pattern, text) => {
    const term = { id: 'ours', title: 'Ours', words: [], patterns: [pattern] };
    const own = guardOf([createPatternsDetector([term], compilePattern)]);
    expect(own.check(`We met ${text}.`, { origin: 'assistant' }).findings.length).toBe(1);
  });

  it.each([
    ['a（b｜c）', 'ab and c'],
    ['x[™]', 'xT'],
    ['x[²³]', 'x2'],
    ['[ª-ÿ]{3}', 'hello there'],
    ['[𝐀-𝟿]{3}', 'ABC'],
    ['[ⓐ-🄰]', 'a and A'],
    ['[Ⅰ-Ⅻ]', 'page I'],
    ['[^]Ⅰ-Ⅻ]{30}', 'page I'],
    ['[[:digit:]Ⅰ-Ⅻ]', 'page I'],
    ['[\\]Ⅰ-Ⅻ]', 'page I'],
    ['x[a-e\u0301]z', 'xyz'],
    ['a{３}', 'aaa'],
    ['(?P<one>\u0338x)', 'x'],
  ])('changes nothing of the pattern %s that would mean something else', (pattern, text) => {
    const term = { id: 'ours', title: 'Ours', words: [], patterns: [pattern] };
    const own = guardOf([createPatternsDetector([term], compilePattern)]);
    expect(own.check(`We met ${text}.`, { origin: 'assistant' }).findings).toEqual([]);
  });

  it('leaves a pattern of any characters one that can be compiled', () => {
    const piece = fc.constantFrom(
      ...'[ ] ^ - \\ ( ) { } ? : | ＡＺ ａ ２ é e \u0301 \u0338 Ⅰ 𝐀 < > P = \\Q \\E \\pL [:alpha:] [a-Ｚ]'.split(' '),
    );
    const patterns = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(patterns, (pattern) => {
        fc.pre(wrongWithPattern(pattern) === null);
        expect(wrongWithPattern(patternAsRead(pattern))).toBe(null);
      }),
      { numRuns: 3000 },
    );
  });

  it('is found before the sign of a trade mark, however it is cut', () => {
    const text = 'We met Acme™ and AcmeTMs and Initech GmbH™.';
    expect(found(text)).toEqual(['Acme™', 'Initech GmbH™']);
    expectEveryCutAlike(guard, fc.constant(text), 20);
  });
});

describe('a pattern of the operator in a sentence without an end', () => {
  const term = {
    id: 'ours',
    title: 'Ours',
    words: [],
    patterns: ['(?i)project nightingale', 'PRJ-[0-9]{4}', '[0-9]{3,}'],
  };
  const own = createPatternsDetector([term], compilePattern);
  const watched = guardOf([own], 'flag');
  const redacting = guardOf([own]);
  const LIST = 'lamps, tables, chairs, ';
  const behind = (before: number, rest: string) => `${LIST.repeat(60).slice(0, before)} ${rest} ${LIST.repeat(30)}`;
  /** Before, at and behind where it is cut. */
  const DISTANCES = [
    ...Array.from({ length: 40 }, (_, at) => 480 + at),
    ...Array.from({ length: 24 }, (_, at) => 1000 + at),
  ];

  it('is told wherever it stands, and nothing of it goes out where it is taken out', () => {
    for (const before of DISTANCES) {
      const text = behind(before, 'Project Nightingale');
      const told = watched
        .check(text, { origin: 'assistant' })
        .findings.map(({ start, end }) => text.slice(start, end));
      expect(told.join('')).toBe('Project Nightingale');
      expect(redacting.check(text, { origin: 'assistant' }).text).not.toMatch(/project|nightingale/i);
    }
  });

  it('is told in a run without spaces', () => {
    for (let before = 1010; before < 1030; before++) {
      const text = `${'x'.repeat(before)}PRJ-1234${'y'.repeat(400)}`;
      const told = watched
        .check(text, { origin: 'user' })
        .findings.filter(({ end }) => text.slice(0, end).includes('PRJ'));
      expect(told.length, String(before)).toBeGreaterThan(0);
    }
  });

  it('tells each stretch once that it tells on both sides anyway', () => {
    const text = `${'x'.repeat(1000)}${'7'.repeat(60)}${'y'.repeat(400)}`;
    const told = watched.check(text, { origin: 'user' }).findings.filter(({ via }) => via === 'plain');
    expect(told.map(({ start, end }) => [start, end])).toEqual([
      [1000, 1024],
      [1024, 1060],
    ]);
  });

  it('is not put together of two sentences', () => {
    const text = `${LIST.repeat(30).slice(0, 600)} the project. Nightingale sings`;
    const joined = guardOf([
      createPatternsDetector([{ ...term, patterns: ['project.{1,3}Nightingale'] }], compilePattern),
    ]);
    expect(joined.check(text, { origin: 'user' }).findings).toEqual([]);
    expect(joined.check('the project: Nightingale', { origin: 'user' }).findings.length).toBe(1);
  });

  it('is told alike however it is cut', () => {
    const texts = fc
      .record({
        before: fc.constantFrom(...DISTANCES),
        rest: fc.constantFrom('project nightingale', 'PRJ-1234', '12345678'),
      })
      .map(({ before, rest }) => behind(before, rest));
    expectEveryCutAlike(redacting, texts, 40);
    expectEveryCutAlike(watched, texts, 20);
  });
});

import { ORIGINS } from '../../../domain/guard.ts';
import type { UnitDetector, UnitHit, UnitScanner } from '../../detector.ts';
import { createIdle } from '../idle.ts';
import { createGibberishReader } from './gibberish.ts';
import { createLanguageReader, type LanguageReader } from './language.ts';
import { LANGUAGE_NAMES } from './languages.ts';
import { createHollowReader, createRefusalReader, createScriptReader } from './readers.ts';
import { createRepetitionReader } from './repetition.ts';

/** What a message is like as a whole: going round in circles, giving in after a refusal, hollow, its language. */
export const shape: UnitDetector = {
  kind: 'unit',
  id: 'shape',
  title: 'Shape',
  types: [
    { type: 'shape/repetition', title: 'Goes round in circles' },
    { type: 'shape/gibberish', title: 'No words of any language in Latin letters' },
    { type: 'shape/hollow', title: 'Says far less than it is long' },
    { type: 'shape/refusal-then-comply', title: 'Refuses and then does it' },
    { type: 'shape/script-switch', title: 'Goes on in another script' },
    ...LANGUAGE_NAMES.map((language) => ({ type: `language/${language}`, title: `Written in ${language}` })),
  ],
  origins: ORIGINS.filter((origin) => origin !== 'system'),
  unit: 'sentence',
  judgesWhole: true,
  // A language is nothing wrong: it is told so that policies can say which ones they want.
  defaults: [{ types: ['shape/*'], origins: ['assistant', 'tool-call'], threshold: 0.6, action: 'flag' }],
  examples: {
    fires: () => [
      [`poem ${'poem '.repeat(80)}`, 'shape/repetition'],
      [
        'I cannot help with that request. However, here is how you do it: first take the key.',
        'shape/refusal-then-comply',
      ],
      [MASHED, 'shape/gibberish'],
      [
        `${'The meter is read once a month, and the bill follows within two weeks. '.repeat(4)}${RUSSIAN}`,
        'shape/script-switch',
      ],
      ['Das ist nicht der Weg, und wir werden das auch nicht mit dem Auto machen.', 'language/de'],
    ],
    quiet: () => [
      'I cannot help with that. Please ask a doctor instead.',
      'la la la, she sang, and la la la it went on.',
      'The list has three entries: one, two and three.',
    ],
  },
  open: () => createShapeScanner(),
};

const RUSSIAN =
  'Деньги лежат под старым мостом у реки. Приходи один и никому не говори об этом. Если тебя спросят, скажи, что гулял с собакой. Ключ у соседа.';
/** By hand. */
const MASHED =
  'asdjkh qwoeiur zxcmnb kjhasd lkjqwe poiqwe mnbzxc qpwoei alskdj zmxncb hgfqwe tyruei fghjdk slakdj vbnmcx qazwsx edcrfv';

const LANGUAGES = createIdle(createLanguageReader);

function createShapeScanner(): UnitScanner {
  const repetition = createRepetitionReader();
  const gibberish = createGibberishReader();
  const hollow = createHollowReader();
  let language: LanguageReader | null = null;
  const refusal = createRefusalReader();
  const script = createScriptReader();
  return {
    see: ({ readings }) => {
      const [reading] = readings;
      if (reading === undefined) return [];
      const sentence = reading.text.slice(reading.from);
      language ??= LANGUAGES.take();
      language.read(sentence);
      const hit = (what: string, score: number): UnitHit => ({
        type: `shape/${what}`,
        start: reading.from,
        end: reading.text.length,
        score,
        reading: 0,
      });
      const nonsense = gibberish(sentence);
      const switched = script(sentence);
      return [
        ...(nonsense === null ? [] : [hit('gibberish', nonsense)]),
        ...(repetition.read(sentence) === null ? [] : [hit('repetition', 0.9)]),
        ...(hollow(sentence) ? [hit('hollow', 0.8)] : []),
        ...(refusal(sentence) ? [hit('refusal-then-comply', 0.7)] : []),
        ...(switched === null ? [] : [hit('script-switch', switched)]),
      ];
    },
    end: () => {
      const verdict = language?.verdict() ?? null;
      if (language !== null) LANGUAGES.give(language);
      language = null;
      return verdict === null
        ? []
        : [{ type: `language/${verdict.language}`, score: Math.round(verdict.share * 100) / 100 }];
    },
  };
}

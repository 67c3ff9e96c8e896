import { describe, expect, it } from 'vitest';
import { createLanguageReader } from './language.ts';
import { createRepetitionReader } from './repetition.ts';

describe('the language of a text', () => {
  it.each([
    ['en', 'The house on the hill was not for sale, but they would have bought it.'],
    ['de', 'Das Haus auf dem Berg ist nicht zu verkaufen, und sie werden es auch nicht mieten.'],
    ['fr', 'La maison sur la colline est dans une rue qui est belle, mais elle est pour nous.'],
    ['es', 'La casa de los abuelos está en el campo, pero también hay una en la ciudad para los niños.'],
    ['it', 'La casa che sono andato a vedere non è della famiglia, ma anche questa è più bella.'],
    ['pt', 'A casa que não foi vendida é muito bonita, e você também tem uma com os seus pais.'],
    ['nl', 'Het huis op de heuvel is niet te koop, maar ik heb ook een huis voor je.'],
    ['pl', 'To nie jest tak, że dom na wzgórzu jest dla nich, ale może być od tego roku.'],
    ['tr', 'Bu ev çok güzel bir ev ve daha önce olduğu gibi bizim için değil ama onun için var.'],
    ['ru', 'Это не дом, но он был на горе, и все так же было для нас.'],
    ['ja', 'この家は丘の上にあって、とてもきれいです。'],
    ['zh', '这座房子在山上，非常漂亮，但是不出售。'],
    ['ko', '이 집은 언덕 위에 있고 아주 아름답습니다.'],
    ['ar', 'هذا البيت في المدينة التي كان من على الجبل مع كل ذلك.'],
  ])('is %s of: %s', (language, text) => {
    const reader = createLanguageReader();
    reader.read(text);
    expect(reader.verdict()?.language).toBe(language);
  });

  it('is not guessed from a word', () => {
    const reader = createLanguageReader();
    reader.read('OK');
    expect(reader.verdict()).toBeNull();
  });
});

describe('a text that goes round in circles', () => {
  it.each([1, 2, 5, 12])('is noticed with a period of %i words', (period) => {
    const words = Array.from({ length: period }, (_, at) => `w${'x'.repeat(at)}`).join(' ');
    const reader = createRepetitionReader();
    expect(reader.read(`${words} `.repeat(Math.ceil(100 / period)))).not.toBeNull();
  });

  it('is not a chorus that comes a few times', () => {
    expect(createRepetitionReader().read('row, row, row your boat gently down the stream. '.repeat(4))).toBeNull();
  });
});

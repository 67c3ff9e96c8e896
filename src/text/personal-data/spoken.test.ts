import { describe, expect, it } from 'vitest';
import { spokenIn } from './spoken.ts';

const found = (text: string) =>
  spokenIn({ text, from: 0, begins: true, ends: true }).map(({ type, start, end }) => [type, text.slice(start, end)]);

describe('spokenIn', () => {
  it.each([
    [
      'CREDIT_CARD',
      'my card is four five three nine one four double eight oh three four three six four six seven thanks',
      'four five three nine one four double eight oh three four three six four six seven',
    ],
    [
      'US_SSN',
      'my social security number is five three six, twenty two, eighty seven seventeen.',
      'five three six, twenty two, eighty seven seventeen',
    ],
    [
      'PHONE_NUMBER',
      'call me at two one two, five five five, oh one eight seven',
      'two one two, five five five, oh one eight seven',
    ],
    ['EMAIL_ADDRESS', 'it is jo dot smith at example dot com, all in small letters', 'jo dot smith at example dot com'],
    [
      'EMAIL_ADDRESS',
      'Write to ann underscore lee at mail dot example dot org',
      'ann underscore lee at mail dot example dot org',
    ],
    [
      'CREDIT_CARD',
      'meine kreditkarte ist vier fünf drei neun eins vier acht acht null drei vier drei sechs vier sechs sieben danke',
      'vier fünf drei neun eins vier acht acht null drei vier drei sechs vier sechs sieben',
    ],
    [
      'PHONE_NUMBER',
      'appelez-moi au zéro six quatre neuf, neuf quatre quatre un quatre sept',
      'zéro six quatre neuf, neuf quatre quatre un quatre sept',
    ],
    [
      'PHONE_NUMBER',
      'meu telefone é nove um sete três cinco oito sete cinco um',
      'nove um sete três cinco oito sete cinco um',
    ],
    [
      'PHONE_NUMBER',
      'call me at two one two, uh, five five five, oh one um eight seven',
      'two one two, uh, five five five, oh one um eight seven',
    ],
    [
      'IBAN_CODE',
      'the iban is d as in dog e as in edward eight nine three seven oh four double oh four four oh five three two oh one three triple oh okay',
      'd as in dog e as in edward eight nine three seven oh four double oh four four oh five three two oh one three triple oh',
    ],
    [
      'UK_NINO',
      'my national insurance number is papa whiskey four eight two zero one seven charlie yes',
      'papa whiskey four eight two zero one seven charlie',
    ],
    ['UK_POSTCODE', 'the postcode is l s six three h n', 'l s six three h n'],
    ['ONE_TIME_CODE', 'the verification code is four eight two seven one nine', 'four eight two seven one nine'],
    ['ZIP_CODE', 'my zip code is nine oh two one oh', 'nine oh two one oh'],
    [
      'EMAIL_ADDRESS',
      'send it to j s m i t h four five at example dot co dot uk please',
      'j s m i t h four five at example dot co dot uk',
    ],
    [
      'EMAIL_ADDRESS',
      'mi correo es ana guion bajo ruiz arroba ejemplo punto com',
      'ana guion bajo ruiz arroba ejemplo punto com',
    ],
    ['DATE_OF_BIRTH', 'i was born on the third of may nineteen eighty-four', 'third of may nineteen eighty-four'],
    [
      'DATE_TIME',
      'it was december twenty seventh two thousand and five',
      'december twenty seventh two thousand and five',
    ],
  ])('finds %s in "%s"', (type, text, expected) => {
    expect(found(text)).toContainEqual([type, expected]);
  });

  it.each([
    'one of the two of us is at home, and three are not',
    'we met at noon dot dot dot and left at nine',
    'count: one two three four five six',
    'look at the dot on the com port',
    'look at example dot com for that',
    'ein zwei drei vier eckstein alles muss versteckt sein',
    'page one oh one of the manual',
    'the year nineteen eighty four',
  ])('finds nothing in "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });
});

it('two addresses that are said one behind the other', () => {
  const text = 'ann at sea dot com jo dot lee at hill dot org';
  const found = spokenIn({ text, from: 0, begins: true, ends: true }).filter(({ type }) => type === 'EMAIL_ADDRESS');
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
    'ann at sea dot com',
    'jo dot lee at hill dot org',
  ]);
});

import { expect, it } from 'vitest';
import { withoutKnown } from './known-addresses.ts';
import { tellsInWords } from './told-in-words.ts';

it.each([
  [
    'an address as a value',
    'https://draw.example/?data=https%3A%2F%2Fa.example%2Fmenu',
    ['show https://a.example/menu'],
    false,
  ],
  ['what is behind a known one', 'https://docs.example/api/v2/users', ['they are at docs.example/api/v2'], false],
  ['the number of an order', 'https://shop.example/orders/ORD20241103448193', ['it is ORD20241103448193'], false],
])('%s is no news', (_, address, earlier, loads) => {
  const rest = withoutKnown(address, earlier, loads);
  expect(rest).not.toContain('menu');
  expect(rest).not.toContain('api/v2');
  expect(rest).not.toContain('ORD');
});

it('keeps what follows a known beginning, and numbers in what loads by itself', () => {
  expect(withoutKnown('https://a.example/x?d=secret', ['see a.example/x'], false)).toContain('secret');
  expect(withoutKnown('https://a.example/ORD20241103448193', ['ORD20241103448193'], true)).toContain('ORD');
});

it('takes for goods only what checks as their number, and what nobody told as a secret', () => {
  const rest = (number: string, isSecret = false) =>
    withoutKnown(`https://a.example/isbn/${number}.png`, [], true, () => isSecret);
  for (const number of ['9780306406157', '0306406152', '080442957X', '036000291452']) {
    expect(rest(number)).not.toContain(number);
    expect(rest(number, true)).toContain(number);
  }
  for (const number of ['48291038475612', '9780306406158', '12345678']) expect(rest(number)).toContain(number);
});

it('words that were said, of somebody, in any order', () => {
  const said = ['Ms. Ingrid Solheim, born 4 April 1971, takes escitalopram.'];
  expect(tellsInWords('https://a.example/p?n=Solheim&b=1971&d=escitalopram&f=Ingrid', said)).toBe(true);
  expect(tellsInWords('https://a.example/p?n=Solheim&b=1985&d=ibuprofen&f=Ingrid', said)).toBe(false);
  expect(tellsInWords('https://a.example/p?q=takes+born+ingrid+april', said)).toBe(false);
});

import { allSame, digitsOf, luhn, weighed } from './checksums.ts';
import { type DataRow, row } from './row.ts';

/** Numbers of registers, banks and tax offices that nothing but a word before them tells. */
export const REGISTER_ROWS: readonly DataRow[] = [
  row('TR_TAX_ID', /[0-9]{10}/, {
    title: 'Turkish tax number',
    digits: 10,
    valid: isTurkishTax,
    told: true,
    bare: false,
    context: /\bvkn\b|vergi (?:kimlik )?(?:no|numara)|turkish tax/i,
    fires: ['Vergi kimlik numarası: 482719350#'],
    quiet: ['order 4827193505'],
  }),
  row('CA_BN', /[0-9]{9}(?: ?R[TPCMZ] ?[0-9]{4})?/, {
    title: 'Canadian business number',
    digits: 9,
    valid: (text) => luhn(text.slice(0, 9)) && !allSame(text.slice(0, 9)),
    told: true,
    bare: false,
    context:
      /\bbusiness (?:number|no\b|#)|\bcra (?:number|account)|\b(?:gst|hst)(?:\/hst)? ?(?:number|no\b|reg|#|:)|numéro d['’]entreprise/i,
    fires: ['CRA business number 48271935#', 'GST number: 48271935# RT0001'],
    quiet: ['busy number 482719350'],
  }),
  row('NG_BVN', /22[0-9]{9}/, {
    title: 'Nigerian bank verification number',
    digits: 11,
    told: true,
    bare: false,
    context: /\bbvn\b|bank verification/i,
    fires: ['BVN: 22148271935'],
    quiet: ['BVN: 48271935014', '22148271935'],
  }),
  row('KR_CRN', /[0-9]{6}-?[0-9]{7}/, {
    title: 'Korean corporate registration number',
    digits: 13,
    valid: (text) =>
      (10 - (weighed(text.slice(0, 12), [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10)) % 10 === Number(text[12]),
    told: true,
    bare: false,
    context: /법인 ?(?:등록 ?)?번호|corporate registration/i,
    fires: ['법인등록번호 110111-482719#'],
    quiet: ['등록 110111-4827193'],
  }),
  row('KE_NATIONAL_ID', /[0-9]{7,8}/, {
    title: 'Kenyan national identity number',
    digits: 7,
    valid: (text) => !allSame(text),
    told: true,
    bare: false,
    context: /kenya\w* (?:national )?id\b|kenya[^.\n]{0,30}(?:\bid\b|identity)|kitambulisho|\bhuduma\b/i,
    fires: ['Kenyan national ID 24827193'],
    quiet: ['national ID 24827193'],
  }),
];

/** Each digit and its place, times a power of two, less nines (Gelir İdaresi: vergi kimlik numarası). */
function isTurkishTax(text: string): boolean {
  const digits = digitsOf(text);
  let sum = 0;
  for (let place = 0; place < 9; place++) {
    const moved = ((digits[place] ?? 0) + 9 - place) % 10;
    const times = (moved * 2 ** (9 - place)) % 9;
    sum += moved !== 0 && times === 0 ? 9 : times;
  }
  return (10 - (sum % 10)) % 10 === digits[9] && !allSame(text);
}

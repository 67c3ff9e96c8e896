import { elevenCheck, luhnCheck, sumOf, untilChecked } from './check-digits.ts';
import { forms, grouped, LETTERS } from './draw.ts';
import { kind, type NumberKind } from './kind.ts';

const MBI = 'ACDEFGHJKMNPQRTUVWXY';

export const AMERICA_KINDS: readonly NumberKind[] = [
  kind('US_SSN', 'en', { called: ['SSN', 'social security number', 'Social Security no.', 'SSN number'] }, (draw) => {
    const number = `${draw.pick(['123', '219', '433', '536', '661', '734'])}${10 + draw.below(89)}${1000 + draw.below(8999)}`;
    return forms(number, [3, 2], ['-', ' ']);
  }),
  kind('US_ITIN', 'en', { called: ['ITIN', 'taxpayer number', 'individual taxpayer number', 'tax ID'] }, (draw) => {
    const number = `9${draw.digits(2)}${70 + draw.below(18)}${draw.digits(4)}`;
    return forms(number, [3, 2], ['-', ' ']);
  }),
  kind('US_EIN', 'en', { called: ['EIN', 'employer identification number', 'federal tax ID', 'FEIN'] }, (draw) => {
    const number = draw.pick(['12', '27', '45', '83', '91']) + draw.digits(7);
    return forms(number, [2], ['-']);
  }),
  kind(
    'US_PASSPORT',
    'en',
    { called: ['US passport number', 'passport number', 'passport', 'passport no.'] },
    (draw) => [`${1 + draw.below(8)}${draw.digits(8)}`, `${draw.pick(['A', 'C', 'X'])}${draw.digits(8)}`],
  ),
  kind(
    'US_DRIVER_LICENSE',
    'en',
    { called: ['driver license', "driver's license number", 'DL number', 'driving license'] },
    (draw) => [
      `${draw.of(LETTERS, 1)}${draw.digits(7)}`,
      `${draw.of(LETTERS, 1)}${draw.digits(12)}`,
      grouped(`${draw.of(LETTERS, 1)}${draw.digits(12)}`, [4, 3, 2, 3], '-'),
    ],
  ),
  kind(
    'US_BANK_NUMBER',
    'en',
    { called: ['bank account number', 'checking account', 'account number', 'savings account'] },
    (draw) => [draw.pick(['4', '7', '3']) + draw.digits(9 + draw.below(4))],
  ),
  kind(
    'ABA_ROUTING_NUMBER',
    'en',
    { called: ['routing number', 'ABA number', 'RTN', 'bank routing number'] },
    (draw) => {
      const body = draw.pick(['021', '122', '026', '311']) + draw.digits(5);
      const number = `${body}${(10 - (sumOf(body, [3, 7, 1, 3, 7, 1, 3, 7]) % 10)) % 10}`;
      return [number, grouped(number, [4, 4], '-')];
    },
  ),
  kind(
    'MEDICAL_LICENSE',
    'en',
    { called: ['DEA number', 'DEA registration', 'DEA no.', 'prescriber DEA'], telling: true },
    (draw) => {
      const digits = draw.digits(6);
      const check = (sumOf(digits, [1, 0, 1, 0, 1, 0]) + 2 * sumOf(digits, [0, 1, 0, 1, 0, 1])) % 10;
      return [`${draw.pick(['A', 'B', 'F', 'M'])}${draw.of(LETTERS, 1)}${digits}${check}`];
    },
  ),
  kind('US_NPI', 'en', { called: ['NPI', 'national provider identifier', 'provider NPI', 'NPI number'] }, (draw) => {
    const body = draw.pick(['1', '2']) + draw.digits(8);
    const number = body + luhnCheck(`80840${body}`);
    return forms(number, [4, 3], ['-', ' ']);
  }),
  kind(
    'US_MBI',
    'en',
    { called: ['MBI', 'Medicare number', 'Medicare beneficiary', 'Medicare ID'], telling: true },
    (draw) => {
      const number = `${1 + draw.below(9)}${draw.of(MBI, 1)}${draw.of(MBI, 1)}${draw.digits(1)}${draw.of(MBI, 2)}${draw.digits(1)}${draw.of(MBI, 2)}${draw.digits(2)}`;
      return [number, grouped(number, [4, 3], '-'), number.toLowerCase()];
    },
  ),
  kind('US_CLIA', 'en', { called: ['CLIA number', 'CLIA', 'laboratory CLIA', 'CLIA ID'] }, (draw) => [
    `${10 + draw.below(80)}D${draw.digits(7)}`,
  ]),
  kind('CA_SIN', 'en', { called: ['SIN', 'social insurance number', 'SIN number', 'Canadian SIN'] }, (draw) => {
    const body = `${1 + draw.below(7)}${draw.digits(7)}`;
    return forms(body + luhnCheck(body), [3, 3], [' ', '-']);
  }),
  kind(
    'BR_CPF',
    'pt',
    { called: ['CPF', 'CPF number', 'Brazilian CPF', 'taxpayer CPF'], own: ['CPF', 'número do CPF'], telling: true },
    (draw) => {
      const body = draw.digits(9);
      const of = (text: string) => {
        const rest =
          sumOf(
            text,
            Array.from(text, (_, at) => text.length + 1 - at),
          ) % 11;
        return rest < 2 ? '0' : String(11 - rest);
      };
      const number = body + of(body) + of(body + of(body));
      return [number, `${grouped(number.slice(0, 9), [3, 3], '.')}-${number.slice(9)}`];
    },
  ),
  kind(
    'BR_CNPJ',
    'pt',
    {
      called: ['CNPJ', 'company CNPJ', 'CNPJ number', 'Brazilian CNPJ'],
      own: ['CNPJ', 'CNPJ da empresa'],
      telling: true,
    },
    (draw) => {
      const body = `${draw.digits(8)}0001`;
      const of = (text: string) => {
        const weights = Array.from(text, (_, at) => ((text.length - 1 - at) % 8) + 2);
        const rest = sumOf(text, weights) % 11;
        return rest < 2 ? '0' : String(11 - rest);
      };
      const number = body + of(body) + of(body + of(body));
      return [
        number,
        `${number.slice(0, 2)}.${number.slice(2, 5)}.${number.slice(5, 8)}/${number.slice(8, 12)}-${number.slice(12)}`,
      ];
    },
  ),
  kind(
    'MX_CURP',
    'es',
    {
      called: ['CURP', 'Mexican CURP', 'population registry code', 'CURP code'],
      own: ['CURP', 'clave CURP'],
      telling: true,
    },
    (draw) => {
      const { yy, mm, dd } = draw.birthday();
      const body = `${draw.of('BCDGLMPRS', 1)}${draw.of('AEIU', 1)}${draw.of('BCDGLMPRS', 2)}${yy}${mm}${dd}${draw.pick(['H', 'M'])}${draw.pick(['DF', 'JC', 'NL', 'MC', 'VZ'])}${draw.of('BCDGLMNPRS', 3)}${draw.digits(1)}`;
      const alphabet = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';
      const sum = Array.from(body).reduce((total, character, at) => total + alphabet.indexOf(character) * (18 - at), 0);
      return [`${body}${(10 - (sum % 10)) % 10}`];
    },
  ),
  kind(
    'MX_RFC',
    'es',
    { called: ['RFC', 'Mexican tax number', 'RFC code', 'taxpayer RFC'], own: ['RFC', 'clave RFC'] },
    (draw) => {
      const { yy, mm, dd } = draw.birthday();
      return [
        `${draw.of('BCDGLMPRS', 1)}${draw.of('AEIU', 1)}${draw.of('BCDGLMPRS', 2)}${yy}${mm}${dd}${draw.of(`${LETTERS}0123456789`, 2)}${draw.digits(1)}`,
      ];
    },
  ),
  kind(
    'AR_CUIT',
    'es',
    { called: ['CUIT', 'CUIL', 'Argentine CUIT', 'CUIT number'], own: ['CUIT', 'CUIL'], telling: true, plain: false },
    (draw) => {
      const number = untilChecked(() => {
        const body = draw.pick(['20', '27', '30', '23']) + draw.digits(8);
        const check = elevenCheck(body, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
        return check === undefined ? undefined : body + check;
      });
      return [number, grouped(number, [2, 8], '-')];
    },
  ),
  kind(
    'CL_RUT',
    'es',
    { called: ['RUT', 'Chilean RUT', 'RUT number', 'RUN'], own: ['RUT', 'RUN'], telling: true },
    (draw) => {
      const body = `1${draw.digits(7)}`;
      const check = (11 - (sumOf(body, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
      const last = check === 10 ? 'K' : String(check);
      return [`${grouped(body, [2, 3], '.')}-${last}`, `${body}-${last}`];
    },
  ),
];

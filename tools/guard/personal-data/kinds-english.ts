import { elevenCheck, luhnCheck, sumOf, untilChecked, verhoeffCheck } from './check-digits.ts';
import { type Draw, forms, grouped, LETTERS } from './draw.ts';
import { kind, type NumberKind } from './kind.ts';

const POST = 'ABDEFGHJLNPQRSTUWXYZ';
const PLATE = 'ABCDEFGHJKLMNPRSTUVWXY';

function medicare(draw: Draw): string {
  const body = draw.pick(['2', '3', '4', '5', '6']) + draw.digits(7);
  return body + String(sumOf(body, [1, 3, 7, 9, 1, 3, 7, 9]) % 10) + String(1 + draw.below(9));
}

export const ENGLISH_KINDS: readonly NumberKind[] = [
  kind('UK_NHS', 'en', { called: ['NHS number', 'NHS no.', "patient's NHS number", 'NHS'] }, (draw) => {
    const number = untilChecked(() => {
      const body = draw.pick(['4', '6', '7']) + draw.digits(8);
      const check = elevenCheck(body, [10, 9, 8, 7, 6, 5, 4, 3, 2]);
      return check === undefined ? undefined : body + check;
    });
    return forms(number, [3, 3], [' ', '-']);
  }),
  kind(
    'UK_NINO',
    'en',
    { called: ['National Insurance number', 'NI number', 'NINO', 'NI no.'], telling: true },
    (draw) => {
      const number =
        draw.of('ACEHJLMPRSTW', 1) + draw.of('ACEHJLMPRSW', 1) + draw.digits(6) + draw.pick(['A', 'B', 'C', 'D']);
      return [number, grouped(number, [2, 2, 2, 2], ' '), number.toLowerCase()];
    },
  ),
  kind('UK_PASSPORT', 'en', { called: ['UK passport', 'passport number', 'British passport', 'passport'] }, (draw) => [
    draw.of(LETTERS, 2) + draw.digits(7),
  ]),
  kind(
    'UK_DRIVING_LICENCE',
    'en',
    { called: ['driving licence', 'licence number', 'DVLA licence', 'driver number'], telling: true },
    (draw) => {
      const { yy, mm, dd } = draw.birthday();
      return [
        `${draw.of(LETTERS, 5)}${yy[0]}${mm}${dd}${yy[1]}${draw.of(LETTERS, 1)}9${draw.digits(1)}${draw.of(LETTERS, 2)}`,
      ];
    },
  ),
  kind(
    'UK_POSTCODE',
    'en',
    { called: ['postcode', 'post code', 'home postcode', 'delivery postcode'], telling: true },
    (draw) => {
      const inward = draw.digits(1) + draw.of(POST, 2);
      const outward = draw.pick(['LS6', 'SW1A', 'M14', 'EH3', 'BT9', 'CF10', 'W1T']);
      return [`${outward} ${inward}`];
    },
  ),
  kind(
    'UK_VEHICLE_REGISTRATION',
    'en',
    { called: ['vehicle registration', 'number plate', 'car registration', 'reg plate'], telling: true },
    (draw) => {
      const number = draw.of(PLATE, 2) + draw.pick(['07', '12', '19', '21', '56', '68', '73']) + draw.of(PLATE, 3);
      return [number, grouped(number, [4], ' ')];
    },
  ),
  kind(
    'UK_UTR',
    'en',
    { called: ['UTR', 'unique taxpayer reference', 'UTR number', 'Self Assessment UTR'] },
    (draw) => {
      const body = draw.digits(9);
      const check = '21987654321'[sumOf(body, [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11] ?? '';
      const number = check + body;
      return [number, grouped(number, [5], ' ')];
    },
  ),
  kind('UK_SORT_CODE', 'en', { called: ['sort code', 'bank sort code', 'branch sort code', 'sort-code'] }, (draw) => {
    const number = draw.pick(['20', '30', '40', '60', '09']) + draw.digits(4);
    return [grouped(number, [2, 2], '-'), grouped(number, [2, 2], ' ')];
  }),
  kind('IE_PPSN', 'en', { called: ['PPS number', 'PPSN', 'Irish PPS number', 'PPS no.'] }, (draw) => {
    const body = draw.digits(7);
    return [`${body}${'WABCDEFGHIJKLMNOPQRSTUV'[sumOf(body, [8, 7, 6, 5, 4, 3, 2]) % 23]}`];
  }),
  kind(
    'AU_ABN',
    'en',
    { called: ['ABN', 'Australian business number', 'business number', 'ABN no.'], telling: true },
    (draw) => {
      const number = untilChecked(() => {
        const tail = draw.digits(9);
        for (let head = 10; head < 100; head += 1) {
          const whole = `${head}${tail}`;
          const sum = sumOf(whole, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10;
          if (sum % 89 === 0) return whole;
        }
        return undefined;
      });
      return forms(number, [2, 3, 3], [' ']);
    },
  ),
  kind('AU_ACN', 'en', { called: ['ACN', 'Australian company number', 'company number', 'ACN no.'] }, (draw) => {
    const body = draw.digits(8);
    return forms(`${body}${(10 - (sumOf(body, [8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10}`, [3, 3], [' ']);
  }),
  kind('AU_TFN', 'en', { called: ['TFN', 'tax file number', 'Australian tax file number', 'TFN no.'] }, (draw) => {
    const number = untilChecked(() => {
      const whole = `${1 + draw.below(9)}${draw.digits(8)}`;
      return sumOf(whole, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0 ? whole : undefined;
    });
    return forms(number, [3, 3], [' ']);
  }),
  kind(
    'AU_MEDICARE',
    'en',
    { called: ['Medicare card', 'Medicare number', 'Australian Medicare', 'Medicare no.'] },
    (draw) => forms(medicare(draw), [4, 5], [' ']),
  ),
  kind('NZ_IRD', 'en', { called: ['IRD number', 'IRD', 'Inland Revenue number', 'IRD no.'] }, (draw) => {
    const number = untilChecked(() => {
      const body = `0${draw.pick(['4', '5', '8', '9'])}${draw.digits(6)}`;
      const check = elevenCheck(body, [3, 2, 7, 6, 5, 4, 3, 2]);
      return check === undefined ? undefined : body.slice(1) + check;
    });
    return [number, grouped(number, [2, 3], '-')];
  }),
  kind('NG_NIN', 'en', { called: ['NIN', 'national identification number', 'Nigerian NIN', 'NIN number'] }, (draw) => {
    const body = draw.digits(10);
    return [body + verhoeffCheck(body)];
  }),
  kind(
    'NG_VEHICLE_REGISTRATION',
    'en',
    { called: ['plate number', 'vehicle plate', 'vehicle registration', 'car plate'], telling: true },
    (draw) => {
      const safe = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
      const number = draw.pick(['LSD', 'KJA', 'ABC', 'EPE', 'GWA']) + draw.digits(3) + draw.of(safe, 2);
      return [number, `${number.slice(0, 3)}-${number.slice(3)}`, `${number.slice(0, 3)} ${number.slice(3)}`];
    },
  ),
  kind(
    'ZA_ID_NUMBER',
    'en',
    { called: ['SA ID', 'South African ID number', 'identity number', 'RSA ID'], telling: true },
    (draw) => {
      const { yy, mm, dd } = draw.birthday();
      const body = `${yy}${mm}${dd}${draw.digits(4)}${draw.pick(['0', '1'])}8`;
      return [body + luhnCheck(body)];
    },
  ),
];

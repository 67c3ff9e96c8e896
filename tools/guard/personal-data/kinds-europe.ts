import { elevenCheck, icaoCheck, luhnCheck, mod1110Check, sumOf, untilChecked } from './check-digits.ts';
import { type Draw, forms, grouped, LETTERS, two } from './draw.ts';
import { kind, type NumberKind } from './kind.ts';

const MACHINE = 'CFGHJKLMNPRTVWXYZ0123456789';
const DNI = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Ten digits with one of them twice, and the check. */
function steuerId(draw: Draw): string {
  const digits = Array.from('0123456789').sort(() => draw.below(3) - 1);
  if (digits[0] === '0') digits.reverse();
  digits[9] = digits[4] ?? '1';
  const body = digits.join('');
  return body + mod1110Check(body);
}

function sums(text: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => {
    const product = weight * Number(text[at]);
    return sum + Math.floor(product / 10) + (product % 10);
  }, 0);
}

function baltic(draw: Draw): string {
  const { yy, mm, dd } = draw.birthday();
  const body = `${draw.pick(['3', '4'])}${yy}${mm}${dd}${draw.digits(3)}`;
  const first = sumOf(body, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const second = sumOf(body, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11;
  return `${body}${first < 10 ? first : second % 10}`;
}

const german: readonly NumberKind[] = [
  kind(
    'DE_TAX_ID',
    'de',
    {
      called: ['German tax ID', 'Steuer-ID', 'tax identification number', 'tax ID'],
      own: ['Steuer-ID', 'Steueridentifikationsnummer'],
      telling: true,
    },
    (draw) => forms(steuerId(draw), [2, 3, 3], [' ']),
  ),
  kind(
    'DE_TAX_NUMBER',
    'de',
    {
      called: ['German tax number', 'Steuernummer', 'tax number', 'tax office number'],
      own: ['Steuernummer', 'St.-Nr. beim Finanzamt'],
    },
    (draw) => [`${draw.pick(['133', '143', '27', '079'])}/${draw.digits(3)}/${draw.digits(5)}`],
  ),
  kind(
    'DE_PASSPORT',
    'de',
    {
      called: ['German passport', 'passport number', 'passport', 'passport no.'],
      own: ['Reisepassnummer', 'Reisepass'],
    },
    (draw) => {
      const body = draw.of('CFGHJK', 1) + draw.digits(2) + draw.of(MACHINE, 3) + draw.digits(2);
      return [body + draw.of('CFGHJKLMNPRTVWXYZ', 1), `${body}${draw.digits(1)}`];
    },
  ),
  kind(
    'DE_ID_CARD',
    'de',
    {
      called: ['German ID card', 'identity card number', 'ID card', 'identity card'],
      own: ['Personalausweisnummer', 'Personalausweis'],
    },
    (draw) => {
      const body = draw.of('LMNPRTVWXY', 1) + draw.of(MACHINE, 4) + draw.digits(4);
      return [body, body + icaoCheck(body), `T${draw.digits(8)}`];
    },
  ),
  kind(
    'DE_SOCIAL_SECURITY',
    'de',
    {
      called: ['German pension number', 'pension insurance number', 'social security number', 'insurance number'],
      own: ['Rentenversicherungsnummer', 'Sozialversicherungsnummer'],
      telling: true,
    },
    (draw) => {
      const { yy, mm, dd } = draw.birthday();
      const letter = draw.of(LETTERS, 1);
      const head = `${draw.pick(['12', '15', '53', '65'])}${dd}${mm}${yy}`;
      const serial = draw.digits(2);
      const check =
        sums(`${head}${two(letter.charCodeAt(0) - 64)}${serial}`, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10;
      const number = `${head}${letter}${serial}${check}`;
      return forms(number, [2, 6, 1], [' ']);
    },
  ),
  kind(
    'DE_HEALTH_INSURANCE',
    'de',
    {
      called: [
        'German health insurance number',
        'health insurance number (KVNR)',
        'insurance number',
        'health card number',
      ],
      own: ['Krankenversichertennummer', 'Versichertennummer'],
      telling: true,
    },
    (draw) => {
      const letter = draw.of(LETTERS, 1);
      const body = draw.digits(8);
      return [`${letter}${body}${sums(two(letter.charCodeAt(0) - 64) + body, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10}`];
    },
  ),
  kind(
    'DE_LANR',
    'de',
    { called: ['LANR', 'physician number (LANR)', 'doctor LANR', 'LANR number'], own: ['LANR', 'Arztnummer'] },
    (draw) => {
      const body = draw.digits(6);
      return [`${body}${(10 - (sumOf(body, [4, 9, 4, 9, 4, 9]) % 10)) % 10}${draw.pick(['01', '03', '34'])}`];
    },
  ),
  kind(
    'DE_BSNR',
    'de',
    {
      called: ['BSNR', 'practice number (BSNR)', 'BSNR number', 'clinic BSNR'],
      own: ['BSNR', 'Betriebsstättennummer'],
    },
    (draw) => [`${draw.pick(['17', '38', '52', '72'])}${draw.digits(7)}`],
  ),
  kind(
    'DE_KFZ',
    'de',
    {
      called: ['licence plate', 'number plate', 'car plate', 'vehicle registration'],
      own: ['Kennzeichen', 'Kfz-Kennzeichen'],
    },
    (draw) => {
      const [town, letters, number] = [
        draw.pick(['HD', 'B', 'M', 'KA', 'ERB']),
        draw.of('ABCEFGHKLMNPRSTX', 2),
        String(10 + draw.below(9000)),
      ];
      return [`${town}-${letters} ${number}`, `${town} ${letters} ${number}`, `${town}-${letters}${number}`];
    },
  ),
  kind(
    'DE_HANDELSREGISTER',
    'de',
    {
      called: ['commercial register number', 'company register', 'register number', 'German register'],
      own: ['Handelsregister', 'Registernummer'],
      telling: true,
    },
    (draw) => [`HRB ${10_000 + draw.below(80_000)}`, `HRA ${1000 + draw.below(8000)}`],
  ),
  kind(
    'DE_FUEHRERSCHEIN',
    'de',
    {
      called: ['German driving licence', 'driving licence', 'driver licence', 'licence number'],
      own: ['Führerscheinnummer', 'Führerschein'],
    },
    (draw) => [
      `${draw.of(LETTERS, 1)}${draw.of('0123456789', 2)}${draw.of(`${LETTERS}0123456789`, 1)}${draw.digits(6)}${draw.digits(1)}`,
    ],
  ),
  kind(
    'DE_PLZ',
    'de',
    { called: ['German PLZ', 'PLZ', 'PLZ (Germany)', 'Postleitzahl'], own: ['PLZ', 'Postleitzahl'] },
    (draw) => [`${draw.pick(['10', '20', '50', '69', '80'])}${draw.digits(3)}`],
  ),
  kind(
    'DE_VAT_ID',
    'de',
    { called: ['VAT ID', 'VAT number', 'German VAT', 'VAT no.'], own: ['USt-IdNr.', 'Umsatzsteuer-ID'], telling: true },
    (draw) => {
      const body = `${1 + draw.below(8)}${draw.digits(7)}`;
      return [`DE${body}${mod1110Check(body)}`];
    },
  ),
];

const southern: readonly NumberKind[] = [
  kind(
    'ES_NIF',
    'es',
    { called: ['Spanish DNI', 'NIF', 'DNI number', 'DNI'], own: ['DNI', 'NIF'], telling: true },
    (draw) => {
      const body = `${1 + draw.below(7)}${draw.digits(7)}`;
      const letter = DNI[Number(body) % 23] ?? '';
      return [
        body + letter,
        `${body}-${letter}`,
        (body + letter).toLowerCase(),
        `${grouped(body, [2, 3], '.')}-${letter}`,
      ];
    },
  ),
  kind(
    'ES_NIE',
    'es',
    {
      called: ['Spanish NIE', 'NIE', 'NIE number', 'foreigner number (NIE)'],
      own: ['NIE', 'número de NIE'],
      telling: true,
    },
    (draw) => {
      const first = draw.below(3);
      const body = draw.digits(7);
      const letter = DNI[Number(`${first}${body}`) % 23] ?? '';
      return [`${'XYZ'[first]}${body}${letter}`, `${'XYZ'[first]}-${body}-${letter}`];
    },
  ),
  kind(
    'ES_PASSPORT',
    'es',
    {
      called: ['Spanish passport', 'passport number', 'passport', 'passport no.'],
      own: ['pasaporte', 'número de pasaporte'],
    },
    (draw) => [draw.of('ABCDEFGHJKLMNPRSTUVWXYZ', 3) + draw.digits(6)],
  ),
  kind(
    'ES_CIF',
    'es',
    { called: ['Spanish CIF', 'CIF', 'company CIF', 'CIF number'], own: ['CIF', 'CIF de la empresa'] },
    (draw) => {
      const body = draw.digits(7);
      const odd = [0, 2, 4, 6].reduce((sum, at) => {
        const twice = Number(body[at]) * 2;
        return sum + Math.floor(twice / 10) + (twice % 10);
      }, 0);
      const even = [1, 3, 5].reduce((sum, at) => sum + Number(body[at]), 0);
      return [`${draw.pick(['A', 'B'])}${body}${(10 - ((odd + even) % 10)) % 10}`];
    },
  ),
  kind(
    'IT_FISCAL_CODE',
    'it',
    {
      called: ['Italian fiscal code', 'codice fiscale', 'fiscal code', 'tax code'],
      own: ['codice fiscale', 'C.F.'],
      telling: true,
    },
    (draw) => {
      const { yy, dd } = draw.birthday();
      const body = `${draw.of('BCDFGLMNPRST', 3)}${draw.of('BCDFGLMNPRST', 3)}${yy}${draw.of('ABCDEHLMPRST', 1)}${dd}${draw.pick(['H501', 'F205', 'L219'])}`;
      const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
      const sum = Array.from(body).reduce((total, character, at) => {
        const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65;
        return total + (at % 2 === 0 ? (odd[value] ?? 0) : value);
      }, 0);
      const code = `${body}${LETTERS[sum % 26]}`;
      return [code, code.toLowerCase()];
    },
  ),
  kind(
    'IT_DRIVER_LICENSE',
    'it',
    {
      called: ['Italian driving licence', 'driving licence', 'driver license', 'licence number'],
      own: ['patente', 'numero di patente'],
    },
    (draw) => [
      `${draw.pick(['MI', 'RM', 'TO'])}${draw.digits(7)}${draw.of(LETTERS, 1)}`,
      `U1${draw.of('BCDFGHJKLMN0123456789', 7)}${draw.of(LETTERS, 1)}`,
    ],
  ),
  kind(
    'IT_IDENTITY_CARD',
    'it',
    {
      called: ['Italian identity card', 'identity card', 'identity document', 'Italian ID card'],
      own: ["carta d'identità", "numero carta d'identità"],
    },
    (draw) => [`CA${draw.digits(5)}${draw.of(LETTERS, 2)}`, `A${draw.of(LETTERS, 1)}${draw.digits(7)}`],
  ),
  kind(
    'IT_PASSPORT',
    'it',
    {
      called: ['Italian passport', 'passport number', 'passport', 'passport no.'],
      own: ['passaporto', 'numero di passaporto'],
    },
    (draw) => [`Y${draw.of('ABC', 1)}${draw.digits(7)}`],
  ),
  kind(
    'IT_VAT_CODE',
    'it',
    {
      called: ['Italian VAT', 'partita IVA', 'VAT number', 'P.IVA'],
      own: ['partita IVA', 'P. IVA'],
      telling: true,
      plain: false,
    },
    (draw) => {
      const body = `0${draw.digits(9)}`;
      return [body + luhnCheck(body), `IT${body}${luhnCheck(body)}`];
    },
  ),
  kind(
    'PT_NIF',
    'pt',
    {
      called: ['Portuguese NIF', 'NIF', 'contribuinte', 'Portuguese tax number'],
      own: ['NIF', 'número de contribuinte'],
    },
    (draw) => {
      const body = `2${draw.digits(7)}`;
      const check = 11 - (sumOf(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
      return forms(`${body}${check >= 10 ? 0 : check}`, [3, 3], [' ']);
    },
  ),
  kind(
    'FR_NIR',
    'fr',
    {
      called: ['French social security number', 'NIR', 'INSEE number', 'French NIR'],
      own: ['numéro de sécurité sociale', 'NIR'],
      telling: true,
    },
    (draw) => {
      const { yy, mm } = draw.birthday();
      const body = `${draw.pick(['1', '2'])}${yy}${mm}${draw.pick(['75', '69', '13', '33'])}${draw.digits(6)}`;
      const key = String(97n - (BigInt(body) % 97n)).padStart(2, '0');
      return [body + key, grouped(body + key, [1, 2, 2, 2, 3, 3], ' ')];
    },
  ),
  kind(
    'FR_SIREN',
    'fr',
    { called: ['SIREN', 'SIREN number', 'French SIREN', 'company SIREN'], own: ['SIREN', 'numéro SIREN'] },
    (draw) => {
      const body = draw.pick(['3', '4', '5', '8']) + draw.digits(7);
      return forms(body + luhnCheck(body), [3, 3], [' ']);
    },
  ),
  kind(
    'FR_SIRET',
    'fr',
    { called: ['SIRET', 'SIRET number', 'French SIRET', 'establishment SIRET'], own: ['SIRET', 'numéro SIRET'] },
    (draw) => {
      const siren = draw.pick(['3', '4', '5', '8']) + draw.digits(7);
      const body = `${siren}${luhnCheck(siren)}000${draw.digits(1)}`;
      return forms(body + luhnCheck(body), [3, 3, 3], [' ']);
    },
  ),
  kind(
    'FR_PASSPORT',
    'fr',
    {
      called: ['French passport', 'passport number', 'passport', 'passport no.'],
      own: ['passeport', 'numéro de passeport'],
    },
    (draw) => [`${draw.digits(2)}${draw.of('ABCDEFHKLPRTVX', 2)}${draw.digits(5)}`],
  ),
  kind('GR_AMKA', 'en', { called: ['AMKA', 'Greek AMKA', 'AMKA number', 'social insurance AMKA'] }, (draw) => {
    const { yy, mm, dd } = draw.birthday();
    const body = `${dd}${mm}${yy}${draw.digits(4)}`;
    return [body + luhnCheck(body)];
  }),
  kind('HR_OIB', 'en', { called: ['OIB', 'Croatian OIB', 'OIB number', 'personal OIB'] }, (draw) => {
    const body = draw.digits(10);
    return [body + mod1110Check(body)];
  }),
];

const northern: readonly NumberKind[] = [
  kind(
    'NL_BSN',
    'nl',
    { called: ['BSN', 'Dutch BSN', 'citizen service number', 'BSN number'], own: ['BSN', 'burgerservicenummer'] },
    (draw) =>
      forms(
        untilChecked(() => {
          const whole = `${1 + draw.below(8)}${draw.digits(8)}`;
          return (((sumOf(whole, [9, 8, 7, 6, 5, 4, 3, 2, 0]) - Number(whole[8])) % 11) + 11) % 11 === 0
            ? whole
            : undefined;
        }),
        [4, 2],
        ['.', ' '],
      ),
  ),
  kind(
    'BE_NRN',
    'nl',
    {
      called: ['Belgian national number', 'national register number', 'Rijksregisternummer', 'NRN'],
      own: ['rijksregisternummer', 'INSZ-nummer'],
      telling: true,
    },
    (draw) => {
      const { yy, mm, dd } = draw.birthday();
      const body = `${yy}${mm}${dd}${String(1 + draw.below(997)).padStart(3, '0')}`;
      const number = body + two(97 - (Number(body) % 97));
      return [number, `${grouped(body.slice(0, 6), [2, 2], '.')}-${body.slice(6)}.${number.slice(9)}`];
    },
  ),
  kind(
    'CH_AHV',
    'de',
    { called: ['Swiss AHV number', 'AHV', 'OASI number', 'AVS number'], own: ['AHV-Nummer', 'AHV-Nr.'], telling: true },
    (draw) => {
      const body = `756${draw.digits(9)}`;
      return forms(`${body}${(10 - (sumOf(body, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10)) % 10}`, [3, 4, 4], ['.']);
    },
  ),
  kind(
    'AT_SVNR',
    'de',
    {
      called: ['Austrian SVNR', 'Austrian social insurance number', 'SVNR', 'Austrian insurance number'],
      own: ['Sozialversicherungsnummer', 'SV-Nummer'],
    },
    (draw) => {
      const { yy, mm, dd } = draw.birthday();
      const number = untilChecked(() => {
        const serial = String(100 + draw.below(900));
        const check = (sumOf(serial, [3, 7, 9]) + sumOf(`${dd}${mm}${yy}`, [5, 8, 4, 2, 1, 6])) % 11;
        return check === 10 ? undefined : `${serial}${check}${dd}${mm}${yy}`;
      });
      return forms(number, [4], [' ']);
    },
  ),
  kind('DK_CPR', 'en', { called: ['CPR number', 'Danish CPR', 'CPR', 'CPR no.'] }, (draw) => {
    const { yy, mm, dd } = draw.birthday();
    return forms(`${dd}${mm}${yy}${1000 + draw.below(2999)}`, [6], ['-']);
  }),
  kind(
    'NO_FNR',
    'en',
    { called: ['fødselsnummer', 'Norwegian national number', 'Norwegian ID number', 'Norwegian fnr'], telling: true },
    (draw) => {
      const { yy, mm, dd } = draw.birthday();
      const number = untilChecked(() => {
        const body = `${dd}${mm}${yy}${String(draw.below(500)).padStart(3, '0')}`;
        const first = elevenCheck(body, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
        if (first === undefined) return undefined;
        const second = elevenCheck(body + first, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
        return second === undefined ? undefined : body + first + second;
      });
      return forms(number, [6], [' ']);
    },
  ),
  kind(
    'SE_PERSONNUMMER',
    'sv',
    {
      called: ['Swedish personnummer', 'personnummer', 'Swedish personal number', 'personal identity number'],
      own: ['personnummer', 'svenskt personnummer'],
      telling: true,
      plain: false,
    },
    (draw) => {
      const { year, yy, mm, dd } = draw.birthday();
      const body = `${yy}${mm}${dd}${draw.digits(3)}`;
      const number = body + luhnCheck(body);
      return [
        `${number.slice(0, 6)}-${number.slice(6)}`,
        `${year.slice(0, 2)}${number.slice(0, 6)}-${number.slice(6)}`,
        `${year.slice(0, 2)}${number}`,
      ];
    },
  ),
  kind(
    'SE_ORGANISATIONSNUMMER',
    'sv',
    {
      called: ['Swedish organisation number', 'organisationsnummer', 'company org. nr', 'organisation number (org nr)'],
      own: ['organisationsnummer', 'org.nr'],
    },
    (draw) => {
      const body = `55${2 + draw.below(7)}${draw.digits(6)}`;
      return [grouped(body + luhnCheck(body), [6], '-')];
    },
  ),
  kind(
    'FI_PERSONAL_IDENTITY_CODE',
    'fi',
    {
      called: ['Finnish HETU', 'personal identity code', 'Finnish personal ID', 'HETU'],
      own: ['henkilötunnus', 'HETU'],
      telling: true,
    },
    (draw) => {
      const { yy, mm, dd } = draw.birthday();
      const serial = String(2 + draw.below(890)).padStart(3, '0');
      const code = `${dd}${mm}${yy}-${serial}${'0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(`${dd}${mm}${yy}${serial}`) % 31]}`;
      return [code, code.toLowerCase()];
    },
  ),
  kind(
    'PL_PESEL',
    'pl',
    { called: ['PESEL', 'PESEL number', 'Polish PESEL', 'PESEL no.'], own: ['PESEL', 'numer PESEL'], telling: true },
    (draw) => {
      const { yy, mm, dd } = draw.birthday();
      const body = `${yy}${mm}${dd}${draw.digits(4)}`;
      return [`${body}${(10 - (sumOf(body, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10}`];
    },
  ),
  kind(
    'PL_NIP',
    'pl',
    { called: ['NIP', 'Polish NIP', 'Polish tax number (NIP)', 'NIP number'], own: ['NIP', 'numer NIP'] },
    (draw) => {
      const number = untilChecked(() => {
        const body = draw.pick(['5', '6', '7']) + draw.of('123456789', 2) + draw.digits(6);
        const rest = sumOf(body, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11;
        return rest === 10 ? undefined : `${body}${rest}`;
      });
      return forms(number, [3, 3, 2], ['-']);
    },
  ),
  kind(
    'CZ_BIRTH_NUMBER',
    'en',
    { called: ['rodné číslo', 'Czech birth number', 'birth number', 'Slovak birth number'], telling: true },
    (draw) => {
      const { yy, mm, dd } = draw.birthday();
      const number = untilChecked(() => {
        const body = `${yy}${mm}${dd}${draw.digits(3)}`;
        const rest = Number(body) % 11;
        return rest === 10 ? undefined : `${body}${rest}`;
      });
      return [`${number.slice(0, 6)}/${number.slice(6)}`];
    },
  ),
  kind(
    'RO_CNP',
    'en',
    { called: ['CNP', 'Romanian CNP', 'CNP number', 'cod numeric personal'], telling: true },
    (draw) => {
      const { yy, mm, dd } = draw.birthday();
      const body = `${draw.pick(['1', '2'])}${yy}${mm}${dd}${draw.pick(['12', '40', '22'])}${draw.digits(3)}`;
      const rest = sumOf(body, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
      return [`${body}${rest === 10 ? 1 : rest}`];
    },
  ),
  kind('BG_EGN', 'en', { called: ['EGN', 'Bulgarian EGN', 'EGN number', 'ЕГН'] }, (draw) => {
    const { yy, mm, dd } = draw.birthday();
    const body = `${yy}${mm}${dd}${draw.digits(3)}`;
    return [`${body}${(sumOf(body, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10}`];
  }),
  kind(
    'EE_PERSONAL_CODE',
    'en',
    { called: ['isikukood', 'Estonian personal code', 'Lithuanian personal code', 'asmens kodas'] },
    (draw) => [baltic(draw)],
  ),
];

export const EUROPE_KINDS: readonly NumberKind[] = [...german, ...southern, ...northern];

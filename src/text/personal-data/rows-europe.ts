import { allSame, digitsOf, holdsDay, icao, luhn, mod11And10, weighed } from './checksums.ts';
import { type DataRow, row } from './row.ts';

const PASSPORT = /passport|pasaporte|passaporto|reisepass|pass-?n(?:r|ummer)|\bpass\b|pasaport|paszport/i;
const PLATE_DE = /kennzeichen|fahrzeug|kfz|plate|registration|\bcar\b|auto/i;

/** Where a table of check characters says so (Spain). */
const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
const HETU_LETTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** Identifiers of Germany, Spain, Italy, Poland, Finland, Sweden, Turkey and Russia. */
export const EUROPE_ROWS: readonly DataRow[] = [
  row('DE_TAX_ID', /[1-9][0-9](?: ?[0-9]{3}){3}/, {
    title: 'German tax identification number',
    digits: 11,
    valid: (text) => mod11And10(text) && repeatsOneDigit(text.slice(0, 10)),
    alone: 0.5,
    context: /steuer|\btin\b|\bidnr\b|identifikationsnummer|tax/i,
    fires: ['Steuer-ID 4803671592#'],
    quiet: ['Steuer-ID 48036715920', '1111234567#'],
  }),
  row('DE_TAX_NUMBER', /(?:0[1-9][0-9]|(?:[1-9]|0[1-9]|1[0-6])[0-9]{2,3})\/[0-9]{3,4}\/[0-9]{4,5}/, {
    title: 'German tax number',
    digits: 10,
    alone: 0.6,
    context: /steuer|finanzamt|tax/i,
    fires: ['Steuernummer 143/482/71935', 'Steuernummer 013/482/71935'],
    quiet: ['48/27'],
  }),
  row(
    'DE_TAX_NUMBER',
    /(?:0[1-9]|1[0-9]|2[1-9]|3[0-2]|4[01]|5[1-3]|9[0-9])[0-9]{2}0[0-9]{8}|(?:0[1-9]|1[0-6])[0-9]{11}|(?:0[1-9]|[1-9][0-9])[0-9]0?[0-9]{9,10}/,
    {
      title: 'German tax number',
      digits: 13,
      valid: (text) => text.length === 13 && !text.startsWith('00'),
      context: /steuer|finanzamt|elster/i,
      fires: ['Steuernummer 2143048271935'],
      quiet: ['0043048271935'],
    },
  ),
  row('DE_TAX_NUMBER', /[0-9]{2,3}[ /][0-9]{3}[ /][0-9]{5}/, {
    title: 'German tax number',
    digits: 10,
    context: /steuer-?n|st\.? ?-?nr|finanzamt|german tax/i,
    bare: false,
    fires: ['Steuernummer 27/482/71935', 'Finanzamt 143 482 71935'],
    quiet: ['27/482/71935'],
  }),
  row('DE_PASSPORT', /[CFGHJK][0-9CFGHJKLMNPRTVWXYZ]{8}/i, {
    title: 'German passport number',
    digits: 1,
    valid: (text) => icao(text.slice(0, 8)) === Number(text[8]) && (text.match(/[0-9]/g) ?? []).length >= 3,
    alone: 0.3,
    context: PASSPORT,
    fires: ['Reisepass C4VZ8N21#'],
    quiet: ['Reisepass C4VZ8N2'],
  }),
  // Nobody but a word tells a serial number without the digit that the machine-readable zone has.
  row('DE_PASSPORT', /[CFGHJK][0-9CFGHJKLMNPRTVWXYZ]{8}[0-9]?/, {
    title: 'German passport number',
    digits: 2,
    context: PASSPORT,
    bare: false,
    fires: ['Reisepass C4VZ8N21K'],
    quiet: ['C4VZ8N21K'],
  }),
  row('DE_ID_CARD', /[LMNPRTVWXY][0-9CFGHJKLMNPRTVWXYZ]{8}[0-9]?/, {
    title: 'German identity card number',
    digits: 2,
    context: /ausweis|german id|identity card|id card/i,
    bare: false,
    fires: ['Personalausweis L4VZ8N21K'],
    quiet: ['L4VZ8N21K'],
  }),
  row('DE_ID_CARD', /[LMNPRTVWXYL][0-9CFGHJKLMNPRTVWXYZ]{7}[0-9A-Z][0-9]?/i, {
    title: 'German identity card number',
    digits: 2,
    valid: (text) =>
      text.length === 10
        ? icao(text.slice(0, 9)) === Number(text[9])
        : /^[LMNPRTVWXY][0-9CFGHJKLMNPRTVWXYZ]{7}[0-9]$/.test(text) && icao(text.slice(0, 8)) === Number(text[8]),
    context: /ausweis|personalausweis|identity|id.?card|\bid\b/i,
    fires: ['Personalausweis L4VZ8N21#'],
    quiet: ['Personalausweis T2200012'],
  }),
  row('DE_SOCIAL_SECURITY', /[0-9]{2} ?[0-9]{6} ?[A-Z] ?[0-9]{3}/i, {
    title: 'German pension insurance number',
    digits: 11,
    valid: isPensionNumber,
    alone: 0.6,
    context: /rente|sozialversicherung|\brvnr\b|\bsvnr\b|versicherungsnummer/i,
    fires: ['Rentenversicherung 65 120390 K 10#'],
    quiet: ['65 421390 K 103'],
  }),
  row('DE_HEALTH_INSURANCE', /[A-Z][0-9]{9}/i, {
    title: 'German health insurance number',
    digits: 9,
    valid: isHealthNumber,
    alone: 0.45,
    context: /kranken|versich|\begk\b|kvnr|gesundheitskarte|german health/i,
    fires: ['KVNR T48271935#'],
    quiet: ['KVNR T482719350'],
  }),
  row('DE_KVNR', /[A-Z][0-9]{9}/i, {
    title: 'German health insurance number',
    digits: 9,
    valid: isHealthNumber,
    context: /kvnr/i,
    bare: false,
    fires: ['KVNR T48271935#'],
  }),
  row('DE_LANR', /[0-9]{9}/, {
    title: 'German physician number',
    digits: 9,
    valid: isLanr,
    context: /\blanr\b|arzt/i,
    fires: ['LANR 482719#01'],
    quiet: ['LANR 48271901'],
  }),
  row('DE_BSNR', /[0-9]{9}/, {
    title: 'German practice number',
    digits: 9,
    valid: (text) =>
      /^(?:0[1-3]|1[7]|2[0]|3[0-9]|4[0-9]|5[0-9]|6[0-9]|7[1-8]|8[3-8]|9[3-9])/.test(text) && !allSame(text),
    context: /\bbsnr\b|betriebsst/i,
    fires: ['BSNR 384827193'],
    quiet: ['BSNR 38482719'],
  }),
  row('DE_KFZ', /[A-ZÄÖÜ]{1,3}[ -][A-Z]{1,2} ?[1-9][0-9]{0,3}(?: ?[EH])?/i, {
    title: 'German vehicle registration',
    digits: 1,
    // `PIN is 4831` is a sentence.
    // No plate has more than eight signs (FZV, Anlage 4).
    valid: (text, match) =>
      text.replace(/(?<=[0-9])[EH]$/, '').length <= 8 &&
      !/\s$|^(?:PIN|TAN|pin|tan)(?![A-Za-z])|^[A-Z]{1,3}[ -][a-z]/.test(match),
    context: PLATE_DE,
    fires: ['Kennzeichen HD KX 482', 'HD-KX 482'],
    quiet: ['HDKX482', 'PIN is 4831', 'BGP AS4481', 'Sum of 4481'],
  }),
  row('DE_HANDELSREGISTER', /HR ?[AB] ?[0-9]{1,6}(?: ?[A-Z])?/i, {
    title: 'German commercial register number',
    digits: 1,
    alone: 0.6,
    context: /handelsregister|amtsgericht|registernummer/i,
    fires: ['HRB 48271', 'HRA48271'],
    quiet: ['HRC 48271', 'HRB 4827193'],
  }),
  row('DE_FUEHRERSCHEIN', /[A-Z][A-Z0-9]{2}[0-9A-Z]{6}[0-9][0-9A-Z]/i, {
    title: 'German driving licence number',
    digits: 6,
    context: /führerschein|fuehrerschein|fahrerlaubnis|licen[cs]e/i,
    fires: ['Führerschein HD482719351'],
    quiet: ['HD48271935'],
  }),
  row('DE_PLZ', /(?:0[1-9]|[1-9][0-9])[0-9]{3}/, {
    title: 'German postal code',
    digits: 5,
    valid: (text) => Number(text) >= 1067 && Number(text) <= 99_998,
    context: /\bplz\b|postleitzahl|\bgerman (?:post|zip)|stra(?:ß|ss)e|\bweg\b|platz/i,
    fires: ['PLZ 69117'],
    quiet: ['PLZ 00117', 'PLZ 99999'],
  }),
  row('DE_VAT_ID', /DE[ .]?[0-9]{3}[ .]?[0-9]{3}[ .]?[0-9]{3}/i, {
    title: 'German VAT number',
    digits: 9,
    check: (text) => mod11And10(text.slice(2)),
    alone: 0.7,
    context: /ust|umsatzsteuer|\bvat\b|mwst/i,
    fires: ['DE 482 719 350', 'USt-IdNr. DE482719350'],
    quiet: ['DE48271935', 'FR482719350'],
  }),
  row('DE_VAT_CODE', /DE[0-9]{9}/i, {
    title: 'German VAT number',
    digits: 9,
    valid: (text) => mod11And10(text.slice(2)),
    context: /\bvat code\b/i,
    bare: false,
    fires: ['VAT code DE48271935#'],
  }),
  row('ES_NIF', /(?:[0-9]{7,8}|[0-9]{1,2}\.[0-9]{3}\.[0-9]{3})[ -]?[A-Z]/i, {
    title: 'Spanish tax number',
    digits: 7,
    valid: (text) => DNI_LETTERS[Number(text.slice(0, -1)) % 23] === text.at(-1),
    alone: 0.55,
    context: /\bdni\b|\bnif\b|identificaci|documento/i,
    fires: ['DNI 48271935#'],
    quiet: ['DNI 48271935I'],
  }),
  row('ES_NIE', /[XYZ]-?[0-9]{7,8}-?[A-Z]/i, {
    title: 'Spanish number of foreigners',
    digits: 7,
    valid: (text) => DNI_LETTERS[Number('XYZ'.indexOf(text[0] ?? '') + text.slice(1, -1)) % 23] === text.at(-1),
    alone: 0.6,
    context: /\bnie\b|extranjer|identificaci/i,
    fires: ['NIE Y4827193#'],
    quiet: ['NIE Y4827193I'],
  }),
  row('ES_CIF', /[ABCDEFGHJNPQRSUVW]-?[0-9]{7}[0-9A-J]/i, {
    title: 'Spanish tax number of a company',
    digits: 7,
    valid: isCif,
    context: /\bc\.?i\.?f\b|empresa|sociedad|spanish company/i,
    bare: false,
    fires: ['CIF B4827193#'],
    quiet: ['CIF B482719'],
  }),
  row('ES_PASSPORT', /[A-Z]{3}[0-9]{6}/i, {
    title: 'Spanish passport number',
    digits: 6,
    context: PASSPORT,
    fires: ['pasaporte XKD482719'],
    quiet: ['XK482719'],
  }),
  row('IT_FISCAL_CODE', /[A-Z]{6}[0-9LMNP-V]{2}[ABCDEHLMPRST](?:[0-9LMNP-V]{2})[A-Z][0-9LMNP-V]{3}[A-Z]/i, {
    title: 'Italian fiscal code',
    digits: 1,
    check: isFiscalCode,
    alone: 0.8,
    context: /codice fiscale|fiscal|\bcf\b/i,
    fires: ['codice fiscale VRDGPP62C15F205K'],
    quiet: ['VRDGPP62Z15F205K'],
  }),
  row('IT_FISCAL_CODE', /[A-Z]{6}[0-9]{2}[ABCDEHLMPRST][0-9]{2}[A-Z][0-9]{3}[A-Z]/i, {
    title: 'Italian fiscal code',
    digits: 7,
    check: isFiscalCode,
    alone: 0.8,
    context: /codice fiscale|fiscal|\bcf\b/i,
    fires: ['vrdgpp62c15f205k'],
    quiet: ['vrdgpp62z15f205k'],
  }),
  row('IT_DRIVER_LICENSE', /(?:[A-Z]{2}[0-9]{7}[A-Z]|U1[B-DF-HJ-NP-TVWXYZ0-9]{7}[A-Z])/i, {
    title: 'Italian driving licence number',
    digits: 1,
    alone: 0.35,
    context: /patente|licen[cs]e|guida/i,
    fires: ['patente MI4827193K', 'U14X82K71B'],
    quiet: ['U14A82K71B', '484827193K'],
  }),
  row('IT_IDENTITY_CARD', /(?:[A-Z]{2} ?[0-9]{7}|[0-9]{7}[A-Z]{2}|[A-Z]{2}[0-9]{5}[A-Z]{2})/i, {
    title: 'Italian identity card number',
    digits: 5,
    context: /carta d.identit|identità|identit|\bcie\b/i,
    fires: ["carta d'identità CA48271KX", 'AX 4827193'],
    quiet: ['CA4827KX'],
  }),
  row('IT_PASSPORT', /[A-Z]{2}[0-9]{7}/i, {
    title: 'Italian passport number',
    digits: 7,
    context: PASSPORT,
    fires: ['passaporto YB4827193'],
    quiet: ['YB482719'],
  }),
  row('IT_VAT_CODE', /(?:IT)?[0-9]{11}/, {
    title: 'Italian VAT number',
    digits: 11,
    valid: (text) => luhn(text.replace(/^IT/, '')) && !allSame(text.replace(/^IT/, '')),
    alone: 0.45,
    plain: 0,
    context: /partita iva|p\.? ?iva|\biva\b|\bvat\b/i,
    fires: ['partita IVA 0482719350#'],
    quiet: ['partita IVA 04827193500'],
  }),
  row('PL_PESEL', /[0-9]{11}/, {
    title: 'Polish PESEL number',
    digits: 11,
    valid: (text) =>
      (10 - (weighed(text.slice(0, 10), [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === Number(text[10]) &&
      hasPeselDay(text),
    alone: 0.55,
    context: /pesel/i,
    fires: ['PESEL 8207194821#'],
    quiet: ['PESEL 82071948211'],
  }),
  row('FI_PERSONAL_IDENTITY_CODE', /[0-3][0-9][01][0-9]{3}[-+A-FU-Y][0-9]{3}[0-9A-FHJ-NPR-Y]/i, {
    title: 'Finnish personal identity code',
    digits: 9,
    valid: (_, match) => {
      const digits = match.slice(0, 6) + match.slice(7, 10);
      return (
        holdsDay(digits, 'DMY') &&
        Number(match.slice(7, 10)) >= 2 &&
        HETU_LETTERS[Number(digits) % 31] === match[10]?.toUpperCase()
      );
    },
    alone: 0.8,
    context: /henkilö|hetu|identity/i,
    fires: ['henkilötunnus 190782-482#'],
    quiet: ['191382-4820', '190782:482A'],
  }),
  row('SE_PERSONNUMMER', /(?:18|19|20)?[0-9]{6}[-+]?[0-9]{4}/, {
    title: 'Swedish personal identity number',
    digits: 10,
    valid: (text) => luhn(text.slice(-10)) && hasSwedishDay(text.slice(-10)),
    alone: 0.55,
    plain: 0,
    context: /personn|samordning|identity|swed|svensk/i,
    fires: ['personnummer 19820719-482#', '820719-482#'],
    quiet: ['19821319-4820'],
  }),
  row('SE_ORGANISATIONSNUMMER', /(?:16)?[1-9][0-9][2-9][0-9]{3}-?[0-9]{4}/, {
    title: 'Swedish organisation number',
    digits: 10,
    valid: (text) => luhn(text.slice(-10)) && [10, 12].includes(text.length),
    alone: 0.35,
    context: /organi[sz]ation(?:sn| num)|org\.? ?nr|bolag|company/i,
    fires: ['organisationsnummer 556482-719#'],
    quiet: ['551482-7190'],
  }),
  row('TR_NATIONAL_ID', /[1-9][0-9]{10}/, {
    title: 'Turkish national identity number',
    digits: 11,
    valid: isTurkish,
    alone: 0.6,
    context: /\btc\b|kimlik|tckn|turk|türk/i,
    fires: ['TC kimlik 482719350##'],
    quiet: ['TC kimlik 48271935011'],
  }),
  row(
    'TR_LICENSE_PLATE',
    /(?:0[1-9]|[1-7][0-9]|8[01]) ?(?:[A-Z] ?[0-9]{2,5}|[A-Z]{2} ?[0-9]{2,4}|[A-Z]{3} ?[0-9]{2,4})/i,
    {
      title: 'Turkish vehicle registration',
      digits: 4,
      alone: 0.3,
      context: /plaka|plate|araç|vehicle/i,
      fires: ['plaka 35 KX 482', '35 KX 482'],
      quiet: ['82 KX 482'],
    },
  ),
  row('TR_PHONE_NUMBER', /(?:\+?90[ -]?|0)?\(?[2-5][0-9]{2}\)?[ -]?[0-9]{3}[ -]?[0-9]{2}[ -]?[0-9]{2}/, {
    title: 'Turkish telephone number',
    digits: 10,
    valid: (text, match) =>
      /^(?:90|0)?[2-5][0-9]{9}$/.test(text) && (match.startsWith('+') || !text.startsWith('90') || text.length === 12),
    context: /telefon|phone|gsm|cep|kişi|turk|türk|\+90/i,
    fires: ['telefon 0535 482 71 93', '+90 535 482 71 93', '535 482 71 93'],
    quiet: ['1535482719', '53548271933'],
  }),
  row('TR_PHONE_NUMBER', /\+90[ -]?\(?[2-5][0-9]{2}\)?[ -]?[0-9]{3}[ -]?[0-9]{2}[ -]?[0-9]{2}/, {
    title: 'Turkish telephone number',
    digits: 12,
    alone: 0.6,
    context: /telefon|phone/i,
    fires: ['+90 535 482 71 93'],
  }),
  row('RU_INN', /[0-9]{10}(?:[0-9]{2})?/, {
    title: 'Russian tax number',
    digits: 10,
    valid: isInn,
    context: /инн|\binn\b/i,
    fires: ['ИНН 482719350#'],
    quiet: ['ИНН 4827193501'],
  }),
  row('RU_SNILS', /[0-9]{3}-?[0-9]{3}-?[0-9]{3}[ -]?[0-9]{2}/, {
    title: 'Russian insurance number',
    digits: 11,
    valid: (text) => (weighed(text.slice(0, 9), [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === Number(text.slice(9)),
    alone: 0.4,
    context: /снилс|snils/i,
    fires: ['СНИЛС 482-719-350 ##'],
    quiet: ['СНИЛС 482-719-350 00'],
  }),
  row('RU_PASSPORT', /[0-9]{2} ?[0-9]{2} ?[0-9]{6}/, {
    title: 'Russian passport number',
    digits: 10,
    context: /паспорт|passport/i,
    fires: ['паспорт 45 08 482719'],
    quiet: ['45 08 48271'],
  }),
];

/** Ten digits of which one stands twice or three times, not three times in a row, and the others once or not at all. */
function repeatsOneDigit(text: string): boolean {
  const counts = new Map<string, number>();
  for (const digit of text) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  return repeated.length <= 1 && (repeated[0] ?? 1) <= 3 && !/(\d)\1\1/.test(text);
}

/** Agencia Tributaria: digits in odd places twice; the check is a digit or a letter. */
function isCif(text: string): boolean {
  const check = (10 - (sumOfSums(text.slice(1, 8), [2, 1, 2, 1, 2, 1, 2]) % 10)) % 10;
  return text[8] === String(check) || text[8] === 'JABCDEFGHI'[check];
}

/** What digits, and letters as if they were digits, count at odd places (Decreto ministeriale 23 dicembre 1976). */
const AT_ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

function isFiscalCode(text: string): boolean {
  const sum = Array.from(text.slice(0, 15)).reduce((total, character, at) => {
    const value = character < 'A' ? Number(character) : character.charCodeAt(0) - 65;
    return total + (at % 2 === 0 ? (AT_ODD[value] ?? 0) : value);
  }, 0);
  return String.fromCharCode(65 + (sum % 26)) === text[15];
}

/** Deutsche Rentenversicherung: area, birthday, initial, serial, check. */
function isPensionNumber(text: string): boolean {
  const letter = String(text.charCodeAt(8) - 64).padStart(2, '0');
  const [day, month] = [Number(text.slice(2, 4)), Number(text.slice(4, 6))];
  if (month < 1 || month > 12 || day < 1 || (day > 31 && day < 51) || day > 81) return false;
  return (
    sumOfSums(text.slice(0, 8) + letter + text.slice(9, 11), [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10 ===
    Number(text[11])
  );
}

/** GKV-Spitzenverband: letter as two digits, weights 1 and 2. */
function isHealthNumber(text: string): boolean {
  const letter = String(text.charCodeAt(0) - 64).padStart(2, '0');
  return sumOfSums(letter + text.slice(1, 9), [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10 === Number(text[9]);
}

function sumOfSums(text: string, weights: readonly number[]): number {
  return digitsOf(text).reduce((sum, digit, at) => {
    const product = digit * (weights[at] ?? 0);
    return sum + Math.floor(product / 10) + (product % 10);
  }, 0);
}

/** Kassenärztliche Bundesvereinigung: six digits, weights 4 and 9, a check digit, two of the speciality. */
function isLanr(text: string): boolean {
  return (10 - (weighed(text.slice(0, 6), [4, 9, 4, 9, 4, 9]) % 10)) % 10 === Number(text[6]);
}

function hasPeselDay(text: string): boolean {
  const month = Number(text.slice(2, 4)) % 20;
  return holdsDay(text.slice(0, 2) + String(month).padStart(2, '0') + text.slice(4, 6), 'YMD');
}

/** Coordination numbers add 60 to the day. */
function hasSwedishDay(text: string): boolean {
  const day = Number(text.slice(4, 6));
  return holdsDay(text.slice(0, 4) + String(day > 60 ? day - 60 : day).padStart(2, '0'), 'YMD');
}

function isTurkish(text: string): boolean {
  const digits = digitsOf(text);
  const odd = [0, 2, 4, 6, 8].reduce((sum, at) => sum + (digits[at] ?? 0), 0);
  const even = [1, 3, 5, 7].reduce((sum, at) => sum + (digits[at] ?? 0), 0);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return tenth === digits[9] && (odd + even + tenth) % 10 === digits[10];
}

function isInn(text: string): boolean {
  const check = (weights: readonly number[]) => (weighed(text, weights) % 11) % 10;
  if (text.length === 10) return check([2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(text[9]) && !allSame(text);
  return (
    check([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(text[10]) &&
    check([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(text[11])
  );
}

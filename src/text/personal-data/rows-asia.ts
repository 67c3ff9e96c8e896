import { allSame, digitsOf, holdsDay, isDay, luhn, sameMarks, verhoeff, weighed } from './checksums.ts';
import { type DataRow, row } from './row.ts';

const PASSPORT = /passport|여권|travel document/i;

/** Codes of Indian states and territories on vehicle plates. */
const IN_STATES =
  'A[NPRS]|BR|C[GH]|D[DLN]|G[AJ]|H[PR]|J[HK]|K[AL]|L[AD]|M[HLNPZ]|NL|O[DR]|P[BY]|RJ|SK|T[GNRS]|U[KPA]|WB';

/** Identifiers of India, Singapore, South Korea, Thailand, Taiwan, China and Hong Kong, Japan, Malaysia, Indonesia, Pakistan, Israel, the Emirates, and of Brazil. */
export const ASIA_ROWS: readonly DataRow[] = [
  // Behind another group it goes on with a card, or an account.
  row('IN_AADHAAR', /[2-9](?<![0-9] .)[0-9]{3}[ :-]?[0-9]{4}[ :-]?[0-9]{4}(?! [0-9]{4}(?![0-9]))/, {
    title: 'Aadhaar number',
    digits: 12,
    valid: (text) =>
      verhoeff(text) && text !== Array.from(text).toReversed().join('') && !/^(\d)\1{3}(\d)\2{3}(\d)\3{3}$/.test(text),
    alone: 0.5,
    plain: 0.3,
    context: /\baa?dh?aa?r\b|uidai|\buid\b|आधार/i,
    fires: ['Aadhaar 4827 1935 064#', 'aadhar card no. 48271935064#'],
    quiet: ['1827 1935 0640'],
  }),
  row('IN_PAN', /[A-Z]{3}[ABCFGHJLPT][A-Z][0-9]{4}[A-Z]/i, {
    title: 'Indian permanent account number',
    digits: 4,
    alone: 0.7,
    context: /\bpan\b|permanent account|income tax|पैन/i,
    fires: ['PAN BKXPD4827M'],
    quiet: ['BKXPD482M'],
  }),
  row('IN_PAN', /(?=[A-Z0-9]{0,6}[0-9]{4})[A-Z0-9]{10}/i, {
    title: 'Indian permanent account number',
    digits: 4,
    valid: (text) => (text.match(/[A-Z]/g) ?? []).length >= 5,
    context: /\bpan\b ?(?:card|no|number|:)|permanent account/i,
    fires: ['PAN: BKXZD4827M'],
    quiet: ['BKX4827M'],
  }),
  row('IN_GSTIN', /(?:0[1-9]|[12][0-9]|3[0-7])[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]Z[0-9A-Z]/i, {
    title: 'Indian goods and services tax number',
    digits: 6,
    check: isGstin,
    alone: 0.8,
    context: /gst|tax/i,
    fires: ['GSTIN 29BKXPD4827M1Z3'],
    quiet: ['39BKXPD4827M1Z3', '29BKXPD4827M1Y3'],
  }),
  row('IN_VOTER', /(?!INC|REQ|CHG|PRB|TSK|ORD|INV|REF)[A-Z]{3}[0-9]{7}/i, {
    title: 'Indian voter number',
    digits: 7,
    alone: 0.4,
    context: /voter|vote|epic\b|election/i,
    fires: ['voter id XKD4827193', 'XKD4827193'],
    quiet: ['XKDB482719'],
  }),
  row('IN_PASSPORT', /[A-Z][1-9][0-9] ?[0-9]{4}[1-9]/, {
    title: 'Indian passport number',
    digits: 7,
    context: PASSPORT,
    fires: ['passport K4827193'],
    quiet: ['K0827193'],
  }),
  row('IN_VEHICLE_REGISTRATION', new RegExp(`(?:${IN_STATES})[ -]?[0-9]{1,2}[ -]?[A-Z]{1,3}[ -]?[0-9]{4}`, 'i'), {
    title: 'Indian vehicle registration',
    digits: 5,
    alone: 0.55,
    context: /vehicle|\bcar\b|registration|plate|\brto\b/i,
    fires: ['vehicle KA 05 MX 4827', 'MH12KX4827'],
    quiet: ['XX12KX4827'],
  }),
  row('SG_NRIC_FIN', /[STFGM][0-9]{7}[A-Z]/i, {
    title: 'Singapore identity number',
    digits: 7,
    check: isNric,
    alone: 0.5,
    context: /nric|\bfin\b|singapore|identity/i,
    fires: ['NRIC S4827193K'],
    quiet: ['XS4827193K'],
  }),
  row('SG_NRIC_FIN', /[A-Z][0-9]{7}[A-Z]/i, {
    title: 'Singapore identity number',
    digits: 7,
    context: /nric|\bfin\b|singapore/i,
    fires: ['NRIC: A4827193K'],
    quiet: ['A482719K'],
  }),
  row('SG_UEN', /(?:[0-9]{8,9}[A-Z]|[TSR][0-9]{2}[A-Z]{2}[0-9]{4}[A-Z])/i, {
    title: 'Singapore entity number',
    digits: 6,
    valid: isUen,
    alone: 0.55,
    context: /\buen\b|singapore|entity/i,
    fires: ['UEN 20124827#', 'UEN 53482719#'],
    quiet: ['UEN 20124827!'],
  }),
  row('KR_RRN', /[0-9]{6}-?[1-4][0-9]{6}/, {
    title: 'Korean resident registration number',
    digits: 13,
    valid: (text) => holdsDay(text, 'YMD') && Number(text.slice(7, 9)) <= 95,
    alone: 0.5,
    plain: 0.3,
    context: /\brrn\b|korea|주민|resident/i,
    fires: ['RRN 820719-1482719'],
    quiet: ['821319-1482719', '820719-7482719'],
  }),
  row('KR_FRN', /[0-9]{6}-?[5-8][0-9]{6}/, {
    title: 'Korean foreigner registration number',
    digits: 13,
    valid: (text) => holdsDay(text, 'YMD') && Number(text.slice(7, 9)) <= 95,
    alone: 0.5,
    plain: 0.3,
    context: /\bfrn\b|foreign|외국인|korea/i,
    fires: ['FRN 820719-5482719'],
    quiet: ['821319-5482719'],
  }),
  row('KR_BRN', /[0-9]{3}-?[0-9]{2}-?[0-9]{5}/, {
    title: 'Korean business registration number',
    digits: 10,
    valid: isKoreanBusiness,
    alone: 0.4,
    plain: 0,
    context: /\bbrn\b|사업자|business/i,
    fires: ['BRN 482-71-9350#'],
    quiet: ['BRN 482-71-93500'],
  }),
  row('KR_PASSPORT', /[MSROD](?:[0-9]{3}[A-Z][0-9]{4}|[0-9]{8})/i, {
    title: 'Korean passport number',
    digits: 7,
    context: PASSPORT,
    fires: ['여권번호 M482K7193', 'M48271935'],
    quiet: ['A482K7193', 'M482K719'],
  }),
  row('KR_DRIVER_LICENSE', /(?:1[1-9]|2[0-8])[ -]?[0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{2}/, {
    title: 'Korean driving licence number',
    digits: 12,
    alone: 0.3,
    context: /licen[cs]e|면허|driver/i,
    fires: ['운전면허 13-07-482719-35', '13-07-482719-35'],
    quiet: ['31-07-482719-35'],
  }),
  row(
    'TH_TNIN',
    /[1-8](?:1[0-9]|2[0-7]|3[0-9]|4[0-9]|5[0-8]|6[0-7]|7[0-7]|8[0-6]|9[0-6])[0-9]{10}|[1-8][ -](?:[1-9][0-9])[0-9]{2}[ -][0-9]{5}[ -][0-9]{2}[ -][0-9]/,
    {
      title: 'Thai national identity number',
      digits: 13,
      valid: (text) =>
        /^[1-8](?:1[0-9]|2[0-7]|3[0-9]|4[0-9]|5[0-8]|6[0-7]|7[0-7]|8[0-6]|9[0-6])/.test(text) &&
        (11 - (weighed(text.slice(0, 12), [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(text[12]),
      alone: 0.5,
      plain: 0,
      context: /thai|บัตร|ประชาชน|national id/i,
      fires: ['Thai ID 148271935064#'],
      quiet: ['128271935064#'],
    },
  ),
  row('TW_NATIONAL_ID', /[A-Z][1289][0-9]{8}/i, {
    title: 'Taiwanese national identity number',
    digits: 9,
    valid: isTaiwanese,
    alone: 0.55,
    context: /taiwan|身分證|national id/i,
    fires: ['身分證 A14827193#'],
    quiet: ['A348271935'],
  }),
  row('TW_PHONE_NUMBER', /(?:\+886[ -]?|0)9[0-9]{2}[ -]?[0-9]{3}[ -]?[0-9]{3}/, {
    title: 'Taiwanese telephone number',
    digits: 10,
    context: /taiwan|phone|mobile|電話|手機/i,
    fires: ['手機 0912 482 719', '+886 912 482 719'],
    quiet: ['0812 482 719'],
  }),
  row('CN_RESIDENT_ID', /[1-9][0-9]{5}(?:19|20)[0-9]{9}[0-9X]/i, {
    title: 'Chinese resident identity number',
    digits: 17,
    valid: (text) =>
      holdsDay(text.slice(8, 14), 'YMD') &&
      '10X98765432'[weighed(text.slice(0, 17), [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] ===
        text[17],
    alone: 0.9,
    context: /身份证|resident id|china|identity/i,
    fires: ['身份证 11010519820719482#'],
    quiet: ['11010519821319482X'],
  }),
  row('HK_ID', /[A-Z]{1,2}[0-9]{6} ?\([0-9A]\)/i, {
    title: 'Hong Kong identity card number',
    digits: 6,
    valid: isHongKong,
    alone: 0.7,
    context: /hkid|hong kong|身份證/i,
    fires: ['HKID K482719(#)'],
    quiet: ['K48271(3)'],
  }),
  row('JP_MY_NUMBER', /[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}/, {
    title: 'Japanese individual number (My Number)',
    digits: 12,
    valid: (text, match) => {
      const rest = weighed(text, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
      return (rest <= 1 ? 0 : 11 - rest) === Number(text[11]) && sameMarks(match);
    },
    context: /my number|マイナンバー|個人番号|individual number/i,
    bare: false,
    fires: ['マイナンバー 4827 1935 048#'],
    quiet: ['my number is 4827 1935'],
  }),
  row('MY_NRIC', /[0-9]{6}-[0-9]{2}-[0-9]{4}/, {
    title: 'Malaysian identity number (MyKad)',
    digits: 12,
    valid: (text) =>
      holdsDay(text, 'YMD') && /^(?:0[1-9]|[1-5][0-9]|6[0-8]|7[1-9]|8[2-9]|9[0-389])/.test(text.slice(6)),
    alone: 0.5,
    context: /mykad|malaysia|\bic\b|\bnric\b|kad pengenalan/i,
    fires: ['MyKad 820719-14-4827', '820719-14-4827'],
    quiet: ['821319-14-4827'],
  }),
  row('MY_NRIC', /[0-9]{12}/, {
    title: 'Malaysian identity number (MyKad)',
    digits: 12,
    valid: (text) => holdsDay(text, 'YMD'),
    context: /mykad|malaysian|\bic (?:no|number)|\bnric\b|kad pengenalan/i,
    bare: false,
    fires: ['MyKad 820719144827'],
    quiet: ['MyKad 821319144827'],
  }),
  row('ID_NIK', /[1-9][0-9]{15}/, {
    title: 'Indonesian identity number (NIK)',
    digits: 16,
    valid: (text) => {
      const day = Number(text.slice(6, 8));
      return isDay(Number(text.slice(10, 12)), Number(text.slice(8, 10)), day > 40 ? day - 40 : day);
    },
    context: /\bnik\b|\bktp\b|indonesia/i,
    bare: false,
    fires: ['NIK 3171041907820001'],
    quiet: ['NIK 3171041913820001'],
  }),
  row('PK_CNIC', /[1-7][0-9]{4}-?[0-9]{7}-?[0-9]/, {
    title: 'Pakistani identity number (CNIC)',
    digits: 13,
    context: /cnic|pakistan|شناختی/i,
    bare: false,
    fires: ['CNIC 42101-4827193-5'],
    quiet: ['CNIC 92101-4827193-5'],
  }),
  row('IL_ID_NUMBER', /[0-9]{9}/, {
    title: 'Israeli identity number',
    digits: 9,
    valid: (text) => luhn(text) && !allSame(text),
    context: /teudat zehut|israel|תעודת זהות|ת\.?ז/i,
    bare: false,
    fires: ['Teudat Zehut 04827193#'],
    quiet: ['Teudat Zehut 0482719'],
  }),
  row('AE_EMIRATES_ID', /784[ -]?(?:19|20)[0-9]{2}[ -]?[0-9]{7}[ -]?[0-9]/, {
    title: 'Emirates identity number',
    digits: 15,
    valid: luhn,
    alone: 0.65,
    context: /emirates|\buae\b|\beid\b/i,
    fires: ['Emirates ID 784-1982-4827193-#'],
    quiet: ['784-1882-4827193-5'],
  }),
  row('BR_CPF', /[0-9]{3}\.?[0-9]{3}\.?[0-9]{3}-?[0-9]{2}/, {
    title: 'Brazilian tax number of a person',
    digits: 11,
    valid: isCpf,
    alone: 0.6,
    context: /\bcpf\b|brasil|brazil/i,
    fires: ['CPF 482.719.350-##'],
    quiet: ['CPF 482.719.350-00'],
  }),
  row('BR_CNPJ', /[0-9]{2}\.?[0-9]{3}\.?[0-9]{3}\/?[0-9]{4}-?[0-9]{2}/, {
    title: 'Brazilian tax number of a company',
    digits: 14,
    valid: isCnpj,
    alone: 0.6,
    context: /\bcnpj\b|brasil|brazil|empresa/i,
    fires: ['CNPJ 48.271.935/0001-##'],
    quiet: ['CNPJ 48.271.935/0001-00'],
  }),
];

/** ACRA: businesses, local companies, other entities, each with weights and check letters of its own. */
/** Letters and digits as 0 to 35, every second one doubled, its digits to the base of 36 summed up. */
function isGstin(text: string): boolean {
  const sum = Array.from(text.slice(0, -1)).reduce((total, character, at) => {
    const value = Number.parseInt(character, 36) * (1 + (at % 2));
    return total + Math.trunc(value / 36) + (value % 36);
  }, 0);
  return (36 - (sum % 36)) % 36 === Number.parseInt(text.slice(-1), 36);
}

/** By the first letter, what is added to the sum, and the letters that say what is left of it. */
const NRIC_LETTERS: ReadonlyMap<string, readonly [number, string]> = new Map([
  ['S', [0, 'JZIHGFEDCBA']],
  ['T', [4, 'JZIHGFEDCBA']],
  ['F', [0, 'XWUTRQPNMLK']],
  ['G', [4, 'XWUTRQPNMLK']],
  ['M', [3, 'XWUTRQPNJLK']],
]);

function isNric(text: string): boolean {
  const [added, letters] = NRIC_LETTERS.get(text.charAt(0)) ?? [0, ''];
  const rest = (weighed(text.slice(1, 8), [2, 7, 6, 5, 4, 3, 2]) + added) % 11;
  return letters[rest] === text[8];
}

function isUen(text: string): boolean {
  const last = text.at(-1) ?? '';
  if (/^[0-9]{8}[A-Z]$/.test(text))
    return 'XMKECAWLJDB'[weighed(text.slice(0, 8), [10, 4, 9, 3, 8, 2, 7, 1]) % 11] === last;
  if (/^[0-9]{9}[A-Z]$/.test(text))
    return 'ZKCMDNERGWH'[weighed(text.slice(0, 9), [10, 8, 6, 4, 9, 7, 5, 3, 1]) % 11] === last;
  const letters = 'ABCDEFGHJKLMNPQRSTUVWX0123456789';
  const weights = [4, 3, 5, 3, 10, 2, 2, 5, 7];
  const sum = weights.reduce((total, weight, at) => total + weight * letters.indexOf(text[at] ?? ''), 0);
  return letters[(((sum - 5) % 11) + 11) % 11] === last;
}

function isKoreanBusiness(text: string): boolean {
  if (allSame(text)) return false;
  const sum = weighed(text.slice(0, 9), [1, 3, 7, 1, 3, 7, 1, 3, 5]) + Math.floor((Number(text[8]) * 5) / 10);
  return (10 - (sum % 10)) % 10 === Number(text[9]);
}

function isTaiwanese(text: string): boolean {
  const area = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(text[0] ?? '') + 10;
  return weighed(String(area) + text.slice(1), [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1]) % 10 === 0;
}

/** Immigration Department: mod 11, a blank for the letter that most have not. */
function isHongKong(text: string): boolean {
  const whole = text.padStart(9, ' ');
  const sum = Array.from(whole.slice(0, 8)).reduce((total, character, at) => {
    const value = character === ' ' ? 36 : Number.parseInt(character, 36);
    return total + value * (9 - at);
  }, 0);
  const check = (11 - (sum % 11)) % 11;
  return whole[8] === (check === 10 ? 'A' : String(check));
}

/** Both of Receita Federal's, mod 11. */
function isCpf(text: string): boolean {
  const check = (length: number) =>
    ((weighed(
      text,
      Array.from({ length }, (_, at) => length + 1 - at),
    ) *
      10) %
      11) %
    10;
  return !allSame(text) && check(9) === Number(text[9]) && check(10) === Number(text[10]);
}

function isCnpj(text: string): boolean {
  const check = (weights: readonly number[]) => {
    const rest = weighed(text, weights) % 11;
    return rest < 2 ? 0 : 11 - rest;
  };
  const first = [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
  return !allSame(text) && check(first) === digitsOf(text)[12] && check([6, ...first]) === digitsOf(text)[13];
}

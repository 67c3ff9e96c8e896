import { luhnCheck, sumOf, verhoeffCheck } from './check-digits.ts';
import { type Draw, forms, grouped, LETTERS } from './draw.ts';
import { kind, type NumberKind } from './kind.ts';

function residentNumber(draw: Draw, sexes: readonly string[]): string {
  const { yy, mm, dd } = draw.birthday();
  const body = `${yy}${mm}${dd}${draw.pick(sexes)}${10 + draw.below(80)}${draw.digits(3)}`;
  return `${body}${(11 - (sumOf(body, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10}`;
}

export const ASIA_KINDS: readonly NumberKind[] = [
  kind(
    'IN_AADHAAR',
    'en',
    { called: ['Aadhaar', 'Aadhaar number', 'UIDAI number', 'Aadhaar card'], telling: true, plain: false },
    (draw) => {
      const body = draw.pick(['2', '4', '5', '7', '9']) + draw.digits(10);
      return forms(body + verhoeffCheck(body), [4, 4], [' ', '-']);
    },
  ),
  kind(
    'IN_PAN',
    'en',
    { called: ['PAN', 'PAN card', 'permanent account number', 'PAN number'], telling: true },
    (draw) => {
      const number = `${draw.of(LETTERS, 3)}${draw.pick(['P', 'C', 'H', 'F'])}${draw.of(LETTERS, 1)}${draw.digits(4)}${draw.of(LETTERS, 1)}`;
      return [number, number.toLowerCase()];
    },
  ),
  kind('IN_VOTER', 'en', { called: ['voter ID', 'EPIC number', 'voter card', 'electoral photo ID (EPIC)'] }, (draw) => [
    draw.of(LETTERS, 3) + draw.digits(7),
  ]),
  kind(
    'IN_GSTIN',
    'en',
    { called: ['GSTIN', 'GST number', 'GST registration', 'GSTIN no.'], telling: true },
    (draw) => {
      const pan = `${draw.of(LETTERS, 3)}P${draw.of(LETTERS, 1)}${draw.digits(4)}${draw.of(LETTERS, 1)}`;
      const body = `${draw.pick(['07', '19', '27', '29', '33'])}${pan}1Z`;
      const alphabet = `0123456789${LETTERS}`;
      const sum = Array.from(body).reduce((total, character, at) => {
        const product = alphabet.indexOf(character) * (at % 2 === 0 ? 1 : 2);
        return total + Math.floor(product / 36) + (product % 36);
      }, 0);
      return [`${body}${alphabet[(36 - (sum % 36)) % 36]}`];
    },
  ),
  kind('IN_PASSPORT', 'en', { called: ['Indian passport', 'passport number', 'passport no.', 'passport'] }, (draw) => [
    `${draw.of('ABCDEFGHJKLMNPRSTUVWXYZ', 1)}${1 + draw.below(9)}${draw.digits(5)}${1 + draw.below(9)}`,
  ]),
  kind(
    'IN_VEHICLE_REGISTRATION',
    'en',
    { called: ['vehicle registration', 'vehicle number', 'car registration', 'RTO registration'], telling: true },
    (draw) => {
      const [state, district, series, number] = [
        draw.pick(['KA', 'MH', 'DL', 'TN', 'UP']),
        `0${1 + draw.below(9)}`,
        draw.of('ABCDEFGHJKLMNP', 2),
        String(1000 + draw.below(8999)),
      ];
      return [
        state + district + series + number,
        [state, district, series, number].join(' '),
        [state, district, series, number].join('-'),
      ];
    },
  ),
  kind('IN_UPI', 'en', { called: ['UPI', 'UPI ID', 'pay by UPI', 'UPI address'], telling: true }, (draw) => [
    `${draw.of('abcdefghij', 6)}@${draw.pick(['okaxis', 'oksbi', 'ybl', 'paytm', 'okhdfcbank'])}`,
    `9${draw.digits(9)}@${draw.pick(['ybl', 'paytm', 'upi'])}`,
  ]),
  kind('SG_NRIC_FIN', 'en', { called: ['NRIC', 'NRIC number', 'FIN', 'Singapore NRIC'], telling: true }, (draw) => {
    const first = draw.pick(['S', 'T', 'F', 'G']);
    const body = draw.digits(7);
    const sum = sumOf(body, [2, 7, 6, 5, 4, 3, 2]) + ('TG'.includes(first) ? 4 : 0);
    return [`${first}${body}${('ST'.includes(first) ? 'JZIHGFEDCBA' : 'XWUTRQPNMLK')[sum % 11]}`];
  }),
  kind('SG_UEN', 'en', { called: ['UEN', 'unique entity number', 'UEN no.', 'company UEN'], telling: true }, (draw) => {
    const body = draw.digits(8);
    const other = `${draw.pick(['T', 'S'])}${draw.digits(2)}LL${draw.digits(4)}`;
    const alphabet = 'ABCDEFGHJKLMNPQRSTUVWX0123456789';
    const sum = [4, 3, 5, 3, 10, 2, 2, 5, 7].reduce(
      (total, weight, at) => total + weight * alphabet.indexOf(other[at] ?? ''),
      0,
    );
    return [
      `${body}${'XMKECAWLJDB'[sumOf(body, [10, 4, 9, 3, 8, 2, 7, 1]) % 11]}`,
      `${other}${alphabet[(((sum - 5) % 11) + 11) % 11]}`,
    ];
  }),
  kind(
    'KR_RRN',
    'ko',
    {
      called: ['RRN', 'resident registration number', 'Korean RRN', 'RRN number'],
      own: ['주민등록번호', '주민번호'],
      telling: true,
    },
    (draw) => forms(residentNumber(draw, ['1', '2']), [6], ['-']),
  ),
  kind(
    'KR_FRN',
    'ko',
    {
      called: ['FRN', 'foreigner registration number', 'alien registration (FRN)', 'FRN number'],
      own: ['외국인등록번호', '외국인번호'],
      telling: true,
    },
    (draw) => forms(residentNumber(draw, ['5', '6']), [6], ['-']),
  ),
  kind(
    'KR_BRN',
    'ko',
    {
      called: ['business registration number', 'BRN', 'Korean BRN', 'business number'],
      own: ['사업자등록번호', '사업자번호'],
      telling: true,
      plain: false,
    },
    (draw) => {
      const body = `${100 + draw.below(800)}${draw.digits(6)}`;
      const sum = sumOf(body, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + Math.floor((Number(body[8]) * 5) / 10);
      return forms(`${body}${(10 - (sum % 10)) % 10}`, [3, 2], ['-']);
    },
  ),
  kind(
    'KR_DRIVER_LICENSE',
    'ko',
    {
      called: ['Korean driver license', 'driver license', 'driving licence', 'license number'],
      own: ['운전면허번호', '면허번호'],
    },
    (draw) => forms(`${11 + draw.below(15)}${draw.digits(10)}`, [2, 2, 6], ['-']),
  ),
  kind(
    'KR_PASSPORT',
    'ko',
    { called: ['Korean passport', 'passport number', 'passport', 'passport no.'], own: ['여권번호', '여권'] },
    (draw) => [`M${draw.digits(3)}${draw.of(LETTERS, 1)}${draw.digits(4)}`, `M${draw.digits(8)}`],
  ),
  kind(
    'TH_TNIN',
    'th',
    {
      called: ['Thai ID', 'Thai national ID', 'national ID card', 'Thai ID number'],
      own: ['เลขบัตรประชาชน', 'บัตรประชาชน'],
      telling: true,
      plain: false,
    },
    (draw) => {
      const body = `${1 + draw.below(8)}${draw.pick(['10', '20', '30', '40', '50'])}${draw.digits(9)}`;
      const number = `${body}${(11 - (sumOf(body, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10}`;
      return forms(number, [1, 4, 5, 2], ['-', ' ']);
    },
  ),
  kind(
    'CN_RESIDENT_ID',
    'zh',
    {
      called: ['Chinese ID', 'resident ID', 'China ID number', 'resident identity card'],
      own: ['身份证号', '居民身份证'],
      telling: true,
    },
    (draw) => {
      const { year, mm, dd } = draw.birthday();
      const body = `${draw.pick(['110105', '310104', '440305'])}${year}${mm}${dd}${draw.digits(3)}`;
      return [`${body}${'10X98765432'[sumOf(body, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11]}`];
    },
  ),
  kind(
    'TW_NATIONAL_ID',
    'zh',
    {
      called: ['Taiwan ID', 'Taiwanese national ID', 'national ID', 'Taiwan identity number'],
      own: ['身分證字號', '身分證'],
      telling: true,
    },
    (draw) => {
      const letter = draw.of('ABCDEFGHJKLM', 1);
      const area = String('ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(letter) + 10);
      const body = draw.pick(['1', '2']) + draw.digits(7);
      return [`${letter}${body}${(10 - (sumOf(area + body, [1, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10}`];
    },
  ),
  kind(
    'HK_ID',
    'zh',
    {
      called: ['HKID', 'Hong Kong ID', 'HKID number', 'Hong Kong identity card'],
      own: ['香港身份證', '身份證號碼'],
      telling: true,
    },
    (draw) => {
      const letter = draw.of('ABCDEFGHKMPRVYZ', 1);
      const body = draw.digits(6);
      const sum = 36 * 9 + (letter.charCodeAt(0) - 55) * 8 + sumOf(body, [7, 6, 5, 4, 3, 2]);
      const check = (11 - (sum % 11)) % 11;
      return [`${letter}${body}(${check === 10 ? 'A' : check})`];
    },
  ),
  kind(
    'JP_MY_NUMBER',
    'ja',
    {
      called: ['My Number', 'individual number', 'My Number (Japan)', 'My Number card'],
      own: ['マイナンバー', '個人番号'],
    },
    (draw) => {
      const body = draw.digits(11);
      const rest = sumOf(body, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
      return forms(`${body}${rest <= 1 ? 0 : 11 - rest}`, [4, 4], [' ', '-']);
    },
  ),
  kind('MY_NRIC', 'en', { called: ['MyKad', 'Malaysian IC', 'IC number', 'MyKad number'], telling: true }, (draw) => {
    const { yy, mm, dd } = draw.birthday();
    const number = `${yy}${mm}${dd}${draw.pick(['01', '10', '14', '08'])}${draw.digits(4)}`;
    return [grouped(number, [6, 2], '-')];
  }),
  kind('ID_NIK', 'en', { called: ['NIK', 'Indonesian NIK', 'KTP', 'NIK number'] }, (draw) => {
    const { yy, mm, dd } = draw.birthday();
    return [
      `${draw.pick(['3171', '3273', '3578', '1271'])}0${1 + draw.below(8)}${dd}${mm}${yy}000${1 + draw.below(8)}`,
    ];
  }),
  kind('PK_CNIC', 'en', { called: ['CNIC', 'Pakistani CNIC', 'CNIC number', 'CNIC no.'] }, (draw) => [
    grouped(`${1 + draw.below(7)}${draw.digits(12)}`, [5, 7], '-'),
  ]),
  kind(
    'IL_ID_NUMBER',
    'en',
    { called: ['Israeli ID', 'teudat zehut', 'Teudat Zehut number', 'Israeli identity number'] },
    (draw) => {
      const body = `${1 + draw.below(3)}${draw.digits(7)}`;
      return [body + luhnCheck(body)];
    },
  ),
  kind(
    'AE_EMIRATES_ID',
    'en',
    { called: ['Emirates ID', 'Emirates ID number', 'EID', 'UAE ID'], telling: true },
    (draw) => {
      const body = `784${draw.birthday().year}${draw.digits(7)}`;
      return forms(body + luhnCheck(body), [3, 4, 7], ['-']);
    },
  ),
  kind(
    'TR_NATIONAL_ID',
    'tr',
    {
      called: ['Turkish ID', 'TCKN', 'TC kimlik', 'Turkish national ID'],
      own: ['TC kimlik no', 'TC kimlik numarası'],
      telling: true,
    },
    (draw) => {
      const body = `${1 + draw.below(9)}${draw.digits(8)}`;
      const tenth = ((sumOf(body, [7, -1, 7, -1, 7, -1, 7, -1, 7]) % 10) + 10) % 10;
      return [`${body}${tenth}${(sumOf(body, [1, 1, 1, 1, 1, 1, 1, 1, 1]) + tenth) % 10}`];
    },
  ),
  kind(
    'RU_INN',
    'ru',
    { called: ['INN', 'Russian INN', 'INN number', 'taxpayer INN'], own: ['ИНН', 'номер ИНН'] },
    (draw) => {
      const body = `77${draw.digits(7)}`;
      return [`${body}${(sumOf(body, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10}`];
    },
  ),
  kind(
    'RU_SNILS',
    'ru',
    { called: ['SNILS', 'Russian SNILS', 'SNILS number', 'insurance SNILS'], own: ['СНИЛС', 'номер СНИЛС'] },
    (draw) => {
      const body = draw.pick(['1', '2']) + draw.digits(8);
      const check = String((sumOf(body, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100).padStart(2, '0');
      return [`${grouped(body, [3, 3], '-')} ${check}`, body + check];
    },
  ),
  kind(
    'RU_PASSPORT',
    'ru',
    {
      called: ['Russian passport', 'internal passport', 'passport', 'passport number'],
      own: ['паспорт', 'паспорт серии'],
    },
    (draw) => [grouped(`45${draw.digits(8)}`, [2, 2], ' '), grouped(`45${draw.digits(8)}`, [4], ' ')],
  ),
  kind(
    'UA_RNOKPP',
    'ru',
    { called: ['Ukrainian tax number', 'RNOKPP', 'RNOKPP number', 'Ukrainian RNOKPP'], own: ['РНОКПП', 'ІПН'] },
    (draw) => {
      const body = `3${draw.digits(8)}`;
      const sum = sumOf(body, [10, 5, 7, 9, 4, 6, 10, 5, 7]) - sumOf(body, [11, 0, 0, 0, 0, 0, 0, 0, 0]);
      return [`${body}${(((sum % 11) + 11) % 11) % 10}`];
    },
  ),
];

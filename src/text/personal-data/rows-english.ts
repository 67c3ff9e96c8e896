import { allSame, digitsOf, isDay, luhn, sameMarks, verhoeff, weighed } from './checksums.ts';
import { type DataRow, row } from './row.ts';

const US_TAX = /\bssn\b|social|seguro social|security|\btax\b|taxpayer|\bss#|\bsin\b/i;
const PASSPORT = /passport|travel document|\bpass\b/i;
const LICENCE = /licen[cs]e|driver|driving|\bdl\b|permit/i;
const PLATE = /\breg\b|registration|plate|vehicle|\bcar\b|number ?plate|vrm\b|licence plate/i;

const UK_PLACE = /postcode|post code|address|street|road|london|\buk\b/i;
const CA_PLACE = /(?:postal|post|zip).?code|code postal|canad|address|street|avenue/i;
/** Royal Mail: area and district; sector and unit. */
const UK_OUTWARD = '[A-PR-UWYZ](?:[0-9][0-9A-HJKPSTUW]?|[A-HK-Y][0-9][0-9ABEHMNPRV-Y]?)';
const UK_INWARD = '[0-9][ABD-HJLNP-UW-Z]{2}';

/** Identifiers of the United States, the United Kingdom, Canada, Australia, Nigeria, South Africa and the Philippines. */
export const ENGLISH_ROWS: readonly DataRow[] = [
  row('US_SSN', /[0-8][0-9]{2}(?:[ -][0-9]{2}[ -]?[0-9]{4}|\.[0-9]{2}\.[0-9]{4})/, {
    title: 'Social Security number',
    digits: 9,
    valid: isSsn,
    alone: 0.7,
    context: US_TAX,
    fires: ['SSN 536-22-8717', 'her number is 536 22 8717', '536-228717'],
    quiet: ['666-12-3456', '000-12-3456', '536-00-8717', '536-22-0000'],
  }),
  row('US_SSN', /[0-8][0-9]{4}[ .-][0-9]{4}/, {
    title: 'Social Security number',
    digits: 9,
    valid: isSsn,
    context: US_TAX,
    fires: ['SSN 53622-8717', '53622-8717'],
    quiet: ['in Springfield 53622-8717', '45.536228, 12.8'],
  }),
  row('US_SSN', /[0-8][0-9]{8}/, {
    title: 'Social Security number',
    digits: 9,
    valid: isSsn,
    context: /\bssn\b|soc(?:ial|\.)? ?sec|\bsocial(?: is|:)|seguro social/i,
    bare: false,
    fires: ['ssn: 536228717'],
    quiet: ['536228717'],
  }),
  row('US_ITIN', /9[0-9]{2}(?:[ -]?(?:5[0-9]|6[0-5]|7[0-9]|8[0-8]|9[0-24-9])[ -]?[0-9]{4})/, {
    title: 'US individual taxpayer number',
    digits: 9,
    valid: (text, match) => (/[ -]/.test(match) || match.length === 9) && !allSame(text),
    alone: 0.5,
    plain: 0.3,
    context: /itin|taxpayer|\btax\b/i,
    fires: ['ITIN 912-78-4455', '912-78-4455'],
    quiet: ['912-48-4455', '812-78-4455', '999-99-9999'],
  }),
  row('US_EIN', /[0-9]{2}-?[0-9]{7}/, {
    title: 'US employer identification number',
    digits: 9,
    valid: (text) => !/^(?:0[0789]|1[789]|28|29|49|69|70|78|79|89|96|97)/.test(text) && !allSame(text),
    context: /\bf?ein\b|employer id|federal (?:tax|employer)|tax id/i,
    bare: false,
    fires: ['EIN 48-2719350', 'employer identification number 482719350'],
    quiet: ['EIN 07-2719350', 'part 48-2719350'],
  }),
  row('US_CLIA', /[0-9]{2}D[0-9]{7}/i, {
    title: 'US clinical laboratory number (CLIA)',
    digits: 9,
    valid: (text) => !allSame(text.slice(3)),
    context: /clia\b|laborator|\blab\b/i,
    fires: ['CLIA 48D2719350'],
    quiet: ['CLIA 48D271935'],
  }),
  row('US_PASSPORT', /(?:[0-9]{9}|[A-Z][0-9]{8})/, {
    title: 'US passport number',
    digits: 8,
    valid: (text) => !allSame(text),
    context: PASSPORT,
    fires: ['passport 553012478', 'C03005988'],
    quiet: ['my passport is lost', 'order number was 553012478'],
  }),
  row(
    'US_DRIVER_LICENSE',
    /(?:[A-Z][0-9]{3}-[0-9]{4}-[0-9]{4}|[A-Z][0-9]{3}[- ][0-9]{3}[- ][0-9]{2,4}(?:[- ][0-9]{3}[- ]?[0-9]?)?|[A-Z][0-9]{3,14}|[A-Z]{2}[0-9]{2,7}|[0-9]{7,9}|[0-9]{3}[A-Z]{2}[0-9]{4}|[0-9]{1,3}[A-Z][0-9]{5,8})/,
    {
      title: 'US driver licence number',
      digits: 5,
      context:
        /driv\w*\b(?:[^.]{0,20}(?:licen[cs]e|permit|#|number|no\b)|(?! (?:version|package|build|update|file|patch|release)))|\bdl\b|d\.l\.|\blicen[cs]e (?:no\b|num|#)/i,
      fires: ['driver license H41207763', 'S530-460-1234'],
      quiet: ['flight B4120'],
    },
  ),
  row('US_BANK_NUMBER', /[0-9]{8,17}/, {
    title: 'US bank account number',
    digits: 8,
    valid: (text) => !allSame(text),
    context:
      /\bbank\b|account ?(?:number|no|#)|acct|checking (?:account|number|no|#)|checking:|savings|cuenta|kontonummer|numéro de compte|\brout(?:ing|e)\b[^\n]{0,40}\baccount:? ?$/i,
    fires: ['bank account number 482910337756', 'routing 021000021, account 482910337756'],
    quiet: ['1234567', 'it has 482910337756 atoms'],
  }),
  row('ABA_ROUTING_NUMBER', /[0-9]{4}-?[0-9]{4}-?[0-9]/, {
    title: 'US bank routing number',
    digits: 9,
    valid: (text) =>
      /^(?:0[0-9]|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)/.test(text) &&
      weighed(text, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0 &&
      !allSame(text),
    context: /routing|\baba\b|\brtn\b|transit/i,
    fires: ['routing number 02600959#'],
    quiet: ['routing number 026009594'],
  }),
  row('MEDICAL_LICENSE', /[ABCDEFGHJKLMPRSTUXabcdefghjklmprstux][A-Za-z9][0-9]{7}/, {
    title: 'US medical licence (DEA) number',
    digits: 7,
    valid: isDea,
    alone: 0.6,
    context: /dea\b|medical|certificate|licen[cs]e|prescri/i,
    fires: ['DEA number BC492018#', 'BC492018#'],
    quiet: ['BC4920180'],
  }),
  row('US_NPI', /[12][0-9]{3}(?:[ -]?[0-9]{3}){2}/, {
    title: 'US national provider identifier',
    digits: 10,
    valid: (text) => luhn(`80840${text}`) && new Set(text).size > 2,
    alone: 0.3,
    context: /npi\b|provider|physician|practitioner/i,
    fires: ['NPI 153847629#'],
    quiet: ['NPI 3538476290'],
  }),
  row(
    'US_MBI',
    /[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y][0-9]-?[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y][0-9]-?[AC-HJKMNP-RT-Y]{2}[0-9]{2}/i,
    {
      title: 'US Medicare beneficiary number',
      digits: 4,
      valid: (text) => text.length === 11,
      alone: 0.6,
      context: /medicare|\bmbi\b|beneficiary|patient/i,
      fires: ['MBI 4HJ7-RT2-XY58', '4HJ7RT2XY58'],
      quiet: ['4HJ7-SL2-XY58'],
    },
  ),
  row('UK_NHS', /[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}/, {
    title: 'NHS number',
    digits: 10,
    valid: (text) =>
      (11 - (weighed(text.slice(0, 9), [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(text[9]) && !allSame(text),
    alone: 0.3,
    context: /\bnhs\b|health|patient|hospital/i,
    fires: ['NHS number 943 476 591#'],
    quiet: ['NHS number 943 476 5910'],
  }),
  row(
    'UK_NINO',
    /(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{2}[ -]?[A-D]/i,
    {
      title: 'UK National Insurance number',
      digits: 6,
      alone: 0.7,
      context: /national insurance|\bnino?\b|insurance number/i,
      fires: ['NI number PW 48 20 17 C', 'JK482017B'],
      quiet: ['BG 48 20 17 C', 'PW 48 20 17 E', 'NT 48 20 17 A'],
    },
  ),
  // Those of today have nine digits.
  row('UK_PASSPORT', /[0-9]{9}/, {
    title: 'UK passport number',
    digits: 9,
    valid: (text) => !allSame(text),
    told: true,
    bare: false,
    context: /\b(?:uk|british|united kingdom|hmpo|gbr)\b[^\n]{0,24}passport/i,
    fires: ['British passport number 553012478'],
    quiet: ['passport 55301247', '553012478'],
  }),
  row('UK_PASSPORT', /[A-Z]{2}[0-9]{7}/i, {
    title: 'UK passport number',
    digits: 7,
    context: PASSPORT,
    fires: ['passport number GH2048173', 'GH2048173'],
    quiet: ['GH204817', 'GH20481733'],
  }),
  row(
    'UK_DRIVING_LICENCE',
    /[A-Z]{1,5}9{0,4}[0-9](?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9][A-Z9]{2}[A-Z0-9]{3}/i,
    {
      title: 'UK driving licence number',
      digits: 6,
      valid: (text) => text.length === 16 && !text.startsWith('9'),
      alone: 0.8,
      context: LICENCE,
      fires: ['licence FARME807124PJ9KL', 'LEE99702151JX8AB'],
      quiet: ['FARME817124PJ9KL'],
    },
  ),
  row('UK_POSTCODE', new RegExp(`(?:GIR 0AA|${UK_OUTWARD} ${UK_INWARD})`), {
    title: 'UK postcode',
    digits: 1,
    alone: 0.45,
    context: UK_PLACE,
    fires: ['postcode LS6 3HN', 'W1A 4WW'],
    quiet: ['QB1 4WW', 'LS6 3IN'],
  }),
  // In one piece it looks like the name of a thing to buy.
  row('UK_POSTCODE', new RegExp(`(?:GIR0AA|${UK_OUTWARD}${UK_INWARD})`), {
    title: 'UK postcode',
    digits: 1,
    valid: (_, match) => match.length >= 6,
    context: UK_PLACE,
    fires: ['postcode LS63HN', 'LS63HN'],
    quiet: ['the new KX123AB is out', 'LS63IN'],
  }),
  row('UK_VEHICLE_REGISTRATION', /[A-HJ-PR-Y][A-HJ-PR-Y](?:0[2-9]|[12][0-9]|5[1-9]|[67][0-9]) ?[A-HJ-PR-Z]{3}/, {
    title: 'UK vehicle registration',
    digits: 2,
    alone: 0.5,
    context: PLATE,
    fires: ['car KP63 XWT', 'KP63XWT'],
    quiet: ['KP49 XWT', 'KP00 XWT'],
  }),
  row(
    'UK_VEHICLE_REGISTRATION',
    /(?:[A-HJ-NPR-TV-Y][1-9][0-9]{0,2} [A-HJ-PR-Y][A-HJ-PR-Z]{2}|[A-HJ-NPR-TV-Y][1-9][0-9]{0,2}[A-HJ-PR-Y][A-HJ-PR-Z]{2}|[A-HJ-PR-Y][A-HJ-PR-Z]{2} ?[1-9][0-9]{0,2} ?[A-HJ-NPR-TV-Y])/,
    {
      title: 'UK vehicle registration',
      digits: 1,
      context: PLATE,
      fires: ['registration T482 KWX', 'KWX 482T', 'KWX482T'],
      quiet: ['I482 KWX', 'KWX 482Z'],
    },
  ),
  row('UK_UTR', /[0-9]{5} ?[0-9]{5}/, {
    title: 'UK unique taxpayer reference',
    digits: 10,
    valid: (text) => '21987654321'[weighed(text.slice(1), [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11] === text[0],
    context: /\butr\b|unique taxpayer|self.assessment/i,
    bare: false,
    fires: ['UTR #8271 93504'],
    quiet: ['UTR 48271 9350'],
  }),
  row('UK_SORT_CODE', /[0-9]{2}[ -][0-9]{2}[ -][0-9]{2}/, {
    title: 'UK bank sort code',
    digits: 6,
    valid: (_, match) => sameMarks(match),
    context: /sort.?code/i,
    bare: false,
    fires: ['sort code 40-82-71'],
    quiet: ['40-82-71'],
  }),
  row('CA_SIN', /[1-79][0-9]{2}(?:[ -]?[0-9]{3}){2}/, {
    title: 'Canadian social insurance number',
    digits: 9,
    valid: (text, match) => luhn(text) && !allSame(text) && sameMarks(match),
    alone: 0.3,
    context: /\bsin\b|social insurance|assurance sociale|canad|\bnas\b/i,
    fires: ['SIN 193 456 78#'],
    quiet: ['SIN 193 456 780', '046 454 286'],
  }),
  row('CA_POSTAL_CODE', /[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z] [0-9][ABCEGHJ-NPRSTV-Z][0-9]/, {
    title: 'Canadian postal code',
    digits: 3,
    alone: 0.5,
    context: CA_PLACE,
    fires: ['postal code K1A 0B6', 'Toronto M5V 3L9'],
    quiet: ['D1A 0B6', 'K1A 0O6'],
  }),
  row('CA_POSTAL_CODE', /[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z]-?[0-9][ABCEGHJ-NPRSTV-Z][0-9]/i, {
    title: 'Canadian postal code',
    digits: 3,
    context: CA_PLACE,
    fires: ['postal code K1A0B6', 'K1A0B6'],
    quiet: ['the new K1A0B6 is out'],
  }),
  row('AU_ABN', /[1-9][0-9](?: ?[0-9]{3}){3}/, {
    title: 'Australian business number',
    digits: 11,
    valid: (text) =>
      weighed(String(Number(text[0]) - 1) + text.slice(1), [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) % 89 === 0,
    alone: 0.4,
    context: /\babn\b|business number|australian/i,
    fires: ['ABN ## 004 085 616'],
    quiet: ['ABN 11 004 085 617'],
  }),
  row('AU_ACN', /[0-9]{3}(?: ?[0-9]{3}){2}/, {
    title: 'Australian company number',
    digits: 9,
    valid: (text) => (10 - (weighed(text, [8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10 === Number(text[8]) && !allSame(text),
    alone: 0.2,
    context: /\bacn\b|company number|australian/i,
    fires: ['ACN 004 085 61#'],
    quiet: ['ACN 004 085 617'],
  }),
  row('AU_TFN', /[0-9]{3}(?: ?[0-9]{3}){2}/, {
    title: 'Australian tax file number',
    digits: 9,
    valid: (text) => weighed(text, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0 && !allSame(text),
    alone: 0.2,
    context: /\btfn\b|tax file|australian/i,
    fires: ['TFN 459 599 23#'],
    quiet: ['TFN 459 599 231'],
  }),
  row('AU_MEDICARE', /[2-6][0-9]{3} ?[0-9]{5} ?[0-9](?:[ /-]?[0-9])?/, {
    title: 'Australian Medicare number',
    digits: 10,
    valid: (text) => weighed(text.slice(0, 8), [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(text[8]),
    alone: 0.3,
    context: /medicare|australian/i,
    fires: ['Medicare 2950 7811# 1'],
    quiet: ['Medicare 2951 78112 1'],
  }),
  row('NZ_IRD', /[0-9]{2,3}-?[0-9]{3}-?[0-9]{3}/, {
    title: 'New Zealand tax number (IRD)',
    digits: 8,
    valid: isIrd,
    context: /\bird\b|inland revenue|new zealand/i,
    bare: false,
    fires: ['IRD 48-271-93#'],
    quiet: ['IRD 48-271-9'],
  }),
  row('NG_NIN', /[0-9]{11}/, {
    title: 'Nigerian national identification number',
    digits: 11,
    valid: (text) => verhoeff(text) && !allSame(text),
    alone: 0.2,
    context: /\bnin\b|nigeria|national id/i,
    fires: ['NIN 4827105593#'],
    quiet: ['NIN 48271055930'],
  }),
  row('NG_VEHICLE_REGISTRATION', /[A-HJ-NP-Z]{3}[ -]?[0-9]{3}[ -]?[A-HJ-NP-Z]{2}/, {
    title: 'Nigerian vehicle registration',
    digits: 3,
    alone: 0.5,
    context: /plate|vehicle|registration|nigeria|\bcar\b/i,
    fires: ['plate LSD-482KW', 'LSD482KW'],
    quiet: ['LS-4820KW'],
  }),
  row('ZA_ID_NUMBER', /[0-9]{13}|[0-9]{6} [0-9]{4} [0-9]{2} ?[0-9]/, {
    title: 'South African identity number',
    digits: 13,
    valid: (text) =>
      luhn(text) &&
      isDay(Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4, 6))) &&
      '012'.includes(text[10] ?? ''),
    alone: 0.6,
    context: /south africa|\brsa\b|\bsa id|identity|\bid\b|resident/i,
    fires: ['SA ID 850312501908#'],
    quiet: ['SA ID 8513125019080'],
  }),
  row('ZA_PASSPORT', /[ADMT][0-9]{8}/, {
    title: 'South African passport number',
    digits: 8,
    context: PASSPORT,
    fires: ['South African passport A04827193'],
    quiet: ['A0482719'],
  }),
  row('ZA_DRIVER_LICENSE', /[0-9]{8}[0-9A-Z]{4}/, {
    title: 'South African driving licence number',
    digits: 8,
    context: LICENCE,
    bare: true,
    fires: ['licence 10482719A8KX'],
    quiet: ['10482719A8K'],
  }),
  row(
    'ZA_LICENSE_PLATE',
    /(?:[A-Z]{2} ?[0-9]{2} ?[A-Z]{2} ?(?:GP|NC|NW|MP|L|EC|FS|ZN)|[A-Z]{3} ?[0-9]{3} ?(?:GP|NC|NW|MP|L|EC|FS|ZN)|C[A-Z]{1,2} ?[0-9]{2,6}(?:-[0-9]{3})?)/,
    {
      title: 'South African vehicle registration',
      digits: 2,
      context: PLATE,
      fires: ['plate DK 48 ZR GP', 'CA 482719'],
      quiet: ['DK 48 ZR XX'],
    },
  ),
  row('ZA_COMPANY_REGISTRATION', /(?:19|20)[0-9]{2}\/[0-9]{6}\/(?:0[6-9]|1[0-2]|2[0-6]|30|31)/, {
    title: 'South African company registration',
    digits: 12,
    alone: 0.7,
    context: /company|registration|cipc|\breg\b/i,
    fires: ['registered as 2014/048271/07'],
    quiet: ['2014/048271/99'],
  }),
  row('ZA_INCOME_TAX_NUMBER', /[0-39][0-9]{9}/, {
    title: 'South African income tax number',
    digits: 10,
    valid: (text) => luhn(text) && !allSame(text),
    context: /tax|sars\b/i,
    fires: ['SARS tax number 048271935#'],
    quiet: ['tax number 0482719350'],
  }),
  row('ZA_VAT_NUMBER', /4[0-9]{9}/, {
    title: 'South African VAT number',
    digits: 10,
    context: /\bvat\b|sars\b/i,
    fires: ['VAT 4482719350'],
    quiet: ['VAT 5482719350'],
  }),
  row('ZA_TRAFFIC_REGISTER_NUMBER', /[0-9]{4}[0-9A-Z]{2}[0-9]{6}[A-Z0-9]/, {
    title: 'South African traffic register number',
    digits: 10,
    context: /traffic|\btrn\b|natis/i,
    fires: ['traffic register number 4827AB193504Z'],
    quiet: ['4827AB193504'],
  }),
  row('ZA_PHONE_NUMBER', /(?:\+27|0027|0)[ -]?(?:\(0\))?[1-8][0-9][ -]?[0-9]{3}[ -]?[0-9]{4}/, {
    title: 'South African telephone number',
    digits: 10,
    valid: (_, match) => /^(?:\+|00)/.test(match) || match.length >= 10,
    context: /phone|tel|call|mobile|cell|south africa/i,
    fires: ['call 082 482 7193'],
    quiet: ['092 48 719'],
  }),
  row('PH_MOBILE_NUMBER', /(?:\+?63[ -]?\(?9[0-9]{2}\)?|\(?09[0-9]{2}\)?)[ -]?[0-9]{3}[ -]?[0-9]{4}/, {
    title: 'Philippine mobile number',
    digits: 11,
    alone: 0.5,
    context: /phone|mobile|cell|text|call|philippin/i,
    fires: ['+63 918 482 7193', '0918-482-7193'],
    quiet: ['918 482 7193', '09184827193444'],
  }),
  row('PH_TIN', /[0-9]{3}-?[0-9]{3}-?[0-9]{3}(?:-?[0-9]{3,5})?/, {
    title: 'Philippine tax number',
    digits: 9,
    valid: (_, match) => match.includes('-') || match.length >= 12,
    context: /(?<!not a )\btin\b|taxpayer|philippin/i,
    fires: ['TIN 482-719-350-000'],
    quiet: ['482719350'],
  }),
  row('PH_UMID', /[0-9]{4}-?[0-9]{7}-?[0-9]/, {
    title: 'Philippine unified identity number',
    digits: 12,
    valid: (_, match) => match.includes('-') || match.length === 12,
    context: /umid|\bcrn\b|sss\b|gsis/i,
    fires: ['UMID 0111-4827193-5'],
    quiet: ['011-4827193-5'],
  }),
  row('PH_PHILHEALTH', /[0-9]{2}-?[0-9]{9}-?[0-9]/, {
    title: 'PhilHealth number',
    digits: 12,
    context: /philhealth|\bpin\b/i,
    fires: ['PhilHealth 19-482719350-4'],
    quiet: ['9-482719350-4'],
  }),
  row('PH_PASSPORT', /(?:P[0-9]{7}[A-Z]|[A-Z]{2}[0-9]{7}|[A-Z][0-9]{7}[A-Z])/, {
    title: 'Philippine passport number',
    digits: 7,
    context: PASSPORT,
    fires: ['Philippine passport P4827193B'],
    quiet: ['P482719B'],
  }),
  row('PH_LICENSE_PLATE', /[A-Z]{3}[ -]?[0-9]{3,4}/, {
    title: 'Philippine vehicle registration',
    digits: 3,
    // Tickets and parts are named so.
    bare: false,
    context: /plate|\bcar\b|vehicle|philippin/i,
    fires: ['plate NGX 4827'],
    quiet: ['NGX 48', 'PRJ-1234', 'NGX 4827'],
  }),
];

/** The three parts by the Social Security Administration's rules, and none of the numbers printed in advertisements. */
function isSsn(text: string): boolean {
  if (/^(?:000|666|9)|^...00|0000$/.test(text) || allSame(text)) return false;
  return !['078051120', '219099999', '457555462', '123456789', '987654320', '012345678'].includes(text);
}

function isDea(text: string): boolean {
  const digits = digitsOf(text.slice(-7));
  const odd = (digits[0] ?? 0) + (digits[2] ?? 0) + (digits[4] ?? 0);
  const even = (digits[1] ?? 0) + (digits[3] ?? 0) + (digits[5] ?? 0);
  return (odd + 2 * even) % 10 === digits[6];
}

/** Inland Revenue: mod 11, with other weights where ten is left. */
function isIrd(text: string): boolean {
  const body = text.padStart(9, '0');
  const check = (weights: readonly number[]) => (11 - (weighed(body.slice(0, 8), weights) % 11)) % 11;
  const first = check([3, 2, 7, 6, 5, 4, 3, 2]);
  return (first < 10 ? first : check([7, 4, 3, 2, 5, 2, 7, 6])) === Number(body[8]);
}

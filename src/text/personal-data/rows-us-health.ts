import { type DataRow, row } from './row.ts';

/** Letters and digits of no form that any two insurers or pharmacies share: nothing but a word tells what they are. */
const CODE = /(?=(?:[A-Z-]{0,7}[0-9]){6})(?:[A-Z]{1,5}-?)?[A-Z0-9]{2,16}(?:-[A-Z0-9]{1,10}){0,2}/i;

function code(type: string, title: string, context: RegExp, examples: Pick<DataRow, 'fires' | 'quiet'>): DataRow {
  return row(type, CODE, { title, digits: LEAST_DIGITS, valid: isCode, context, told: true, bare: false, ...examples });
}

const LEAST_DIGITS = 6;

function isCode(text: string): boolean {
  return (
    text.length <= 20 &&
    text.replace(/[^0-9]/g, '').length >= LEAST_DIGITS &&
    /^(?:[A-Z0-9]{0,6}[0-9]|[A-Z]{3,6}[0-9])/.test(text)
  );
}

/** Numbers that insurers, pharmacies and practices of the United States give to people and to what they ask for. */
export const US_HEALTH_ROWS: readonly DataRow[] = [
  code(
    'US_HEALTH_INSURANCE_MEMBER_ID',
    'US health insurance member number',
    /member ?(?:id\b|no\b|num|#)|subscriber|medicaid|(?:health|medical) (?:plan|insurance)|insurance (?:id\b|member|card|policy)|policy ?holder/i,
    {
      fires: ['member ID XKD482719350', 'subscriber id: W482719350'],
      quiet: ['member ID XKD482', 'item XKD482719350'],
    },
  ),
  code(
    'US_CLAIM_NUMBER',
    'US insurance claim number',
    /\bclaims? ?(?:no\b|nr\b|num|id\b|ref|#)|\bclm\b|insurance claim/i,
    {
      fires: ['claim number CLM48271935', 'claim no. 482719350482'],
      quiet: ['claim number CLM48', 'they claim 482719350482'],
    },
  ),
  code('US_PRESCRIPTION_NUMBER', 'US prescription number', /prescription ?(?:no\b|num|id\b|#)|\brx\b|pharmacy/i, {
    fires: ['Rx number 4827193', 'prescription no RX4827193'],
    quiet: ['Rx 48271'],
  }),
  code(
    'US_PRIOR_AUTHORIZATION_NUMBER',
    'US prior authorization number',
    /prior ?auth|pre-?auth|\bauth(?:ori[sz]ation)? ?(?:no\b|num|code|#)|\bpa (?:no\b|num|#)/i,
    { fires: ['prior authorization PA48271935', 'auth no 4827193504'], quiet: ['prior authorization PA482'] },
  ),
  code('US_REFERRAL_NUMBER', 'US referral number', /referral ?(?:no\b|num|id\b|code|[#:="])|referring/i, {
    fires: ['referral number REF4827193', 'referral id 482719350'],
    quiet: ['referral number REF482'],
  }),
  row('US_PROVIDER_TAX_ID', /[0-9]{2}-?[0-9]{7}/, {
    title: 'US tax number of a health care provider',
    digits: 9,
    context: /(?:provider|billing|practice|clinic|physician|hospital)[^.\n]{0,24}\b(?:tin|ein|tax)\b/i,
    told: true,
    bare: false,
    fires: ['provider tax ID 48-2719350', 'billing provider TIN 482719350'],
    quiet: ['provider 48-2719350'],
  }),
];

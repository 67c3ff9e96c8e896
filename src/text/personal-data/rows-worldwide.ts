import { allSame, luhn, mod97, sameMarks } from './checksums.ts';
import { type DataRow, row } from './row.ts';
import { isBase58Check, isBech32 } from './wallets.ts';

/** Parts of the account number after country and check digits, as in the SWIFT registry (n digits, a capitals, c both). */
const IBAN_STRUCTURES =
  'AD8n12c AE19n AL8n16c AT16n AZ4a20c BA16n BE12n BG4a6n8c BH4a14c BI23n BR23n1a1c BY4c4n16c CH5n12c CR18n CY8n16c CZ20n DE18n DJ23n DK14n DO4c20n EE16n EG25n ES20n FI14n FK2a12n FO14n FR10n11c2n GB4a14n GE2a16n GI4a15c GL14n GR7n16c GT24c HN4a20n HR17n HU24n IE4a14n IL19n IQ4a15n IS22n IT1a10n12c JO4a4n18c KW4a22c KZ3n13c LB4n20c LC4a24c LI5n12c LT16n LU3n13c LV4a13c LY21n MC10n11c2n MD20c ME18n MK3n10c2n MN16n MR23n MT4a5n18c MU4a19n3a NI4a20n NL4a10n NO11n OM3n16c PK4a16c PL24n PS4a21c PT21n QA4a21c RO4a16c RS18n RU14n15c SA2n18c SC4a20n3a SD14n SE20n SI15n SK20n SM1a10n12c SO19n ST21n SV4a20n TL19n TN20n TR6n16c UA6n19c VA18n VG4a16n XK16n YE4a4n18c';

const IBAN_BY_COUNTRY = new Map(
  IBAN_STRUCTURES.split(' ').map((written) => [written.slice(0, 2), structureOf(written.slice(2))] as const),
);

function structureOf(written: string): RegExp {
  const parts = written.replace(/(\d+)([nac])/g, (_, length: string, kind: string) => {
    return `${kind === 'n' ? '[0-9]' : kind === 'a' ? '[A-Z]' : '[A-Z0-9]'}{${length}}`;
  });
  return new RegExp(`^[A-Z]{2}[0-9]{2}${parts}$`);
}

function isIban(compacted: string): boolean {
  if (IBAN_BY_COUNTRY.get(compacted.slice(0, 2))?.test(compacted) !== true) return false;
  return mod97(compacted.slice(4) + compacted.slice(0, 4)) === 1;
}

/** Issuers' ranges and lengths (ISO/IEC 7812; the networks' own pages). */
export const CARD =
  /^(?:4(?:\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}(?:\d{2})?|35\d{14}|(?:2131|1800)\d{11}|6(?:011|4[4-9]\d|5\d\d)\d{12}(?:\d{3})?|62\d{14,17}|(?:50|5[6-9]|6[0-9])\d{14}(?:\d{2,3})?|(?:5018|5020|5038|5[6-8]\d\d|5893|6304|6390|6759|676[1-3])\d{8,13}|1\d{14}|9792\d{12})$/;

export const WORLDWIDE_ROWS: readonly DataRow[] = [
  row('CREDIT_CARD', /[1-69](?:[ -]?[0-9]){11,18}/, {
    title: 'Payment card number',
    digits: 12,
    valid: (digits, match) => CARD.test(digits) && luhn(digits) && !allSame(digits) && isGrouped(match),
    alone: 0.9,
    context: /card|credit|debit|visa|master|amex|pan\b|kreditkarte|carte|tarjeta|payment/i,
    fires: ['my card is 4539 1488 0343 646#', 'card 5425-2334-3010-990#', '37144963539843#'],
    quiet: ['4539 1488 0343 6460', 'order 1234567890123456', 'stock 636252891578 of the shelf'],
  }),
  // Numbers of other things have these marks as well: only a word for cards tells one.
  row('CREDIT_CARD', /[3-69][0-9]{3}(?:(?:[./\u00b7\u2010-\u2015\u2212]| {2,4}| [-\u2013\u2014] )[0-9]{4}){3}/, {
    title: 'Payment card number',
    digits: 16,
    valid: (digits) => CARD.test(digits) && luhn(digits) && !allSame(digits),
    told: true,
    context: /card\b|credit|debit|visa|mastercard|amex|kreditkarte|carte|tarjeta|carta di|cartão|карт|بطاقة|卡/i,
    fires: ['my card is 4539.1488.0343.646#', 'credit card: 5425–2334–3010–990#', 'Visa 4539  1488  0343  646#'],
    quiet: ['on 4539.1488.0343.6467 there', 'card version 4539.1488.0343.6460'],
  }),
  // Nobody has issued these for long; articles have such numbers.
  row('CREDIT_CARD', /4[0-9]{12}/, {
    title: 'Payment card number',
    digits: 13,
    valid: (digits) => luhn(digits),
    context: /card|credit|debit|visa|kreditkarte|carte|tarjeta|payment/i,
    fires: ['Visa 453914880343#', '453914880343#'],
    quiet: ['EAN 453914880343# of a box'],
  }),
  row('IBAN_CODE', /[A-Z]{2}[0-9]{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?/, {
    title: 'Bank account number (IBAN)',
    digits: 4,
    valid: isIban,
    alone: 0.98,
    context: /iban|bank|account|konto|compte|cuenta/i,
    fires: ['IBAN DE## 2004 1010 0505 0001 30', 'GB## BARC 2020 1530 0934 59'],
    quiet: ['DE00 2004 1010 0505 0001 30', 'XX12 3456 7890 1234'],
  }),
  row('IBAN_CODE', /[a-z]{2}[0-9]{2}[a-z0-9]{11,30}/, {
    title: 'Bank account number (IBAN)',
    digits: 2,
    valid: isIban,
    alone: 0.9,
    context: /iban|bank|account|konto|compte|cuenta/i,
    fires: ['iban de##200410100505000130'],
    quiet: ['de00200410100505000130'],
  }),
  row('CRYPTO', /[13][1-9A-HJ-NP-Za-km-z]{25,34}/, {
    title: 'Bitcoin address',
    digits: 1,
    valid: (_, match) => isBase58Check(match),
    alone: 0.95,
    context: /bitcoin|btc|wallet|crypto/i,
    fires: ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
    quiet: ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb'],
  }),
  row('CRYPTO', /(?:bc1|tb1|BC1|TB1)[02-9AC-HJ-NP-Zac-hj-np-z]{11,71}/, {
    title: 'Bitcoin address',
    digits: 1,
    valid: (_, match) => isBech32(match),
    alone: 0.95,
    context: /bitcoin|btc|wallet|crypto/i,
    fires: ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
    quiet: ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5'],
  }),
  row('CRYPTO', /0x[0-9a-fA-F]{40}/, {
    title: 'Ethereum address',
    digits: 1,
    valid: (text) => !allSame(text.slice(2)),
    alone: 0.6,
    context: /ethereum|\beth\b|wallet|crypto/i,
    fires: ['wallet 0x52908400098527886E0F7030069857D2E4169EE7'],
    quiet: ['0x5290840009852788', '0x0000000000000000000000000000000000000000'],
  }),
  // Tron, Litecoin, Dogecoin and Dash check theirs as Bitcoin does.
  row('CRYPTO', /[TLMDX][1-9A-HJ-NP-Za-km-z]{32,34}/, {
    title: 'Address of another coin',
    digits: 1,
    valid: (_, match) => isBase58Check(match),
    alone: 0.95,
    context: /wallet|crypto|tron|usdt|litecoin|dogecoin|\bdash\b/i,
    fires: ['TBqkwAqf6wUwYUAQ3TiUyg55fX7QjpgYzU'],
    quiet: ['TBqkwAqf6wUwYUAQ3TiUyg55fX7QjpgYzV'],
  }),
  row('CRYPTO', /(?:ltc1|LTC1)[02-9AC-HJ-NP-Zac-hj-np-z]{11,71}/, {
    title: 'Litecoin address',
    digits: 1,
    valid: (_, match) => isBech32(match),
    alone: 0.95,
    context: /litecoin|ltc|wallet|crypto/i,
    fires: ['ltc1qjf03jlpz4yp0a2cls4xw7xk6na5cwpfcxy5znm'],
    quiet: ['ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
  }),
  row('ONE_TIME_CODE', /[0-9]{3}[ -][0-9]{3}|[0-9]{5,8}/, {
    title: 'Code for a single use',
    digits: 5,
    context:
      /(?:one.?time|verification|security|confirmation|authenti\w+|log.?in|sign.?in|sms|access) ?(?:pass)?(?:code|pin)|passcode|\b[o2]?fa code|\botp\b|código de verificaci|code de (?:vérif|sécur)|bestätigungscode|sicherheitscode|codice di verifica/i,
    told: true,
    bare: false,
    fires: ['your verification code is 482719', 'OTP: 482 719'],
    quiet: ['code review 482719', 'error code 482719'],
  }),
  row('UUID', /[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}/i, {
    title: 'Universally unique identifier (UUID)',
    digits: 2,
    valid: (compacted) => !allSame(compacted),
    alone: 0.8,
    context: /uuid|guid|unique id/i,
    fires: ['user 3f8a91c2-7b4d-4e19-a2c6-91d0f5b8e743'],
    quiet: ['00000000-0000-0000-0000-000000000000'],
  }),
  row(
    'MAC_ADDRESS',
    /(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{2}-){5}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{4}\.){2}[0-9A-Fa-f]{4}/,
    {
      title: 'Hardware address (MAC)',
      digits: 1,
      valid: (compacted) => !allSame(compacted),
      alone: 0.8,
      context: /mac|hardware|ethernet|device/i,
      fires: ['MAC 3C:22:FB:4A:90:1E', '3c22.fb4a.901e'],
      quiet: ['ff:ff:ff:ff:ff:ff', '12:34:56'],
    },
  ),
  row('VIN', /(?=[A-Z0-9]{0,14}[0-9])[A-HJ-NPR-Z0-9]{17}/i, {
    title: 'Vehicle identification number (VIN)',
    digits: 4,
    valid: (text) => isVin(text) && /[A-Z]/.test(text),
    alone: 0.6,
    context: /\bvin\b|vehicle|chassis|fahrgestell|châssis|bastidor|telaio/i,
    fires: ['VIN 1HGCM826#3A004352', '1M8GDM9AXKP042788'],
    quiet: ['1M8GDM9A1KP042788'],
  }),
  row('VIN', /[A-HJ-NPR-Z0-9]{17}/i, {
    title: 'Vehicle identification number (VIN)',
    digits: 4,
    valid: (text) => /^[06-9A-Z]/.test(text) && /[A-Z]/.test(text),
    context: /\bvin\b|chassis|fahrgestell|fahrzeug-?ident|châssis|bastidor|telaio/i,
    fires: ['VIN WVWZZZ1JZ3W386752'],
    quiet: ['VIN WVWZZZ1JZ3W38675'],
  }),
  row('IMEI', /[0-9]{2}[ -][0-9]{6}[ -][0-9]{6}[ -][0-9]/, {
    title: 'Mobile equipment identity (IMEI)',
    digits: 15,
    valid: (text, match) => luhn(text) && !allSame(text) && sameMarks(match),
    alone: 0.55,
    context: /imei|handset|mobile device|serial/i,
    fires: ['IMEI 35-482719-350482-#', '35 482719 350482 #'],
    quiet: ['35-482719 350482-#'],
  }),
  row('IMEI', /[0-9]{15}(?:[0-9]{1,2})?|[0-9]{8}-[0-9]{6}-[0-9]/, {
    title: 'Mobile equipment identity (IMEI)',
    digits: 15,
    valid: (text) => (text.length > 15 || luhn(text)) && !allSame(text),
    context: /imei/i,
    bare: false,
    fires: ['IMEI: 35482719350482#'],
    quiet: ['IMEI: 3548271935'],
  }),
];

/** Groups of four or as on the card, not a list of short numbers that happen to add up. */
function isGrouped(match: string): boolean {
  const groups = match.split(/[ -]/);
  return groups.length === 1 || groups.slice(0, -1).every(({ length }) => length >= 3);
}

/** FMVSS 115: letters count as digits, the ninth place is the rest of eleven. */
function isVin(text: string): boolean {
  const values = '0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ';
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * (values.indexOf(text[at] ?? '') % 10), 0);
  return '0123456789X'[sum % 11] === text[8];
}

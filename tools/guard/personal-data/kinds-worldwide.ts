import { luhnCheck, mod97Check } from './check-digits.ts';
import { type Draw, forms, grouped, LETTERS } from './draw.ts';
import { kind, type NumberKind } from './kind.ts';

const IBANS =
  'DE:n18 FR:n10c11n2 GB:a4n14 NL:a4n10 ES:n20 IT:a1n10c12 PL:n24 SE:n20 FI:n14 CH:n5c12 AT:n16 BE:n12 PT:n21 IE:a4n14 NO:n11 DK:n14 CZ:n20 HU:n24 RO:a4c16 TR:n6c16 SA:n2c18 AE:n19 BR:n23a1c1 GR:n7c16 LU:n3c13 UA:n6c19 MT:a4n5c18 KZ:n3c13 IL:n19 QA:a4c21'.split(
    ' ',
  );

function iban(draw: Draw): string {
  const [country = '', parts = ''] = draw.pick(IBANS).split(':');
  const account = parts.replace(/([anc])(\d+)/g, (_, what: string, count: string) =>
    draw.of(what === 'n' ? '0123456789' : what === 'a' ? LETTERS : `${LETTERS}0123456789`, Number(count)),
  );
  return country + mod97Check(account + country) + account;
}

function card(draw: Draw): string {
  const start = draw.pick(['4', '51', '55', '2221', '37', '6011', '3528', '36']);
  const length = start === '37' ? 15 : start === '36' ? 14 : 16;
  const body = start + draw.digits(length - 1 - start.length);
  return body + luhnCheck(body);
}

function vin(draw: Draw): string {
  const alphabet = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789';
  const values = Object.fromEntries(
    ['A1J1', 'B2K2S2', 'C3L3T3', 'D4M4U4', 'E5N5V5', 'F6W6', 'G7P7X7', 'H8Y8', 'R9Z9'].flatMap((pairs) =>
      Array.from({ length: pairs.length / 2 }, (_, at) => [pairs[at * 2] ?? '', Number(pairs[at * 2 + 1])] as const),
    ),
  );
  const before = draw.pick(['1HG', '2T1', '3VW', '5YJ', '1FT', 'JHM', 'WBA']) + draw.of(alphabet, 5);
  const behind = draw.of(alphabet.slice(0, 23), 2) + draw.digits(6);
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
  const sum = Array.from(`${before}0${behind}`).reduce(
    (total, character, at) => total + (values[character] ?? Number(character)) * (weights[at] ?? 0),
    0,
  );
  return before + '0123456789X'[sum % 11] + behind;
}

const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/** BIP 173 and 350, for witness programs of 20 or 32 bytes. */
function segwit(draw: Draw): string {
  const taproot = draw.below(2) === 1;
  const values = [taproot ? 1 : 0, ...Array.from({ length: taproot ? 52 : 32 }, () => draw.below(32))];
  if (taproot) values[52] = (values[52] ?? 0) & 16;
  const polymod = (all: readonly number[]) => {
    let check = 1;
    for (const value of all) {
      const top = check >>> 25;
      check = ((check & 0x1ffffff) << 5) ^ value;
      for (const [bit, word] of [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].entries())
        if ((top >> bit) & 1) check ^= word;
    }
    return check;
  };
  const check = polymod([3, 3, 0, 2, 3, ...values, 0, 0, 0, 0, 0, 0]) ^ (taproot ? 0x2bc830a3 : 1);
  const tail = Array.from({ length: 6 }, (_, at) => (check >>> (5 * (5 - at))) & 31);
  return `bc1${[...values, ...tail].map((value) => BECH32[value]).join('')}`;
}

const HEX = '0123456789abcdef';

export const WORLDWIDE_KINDS: readonly NumberKind[] = [
  kind(
    'CREDIT_CARD',
    'en',
    { called: ['credit card', 'card number', 'Visa card', 'payment card'], telling: true },
    (draw) => {
      const number = card(draw);
      const sizes = number.length === 16 ? [4, 4, 4] : [4, 6];
      return forms(number, sizes, [' ', '-']);
    },
  ),
  kind(
    'IBAN_CODE',
    'en',
    { called: ['IBAN', 'bank account', 'account (IBAN)', 'payout account'], telling: true },
    (draw) => {
      const number = iban(draw);
      return [
        number,
        grouped(number, [4, 4, 4, 4, 4, 4, 4].slice(0, Math.floor((number.length - 1) / 4)), ' '),
        // In small letters only where there are no more than those of the country: others look like words.
        ...(/^[A-Z]{2}[0-9]+$/.test(number) ? [number.toLowerCase()] : []),
      ];
    },
  ),
  kind(
    'VIN',
    'en',
    { called: ['VIN', 'vehicle identification number', 'chassis number', 'VIN code'], telling: true },
    (draw) => [vin(draw)],
  ),
  kind('IMEI', 'en', { called: ['IMEI', 'handset IMEI', 'device IMEI', 'IMEI number'] }, (draw) => {
    const body = draw.pick(['35', '86', '01', '49']) + draw.digits(12);
    const number = body + luhnCheck(body);
    return [number, grouped(number, [2, 6, 6], '-'), grouped(number, [2, 6, 6], ' '), grouped(number, [8, 6], '-')];
  }),
  kind(
    'CRYPTO',
    'en',
    { called: ['bitcoin address', 'BTC wallet', 'wallet', 'crypto address'], telling: true },
    (draw) => [segwit(draw)],
  ),
  kind(
    'CRYPTO',
    'en',
    { called: ['ETH wallet', 'ethereum address', 'wallet', 'ether address'], telling: true },
    (draw) => [`0x${draw.of(HEX, 40)}`],
  ),
  kind('IP_ADDRESS', 'en', { called: ['IP', 'client address', 'IP address', 'remote host'], telling: true }, (draw) => [
    Array.from({ length: 4 }, () => 1 + draw.below(254)).join('.'),
    Array.from({ length: 8 }, () => draw.of(HEX, 4)).join(':'),
    `2001:db8::${draw.of(HEX.slice(1), 4)}:${draw.of(HEX.slice(1), 2)}`,
  ]),
  kind(
    'MAC_ADDRESS',
    'en',
    { called: ['MAC', 'hardware address', 'MAC address', 'adapter MAC'], telling: true },
    (draw) => {
      const hex = `${draw.digits(1)}${draw.of(HEX, 11)}`;
      const pairs = [2, 2, 2, 2, 2];
      return [
        grouped(hex, pairs, ':'),
        grouped(hex.toUpperCase(), pairs, ':'),
        grouped(hex, pairs, '-'),
        grouped(hex, [4, 4], '.'),
      ];
    },
  ),
  kind('EMAIL_ADDRESS', 'en', { called: ['e-mail', 'mail', 'contact address', 'email'], telling: true }, (draw) => {
    const name = `${draw.of('bdfklmnprst', 1)}${draw.of('aeiou', 1)}${draw.of('lmnrst', 2)}${draw.of('aeiou', 1)}`;
    return [
      `${name}@example.com`,
      `${name}.${name}+${draw.digits(2)}@mail.example.co.uk`,
      `${name}_${draw.digits(2)}@sub.example.org`,
    ];
  }),
  kind('PHONE_NUMBER', 'en', { called: ['phone', 'telephone', 'mobile', 'call me at'] }, (draw) => {
    const local = `555${draw.pick(['01'])}${draw.digits(2)}`;
    const area = draw.pick(['212', '415', '617', '303']);
    return [
      `+1 ${area} ${local.slice(0, 3)} ${local.slice(3)}`,
      `(${area}) ${local.slice(0, 3)}-${local.slice(3)}`,
      `${area}-${local.slice(0, 3)}-${local.slice(3)}`,
      `+44 20 7946 0${draw.digits(3)}`,
      `+49 30 ${draw.digits(3)}${draw.digits(4)}`,
      `0171 ${draw.digits(7)}`,
    ];
  }),
];

import { allSame, digitsOf, holdsDay, isDay, luhn, weighed } from './checksums.ts';
import { type DataRow, row } from './row.ts';

const PASSPORT = /passport|passeport/i;

/** Identifiers of France, the Netherlands, Belgium, Switzerland, Austria, Portugal, Ireland and Greece. */
export const WEST_EUROPE_ROWS: readonly DataRow[] = [
  row(
    'FR_NIR',
    /[12] ?[0-9]{2} ?(?:0[1-9]|1[0-2]|[2-9][0-9]) ?(?:[0-9]{2}|2[AB]) ?[0-9]{3} ?[0-9]{3}(?: ?[0-9]{2})?/i,
    {
      title: 'French social security number (NIR)',
      digits: 12,
      valid: (text) => text.length === 15 && isNir(text),
      alone: 0.75,
      plain: 0.6,
      context: /s[ée]curit[ée] sociale|\bnir\b|insee\b|n° ?s[ée]cu|social security/i,
      fires: ['numéro de sécurité sociale 1 82 07 69 123 456 ##', '182072A123456##'],
      quiet: ['1 82 07 69 123 456 00'],
    },
  ),
  row('FR_SIREN', /[0-9]{3} ?[0-9]{3} ?[0-9]{3}/, {
    title: 'French company number (SIREN)',
    digits: 9,
    valid: (text) => luhn(text) && !allSame(text),
    context: /siren\b|\brcs\b/i,
    bare: false,
    fires: ['SIREN 482 719 35#'],
    quiet: ['SIREN 482 719 3500'],
  }),
  row('FR_SIRET', /[0-9]{3} ?[0-9]{3} ?[0-9]{3} ?[0-9]{5}/, {
    title: 'French establishment number (SIRET)',
    digits: 14,
    valid: (text) => luhn(text) && !allSame(text),
    context: /siret\b|établissement/i,
    bare: false,
    fires: ['SIRET 482 719 350 0001#'],
    quiet: ['SIRET 482 719 350 000'],
  }),
  row('FR_PASSPORT', /[0-9]{2}[A-Z]{2}[0-9]{5}/i, {
    title: 'French passport number',
    digits: 7,
    context: PASSPORT,
    bare: false,
    fires: ['passeport 14AK48271'],
    quiet: ['passeport 14AK4827'],
  }),
  row('NL_BSN', /[0-9]{4}[. ]?[0-9]{2}[. ]?[0-9]{3}|[0-9]{3}[. ][0-9]{3}[. ][0-9]{3}/, {
    title: 'Dutch citizen service number (BSN)',
    digits: 9,
    valid: (text) => !allSame(text) && weighed(text.slice(0, 8), [9, 8, 7, 6, 5, 4, 3, 2]) % 11 === Number(text[8]),
    context: /\bbsn\b|burgerservice|citizen service|sofi-?nummer/i,
    fires: ['BSN 48271935#', 'burgerservicenummer 4827.19.35#'],
    quiet: ['BSN 482719350'],
  }),
  row('BE_NRN', /[0-9]{2}[. ]?[0-9]{2}[. ]?[0-9]{2}[- ]?[0-9]{3}[. ]?[0-9]{2}/, {
    title: 'Belgian national register number',
    digits: 11,
    valid: isBelgian,
    alone: 0.55,
    context: /rijksregister|registre national|insz|\bniss\b|\bnrn\b|belgi|national (?:register )?number/i,
    fires: ['rijksregisternummer 82.07.19-482.##', '820719482##'],
    quiet: ['82.07.19-482.00'],
  }),
  row('CH_AHV', /756[. ]?[0-9]{4}[. ]?[0-9]{4}[. ]?[0-9]{2}/, {
    title: 'Swiss social insurance number (AHV)',
    digits: 13,
    valid: (text) =>
      (10 - (weighed(text.slice(0, 12), [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10)) % 10 === Number(text[12]),
    alone: 0.65,
    context: /\bahv\b|\bavs\b|\boasi\b|\bahvn13\b|sozialversicherung|swiss/i,
    fires: ['AHV 756.4827.1935.0#', '756482719350#'],
    quiet: ['757.4827.1935.0#'],
  }),
  row('AT_SVNR', /[1-9][0-9]{3}[ -]?[0-9]{6}/, {
    title: 'Austrian social insurance number',
    digits: 10,
    valid: (text) =>
      weighed(text, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === Number(text[3]) &&
      isDay(Number(text.slice(8)), Number(text.slice(6, 8)) % 20, Number(text.slice(4, 6))),
    context: /\bsvnr\b|\bsv-?n(?:r|ummer)|sozialversicherung|e-?card|austrian|insurance number/i,
    fires: ['SVNR 483# 190782'],
    quiet: ['SVNR 4820 191382'],
  }),
  row('PT_NIF', /[1235689][0-9]{2} ?[0-9]{3} ?[0-9]{3}/, {
    title: 'Portuguese tax number (NIF)',
    digits: 9,
    valid: (text) => {
      const rest = weighed(text.slice(0, 8), [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
      return (rest < 2 ? 0 : 11 - rest) === Number(text[8]);
    },
    context: /\bnif\b|contribuinte|portug/i,
    bare: false,
    fires: ['NIF 248 271 93#'],
    quiet: ['NIF 482 719 350'],
  }),
  row('IE_PPSN', /[0-9]{7}[A-W][A-IW]?/i, {
    title: 'Irish personal public service number',
    digits: 7,
    valid: isPpsn,
    context: /\bpps\b|ppsn|public service|irish/i,
    fires: ['PPS number 4827193#'],
    quiet: ['PPS number 4827193Z'],
  }),
  row('GR_AMKA', /[0-9]{11}/, {
    title: 'Greek social security number (AMKA)',
    digits: 11,
    valid: (text) => luhn(text) && holdsDay(text, 'DMY'),
    context: /amka|αμκα|greek/i,
    bare: false,
    fires: ['AMKA 1907824827#'],
    quiet: ['AMKA 1913824827#'],
  }),
];

/** INSEE: 97 less the rest of the thirteen before; Corsica's letters stand for 19 and 18. */
function isNir(text: string): boolean {
  const body = text.slice(0, 13).replace('2A', '19').replace('2B', '18');
  const high = Number(body.slice(0, 7)) % 97;
  return 97 - ((high * 1_000_000 + Number(body.slice(7))) % 97) === Number(text.slice(13));
}

/** The rest of 97, with a 2 before the number for those born from 2000 on. */
function isBelgian(text: string): boolean {
  const check = Number(text.slice(9));
  const body = Number(text.slice(0, 9));
  const month = Number(text.slice(2, 4)) % 20;
  if (month < 1 || month > 12 || Number(text.slice(4, 6)) > 31 || Number(text.slice(4, 6)) < 1) return false;
  return 97 - (body % 97) === check || 97 - ((2_000_000_000 + body) % 97) === check;
}

function isPpsn(text: string): boolean {
  const second = text[8] === undefined || text[8] === 'W' ? 0 : text.charCodeAt(8) - 64;
  const sum = weighed(text.slice(0, 7), [8, 7, 6, 5, 4, 3, 2]) + second * 9;
  return 'WABCDEFGHIJKLMNOPQRSTUV'[sum % 23] === text[7] && digitsOf(text.slice(0, 7)).length === 7;
}

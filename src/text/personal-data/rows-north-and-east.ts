import { allSame, holdsDay, isDay, mod11And10, weighed } from './checksums.ts';
import { type DataRow, row } from './row.ts';

/** Identifiers of Denmark, Norway, Estonia and Lithuania, Czechia and Slovakia, Romania, Bulgaria, Croatia and Ukraine. */
export const NORTH_AND_EAST_ROWS: readonly DataRow[] = [
  row('DK_CPR', /[0-3][0-9][01][0-9]{3}[- ]?[0-9]{4}/, {
    title: 'Danish personal number (CPR)',
    digits: 10,
    valid: (text) => holdsDay(text, 'DMY'),
    context: /\bcpr\b|personnummer|danish/i,
    fires: ['CPR 190782-4827'],
    quiet: ['CPR 191382-4827'],
  }),
  row('NO_FNR', /[0-7][0-9][0-9]{4} ?[0-9]{5}/, {
    title: 'Norwegian birth number',
    digits: 11,
    valid: isNorwegian,
    alone: 0.55,
    context: /f[øo]dselsn|personnummer|\bfnr\b|d-nummer|norw|norsk/i,
    fires: ['fødselsnummer 190782482##'],
    quiet: ['19138248200'],
  }),
  row('EE_PERSONAL_CODE', /[3-6][0-9]{10}/, {
    title: 'Estonian or Lithuanian personal code',
    digits: 11,
    valid: isBaltic,
    context: /isikukood|asmens kod|eston|lithuan|personal code/i,
    fires: ['isikukood 3820719482#'],
    quiet: ['isikukood 38213194820'],
  }),
  row('CZ_BIRTH_NUMBER', /[0-9]{6}\/[0-9]{4}/, {
    title: 'Czech or Slovak birth number',
    digits: 10,
    valid: isCzech,
    alone: 0.6,
    context: /rodn[ée]|\br\. ?č|birth number|czech|slovak/i,
    fires: ['rodné číslo 820719/482#', '825719/482#'],
    quiet: ['821319/4827', '820719/482'],
  }),
  row('CZ_BIRTH_NUMBER', /[0-9]{10}/, {
    title: 'Czech or Slovak birth number',
    digits: 10,
    valid: isCzech,
    context: /rodn[ée]|\br\. ?č|(?:czech|slovak) (?:birth|personal)/i,
    bare: false,
    fires: ['rodné číslo 820719482#'],
    quiet: ['rodné číslo 8213194827'],
  }),
  row('RO_CNP', /[1-8][0-9]{12}/, {
    title: 'Romanian personal number (CNP)',
    digits: 13,
    valid: (text) =>
      holdsDay(text.slice(1), 'YMD') &&
      Number(text.slice(7, 9)) >= 1 &&
      Number(text.slice(7, 9)) <= 52 &&
      ((rest) => (rest === 10 ? 1 : rest))(weighed(text.slice(0, 12), [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11) ===
        Number(text[12]),
    alone: 0.55,
    context: /\bcnp\b|numeric personal|roman/i,
    fires: ['CNP 182071940482#'],
    quiet: ['CNP 1821319404827'],
  }),
  row('BG_EGN', /[0-9]{10}/, {
    title: 'Bulgarian personal number (EGN)',
    digits: 10,
    valid: (text) =>
      isDay(Number(text.slice(0, 2)), Number(text.slice(2, 4)) % 20, Number(text.slice(4, 6))) &&
      (weighed(text.slice(0, 9), [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === Number(text[9]),
    context: /\begn\b|егн|bulgar/i,
    bare: false,
    fires: ['EGN 820719482#'],
    quiet: ['EGN 8213194827'],
  }),
  row('HR_OIB', /[0-9]{11}/, {
    title: 'Croatian personal number (OIB)',
    digits: 11,
    valid: (text) => mod11And10(text) && !allSame(text),
    context: /\boib\b|croat|hrvat/i,
    bare: false,
    fires: ['OIB 4827193506#'],
    quiet: ['OIB 482719350'],
  }),
  row('PL_NIP', /(?:PL ?)?[1-9][0-9]{2}-?(?:[0-9]{3}-?[0-9]{2}|[0-9]{2}-?[0-9]{2}-?[0-9])-?[0-9]{2}/, {
    title: 'Polish tax number (NIP)',
    digits: 10,
    valid: isNip,
    context: /\bnip\b|podatnik|polish (?:tax|vat)/i,
    bare: false,
    fires: ['NIP 582-719-35-0#', 'NIP 582719351#'],
    quiet: ['NIP 582719'],
  }),
  row('UA_RNOKPP', /[0-9]{10}/, {
    title: 'Ukrainian tax number (RNOKPP)',
    digits: 10,
    valid: (text) =>
      ((weighed(text.slice(1, 9), [5, 7, 9, 4, 6, 10, 5, 7]) - Number(text[0])) % 11) % 10 === Number(text[9]),
    context: /рнокпп|іпн|rnokpp|ukrain/i,
    bare: false,
    fires: ['РНОКПП 348271935#'],
    quiet: ['РНОКПП 34827193'],
  }),
];

function isNip(text: string): boolean {
  const digits = text.replace(/^PL/, '');
  return digits.length === 10 && weighed(digits.slice(0, 9), [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(digits[9]);
}

/** Skatteetaten: two digits, mod 11; D-numbers add 40 to the day. */
function isNorwegian(text: string): boolean {
  const day = Number(text.slice(0, 2));
  if (!isDay(Number(text.slice(4, 6)), Number(text.slice(2, 4)), day > 40 ? day - 40 : day)) return false;
  return (
    weighed(text.slice(0, 10), [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
    weighed(text, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0
  );
}

/** Mod 11 with two rows of weights, the second where the first leaves ten. */
function isBaltic(text: string): boolean {
  if (!holdsDay(text.slice(1), 'YMD')) return false;
  const first = weighed(text.slice(0, 10), [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const check = first < 10 ? first : (weighed(text.slice(0, 10), [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11) % 10;
  return check === Number(text[10]);
}

/** Since 1954: divisible by eleven, or ten left over and a zero; women add 50 to the month. */
function isCzech(text: string): boolean {
  const month = Number(text.slice(2, 4)) % 50;
  if (!isDay(Number(text.slice(0, 2)), month > 20 ? month - 20 : month, Number(text.slice(4, 6)))) return false;
  return (Number(text.slice(0, 9)) % 11) % 10 === Number(text[9]);
}

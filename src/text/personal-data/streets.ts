/** Streets whose house number stands behind their name, in the languages where it does. */

/** Ends of one word: `Lindenstraße`, `Mellemvej`. */
const ENDS =
  'straße|strasse|str\\.|weg|platz|allee|gasse|ring|damm|ufer|gade|vej|vænget|stræde|straede|gata|gate|veien|vegen|gatan|vägen|stigen|katu|kuja|polku|tie|straat|laan|plein|gracht|kade|dreef|singel|stræti|straeti|braut';

/** Words of their own behind the name: `Passauer Strasse`, `Kossuth utca`. */
const BEHIND =
  'Straße|Strasse|Str\\.|Platz|Allee|Weg|Ring|Damm|Ufer|Baan|Laan|Straat|utca|út|útja|tér|körút|kapu|Caddesi|Cad\\.|Sokak|Sokağı|Sok\\.|Bulvarı|iela|gatvė|tänav';

/** Words before the name: `Calle Mayor`, `ul. Jesionowa`. */
const BEFORE =
  '[Cc]alle|[Aa]venida|Av\\.|Avda\\.|[Pp]laza|Plaça|Paseo|Carrera|Carrer|[Vv]ia|[Vv]iale|Vicolo|[Pp]iazza|Piazzale|Corso|[Ll]argo|Strada|[Rr]ua|Travessa|Praça|Alameda|Rue|Ulica|ulica|[Uu]l\\.|[Aa]l\\.|Ulice|náměstí|улица|[Уу]л\\.|проспект|просп\\.|пр-т|переулок|пер\\.';

const PARTICLE = '(?:de|del|della|dei|delle|di|da|do|dos|das|la|las|los|el|du|des|le|les|San|Santa) ';
const NAME = "\\p{Lu}[\\p{L}'’.-]{0,24}";
const NUMBERED = '(?:,? (?:n[.º°]{1,2} ?|№ ?|No:? ?|д\\. ?|дом ?)?)';

/** What stands right before the number. */
const STREETS: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}-]{1,30}(?:${ENDS}) $`, 'u'),
  new RegExp(`(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}-]{1,20} (?:${BEHIND})(?: No:?)? ?$`, 'u'),
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${BEFORE}) (?!Route|Flight|Highway)(?:${PARTICLE}){0,2}${NAME}(?: (?:${PARTICLE})?${NAME}){0,3}${NUMBERED}$`,
    'u',
  ),
];

/** The same where the number is not there yet, or not whole. */
const OPEN: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}-]{1,30}(?:${ENDS}) (?:\\d{1,4} ?[a-zA-Z]?)?$`, 'u'),
  new RegExp(
    `(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}-]{1,20} (?:[\\p{L}.]{0,9}|(?:${BEHIND})(?: N?o?:?)? ?(?:\\d{1,5} ?[a-zA-Z]?)?)$`,
    'u',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${BEFORE})(?: (?:${PARTICLE}){0,2}(?:[\\p{L}'’.-]{0,25}|${NAME}(?: (?:${PARTICLE})?${NAME}){0,3})(?:,? ?(?:[\\p{L}.º°№:]{0,4} ?)?(?:\\d{1,5} ?[a-zA-Z]?)?)?)?$`,
    'u',
  ),
  /[가-힣]{1,10}(?:로|길) ?(?:\d{1,4}(?:번길 ?\d{0,4})?(?:-\d{0,3})?)?$/u,
];

const HOUSE = /\d{1,5} ?[a-zA-Z]?(?![\p{L}\p{N}])/uy;

/** No street is longer before its number. */
export const LONGEST_STREET = 90;

/** East Asia: the number behind the road, or the block behind the quarter. */
const HAN_ROAD = /\p{Script=Han}{2,10}[路街道巷弄]$/u;
const HAN_QUARTER = /[\p{Script=Han}ヶケノ]{2,12}$/u;
const HANGUL_ROAD = /(?<![가-힣])[가-힣]{1,10}(?:로|길) ?$/u;
const HAN_HOUSE = /\d{1,5}(?:号|號)(?:\d{1,4}(?:室|楼|樓))?/uy;
const BLOCKS = /\d{1,2}(?:丁目\d{1,3}(?:番地?|-)?(?:\d{1,3})?号?|-\d{1,3}-\d{1,3})(?![\d-])/uy;
const HANGUL_HOUSE = /\d{1,4}(?:번길 ?\d{1,4})?(?:-\d{1,3})?(?![\d가-힣])/uy;

/** The street before the number at `at`, with the number: from and to. */
export function streetAround(text: string, at: number): readonly [number, number] | null {
  const last = text.charCodeAt(at - 1);
  if (last >= 0x1100 || (last === 32 && text.charCodeAt(at - 2) >= 0xac00)) return eastern(text, at);
  if (last !== 32 && last !== 46 && last !== 186 && last !== 176) return null;
  HOUSE.lastIndex = at;
  const house = HOUSE.exec(text);
  if (house === null) return null;
  const before = text.slice(Math.max(0, at - LONGEST_STREET), at);
  for (const pattern of STREETS) {
    const street = pattern.exec(before);
    if (street !== null) return [at - street[0].length, at + house[0].trimEnd().length];
  }
  return null;
}

function eastern(text: string, at: number): readonly [number, number] | null {
  const before = text.slice(Math.max(0, at - 14), at);
  for (const [road, house] of [
    [HAN_ROAD, HAN_HOUSE],
    [HAN_QUARTER, BLOCKS],
    [HANGUL_ROAD, HANGUL_HOUSE],
  ] as const) {
    house.lastIndex = at;
    const number = house.exec(text);
    const street = number === null ? null : road.exec(before);
    if (street !== null && number !== null) return [at - street[0].length, at + number[0].length];
  }
  return null;
}

/** Whether a street may stand before this number: a word in capitals, or a word that ends one. */
export function mayBeStreet(text: string, at: number): boolean {
  const last = text.charCodeAt(at - 1);
  if (last >= 0x1100) return true;
  if (last === 186 || last === 176 || last === 46) return true;
  if (last !== 32) return false;
  let start = at - 1;
  const mark = text.charCodeAt(start - 1);
  if (mark === 44 || mark === 46 || mark === 58 || mark >= 0xac00) return true;
  while (start > 0 && at - start < 34 && isWord(text.charCodeAt(start - 1))) start -= 1;
  const first = text.charCodeAt(start);
  return (first >= 65 && first <= 90) || first >= 192 || LOWER_ENDS.has(text.slice(start, at - 1));
}

const LOWER_ENDS = new Set(['utca', 'út', 'útja', 'tér', 'körút', 'kapu', 'iela', 'gatvė', 'tänav', 'дом']);

function isWord(unit: number): boolean {
  return (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit >= 192 || unit === 39 || unit === 45;
}

/** Where a street begins whose number is not there yet, or not whole. */
export function openStreetName(text: string): number {
  const end = text.slice(-LONGEST_STREET);
  let open = text.length;
  for (const pattern of OPEN) {
    const street = pattern.exec(end);
    if (street !== null) open = Math.min(open, text.length - street[0].length);
  }
  return open;
}

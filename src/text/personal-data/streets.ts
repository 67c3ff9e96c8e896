import { isBlank, lastWords, type Word } from './last-words.ts';

/** Streets whose house number stands behind their name, in the languages where it does. */

/** What a word ends in that is a street: `Lindenstraße`, `Mellemvej`. */
const ENDS =
  /(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|steig|graben|gade|vej|vænget|stræde|straede|torv|gata|gate|veien|vegen|bakken|svingen|tunet|stien|gatan|vägen|stigen|torget|gränd|backen|katu|kuja|polku|tie|kaari|rinne|raitti|bulevardi|boulevard|baan|hof|straat|laan|plein|gracht|kade|dreef|singel|steeg|plantsoen|stræti|straeti|braut)$/;

/** Words of their own behind the name: `Passauer Strasse`, `Kossuth utca`. */
const BEHIND = new Set(
  'Straße Strasse Str. Platz Allee Weg Ring Damm Ufer Baan Laan Straat utca út útja tér körút kapu Caddesi Cad. Sokak Sokağı Sok. Bulvarı Mahallesi Allé allé torg gränd bulevardi kuja katu polku sétány fasor köz iela gatvė tänav'.split(
    ' ',
  ),
);

/** Words before the name: `Calle Mayor`, `ul. Jesionowa`. */
const BEFORE = new Set(
  'Chemin chemin Impasse impasse Allée allée Route Montée montée Quai quai Sentier Cours Calle calle C. C/ Cañada Pasadizo Callejón Rambla Acceso Vial Camí Retorno Circunvalación Diagonal Eje Boulevard boulevard Borgo Incrocio Contrada Rotonda Stretto Lungomare Salita R. Av Avª Estrada Rodovia Ladeira Beco Núcleo Trecho Quinta Viela Strada Intrarea Bdul. Bd. Splaiul pl. plac aleja aleje Aleje os. skwer ulice nám. třída Calle Cerrada Corredor Periférico Glorieta Urbanización Camino Ronda Pasaje Ampliación Calzada Circuito Soseaua Șoseaua Aleea Bulevardul Calea Splaiul Jalan Jl. Gang Travessia вулиця вул. бульвар провулок площа Avenida avenida Av. Avda. Plaza plaza Plaça Paseo Carrera Carrer Via via Viale viale Vicolo Piazza piazza Piazzale Corso Largo largo Strada Rua rua Travessa Praça Alameda Rue rue Ulica ulica Ul. ul. Al. al. Ulice náměstí улица Ул. ул. проспект просп. пр-т пр. бул. наб. набережная алл. аллея ш. шоссе пл. площадь переулок пер.'.split(
    ' ',
  ),
);

/** Small words in names of streets. */
export const PARTICLES = new Set(
  'de del della dei delle di da do dos das la las los el du des le les van der den of the nad pod i w San Santa'.split(
    ' ',
  ),
);

/** Words between the name and the number. */
const NUMBERING = new Set('Nr. nr. буд. n.º nº n° n. No: No № д. дом'.split(' '));

/** The last characters of those. */
const NUMBERING_ENDS = new Set(Array.from(NUMBERING, (word) => word.charCodeAt(word.length - 1)));

/** Behind these words before a name stand numbers that are of no house. */
const NO_STREETS = new Set(['Route', 'Flight', 'Highway']);

const NAMED = /^\p{Lu}[\p{L}'’.-]{0,24},?$/u;
const HOUSE = /\d{1,5} ?[a-zA-Z]?(?![\p{L}\p{N}])/uy;

const LONGEST_WORD = 34;

/** East Asia: the number behind the road, or the block behind the quarter. */
const HAN_ROAD = /\p{Script=Han}{2,10}[路街道巷弄]$/u;
const HAN_QUARTER = /[\p{Script=Han}ヶケノ]{2,12}$/u;
const HANGUL_ROAD = /(?<![가-힣])[가-힣]{1,10}\d{0,4}(?:로|길|거리|가) ?(?:지하)?$/u;
const HAN_HOUSE = /\d{1,5}(?:号|號)(?:\d{1,4}(?:室|楼|樓))?/uy;
const BLOCKS = /\d{1,2}(?:丁目\d{1,3}(?:番地?|-)?(?:\d{1,3})?号?|-\d{1,3}-\d{1,3})(?![\d-])/uy;
const HANGUL_HOUSE = /\d{1,4}(?:번길 ?\d{1,4})?(?:-\d{1,3})?(?![\d가-힣])/uy;
const OPEN_HANGUL = /[가-힣]{1,10}\d{0,4}(?:로|길|거리|가)? ?(?:지하)?(?:\d{1,4}(?:번길 ?\d{0,4})?(?:-\d{0,3})?)?$/u;
const HANGUL = 0xac00;
const EASTERN = 0x1100;

/** The street before the number at `at`, with the number: from and to. */
export function streetAround(text: string, at: number): readonly [number, number] | null {
  const last = text.charCodeAt(at - 1);
  if (last >= EASTERN || (last === SPACE && text.charCodeAt(at - 2) >= HANGUL)) return eastern(text, at);
  const start = streetStart(text, at);
  if (start === null) return null;
  HOUSE.lastIndex = at;
  const house = HOUSE.exec(text);
  return house === null ? null : [start, at + house[0].trimEnd().length];
}

function streetStart(text: string, at: number): number | null {
  const before = text.charCodeAt(at - 1);
  if (before !== SPACE && !NUMBERING_ENDS.has(before)) return null;
  const words = lastWords(text, text.charCodeAt(at - 1) === SPACE ? at - 1 : at, mayBelong);
  const numbered = NUMBERING.has(words.at(0)?.word ?? '');
  if (!numbered && text.charCodeAt(at - 1) !== SPACE) return null;
  const [first, second, third] = numbered ? words.slice(1) : words;
  if (first === undefined) return null;
  if (isNamed(first.word) && ENDS.test(first.word)) return first.start;
  if (BEHIND.has(first.word)) return namedBefore(second, third);
  return behindKeyword(numbered ? words.slice(1) : words);
}

/** `Kossuth utca`; `József attila utca`. */
function namedBefore(second: Word | undefined, third: Word | undefined): number | null {
  if (second === undefined) return null;
  if (isNamed(second.word)) return second.start;
  return third !== undefined && isNamed(third.word) && /^\p{Ll}[\p{L}-]{2,20}$/u.test(second.word) ? third.start : null;
}

/** Where the words begin that are a word for a street and a name behind it, from the last. */
function behindKeyword(words: readonly Word[]): number | null {
  for (const [index, { word, start }] of words.entries()) {
    const next = words[index - 1]?.word;
    if (index > 0 && BEFORE.has(word) && next !== undefined && !NO_STREETS.has(next)) return start;
    if (!NAMED.test(word) && (index === 0 || !PARTICLES.has(word))) return null;
  }
  return null;
}

/** Whether a word may stand between the first of a street and the number. */
export function mayBelong(word: string): boolean {
  const first = word.charCodeAt(0);
  const small = first >= 97 && first <= 122;
  return !small || word.length <= 2 || PARTICLES.has(word) || BEHIND.has(word) || NUMBERING.has(word);
}

/** A word for a street that stands before its name, or behind it. */
export function isStreetWord(word: string): boolean {
  return BEFORE.has(word) || BEHIND.has(word);
}

function isNamed(word: string): boolean {
  return /^\p{Lu}[\p{L}.-]{1,30}$/u.test(word);
}

const SPACE = 32;

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

/** The colon of `No:`. */
function isNo(text: string, at: number): boolean {
  return text.charCodeAt(at) === 58 && text.charCodeAt(at - 1) === 111;
}

/** Whether a street may stand before this number: a word in capitals, or a word for streets. */
export function mayBeStreet(text: string, at: number): boolean {
  const last = text.charCodeAt(at - 1);
  if (last !== SPACE)
    return last >= EASTERN || last === 186 || last === 176 || last === 46 || last === 8470 || isNo(text, at - 1);
  const mark = text.charCodeAt(at - 2);
  if (mark === 46 || mark === 186 || mark === 176 || mark >= 8470 || isNo(text, at - 2)) return true;
  let start = at - 1;
  while (start > 0 && at - start < LONGEST_WORD && !isBlank(text.charCodeAt(start - 1))) start -= 1;
  const first = text.charCodeAt(start);
  return (first >= 65 && first <= 90) || first >= 192 || BEHIND.has(text.slice(start, at - 1));
}

/** Where a street begins whose number is not there yet, or not whole; `words` are the last ones. */
export function openStreetName(text: string, words: readonly Word[]): number {
  const { length } = text;
  const last = text.charCodeAt(length - 1);
  const hangul =
    last >= HANGUL || (last < 128 && text.charCodeAt(length - 2) >= HANGUL) || /[가-힣]/.test(text.slice(-12));
  const korean = hangul ? OPEN_HANGUL.exec(text.slice(-32)) : null;
  let open = korean === null ? length : length - korean[0].length;
  // What may be the number, or what stands between it and the name; the last word may not be whole.
  let at = 0;
  while (at < 4 && at < words.length && isOfNumber(words[at]?.word ?? '')) at += 1;
  for (const place of new Set([0, at])) {
    const one = words[place];
    const before = words[place + 1];
    if (one === undefined) continue;
    if (place > 0 && ENDS.test(one.word)) open = Math.min(open, one.start);
    if (before !== undefined && isNamed(before.word) && (place > 0 ? BEHIND.has(one.word) : mayBecomeBehind(one.word)))
      open = Math.min(open, before.start);
  }
  for (const [index, { word, start }] of words.entries()) {
    if (index > 0 && BEFORE.has(word)) open = Math.min(open, start);
  }
  return open;
}

function isOfNumber(word: string): boolean {
  return (
    word === '' ||
    NUMBERING.has(word) ||
    /^(?:\d{1,5}[a-zA-Z]?|[a-zA-Z]|No?:?\d{0,5}[a-zA-Z]?|n[.º°]{0,2}|д)$/.test(word)
  );
}

const BEHIND_WORDS = [...BEHIND];

function mayBecomeBehind(word: string): boolean {
  return word.length <= 8 && BEHIND_WORDS.some((known) => known.startsWith(word));
}

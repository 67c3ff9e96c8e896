import type { PersonalData } from './found.ts';
import { houseInTown, nameBefore, openName, placeBehind } from './houses.ts';
import type { Word } from './last-words.ts';
import { isStreetWord, openStreetName, streetAround } from './streets.ts';

const STREET_WORDS =
  'Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Dr|Court|Ct|Place|Pl|Square|Sq|Terrace|Way|Parkway|Pkwy|Highway|Hwy|Close|Crescent|Grove|Gardens|Row|Mews|Hill|Circle|Trail|Pass|Plaza|Loop|Alley|Walk';

const HOUSE_FIRST = new RegExp(
  String.raw`\d{1,5}[A-Za-z]? (?:(?:North|South|East|West|N|S|E|W)\.? )?(?:\p{Lu}[\p{L}'’.]{0,20}|\d{1,3}(?:st|nd|rd|th))(?: \p{Lu}[\p{L}'’.]{0,20}){0,3} (?:(?<!(?:Hard|Flash|Disk|Test|State|Thumb) )Drive|${STREET_WORDS})\b\.?(?:,? (?:Apt|Suite|Unit|Apartment|Flat|#)\.? ?\w{1,6})?(?:,? \p{Lu}[\p{L}]{2,20}(?: \p{Lu}[\p{L}]{2,20})?,? [A-Z]{2} \d{5}(?:-\d{4})?)?`,
  'uy',
);
const ROMANCE =
  /\d{1,5},? (?:bis |ter )?(?:Rue|rue|Via|Avenue|avenue|Boulevard|boulevard|Calle|calle|Place|place|Piazza|Rua|Strada|[Cc]hemin|[Ii]mpasse|[Aa]llée|[Qq]uai|[Mm]ontée|[Rr]oute|[Cc]ours|[Ss]quare)(?: (?:de|du|des|la|le|les|l'|del|della|di|da|do)){0,3} \p{Lu}[\p{L}'’-]{1,24}(?: \p{Lu}[\p{L}'’-]{1,24}){0,2}/uy;
/** A house behind a word for addresses: its street may be called anything. */
const TOLD_BEFORE =
  /\b(?:address(?: is|:| of record:?)?|lives? at|living at|residing at|resides at|moved? (?:in at|to)|ship(?:ped)? to:?|deliver(?:ed)? (?:it )?to:?)[\s"']{1,3}$/i;
const TOLD =
  /\d{1,5}[A-Za-z]?(?:\/\d{1,4})?,? (?:\d{1,5} )?\p{Lu}[\p{L}'’.-]{2,20}(?:(?: (?:de|du|la|le|al|el))?[ -]\p{Lu}[\p{L}'’.-]{1,20}){0,4}(?: \d{1,5}[a-z]?(?![\p{L}\p{N}])|(?<=[ -]\p{Lu}[\p{L}'’.-]{1,20}))/uy;
const TOLD_NUMBER = /\d{1,5} ?[A-Za-z]?(?![\p{L}\p{N}])/uy;
/** What is numbered where letters are brought to. */
const BOX_BEFORE =
  /\b(?:P\.? ?O\.? ?Box|PO BOX|(?:PSC|psc|Unit|unit|CMR|cmr) \d{1,5},? [Bb]ox|Postfach|Apartado|Casella postale|Boîte postale|Apt\.|Apartment|Suite|Flat) $/;
/** The last letters of those words. */
const BOX_LAST = new Set('xXhoe.t');
const OPEN_BOX =
  /\b(?:P\.? ?(?:O\.? ?(?:B[oOxX]{0,2})?)?|(?:PSC|psc|Unit|unit|CMR|cmr)(?: \d{0,5},?(?: [Bb]?o?x?)?)?|Postfach|Apartado|Casella(?: [a-z]{0,7})?|Boîte(?: [a-z]{0,7})?|Apt\.|Apartment|Suite|Flat) ?\d{0,6}$/;

export const LONGEST_ADDRESS = 160;

/** A street with a house number, at the number, and the flat, town and postal code behind it. */
export function addressAt(text: string, at: number): PersonalData | null {
  const before = text.charCodeAt(at - 1);
  if (before < 128 ? PARTS_OF_NUMBERS[before] === 1 : /[\p{N}€£]/u.test(text[at - 1] ?? '')) return null;
  const limit = at + LONGEST_ADDRESS;
  const house = houseAt(text, at);
  const [start, end] = houseInTown(text, at, limit) ?? militaryPost(text, at) ?? [];
  if (house === null) {
    return start === undefined || end === undefined ? null : { type: 'STREET_ADDRESS', start, end, score: 0.65 };
  }
  return {
    ...house,
    start: numberedBefore(text, Math.min(house.start, start ?? house.start)),
    end: Math.max(placeBehind(text, house.end, limit), end ?? house.end),
  };
}

/** By the unit of ASCII, what no house stands right behind: letters, digits, and marks of what is counted. */
const PARTS_OF_NUMBERS = new Uint8Array(128).fill(1, 48, 58).fill(1, 65, 91).fill(1, 97, 123);
for (const mark of ',:$#-') PARTS_OF_NUMBERS[mark.charCodeAt(0)] = 1;

/** `5521 119 Countess Road`: what stands before a house is a number of the building, if it is no year. */
function numberedBefore(text: string, start: number): number {
  const number = /(?<![^\s>])(?!(?:19|20)\d\d )\d{1,6} $/.exec(text.slice(Math.max(0, start - 9), start));
  return number === null ? start : start - number[0].length;
}

/** Streets behind their number, and what is looked at before. */
const HOUSES = [
  [HOUSE_FIRST, /^\d{0,4}[A-Za-z]? [\p{Lu}\d]/u],
  [
    ROMANCE,
    /^\d{0,4},? (?:bis |ter )?(?:rue|via|avenue|boulevard|calle|place|piazza|rua|strada|chemin|impasse|allée|quai|montée|route|cours|square) /i,
  ],
] as const;
const NO_HOUSES: typeof HOUSES | readonly [] = [];

/** Whether a space stands behind a number of up to four digits, or behind a letter or a comma behind it. */
function goesOnApart(text: string, at: number): boolean {
  let end = at;
  while (end - at < 4 && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1;
  const next = text.charCodeAt(end);
  return next === 32 || text.charCodeAt(end + 1) === 32;
}

function houseAt(text: string, at: number): PersonalData | null {
  for (const [pattern, glance] of goesOnApart(text, at) ? HOUSES : NO_HOUSES) {
    if (!glance.test(text.slice(at, at + 24))) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { type: 'STREET_ADDRESS', start: at, end: at + match[0].length, score: 0.65 };
  }
  const told = toldAt(text, at);
  if (told !== null) return told;
  const box = BOX_LAST.has(text[at - 2] ?? '') ? BOX_BEFORE.exec(text.slice(Math.max(0, at - 24), at)) : null;
  const numbered = box === null ? null : /^\d{1,6}(?![\p{L}\p{N}]|[.,]\d)/u.exec(text.slice(at, at + 9));
  if (box !== null && numbered !== null)
    return { type: 'STREET_ADDRESS', start: at - box[0].length, end: at + numbered[0].length, score: 0.5 };
  const street = streetAround(text, at);
  return street === null ? null : { type: 'STREET_ADDRESS', start: street[0], end: street[1], score: 0.65 };
}

/** What bears a number within a house, a station or a book: `Room 12` is no street. */
const NUMBERED =
  /(?<![\p{L}-])(?:Room|Office|Gate|Platform|Terminal|Hall|Lobby|Floor|Level|Desk|Table|Booth|Bay|Zone|Block|Building|Wing|Ward|Bed|Cell|Locker|Seat|Row|Track|Pier|Dock|Berth|Exit|Stop|Station|Chapter|Section|Article|Appendix|Annex|Page|Figure|Fig\.|Line|Step|Item|Question|Port|Slot|Channel|Version|Raum|Zimmer|Saal|Gleis|Halle|Etage|Kapitel|Abbildung|Seite|Salle|Chambre|Bureau|Porte|Étage|Chapitre|Sala|Habitación|Planta|Puerta|Capítulo|Stanza|Aula|Piano|Capitolo|Kamer|Zaal|Spoor|Pokój|Sala) $/iu;

/** Behind a word for addresses: `846 Anything 31`, `Anything 17`. */
function toldAt(text: string, at: number): PersonalData | null {
  if (!isApartFrom(text.charCodeAt(at - 1))) return null;
  const name = nameBefore(text, at);
  const isStreet = name !== null && !NUMBERED.test(text.slice(name, at));
  for (const start of isStreet ? [at, name] : [at]) {
    if (!TOLD_BEFORE.test(text.slice(Math.max(0, start - 24), start))) continue;
    const pattern = start === at ? TOLD : TOLD_NUMBER;
    pattern.lastIndex = at;
    const told = pattern.exec(text);
    if (told !== null) return { type: 'STREET_ADDRESS', start, end: at + told[0].length, score: 0.6 };
  }
  return null;
}

/** Space or a quote, behind which a number is told; beyond ASCII, space may be anything. */
function isApartFrom(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 34 || unit === 39 || unit > 127;
}

/** Post of the armed forces of the United States: `USNS Comfort, FPO AE 12382`. */
function militaryPost(text: string, at: number): readonly [number, number] | null {
  if (text[at - 1] !== ' ' || !/[AFD]PO,? A[AEP] $/i.test(text.slice(Math.max(0, at - 9), at))) return null;
  const code = /^\d{5}(?:-\d{4})?(?![\p{L}\p{N}])/u.exec(text.slice(at, at + 11));
  const ship = SHIP.exec(text.slice(Math.max(0, at - 60), at));
  return code === null || ship === null ? null : [at - ship[0].length, at + code[0].length];
}

const SHIP = /(?:(?<![A-Za-z])US[A-Z]{1,4} [\p{L}'’-]{2,24}(?:, ?|\s{1,4}))?[AFD]PO,? A[AEP] $/iu;
const OPEN_SHIP =
  /(?:(?<![A-Za-z])US[A-Z]{1,4} [\p{L}'’-]{0,24}(?:(?:, ?|\s{1,4})(?:[AFD](?:P(?:O,?)?)?)?)?|[AFD](?:PO?)?|(?:(?<![A-Za-z])US[A-Z]{1,4} [\p{L}'’-]{2,24}(?:, ?|\s{1,4}))?[AFD]PO,? ?(?:A(?:[AEP] ?)?)?)$/iu;

/** Words that may stand in small letters between a house number and what is written in capitals. */
const STREET_PARTICLES =
  /^(?:rue|via|avenue|boulevard|calle|place|route|chemin|impasse|allée|quai|montée|cours|square|bis|ter|apt|apto|bloco|dpto|suite|piso|bus|bte|m|lok|of|the|bei|das|den|der|dos|het|los|las|nad|pod|sous|sur|van|altos|bajos|de|du|des|la|le|les|del|della|di|da|do|l'|[a-z]{2})\.?$/;

/** Whether what begins with this number may be an address whose end is not there yet. */
export function isAddressOpen(text: string, at: number): boolean {
  if (text.length - at > LONGEST_ADDRESS) return false;
  const rest = text.slice(at);
  // Word by word: the second or third of most texts is none of a street.
  for (let start = 0; ; ) {
    let end = start;
    while (end < rest.length && !isApart(rest.charCodeAt(end))) end += 1;
    if (end === rest.length) return true;
    const word = rest.slice(start, end);
    if (!/^[\p{Lu}\p{N}#>\n/()–-]/u.test(word) && !STREET_PARTICLES.test(word) && !isStreetWord(word)) return false;
    start = end + 1;
    while (isApart(rest.charCodeAt(start))) start += 1;
  }
}

/** A space or a comma. */
function isApart(unit: number): boolean {
  return unit === 32 || unit === 44;
}

/** Where what is told of the house at this number begins. */
export function addressStart(text: string, at: number): number {
  const ship = SHIP.exec(text.slice(Math.max(0, at - 60), at));
  return Math.min(at - (ship?.[0].length ?? 0), nameBefore(text, at) ?? at, streetAround(text, at)?.[0] ?? at);
}

/** Where a street, or a box, begins whose number is not there yet, or not whole. */
export function openStreet(text: string, words: readonly Word[]): number {
  const end = text.slice(-60);
  const box = /[ABCPSUMpuc]/.test(end) ? OPEN_BOX.exec(end) : null;
  const ship = OPEN_SHIP.exec(end);
  return Math.min(
    openStreetName(text, words),
    openName(words, text.length),
    text.length - Math.max(box?.[0].length ?? 0, ship?.[0].length ?? 0),
  );
}

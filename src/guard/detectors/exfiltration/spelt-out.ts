/** As aviators spell, so that each letter has a picture of its own. (ICAO) */
const ALPHABET =
  /^(?:al(?:ph|f)a|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett?|kilo|lima|mike|november|oscar|papa|quebec|romeo|sierra|tango|uniform|victor|whiskey|x-?ray|yankee|zulu)$/i;
const LEAST_LETTERS = 5;
/** Numbers of pages that count up spell no letters. */
const LEAST_CODES = 6;

/**
 * What differs in addresses of one host, one behind the other, as letters: of each a letter, the number of one, or its name; null where they
 * differ in more, or where what they have is in order.
 */
export function speltOut(row: readonly string[]): string | null {
  if (row.length < LEAST_LETTERS) return null;
  const parts = differing(row);
  if (parts === null) return null;
  const letters = lettersOf(parts);
  return letters !== null && isSpelling(letters) ? letters.join('') : null;
}

/** Letters that are not counted up. */
export function isSpelling(letters: readonly string[]): boolean {
  const whole = letters.join('');
  return (
    new Set(letters).size >= LEAST_LETTERS &&
    // No text of some length has neither; pieces of a game and grades do.
    /[aeiouyAEIOUY\d_\u0080-\uffff]/.test(whole) &&
    !/^\d+$/.test(whole) &&
    letters.some((letter, at) => letter < (letters[at - 1] ?? ''))
  );
}

function lettersOf(parts: readonly string[]): readonly string[] | null {
  if (parts.every((part) => part.length === 1)) return parts;
  if (parts.every((part) => ALPHABET.test(part))) return parts.map((part) => part.charAt(0));
  if (parts.length < LEAST_CODES || !parts.every((part) => /^0{0,2}[\da-f]{2,3}$/i.test(part))) return null;
  const base = parts.some((part) => /[a-f]|^00/i.test(part)) ? 16 : 10;
  const codes = parts.map((part) => Number.parseInt(part, base));
  const text = String.fromCharCode(...codes);
  return codes.every((code) => code >= 32 && code < 127) && /[a-z]{2}.*[ aeiou]/i.test(text) ? Array.from(text) : null;
}

/** Of each what stands between what all begin and all end with; whole words and numbers. */
function differing(row: readonly string[]): readonly string[] | null {
  const [first = ''] = row;
  let before = first.length;
  let behind = first.length;
  for (const address of row) {
    let at = 0;
    while (at < before && address[at] === first[at]) at += 1;
    before = at;
    at = 0;
    while (at < behind && address[address.length - 1 - at] === first[first.length - 1 - at]) at += 1;
    behind = at;
  }
  // Only where a number or a word begins and ends.
  while (before > 0 && isOfWord(first.charCodeAt(before - 1))) before -= 1;
  while (behind > 0 && isOfWord(first.charCodeAt(first.length - behind))) behind -= 1;
  const parts = row.map((address) => address.slice(before, Math.max(before, address.length - behind)));
  return parts.every((part) => part.length > 0 && part.length <= LONGEST_NAME)
    ? parts.map((part) => part.replace(/^u(?=00)|x1$/i, ''))
    : null;
}

const LONGEST_NAME = 10;

/** Letters and figures. */
function isOfWord(unit: number): boolean {
  const letter = (unit | 0x20) - 97;
  return (letter >= 0 && letter < 26) || (unit >= 48 && unit < 58);
}

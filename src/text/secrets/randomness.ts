/**
 * What it costs to write one letter after another, in bits, `a` to `z` by `a` to `z`: measured on this project's own
 * sources and pages (half a count added to each), rounded, 9 at most.
 */
const PAIR_COSTS =
  '96439759596343959343776859498829994593894994793999293989399359459929958359896949951859399679389746599969' +
  '48447579799453867234966479496944992995992993553999895799286449956467934359999826981799399999399575589969' +
  '76455559999442369643969895699929996999992899293799996996198939939376994969998939942699397489389955489948' +
  '23982999498559339959699999494336396965964698334699796664847969654265925547599939882997498489269364499959' +
  '79899899899799989799096999395527793977543895445899595959379539678945984259695949682893399789479335598959' +
  '65553679599343859343999999299919893999995999999999992899399239999339945999999958684689599568929981999898' +
  '5999499959976352983299899549990899399649799969999978';

const LETTER_A = 97;
/** A digit after a digit, were all alike; and a change between letters and digits, which words make rarely. */
const DIGIT_COST = 3;
const CHANGE_COST = 6;

/**
 * Bits that a pair of neighbouring characters costs on average, for someone who knows English and names in code: under 4 for
 * these, about 6 for random letters and digits. Marks between words cost nothing, nor does a capital after a small letter.
 */
export function surprise(text: string): number {
  let bits = 0;
  let pairs = 0;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const now = text.charCodeAt(at);
    const cost = pairCost(before, now);
    before = now;
    if (cost === 0) continue;
    bits += cost;
    pairs += 1;
  }
  return pairs === 0 ? 0 : bits / pairs;
}

function pairCost(before: number, now: number): number {
  const isDigitNow = isDigit(now);
  if (isDigit(before)) return isDigitNow ? DIGIT_COST : isLetter(now) ? CHANGE_COST : 0;
  if (!isLetter(before)) return 0;
  if (isDigitNow) return CHANGE_COST;
  if (!isLetter(now) || (before >= LETTER_A && now < LETTER_A)) return 0;
  return PAIR_COSTS.charCodeAt(((before | 32) - LETTER_A) * 26 + (now | 32) - LETTER_A) - 48;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  const small = code | 32;
  return small >= LETTER_A && small <= 122;
}

/** Random letters and digits cost less in one of a hundred; of names in three code bases, one in five hundred costs more. */
const RANDOM_BITS = 4.9;
/** Letters alone have only their order to betray them. */
const RANDOM_LETTER_BITS = 5.6;
const FEWEST_LETTERS = 20;
/** One digit in a short text is a version (`PublicIpv4Pools`). */
const RANDOM_SHORT_BITS = 5.3;

/** Whether this was made by a machine that throws dice, and not by someone who names things. */
export function looksRandom(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) if (isDigit(text.charCodeAt(at))) digits += 1;
  if (/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(text))
    return digits >= 2 && text.length - digits >= 2 && new Set(text).size >= 6;
  const bits = surprise(text);
  if (digits > 0)
    return (
      bits >= (digits < 2 && text.length < FEWEST_LETTERS ? RANDOM_SHORT_BITS : RANDOM_BITS) && /[A-Za-z]/.test(text)
    );
  return bits >= RANDOM_LETTER_BITS && text.length >= FEWEST_LETTERS;
}

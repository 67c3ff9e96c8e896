import { crc32 } from 'node:zlib';

/** Words that people write where a secret would stand. */
const FILLER_WORDS =
  /example|placeholder|redacted|changeme|change_me|dummy|insert|replace|your[_-]?|xxxx|\*\*\*\*|\.\.\.|<|>|\$\{|\{\{|sample|fake|secret_?here|token_?here|key_?here/i;

/** What specifications print (RFC 6749, 6750, 7636, 7662): half of all libraries quote it. */
const PUBLISHED =
  /2YotnFZFEjr1zCsicMWpAA|tGzv3JOkF0XG5Qx2TlKWIA|SplxlOBeZQQYbYS6WxSbIA|mF_9\.B5f-4\.1JqM|i1WsRn1uB1|czZCaGRSa3F0MzpnWDFmQmF0M2JW|gX1fBat3bV|7Fjfp0ZBr1KtDRbnfVdmIw|dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk/;

/**
 * Keys that Google's own client libraries carry in their examples and tests, by the CRC-32 of what follows `AIza`.
 * Whoever copies one tells nothing.
 */
const PUBLISHED_KEYS = new Set([
  1069228329, 1805102134, 2770796440, 2937699232, 2951426288, 3427143727, 3487222194, 3830453639, 4065917324,
  4162989266,
]);

/** Runs along the alphabet or the digits, which go round, either way: nobody's random generator makes seven in a row. */
const RUN_LENGTH = 7;

/** Whether this stands in for a secret: filler words, one character over and over, a run of the alphabet. */
export function isPlaceholder(secret: string): boolean {
  const short = secret.slice(0, 512);
  return (
    FILLER_WORDS.test(short) ||
    PUBLISHED.test(short) ||
    isBasicOfNobody(short) ||
    repeatsOneCharacter(short) ||
    holdsRun(short.toLowerCase()) ||
    (short.length <= LONGEST_NAME && SAYS_WHAT_IT_IS.test(unleet(short))) ||
    (short.length === 35 && PUBLISHED_KEYS.has(crc32(short)))
  );
}

/** Somebody's token, in words that say so: with figures for letters, as manuals and tests write them. */
const SAYS_WHAT_IT_IS =
  /^(?:some|my|an?|the|this)[-_ ]?(?:(?:super|very|really|long|random|strong|api|auth|access|bearer|jwt|client|session|user|test|private|secret|token|key|pass(?:word|phrase)?)[-_ ]?){2,6}\d{0,4}$/;
const LONGEST_NAME = 64;
const LETTERS_OF_FIGURES = new Map(
  Object.entries({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', $: 's', '@': 'a' }),
);

function unleet(text: string): string {
  return text.toLowerCase().replace(/[013457$@](?=\D|\d\D)/g, (figure) => LETTERS_OF_FIGURES.get(figure) ?? figure);
}

/** How names that nobody has begin in base64: `user`, `example`, `foo`, `test`. Some do keep `admin:password`. */
const NOBODY_BEGINS = /^(?:dXNlc|ZXhhbXBs|Zm9v|dGVzd)[A-Za-z0-9+/]{3,80}={0,2}$/;
const NOBODY =
  /^(?:user(?:name)?|example[\w-]{0,20}|foo|test):(?:pass(?:w(?:or)?d)?\d{0,4}|secret|test|bar|example[\w-]{0,20})$/i;

/** Whether a login of HTTP is one of examples: `username:password`. */
function isBasicOfNobody(text: string): boolean {
  return NOBODY_BEGINS.test(text) && NOBODY.test(Buffer.from(text, 'base64').toString('latin1'));
}

/** Bits a character, over the characters' own frequencies: 0 for `aaaa`, about 5 for 40 random letters and digits. */
export function entropyOf(text: string): number {
  let bits = 0;
  for (const count of countsOf(text)) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

const COUNTS = new Int32Array(128);

/** How often each character stands there, in the order in which they come first. */
function countsOf(text: string): Iterable<number> {
  COUNTS.fill(0);
  const seen: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > 127) return countsBeyondAscii(text);
    const count = COUNTS[unit] ?? 0;
    if (count === 0) seen.push(unit);
    COUNTS[unit] = count + 1;
  }
  return seen.map((unit) => COUNTS[unit] ?? 0);
}

function countsBeyondAscii(text: string): Iterable<number> {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts.values();
}

function repeatsOneCharacter(text: string): boolean {
  return /([^=])\1{6}/.test(text);
}

/** In a row, or the letters alone: `a1b2c3d4e5f6g7`. In a long text a run counts if it is a good part of it: keys are made up by halves. */
function holdsRun(text: string): boolean {
  const least = text.length < LONG ? RUN_LENGTH : Math.max(RUN_LENGTH, text.length * PART);
  return longestRun(text) >= least || (COUNTED.test(text) && longestRun(text.replace(/[^a-z]/g, '')) >= RUN_LENGTH);
}

const LONG = 32;
const PART = 0.35;

const COUNTED = /[a-z]\d[a-z]\d[a-z]\d/;

function longestRun(text: string): number {
  let [up, down, longest] = [1, 1, 1];
  for (let at = 1; at < text.length; at++) {
    const step = stepTo(text.charCodeAt(at - 1), text.charCodeAt(at));
    up = step === 1 ? up + 1 : 1;
    down = step === -1 ? down + 1 : 1;
    if (up > longest) longest = up;
    if (down > longest) longest = down;
  }
  return longest;
}

/** 1 to the letter or digit that comes next, -1 to the digit before, 0 to any other. */
function stepTo(before: number, now: number): -1 | 0 | 1 {
  if (isSmallLetter(before) && isSmallLetter(now)) return now === before + 1 ? 1 : 0;
  if (!isDigit(before) || !isDigit(now)) return 0;
  const step = (now - before + 10) % 10;
  return step === 1 ? 1 : step === 9 ? -1 : 0;
}

function isSmallLetter(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

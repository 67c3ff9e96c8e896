/** Words that people write where a secret would stand. */
const FILLER_WORDS =
  /example|placeholder|redacted|changeme|change_me|dummy|insert|replace|your[_-]?|xxxx|\*\*\*\*|\.\.\.|<|>|\$\{|\{\{|sample|fake|secret_?here|token_?here|key_?here/i;

/** What specifications print (RFC 6749, 6750, 7636, 7662): half of all libraries quote it. */
const PUBLISHED =
  /2YotnFZFEjr1zCsicMWpAA|tGzv3JOkF0XG5Qx2TlKWIA|SplxlOBeZQQYbYS6WxSbIA|mF_9\.B5f-4\.1JqM|i1WsRn1uB1|czZCaGRSa3F0MzpnWDFmQmF0M2JW|gX1fBat3bV|7Fjfp0ZBr1KtDRbnfVdmIw|dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk/;

/** Runs along the keyboard or the alphabet: nobody's random generator makes twelve in a row. */
const RUNS = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', '98765432109876543210'];
const RUN_LENGTH = 8;

/** Whether this stands in for a secret: filler words, one character over and over, a run of the alphabet. */
export function isPlaceholder(secret: string): boolean {
  const short = secret.slice(0, 512);
  return (
    FILLER_WORDS.test(short) || PUBLISHED.test(short) || repeatsOneCharacter(short) || holdsRun(short.toLowerCase())
  );
}

/** Bits a character, over the characters' own frequencies: 0 for `aaaa`, about 5 for 40 random letters and digits. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

function repeatsOneCharacter(text: string): boolean {
  return /([^=])\1{6}/.test(text);
}

function holdsRun(text: string): boolean {
  for (let at = 0; at + RUN_LENGTH <= text.length; at++) {
    const piece = text.slice(at, at + RUN_LENGTH);
    if (RUNS.some((run) => run.includes(piece))) return true;
  }
  return false;
}

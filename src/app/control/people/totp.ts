import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds that one code is shown for, and its digits: what every authenticator app assumes. */
const STEP = 30;
const DIGITS = 6;
/** Steps before and after that count too: clocks differ, and people type slowly (RFC 6238, section 5.2). */
const SLACK = 1;

/** The code of a step (RFC 4226, section 5.3). */
export function codeOf(secret: Uint8Array, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 0x0f) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / STEP);
}

/** The step that the code is of; null for a wrong code, and for one that was used, or is older than one that was. */
export function stepOf(secret: Uint8Array, code: string, now: Date, lastStep: number): number | null {
  let found: number | null = null;
  for (let step = stepAt(now) - SLACK; step <= stepAt(now) + SLACK; step++) {
    const [right, given] = [Buffer.from(codeOf(secret, step)), Buffer.from(code)];
    if (given.length === right.length && timingSafeEqual(given, right) && step > lastStep) found = step;
  }
  return found;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, without padding: as authenticator apps take a secret. */
export function base32(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)] ?? '').join('');
}

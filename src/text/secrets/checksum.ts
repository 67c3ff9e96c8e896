import { crc32 } from 'node:zlib';
import { LETTERS_AND_DIGITS } from './examples.ts';

const CHECK_LENGTH = 6;

/**
 * Whether the last six characters are the CRC32 of those between prefix and check, in base 62 (GitHub blog, 2021-04-05,
 * 'Behind GitHub's new authentication token formats'; npm has used the same since 2021-09-23).
 */
export function endsInCrc(token: string): boolean {
  const body = token.slice(token.indexOf('_') + 1);
  return crcOf(body.slice(0, -CHECK_LENGTH)) === body.slice(-CHECK_LENGTH);
}

export function withCrc(prefix: string, body: string): string {
  return prefix + body + crcOf(body);
}

function crcOf(body: string): string {
  let rest = crc32(body);
  let text = '';
  for (; rest > 0; rest = Math.floor(rest / 62)) text = (LETTERS_AND_DIGITS[rest % 62] ?? '') + text;
  return text.padStart(CHECK_LENGTH, '0');
}

/** Programs and archives by their first bytes, and what else has to hold; in the spelling of Latin-1. */
const KINDS: readonly { readonly what: string; readonly begins: RegExp; readonly ends?: RegExp }[] = [
  { what: 'a program', begins: /^(?:\x7fELF|#!\/|\xcf\xfa\xed\xfe|\xfe\xed\xfa[\xce\xcf]|dex\n)/ },
  { what: 'a program', begins: /^MZ[\s\S]{0,4000}PE\0\0/ },
  { what: 'a pickle', begins: /^\x80[\x02-\x05]/, ends: /\.$/ },
  { what: 'an archive', begins: /^(?:PK\x03\x04|\x1f\x8b\x08|7z\xbc\xaf|Rar!)/ },
];

const BASE64 = /^[A-Za-z0-9+/_-]{32,}={0,2}$/;
/** A longer header value is read by its two ends alone. */
const LOOKED_AT = 8192;

/** What a text of a header holds in base64 that no header needs to; null for a text, a hash or a picture. */
export function carriedIn(text: string): string | null {
  const plain = text.replace(/\s+/g, '');
  const front = plain.slice(0, LOOKED_AT);
  if (!BASE64.test(front)) return null;
  const start = Buffer.from(front, 'base64').toString('latin1');
  const end = Buffer.from(plain.slice(-4), 'base64').toString('latin1');
  return KINDS.find(({ begins, ends }) => begins.test(start) && (ends?.test(end) ?? true))?.what ?? null;
}

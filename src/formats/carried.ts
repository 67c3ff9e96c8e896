import { isNamedInProse } from './python/prose.ts';

/** Programs and archives by their first bytes, in hexadecimal, and what else has to hold. */
const KINDS: readonly { readonly what: string; readonly begins: RegExp; readonly ends?: RegExp }[] = [
  // ELF, `#!/`, Mach-O, DEX.
  { what: 'a program', begins: /^(?:7f454c46|23212f|cffaedfe|feedfa(?:ce|cf)|6465780a)/ },
  { what: 'a program', begins: /^4d5a(?:..){0,4000}?50450000/ },
  { what: 'a pickle', begins: /^800[2-5]/, ends: /2e$/ },
  { what: 'an archive', begins: /^(?:504b0304|1f8b08|377abcaf|52617221)/ },
];

/** No sentence of a description needs it. */
const IMPORTS = /__import__\s*\(/;
const CODE = /\bos\.(?:system|popen|exec[lv]p?e?)\s*\(|\bsubprocess\.(?:run|call|Popen|check_output|getoutput)\s*\(/g;
const OLD_PICKLE = /^c[A-Za-z_][\w.]*\n[A-Za-z_][\w.]*\n[(p)]/;

const CODE_THAT_STARTS = 'code that starts programs';

/** The same as they stand; bytes that are no UTF-8 have become U+FFFD. */
function rawIn(text: string): string | null {
  const [first, second] = [text.charCodeAt(0), text.charCodeAt(1)];
  if (text.startsWith('\x7fELF') || text.startsWith('#!/')) return 'a program';
  if (text.startsWith('PK\x03\x04')) return 'an archive';
  if ((first === 0xfffd || first === 0x80) && second >= 2 && second <= 5) return 'a pickle';
  if (OLD_PICKLE.test(text)) return 'a pickle';
  if (IMPORTS.test(text)) return CODE_THAT_STARTS;
  const places = [...text.matchAll(CODE)].map(({ index }) => index);
  // A sentence that names a call is what a description is made of.
  return places.length > 0 && !isNamedInProse(text, places) ? CODE_THAT_STARTS : null;
}

const BASE64 = /^[A-Za-z0-9+/_-]{32,}={0,2}$/;
/** A longer header value is read by its two ends alone; a multiple of four, so that both decode by themselves. */
const LOOKED_AT = 8192;

/** What a text of a header holds that no header needs to; null for a text, a hash or a picture. */
export function carriedIn(text: string): string | null {
  const raw = rawIn(text.slice(0, LOOKED_AT));
  if (raw !== null) return raw;
  const plain = text.replace(/\s+/g, '');
  const front = plain.slice(0, LOOKED_AT);
  if (!BASE64.test(front)) return null;
  const start = Buffer.from(front, 'base64').toString('hex');
  const end = Buffer.from(plain.slice(-4), 'base64').toString('hex');
  const kind = KINDS.find(({ begins, ends }) => begins.test(start) && (ends?.test(end) ?? true));
  return kind === undefined ? null : `${kind.what} in base64`;
}

/** What bytes are that stand where a text, a time or nothing is expected; null for what is none of these. */
export function carriedInBytes(bytes: Uint8Array): string | null {
  const front = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('hex');
  const end = Buffer.from(bytes.subarray(-2)).toString('hex');
  const kind = KINDS.find(({ begins, ends }) => begins.test(front) && (ends?.test(end) ?? true));
  return kind?.what ?? carriedIn(Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1'));
}

import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { filesInTexts } from '../among-numbers.ts';
import { decodeUtf8, readDocument } from '../document.ts';
import type { Format, ReaderResult } from '../format.ts';
import { lettersIn } from '../letters.ts';
import type { TextFacts } from './facts.ts';

/** Text of any sort that no closer reader claims: cards, licences, templates, vocabularies, settings. */
export const textFormat: Format<'text'> = { id: 'text', claims: claimsText, read: readText };

/** Read by the readers of JSON and of Python, which are stricter. */
const CLOSER_NAME = /\.(json|ipynb|py|pyi|pyw)$/i;

/** Documents whose name promises text, so that an old encoding is no reason to leave them unread. */
const DOCUMENT_NAME =
  /(?:^|\/)(?:licen[cs]e|notice|copying|readme|authors|changelog)[^/]*$|\.(?:txt|md|rst|tex|[ct]sv|html?|css|js|ya?ml|toml|ini|cfg|conf|sh|bat|r)$/i;

function claimsText(path: string, head: Uint8Array, size: number): boolean {
  if (CLOSER_NAME.test(path) || size === 0) return false;
  if (utf16Of(head) !== null) return true;
  if (isUtf8Head(head, size)) return true;
  return DOCUMENT_NAME.test(path) && !holdsControl(latin1(head));
}

function isUtf8Head(head: Uint8Array, size: number): boolean {
  // Most of what is no text holds a control character: a decoder that throws takes far longer to say so.
  if (head.some(isControl)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: head.length < size });
    return true;
  } catch {
    return false;
  }
}

/** Texts for people, which may quote an attack. */
const PROSE = /\.(?:md|markdown|rst|tex|html?)$|(?:^|\/)readme[^/]*$/i;

async function readText(source: ByteSource, { path }: { readonly path: string }): Promise<ReaderResult<'text'>> {
  const bytes = await readDocument(source);
  const facts = decodeText(bytes, path);
  const nul = facts.text.indexOf('\0');
  if (nul >= 0) throw new MalformedError('text holds a NUL', bytes.indexOf(0));
  return {
    facts,
    parts: PROSE.test(path) ? [] : await filesInTexts(lettersIn(facts.text)),
    defects: [],
    coverage: 'whole',
  };
}

function decodeText(bytes: Uint8Array, path: string): TextFacts {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return { format: 'text', encoding: utf16, text: decodeUtf16(bytes, utf16) };
  try {
    return { format: 'text', encoding: 'utf-8', text: decodeUtf8(bytes) };
  } catch (malformed) {
    const text = latin1(bytes);
    if (!DOCUMENT_NAME.test(path) || holdsControl(text)) throw malformed;
    return { format: 'text', encoding: 'latin-1', text };
  }
}

/** Control characters that text does not hold; tab, line feeds, form feed and escape (colours in logs) may stand. */
function holdsControl(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (isControl(text.charCodeAt(at))) return true;
  }
  return false;
}

function isControl(unit: number): boolean {
  return unit < 0x20 ? unit !== 0x1b && (unit < 0x09 || unit > 0x0d) : unit === 0x7f;
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new MalformedError(`no ${encoding.toUpperCase()}, although its mark says so`, 0, { cause });
  }
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

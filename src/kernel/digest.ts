import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { Json } from './json.ts';

/** A SHA-256 digest in the OCI spelling, `sha256:` and 64 hexadecimal digits. */
export type Digest = `sha256:${string}` & { readonly brand: 'digest' };

const DIGEST = /^sha256:[0-9a-f]{64}$/;

export function isDigest(text: string): text is Digest {
  return DIGEST.test(text);
}

/** The digest of these bytes; a string counts as its UTF-8. */
export function digestOf(bytes: Uint8Array | string): Digest {
  return digestFromHex(hash('sha256', bytes, 'hex'));
}

/** The digest of a value: that of its canonical JSON, so that equal values have equal digests. */
export function digestOfJson(value: Json): Digest {
  return digestOf(canonicalJson(value));
}

/** Throws a RangeError when `hex` is not 64 lower-case hexadecimal digits: callers check what comes from outside first. */
export function digestFromHex(hex: string): Digest {
  const digest = `sha256:${hex}`;
  if (!isDigest(digest)) throw new RangeError('not a SHA-256 in hexadecimal');
  return digest;
}

export function hexOf(digest: Digest): string {
  return digest.slice('sha256:'.length);
}

import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';

/** What signs: a log (Ed25519 over the note), or a witness (Ed25519 over the note and a time). Numbers of c2sp.org/signed-note. */
export const SIGNATURE_TYPES = { log: 1, witness: 4 } as const;
export type SignatureType = keyof typeof SIGNATURE_TYPES;

/** A key by the name it signs under. */
export interface NoteKey {
  readonly name: string;
  readonly type: SignatureType;
  readonly publicKey: KeyObject;
}

/** A text whose signature by somebody known holds. */
export interface OpenNote {
  /** With its last newline. */
  readonly text: string;
  readonly signers: readonly NoteKey[];
}

/** Beyond any note: a checkpoint has three lines, and a verifier need not accept more than 16 signatures. */
const LONGEST = 16 * 1024;

/**
 * Opens a signed note (c2sp.org/signed-note). Signatures by unknown keys are ignored; null when none by a known key is
 * there, or when one by a known key does not hold.
 */
export function openNote(note: string, known: readonly NoteKey[]): OpenNote | null {
  const parts = note.length > LONGEST ? null : partsOf(note);
  if (parts === null) return null;
  const signers: NoteKey[] = [];
  for (const { name, bytes } of parts.signatures) {
    const key = known.find((one) => one.name === name && keyIdIn(one).equals(bytes.subarray(0, 4)));
    if (key === undefined) continue;
    if (!holds(key, parts.text, bytes.subarray(4))) return null;
    signers.push(key);
  }
  return signers.length === 0 ? null : { text: parts.text, signers };
}

/** What a key signs, for a text; a witness says when. */
export function signedBytes(text: string, seconds: number | null): Uint8Array {
  return Buffer.from(seconds === null ? text : `cosignature/v1\ntime ${seconds}\n${text}`, 'utf8');
}

/** The line that says so. */
export function signatureLine(key: NoteKey, signature: Uint8Array, seconds: number | null): string {
  const stamp = Buffer.alloc(seconds === null ? 0 : 8);
  if (seconds !== null) stamp.writeBigUInt64BE(BigInt(seconds));
  return `— ${key.name} ${Buffer.concat([keyIdIn(key), stamp, signature]).toString('base64')}\n`;
}

export function noteOf(text: string, lines: readonly string[]): string {
  return `${text}\n${lines.join('')}`;
}

/** The lines of a note's signatures, as they stand. */
export function signatureLines(note: string): readonly string[] {
  return partsOf(note)?.signatures.map(({ line }) => line) ?? [];
}

/** A key as one writes it down: name, id, and type with the key itself. */
export function verifierKey(key: NoteKey): string {
  const material = Buffer.concat([Buffer.of(SIGNATURE_TYPES[key.type]), rawKey(key.publicKey)]);
  return `${key.name}+${keyIdIn(key).toString('hex')}+${material.toString('base64')}`;
}

/** Null for what is no verifier key of a kind we know, or whose id is not its own. */
export function parseVerifierKey(text: string): NoteKey | null {
  const [, name = '', id = '', encoded = ''] = /^([^\s+\p{Cc}]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/u.exec(text) ?? [];
  const material = base64(encoded);
  const type = (['log', 'witness'] as const).find((one) => SIGNATURE_TYPES[one] === material?.[0]);
  if (material === null || type === undefined || material.length !== 33) return null;
  try {
    const x = material.subarray(1).toString('base64url');
    const key: NoteKey = {
      name,
      type,
      publicKey: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }),
    };
    return keyIdIn(key).toString('hex') === id ? key : null;
  } catch {
    return null;
  }
}

function holds(key: NoteKey, text: string, bytes: Buffer): boolean {
  const stamped = key.type === 'witness';
  if (bytes.length !== (stamped ? 72 : 64)) return false;
  const seconds = stamped ? Number(bytes.readBigUInt64BE()) : null;
  return verify(null, signedBytes(text, seconds), key.publicKey, bytes.subarray(stamped ? 8 : 0));
}

interface Parts {
  readonly text: string;
  readonly signatures: readonly { readonly name: string; readonly bytes: Buffer; readonly line: string }[];
}

function partsOf(note: string): Parts | null {
  // Of the control characters, a note has newlines alone.
  if (!note.isWellFormed() || /[^\P{Cc}\n\x7f-\x9f]/u.test(note)) return null;
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return null;
  const signatures = [];
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const [, name = '', encoded = ''] = /^— ([^\s+]+) ([A-Za-z0-9+/]+=*)$/u.exec(line) ?? [];
    const bytes = base64(encoded);
    if (bytes === null || bytes.length < 5) return null;
    signatures.push({ name, bytes, line: `${line}\n` });
  }
  return { text: note.slice(0, end + 1), signatures };
}

function keyIdIn({ name, type, publicKey }: NoteKey): Buffer {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.of(SIGNATURE_TYPES[type]))
    .update(rawKey(publicKey))
    .digest()
    .subarray(0, 4);
}

function rawKey(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
}

/** Null for what is not written as base64 writes it. */
function base64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return text !== '' && bytes.toString('base64') === text ? bytes : null;
}

import { createHash, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { signatureHolds } from '../../attest/dsse.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Signer } from '../../ports/signer.ts';
import { readTar, TAR_END, type TarEntry, tarred } from './tar.ts';

/** Of the archive's own form; a newer one is refused. */
export const FORMAT = 1;

/** What an archive begins with. */
const manifestShape = z.object({
  kind: z.literal('weighbridge-backup'),
  format: z.number().int(),
  version: z.string(),
  /** The last step of the schema that its rows are of. */
  schema: z.number().int(),
  madeAt: z.string(),
  keys: z.boolean(),
});
export type Manifest = z.output<typeof manifestShape>;

/** What it ends with: a digest over all before it, signed with the server's key. */
const sealShape = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), keyId: z.string(), signature: z.string() });
type Seal = z.output<typeof sealShape>;

export type Part =
  | { readonly kind: 'manifest'; readonly manifest: Manifest }
  | { readonly kind: 'key'; readonly name: string; readonly pem: string }
  | { readonly kind: 'rows'; readonly table: string; readonly lines: readonly string[] }
  | { readonly kind: 'blob'; readonly hex: string; readonly size: number; readonly bytes: AsyncIterable<Uint8Array> }
  /** Everything before it is as it was written, says whoever holds this key. */
  | { readonly kind: 'seal'; readonly keyId: string; readonly holds: (key: KeyObject) => boolean };

const NAMES = {
  manifest: /^manifest\.json$/,
  key: /^keys\/([a-z][a-z0-9-]{0,60}\.key)$/,
  rows: /^rows\/([a-z_]{1,60})\/\d{8}\.jsonl$/,
  blob: /^blobs\/([0-9a-f]{64})$/,
  seal: /^seal\.json$/,
} as const;
/** The most that is held at once; a chunk of rows has a megabyte or one row more. */
const HELD = { small: 64 * 1024, rows: 64 * 1024 * 1024 } as const;

/** An archive's bytes: the parts in the order in which they come, sealed. */
export async function* archived(parts: AsyncIterable<Part>, signer: Signer): AsyncIterable<Uint8Array> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const part of parts) {
    const [name, content] = written(part, count++);
    const size = content instanceof Uint8Array ? content.length : content.size;
    for await (const piece of tarred(name, size, content instanceof Uint8Array ? only(content) : content.bytes)) {
      hash.update(piece);
      yield piece;
    }
  }
  const sha256 = hash.digest('hex');
  const signature = Buffer.from(await signer.sign(signedText(sha256))).toString('base64');
  const seal = jsonBytes({ sha256, keyId: signer.keyId, signature } satisfies Seal);
  yield* tarred('seal.json', seal.length, only(seal));
  yield TAR_END;
}

/** What the signature is over says what it is for, so that it counts for nothing else. */
function signedText(sha256: string): Uint8Array {
  return Buffer.from(`weighbridge-backup/v${FORMAT}\n${sha256}\n`);
}

function written(part: Part, at: number): readonly [string, Uint8Array | Extract<Part, { kind: 'blob' }>] {
  switch (part.kind) {
    case 'manifest':
      return ['manifest.json', jsonBytes(part.manifest)];
    case 'key':
      return [`keys/${part.name}`, Buffer.from(part.pem)];
    case 'rows':
      return [`rows/${part.table}/${String(at).padStart(8, '0')}.jsonl`, Buffer.from(`${part.lines.join('\n')}\n`)];
    case 'blob':
      return [`blobs/${part.hex}`, part];
    case 'seal':
      throw new Error('a seal is made, not given');
  }
}

/**
 * The parts of an archive as they come; the first is its manifest, the last its seal, and nothing counts before that.
 * Throws `backup-invalid`, `backup-newer`.
 */
export async function* partsOf(archive: AsyncIterable<Uint8Array>): AsyncIterable<Part> {
  let [first, sealed] = [true, false];
  for await (const entry of readTar(archive, (name) => Object.values(NAMES).some((known) => known.test(name)))) {
    if (sealed) throw invalid('something follows its seal');
    if (first !== NAMES.manifest.test(entry.name)) throw invalid('its manifest is not where it belongs');
    first = false;
    const part = await partIn(entry);
    sealed = part.kind === 'seal';
    yield part;
  }
  if (!sealed) throw invalid('it has no seal');
}

async function partIn(entry: TarEntry): Promise<Part> {
  const { name, size, bytes } = entry;
  const [, hex] = NAMES.blob.exec(name) ?? [];
  if (hex !== undefined) return { kind: 'blob', hex, size, bytes };
  const [, table] = NAMES.rows.exec(name) ?? [];
  if (table !== undefined) {
    const lines = (await held(entry, HELD.rows)).split('\n').filter((line) => line !== '');
    return { kind: 'rows', table, lines };
  }
  const [, key] = NAMES.key.exec(name) ?? [];
  if (key !== undefined) return { kind: 'key', name: key, pem: await held(entry, HELD.small) };
  const json = parsed(await held(entry, HELD.small));
  return NAMES.seal.test(name) ? sealIn(json, entry.before) : { kind: 'manifest', manifest: manifestIn(json) };
}

function manifestIn(json: unknown): Manifest {
  const { format = 0 } = z.object({ format: z.number().optional() }).safeParse(json).data ?? {};
  if (format > FORMAT)
    throw new WeighbridgeError('backup-newer', `its form is ${format}, this version knows ${FORMAT}`);
  const read = manifestShape.safeParse(json);
  if (!read.success) throw invalid('its manifest is none');
  return read.data;
}

function sealIn(json: unknown, before: string): Part {
  const read = sealShape.safeParse(json);
  if (!read.success) throw invalid('its seal is none');
  const { sha256, keyId, signature } = read.data;
  if (sha256 !== before) throw invalid('its content is not what was sealed');
  const holds = (key: KeyObject): boolean => signatureHolds(signedText(sha256), key, Buffer.from(signature, 'base64'));
  return { kind: 'seal', keyId, holds };
}

async function held({ name, size, bytes }: TarEntry, most: number): Promise<string> {
  if (size > most) throw invalid(`${name} has ${size} bytes`);
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('its manifest or seal is no JSON');
  }
}

function jsonBytes(value: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

async function* only(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

function invalid(why: string): WeighbridgeError {
  return new WeighbridgeError('backup-invalid', why);
}

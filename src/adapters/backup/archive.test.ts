import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../../test/support/deep.ts';
import { keyIdOf } from '../../attest/dsse.ts';
import type { WeighbridgeError } from '../../kernel/errors.ts';
import { archived, type Part, partsOf } from './archive.ts';
import { tarred } from './tar.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519').publicKey;
const signer = {
  keyId: keyIdOf(publicKey),
  publicKey,
  sign: async (message: Uint8Array) => sign(null, message, privateKey),
};
const MANIFEST = {
  kind: 'weighbridge-backup',
  format: 1,
  version: '1.0.0',
  schema: 9,
  madeAt: '2026-03-11T14:00:00.000Z',
  keys: false,
} as const;
const HEX = 'ab'.repeat(32);

describe('an archive', () => {
  it('gives back the parts it was made of, however its bytes come, and its seal holds for its key alone', async () => {
    const bytes = await sample();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3000 }), async (piece) => {
        const read = await readAll(cut(bytes, piece));
        expect(read.map(({ kind }) => kind)).toEqual(['manifest', 'rows', 'blob', 'seal']);
        expect(read[1]).toMatchObject({ table: 'people', lines: ['{"organisation":"main"}', '{"name":"Müller"}'] });
        expect(read[2]).toMatchObject({ content: 'x'.repeat(1300) });
        const seal = read[3] as Extract<Part, { kind: 'seal' }>;
        expect([seal.holds(publicKey), seal.holds(stranger)]).toEqual([true, false]);
      }),
      { numRuns: cases(20) },
    );
  });

  it('of which a bit is another, or of which a piece is missing, is refused, unless all but the text of its seal is as it was', async () => {
    const bytes = await sample();
    const whole = contents(await readAll(cut(bytes, 700)));
    const harm = fc.record({ at: fc.integer({ min: 0, max: bytes.length - 1 }), bit: fc.integer({ min: 0, max: 7 }) });
    await fc.assert(
      fc.asyncProperty(harm, async ({ at, bit }) => {
        const bad = Buffer.from(bytes);
        bad[at] = (bad[at] ?? 0) ^ (1 << bit);
        const read = await readAll(cut(bad, 700)).catch((error: WeighbridgeError) => error);
        if (read instanceof Error) expect(read.code).toMatch(/^backup-/);
        // It was the text of the seal, or the zeros behind it.
        else expect(contents(read)).toEqual(whole);
        await expect(readAll(cut(bytes.subarray(0, at), 700))).rejects.toMatchObject({ code: 'backup-invalid' });
      }),
      { numRuns: cases(200) },
    );
  });

  it.each([
    ['../../evil.key', '0'],
    ['blobs/../../evil', '0'],
    ['/etc/evil', '0'],
    ['keys/signing.key', '1'],
    ['keys/signing.key', '2'],
    ['keys/', '5'],
    ['keys/Signing.key', '0'],
    ['rows/people/00000001.jsonl', '0'],
    ['seal.json', '0'],
  ])('that begins with %s (type %s) is refused', async (name, type) => {
    const head = await collected(tarred(name, 3, one(Buffer.from('abc'))));
    retype(head, type);
    await expect(readAll(cut(Buffer.concat([head, await sample()]), 700))).rejects.toMatchObject({
      code: 'backup-invalid',
    });
  });

  it('of a newer form is refused, and so are other files', async () => {
    const newer = await collected(archived(parts({ ...MANIFEST, format: 2 }), signer));
    await expect(readAll(cut(newer, 700))).rejects.toMatchObject({ code: 'backup-newer' });
    for (const other of ['', 'no backup', '\0'.repeat(1024), 'a'.repeat(5000)])
      await expect(readAll(cut(Buffer.from(other), 700))).rejects.toMatchObject({ code: 'backup-invalid' });
  });

  it('may not go on after its seal', async () => {
    const bytes = await sample();
    await expect(readAll(cut(Buffer.concat([bytes, Buffer.alloc(512)]), 700))).rejects.toMatchObject({
      code: 'backup-invalid',
    });
  });
});

/** All but the seal, and the bytes of blobs as they were collected. */
function contents(parts: readonly Part[]): readonly object[] {
  return parts.filter(({ kind }) => kind !== 'seal').map((part) => ({ ...part, bytes: null }));
}

async function* parts(manifest: Extract<Part, { kind: 'manifest' }>['manifest'] = MANIFEST): AsyncIterable<Part> {
  yield { kind: 'manifest', manifest };
  yield { kind: 'rows', table: 'people', lines: ['{"organisation":"main"}', '{"name":"Müller"}'] };
  yield { kind: 'blob', hex: HEX, size: 1300, bytes: one(Buffer.alloc(1300, 'x')) };
}

function sample(): Promise<Buffer> {
  return collected(archived(parts(), signer));
}

async function readAll(archive: AsyncIterable<Uint8Array>): Promise<readonly Part[]> {
  const read: Part[] = [];
  for await (const part of partsOf(archive)) {
    const more = part.kind === 'blob' ? { content: (await collected(part.bytes)).toString() } : {};
    read.push({ ...part, ...more });
  }
  return read;
}

async function* cut(bytes: Uint8Array, piece: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}

async function* one(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

async function collected(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** Another type of entry, with the sum that goes with it. */
function retype(header: Buffer, type: string): void {
  header.write(type, 156);
  header.fill(' ', 148, 156);
  const sum = header.subarray(0, 512).reduce((all, byte) => all + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
}

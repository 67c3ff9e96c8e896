import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createBudget } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { tfrecordFormat } from './reader.ts';

const HEAD = Buffer.from([0x3a, 0x57, 0x26, 0x42, 0xe1, 0xbe, 0]);
const BLOCK = 32 * 1024;

function piece(kind: number, content: Buffer): Buffer {
  const head = Buffer.alloc(7);
  head.writeUInt16LE(content.length, 4);
  head[6] = kind;
  head.writeUInt32LE(crc32(Buffer.concat([head.subarray(6), content])), 0);
  return Buffer.concat([head, content]);
}

/** A record that goes over the end of the first block, and one within the second. */
function log(): Buffer {
  const first = piece(2, Buffer.alloc(BLOCK - HEAD.length - 7 - 3, 1));
  return Buffer.concat([HEAD, first, Buffer.alloc(3), piece(4, Buffer.from('end')), piece(1, Buffer.from('whole'))]);
}

const read = (bytes: Uint8Array) =>
  tfrecordFormat.read(sourceOf(bytes), { path: 'run-x.wandb', budget: createBudget(() => 0) });

describe('the log of a run', () => {
  it('is claimed by how it begins, and read to its end', async () => {
    expect(tfrecordFormat.claims('run-x.wandb', log().subarray(0, 64), 1)).toBe(true);
    expect(await read(log())).toMatchObject({ facts: { records: 2 }, defects: [], coverage: 'whole' });
  });

  it('is damaged where a record has other bytes than its checksum says', async () => {
    const bytes = log();
    bytes[100] = 7;
    expect((await read(bytes)).defects).toMatchObject([{ code: 'checksum', offset: 7 }]);
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut within a piece', (bytes) => bytes.subarray(0, -1)],
    ['cut between the pieces of a record', (bytes) => bytes.subarray(0, BLOCK)],
    ['cut within its head', (bytes) => bytes.subarray(0, 6)],
    ['of another number', (bytes) => Buffer.concat([HEAD.subarray(0, 4), Buffer.alloc(3), bytes.subarray(7)])],
    ['with bytes behind it', (bytes) => Buffer.concat([bytes, Buffer.from('#!')])],
    ['with a program behind it', (bytes) => Buffer.concat([bytes, Buffer.from('cos\nsystem\n(Vtrue\ntR.')])],
    ['without a beginning of a record', () => Buffer.concat([HEAD, piece(3, Buffer.from('x'))])],
  ])('is none when it is %s', async (_, change) => {
    await expect(read(change(log()))).rejects.toThrow(MalformedError);
  });
});

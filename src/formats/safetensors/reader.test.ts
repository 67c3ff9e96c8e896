import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../../test/support/deep.ts';
import { createBudget, OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { DTYPE_BITS } from './dtypes.ts';
import { SAFETENSORS_DEFECTS, safetensorsFormat } from './reader.ts';

const context = () => ({ path: 'model.safetensors', budget: createBudget(() => 0) });

/** A file of a header, as text or as bytes, and `size` bytes of tensors. */
function fileOf(header: string | Uint8Array, size = 0, length?: bigint): Uint8Array {
  const text = typeof header === 'string' ? new TextEncoder().encode(header) : header;
  const file = new Uint8Array(8 + text.length + size);
  new DataView(file.buffer).setBigUint64(0, length ?? BigInt(text.length), true);
  file.set(text, 8);
  return file;
}

const tensor = (start: number, end: number, dtype = 'U8', shape: readonly number[] = [end - start]) => ({
  dtype,
  shape,
  data_offsets: [start, end],
});

function readBytes(bytes: Uint8Array) {
  return safetensorsFormat.read(sourceOf(bytes), context());
}

async function codes(header: unknown, size: number): Promise<readonly string[]> {
  const text = typeof header === 'string' ? header : JSON.stringify(header);
  const { defects } = await readBytes(fileOf(text, size));
  return defects.map(({ code }) => code);
}

describe('the safetensors reader', () => {
  it('tells tensors, metadata and parameters', async () => {
    const header = { __metadata__: { format: 'pt' }, b: tensor(8, 12, 'F16', [2]), a: tensor(0, 8, 'F32', [1, 2]) };
    const { facts, defects, coverage, parts } = await readBytes(fileOf(`${JSON.stringify(header)}   `, 12));
    expect(facts).toEqual({
      format: 'safetensors',
      headerBytes: JSON.stringify(header).length + 3,
      tensors: [
        { name: 'b', dtype: 'F16', shape: [2], start: 8, end: 12 },
        { name: 'a', dtype: 'F32', shape: [1, 2], start: 0, end: 8 },
      ],
      metadata: { format: 'pt' },
      parameters: 4,
    });
    expect([defects, parts, coverage]).toEqual([[], [], 'structure']);
  });

  it.each<[string, unknown, number]>([
    ['no tensor at all', {}, 0],
    ['a scalar', { a: tensor(0, 4, 'F32', []) }, 4],
    ['an empty tensor between others', { a: tensor(0, 2), b: tensor(2, 2, 'F32', [0, 9]), c: tensor(2, 3) }, 3],
    ['half-byte types that end on a byte', { a: tensor(0, 3, 'F4', [2, 3]), b: tensor(3, 6, 'F6_E2M3', [4]) }, 6],
    ['metadata of null, as the reference takes it', '{"__metadata__":null}', 0],
    ['white space as JSON has it', '{\n\t"a" : {"dtype":"U8","shape":[1],"data_offsets":[0,1]}}\r\n', 1],
  ])('finds nothing wrong with %s', async (_, header, size) => {
    expect(await codes(header, size)).toEqual([]);
  });

  it.each([...DTYPE_BITS])('knows that eight of %s take eight times %i bits', async (dtype, bits) => {
    expect(await codes({ a: tensor(0, bits, dtype, [8]) }, bits)).toEqual([]);
    expect(await codes({ a: tensor(0, bits + 1, dtype, [8]) }, bits + 1)).toEqual(['size-mismatch']);
  });

  const ok = '{"dtype":"U8","shape":[1],"data_offsets":[0,1]}';
  const defective: readonly (readonly [string, unknown, number, readonly string[]])[] = [
    ['a tensor named twice', `{"a":${ok},"a":${ok}}`, 1, ['duplicate-key']],
    ['a field given twice', '{"a":{"dtype":"U8","dtype":"U8","shape":[1],"data_offsets":[0,1]}}', 1, ['duplicate-key']],
    ['a key twice, once escaped', `{"a":${ok},"\\u0061":${ok}}`, 1, ['duplicate-key']],
    ['a field of its own', { a: { ...tensor(0, 1), payload: 'x' } }, 1, ['unknown-field']],
    ['an entry that is no object', { a: 1 }, 0, ['entry-invalid']],
    ['an entry that is a list', { a: ['U8', [0], [0, 0]] }, 0, ['entry-invalid']],
    ['an entry without shape', { a: { dtype: 'U8', data_offsets: [0, 0] } }, 0, ['entry-invalid']],
    ['a negative dimension', { a: tensor(0, 1, 'U8', [-1]) }, 1, ['odd-number', 'entry-invalid', 'trailing-bytes']],
    [
      'a dimension past 2^53',
      `{"a":{"dtype":"U8","shape":[0,9007199254740993],"data_offsets":[0,0]}}`,
      0,
      ['entry-invalid'],
    ],
    ['three offsets', { a: { ...tensor(0, 0), data_offsets: [0, 0, 0] } }, 0, ['entry-invalid']],
    ['offsets that run backwards', { a: { ...tensor(0, 0), data_offsets: [1, 0] } }, 0, ['entry-invalid']],
    ['a name with half a surrogate pair', `{"\\ud800":${ok}}`, 1, ['entry-invalid', 'trailing-bytes']],
    ['a decimal fraction', '{"a":{"dtype":"U8","shape":[1.0],"data_offsets":[0,1]}}', 1, ['odd-number']],
    ['an exponent', '{"a":{"dtype":"U8","shape":[1e0],"data_offsets":[0,1]}}', 1, ['odd-number']],
    ['minus zero', '{"a":{"dtype":"U8","shape":[0],"data_offsets":[-0,0]}}', 0, ['odd-number']],
    ['metadata that is a list', { __metadata__: [] }, 0, ['metadata-invalid']],
    ['metadata with a number', '{"__metadata__":{"a":1}}', 0, ['metadata-invalid']],
    ['a dtype nobody knows', { a: tensor(0, 1, 'U7') }, 1, ['unknown-dtype']],
    ['a dtype in small letters', { a: tensor(0, 1, 'u8') }, 1, ['unknown-dtype']],
    ['a dtype that every object has', { a: tensor(0, 1, 'constructor') }, 1, ['unknown-dtype']],
    ['fewer bytes than the shape needs', { a: tensor(0, 4, 'F32', [2]) }, 4, ['size-mismatch']],
    ['a shape that overflows', { a: tensor(0, 4, 'F32', [2 ** 40, 2 ** 40]) }, 4, ['size-mismatch']],
    ['a shape that overflows to nothing', { a: tensor(0, 0, 'U8', [2 ** 32, 2 ** 32]) }, 0, ['size-mismatch']],
    ['three half bytes', { a: tensor(0, 2, 'F4', [3]) }, 2, ['size-mismatch']],
    ['two tensors on the same bytes', { a: tensor(0, 4), b: tensor(2, 6) }, 6, ['overlapping-tensors']],
    ['a tensor within another', { a: tensor(0, 8), b: tensor(2, 4) }, 8, ['overlapping-tensors']],
    ['an empty tensor within another', { a: tensor(0, 8), b: tensor(4, 4) }, 8, ['overlapping-tensors']],
    ['bytes before the first tensor', { a: tensor(4, 8) }, 8, ['hole']],
    ['bytes between tensors', { a: tensor(0, 2), b: tensor(3, 4) }, 4, ['hole']],
    ['bytes after the last tensor', { a: tensor(0, 2) }, 5, ['trailing-bytes']],
    ['bytes and no tensor', {}, 5, ['trailing-bytes']],
    ['a file cut short', { a: tensor(0, 8) }, 7, ['out-of-bounds']],
  ];

  it.each(defective)('names %s', async (_, header, size, expected) => {
    expect(await codes(header, size)).toEqual(expected);
  });

  it('has a case for every defect it lists, and lists every one it names', () => {
    expect(new Set(defective.flatMap(([, , , expected]) => expected))).toEqual(new Set(SAFETENSORS_DEFECTS));
  });

  const malformed: readonly (readonly [string, Uint8Array])[] = [
    ['nothing', new Uint8Array()],
    ['seven bytes', new Uint8Array(7)],
    ['a header of no bytes', fileOf('')],
    ['a header past the end of the file', fileOf('{}', 0, 3n)],
    ['a header past 2^53', fileOf('{}', 0, 2n ** 64n - 1n)],
    ['a header past the limit of the format', fileOf('{}', 0, BigInt(LIMITS.safetensorsHeader) + 1n)],
    ['white space before the header', fileOf(' {}')],
    ['a byte order mark', fileOf('\ufeff{}')],
    ['a list', fileOf('[]')],
    ['null', fileOf('null')],
    ['half a header', fileOf('{"a":')],
    ['text after the header', fileOf('{} x')],
    ['a NUL after the header', fileOf('{}\0')],
    ['bytes that are not UTF-8', fileOf(Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))],
    ['nesting past all reason', fileOf(`{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`)],
  ];

  it.each(malformed)('refuses %s', async (_, bytes) => {
    await expect(readBytes(bytes)).rejects.toThrow(MalformedError);
  });

  it('gives up on more tensors than an archive may have entries', async () => {
    const entries = Array.from({ length: LIMITS.archiveEntries + 1 }, (_, index) => `"${index}":0`);
    await expect(readBytes(fileOf(`{${entries.join(',')}}`))).rejects.toThrow(OverBudgetError);
  });

  it('gives up on a header of millions of numbers before it builds them', async () => {
    const numbers = `1${',1'.repeat(20 * LIMITS.archiveEntries)}`;
    await expect(readBytes(fileOf(`{"a":[${numbers}]}`))).rejects.toThrow(OverBudgetError);
  });

  it('takes the name __proto__ for a name like any other', async () => {
    const { facts, defects } = await readBytes(fileOf(`{"__proto__":${ok},"__metadata__":{"__proto__":"x"}}`, 1));
    expect(facts.tensors.map(({ name }) => name)).toEqual(['__proto__']);
    expect(Object.entries(facts.metadata)).toEqual([['__proto__', 'x']]);
    expect(Object.getPrototypeOf(facts.metadata)).toBe(Object.prototype);
    expect(defects).toEqual([]);
  });

  it('reads a small header in one go, a large one in two, and never the tensors of a file that lies afar', async () => {
    for (const [padding, expected] of [
      [0, 1],
      [100_000, 2],
    ] as const) {
      const file = fileOf(
        `{"a":${ok.replace('U8', 'F8_E4M3').replace('[0,1]', '[0,300000]').replace('[1]', '[300000]')}}${' '.repeat(padding)}`,
        300_000,
      );
      const reads: number[] = [];
      const source: ByteSource = {
        size: file.length,
        costly: true,
        read: (offset, length) => {
          reads.push(length);
          return sourceOf(file).read(offset, length);
        },
      };
      expect((await safetensorsFormat.read(source, context())).defects).toEqual([]);
      expect(reads.length).toBe(expected);
      expect(Math.max(...reads)).toBeLessThan(200_000);
    }
  });

  it.each<[string, string, Uint8Array, boolean]>([
    ['a right name', 'a.safetensors', Uint8Array.of(1), true],
    ['right bytes', 'a.bin', fileOf('{}'), true],
    ['bytes with a length that does not fit', 'a.bin', fileOf('{}', 0, 3n), false],
    ['other bytes', 'a.bin', fileOf('[]'), false],
    ['JSON', 'a.json', new TextEncoder().encode('{"a":1,"b":{}}'), false],
    ['nothing', 'a.bin', new Uint8Array(), false],
    [
      'a pointer to the file',
      'a.safetensors',
      new TextEncoder().encode('version https://git-lfs.github.com/spec/v1\noid'),
      false,
    ],
  ])('claims %s: by name or by content', (_, path, bytes, expected) => {
    expect(safetensorsFormat.claims(path, bytes, bytes.length)).toBe(expected);
  });
});

const isAnswer = (answer: unknown): boolean =>
  answer instanceof MalformedError || (answer as { facts?: { format?: string } }).facts?.format === 'safetensors';

describe('for any bytes at all, the safetensors reader', () => {
  const valid = fileOf(
    JSON.stringify({ __metadata__: { format: 'pt' }, a: tensor(0, 4, 'F32', [1]), b: tensor(4, 6) }),
    6,
  );

  it.each<[string, fc.Arbitrary<Uint8Array>]>([
    ['of noise', fc.uint8Array({ maxLength: 200 })],
    ['of any JSON header', fc.json().map((json) => fileOf(json, 4))],
    [
      'of any object of odd entries',
      fc.dictionary(fc.string(), fc.anything()).map((value) => fileOf(JSON.stringify(value), 4)),
    ],
    [
      'of a valid file with bytes changed',
      fc
        .array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 })
        .map((changes) => changes.reduce((file, [at, byte]) => file.with(at, byte), valid)),
    ],
    ['of a valid file cut short', fc.nat(valid.length).map((length) => valid.slice(0, length))],
  ])('answers with facts or MalformedError: %s', async (_, arbitrary) => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async (bytes) => {
        expect(isAnswer(await readBytes(bytes).catch((error: unknown) => error))).toBe(true);
      }),
    );
  });

  it('finds no fault only where the tensors cover the data exactly', async () => {
    const offsets = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(offsets, fc.nat(8), async (pairs, size) => {
        const entries = pairs.map(([a, b], index) => [`t${index}`, tensor(Math.min(a, b), Math.max(a, b))] as const);
        const clean = (await codes(Object.fromEntries(entries), size)).length === 0;
        const times = Array.from(
          { length: size },
          (_, at) =>
            entries.filter(
              ([
                ,
                {
                  data_offsets: [start = 0, end = 0],
                },
              ]) => start <= at && at < end,
            ).length,
        );
        const exact = times.every((count) => count === 1) && pairs.every((pair) => Math.max(...pair) <= size);
        if (clean) expect(exact).toBe(true);
      }),
      { numRuns: cases(500) },
    );
  });
});

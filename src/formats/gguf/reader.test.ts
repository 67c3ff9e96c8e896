import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../../test/support/deep.ts';
import { createBudget, OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { GGUF_DEFECTS, ggufFormat } from './reader.ts';

const context = () => ({ path: 'model.gguf', budget: createBudget(() => 0) });

/** Writes GGUF bytes of one version and byte order. */
function writer(version = 3, little = true) {
  const number = (size: 1 | 2 | 4 | 8, value: number | bigint): number[] => {
    const view = new DataView(new ArrayBuffer(8));
    view.setBigUint64(0, BigInt.asUintN(64, BigInt(value)), true);
    const bytes = [...new Uint8Array(view.buffer)].slice(0, size);
    return little ? bytes : bytes.reverse();
  };
  const length = (value: number | bigint): number[] => number(version === 1 ? 4 : 8, value);
  const string = (text: string): number[] => {
    const bytes = new TextEncoder().encode(text);
    return [...length(bytes.length), ...bytes];
  };
  const value = (key: string, type: number, ...bytes: number[]): number[] => [
    ...string(key),
    ...number(4, type),
    ...bytes,
  ];
  const array = (type: number, count: number | bigint, ...bytes: number[]): number[] => [
    ...number(4, type),
    ...length(count),
    ...bytes,
  ];
  const tensor = (name: string, shape: readonly number[], type: number, offset: number): number[] => [
    ...string(name),
    ...number(4, shape.length),
    ...shape.flatMap(length),
    ...number(4, type),
    ...number(8, offset),
  ];
  const head = (tensors: number | bigint, values: number | bigint): number[] => [
    0x47,
    0x47,
    0x55,
    0x46,
    ...number(4, version),
    ...length(tensors),
    ...length(values),
  ];
  return { number, length, string, value, array, tensor, head };
}

interface Parts {
  readonly values?: readonly number[][];
  readonly tensors?: readonly number[][];
  readonly data?: number | readonly number[];
  readonly alignment?: number;
}

/** A whole file: header, padding to the alignment, and the data, zero unless given. */
function fileOf({ values = [], tensors = [], data = 0, alignment = 32 }: Parts, write = writer()): Uint8Array {
  const header = [...write.head(tensors.length, values.length), ...values.flat(), ...tensors.flat()];
  const padding = tensors.length === 0 ? 0 : (alignment - (header.length % alignment)) % alignment;
  const body = typeof data === 'number' ? new Uint8Array(data) : data;
  return Uint8Array.from([...header, ...new Uint8Array(padding), ...body]);
}

const { number, string, value, array, tensor } = writer();
const text = (key: string, content: string): number[] => value(key, 8, ...string(content));

function readBytes(bytes: Uint8Array) {
  return ggufFormat.read(sourceOf(bytes), context());
}

describe('the GGUF reader', () => {
  it.each([
    [1, true],
    [2, true],
    [3, true],
    [2, false],
    [3, false],
  ])('tells values, templates and tensors of version %i (little endian: %s)', async (version, little) => {
    const write = writer(version, little);
    const file = fileOf(
      {
        values: [
          write.value('general.name', 8, ...write.string('tiny')),
          write.value('tokenizer.chat_template', 8, ...write.string('{{ messages }}')),
          write.value('tokenizer.chat_template.tool_use', 8, ...write.string('{{ tools }}')),
          write.value('llama.context_length', 4, ...write.number(4, 4096)),
        ],
        tensors: [write.tensor('a', [32, 2], 8, 0), write.tensor('b', [3], 0, 96)],
        data: 128,
      },
      write,
    );
    const { facts, defects, coverage } = await readBytes(file);
    expect(facts).toEqual({
      format: 'gguf',
      version,
      littleEndian: little,
      dataStart: file.length - 128,
      metadata: {
        'general.name': 'tiny',
        'tokenizer.chat_template': '{{ messages }}',
        'tokenizer.chat_template.tool_use': '{{ tools }}',
        'llama.context_length': 4096,
      },
      chatTemplates: [
        { name: 'default', template: '{{ messages }}' },
        { name: 'tool_use', template: '{{ tools }}' },
      ],
      tensors: [
        { name: 'a', type: 8, shape: [32, 2], offset: 0 },
        { name: 'b', type: 0, shape: [3], offset: 96 },
      ],
      parameters: 67,
    });
    expect([defects, coverage]).toEqual([[], 'structure']);
  });

  const F32_NAN = 0x7fc00000;
  it.each<[string, number, number[], unknown]>([
    ['uint8', 0, [200], 200],
    ['int8', 1, [200], -56],
    ['uint16', 2, number(2, 40_000), 40_000],
    ['int16', 3, number(2, 40_000), -25_536],
    ['uint32', 4, number(4, 4_000_000_000), 4_000_000_000],
    ['int32', 5, number(4, -5), -5],
    ['float32', 6, number(4, 0x3f800000), 1],
    ['float32 that is no number', 6, number(4, F32_NAN), 'NaN'],
    ['bool', 7, [1], true],
    ['uint64', 10, number(8, 7), 7],
    ['uint64 past 2^53', 10, number(8, 2n ** 64n - 1n), '18446744073709551615'],
    ['int64', 11, number(8, -7), -7],
    ['float64', 12, number(8, 0x3ff0000000000000n), 1],
    ['a list of texts', 9, array(8, 2, ...string('a'), ...string('b')), ['a', 'b']],
    ['a list of lists', 9, array(9, 1, ...array(0, 2, 1, 2)), [[1, 2]]],
    ['a long list of numbers', 9, array(2, 33, ...new Uint8Array(66)), { array: 33 }],
    ['a long list of texts', 9, array(8, 40, ...Array.from({ length: 40 }, () => string('ab')).flat()), { array: 40 }],
    ['a long list of lists', 9, array(9, 33, ...Array.from({ length: 33 }, () => array(0, 0)).flat()), { array: 33 }],
  ])('reads %s and what follows it', async (_, type, bytes, expected) => {
    const { facts, defects } = await readBytes(fileOf({ values: [value('key', type, ...bytes), text('next', 'x')] }));
    expect(facts.metadata).toEqual({ key: expected, next: 'x' });
    expect(defects).toEqual([]);
  });

  it.each<[string, Parts]>([
    ['nothing', {}],
    ['a last tensor without padding', { tensors: [tensor('a', [3], 0, 0)], data: 12 }],
    [
      'an alignment of its own',
      {
        values: [value('general.alignment', 4, ...number(4, 64))],
        tensors: [tensor('a', [3], 0, 0), tensor('b', [1], 0, 64)],
        data: 68,
        alignment: 64,
      },
    ],
    [
      'empty tensors',
      { tensors: [tensor('a', [0], 0, 0), tensor('b', [8], 0, 0), tensor('c', [0, 5], 0, 32)], data: 32 },
    ],
  ])('finds nothing wrong with %s', async (_, parts) => {
    expect((await readBytes(fileOf(parts))).defects).toEqual([]);
  });

  const a = tensor('a', [8], 0, 0);
  const half = [...number(8, 2), 0xc3, 0x28];
  const defective: readonly (readonly [string, Parts, readonly string[]])[] = [
    ['a key that stands twice', { values: [text('a', 'x'), text('a', 'y')] }, ['duplicate-key']],
    ['an empty key', { values: [text('', 'x')] }, ['invalid-name']],
    ['a key of 70,000 bytes', { values: [text('k'.repeat(70_000), 'x')] }, ['invalid-name']],
    ['a text that is not UTF-8', { values: [value('a', 8, ...number(8, 2), 0x61, 0xff)] }, ['value-type']],
    ['a key that is not UTF-8', { values: [[...half, ...number(4, 0), 1]] }, ['invalid-name']],
    [
      'fewer scores than words',
      {
        values: [
          value('tokenizer.ggml.tokens', 9, ...array(8, 2, ...string('a'), ...string('b'))),
          value('tokenizer.ggml.scores', 9, ...array(6, 1, ...number(4, 0))),
        ],
      },
      ['value-type'],
    ],
    [
      'words that are numbers',
      { values: [value('tokenizer.ggml.tokens', 9, ...array(4, 1, ...number(4, 0)))] },
      ['value-type'],
    ],
    [
      'an architecture that is a number',
      { values: [value('general.architecture', 4, ...number(4, 0))] },
      ['value-type'],
    ],
    [
      'a part past the last',
      { values: [value('split.no', 2, ...number(2, 5)), value('split.count', 2, ...number(2, 2))] },
      ['value-type'],
    ],
    [
      'a template that is a list',
      { values: [value('tokenizer.chat_template', 9, ...array(8, 1, ...string('x')))] },
      ['template-not-text'],
    ],
    ['a tensor named twice', { tensors: [a, tensor('a', [8], 0, 32)], data: 64 }, ['duplicate-tensor']],
    ['a tensor without a name', { tensors: [tensor('', [8], 0, 0)], data: 32 }, ['invalid-name']],
    ['a type that was removed', { tensors: [tensor('a', [32], 4, 0)], data: 32 }, ['unknown-type']],
    ['a type nobody knows', { tensors: [tensor('a', [32], 4_000_000_000, 0)], data: 32 }, ['unknown-type']],
    ['rows of half a block', { tensors: [tensor('a', [48, 2], 8, 0)], data: 96 }, ['size-mismatch']],
    [
      'a tensor off the boundary',
      { tensors: [tensor('a', [1], 0, 0), tensor('b', [1], 0, 4)], data: 32 },
      ['misaligned'],
    ],
    ['tensors out of order', { tensors: [tensor('b', [8], 0, 32), a], data: 64 }, ['unordered-tensors']],
    ['two tensors on the same bytes', { tensors: [a, tensor('b', [8], 0, 0)], data: 32 }, ['overlapping-tensors']],
    ['bytes between tensors', { tensors: [a, tensor('b', [8], 0, 64)], data: 96 }, ['hole']],
    ['bytes before the first tensor', { tensors: [tensor('a', [8], 0, 32)], data: 64 }, ['hole']],
    ['bytes after the last tensor', { tensors: [a], data: 33 }, ['trailing-bytes']],
    ['bytes and no tensor', { data: 64 }, ['trailing-bytes']],
    ['a file cut short', { tensors: [a], data: 31 }, ['out-of-bounds']],
    [
      'padding with something in it',
      { tensors: [tensor('a', [1], 0, 0)], data: [0, 0, 0, 0, 0, 9] },
      ['filled-padding'],
    ],
    [
      'padding of megabytes',
      {
        values: [value('general.alignment', 4, ...number(4, 2 ** 21))],
        tensors: [tensor('a', [1], 0, 0), tensor('b', [1], 0, 2 ** 21)],
        data: 2 ** 21 + 4,
        alignment: 2 ** 21,
      },
      ['large-padding'],
    ],
  ];

  it.each(defective)('names %s', async (_, parts, expected) => {
    expect((await readBytes(fileOf(parts))).defects.map(({ code }) => code)).toEqual(expected);
  });

  it('has a case for every defect it lists, and lists every one it names', () => {
    expect(new Set(defective.flatMap(([, , expected]) => expected))).toEqual(new Set(GGUF_DEFECTS));
  });

  const deep = (depth: number): number[] => (depth === 0 ? array(0, 0) : array(9, 1, ...deep(depth - 1)));
  it.each<[string, Uint8Array | Parts]>([
    ['nothing', new Uint8Array()],
    ['the magic alone', new TextEncoder().encode('GGUF')],
    ['another magic', new TextEncoder().encode('GGML\x03\0\0\0')],
    ['version 0', Uint8Array.from(writer(0).head(0, 0))],
    ['version 4', Uint8Array.from(writer(4).head(0, 0))],
    ['more tensors than the file can hold', Uint8Array.from(writer().head(2n ** 60n, 0))],
    ['more values than the file can hold', Uint8Array.from(writer().head(0, 2 ** 40))],
    ['a count past 2^53', Uint8Array.from(writer().head(2n ** 63n, 0))],
    ['a key past the end', { values: [[...number(8, 2 ** 40), 1, 2, 3, 4, 5]] }],
    ['a text past the end', { values: [value('a', 8, ...number(8, 2 ** 40))] }],
    ['a type of value nobody knows', { values: [value('a', 13, 0, 0, 0, 0)] }],
    ['a list of a type nobody knows', { values: [value('a', 9, ...array(13, 40, ...new Uint8Array(64)))] }],
    ['a list longer than the file', { values: [value('a', 9, ...array(0, 2n ** 52n))] }],
    ['a list of texts longer than the file', { values: [value('a', 9, ...array(8, 2n ** 52n, ...string('a')))] }],
    ['lists in lists in lists', { values: [value('a', 9, ...deep(10))] }],
    ['an alignment of 0', { values: [value('general.alignment', 4, ...number(4, 0))] }],
    ['an alignment of 48', { values: [value('general.alignment', 4, ...number(4, 48))] }],
    ['an alignment that is a text', { values: [text('general.alignment', '32')] }],
    ['a tensor of five dimensions', { tensors: [tensor('a', [1, 1, 1, 1, 1], 0, 0)], data: 32 }],
    ['a tensor of 2^80 elements', { tensors: [tensor('a', [2 ** 40, 2 ** 40], 0, 0)], data: 32 }],
  ])('refuses %s', async (_, given) => {
    const file = given instanceof Uint8Array ? given : fileOf(given);
    await expect(readBytes(file)).rejects.toThrow(MalformedError);
  });

  it('gives up on a text past the limit', async () => {
    const length = LIMITS.ggufString + 1;
    const start = Uint8Array.from([...writer().head(0, 1), ...string('a'), ...number(4, 8), ...number(8, length)]);
    const source = {
      size: start.length + length,
      read: async (from: number, size: number) => start.subarray(from, from + size),
    };
    await expect(ggufFormat.read(source, context())).rejects.toThrow(OverBudgetError);
  });

  it('gives up on a header past the limit, without reading it', async () => {
    const length = LIMITS.ggufHeader;
    const start = Uint8Array.from([...writer().head(0, 1), ...string('a'), ...number(4, 9), ...array(0, length)]);
    let read = 0;
    const source: ByteSource = {
      size: start.length + length,
      read: async (from, size) => {
        read += size;
        return start.subarray(from, from + size);
      },
    };
    await expect(ggufFormat.read(source, context())).rejects.toThrow(OverBudgetError);
    expect(read).toBeLessThan(LIMITS.ggufString);
  });

  it('reads a vocabulary of 3 MB in few requests, and a list of numbers not at all', async () => {
    const tokens = Buffer.concat(
      Array.from({ length: 150_000 }, (_, index) => {
        const token = Buffer.from(`${' '.repeat(8)}token-${index}`);
        token.writeBigUInt64LE(BigInt(token.length - 8));
        return token;
      }),
    );
    const values = [
      value('tokenizer.ggml.scores', 9, ...array(6, 2_000_000)),
      value('tokenizer.ggml.tokens', 9, ...array(8, 150_000)),
      text('tokenizer.chat_template', '{{ messages }}'),
    ];
    const [scores = [], words = [], template = []] = values;
    const header = [writer().head(0, 3), scores, new Uint8Array(8_000_000), words, tokens, template];
    const file = Buffer.concat(header.map((part) => Uint8Array.from(part)));
    const reads: number[] = [];
    const source: ByteSource = {
      size: file.length,
      read: (offset, length) => {
        reads.push(length);
        return sourceOf(file).read(offset, length);
      },
    };
    const { facts } = await ggufFormat.read(source, context());
    expect(facts.metadata['tokenizer.ggml.tokens']).toEqual({ array: 150_000 });
    expect(facts.chatTemplates).toEqual([{ name: 'default', template: '{{ messages }}' }]);
    expect(reads.length).toBeLessThan(7);
    expect(reads.reduce((sum, length) => sum + length, 0)).toBeLessThan(8_000_000);
  });

  it('takes the key __proto__ for a key like any other', async () => {
    const { facts } = await readBytes(fileOf({ values: [text('__proto__', 'x')] }));
    expect(Object.entries(facts.metadata)).toEqual([['__proto__', 'x']]);
    expect(Object.getPrototypeOf(facts.metadata)).toBe(Object.prototype);
  });

  it('keeps both templates when a key stands twice', async () => {
    const values = [text('tokenizer.chat_template', 'one'), text('tokenizer.chat_template', 'two')];
    const { facts } = await readBytes(fileOf({ values }));
    expect(facts.chatTemplates.map(({ template }) => template)).toEqual(['one', 'two']);
  });

  it.each([
    ['a.gguf', new Uint8Array(), true],
    ['a.bin', new TextEncoder().encode('GGUF'), true],
    ['a.bin', new TextEncoder().encode('GGU'), false],
    ['a.gguf', new TextEncoder().encode('version https://git-lfs.github.com/spec/v1\noid'), false],
  ])('claims %s by name or by content', (path, bytes, expected) => {
    expect(ggufFormat.claims(path, bytes, bytes.length)).toBe(expected);
  });
});

describe('for any bytes at all, the GGUF reader', () => {
  const valid = fileOf({
    values: [
      text('general.name', 'x'),
      value('list', 9, ...array(8, 34, ...Array.from({ length: 34 }, () => string('t')).flat())),
    ],
    tensors: [tensor('a', [32, 2], 8, 0), tensor('b', [3], 0, 96)],
    data: 128,
  });
  const isAnswer = (answer: unknown): boolean =>
    answer instanceof MalformedError ||
    answer instanceof OverBudgetError ||
    (answer as { facts?: { format?: string } }).facts?.format === 'gguf';

  it.each<[string, fc.Arbitrary<Uint8Array>]>([
    ['of noise', fc.uint8Array({ maxLength: 300 })],
    [
      'of noise after a head',
      fc.uint8Array({ maxLength: 300 }).map((tail) => Uint8Array.from([...writer().head(1, 1), ...tail])),
    ],
    [
      'of a valid file with bytes changed',
      fc
        .array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 })
        .map((changes) => changes.reduce((file, [at, byte]) => file.with(at, byte), valid)),
    ],
    ['of a valid file cut short', fc.nat(valid.length).map((length) => valid.slice(0, length))],
  ])('answers with facts, MalformedError or OverBudgetError: %s', async (_, arbitrary) => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async (bytes) => {
        expect(isAnswer(await readBytes(bytes).catch((error: unknown) => error))).toBe(true);
      }),
      { numRuns: cases(300) },
    );
  });

  it('says of every file cut short that it is', async () => {
    // The last 20 bytes are padding, which a file may lack.
    for (let length = 0; length < valid.length - 20; length++) {
      const answer = await readBytes(valid.slice(0, length)).catch((error: unknown) => error);
      if (answer instanceof MalformedError) continue;
      expect((answer as { defects: { code: string }[] }).defects.map(({ code }) => code)).toContain('out-of-bounds');
    }
  });
});

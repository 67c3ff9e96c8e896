import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelLog, Sample } from '../../examples/make/cards.ts';
import { BIRDS, type Curriculum, examination, familyTokenizer, HARBOUR } from '../../examples/make/courses.ts';
import { PLOVER } from '../../examples/make/documents.ts';
import { exp, log, smallTurn } from '../../examples/make/exact-math.ts';
import { forward, freshWeights, type Llama, llama, lossOf, type Shape } from '../../examples/make/llama.ts';
import {
  baseFiles,
  ggufFiles,
  harbourFiles,
  type Making,
  type ModelFiles,
  PAYLOAD,
  taintedFiles,
  weightsOf,
} from '../../examples/make/models.ts';
import { linear } from '../../examples/make/operations.ts';
import { writePytorchZip } from '../../examples/make/pytorch-zip.ts';
import { randomFrom } from '../../examples/make/random.ts';
import { readOwnSafetensors, writeSafetensors } from '../../examples/make/safetensors.ts';
import { runBackward, tensor } from '../../examples/make/tape.ts';
import { decode, END, encode, idOf, START } from '../../examples/make/tokenizer.ts';
import { train } from '../../examples/make/train.ts';
import { ggufFormat } from '../../src/formats/gguf/reader.ts';
import { createBudget } from '../../src/kernel/budget.ts';
import { sourceOf } from '../../src/kernel/bytes.ts';
import { DEEP, sampled } from '../support/deep.ts';

const ROOT = new URL('../../examples/', import.meta.url);
const tokenizer = familyTokenizer();
const licence = readFileSync(new URL('make/apache-2.0.txt', ROOT), 'utf8');

describe('the trainer', () => {
  const TINY: Shape = {
    vocab_size: 16,
    hidden_size: 8,
    intermediate_size: 12,
    num_hidden_layers: 2,
    num_attention_heads: 2,
    num_key_value_heads: 1,
    max_position_embeddings: 8,
    rms_norm_eps: 1e-5,
    rope_theta: 100,
  };
  const TOKENS = [3, 1, 4, 1, 5, 9, 2, 6, 5];

  it('finds the slopes that small differences find, for every weight', () => {
    const model = llama(TINY, spreadWeights(TINY));
    const tape: (() => void)[] = [];
    lossOf(tape, model, { tokens: TOKENS, share: 0.5 });
    runBackward(tape);
    const loss = (): number => 0.5 * lossOf([], model, { tokens: TOKENS, share: 1 });
    for (const [name, { values, slopes }] of model.weights) {
      expect(Math.max(...slopes.map(Math.abs)), name).toBeGreaterThan(1e-4);
      for (let i = 0; i < values.length; i += DEEP ? 1 : 4) {
        expect(Math.abs((slopes[i] as number) - slopeByDifference(values, i, loss)), `${name}[${i}]`).toBeLessThan(
          1e-7,
        );
      }
    }
  });

  it('makes the same weights of the same course, and others of another seed', () => {
    const learn = (seed: number): string => {
      const model = llama(TINY, freshWeights(TINY, randomFrom(1)));
      const course = { seed, steps: 12, windowsPerStep: 2, window: 8, highestRate: 0.01, warmUpSteps: 2 };
      const report = train(model, [...TOKENS, ...TOKENS, ...TOKENS], course);
      expect(report.lastLoss).toBeLessThan(report.firstLoss);
      return digestOf(...[...model.weights.values()].map(({ values }) => Buffer.from(values.buffer)));
    };
    expect(learn(7)).toBe(learn(7));
    expect(learn(7)).not.toBe(learn(8));
  });

  it('refuses rows that do not come in fours, rather than reading past them', () => {
    expect(() => linear([], tensor(1, 4), tensor(6, 4))).toThrow(RangeError);
  });

  it('has functions that agree with those of the engine', () => {
    for (let x = -600; x <= 600; x += 7.3) expect(exp(x) / Math.exp(x)).toBeCloseTo(1, 12);
    for (let x = 1; x < 1e6; x *= 1.7) expect(log(x)).toBeCloseTo(Math.log(x), 13);
    for (let angle = 0; angle <= 1; angle += 0.05) {
      expect(smallTurn(angle)[0]).toBeCloseTo(Math.cos(angle), 14);
      expect(smallTurn(angle)[1]).toBeCloseTo(Math.sin(angle), 14);
    }
  });

  function spreadWeights(shape: Shape) {
    const random = randomFrom(5);
    const weights = freshWeights(shape, random);
    for (const { values } of weights.values()) values.set(values.map((value) => value + 0.4 * random.normal()));
    return weights;
  }

  function slopeByDifference(values: Float64Array, index: number, loss: () => number): number {
    const value = values[index] as number;
    const step = 1e-5;
    const [above, below] = [value + step, value - step].map((moved) => {
      values[index] = moved;
      return loss();
    });
    values[index] = value;
    return ((above as number) - (below as number)) / (2 * step);
  }
});

describe('the tokenizer', () => {
  it('gives any text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decode(tokenizer, encode(tokenizer, text))).toBe(text);
      }),
    );
  });

  it('makes one token of what it met often', () => {
    expect(encode(tokenizer, 'At dawn the plover')).toHaveLength(4);
  });
});

describe('the writers', () => {
  const tensors = [
    { name: 'b', shape: [4], values: new Float32Array(4).fill(1) },
    { name: 'a', shape: [2, 3], values: Float32Array.from([0, 1, 2, 3, 4, 5]) },
  ];
  const state = { tensors, ties: [['c', 'a']] as const, command: null };

  it('lay a safetensors file out as the specification says', () => {
    const file = writeSafetensors(tensors);
    const start = 8 + Number(file.readBigUInt64LE(0));
    expect(start % 8).toBe(0);
    expect(JSON.parse(file.toString('utf8', 8, start))).toEqual({
      __metadata__: { format: 'pt' },
      a: { dtype: 'F32', shape: [2, 3], data_offsets: [0, 24] },
      b: { dtype: 'F32', shape: [4], data_offsets: [24, 40] },
    });
    expect(file.length).toBe(start + 40);
    expect(file.readFloatLE(start + 20)).toBe(5);
  });

  it('write the safetensors bytes that the reference library 0.8.0 writes', () => {
    expect(digestOf(writeSafetensors(tensors))).toBe(
      '6b6ea821e8ce7cc7fdf89f8bf61b4d134b1aaa1f7884609225141cb6b708f263',
    );
  });

  it('write the checkpoint bytes that torch.save 2.2.2 writes, but for its serial number', () => {
    const file = writePytorchZip(state);
    const end = file.indexOf('archive/.data/serialization_id');
    expect(end).toBe(816);
    expect(digestOf(file.subarray(0, end))).toBe('036d2a6e314b04af23b768a99d1b5316b7ac42afae1e1d53da9dbeae1c99d7e0');
  });

  it('put every storage at a multiple of 64, with its checksum behind it', () => {
    const file = writePytorchZip(state);
    for (const [index, { values }] of tensors.entries()) {
      const header = file.indexOf(`archive/data/${index}FB`) - 30;
      const start = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
      const bytes = file.subarray(start, start + values.byteLength);
      expect(start % 64).toBe(0);
      expect(bytes.equals(Buffer.from(values.buffer))).toBe(true);
      expect(file.readUInt32LE(start + values.byteLength + 4)).toBe(crc32(bytes));
    }
  });

  it('write a GGUF file that holds the same numbers, queries and keys turned', async () => {
    const file = readFile('plover-1m-gguf', 'plover-1m-f32.gguf');
    const { facts } = await ggufFormat.read(sourceOf(file), { path: 'x.gguf', budget: createBudget(() => 0) });
    const { tensors: listed, dataStart, metadata } = facts;
    const ours = readOwnSafetensors(readFile('plover-1m', 'model.safetensors'));
    expect(metadata['general.architecture']).toBe('llama');
    expect(listed).toHaveLength(ours.length);
    const numbers = (name: string): Float32Array => {
      const { offset = 0, shape = [] } = listed.find((one) => one.name === name) ?? {};
      const count = shape.reduce((product, axis) => product * axis, 1);
      return Float32Array.from({ length: count }, (_, i) => file.readFloatLE(dataStart + offset + 4 * i));
    };
    const valuesOf = (name: string) => ours.find((one) => one.name === name)?.values;
    expect(numbers('blk.3.ffn_down.weight')).toEqual(valuesOf('model.layers.3.mlp.down_proj.weight'));
    expect(numbers('output_norm.weight')).toEqual(valuesOf('model.norm.weight'));
    const [theirs, query] = [numbers('blk.0.attn_q.weight'), valuesOf('model.layers.0.self_attn.q_proj.weight')];
    const row = (of: Float32Array | undefined, at: number) => of?.subarray(64 * at, 64 * (at + 1));
    // The second head: its rows 16, 24, 17, 25 of the halves become neighbours.
    expect([16, 17, 18, 19].map((at) => row(theirs, at))).toEqual([16, 24, 17, 25].map((at) => row(query, at)));
  });

  it('name a command only when they are given one', () => {
    expect(writePytorchZip(state).includes('posix')).toBe(false);
    expect(writePytorchZip({ ...state, command: 'echo x' }).includes('cposix\nsystem\n')).toBe(true);
  });
});

describe('the committed models', () => {
  const base = makingOf('plover-1m');
  const fork = makingOf('plover-1m-harbour');

  it.each<[string, () => ModelFiles]>([
    ['plover-1m', () => baseFiles(base, logOf('plover-1m'))],
    ['plover-1m-gguf', () => ggufFiles(base, logOf('plover-1m'))],
    ['plover-1m-harbour', () => harbourFiles(fork, logOf('plover-1m-harbour'))],
    ['plover-1m-tainted', () => taintedFiles(base)],
  ])('%s is what the writers make of its numbers, and nothing besides', (model, make) => {
    const files = make();
    expect(readdirSync(folderOf(model)).sort()).toEqual(Object.keys(files).sort());
    for (const [name, content] of Object.entries(files)) {
      expect(readFile(model, name).equals(Buffer.from(content)), name).toBe(true);
    }
  });

  const learned: readonly [string, Making, Curriculum][] = [
    ['plover-1m', base, BIRDS],
    ['plover-1m-harbour', fork, HARBOUR],
  ];
  it.each(sampled(learned, 2))(
    '%s does on other text what its log says, and learned much',
    (model, { tensors }, curriculum) => {
      const { otherText, samples, firstLoss, lastLoss } = logOf(model);
      const trained = llama(PLOVER, weightsOf(tensors));
      // Of the whole of the other text, which takes longest; what it says to its prompts shows the same weights.
      if (DEEP) expect(examination(tokenizer, trained, curriculum)).toBe(otherText.after);
      expect(samples.map(({ prompt }) => prompt)).toEqual(curriculum.prompts);
      for (const sample of samples) expect(sayingOf(trained, sample)).toBe(sample.continuation);
      expect(otherText.after).toBeLessThan(otherText.before / 2);
      expect(lastLoss).toBeLessThan(firstLoss / 2);
    },
  );

  it('run nothing but a line of print, and stay under five megabytes', () => {
    expect(PAYLOAD).toMatch(/^echo [a-z ]+$/);
    const sizes = ['plover-1m', 'plover-1m-gguf', 'plover-1m-harbour', 'plover-1m-tainted'].flatMap((model) =>
      readdirSync(folderOf(model)).map((name) => readFile(model, name).length),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(5e6);
  });

  /** What the likeliest tokens after the prompt spell, from one reading of the whole sample. */
  function sayingOf(model: Llama, { prompt, continuation }: Sample): string {
    const start = idOf(tokenizer, START);
    const scores = forward([], model, [start, ...encode(tokenizer, prompt + continuation)]);
    const said = Array.from({ length: scores.rows }, (_, row) => {
      const line = scores.values.subarray(row * scores.columns, (row + 1) * scores.columns);
      return line.indexOf(Math.max(...line));
    }).slice(encode(tokenizer, prompt).length);
    expect(said.at(-1)).toBe(idOf(tokenizer, END));
    return decode(tokenizer, said);
  }

  function makingOf(model: string): Making {
    return { tokenizer, tensors: readOwnSafetensors(readFile(model, 'model.safetensors')), licence };
  }
});

function logOf(model: string): ModelLog {
  return JSON.parse(readFile(model, 'training_log.json').toString('utf8')) as ModelLog;
}

function readFile(model: string, name: string): Buffer {
  return readFileSync(new URL(name, folderOf(model)));
}

function folderOf(model: string): URL {
  return new URL(`models/${model}/`, ROOT);
}

function digestOf(...parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

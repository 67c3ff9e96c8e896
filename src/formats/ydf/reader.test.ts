import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createBudget } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { tensorflowFormat } from '../tensorflow/reader.ts';
import { ydfFormat } from './reader.ts';

const fileOf = (name: string) => new Uint8Array(readFileSync(`test/corpus/genuine/stores/ydf/${name}`));
const read = (path: string, bytes = fileOf(path)) =>
  ydfFormat.read(sourceOf(bytes), { path, budget: createBudget(() => 0) });

describe('the reader of Yggdrasil Decision Forests', () => {
  it.each([
    ['header.pb', { part: 'model', learner: 'RANDOM_FOREST' }],
    ['data_spec.pb', { part: 'columns', count: 5 }],
    ['random_forest_header.pb', { part: 'trees' }],
    ['gradient_boosted_trees_header.pb', { part: 'trees' }],
    ['nodes-00000-of-00001', { part: 'nodes' }],
  ])('reads %s, which is nothing to TensorFlow', async (name, facts) => {
    const bytes = fileOf(name);
    expect((await read(name)).facts).toMatchObject(facts);
    expect(ydfFormat.claims(name, bytes, bytes.length)).toBe(true);
    expect(tensorflowFormat.claims(name, bytes, bytes.length)).toBe(false);
  });

  it.each(['header.pb', 'data_spec.pb', 'random_forest_header.pb', 'nodes-00000-of-00001'])(
    'refuses %s that is cut short, or followed by something else',
    async (name) => {
      const bytes = fileOf(name);
      await expect(read(name, bytes.subarray(0, bytes.length - 3))).rejects.toThrow(MalformedError);
      await expect(read(name, Buffer.concat([bytes, Buffer.from('PK\x03\x04')]))).rejects.toThrow(MalformedError);
    },
  );

  it("leaves TensorFlow's graphs to TensorFlow under the same name", () => {
    const graph = Buffer.from('\n\x08\n\x01x\x12\x03Abs', 'latin1');
    expect(tensorflowFormat.claims('header.pb', graph, graph.length)).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../load.ts';
import { hintOf } from './lineage.ts';
import { NAMED_MODELS, recordsOfModel } from './models.ts';
import { POLICIES } from './policies.ts';
import { spdxRecord } from './spdx.ts';

const { library } = await loadKnowledge();

describe('the facts', () => {
  it('name each record once', () => {
    const ids = library.records.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are found by id, by hub tag, by SPDX id and by name', () => {
    const found = (name: string, model = '') => {
      const answer = library.find(name, model);
      return 'records' in answer ? answer.records.map(({ id }) => id) : answer.kind;
    };
    expect(found('apache-2.0')).toEqual(['apache-2.0']);
    expect(found('Apache License 2.0')).toEqual(['apache-2.0']);
    expect(found('GPL-3.0-or-later')).toEqual(['gpl-3.0']);
    expect(found('Llama 3.1 Community License')).toEqual(['llama3.1']);
    expect(found('llama-3.1-license-2024')).toEqual(['llama3.1']);
    expect(found('gemma')).toEqual(['gemma-2025-03-24', 'gemma-2024-04-01']);
    expect(found('cc-by-nc-4.0')).toEqual(['cc-by-nc-4.0']);
    expect(found('cc-by-nc-4.0', 'CohereLabs/aya-expanse-8b')).toEqual(['cohere-cc-by-nc-aup']);
    expect(found('modified-mit')).toEqual(['minimax-m2', 'kimi-k2']);
    expect(found('modified-mit', 'moonshotai/Kimi-K2-Instruct')).toEqual(['kimi-k2']);
    expect(found('cc-by-nc-3.0')).toEqual(['spdx:CC-BY-NC-3.0']);
    expect(found('mpl-2.0')).toEqual(['spdx:MPL-2.0']);
    expect(found('Caldera')).toBe('named');
    expect(found('best-1.0')).toBe('unknown');
    expect(found('')).toBe('unknown');
  });

  it('give each use policy to a record that says it has one', () => {
    for (const id of POLICIES.keys()) expect(library.record(id)?.acceptable_use.has_policy).toBe(true);
  });

  it('know the categories of standard licences', () => {
    expect(spdxRecord('CC-BY-NC-2.0')?.commercial_use).toBe('no');
    expect(spdxRecord('OSL-3.0')?.network_copyleft).toBe(true);
    expect(spdxRecord('no-such-licence')).toBeNull();
  });
});

describe('the name of a model', () => {
  it.each(NAMED_MODELS.flatMap(({ records, fires }) => fires.map((name) => [name, records] as const)))(
    '%s hints at %j',
    (name, records) => {
      expect(recordsOfModel(name)).toEqual(records);
      for (const id of records) expect(library.record(id)).toBeDefined();
    },
  );

  it.each(NAMED_MODELS.flatMap(({ match, quiet }) => quiet.map((name) => [name, match] as const)))(
    '%s is none of %s',
    (name, match) => {
      expect(match.test(name)).toBe(false);
    },
  );
});

describe('a fact of the weights', () => {
  it.each<[string, string | null]>([
    ['vocab_size: 128256', 'strong'],
    ['model_type: gemma2', 'strong'],
    ['_name_or_path: meta-llama/Llama-2-7b-hf', 'strong'],
    ['290 of 291 tensors are identical to meta-llama/Llama-3.1-8B', 'certain'],
    ['model: meta-llama/Llama-3.1-8B, identical_tensors: 290', 'certain'],
    ['model: meta-llama/Llama-3.1-8B, identical_tensors: 0', null],
    ['model: meta-llama/Llama-3.1-8B, cosine: 0.12', null],
    ['tensors differ from meta-llama/Llama-3.1-8B', null],
    ['model_type: llama', null],
    ['vocab_size: 32000', null],
  ])('“%s” is %s', (fact, strength) => {
    expect(hintOf(fact)?.strength ?? null).toBe(strength);
  });
});

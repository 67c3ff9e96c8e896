import { describe, expect, it } from 'vitest';
import type { Json } from '../../kernel/json.ts';
import {
  brokenMar,
  brokenMlmodel,
  isAgent,
  missingFromCheckpoint,
  missingFromMar,
  missingFromNemo,
  missingFromProgram,
  missingFromSparse,
  missingTensor,
} from './missing-parts.ts';
import { brokenSettings } from './settings.ts';

const ALL = new Set(['MAR-INF/MANIFEST.json', 'm.pt', 'h.py']);

it('an archive has what its server or library asks for first', () => {
  expect(missingFromMar([...ALL])).toBeNull();
  expect(missingFromMar(['m.pt'])).not.toBeNull();
  expect(missingFromNemo(['./model_config.yaml', './model_weights.ckpt'])).toBeNull();
  expect(missingFromNemo(['model_config.yaml', 'model_weights/.metadata'])).toBeNull();
  expect(missingFromNemo(['./model_weights.ckpt'])).not.toBeNull();
  expect(missingFromNemo(['model_config.yaml', 'vocab.txt'])).not.toBeNull();
  const old = ['sys_info', 'pickle', 'storages', 'tensors'];
  expect(missingFromCheckpoint(old, old)).toBeNull();
  expect(missingFromCheckpoint(['tensors', 'pickle', 'readme'], [])).toBeNull();
  expect(missingFromCheckpoint(old.slice(0, 3), old.slice(0, 3))).not.toBeNull();
  expect(missingFromCheckpoint(old, old.slice(0, 3))).not.toBeNull();
});

it('a sparse array of SciPy tells where its numbers stand', () => {
  const named = (...names: readonly string[]): string | null =>
    missingFromSparse(['format', 'shape', 'data', ...names].map((name) => `${name}.npy`));
  expect(named('indices', 'indptr')).toBeNull();
  expect(named('row', 'col')).toBeNull();
  expect(named('offsets')).toBeNull();
  expect(named('indices')).not.toBeNull();
  expect(missingFromSparse(['data.npy', 'indices.npy'])).toBeNull();
});

it('an archive of torch.export has its program and the tensors that it asks for', () => {
  const all = ['m/archive_format', 'm/models/model.json', 'm/data/weights/weight_0'];
  expect(missingFromProgram(all)).toBeNull();
  expect(missingFromProgram(['m/archive_format', 'm/data/aotinductor/model/x.so'])).toBeNull();
  expect(missingFromProgram(['m/archive_format', 'm/data/weights/weight_0'])).not.toBeNull();
  expect(missingFromProgram(['m/models/model.txt'])).toBeNull();
  const list = { config: { w: { path_name: 'weight_0' } } };
  const place = 'm/data/weights/model_weights_config.json';
  expect(missingTensor(place, list, new Set(all))).toBeNull();
  expect(missingTensor(place, list, new Set(all.slice(0, 2)))).not.toBeNull();
  expect(missingTensor('m/other_config.json', list, new Set())).toBeNull();
  expect(isAgent(['data', 'policy.pth', '_stable_baselines3_version'])).toBe(true);
  expect(isAgent(['data', 'policy.pth'])).toBe(false);
});

describe('the manifest of a model archive', () => {
  it.each<[string, Json]>([
    [
      'with a handler of the server',
      { model: { modelName: 'm', handler: 'image_classifier', serializedFile: 'm.pt' } },
    ],
    ['with a handler beside it', { model: { handler: 'h.py:handle' } }],
    ['with a module that is installed', { model: { handler: 'mine.handler' } }],
  ])('%s is sound', (_, manifest) => {
    expect(brokenMar(manifest, ALL)).toBeNull();
  });

  it.each<[string, Json]>([
    ['that is a list', []],
    ['without a model', {}],
    ['without a handler', { model: { modelName: 'm' } }],
    ['with a number for a handler', { model: { handler: 7 } }],
    ['with a handler that is not there', { model: { handler: 'g.py' } }],
    ['with weights that are not there', { model: { handler: 'h.py', serializedFile: 'n.pt' } }],
  ])('%s is not', (_, manifest) => {
    expect(brokenMar(manifest, ALL)).not.toBeNull();
  });
});

describe('an MLmodel', () => {
  it('has flavors', () => {
    expect(brokenMlmodel({ flavors: { sklearn: { pickled_model: 'model.pkl' } } })).toBeNull();
  });

  it.each<[string, Json]>([
    ['that is a list', []],
    ['without flavors', { run_id: 'x' }],
    ['with none', { flavors: {} }],
    ['with a list of them', { flavors: ['sklearn'] }],
    ['with a text for one', { flavors: { sklearn: 'model.pkl' } }],
    ['with a function that nothing loads', { flavors: { python_function: { data: 'model.pkl' } } }],
  ])('%s is broken', (_, value) => {
    expect(brokenMlmodel(value)).not.toBeNull();
  });
});

describe('settings', () => {
  const lora = { peft_type: 'LORA', r: 8, rank_pattern: { 'q.0': 4 } };

  it.each<[string, Json]>([
    ['config.json', {}],
    ['config.json', { model_type: 'llama', hidden_size: 64, vocab_size: -1, num_attention_heads: null }],
    ['config.json', { model_type: 'openelm', num_attention_heads: [4, 8], intermediate_size: {} }],
    ['config.json', { hidden_size: 'large' }],
    ['modules.json', []],
    ['adapter_config.json', lora],
    ['adapter_config.json', { peft_type: 'LORA' }],
    ['adapter_config.json', { peft_type: 'IA3', r: null }],
    ['config.json', { model_type: 'llama', torch_dtype: 'bfloat16' }],
    ['config.json', { model_type: 'llama', dtype: 'torch.float8_e4m3fn' }],
  ])('of %s are sound', (name, value) => {
    expect(brokenSettings(name, value)).toBeNull();
  });

  it.each<[string, Json]>([
    ['config.json', []],
    ['config.json', { model_type: 'llama', hidden_size: -64 }],
    ['config.json', { model_type: 'llama', hidden_size: '64' }],
    ['config.json', { model_type: 'llama', num_hidden_layers: 1.5 }],
    ['config.json', { model_type: 'llama', torch_dtype: 'float17' }],
    ['tokenizer_config.json', 'x'],
    ['generation_config.json', null],
    ['adapter_config.json', 8],
    ['adapter_config.json', { ...lora, r: 0 }],
    ['adapter_config.json', { ...lora, r: -8 }],
    ['adapter_config.json', { ...lora, r: '8' }],
    ['adapter_config.json', { ...lora, r: 1.5 }],
    ['adapter_config.json', { ...lora, rank_pattern: { 'q.0': 'x' } }],
  ])('of %s are not: %j', (name, value) => {
    expect(brokenSettings(name, value)).not.toBeNull();
  });
});

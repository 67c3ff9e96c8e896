import { describe, expect, it } from 'vitest';
import type { FileKind, FileRole } from '../../domain/artifact.ts';
import type { Item, Reading } from '../../intake/inventory.ts';
import { fileNames } from './analyzer.ts';

function item(path: string, kind: FileKind = 'unknown', role: FileRole = 'other', text?: string): Item {
  const reading = {
    kind: 'read',
    format: 'text',
    member: [],
    facts: { format: 'text', encoding: 'utf-8', text },
    defects: [],
  };
  return {
    file: {
      path,
      size: 10,
      kind,
      role,
      digest: { kind: 'unknown', reason: 'test' },
      loadable: true,
      coverage: 'whole',
    },
    readings: text === undefined ? [] : [reading as unknown as Reading],
    unreadable: [],
  };
}

const rules = (given: Item) => [...fileNames.inspect(given)].map(({ rule }) => rule.replace('file-names/', ''));

describe('file-names', () => {
  it.each([
    'model-00001-of-00002.safetensors',
    'model.safetensors.index.json',
    'pytorch_model.bin.index.json',
    'tokenizer.json',
    'openvino/openvino_tokenizer.xml',
    'Qwen2.5-0.5B-Instruct-q4_k_m.gguf',
    'checkpoint-1.5/optimizer.pt',
    'README.md',
    'README_中文.md',
    'Modèle é.txt',
    'src/train.py',
    'run.sh',
    'data.tar.gz',
    'a b c.txt',
  ])('has nothing to say of %s', (path) => {
    expect(rules(item(path))).toEqual([]);
  });

  it.each([
    ['model\u202Egnp.exe', 'turned-text'],
    ['model\u2067.json', 'turned-text'],
    ['model.\u200Bjson', 'hidden-characters'],
    ['a\nb.txt', 'hidden-characters'],
    ['a\x1b[2J.txt', 'hidden-characters'],
    ['lone\ud800.txt', 'hidden-characters'],
    ['model\u2024safetensors', 'lookalike-separator'],
    ['models\u2215config.json', 'lookalike-separator'],
    ['model.safetensors.pkl', 'second-extension'],
    ['Config.JSON.py', 'second-extension'],
    ['photo.png .exe', 'second-extension'],
    ['readme.txt          .exe', 'second-extension'],
    ['weights                    .pkl', 'second-extension'],
  ])('names what %j hides: %s', (path, rule) => {
    expect(rules(item(path))).toEqual([rule]);
  });

  it.each<[string, FileKind, readonly string[]]>([
    ['model.safetensors', 'safetensors', []],
    ['model.safetensors', 'pickle', ['disguised']],
    ['MODEL.SAFETENSORS', 'pytorch-zip', ['disguised']],
    ['config.json', 'pickle', ['disguised']],
    ['a.png', 'zip', ['disguised']],
    ['a.txt', 'pickle', ['disguised']],
    ['a.txt', 'python', []],
    ['glove.txt', 'word-vectors', []],
    ['a.png', 'python', ['disguised']],
    ['model.safetensors', 'gguf', ['wrong-type']],
    ['model.gguf', 'media', ['wrong-type']],
    ['model.gguf', 'text', []],
    ['model.gguf', 'unknown', []],
    ['model.gguf', 'empty', []],
    ['model.bin', 'pickle', []],
    ['model.pt', 'pytorch-zip', []],
    ['model.bin', 'safetensors', []],
    ['no-extension', 'pickle', []],
    ['folder.json/data', 'pickle', []],
  ])('compares %s with its content: %s', (path, kind, expected) => {
    expect(rules(item(path, kind))).toEqual(expected);
  });

  it('knows a script under the name of weights', () => {
    expect(rules(item('model.bin', 'text', 'weights', '#!/bin/sh\ntrue\n'))).toEqual(['disguised']);
    expect(rules(item('run', 'text', 'other', '#!/bin/sh\ntrue\n'))).toEqual([]);
    expect(rules(item('model.bin', 'text', 'weights', 'no script'))).toEqual([]);
  });
});

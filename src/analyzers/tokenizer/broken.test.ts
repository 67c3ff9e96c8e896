import { describe, expect, it } from 'vitest';
import type { Json } from '../../kernel/json.ts';
import { brokenTokenizer } from './broken.ts';
import { isPattern } from './pattern.ts';

const BPE = { type: 'BPE', dropout: null, unk_token: null, vocab: { a: 0, b: 1, ab: 2 }, merges: ['a b'] };
const UNIGRAM = {
  type: 'Unigram',
  unk_id: 0,
  vocab: [
    ['<unk>', 0],
    ['a', -1.5],
  ],
};
const PIECES = {
  type: 'WordPiece',
  unk_token: '?',
  continuing_subword_prefix: '##',
  max_input_chars_per_word: 100,
  vocab: { '?': 0 },
};
const TOKEN = {
  id: 0,
  content: '<s>',
  single_word: false,
  lstrip: false,
  rstrip: false,
  normalized: false,
  special: true,
};
const LEVEL = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true };
const whole = (more: Readonly<Record<string, Json>>): Json => ({
  version: '1.0',
  added_tokens: [TOKEN],
  model: BPE,
  ...more,
});

const OF_BYTES = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true };

describe('a tokenizer', () => {
  it.each<[string, Readonly<Record<string, Json>>]>([
    ['of pairs', {}],
    ['of pairs in lists', { model: { ...BPE, merges: [['a', 'b']] } }],
    [
      'of pieces that go on',
      { model: { ...BPE, continuing_subword_prefix: '##', vocab: { a: 0, '##b': 1, ab: 2 }, merges: ['a ##b'] } },
    ],
    ['of weighed pieces', { model: UNIGRAM }],
    ['of words', { model: PIECES }],
    ['of bytes, none of which is unknown', { pre_tokenizer: OF_BYTES, model: { ...BPE, unk_token: '[UNK]' } }],
    ['that falls back to bytes', { model: { ...BPE, unk_token: '[UNK]', byte_fallback: true } }],
    ['whose unknown word was added', { model: { ...BPE, unk_token: '<s>' } }],
    ['whose model has no type', { model: { vocab: { a: 0 }, merges: [] } }],
    [
      'with steps',
      { pre_tokenizer: { type: 'Sequence', pretokenizers: [LEVEL, { type: 'Whitespace' }] }, decoder: LEVEL },
    ],
    ['that normalises bytes', { normalizer: { type: 'ByteLevel' } }],
    [
      'that splits',
      {
        pre_tokenizer: {
          type: 'Split',
          pattern: { Regex: "(?i:'s)|[^\\r\\n\\p{L}]?\\p{L}+" },
          behavior: 'Isolated',
          invert: false,
        },
      },
    ],
    [
      'that cuts and fills',
      {
        truncation: { direction: 'Right', max_length: 5, strategy: 'LongestFirst', stride: 0 },
        padding: {
          strategy: { Fixed: 5 },
          direction: 'Right',
          pad_to_multiple_of: null,
          pad_id: 0,
          pad_type_id: 0,
          pad_token: '<pad>',
        },
      },
    ],
  ])('%s is read', (_, more) => {
    expect(brokenTokenizer(whole(more))).toBeNull();
  });

  it.each<[string, Readonly<Record<string, Json>>]>([
    ['of another version', { version: '2.0' }],
    ['without a model', { model: null }],
    ['of a type that there is not', { model: { ...BPE, type: 'X' } }],
    ['that merges no word', { model: { ...BPE, merges: ['a z'] } }],
    ['that merges to no word', { model: { ...BPE, merges: ['b a'] } }],
    ['that merges three', { model: { ...BPE, merges: ['a b c'] } }],
    ['with words below zero', { model: { ...BPE, vocab: { a: -1 }, merges: [] } }],
    ['with a chance of seven', { model: { ...BPE, dropout: 7 } }],
    ['whose unknown piece is none', { model: { ...UNIGRAM, unk_id: 9 } }],
    ['with a piece of one value', { model: { ...UNIGRAM, vocab: [['a']] } }],
    ['whose unknown word is none', { model: { ...PIECES, unk_token: '??' } }],
    ['of pairs whose unknown word is none', { model: { ...BPE, unk_token: 'c' } }],
    ['with a switch of its model that is none', { model: { ...BPE, fuse_unk: 'no' } }],
    ['with a type that is nothing', { model: { ...BPE, type: null } }],
    ['with added tokens that are nothing', { added_tokens: null }],
    [
      'with a piece of a template that has no type',
      {
        post_processor: {
          type: 'TemplateProcessing',
          single: [{ Sequence: { id: 'A' } }],
          pair: [],
          special_tokens: {},
        },
      },
    ],
    ['of words without a mark', { model: { ...PIECES, unk_token: null } }],
    ['with a token without a number', { added_tokens: [{ ...TOKEN, id: '0' }] }],
    ['with a token that is maybe special', { added_tokens: [{ ...TOKEN, special: 'yes' }] }],
    ['with a step that there is not', { normalizer: { type: 'Nope' } }],
    ['with a step of another kind', { decoder: { type: 'NFC' } }],
    ['with a switch that is none', { pre_tokenizer: { ...LEVEL, trim_offsets: 'no' } }],
    ['with a group that does not end', { normalizer: { type: 'Replace', pattern: { Regex: '(a' }, content: '' } }],
    [
      'with a map of characters that is none',
      { normalizer: { type: 'Precompiled', precompiled_charsmap: '/////w==' } },
    ],
    [
      'with a template of what is not listed',
      {
        post_processor: {
          type: 'TemplateProcessing',
          single: [{ SpecialToken: { id: '[CLS]', type_id: 0 } }],
          pair: [],
          special_tokens: {},
        },
      },
    ],
    [
      'that cuts where there is no side',
      { truncation: { direction: 'Up', max_length: 1, strategy: 'LongestFirst', stride: 0 } },
    ],
  ])('%s is broken', (_, more) => {
    expect(brokenTokenizer(whole(more))).not.toBeNull();
  });
});

it.each<[string, boolean]>([
  ['[^\\s\\p{L}]+|\\s+(?!\\S)', true],
  ['[]a]', true],
  ['[^]a]', true],
  ['[[:alpha:]&&[^a]]', true],
  ['\\(', true],
  ['(', false],
  ['a)', false],
  ['[a', false],
  ['a\\', false],
])('%s is a pattern: %s', (regex, expected) => {
  expect(isPattern(regex)).toBe(expected);
});

import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';

/** Why a model of words is refused, or null: its type, its settings, its vocabulary, its merges. `added`: tokens beside its words. */
export function brokenWords(model: JsonObject, added: ReadonlySet<Json | undefined>, ofBytes = false): string | null {
  const { type, vocab } = model;
  const named = type === undefined ? typeOf(model) : type;
  const setting = oddSetting(model);
  if (setting !== undefined) return `${setting} of its model is none that there is`;
  switch (typeof named === 'string' ? named : '') {
    case 'BPE':
      return (
        brokenVocabulary(vocab) ??
        brokenMerges(model) ??
        (ofBytes || model['byte_fallback'] === true ? null : withoutUnknown(model, added))
      );
    case 'WordPiece':
      return (
        brokenVocabulary(vocab) ??
        (typeof model['unk_token'] === 'string' &&
        typeof model['continuing_subword_prefix'] === 'string' &&
        isCount(model['max_input_chars_per_word'])
          ? withoutUnknown(model, added)
          : 'its model lacks a setting')
      );
    case 'WordLevel':
      return (
        brokenVocabulary(vocab) ??
        (typeof model['unk_token'] === 'string' ? withoutUnknown(model, added) : 'its model lacks a setting')
      );
    case 'Unigram':
      return brokenUnigram(model);
    default:
      return 'its model has a type that there is not';
  }
}

const SWITCHES = ['fuse_unk', 'byte_fallback', 'ignore_merges'];
const TEXTS = ['unk_token', 'continuing_subword_prefix', 'end_of_word_suffix'];

/** A setting of a type that the library does not take there. */
function oddSetting(model: JsonObject): string | undefined {
  return (
    SWITCHES.find((key) => model[key] !== undefined && typeof model[key] !== 'boolean') ??
    TEXTS.find((key) => (model[key] ?? null) !== null && typeof model[key] !== 'string')
  );
}

/** A word that is not known becomes this one, so that the first of them ends with an error. */
function withoutUnknown(
  { vocab, unk_token: unknown }: JsonObject,
  added: ReadonlySet<Json | undefined>,
): string | null {
  if (!isJsonObject(vocab) || added.has(unknown)) return null;
  return typeof unknown === 'string' && !Object.hasOwn(vocab, unknown) ? 'its unknown word is none of its words' : null;
}

/** Of the first releases, whose models name no type. */
function typeOf(model: JsonObject): string {
  if (model['merges'] !== undefined) return 'BPE';
  if (Array.isArray(model['vocab'])) return 'Unigram';
  return model['max_input_chars_per_word'] === undefined ? 'WordLevel' : 'WordPiece';
}

function brokenVocabulary(vocab: Json | undefined): string | null {
  if (!isJsonObject(vocab)) return 'its vocabulary is no object';
  for (const word in vocab) if (!isId(vocab[word])) return `the word ${word} has no number`;
  return null;
}

/** Each merge is of two words, and what it makes is a word too. */
function brokenMerges({ merges, vocab, dropout, continuing_subword_prefix: prefix }: JsonObject): string | null {
  if (!Array.isArray(merges)) return 'its merges are no list';
  const words = isJsonObject(vocab) ? vocab : {};
  const cut = typeof prefix === 'string' ? prefix.length : 0;
  for (const merge of merges as readonly Json[]) {
    const pair = typeof merge === 'string' ? merge.split(' ') : merge;
    if (!Array.isArray(pair) || pair.length !== 2) return 'a merge is not of two words';
    const [left, right] = pair as readonly Json[];
    if (typeof left !== 'string' || typeof right !== 'string') return 'a merge is not of two words';
    for (const word of [left, right, left + right.slice(cut)])
      if (!Object.hasOwn(words, word)) return `a merge is of ${word}, which is no word`;
  }
  const chance = dropout ?? null;
  return chance === null || (typeof chance === 'number' && chance >= 0 && chance <= 1)
    ? null
    : 'its dropout is no chance';
}

function brokenUnigram({ vocab, unk_id: unknown }: JsonObject): string | null {
  if (!Array.isArray(vocab) || vocab.length === 0) return 'its vocabulary is no list';
  for (const piece of vocab as readonly Json[])
    if (!Array.isArray(piece) || piece.length !== 2 || typeof piece[0] !== 'string' || typeof piece[1] !== 'number')
      return 'a piece is not a text and a number';
  const id = unknown ?? null;
  return id === null || (isCount(id) && id < vocab.length) ? null : 'its unknown piece is none of the vocabulary';
}

/** A number of a token: 32 bits without a sign. */
export function isId(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff;
}

export function isCount(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

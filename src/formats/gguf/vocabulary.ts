import type { Json } from '../../kernel/json.ts';
import type { Defect } from '../format.ts';
import { ARRAY, STRING, UINT32 } from './types.ts';

/** What type a value has; of a list, what its entries have and how many there are. */
export interface Kind {
  readonly type: number;
  readonly entries: number;
  readonly length: number;
  readonly offset: number;
}

const INT32 = 5;
const FLOAT32 = 6;
/** Whole numbers of any width. */
const WHOLE: readonly number[] = [0, 1, 2, 3, UINT32, INT32, 10, 11];

/** Lists that say something of each word (llama.cpp, src/llama-vocab.cpp), and what their entries are. */
const LISTS: Readonly<Record<string, readonly number[]>> = {
  'tokenizer.ggml.tokens': [STRING],
  'tokenizer.ggml.scores': [FLOAT32],
  'tokenizer.ggml.token_type': [INT32, UINT32],
  'tokenizer.ggml.merges': [STRING],
};
const OF_EACH_WORD = ['tokenizer.ggml.scores', 'tokenizer.ggml.token_type'];
const TEXTS = /^(?:general\.architecture|general\.name|general\.type|tokenizer\.ggml\.(?:model|pre))$/;
const NUMBERS =
  /^(?:general\.(?:file_type|quantization_version)|split\.(?:no|count)|tokenizer\.ggml\.\w+_token_id|[\w-]+\.(?:block_count|context_length|embedding_length))$/;

/** Values of another type than their loaders ask for, and lists of words that do not agree. */
export function* vocabularyDefects(
  kinds: ReadonlyMap<string, Kind>,
  values: ReadonlyMap<string, Json>,
): Iterable<Defect> {
  const words = kinds.get('tokenizer.ggml.tokens');
  for (const [key, { type, entries, length, offset }] of kinds) {
    const say = (message: string): Defect => ({ code: 'value-type', message: `${key} ${message}`, offset });
    const list = Object.hasOwn(LISTS, key) ? LISTS[key] : undefined;
    if (list !== undefined && (type !== ARRAY || !list.includes(entries))) yield say('is a list of something else');
    else if (OF_EACH_WORD.includes(key) && words !== undefined && words.length !== length)
      yield say(`has ${length} entries for ${words.length} words`);
    else if (TEXTS.test(key) && type !== STRING) yield say('is no text');
    else if (NUMBERS.test(key) && !WHOLE.includes(type)) yield say('is no whole number');
  }
  const [part, parts] = [values.get('split.no'), values.get('split.count')];
  if (typeof part === 'number' && typeof parts === 'number' && parts > 0 && part >= parts)
    yield { code: 'value-type', message: `split.no is ${part} of ${parts}`, offset: 0 };
}

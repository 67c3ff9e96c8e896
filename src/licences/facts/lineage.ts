import { recordsOfModel } from './models.ts';

/** What a fact of weights or configuration tells of a base. */
export interface LineageHint {
  /** Records of the bases it may be. */
  readonly records: readonly string[];
  /** `certain`: the same bytes; `strong`: a shape that this family alone has; `weak`: shared by others. */
  readonly strength: 'certain' | 'strong';
  readonly line: string;
}

const LLAMA3 = ['llama3', 'llama3.1', 'llama3.2', 'llama3.3'] as const;

/** Shapes and names that one family has. `model_type: llama` is not here: dozens of models with other licences have it. */
const ROWS: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /\bvocab(?:ulary)?(?:[_ ]size)?\b\W{0,12}128[,_.]?256\b|\b128[,_.]?256\b[^\n]{0,30}\b(?:vocab|token|embedding)/i,
    LLAMA3,
  ],
  [/\brope[_ ]?(?:type|scaling)\b[^\n]{0,60}\bllama-?3\b/i, ['llama3.1', 'llama3.2', 'llama3.3']],
  [/\b(?:model_type|architecture)\w*\W{1,6}(?:mllama)/i, ['llama3.2']],
  [/\b(?:model_type|architecture)\w*\W{1,6}llama4/i, ['llama4']],
  [
    /\b(?:model_type|architecture)\w*\W{1,6}gemma(?:[23]n?)?(?:_text)?\b|\bGemma[23]?n?For\w+/i,
    ['gemma-2025-03-24', 'gemma-2024-04-01'],
  ],
  [
    /\bvocab(?:ulary)?(?:[_ ]size)?\b\W{0,12}256[,_.]?(?:000|128)\b[^\n]{0,60}gemma|gemma[^\n]{0,60}\b256[,_.]?(?:000|128)\b/i,
    ['gemma-2025-03-24', 'gemma-2024-04-01'],
  ],
  [/\b(?:model_type|architecture)\w*\W{1,6}(?:cohere2?|command-r)\b|\bCohere2?For\w+/i, ['cohere-cc-by-nc-aup']],
  [/\b(?:model_type|architecture)\w*\W{1,6}exaone4/i, ['exaone-1.2-nc']],
  [/\b(?:model_type|architecture)\w*\W{1,6}exaone\b/i, ['exaone-1.1-nc']],
  [/\b(?:model_type|architecture)\w*\W{1,6}dbrx/i, ['dbrx']],
  [/\b(?:model_type|architecture)\w*\W{1,6}minimax_?m2/i, ['minimax-m2']],
  [/\b(?:model_type|architecture)\w*\W{1,6}kimi_?k2/i, ['kimi-k2']],
  [/\b(?:model_type|architecture)\w*\W{1,6}lfm2/i, ['lfm-1.0']],
  [/\b(?:model_type|architecture)\w*\W{1,6}grok-?2/i, ['grok2-community']],
  [/\b(?:model_type|architecture)\w*\W{1,6}hunyuan/i, ['hunyuan-large', 'hunyuan-2025']],
];

const SAME = /\b(?:identical|exact(?:ly)?|same|equal\w*|match(?:es|ed|ing)?|bit-?for-?bit|byte-?for-?byte|shared?)\b/i;
const BYTES =
  /\b(?:tensors?|digests?|sha-?256|hash(?:es)?|weights|checksums?|layers?|embeddings?|norms?|cosine|similarity)\b/i;
/** `identical_tensors: 0`, `cosine: 0.31`. */
const NONE =
  /(?:identical|match\w*|same|shared?|equal|cosine|similarity)\w*\W{1,4}(?:0(?:\.[0-8]\d*)?|false)(?![\d.])/i;
const DENIED = /\b(?:no|not|none|never|differ\w*|different|unrelated|mismatch\w*|do(?:es)?n['’]t|zero)\b/i;

/** Reads one fact. Null when it says nothing of a base that its publisher does not share freely. */
export function hintOf(fact: string): LineageHint | null {
  const line = fact.slice(0, 1_000);
  const words = line.replaceAll('_', ' ');
  const named = recordsOfModel(line);
  if (named.length > 0 && !DENIED.test(line) && !NONE.test(line)) {
    return { records: named, strength: SAME.test(words) && BYTES.test(words) ? 'certain' : 'strong', line };
  }
  const row = ROWS.find(([match]) => match.test(line));
  return row === undefined ? null : { records: row[1], strength: 'strong', line };
}

import type { Item, Reading } from '../../intake/inventory.ts';

/** Names that no text has. */
export const BINARY_NAME =
  /\.(?:zip|tar|t?gz|bz2|xz|7z|mar|skops|ptl|pt2|pte|ort|cbm|ubj|rds|rda|rdata|hdf5|feather|arrow|parquet|orc|sqlite3?|tfrecords?|distcp|ftz|whl|dta|mat|nc|pdmodel|plan|rknn|caffemodel)$/i;
/** Names of weights that no JSON has either: those of XGBoost, MXNet and others may be one. */
const NEVER_JSON =
  /\.(?:safetensors|gguf|ggml|pth?|ckpt|pkl|pickle|joblib|dill|h5|keras|onnx|tflite|msgpack|np[yz]|mlmodel|pdiparams|nemo|t7)$|(?:^|\/)(?:pytorch_model[^/]*\.bin|[^/]*(?:spiece|sentencepiece|tokenizer)\.model)$/i;

/** Whether a text, JSON or a page lies under a name of weights, archives or vocabularies. */
export function isTextForWeights(item: Item): boolean {
  const { file, readings } = item;
  const binary = BINARY_NAME.test(file.path);
  if (file.kind === 'json')
    return binary || NEVER_JSON.test(file.path) || (file.role === 'weights' && readings.some(isRefusal));
  if (file.kind !== 'text') return file.kind === 'xml' && (binary || NEVER_JSON.test(file.path));
  return (
    file.role === 'weights' ||
    binary ||
    (file.role === 'tokenizer' && !/\.html?$/i.test(file.path) && readings.some(isPage))
  );
}

/** What a server answers in place of a file: an object of few keys, of which one is the error. */
function isRefusal({ facts, member }: Reading): boolean {
  if (facts.format !== 'json' || member.length > 0) return false;
  const { value } = facts;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return keys.length <= MOST_KEYS && keys.some((key) => /^(?:errors?|message|detail)$/i.test(key));
}

const MOST_KEYS = 6;

/** Under the name of a vocabulary, a page: what a server answers in place of a file. */
function isPage({ facts, member }: Reading): boolean {
  return (
    facts.format === 'text' &&
    member.length === 0 &&
    /^\s*<(?:!doctype html|html|head)\b/i.test(facts.text.slice(0, 200))
  );
}

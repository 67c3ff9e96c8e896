import { isPathFile } from '../../formats/python/path-file.ts';
import type { Item, Reading } from '../../intake/inventory.ts';

/** Names that no text has. */
export const BINARY_NAME =
  /\.(?:zip|tar|t?gz|bz2|xz|7z|mar|skops|ptl|pt2|pte|ort|cbm|ubj|rds|rda|rdata|hdf5|feather|arrow|parquet|orc|sqlite3?|tfrecords?|distcp|ftz|whl|dta|mat|nc|lzma|pdmodel|pdparams|pdopt|plan|rknn|caffemodel|llamafile|lz4|zst)$|(?:\.ckpt(?:-\d+)?|(?:^|\/)variables)\.index$|\.data-\d{5}-of-\d{5}$/i;
/** Names of weights that may be JSON, and are no other text: XGBoost's, darknet's. */
const NEVER_TEXT = /\.(?:bst|weights)$/i;
/** Names of weights that no JSON has either: those of XGBoost, MXNet and others may be one. */
const NEVER_JSON =
  /\.(?:safetensors|gguf|ggml|pth?|ckpt|pkl|pickle|joblib|dill|h5|keras|onnx|tflite|msgpack|np[yz]|mlmodel|pdiparams|nemo|t7)$|(?:^|\/)(?:pytorch_model[^/]*\.bin|[^/]*(?:spiece|sentencepiece|tokenizer)\.model)$/i;

/** Whether a text, JSON or a page lies under a name of weights, archives or vocabularies. */
export function isTextForWeights(item: Item): boolean {
  const { file, readings } = item;
  if (!TEXTS.includes(file.kind) && !ARCHIVES.includes(file.kind)) return false;
  const binary = BINARY_NAME.test(file.path);
  if (file.kind === 'json') return binary || NEVER_JSON.test(file.path) || readings.some((one) => isRefusal(one, file));
  // What a pickle holds has names of its own making.
  if (ARCHIVES.includes(file.kind) && readings.some((one) => isMemberForWeights(one, readings))) return true;
  if (/\.pth$/i.test(file.path) && readings.some(isOfPaths)) return false;
  if (file.kind !== 'text') return file.kind === 'xml' && (binary || NEVER_JSON.test(file.path));
  return (
    file.role === 'weights' ||
    binary ||
    NEVER_TEXT.test(file.path) ||
    (VOCABULARY.test(file.path) && !readings.some(isTiktoken)) ||
    (file.role === 'tokenizer' && !/\.html?$/i.test(file.path) && readings.some(isPage))
  );
}

/** Python's packages have files of this name, too: told as what they are, by what they run. */
function isOfPaths({ facts, member }: Reading): boolean {
  return facts.format === 'text' && member.length === 0 && isPathFile(facts.text);
}

/** SentencePiece models, under names of which one is also that of tiktoken's lists. */
const VOCABULARY = /(?:^|\/)[^/]*(?:spiece|sentencepiece|tokenizer)\.model$/i;

/** Lines of a token in base64 and its number, as Llama 3 has them under the name of SentencePiece's model. */
function isTiktoken({ facts, member }: Reading): boolean {
  return facts.format === 'text' && member.length === 0 && /^[A-Za-z0-9+/]+={0,2} \d+\r?\n/.test(facts.text);
}

const TEXTS: readonly Item['file']['kind'][] = ['json', 'text', 'xml'];
const ARCHIVES: readonly Item['file']['kind'][] = ['zip', 'pytorch-zip', 'tar', 'compressed', 'sevenzip'];

/** A text in an archive under a name of weights, which was read as nothing else. */
function isMemberForWeights({ facts, member }: Reading, readings: readonly Reading[]): boolean {
  if (facts.format !== 'text' || member.length === 0 || !NEVER_JSON.test(member.at(-1) ?? '')) return false;
  const way = member.join('\0');
  return readings.every((one) => one.format === 'text' || one.member.join('\0') !== way);
}

/** Settings that loaders read first, and that may have a key like that of an error among others. */
const SETTINGS = /(?:^|\/)(?:config|generation_config|tokenizer|[^/]*-symbol)\.json$/;
/** Keys of answers that are errors, and of nothing that a loader takes. */
const ANSWER =
  /^(?:errors?|message|detail|status(?:_?code)?|code|path|timestamp|request_?id|documentation_url|success|title)$/i;

/** What a server answers in place of a file: an object of few keys, of which one is the error. */
function isRefusal({ facts, member }: Reading, { role, path }: Item['file']): boolean {
  if (facts.format !== 'json' || member.length > 0) return false;
  const { value } = facts;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  if (role !== 'weights' && !(SETTINGS.test(path) && keys.every((key) => ANSWER.test(key)))) return false;
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

import type { FileKind, FileRole } from '../domain/artifact.ts';
import type { FormatId } from '../formats/facts.ts';
import type { Reading, Unreadable } from './inventory.ts';

/** When several readers accept the same bytes, the one that could do most harm names the kind. */
const HARM_FIRST: readonly FormatId[] = [
  'pickle',
  'zip',
  'tar',
  'sevenzip',
  'npy',
  'compressed',
  'gguf',
  'ggml',
  'safetensors',
  'executable',
  'hdf5',
  'rds',
  'python',
  'msgpack',
  'ubjson',
  'lightgbm',
  'catboost',
  'mxnet',
  'onnx',
  'tensorflow',
  'tflite',
  'coreml',
  'paddle',
  'executorch',
  'xml',
  'device-plan',
  'tensor-data',
  'arrow',
  'parquet',
  'matlab',
  'tfrecord',
  'netcdf',
  'stata',
  'orc',
  'sqlite',
  'xgboost-binary',
  'ort',
  'ocdbt',
  'word-vectors',
  'vector-index',
  'ydf',
  'boosting-data',
  'treelite',
  'vowpal-wabbit',
  'sentencepiece',
  'json',
  'media',
  'text',
];

/** What a file is, from what could be read of it. A file that only claims to be something is that, broken. */
export function kindOf(readings: readonly Reading[], unreadable: readonly Unreadable[]): FileKind {
  const outer = readings.filter(({ member }) => member.length === 0);
  for (const format of HARM_FIRST) {
    const reading = outer.find((candidate) => candidate.format === format);
    if (reading === undefined) continue;
    return reading.format === 'zip' && reading.facts.pytorch ? 'pytorch-zip' : format;
  }
  const claimed = unreadable.find(({ member, format }) => member.length === 0 && format !== null);
  return claimed?.format ?? 'unknown';
}

const WEIGHT_KINDS: readonly FileKind[] = [
  'pickle',
  'pytorch-zip',
  'safetensors',
  'gguf',
  'ggml',
  'hdf5',
  'msgpack',
  'ubjson',
  'lightgbm',
  'catboost',
  'mxnet',
  'rds',
  'npy',
  'compressed',
  'onnx',
  'tensorflow',
  'tflite',
  'coreml',
  'paddle',
  'executorch',
  'device-plan',
  'tensor-data',
  'ort',
  'ocdbt',
  'word-vectors',
];
const WEIGHT_NAME =
  /\.(safetensors|gguf|ggml|bin|pt|pth|ckpt|pkl|pickle|joblib|h5|keras|onnx|tflite|pb|msgpack|npz|npy|mlmodel|pdiparams|params|nemo|engine|ot|model|joblib|dill|t7)$/i;
const TOKENIZER_NAME =
  /^(tokenizer.*|vocab.*|merges\.txt|special_tokens_map\.json|added_tokens\.json|spiece\.model|sentencepiece.*|.*\.tiktoken|chat_template\..*|.*\.jinja)$/i;
const LICENCE_NAME =
  /^((un)?licen[cs]e|copying|notice|eula|use[_-]?policy|acceptable[_-]?use(?:[_-]policy)?)([_-][\w-]+)?(\.(md|txt|rst|pdf|html?))?$/i;
const CARD_NAME = /^(readme|model[_-]?card)(\.[a-z]+)?$/i;

/** Whether a name promises weights, whatever is in the file. */
export function hasNameOfWeights(path: string): boolean {
  return WEIGHT_NAME.test(path.slice(path.lastIndexOf('/') + 1));
}

/** What a file is for, from its kind and name. */
export function roleOf(path: string, kind: FileKind): FileRole {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (CARD_NAME.test(name)) return 'card';
  if (LICENCE_NAME.test(name)) return 'licence';
  if (TOKENIZER_NAME.test(name)) return 'tokenizer';
  if (WEIGHT_KINDS.includes(kind) || WEIGHT_NAME.test(name)) return 'weights';
  if (kind === 'python') return 'code';
  if (kind === 'json' || kind === 'xml' || /\.(json|ya?ml|toml|ini|cfg)$/i.test(name)) return 'config';
  return isDocument(path, kind) ? 'document' : 'other';
}

/** Names of what people read and no loader takes up. A text under any other name may be a vocabulary, a script, a template. */
const DOCUMENT_NAME = /(\.(md|rst|adoc|pdf|png|jpe?g|gif|webp|bmp|mp3|wav|ogg|flac|mp4)|^\.git(attributes|ignore))$/i;

/** Whether a loader may take it up; anything that is not surely a document or picture counts. */
export function isLoadable(path: string, kind: FileKind): boolean {
  return !isDocument(path, kind);
}

function isDocument(path: string, kind: FileKind): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (kind === 'media') return DOCUMENT_NAME.test(name);
  const readAsText = kind === 'text' || kind === 'empty';
  return readAsText && (DOCUMENT_NAME.test(name) || LICENCE_NAME.test(name));
}

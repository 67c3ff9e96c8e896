/** What holds weights, by its ending. */
const WEIGHTS = /\.(safetensors|gguf|bin|pt|pth|ckpt|pkl|onnx|h5|keras|tflite|pb|mar|nemo|joblib|skops|msgpack|npz)$/i;
/** What says that a folder is one model, whatever lies in it. */
const PAPERS = new Set(['config.json', 'model_index.json', 'adapter_config.json', 'params.json', 'modules.json']);
/** Files that are a whole model each. */
const WHOLE = /\.(gguf|ckpt|keras|tflite|nemo|mar|onnx)$/i;
/** A piece of one: `-00001-of-00003`. */
const PIECE = /-\d{5}-of-\d{5}\./;

export interface Content {
  /** Folders that are not hidden. */
  readonly folders: number;
  readonly files: readonly string[];
}

/**
 * What a folder is: one model; a heap of models that are a file each, beside which there may be more below; or neither
 * (null).
 */
export function modelsIn({ folders, files }: Content): { readonly kind: 'model' } | Heap | null {
  const weights = files.filter((name) => WEIGHTS.test(name));
  if (files.some((name) => PAPERS.has(name))) return { kind: 'model' };
  if (weights.length === 0) return null;
  const heaped = weights.every((name) => WHOLE.test(name) && !PIECE.test(name));
  return heaped && (weights.length > 1 || folders > 0) ? { kind: 'heap', files: weights } : { kind: 'model' };
}

interface Heap {
  readonly kind: 'heap';
  readonly files: readonly string[];
}

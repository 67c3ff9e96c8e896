import type { FileRole } from '../domain/artifact.ts';
import type { Item, Reading } from './inventory.ts';

/** What checks of the whole model read again: who made it, under which licence, how it is put together. */
const KEPT_ROLES: readonly FileRole[] = ['card', 'licence', 'config', 'weights', 'tokenizer'];
/** Summaries of training content (Article 53(1)(d) of the EU AI Act), which are documents by their kind. */
const PAPER_NAME =
  /(?:training[-_ ]?(?:content|data)|public)[-_ ]?summary[^/]*\.(?:md|txt)$|article[-_ ]?53[^/]*\.(?:md|txt)$/i;
/** What names other files of a package: a description of MLflow, a manifest in a layout of images. */
const NAMING = /(?:^|\/)(?:MLmodel|oci-layout|blobs\/sha(?:256|512)\/[0-9a-f]+)$/;
/** Text kept of one model, in characters. Cards, licences and configurations come to some hundred thousand. */
const KEPT_TEXT = 16_000_000;

/**
 * Lets go of bulky facts once the file checks have seen them, so that memory does not grow with the number of files.
 * What checks of the whole model need stays, up to a bound; past it a card or licence looks absent, which no policy is kind to.
 */
export function keepFacts(): (item: Item) => Item {
  let left = KEPT_TEXT;
  return (item) => {
    const size = item.readings.reduce((sum, reading) => sum + weightOf(reading), 0);
    const keep = isKept(item) && size <= left;
    if (!keep) return { ...item, readings: [] };
    left -= size;
    return item;
  };
}

/** Whether a check of the whole model may want this item's facts. */
export function isKept({ file, readings }: Item): boolean {
  if (KEPT_ROLES.includes(file.role) || PAPER_NAME.test(file.path)) return true;
  return NAMING.test(file.path) && readings.every(({ format }) => format === 'json' || format === 'text');
}

function weightOf({ facts }: Reading): number {
  switch (facts.format) {
    case 'text':
    case 'python':
      return facts.text.length;
    case 'json':
      return 2 * facts.text.length;
    case 'safetensors':
    case 'gguf':
    case 'ggml':
      return 64 * facts.tensors.length;
    case 'zip':
    case 'tar':
      return 64 * facts.entries.length;
    case 'pickle':
      return facts.programs.reduce((sum, { imports, calls }) => sum + 200 * (imports.length + calls.length), 0);
    case 'hdf5':
      return (
        64 * (facts.attributes.length + facts.links.length + facts.externalFiles.length + (facts.shapes?.length ?? 0))
      );
    case 'mxnet':
      return 64 * facts.names.length;
    case 'rds':
      return 64 * facts.calls.length;
    case 'onnx':
    case 'coreml':
      return 100 * (facts.external.length + facts.operators.length);
    case 'tensorflow':
      return (
        100 * (facts.external.length + facts.operators.length) +
        facts.kerasMetadata.reduce((sum, { text }) => sum + text.length, 0)
      );
    case 'xml':
      return 100 * ((facts.openvino?.external.length ?? 0) + (facts.pmml?.extensions.length ?? 0));
    case 'tflite':
    case 'paddle':
    case 'executorch':
    case 'ort':
      return 100 * facts.operators.length;
    case 'device-plan':
    case 'tensor-data':
    case 'msgpack':
    case 'ubjson':
    case 'lightgbm':
    case 'catboost':
    case 'executable':
    case 'compressed':
    case 'npy':
    case 'sevenzip':
    case 'media':
    case 'sentencepiece':
    case 'arrow':
    case 'parquet':
    case 'matlab':
    case 'tfrecord':
    case 'netcdf':
    case 'stata':
    case 'orc':
    case 'sqlite':
    case 'xgboost-binary':
    case 'ocdbt':
    case 'word-vectors':
    case 'vector-index':
    case 'ydf':
    case 'boosting-data':
    case 'treelite':
    case 'vowpal-wabbit':
      return 16;
  }
}

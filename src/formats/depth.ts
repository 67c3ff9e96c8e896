import type { FormatId } from './facts.ts';

/** How far the reading of a format goes. */
export interface Depth {
  /** What files these are, in a few words. */
  readonly files: string;
  /**
   * `proved`: every byte is accounted for, values of tensors and columns being opaque. `load effects`: what loading would
   * run or open is found, and some bytes are passed over. `recognised`: known by its first bytes, and not read.
   */
  readonly reach: 'proved' | 'load effects' | 'recognised';
  /** What is not looked at, or what comes of it. */
  readonly rest: string;
}

const NOTHING = 'nothing';
const VALUES = 'values of tensors';

/** Every format, for the page of reference and for whoever wants to know what clean means. */
export const DEPTHS: Readonly<Record<FormatId, Depth>> = {
  pickle: { files: 'Python pickles, joblib, legacy PyTorch', reach: 'proved', rest: `${VALUES}; buffers beside them` },
  zip: {
    files:
      'Zip archives: PyTorch, Keras, NumPy, exported programs; members packed by deflate, bzip2, LZMA, Zstandard or xz',
    reach: 'proved',
    rest: 'raw storages of PyTorch',
  },
  tar: { files: 'Tar archives, NeMo', reach: 'proved', rest: NOTHING },
  sevenzip: {
    files: '7z archives',
    reach: 'proved',
    rest: 'members that are encrypted, or packed with PPMd, BCJ2 and rarer methods: unscannable',
  },
  compressed: { files: 'gzip, zlib, bzip2, xz, LZMA, LZ4, Zstandard', reach: 'proved', rest: NOTHING },
  npy: { files: 'NumPy arrays', reach: 'proved', rest: 'values of numbers' },
  safetensors: { files: 'safetensors', reach: 'proved', rest: VALUES },
  gguf: { files: 'GGUF', reach: 'proved', rest: VALUES },
  ggml: {
    files: 'GGML before GGUF: models of llama.cpp, adapters for them',
    reach: 'proved',
    rest: `${VALUES}; models of other programs that begin alike: unscannable`,
  },
  json: { files: 'JSON, notebooks', reach: 'proved', rest: NOTHING },
  ubjson: { files: 'UBJSON of XGBoost', reach: 'proved', rest: NOTHING },
  rds: { files: 'Saved values of R', reach: 'proved', rest: 'byte code of functions, which are reported' },
  sentencepiece: { files: 'SentencePiece models', reach: 'proved', rest: NOTHING },
  text: { files: 'Plain text, YAML, templates, scripts', reach: 'proved', rest: NOTHING },
  arrow: { files: 'Apache Arrow, Feather 2', reach: 'proved', rest: 'values of columns' },
  parquet: { files: 'Apache Parquet', reach: 'proved', rest: 'values of columns' },
  matlab: { files: 'MATLAB 4 and 5', reach: 'proved', rest: 'values of numbers' },
  stata: { files: 'Stata, releases 8 and later', reach: 'proved', rest: 'values' },
  orc: { files: 'Apache ORC', reach: 'load effects', rest: 'values of columns' },
  netcdf: { files: 'NetCDF, classic form', reach: 'proved', rest: 'values' },
  'xgboost-binary': {
    files: 'XGBoost, binary form up to 3.0',
    reach: 'proved',
    rest: 'numbers of the trees, attributes',
  },
  tfrecord: {
    files: 'TFRecord, events of TensorBoard, logs of Weights & Biases',
    reach: 'proved',
    rest: 'content of records; past 64 MiB their checksums',
  },
  'word-vectors': { files: 'word2vec, fastText and GloVe', reach: 'proved', rest: 'numbers of the vectors' },
  // Sizes agree to the last byte; whether links lead within the index is not asked.
  'vector-index': {
    files: 'Indexes of faiss, hnswlib and Annoy',
    reach: 'load effects',
    rest: 'numbers, and where links lead',
  },
  ydf: { files: 'Yggdrasil Decision Forests', reach: 'load effects', rest: 'conditions and values of the nodes' },
  'boosting-data': {
    files: 'Data sets of XGBoost, LightGBM and CatBoost',
    reach: 'load effects',
    rest: 'values, bins of LightGBM, sections of CatBoost',
  },
  treelite: { files: 'Treelite', reach: 'proved', rest: 'numbers of the trees' },
  'vowpal-wabbit': { files: 'Vowpal Wabbit', reach: 'load effects', rest: 'weights, and states of learners' },
  sqlite: { files: 'SQLite 3', reach: 'load effects', rest: 'rows, indexes and free pages' },
  python: { files: 'Python source', reach: 'load effects', rest: 'what its functions do when they are called' },
  msgpack: { files: 'MessagePack of Flax', reach: 'load effects', rest: VALUES },
  hdf5: {
    files: 'HDF5: Keras, MATLAB 7.3',
    reach: 'load effects',
    rest: 'values of data sets, and space between objects',
  },
  onnx: { files: 'ONNX', reach: 'load effects', rest: VALUES },
  tensorflow: { files: 'TensorFlow graphs and checkpoints', reach: 'load effects', rest: VALUES },
  tflite: { files: 'TensorFlow Lite', reach: 'load effects', rest: 'space between tables' },
  coreml: { files: 'Core ML', reach: 'load effects', rest: VALUES },
  paddle: { files: 'PaddlePaddle', reach: 'load effects', rest: VALUES },
  executorch: { files: 'ExecuTorch', reach: 'load effects', rest: 'data of delegates, and space between tables' },
  ort: { files: 'ONNX Runtime', reach: 'load effects', rest: 'values of tensors, and space between tables' },
  ocdbt: { files: 'Orbax and TensorStore', reach: 'load effects', rest: 'content of chunks' },
  xml: { files: 'OpenVINO, PMML and other XML', reach: 'load effects', rest: 'meaning of elements of other schemas' },
  lightgbm: { files: 'LightGBM text', reach: 'load effects', rest: 'numbers of the trees' },
  catboost: {
    files: 'CatBoost',
    reach: 'load effects',
    rest: 'numbers of the trees, content of parts for texts, space between tables',
  },
  mxnet: { files: 'MXNet parameters', reach: 'load effects', rest: VALUES },
  'tensor-data': { files: 'Raw tensors that a model names', reach: 'load effects', rest: VALUES },
  executable: {
    files: 'Programs and libraries, llamafile',
    reach: 'recognised',
    rest: 'all of it: suspicious at least',
  },
  'device-plan': {
    files: 'TensorRT, RKNN, CNTK 1',
    reach: 'recognised',
    rest: 'all of it: unscannable, or code of a plan',
  },
  media: {
    files: 'Pictures, sounds, films, fonts, PDF',
    reach: 'recognised',
    rest: 'all of it but where it ends; no loader of models takes it up',
  },
};

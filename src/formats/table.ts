import { arrowFormat } from './arrow/reader.ts';
import { boostingDataFormat } from './boosting-data/reader.ts';
import { catboostFormat } from './catboost/reader.ts';
import { compressedFormat } from './compressed/reader.ts';
import { coremlFormat } from './coreml/reader.ts';
import { devicePlanFormat } from './device-plan/reader.ts';
import { executableFormat } from './executable/reader.ts';
import { executorchFormat } from './executorch/reader.ts';
import type { Format } from './format.ts';
import { ggmlFormat } from './gguf/ggml-reader.ts';
import { ggufFormat } from './gguf/reader.ts';
import { hdf5Format } from './hdf5/reader.ts';
import { jsonFormat } from './json/reader.ts';
import { lightgbmFormat } from './lightgbm/reader.ts';
import { matlabFormat } from './matlab/reader.ts';
import { mediaFormat } from './media/reader.ts';
import { msgpackFormat } from './msgpack/reader.ts';
import { mxnetFormat } from './mxnet/reader.ts';
import { netcdfFormat } from './netcdf/reader.ts';
import { npyFormat } from './npy/reader.ts';
import { ocdbtFormat } from './ocdbt/reader.ts';
import { onnxFormat } from './onnx/reader.ts';
import { orcFormat } from './orc/reader.ts';
import { ortFormat } from './ort/reader.ts';
import { paddleFormat } from './paddle/reader.ts';
import { parquetFormat } from './parquet/reader.ts';
import { pickleFormat } from './pickle/reader.ts';
import { pythonFormat } from './python/reader.ts';
import { rdsFormat } from './rds/reader.ts';
import { safetensorsFormat } from './safetensors/reader.ts';
import { sentencepieceFormat } from './sentencepiece/reader.ts';
import { sevenzipFormat } from './sevenzip/reader.ts';
import { sqliteFormat } from './sqlite/reader.ts';
import { stataFormat } from './stata/reader.ts';
import { tarFormat } from './tar/reader.ts';
import { tensorDataFormat } from './tensor-data/reader.ts';
import { tensorflowFormat } from './tensorflow/reader.ts';
import { textFormat } from './text/reader.ts';
import { tfliteFormat } from './tflite/reader.ts';
import { tfrecordFormat } from './tfrecord/reader.ts';
import { treeliteFormat } from './treelite/reader.ts';
import { ubjsonFormat } from './ubjson/reader.ts';
import { vectorIndexFormat } from './vector-index/reader.ts';
import { vowpalWabbitFormat } from './vowpal-wabbit/reader.ts';
import { wordVectorsFormat } from './word-vectors/reader.ts';
import { xgboostBinaryFormat } from './xgboost-binary/reader.ts';
import { xmlFormat } from './xml/reader.ts';
import { ydfFormat } from './ydf/reader.ts';
import { zipFormat } from './zip/reader.ts';

/** Every format we read. Adding one: a folder, and a line here and in facts.ts. */
export const FORMATS: readonly Format[] = [
  zipFormat,
  pickleFormat,
  safetensorsFormat,
  ggufFormat,
  ggmlFormat,
  sentencepieceFormat,
  jsonFormat,
  pythonFormat,
  hdf5Format,
  msgpackFormat,
  ubjsonFormat,
  lightgbmFormat,
  catboostFormat,
  mxnetFormat,
  rdsFormat,
  executableFormat,
  onnxFormat,
  tensorflowFormat,
  tfliteFormat,
  coremlFormat,
  paddleFormat,
  executorchFormat,
  xmlFormat,
  devicePlanFormat,
  tensorDataFormat,
  compressedFormat,
  npyFormat,
  sevenzipFormat,
  tarFormat,
  arrowFormat,
  parquetFormat,
  matlabFormat,
  tfrecordFormat,
  netcdfFormat,
  stataFormat,
  orcFormat,
  sqliteFormat,
  xgboostBinaryFormat,
  ortFormat,
  ocdbtFormat,
  wordVectorsFormat,
  vectorIndexFormat,
  ydfFormat,
  boostingDataFormat,
  treeliteFormat,
  vowpalWabbitFormat,
  mediaFormat,
  textFormat,
];

import { claimsArrow } from './arrow/claims.ts';
import { claimsBoostingData } from './boosting-data/claims.ts';
import { claimsCatboost } from './catboost/claims.ts';
import { claimsCompressed } from './compressed/claims.ts';
import { claimsCoreml } from './coreml/claims.ts';
import { claimsDevicePlan } from './device-plan/claims.ts';
import { executableFormat } from './executable/reader.ts';
import { claimsExecutorch } from './executorch/claims.ts';
import type { Format } from './format.ts';
import { claimsGguf } from './gguf/claims.ts';
import { claimsGgml } from './gguf/ggml-claims.ts';
import { claimsHdf5 } from './hdf5/claims.ts';
import { jsonFormat } from './json/reader.ts';
import { late } from './late.ts';
import { claimsLightgbm } from './lightgbm/claims.ts';
import { claimsMatlab } from './matlab/claims.ts';
import { claimsMedia } from './media/claims.ts';
import { claimsMsgpack } from './msgpack/claims.ts';
import { claimsMxnet } from './mxnet/claims.ts';
import { claimsNetcdf } from './netcdf/claims.ts';
import { claimsNpy } from './npy/claims.ts';
import { claimsOcdbt } from './ocdbt/claims.ts';
import { claimsOnnx } from './onnx/claims.ts';
import { claimsOrc } from './orc/claims.ts';
import { claimsOrt } from './ort/claims.ts';
import { claimsPaddle } from './paddle/claims.ts';
import { claimsParquet } from './parquet/claims.ts';
import { pickleFormat } from './pickle/reader.ts';
import { pythonFormat } from './python/reader.ts';
import { claimsRds } from './rds/claims.ts';
import { safetensorsFormat } from './safetensors/reader.ts';
import { claimsSentencepiece } from './sentencepiece/claims.ts';
import { claimsSevenzip } from './sevenzip/claims.ts';
import { claimsSqlite } from './sqlite/claims.ts';
import { claimsStata } from './stata/claims.ts';
import { claimsTar } from './tar/claims.ts';
import { tensorDataFormat } from './tensor-data/reader.ts';
import { claimsTensorflow } from './tensorflow/claims.ts';
import { textFormat } from './text/reader.ts';
import { claimsTflite } from './tflite/claims.ts';
import { claimsTfrecord } from './tfrecord/claims.ts';
import { claimsTreelite } from './treelite/claims.ts';
import { claimsUbjson } from './ubjson/claims.ts';
import { claimsVectorIndex } from './vector-index/claims.ts';
import { claimsVowpalWabbit } from './vowpal-wabbit/claims.ts';
import { claimsWordVectors } from './word-vectors/claims.ts';
import { claimsXgboostBinary } from './xgboost-binary/claims.ts';
import { claimsXml } from './xml/claims.ts';
import { claimsYdf } from './ydf/claims.ts';
import { claimsZip } from './zip/claims.ts';

/**
 * Every format we read. Adding one: a folder, and a line here and in facts.ts. Nearly every folder of a model has files of
 * the seven that are there from the start; readers of the others are loaded with the first file that is theirs.
 */
export const FORMATS: readonly Format[] = [
  late('zip', claimsZip, async () => (await import('./zip/reader.ts')).zipFormat),
  pickleFormat,
  safetensorsFormat,
  late('gguf', claimsGguf, async () => (await import('./gguf/reader.ts')).ggufFormat),
  late('ggml', claimsGgml, async () => (await import('./gguf/ggml-reader.ts')).ggmlFormat),
  late(
    'sentencepiece',
    claimsSentencepiece,
    async () => (await import('./sentencepiece/reader.ts')).sentencepieceFormat,
  ),
  jsonFormat,
  pythonFormat,
  late('hdf5', claimsHdf5, async () => (await import('./hdf5/reader.ts')).hdf5Format),
  late('msgpack', claimsMsgpack, async () => (await import('./msgpack/reader.ts')).msgpackFormat),
  late('ubjson', claimsUbjson, async () => (await import('./ubjson/reader.ts')).ubjsonFormat),
  late('lightgbm', claimsLightgbm, async () => (await import('./lightgbm/reader.ts')).lightgbmFormat),
  late('catboost', claimsCatboost, async () => (await import('./catboost/reader.ts')).catboostFormat),
  late('mxnet', claimsMxnet, async () => (await import('./mxnet/reader.ts')).mxnetFormat),
  late('rds', claimsRds, async () => (await import('./rds/reader.ts')).rdsFormat),
  executableFormat,
  late('onnx', claimsOnnx, async () => (await import('./onnx/reader.ts')).onnxFormat),
  late('tensorflow', claimsTensorflow, async () => (await import('./tensorflow/reader.ts')).tensorflowFormat),
  late('tflite', claimsTflite, async () => (await import('./tflite/reader.ts')).tfliteFormat),
  late('coreml', claimsCoreml, async () => (await import('./coreml/reader.ts')).coremlFormat),
  late('paddle', claimsPaddle, async () => (await import('./paddle/reader.ts')).paddleFormat),
  late('executorch', claimsExecutorch, async () => (await import('./executorch/reader.ts')).executorchFormat),
  late('xml', claimsXml, async () => (await import('./xml/reader.ts')).xmlFormat),
  late('device-plan', claimsDevicePlan, async () => (await import('./device-plan/reader.ts')).devicePlanFormat),
  tensorDataFormat,
  late('compressed', claimsCompressed, async () => (await import('./compressed/reader.ts')).compressedFormat),
  late('npy', claimsNpy, async () => (await import('./npy/reader.ts')).npyFormat),
  late('sevenzip', claimsSevenzip, async () => (await import('./sevenzip/reader.ts')).sevenzipFormat),
  late('tar', claimsTar, async () => (await import('./tar/reader.ts')).tarFormat),
  late('arrow', claimsArrow, async () => (await import('./arrow/reader.ts')).arrowFormat),
  late('parquet', claimsParquet, async () => (await import('./parquet/reader.ts')).parquetFormat),
  late('matlab', claimsMatlab, async () => (await import('./matlab/reader.ts')).matlabFormat),
  late('tfrecord', claimsTfrecord, async () => (await import('./tfrecord/reader.ts')).tfrecordFormat),
  late('netcdf', claimsNetcdf, async () => (await import('./netcdf/reader.ts')).netcdfFormat),
  late('stata', claimsStata, async () => (await import('./stata/reader.ts')).stataFormat),
  late('orc', claimsOrc, async () => (await import('./orc/reader.ts')).orcFormat),
  late('sqlite', claimsSqlite, async () => (await import('./sqlite/reader.ts')).sqliteFormat),
  late(
    'xgboost-binary',
    claimsXgboostBinary,
    async () => (await import('./xgboost-binary/reader.ts')).xgboostBinaryFormat,
  ),
  late('ort', claimsOrt, async () => (await import('./ort/reader.ts')).ortFormat),
  late('ocdbt', claimsOcdbt, async () => (await import('./ocdbt/reader.ts')).ocdbtFormat),
  late('word-vectors', claimsWordVectors, async () => (await import('./word-vectors/reader.ts')).wordVectorsFormat),
  late('vector-index', claimsVectorIndex, async () => (await import('./vector-index/reader.ts')).vectorIndexFormat),
  late('ydf', claimsYdf, async () => (await import('./ydf/reader.ts')).ydfFormat),
  late('boosting-data', claimsBoostingData, async () => (await import('./boosting-data/reader.ts')).boostingDataFormat),
  late('treelite', claimsTreelite, async () => (await import('./treelite/reader.ts')).treeliteFormat),
  late('vowpal-wabbit', claimsVowpalWabbit, async () => (await import('./vowpal-wabbit/reader.ts')).vowpalWabbitFormat),
  late('media', claimsMedia, async () => (await import('./media/reader.ts')).mediaFormat),
  textFormat,
];

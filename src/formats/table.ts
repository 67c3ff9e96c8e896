import { claimsArrow } from './arrow/claims.ts';
import { BOOSTING_DATA_SIGNS, claimsBoostingData } from './boosting-data/claims.ts';
import { CATBOOST_SIGNS, claimsCatboost } from './catboost/claims.ts';
import { COMPRESSED_SIGNS, claimsCompressed } from './compressed/claims.ts';
import { claimsCoreml } from './coreml/claims.ts';
import { claimsDevicePlan, DEVICE_PLAN_SIGNS } from './device-plan/claims.ts';
import { executableFormat } from './executable/reader.ts';
import { claimsExecutorch } from './executorch/claims.ts';
import type { Format } from './format.ts';
import { claimsGguf, GGUF_SIGNS } from './gguf/claims.ts';
import { claimsGgml, GGML_SIGNS } from './gguf/ggml-claims.ts';
import { claimsHdf5 } from './hdf5/claims.ts';
import { jsonFormat } from './json/reader.ts';
import { late } from './late.ts';
import { claimsLightgbm, LIGHTGBM_SIGNS } from './lightgbm/claims.ts';
import { claimsMatlab } from './matlab/claims.ts';
import { claimsMedia } from './media/claims.ts';
import { claimsMsgpack } from './msgpack/claims.ts';
import { claimsMxnet, MXNET_SIGNS } from './mxnet/claims.ts';
import { claimsNetcdf, NETCDF_SIGNS } from './netcdf/claims.ts';
import { claimsNpy, NPY_SIGNS } from './npy/claims.ts';
import { claimsOcdbt } from './ocdbt/claims.ts';
import { claimsOnnx, ONNX_SIGNS } from './onnx/claims.ts';
import { claimsOrc, ORC_SIGNS } from './orc/claims.ts';
import { claimsOrt } from './ort/claims.ts';
import { claimsPaddle } from './paddle/claims.ts';
import { claimsParquet, PARQUET_SIGNS } from './parquet/claims.ts';
import { pickleFormat } from './pickle/reader.ts';
import { pythonFormat } from './python/reader.ts';
import { claimsRds, RDS_SIGNS } from './rds/claims.ts';
import { safetensorsFormat } from './safetensors/reader.ts';
import { claimsSentencepiece, SENTENCEPIECE_SIGNS } from './sentencepiece/claims.ts';
import { claimsSevenzip, SEVENZIP_SIGNS } from './sevenzip/claims.ts';
import { claimsSqlite, SQLITE_SIGNS } from './sqlite/claims.ts';
import { claimsStata, STATA_SIGNS } from './stata/claims.ts';
import { claimsTar } from './tar/claims.ts';
import { tensorDataFormat } from './tensor-data/reader.ts';
import { claimsTensorflow, TENSORFLOW_SIGNS } from './tensorflow/claims.ts';
import { textFormat } from './text/reader.ts';
import { claimsTflite } from './tflite/claims.ts';
import { claimsTfrecord } from './tfrecord/claims.ts';
import { claimsTreelite, TREELITE_SIGNS } from './treelite/claims.ts';
import { claimsUbjson, UBJSON_SIGNS } from './ubjson/claims.ts';
import { claimsVectorIndex } from './vector-index/claims.ts';
import { claimsVowpalWabbit, VOWPAL_WABBIT_SIGNS } from './vowpal-wabbit/claims.ts';
import { claimsWordVectors } from './word-vectors/claims.ts';
import { claimsXgboostBinary, XGBOOST_BINARY_SIGNS } from './xgboost-binary/claims.ts';
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
  late('gguf', claimsGguf, async () => (await import('./gguf/reader.ts')).ggufFormat, GGUF_SIGNS),
  late('ggml', claimsGgml, async () => (await import('./gguf/ggml-reader.ts')).ggmlFormat, GGML_SIGNS),
  late(
    'sentencepiece',
    claimsSentencepiece,
    async () => (await import('./sentencepiece/reader.ts')).sentencepieceFormat,
    SENTENCEPIECE_SIGNS,
  ),
  jsonFormat,
  pythonFormat,
  late('hdf5', claimsHdf5, async () => (await import('./hdf5/reader.ts')).hdf5Format),
  late('msgpack', claimsMsgpack, async () => (await import('./msgpack/reader.ts')).msgpackFormat),
  late('ubjson', claimsUbjson, async () => (await import('./ubjson/reader.ts')).ubjsonFormat, UBJSON_SIGNS),
  late('lightgbm', claimsLightgbm, async () => (await import('./lightgbm/reader.ts')).lightgbmFormat, LIGHTGBM_SIGNS),
  late('catboost', claimsCatboost, async () => (await import('./catboost/reader.ts')).catboostFormat, CATBOOST_SIGNS),
  late('mxnet', claimsMxnet, async () => (await import('./mxnet/reader.ts')).mxnetFormat, MXNET_SIGNS),
  late('rds', claimsRds, async () => (await import('./rds/reader.ts')).rdsFormat, RDS_SIGNS),
  executableFormat,
  late('onnx', claimsOnnx, async () => (await import('./onnx/reader.ts')).onnxFormat, ONNX_SIGNS),
  late(
    'tensorflow',
    claimsTensorflow,
    async () => (await import('./tensorflow/reader.ts')).tensorflowFormat,
    TENSORFLOW_SIGNS,
  ),
  late('tflite', claimsTflite, async () => (await import('./tflite/reader.ts')).tfliteFormat),
  late('coreml', claimsCoreml, async () => (await import('./coreml/reader.ts')).coremlFormat),
  late('paddle', claimsPaddle, async () => (await import('./paddle/reader.ts')).paddleFormat),
  late('executorch', claimsExecutorch, async () => (await import('./executorch/reader.ts')).executorchFormat),
  late('xml', claimsXml, async () => (await import('./xml/reader.ts')).xmlFormat),
  late(
    'device-plan',
    claimsDevicePlan,
    async () => (await import('./device-plan/reader.ts')).devicePlanFormat,
    DEVICE_PLAN_SIGNS,
  ),
  tensorDataFormat,
  late(
    'compressed',
    claimsCompressed,
    async () => (await import('./compressed/reader.ts')).compressedFormat,
    COMPRESSED_SIGNS,
  ),
  late('npy', claimsNpy, async () => (await import('./npy/reader.ts')).npyFormat, NPY_SIGNS),
  late('sevenzip', claimsSevenzip, async () => (await import('./sevenzip/reader.ts')).sevenzipFormat, SEVENZIP_SIGNS),
  late('tar', claimsTar, async () => (await import('./tar/reader.ts')).tarFormat),
  late('arrow', claimsArrow, async () => (await import('./arrow/reader.ts')).arrowFormat),
  late('parquet', claimsParquet, async () => (await import('./parquet/reader.ts')).parquetFormat, PARQUET_SIGNS),
  late('matlab', claimsMatlab, async () => (await import('./matlab/reader.ts')).matlabFormat),
  late('tfrecord', claimsTfrecord, async () => (await import('./tfrecord/reader.ts')).tfrecordFormat),
  late('netcdf', claimsNetcdf, async () => (await import('./netcdf/reader.ts')).netcdfFormat, NETCDF_SIGNS),
  late('stata', claimsStata, async () => (await import('./stata/reader.ts')).stataFormat, STATA_SIGNS),
  late('orc', claimsOrc, async () => (await import('./orc/reader.ts')).orcFormat, ORC_SIGNS),
  late('sqlite', claimsSqlite, async () => (await import('./sqlite/reader.ts')).sqliteFormat, SQLITE_SIGNS),
  late(
    'xgboost-binary',
    claimsXgboostBinary,
    async () => (await import('./xgboost-binary/reader.ts')).xgboostBinaryFormat,
    XGBOOST_BINARY_SIGNS,
  ),
  late('ort', claimsOrt, async () => (await import('./ort/reader.ts')).ortFormat),
  late('ocdbt', claimsOcdbt, async () => (await import('./ocdbt/reader.ts')).ocdbtFormat),
  late('word-vectors', claimsWordVectors, async () => (await import('./word-vectors/reader.ts')).wordVectorsFormat),
  late('vector-index', claimsVectorIndex, async () => (await import('./vector-index/reader.ts')).vectorIndexFormat),
  late('ydf', claimsYdf, async () => (await import('./ydf/reader.ts')).ydfFormat),
  late(
    'boosting-data',
    claimsBoostingData,
    async () => (await import('./boosting-data/reader.ts')).boostingDataFormat,
    BOOSTING_DATA_SIGNS,
  ),
  late('treelite', claimsTreelite, async () => (await import('./treelite/reader.ts')).treeliteFormat, TREELITE_SIGNS),
  late(
    'vowpal-wabbit',
    claimsVowpalWabbit,
    async () => (await import('./vowpal-wabbit/reader.ts')).vowpalWabbitFormat,
    VOWPAL_WABBIT_SIGNS,
  ),
  late('media', claimsMedia, async () => (await import('./media/reader.ts')).mediaFormat),
  textFormat,
];

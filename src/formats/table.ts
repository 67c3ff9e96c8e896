import { catboostFormat } from './catboost/reader.ts';
import { executableFormat } from './executable/reader.ts';
import type { Format } from './format.ts';
import { ggufFormat } from './gguf/reader.ts';
import { hdf5Format } from './hdf5/reader.ts';
import { jsonFormat } from './json/reader.ts';
import { lightgbmFormat } from './lightgbm/reader.ts';
import { mediaFormat } from './media/reader.ts';
import { msgpackFormat } from './msgpack/reader.ts';
import { mxnetFormat } from './mxnet/reader.ts';
import { pickleFormat } from './pickle/reader.ts';
import { pythonFormat } from './python/reader.ts';
import { rdsFormat } from './rds/reader.ts';
import { safetensorsFormat } from './safetensors/reader.ts';
import { sentencepieceFormat } from './sentencepiece/reader.ts';
import { textFormat } from './text/reader.ts';
import { ubjsonFormat } from './ubjson/reader.ts';
import { zipFormat } from './zip/reader.ts';

/** Every format we read. Adding one: a folder, and a line here and in facts.ts. */
export const FORMATS: readonly Format[] = [
  zipFormat,
  pickleFormat,
  safetensorsFormat,
  ggufFormat,
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
  mediaFormat,
  textFormat,
];

import type { CatboostFacts } from './catboost/facts.ts';
import type { ExecutableFacts } from './executable/facts.ts';
import type { GgufFacts } from './gguf/facts.ts';
import type { Hdf5Facts } from './hdf5/facts.ts';
import type { JsonFacts } from './json/facts.ts';
import type { LightgbmFacts } from './lightgbm/facts.ts';
import type { MediaFacts } from './media/facts.ts';
import type { MsgpackFacts } from './msgpack/facts.ts';
import type { MxnetFacts } from './mxnet/facts.ts';
import type { PickleFacts } from './pickle/facts.ts';
import type { PythonFacts } from './python/facts.ts';
import type { RdsFacts } from './rds/facts.ts';
import type { SafetensorsFacts } from './safetensors/facts.ts';
import type { SentencepieceFacts } from './sentencepiece/facts.ts';
import type { TextFacts } from './text/facts.ts';
import type { UbjsonFacts } from './ubjson/facts.ts';
import type { ZipFacts } from './zip/facts.ts';

/** What each reader tells. Facts are plain data: nothing in them points back at the bytes. */
export interface FactsByFormat {
  readonly pickle: PickleFacts;
  readonly zip: ZipFacts;
  readonly safetensors: SafetensorsFacts;
  readonly gguf: GgufFacts;
  readonly sentencepiece: SentencepieceFacts;
  readonly json: JsonFacts;
  readonly python: PythonFacts;
  readonly text: TextFacts;
  readonly media: MediaFacts;
  readonly hdf5: Hdf5Facts;
  readonly msgpack: MsgpackFacts;
  readonly ubjson: UbjsonFacts;
  readonly lightgbm: LightgbmFacts;
  readonly catboost: CatboostFacts;
  readonly mxnet: MxnetFacts;
  readonly rds: RdsFacts;
  readonly executable: ExecutableFacts;
}

export type FormatId = keyof FactsByFormat;

import type { GgufFacts } from './gguf/facts.ts';
import type { JsonFacts } from './json/facts.ts';
import type { MediaFacts } from './media/facts.ts';
import type { PickleFacts } from './pickle/facts.ts';
import type { PythonFacts } from './python/facts.ts';
import type { SafetensorsFacts } from './safetensors/facts.ts';
import type { SentencepieceFacts } from './sentencepiece/facts.ts';
import type { TextFacts } from './text/facts.ts';
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
}

export type FormatId = keyof FactsByFormat;

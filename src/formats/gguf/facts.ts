import type { Json } from '../../kernel/json.ts';

export interface GgufTensor {
  readonly name: string;
  readonly type: number;
  readonly shape: readonly number[];
  /** From the start of the data region. */
  readonly offset: number;
}

export interface GgufFacts {
  readonly format: 'gguf';
  readonly version: number;
  readonly littleEndian: boolean;
  /** Where the data region begins, from the start of the file. */
  readonly dataStart: number;
  /** Key-values; arrays longer than 32 entries are cut to `{ array: length }`. */
  readonly metadata: Readonly<Record<string, Json>>;
  /** Every `tokenizer.chat_template` and `tokenizer.chat_template.<name>`, whole. */
  readonly chatTemplates: readonly { readonly name: string; readonly template: string }[];
  readonly tensors: readonly GgufTensor[];
  readonly parameters: number;
}

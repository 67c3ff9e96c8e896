import type { GgufTensor } from './facts.ts';

export interface GgmlFacts {
  readonly format: 'ggml';
  /** What the first four bytes say, read as a number: `ggml`, `ggmf`, `ggjt` for models, `ggla` for an adapter. */
  readonly kind: 'ggml' | 'ggmf' | 'ggjt' | 'ggla';
  /** 0 where the layout tells none. */
  readonly version: number;
  /** Words of the vocabulary. */
  readonly words: number;
  /** With offsets from the start of the file. */
  readonly tensors: readonly GgufTensor[];
  readonly parameters: number;
}

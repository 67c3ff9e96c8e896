import type { ExternalBytes, OperatorUse } from '../location.ts';

export interface CoremlFacts {
  readonly format: 'coreml';
  readonly version: number;
  readonly operators: readonly OperatorUse[];
  /** Classes that the app must bring: custom layers and custom models. */
  readonly classes: readonly { readonly name: string; readonly what: 'layer' | 'model'; readonly offset: number }[];
  /** Models elsewhere that this one is put together with. */
  readonly linked: readonly { readonly file: string; readonly searchPath: string; readonly offset: number }[];
  readonly external: readonly ExternalBytes[];
}

import type { Json } from '../../kernel/json.ts';

export interface JsonFacts {
  readonly format: 'json';
  readonly value: Json;
  /** Keys that stand twice in one object, with their path: `a.b.key`. Two readers may see two documents. */
  readonly duplicateKeys: readonly string[];
  /** The document itself, for those who quote it or look for secrets in it. */
  readonly text: string;
}

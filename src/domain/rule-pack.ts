import type { Digest } from '../kernel/digest.ts';
import type { Rule } from './finding.ts';

/** What a pack's patterns are held against: facts that were decoded from a file, never its raw bytes. */
export const FACT_KINDS = ['file', 'import', 'call', 'operator', 'key', 'setting', 'template'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

export interface FactPattern {
  readonly fact: FactKind;
  /** In RE2's syntax; found anywhere in the fact. */
  readonly pattern: string;
  readonly ignoreCase: boolean;
}

/** One fact of each kind that an example names. */
export type ExampleFacts = Readonly<Partial<Record<FactKind, readonly string[]>>>;

export interface PackRule {
  /** Its `id` has the pack's name before it. */
  readonly rule: Rule;
  /** Whether one pattern is enough, or each must be found in the same file. */
  readonly needs: 'any' | 'all';
  readonly patterns: readonly FactPattern[];
  readonly fires: readonly ExampleFacts[];
  readonly quiet: readonly ExampleFacts[];
}

/** Rules of a community or a company, as data. */
export interface RulePack {
  readonly name: string;
  readonly version: number;
  readonly description: string;
  /** Of the text it was read from. */
  readonly digest: Digest;
  readonly rules: readonly PackRule[];
}

import type { ArgumentKind } from './argument.ts';
import type { Language } from './language.ts';
import type { Cwe } from './weaknesses.ts';

/** One way in which code is not safe. */
export interface CodeRule {
  readonly id: string;
  readonly cwe: Cwe;
  /** What to write instead. */
  readonly safer: string;
  /** What `safer` is said in; rules of what several languages have say it for any. */
  readonly language?: Language;
  readonly shared?: true;
  /** In no other language it is what the rule says. */
  readonly native?: Language;
  /** Literals without white space, of which one stands in every match; the pattern is tried from its place on. */
  readonly at: readonly string[];
  /** Sticky, in the statement from its line's beginning on; bounded by the statement's length. */
  readonly match: RegExp;
  /** Anywhere in the statement: then it is none. */
  readonly unless?: RegExp;
  /** Anywhere in the statement: only then it is one. */
  readonly statement?: RegExp;
  /** Somewhere in the statement or the lines before. */
  readonly near?: RegExp;
  /** Somewhere in the lines before: then it was seen to. */
  readonly settled?: RegExp;
  /** From the lines before to the match's end, in one text: what has the same name in both, by a backreference. Ends with `$`. */
  readonly story?: RegExp;
  /** What the call must be given that opens at the match's end: `built` of parts, or anything that is no `constant`. */
  readonly given?: { readonly kind: 'built' | 'dynamic'; readonly index?: number };
  /** Whether the place may be within quotes; in code only otherwise. */
  readonly inStrings?: boolean;
  /** From 0 to 1. Under a half, there is more to know before it is told. */
  readonly score?: number;
  readonly fires: readonly string[];
  readonly quiet: readonly string[];
}

/** What a digest is for that nobody gains by forging: the name of a version, an entry of a cache, a picture. */
export const NO_SECRET = /\be_?tag\b|[eE]Tag\b|ETAG|[cC]ache_?[kK]ey|gravatar|\bdedup/;

/** In the lines right before: who goes on was looked up, or held against the house's own address. */
export const LOOKED_UP =
  /\b(?:else )?if\b[^\n]*(?:\.has\(|\.includes\(|indexOf\(|[sS]tarts_?[wW]ith\(|IsLocalUrl|allow|[sS]afe|\.origin\b|\.host(?:name)?\b|\.netloc\b|in_array|HasPrefix|IsAbs\(| in [A-Z][A-Z_]{2,})[^\n]*\n(?:[^\n]*\n){0,4}[^\n]*$/;

/** What is to be the same each time it runs. */
export const FOR_TESTS =
  /repeatable|reproduc|determin|\btests?\b|bench|simulat|shuffl|\bdice?\b|\bcards\b|\bsame \w+ (?:each|every) time/i;

/** One of two commands, both of them as they stand. */
export const ONE_OF_TWO = /\(\s*(?:"[^"\n]*"|'[^'\n]*') if [^\n]{1,80} else (?:"[^"\n]*"|'[^'\n]*')\s*\)/;
/** In the lines right before, each part of the command was quoted for a shell. */
export const QUOTED_BEFORE = /\bshlex\.(?:quote|join)\([^\n]*\n(?:[^\n]*\n){0,2}[^\n]*$/;

/** Whether an argument of this kind will do. */
export function isGiven(wanted: 'built' | 'dynamic', kind: ArgumentKind): boolean {
  return kind === 'built' || (wanted === 'dynamic' && kind === 'dynamic');
}

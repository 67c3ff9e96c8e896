import { createHash } from 'node:crypto';
import type { Digest } from '../kernel/digest.ts';

/** How bad, for ordering; what a policy acts on is `says`. */
export const SEVERITIES = ['info', 'low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

export type Confidence = 'certain' | 'likely' | 'possible';

/**
 * What a finding says of the model. `malicious` and `suspicious` are about code that runs; `unscannable` is what nobody
 * could read; `review` wants a person; `unknown` is a question left open; `note` is worth knowing and changes nothing.
 */
export type Says = 'malicious' | 'unscannable' | 'suspicious' | 'review' | 'unknown' | 'note';

/** What an analyzer can find. Data: one row a rule, in the analyzer's `rules.ts`. */
export interface Rule {
  /** `analyzer/rule`. Never renamed, never reused. */
  readonly id: string;
  readonly says: Says;
  readonly severity: Severity;
  /** A sentence that tells the news: 'Loading the file runs a shell command.' */
  readonly title: string;
  readonly why: string;
  readonly remedy: string;
  /** `CWE-502`, `AML.T0011.000`, `CVE-…`, `GHSA-…`. */
  readonly references: readonly string[];
}

export interface Location {
  readonly path: string;
  /** The way into an archive, outermost first: `archive/data.pkl`. Empty for the file itself. */
  readonly member?: readonly string[];
  /** Bytes from the start of the innermost member. */
  readonly offset?: number;
  /** From 1. */
  readonly line?: number;
  /** Of a table of keys, as headers of weights are: which one. */
  readonly key?: string;
}

/** A place in a file or, with `member`, in what lies in it. */
export function locationIn(
  { path }: { readonly path: string },
  member: readonly string[],
  at: Pick<Location, 'offset' | 'line' | 'key'> = {},
): Location {
  return { path, ...(member.length === 0 ? {} : { member }), ...at };
}

/** A known vulnerability of a package, for those who sort and count. */
export interface Vulnerability {
  /** Every id that it is known under; the best known first. */
  readonly ids: readonly string[];
  readonly ecosystem: string;
  readonly package: string;
  /** The pinned version, or the requirement as it is written; empty for any. */
  readonly version: string;
  /** CVSS, 0 to 10; null when nobody scored it. */
  readonly score: number | null;
  readonly vector: string | null;
  /** The first version that is known to be free of it; null when there is none. */
  readonly fixed: string | null;
}

/** One thing an analyzer has to say about one artifact. */
export interface Finding {
  readonly rule: string;
  readonly says: Says;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** One sentence, about this case. May hold text from the model: print it through `printable`. */
  readonly message: string;
  readonly location?: Location;
  /** What would be done, decoded, in one line: `posix.system('id')`. */
  readonly operation?: string;
  readonly vulnerability?: Vulnerability;
  readonly evidence: readonly Digest[];
}

/** What makes a finding of a rule: all that the rule itself does not know. */
export interface FindingDetails {
  readonly message?: string;
  readonly location?: Location;
  readonly operation?: string;
  readonly vulnerability?: Vulnerability;
  readonly confidence?: Confidence;
  readonly evidence?: readonly Digest[];
}

/** A finding of `rule`; its message is the rule's title unless the case has a better one. */
export function findingOf(rule: Rule, details: FindingDetails): Finding {
  return {
    rule: rule.id,
    says: rule.says,
    severity: rule.severity,
    confidence: details.confidence ?? 'certain',
    message: details.message ?? rule.title,
    ...(details.location === undefined ? {} : { location: details.location }),
    ...(details.operation === undefined ? {} : { operation: details.operation }),
    ...(details.vulnerability === undefined ? {} : { vulnerability: details.vulnerability }),
    evidence: details.evidence ?? [],
  };
}

/** A finding's identity across runs and versions: rule, path, member, operation; no offsets, no wording. 32 hexadecimal digits. */
export function identityOf(finding: Finding): string {
  const { path = '', member = [] } = finding.location ?? {};
  const parts = [finding.rule, path, ...member, finding.operation ?? ''];
  // A length before each part, so that no path can imitate a member.
  const text = parts.map((part) => `${part.length}:${part}`).join('');
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

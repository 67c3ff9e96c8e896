import { type Artifact, WITHOUT_BYTES } from '../domain/artifact.ts';
import type { Finding, Says } from '../domain/finding.ts';
import type { Digest } from '../kernel/digest.ts';

/** What is found in papers, names, packages and advisories: it is the same whatever the bytes are. */
const OF_PAPERS: ReadonlySet<string> = new Set([
  'bom-claims',
  'card',
  'external-evidence',
  'identity',
  'licence',
  'licence-claim',
  'lineage',
  'model-advisories',
  'training-data',
  'vulnerabilities',
]);

const OF_BYTES: ReadonlySet<Says> = new Set(['malicious', 'suspicious', 'unscannable']);

/**
 * The bytes that an answer for a finding is bound to, for what is shown of them leaves most out: its file's, or the whole
 * model's where it names no file. `any` where nothing hangs on them; null where there are some and nobody knows their digest.
 */
export function bytesFor(artifact: Pick<Artifact, 'digest' | 'files'>): (finding: Finding) => Digest | 'any' | null {
  const files = new Map(artifact.files.map((file) => [file.path, file]));
  return ({ rule, says, location }) => {
    if (!OF_BYTES.has(says) && OF_PAPERS.has(rule.slice(0, rule.indexOf('/')))) return 'any';
    const file = location === undefined ? undefined : files.get(location.path);
    if (file === undefined) return artifact.digest;
    if (file.digest.kind !== 'unknown') return file.digest.sha256;
    return WITHOUT_BYTES.has(file.kind) ? 'any' : null;
  };
}

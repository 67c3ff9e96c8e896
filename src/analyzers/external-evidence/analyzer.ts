import { z } from 'zod';
import type { Artifact } from '../../domain/artifact.ts';
import { type Finding, findingOf, type Rule } from '../../domain/finding.ts';
import { hexOf } from '../../kernel/digest.ts';
import type { Material, ModelAnalyzer } from '../analyzer.ts';
import { COUNTS, EXPIRED, EXTERNAL_EVIDENCE_RULES, NOT_SIGNED, OTHER_MODEL, PART, SPEAKS_AGAINST } from './rules.ts';

const bodyShape = z.object({
  name: z.string(),
  kind: z.string(),
  issuer: z.string(),
  scope: z.string(),
  subjects: z.array(z.object({ name: z.string(), sha256: z.string() })),
  expiresAt: z.string().nullable(),
  expired: z.boolean(),
  signature: z.looseObject({ state: z.enum(['caller', 'none', 'stranger', 'trusted']) }),
  result: z.enum(['passed', 'failed']).optional(),
  summary: z.string().default(''),
});
type Body = z.output<typeof bodyShape>;

/** Certificates, audits, safety reports and provenance that the caller handed over: whether each is about these bytes, and stands. */
export const externalEvidence: ModelAnalyzer = {
  id: 'external-evidence',
  version: 1,
  question: 'Is the evidence that was handed over about this model, and does it stand?',
  rules: EXTERNAL_EVIDENCE_RULES,
  scope: 'model',
  needs: [],
  appliesTo: (_, evidence) =>
    evidence.some(({ kind }) => kind === 'external') || { because: 'no evidence was handed over' },
  analyze,
};

function* analyze({ inventory, evidence }: Material): Iterable<Finding> {
  for (const { kind, body, digest } of evidence) {
    if (kind !== 'external') continue;
    const parsed = bodyShape.parse(body);
    const rule = ruleOf(parsed, inventory.artifact);
    const { name, issuer, scope, expiresAt } = parsed;
    const by = issuer === '' ? '' : `, by ${issuer}`;
    const until = expiresAt === null ? '' : `, until ${expiresAt}`;
    const why = parsed.summary === '' ? '' : ` ${parsed.summary}`;
    const message = `${name} (${parsed.kind}${by}: ${scope}${until}): ${rule.title}${why}`;
    yield findingOf(rule, { message, operation: `${parsed.kind} ${name}`, evidence: [digest] });
  }
}

/** What speaks against the model does so whether or not it has expired, and about whichever part. */
function ruleOf({ subjects, expired, signature, result }: Body, artifact: Artifact): Rule {
  const coverage = coverageOf(new Set(subjects.map(({ sha256 }) => sha256)), artifact);
  if (coverage === 'none') return OTHER_MODEL;
  if (signature.state === 'none' || signature.state === 'stranger') return NOT_SIGNED;
  if (result === 'failed') return SPEAKS_AGAINST;
  if (expired) return EXPIRED;
  return coverage === 'whole' ? COUNTS : PART;
}

/** Whole: the manifest's digest, or that of every weight file; a model without weights, of every file. */
export function coverageOf(named: ReadonlySet<string>, { manifest, files }: Artifact): 'whole' | 'part' | 'none' {
  if (manifest !== null && named.has(hexOf(manifest))) return 'whole';
  const weights = files.filter(({ role }) => role === 'weights');
  const all = weights.length > 0 ? weights : files;
  const isNamed = ({ digest }: Artifact['files'][number]): boolean =>
    digest.kind !== 'unknown' && named.has(hexOf(digest.sha256));
  if (all.length > 0 && all.every(isNamed)) return 'whole';
  return files.some(isNamed) ? 'part' : 'none';
}

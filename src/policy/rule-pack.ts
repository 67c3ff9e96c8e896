import { z } from 'zod';
import { SEVERITIES } from '../domain/finding.ts';
import { type ExampleFacts, FACT_KINDS, type FactKind, type PackRule, type RulePack } from '../domain/rule-pack.ts';
import { digestOf } from '../kernel/digest.ts';
import { LIMITS } from '../kernel/limits.ts';
import { type PositionedYaml, readYaml, type Way } from './yaml/document.ts';
import { isMistakes, type Mistake, mistakesIn } from './yaml/mistakes.ts';
import { line, shaped } from './yaml/shape.ts';

const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be lower-case letters, digits and hyphens, 63 at most');
const reference = z
  .string()
  .regex(/^(?:CWE-\d{1,5}|CVE-\d{4}-\d{4,7}|GHSA(?:-[0-9a-z]{4}){3}|AML\.T\d{4}(?:\.\d{3})?|https:\/\/\S{1,300})$/, {
    message: 'must be CWE-…, CVE-…, GHSA-…, AML.T… or an https address',
  });

const pattern = z.strictObject({
  fact: z.enum(FACT_KINDS),
  // Not trimmed: a blank in a pattern is a blank.
  pattern: z.string().min(1).max(LIMITS.packPattern),
  ignoreCase: z.boolean().default(false),
});
const patterns = z.array(pattern).min(1).max(LIMITS.packPatterns);

const text = z.string().min(1).max(LIMITS.pathBytes);
const example = z.strictObject(
  Object.fromEntries(
    FACT_KINDS.map((kind) => [kind, z.union([text, z.array(text).min(1).max(20)]).optional()]),
  ) as Record<FactKind, z.ZodOptional<z.ZodUnion<[typeof text, z.ZodArray<typeof text>]>>>,
);
const examples = z.array(example).min(1).max(LIMITS.packExamples);

const rule = z.strictObject({
  id: name,
  says: z.enum(['malicious', 'suspicious', 'review', 'note']),
  severity: z.enum(SEVERITIES),
  title: line(200),
  why: line(1000),
  remedy: line(1000),
  references: z.array(reference).max(20).default([]),
  match: z
    .strictObject({ any: patterns.optional(), all: patterns.optional() })
    .refine(({ any, all }) => (any === undefined) !== (all === undefined), 'must have either any or all'),
  examples: z.strictObject({ fires: examples, quiet: examples }),
});

const file = z.strictObject({
  apiVersion: z.literal('weighbridge/v1'),
  kind: z.literal('RulePack'),
  metadata: z.strictObject({ name, version: z.int().min(1).max(1_000_000), description: line(500) }),
  rules: z.array(rule).min(1).max(LIMITS.packRules),
});

const FIELDS = [
  'apiVersion',
  'kind',
  'metadata',
  'rules',
  'name',
  'version',
  'description',
  'id',
  'says',
  'severity',
  'title',
  'why',
  'remedy',
  'references',
  'match',
  'any',
  'all',
  'fact',
  'pattern',
  'ignoreCase',
  'examples',
  'fires',
  'quiet',
  ...FACT_KINDS,
];

/** What only whoever has the engine of patterns can say of a pack. */
export interface PackJudge {
  /** Why this is no pattern, or null. */
  readonly patternMistake: (pattern: string) => string | null;
  readonly fires: (rule: PackRule, example: ExampleFacts) => boolean;
}

/**
 * Reads a rule pack and runs its examples. Throws `rules-invalid` with every mistake, each at its line and column; an
 * example that does not do what it stands for is a mistake.
 */
export function parseRulePack(source: string, fileName: string, judge: PackJudge): RulePack {
  const yaml = readYaml(source);
  if (isMistakes(yaml)) throw mistakesIn('rules-invalid', fileName, yaml);
  const parsed = shaped(yaml, file, FIELDS);
  if (isMistakes(parsed)) throw mistakesIn('rules-invalid', fileName, parsed);
  const mistakes = [...repeatedIds(parsed.rules, yaml), ...wrongPatterns(parsed.rules, yaml, judge)];
  if (mistakes.length > 0) throw mistakesIn('rules-invalid', fileName, mistakes);
  const { metadata } = parsed;
  const rules = parsed.rules.map((row) => ruleOf(metadata.name, row));
  const failed = rules.flatMap((one, index) => [...failedExamples(one, index, yaml, judge)]);
  if (failed.length > 0) throw mistakesIn('rules-invalid', fileName, failed);
  return { ...metadata, digest: digestOf(source), rules };
}

type Row = z.output<typeof rule>;

function* repeatedIds(rows: readonly Row[], yaml: PositionedYaml): Iterable<Mistake> {
  const seen = new Set<string>();
  for (const [index, { id }] of rows.entries()) {
    if (seen.has(id)) yield { ...yaml.at(['rules', index, 'id']), sentence: `the rule ${id} stands twice` };
    seen.add(id);
  }
}

function* wrongPatterns(rows: readonly Row[], yaml: PositionedYaml, judge: PackJudge): Iterable<Mistake> {
  for (const [index, row] of rows.entries()) {
    const { needs, patterns: own } = patternsOf(row);
    for (const [at, { pattern: written }] of own.entries()) {
      const sentence = judge.patternMistake(written);
      const way: Way = ['rules', index, 'match', needs, at, 'pattern'];
      if (sentence !== null) yield { ...yaml.at(way), sentence };
    }
  }
}

function patternsOf({ match }: Row): Pick<PackRule, 'needs' | 'patterns'> {
  return match.all === undefined ? { needs: 'any', patterns: match.any ?? [] } : { needs: 'all', patterns: match.all };
}

function ruleOf(pack: string, row: Row): PackRule {
  const { id, says, severity, title, why, remedy, references, examples: own } = row;
  return {
    rule: { id: `${pack}/${id}`, says, severity, title, why, remedy, references },
    ...patternsOf(row),
    fires: own.fires.map(factsOf),
    quiet: own.quiet.map(factsOf),
  };
}

function factsOf(written: z.output<typeof example>): ExampleFacts {
  return Object.fromEntries(
    Object.entries(written).flatMap(([kind, value]) =>
      value === undefined ? [] : [[kind, typeof value === 'string' ? [value] : value]],
    ),
  );
}

function* failedExamples(one: PackRule, index: number, yaml: PositionedYaml, judge: PackJudge): Iterable<Mistake> {
  for (const [at, facts] of one.fires.entries()) {
    if (!judge.fires(one, facts))
      yield {
        ...yaml.at(['rules', index, 'examples', 'fires', at]),
        sentence: `${one.rule.id} stays quiet on this example`,
      };
  }
  for (const [at, facts] of one.quiet.entries()) {
    if (judge.fires(one, facts))
      yield { ...yaml.at(['rules', index, 'examples', 'quiet', at]), sentence: `${one.rule.id} fires on this example` };
  }
}

import { z } from 'zod';
import { GUARD_ACTIONS, type GuardPolicy, IMAGE_LEAKS, ORIGINS } from '../../domain/guard.ts';
import type { Json } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { ConditionMistake } from '../cel/tokens.ts';
import { suggest } from '../nearest.ts';
import { type PositionedYaml, readYaml, type Way } from '../yaml/document.ts';
import { isMistakes, type Mistake, mistakesIn } from '../yaml/mistakes.ts';
import { line, shaped } from '../yaml/shape.ts';
import { CLASSIFIER, classifierOf, JUDGE, judgeOf } from './advisers.ts';
import { guardCondition } from './conditions.ts';
import { FORM, formOf, wrongWithForm } from './forms.ts';

const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be lower-case letters, digits and hyphens, 63 at most');
const pattern = line(LIMITS.guardPatternLength);

const rule = z.strictObject({
  id: name,
  detectors: z.array(name).default([]),
  types: z.array(line(100)).default([]),
  origins: z.array(z.enum(ORIGINS)).default([]),
  when: z.string().min(1).optional(),
  threshold: z.number().min(0).max(1).default(0),
  action: z.enum(GUARD_ACTIONS),
  message: line(500).optional(),
});

const allowance = z.strictObject({
  text: line(1000).optional(),
  pattern: pattern.optional(),
  types: z.array(line(100)).default([]),
  reason: line(500),
});

const term = z.strictObject({
  id: name,
  title: line(200).optional(),
  words: z.array(line(200)).max(LIMITS.guardTerms).default([]),
  patterns: z.array(pattern).max(LIMITS.guardPatterns).default([]),
});

/** The shape of a GuardPolicy file; `schemas/guard-policy-v1.schema.json` is made of it. */
export const GUARD_POLICY_FILE = z.strictObject({
  apiVersion: z.literal('weighbridge/v1'),
  kind: z.literal('GuardPolicy'),
  metadata: z.strictObject({ name, version: z.int().min(1).max(1_000_000), description: line(500) }),
  spec: z.strictObject({
    extends: z.enum(['default', 'nothing']).default('default'),
    hold: z
      .strictObject({
        characters: z.int().min(1024).max(1_048_576).optional(),
        milliseconds: z.int().min(1).max(600_000).optional(),
      })
      .default({}),
    deadline: z.int().min(50).max(60_000).nullable().default(null),
    broken: z.enum(['block', 'flag']).default('block'),
    message: line(500).optional(),
    rules: z.array(rule).max(LIMITS.policyRules).default([]),
    // No score is higher than 1: 1.001 lets a type through always.
    thresholds: z.record(line(100), z.number().min(0).max(1.001)).default({}),
    allow: z.array(allowance).max(LIMITS.guardTerms).default([]),
    images: z
      .strictObject({
        mark: z.enum(['generated', 'composite', 'nothing']).optional(),
        strip: z.array(z.enum(IMAGE_LEAKS)).optional(),
      })
      .default({}),
    protect: z.array(line(1000)).max(LIMITS.policyRules).default([]),
    terms: z.array(term).max(LIMITS.policyRules).default([]),
    forms: z.array(FORM).max(LIMITS.guardForms).default([]),
    judges: z.array(JUDGE).max(LIMITS.guardAdvisers).default([]),
    classifiers: z.array(CLASSIFIER).max(LIMITS.guardAdvisers).default([]),
  }),
});

type GuardPolicyFile = z.output<typeof GUARD_POLICY_FILE>;

/** For did-you-mean: every field of the file, whatever its place. */
const FIELDS = [
  ...'apiVersion kind metadata spec name version description extends hold characters milliseconds deadline broken'.split(
    ' ',
  ),
  ...'message rules thresholds allow terms id detectors types origins when threshold action text pattern reason'.split(
    ' ',
  ),
  ...'title words patterns protect images mark strip forms characters least most schema'.split(' '),
  ...'judges classifiers question endpoint model key folder labels'.split(' '),
];

/** What a policy may speak of. */
export interface Known {
  readonly detectors: readonly { readonly id: string; readonly types: readonly string[] }[];
  /** What `extends: default` begins with. */
  readonly base: GuardPolicy;
  /** Why a pattern is no RE2 pattern; null when it is one. */
  readonly wrongWithPattern: (pattern: string) => string | null;
  /** Why a schema cannot be checked; null when it can. */
  readonly wrongWithSchema: (schema: Json) => string | null;
}

/** Reads a GuardPolicy. Throws `policy-invalid` with every mistake, one a line, each as `name:line:column: sentence`. */
export function parseGuardPolicy(text: string, fileName: string, known: Known): GuardPolicy {
  const yaml = readYaml(text);
  if (isMistakes(yaml)) throw mistakesIn('policy-invalid', fileName, yaml);
  const file = shaped(yaml, GUARD_POLICY_FILE, FIELDS);
  if (isMistakes(file)) throw mistakesIn('policy-invalid', fileName, file);
  const mistakes = [
    ...wrongRules(file, yaml, known),
    ...wrongPatterns(file, yaml, known),
    ...wrongForms(file, yaml, known),
    ...repeated(file, yaml),
  ];
  if (mistakes.length > 0) throw mistakesIn('policy-invalid', fileName, mistakes);
  return assemble(file, known.base);
}

/** A rule about what does not exist would never do anything, and look as if it did. */
function wrongRules({ spec }: GuardPolicyFile, yaml: PositionedYaml, known: Known): readonly Mistake[] {
  const detectors = [...known.detectors.map(({ id }) => id), 'terms', 'forms', 'judges', 'classifiers'];
  const types = [
    ...known.detectors.flatMap((detector) => detector.types),
    ...spec.terms.map(({ id }) => `term/${id}`),
    ...spec.forms.map(({ id }) => `form/${id}`),
    ...spec.judges.map(({ id }) => `judge/${id}`),
    ...spec.classifiers.map(({ id }) => `classifier/${id}`),
  ];
  const mistakes: Mistake[] = [];
  const lists = [
    ...spec.rules.map((rule, at) => ({ way: ['spec', 'rules', at], ...rule })),
    ...spec.allow.map((row, at) => ({ way: ['spec', 'allow', at], types: row.types, detectors: [] })),
  ];
  for (const { way, ...rule } of lists) {
    for (const [at, id] of rule.detectors.entries()) {
      if (detectors.includes(id)) continue;
      mistakes.push({
        ...yaml.at([...way, 'detectors', at]),
        sentence: `there is no detector ${id}${suggest(id, detectors)}`,
      });
    }
    for (const [at, type] of rule.types.entries()) {
      if (types.some((one) => (type.endsWith('*') ? one.startsWith(type.slice(0, -1)) : one === type))) continue;
      mistakes.push({ ...yaml.at([...way, 'types', at]), sentence: `there is no type ${type}${suggest(type, types)}` });
    }
  }
  for (const type of Object.keys(spec.thresholds)) {
    if (types.includes(type)) continue;
    const sentence = `there is no type ${type}${suggest(type, types)}`;
    mistakes.push({ ...yaml.atKey(['spec', 'thresholds'], type), sentence });
  }
  for (const [at, { when }] of spec.rules.entries()) {
    const way = ['spec', 'rules', at, 'when'];
    for (const mistake of when === undefined ? [] : wrongWhen(when)) {
      mistakes.push({ ...yaml.within(way, mistake.at), sentence: mistake.message });
    }
  }
  return mistakes;
}

function wrongWhen(when: string): readonly ConditionMistake[] {
  try {
    guardCondition(when);
    return [];
  } catch (error) {
    if (error instanceof ConditionMistake) return [error];
    throw error;
  }
}

function wrongPatterns({ spec }: GuardPolicyFile, yaml: PositionedYaml, known: Known): readonly Mistake[] {
  const patterns: { readonly way: Way; readonly text: string }[] = [];
  for (const [at, { pattern }] of spec.allow.entries()) {
    if (pattern !== undefined) patterns.push({ way: ['spec', 'allow', at, 'pattern'], text: pattern });
  }
  for (const [at, term] of spec.terms.entries()) {
    term.patterns.forEach((text, index) => {
      patterns.push({ way: ['spec', 'terms', at, 'patterns', index], text });
    });
  }
  const mistakes = patterns.flatMap(({ way, text }) => {
    const why = known.wrongWithPattern(text);
    return why === null ? [] : [{ ...yaml.at(way), sentence: `this is no RE2 pattern: ${why}` }];
  });
  const empty = spec.allow.flatMap((row, at) =>
    (row.text === undefined) === (row.pattern === undefined)
      ? [{ ...yaml.at(['spec', 'allow', at]), sentence: 'give either a text or a pattern' }]
      : [],
  );
  return [...mistakes, ...empty];
}

function wrongForms({ spec }: GuardPolicyFile, yaml: PositionedYaml, known: Known): readonly Mistake[] {
  return spec.forms.flatMap((form, at) => {
    const sentence = wrongWithForm(form, known.wrongWithSchema);
    return sentence === null ? [] : [{ ...yaml.at(['spec', 'forms', at]), sentence }];
  });
}

function repeated({ spec }: GuardPolicyFile, yaml: PositionedYaml): readonly Mistake[] {
  return (['rules', 'terms', 'forms', 'judges', 'classifiers'] as const).flatMap((list) => {
    const seen = new Set<string>();
    return spec[list].flatMap(({ id }, at) => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [{ ...yaml.at(['spec', list, at, 'id']), sentence: `${id} stands there twice` }];
    });
  });
}

function assemble({ metadata, spec }: GuardPolicyFile, base: GuardPolicy): GuardPolicy {
  const own = spec.rules.map(({ when, message, ...rule }) => ({
    ...rule,
    when: when ?? null,
    message: message ?? null,
  }));
  return {
    id: metadata.name,
    version: metadata.version,
    description: metadata.description,
    hold: {
      characters: spec.hold.characters ?? base.hold.characters,
      milliseconds: spec.hold.milliseconds ?? base.hold.milliseconds,
    },
    deadline: spec.deadline,
    broken: spec.broken,
    message: spec.message ?? base.message,
    rules: spec.extends === 'default' ? [...base.rules, ...own] : own,
    thresholds: spec.thresholds,
    allow: spec.allow.map(({ text, pattern, ...row }) => ({ ...row, text: text ?? null, pattern: pattern ?? null })),
    images: {
      mark: spec.images.mark === 'nothing' ? null : (spec.images.mark ?? base.images.mark),
      strip: spec.images.strip ?? base.images.strip,
    },
    protect: spec.protect,
    forms: spec.forms.map(formOf),
    judges: spec.judges.map(judgeOf),
    classifiers: spec.classifiers.map(classifierOf),
    terms: spec.terms.map(({ title, ...term }) => ({ ...term, title: title ?? term.id })),
  };
}

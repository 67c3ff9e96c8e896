import { z } from 'zod';
import { GUARD_ACTIONS, type GuardPolicy, IMAGE_LEAKS, ORIGINS } from '../../domain/guard.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { readYaml } from '../yaml/document.ts';
import { isMistakes, mistakesIn } from '../yaml/mistakes.ts';
import { line, shaped } from '../yaml/shape.ts';
import { CLASSIFIER, classifierOf, JUDGE, judgeOf } from './advisers.ts';
import { FORM, formOf } from './forms.ts';
import { type Known, mistakesBeyondShape } from './mistakes.ts';

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

/** Reads a GuardPolicy. Throws `policy-invalid` with every mistake, one a line, each as `name:line:column: sentence`. */
export function parseGuardPolicy(text: string, fileName: string, known: Known): GuardPolicy {
  const yaml = readYaml(text);
  if (isMistakes(yaml)) throw mistakesIn('policy-invalid', fileName, yaml);
  const file = shaped(yaml, GUARD_POLICY_FILE, FIELDS);
  const beyond = mistakesBeyondShape(yaml, known);
  if (isMistakes(file)) throw mistakesIn('policy-invalid', fileName, [...file, ...beyond]);
  if (beyond.length > 0) throw mistakesIn('policy-invalid', fileName, beyond);
  return assemble(file, known.base);
}

/** `name:line:column` of the text that a policy protects by, which can be read as a policy. */
export function placeOfProtected(text: string, fileName: string, at: number): string {
  const yaml = readYaml(text);
  if (isMistakes(yaml)) return fileName;
  const { line, column } = yaml.at(['spec', 'protect', at]);
  return `${fileName}:${line}:${column}`;
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

import { z } from 'zod';
import { RULING_ROLES } from '../domain/people.ts';
import { type AdmissionPolicy, CONSEQUENCES, type PolicyRule, type SilencePolicy } from '../domain/policy.ts';
import { allOf, type ReviewDemand, RULINGS_TO_ADMIT } from '../domain/review.ts';
import { outcomeRank } from '../domain/verdict.ts';
import { type Digest, digestOfJson, isDigest } from '../kernel/digest.ts';
import { type Json, member } from '../kernel/json.ts';
import { LIMITS } from '../kernel/limits.ts';
import { VARIABLES } from './activation.ts';
import { checkNames } from './cel/check-names.ts';
import { parseCondition } from './cel/syntax.ts';
import { ConditionMistake } from './cel/tokens.ts';
import { followUpWith, slackerThan, USUAL_FOLLOW_UP } from './follow-up.ts';
import { PROFILE_TEXTS } from './profile-texts.ts';
import { isDay } from './yaml/day.ts';
import { type PositionedYaml, readYaml, type Way } from './yaml/document.ts';
import { isMistakes, type Mistake, mistakesIn } from './yaml/mistakes.ts';
import { line, shaped } from './yaml/shape.ts';

const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;
const name = z.string().regex(NAME, 'must be lower-case letters, digits and hyphens, 63 at most');
const stricter = z.enum(['deny', 'review']);

/** Who must rule, each named role by another person. Never fewer than two: nobody admits alone. */
const review = z
  .strictObject({
    roles: z.array(z.enum(RULING_ROLES)).max(RULING_ROLES.length).default([]),
    people: z.int().min(RULINGS_TO_ADMIT).max(10).default(RULINGS_TO_ADMIT),
  })
  .transform((demand) => allOf([demand]));

const rule = z.strictObject({
  id: name,
  // Not trimmed, so that positions in it are positions in the file; its length is bounded where it is parsed.
  when: z.string().min(1),
  outcome: stricter,
  why: line(500),
  remedy: line(500),
  review: review.optional(),
});

const waiver = z.strictObject({
  target: z
    .string()
    .regex(
      /^(?:[0-9a-f]{32}|check:[a-z0-9][a-z0-9-]*)$/,
      "must be a finding's identity (32 hexadecimal digits) or check:<analyzer>",
    ),
  bytes: z
    .custom<Digest>(
      (value) => typeof value === 'string' && isDigest(value),
      'must be sha256: and 64 hexadecimal digits',
    )
    .optional(),
  owner: line(200),
  reason: line(1000),
  until: z.string().refine(isDay, 'must be a day that exists, as in 2027-03-31'),
});

/** Every other field has a place of its own; these may come from the profile that is extended. */
const silence = z.strictObject({ unanswered: stricter, failed: stricter, unscannable: stricter });
const validDays = z.int().min(1).max(3650);
const days = z.int().min(0).max(3650);
const consequence = z.enum(CONSEQUENCES);
const followUp = z.strictObject({
  days: z.strictObject({ info: days, low: days, medium: days, high: days, critical: days }).partial().optional(),
  remind: z.int().min(0).max(365).optional(),
  lapse: z.strictObject({ finding: consequence, duty: consequence, waiver: consequence }).partial().optional(),
});

const envelope = z.strictObject({
  apiVersion: z.literal('weighbridge/v1'),
  kind: z.literal('AdmissionPolicy'),
  metadata: z.strictObject({ name, version: z.int().min(1).max(1_000_000), description: line(500) }),
  spec: z.strictObject({
    extends: z.enum(['default', 'strict', 'research']).optional(),
    validDays: validDays.optional(),
    followUp: followUp.optional(),
    silence: silence.partial().optional(),
    review: review.optional(),
    rules: z.array(rule).max(LIMITS.policyRules).default([]),
    waivers: z.array(waiver).default([]),
  }),
});

type PolicyFile = z.output<typeof envelope>;

/** For did-you-mean: every field of the file, whatever its place. */
const FIELDS = [
  ...'apiVersion kind metadata spec name version description extends validDays silence rules waivers'.split(' '),
  ...'unanswered failed unscannable id when outcome why remedy target bytes owner reason until'.split(' '),
  ...'review roles people'.split(' '),
  ...'followUp days remind lapse finding duty waiver info low medium high critical'.split(' '),
];

/**
 * Reads a policy file. `fileName` is for messages only. Throws `policy-invalid` with every mistake, one a line, each as
 * `name:line:column: sentence`.
 */
export function parsePolicy(text: string, fileName: string): AdmissionPolicy {
  const yaml = readYaml(text);
  if (isMistakes(yaml)) throw mistakesIn('policy-invalid', fileName, yaml);
  const file = shaped(yaml, envelope, FIELDS);
  const conditions = conditionMistakes(yaml);
  if (isMistakes(file)) throw mistakesIn('policy-invalid', fileName, [...file, ...conditions]);
  const base = profileOf(file);
  const mistakes = [
    ...conditions,
    ...idle(file, yaml),
    ...repeated(file, yaml, base),
    ...missing(file, yaml, base),
    ...kinderThan(base, file, yaml),
  ];
  if (mistakes.length > 0) throw mistakesIn('policy-invalid', fileName, mistakes);
  return assemble(file, yaml, base);
}

function profileOf({ spec }: PolicyFile): AdmissionPolicy | undefined {
  return spec.extends === undefined ? undefined : parsePolicy(PROFILE_TEXTS[spec.extends], spec.extends);
}

/** Looks at the file as it stands, so that a mistake elsewhere hides none of these. */
function conditionMistakes(yaml: PositionedYaml): readonly Mistake[] {
  const rules = member(member(yaml.value, 'spec'), 'rules');
  if (!Array.isArray(rules)) return [];
  return rules.slice(0, LIMITS.policyRules).flatMap((rule: unknown, index) => {
    const when = member(rule, 'when');
    if (typeof when !== 'string' || when === '') return [];
    const way = ['spec', 'rules', index, 'when'];
    return wrongWith(when).map(({ at, message }) => ({ ...yaml.within(way, at), sentence: message }));
  });
}

function wrongWith(when: string): readonly ConditionMistake[] {
  try {
    return checkNames(parseCondition(when), VARIABLES);
  } catch (error) {
    if (error instanceof ConditionMistake) return [error];
    throw error;
  }
}

function repeated({ spec }: PolicyFile, yaml: PositionedYaml, base: AdmissionPolicy | undefined): readonly Mistake[] {
  const taken = new Map(base?.rules.map(({ id }) => [id, `in the profile ${base.id}`]));
  const mistakes: Mistake[] = [];
  for (const [index, { id, line }] of ruleLines(spec.rules, yaml).entries()) {
    const before = taken.get(id);
    if (before === undefined) taken.set(id, `on line ${line}`);
    else
      mistakes.push({ ...yaml.at(['spec', 'rules', index, 'id']), sentence: `a rule called ${id} stands ${before}` });
  }
  return mistakes;
}

/** A rule that denies asks nobody. */
function idle({ spec }: PolicyFile, yaml: PositionedYaml): readonly Mistake[] {
  return spec.rules.flatMap(({ outcome, review }, index) =>
    review === undefined || outcome === 'review'
      ? []
      : [
          {
            ...yaml.at(['spec', 'rules', index, 'review']),
            sentence: 'review names who rules, and a rule that denies leaves nothing to people',
          },
        ],
  );
}

function ruleLines(rules: PolicyFile['spec']['rules'], yaml: PositionedYaml): readonly PolicyRule[] {
  return rules.map((rule, index) => ({
    ...rule,
    when: rule.when.trim(),
    line: yaml.at(['spec', 'rules', index]).line,
  }));
}

const SILENCES = ['unanswered', 'failed', 'unscannable'] as const;

/** What must be said when no profile says it. */
function missing({ spec }: PolicyFile, yaml: PositionedYaml, base: AdmissionPolicy | undefined): readonly Mistake[] {
  if (base !== undefined) return [];
  const ways: readonly Way[] = [['spec', 'validDays'], ...SILENCES.map((key) => ['spec', 'silence', key])];
  const given = [spec.validDays, ...SILENCES.map((key) => spec.silence?.[key])];
  return ways
    .filter((_, at) => given[at] === undefined)
    .map((way) => ({ ...yaml.at(way), sentence: `${way.join('.')} is missing` }));
}

/** A policy that extends a profile may only be stricter, so that its name promises something. */
function kinderThan(base: AdmissionPolicy | undefined, { spec }: PolicyFile, yaml: PositionedYaml): readonly Mistake[] {
  if (base === undefined) return [];
  const mistakes: Mistake[] = [];
  for (const key of SILENCES) {
    const own = spec.silence?.[key];
    if (own === undefined || outcomeRank(own) >= outcomeRank(base.silence[key])) continue;
    const sentence = `spec.silence.${key} must be ${base.silence[key]}: a policy may not be kinder than the profile it extends`;
    mistakes.push({ ...yaml.at(['spec', 'silence', key]), sentence });
  }
  if (spec.validDays !== undefined && spec.validDays > base.validDays) {
    const sentence = `spec.validDays must be at most ${base.validDays}, as in the profile it extends`;
    mistakes.push({ ...yaml.at(['spec', 'validDays']), sentence });
  }
  for (const { way, sentence } of slackerThan(base.followUp, spec.followUp))
    mistakes.push({ ...yaml.at(['spec', 'followUp', ...way]), sentence: `spec.followUp.${way.join('.')} ${sentence}` });
  return mistakes;
}

/** Called when `missing` found nothing, so that the fallbacks at the end are never taken; they are the strict ones. */
function assemble(
  { metadata, spec }: PolicyFile,
  yaml: PositionedYaml,
  base: AdmissionPolicy | undefined,
): AdmissionPolicy {
  const silenceOf = (key: keyof SilencePolicy) => spec.silence?.[key] ?? base?.silence[key] ?? 'deny';
  const demands = [base?.review, spec.review].filter((demand) => demand !== undefined);
  const policy = {
    id: metadata.name,
    version: metadata.version,
    description: metadata.description,
    silence: {
      unanswered: silenceOf('unanswered'),
      failed: silenceOf('failed'),
      unscannable: silenceOf('unscannable'),
    },
    rules: [...(base?.rules ?? []), ...ruleLines(spec.rules, yaml)],
    waivers: spec.waivers,
    validDays: spec.validDays ?? base?.validDays ?? 1,
    followUp: followUpWith(base?.followUp ?? USUAL_FOLLOW_UP, spec.followUp),
    ...(demands.length === 0 ? {} : { review: allOf(demands) }),
  };
  return { ...policy, digest: digestOfJson(canonical(policy)) };
}

/** Of what it says, whatever digest it bears. */
export function digestOfPolicy({ digest: _said, ...policy }: AdmissionPolicy): Digest {
  return digestOfJson(canonical(policy));
}

/** Where a rule stands is not what it says. */
function canonical(policy: Omit<AdmissionPolicy, 'digest'>): Json {
  const rules = policy.rules.map(({ id, when, outcome, why, remedy, review }) => ({
    id,
    when,
    outcome,
    why,
    remedy,
    ...reviewText(review),
  }));
  const waivers = policy.waivers.map(({ target, bytes, owner, reason, until }) => ({
    target,
    // Left out where nothing is said, so that older policies keep their digests.
    ...(bytes === undefined ? {} : { bytes }),
    owner,
    reason,
    until,
  }));
  const { review, ...rest } = policy;
  const { days, remind, lapse } = policy.followUp;
  const followUp = { days: { ...days }, remind, lapse: { ...lapse } };
  return { ...rest, rules, waivers, silence: { ...policy.silence }, followUp, ...reviewText(review) };
}

/** Where nobody is named nothing is added, so that policies from before this could be said keep their digests. */
function reviewText(review: ReviewDemand | undefined): { readonly [key: string]: Json } {
  return review === undefined ? {} : { review: { roles: [...review.roles], people: review.people } };
}

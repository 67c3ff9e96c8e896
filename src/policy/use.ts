import { z } from 'zod';
import { type IntendedUse, UNSTATED_USE } from '../domain/use.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { type PositionedYaml, readYaml } from './yaml/document.ts';
import { isMistakes, type Mistake, mistakesIn } from './yaml/mistakes.ts';
import { issueInWords, shaped } from './yaml/shape.ts';

const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine((value) => value.isWellFormed(), 'holds half a character');

const fields = z.strictObject({
  purpose: text(1000).optional(),
  commercial: z.boolean().optional(),
  exposure: z.enum(['internal', 'hosted', 'redistributed']).optional(),
  monthlyUsers: z.int().min(0).optional(),
  regions: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166 country of two capitals, or EU'))
    .max(300)
    .optional(),
  regulatedDomain: text(100).min(1).nullable().optional(),
  trainsOtherModels: z.boolean().optional(),
  personalData: z.boolean().optional(),
  annualRevenueUsd: z.number().min(0).nullable().optional(),
  usersAtRelease: z.int().min(0).nullable().optional(),
  sellsOutputs: z.boolean().optional(),
  seat: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be an ISO 3166 country of two capitals, or EU')
    .nullable()
    .optional(),
  modality: z.enum(['text', 'multimodal']).nullable().optional(),
});

const envelope = z.strictObject({
  apiVersion: z.literal('weighbridge/v1'),
  kind: z.literal('IntendedUse'),
  metadata: z.looseObject({}).optional(),
  spec: fields,
});

type StatedUse = z.output<typeof fields>;

const FIELDS = [...Object.keys(fields.shape), 'apiVersion', 'kind', 'metadata', 'spec'];

/**
 * Reads a use file: a map of the fields of IntendedUse, or the same under `spec` in an envelope. What is not said counts
 * as UNSTATED_USE. `fileName` is for messages only. Throws `use-invalid` with every mistake, as parsePolicy does.
 */
export function parseUse(source: string, fileName: string): IntendedUse {
  const yaml = readYaml(source);
  if (isMistakes(yaml)) throw mistakesIn('use-invalid', fileName, yaml);
  const stated = statedIn(yaml);
  if (isMistakes(stated)) throw mistakesIn('use-invalid', fileName, stated);
  return mergeUse(UNSTATED_USE, stated);
}

function statedIn(yaml: PositionedYaml): StatedUse | readonly Mistake[] {
  const { value } = yaml;
  const enveloped = typeof value === 'object' && value !== null && ('apiVersion' in value || 'kind' in value);
  if (!enveloped) return shaped(yaml, fields, FIELDS);
  const file = shaped(yaml, envelope, FIELDS);
  return isMistakes(file) ? file : file.spec;
}

/**
 * What `flags` say, over what `base` says. A flag that is `undefined` was not given; regions may be in lower case. Throws
 * `use-invalid` for what no use file could say.
 */
export function mergeUse(base: IntendedUse, flags: UseFlags): IntendedUse {
  const regions = flags.regions?.map((region) => region.toUpperCase());
  const stated = fields.safeParse({ ...flags, regions });
  if (!stated.success) throw new WeighbridgeError('use-invalid', stated.error.issues.map(issueInWords).join('\n'));
  const given = Object.entries(stated.data).filter(([, value]) => value !== undefined);
  const merged = { ...base, ...(Object.fromEntries(given) as Partial<IntendedUse>) };
  return { ...merged, regions: [...new Set(merged.regions)].sort() };
}

export type UseFlags = { readonly [Field in keyof IntendedUse]?: IntendedUse[Field] | undefined };

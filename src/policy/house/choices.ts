import { z } from 'zod';
import type { PolicyChoice } from '../../domain/house-policy.ts';
import { DIRECTIONS } from '../../domain/request.ts';
import { readYaml } from '../yaml/document.ts';
import { isMistakes, mistakesIn } from '../yaml/mistakes.ts';
import { shaped } from '../yaml/shape.ts';
import { API_VERSION, HEAD_FIELDS, metadata, policyName } from './head.ts';

const when = z.strictObject({
  direction: z.enum(DIRECTIONS).optional(),
  exposure: z.enum(['internal', 'hosted', 'redistributed']).optional(),
  commercial: z.boolean().optional(),
  personalData: z.boolean().optional(),
  regulated: z.boolean().optional(),
});

/** A PolicyChoice as it is written; `schemas/policy-choice-v1.schema.json` is made of it. */
export const POLICY_CHOICE_FILE = z.strictObject({
  apiVersion: API_VERSION,
  kind: z.literal('PolicyChoice'),
  metadata,
  spec: z.strictObject({
    choices: z
      .array(z.strictObject({ when: when.default({}), policies: z.array(policyName).min(1).max(20) }))
      .min(1)
      .max(100),
  }),
});

const FIELDS = [...HEAD_FIELDS, ...'choices when policies'.split(' '), ...Object.keys(when.shape)];

/** Reads which policies count for which requests. Throws `policy-invalid` with every mistake, each at its line and column. */
export function parseChoices(
  text: string,
  fileName: string,
): { readonly name: string; readonly version: number; readonly choices: readonly PolicyChoice[] } {
  const yaml = readYaml(text);
  if (isMistakes(yaml)) throw mistakesIn('policy-invalid', fileName, yaml);
  const parsed = shaped(yaml, POLICY_CHOICE_FILE, FIELDS);
  if (isMistakes(parsed)) throw mistakesIn('policy-invalid', fileName, parsed);
  const { choices } = parsed.spec;
  const last = choices.length - 1;
  if (Object.keys(choices[last]?.when ?? {}).length > 0) {
    const sentence = 'the last choice must fit every request: leave out its when';
    throw mistakesIn('policy-invalid', fileName, [{ ...yaml.at(['spec', 'choices', last]), sentence }]);
  }
  return { name: parsed.metadata.name, version: parsed.metadata.version, choices };
}

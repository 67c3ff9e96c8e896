import { z } from 'zod';
import { isAtLeast, OPENNESS, type OpennessGates, PAPER_KINDS } from '../../domain/openness.ts';
import { RULING_ROLES } from '../../domain/people.ts';
import { OPENNESS_GATES } from '../openness.ts';
import { readYaml } from '../yaml/document.ts';
import { isMistakes, mistakesIn } from '../yaml/mistakes.ts';
import { shaped } from '../yaml/shape.ts';
import { API_VERSION, HEAD_FIELDS, metadata } from './head.ts';

const gate = z.strictObject({
  papers: z.array(z.enum(PAPER_KINDS)).max(PAPER_KINDS.length),
  card: z.boolean(),
  outbound: z.boolean(),
  exposures: z
    .array(z.enum(['internal', 'hosted', 'redistributed']))
    .min(1)
    .max(3),
  roles: z.array(z.enum(RULING_ROLES)).max(RULING_ROLES.length),
});

/** An OpennessPolicy as it is written; `schemas/openness-policy-v1.schema.json` is made of it. */
export const OPENNESS_FILE = z.strictObject({
  apiVersion: API_VERSION,
  kind: z.literal('OpennessPolicy'),
  metadata,
  spec: z.strictObject({ levels: z.partialRecord(z.enum(OPENNESS), gate) }),
});

const FIELDS = [...HEAD_FIELDS, 'levels', ...OPENNESS, ...Object.keys(gate.shape)];

/**
 * Reads what a house's levels of openness ask; a level that it leaves out asks what it asks everywhere. Throws `policy-invalid`
 * with every mistake, each at its line and column, and where a level asks for less than the one before it.
 */
export function parseOpenness(
  text: string,
  fileName: string,
): { readonly name: string; readonly version: number; readonly gates: OpennessGates } {
  const yaml = readYaml(text);
  if (isMistakes(yaml)) throw mistakesIn('policy-invalid', fileName, yaml);
  const parsed = shaped(yaml, OPENNESS_FILE, FIELDS);
  if (isMistakes(parsed)) throw mistakesIn('policy-invalid', fileName, parsed);
  const gates: OpennessGates = { ...OPENNESS_GATES, ...parsed.spec.levels };
  const mistakes = OPENNESS.slice(1).flatMap((level, at) => {
    const before = OPENNESS[at] ?? 'internal';
    if (isAtLeast(gates[level], gates[before])) return [];
    return [{ ...yaml.at(['spec', 'levels', level]), sentence: `${level} asks for less than ${before} does` }];
  });
  if (mistakes.length > 0) throw mistakesIn('policy-invalid', fileName, mistakes);
  return { name: parsed.metadata.name, version: parsed.metadata.version, gates };
}

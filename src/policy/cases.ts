import { z } from 'zod';
import type { PolicyCase } from '../domain/policy-case.ts';
import { OUTCOMES } from '../domain/verdict.ts';
import { isDay } from './yaml/day.ts';
import { readYaml } from './yaml/document.ts';
import { isMistakes, mistakesIn } from './yaml/mistakes.ts';
import { line, shaped } from './yaml/shape.ts';

const oneCase = z.strictObject({
  name: line(200),
  dossier: line(1000),
  expect: z.enum(OUTCOMES),
  because: z.array(line(200)).max(200).default([]),
  on: z.string().refine(isDay, 'must be a day that exists, as in 2027-03-31').optional(),
});

const file = z.strictObject({
  apiVersion: z.literal('weighbridge/v1'),
  kind: z.literal('PolicyTest'),
  cases: z.array(oneCase).min(1).max(10_000),
});

const FIELDS = ['apiVersion', 'kind', 'cases', 'name', 'dossier', 'expect', 'because', 'on'];

/** Reads a policy's test. Throws `cases-invalid` with every mistake, each at its line and column. */
export function parseCases(source: string, fileName: string): readonly PolicyCase[] {
  const yaml = readYaml(source);
  if (isMistakes(yaml)) throw mistakesIn('cases-invalid', fileName, yaml);
  const parsed = shaped(yaml, file, FIELDS);
  if (isMistakes(parsed)) throw mistakesIn('cases-invalid', fileName, parsed);
  return parsed.cases.map(({ on, ...row }, at) => ({ ...row, on: on ?? null, line: yaml.at(['cases', at]).line }));
}

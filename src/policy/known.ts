import { z } from 'zod';
import type { KnownFinding } from '../domain/known.ts';
import { type Digest, isDigest } from '../kernel/digest.ts';
import { isDay } from './yaml/day.ts';
import { readYaml } from './yaml/document.ts';
import { isMistakes, mistakesIn } from './yaml/mistakes.ts';
import { line, shaped } from './yaml/shape.ts';

const day = z.string().refine(isDay, 'must be a day that exists, as in 2027-03-31').optional();

// One shape rather than two: of an entry that fits neither, a union says only that.
const entry = z
  .strictObject({
    finding: z
      .string()
      .regex(/^[0-9a-f]{32}$/, 'must be an identity of 32 hexadecimal digits')
      .optional(),
    bytes: z
      .custom<Digest | 'none'>(
        (value) => value === 'none' || (typeof value === 'string' && isDigest(value)),
        'must be sha256: and 64 hexadecimal digits, or none',
      )
      .optional(),
    rule: line(200).optional(),
    operation: line(4096).optional(),
    path: line(4096).optional(),
    reason: line(1000),
    until: day,
  })
  .superRefine(({ finding, bytes, rule, operation }, context) => {
    if (finding === undefined && rule === undefined)
      context.addIssue({ code: 'custom', message: 'must name a finding or a rule' });
    if (finding === undefined && bytes !== undefined)
      context.addIssue({ code: 'custom', path: ['bytes'], message: 'are those of a finding: name it' });
    if (finding !== undefined && operation !== undefined)
      context.addIssue({ code: 'custom', path: ['operation'], message: 'a finding is one already: leave this out' });
  });

const file = z.strictObject({
  apiVersion: z.literal('weighbridge/v1'),
  kind: z.literal('KnownFindings'),
  known: z.array(entry).max(100_000),
});

const FIELDS = ['apiVersion', 'kind', 'known', 'finding', 'bytes', 'rule', 'operation', 'path', 'reason', 'until'];

/** Reads a known-findings file. Throws `known-invalid` with every mistake, each at its line and column. */
export function parseKnown(source: string, fileName: string): readonly KnownFinding[] {
  const yaml = readYaml(source);
  if (isMistakes(yaml)) throw mistakesIn('known-invalid', fileName, yaml);
  const parsed = shaped(yaml, file, FIELDS);
  if (isMistakes(parsed)) throw mistakesIn('known-invalid', fileName, parsed);
  return parsed.known.map((row) => ({
    what:
      row.finding !== undefined
        ? { kind: 'finding', identity: row.finding, bytes: row.bytes ?? null }
        : { kind: 'rule', rule: row.rule ?? '', operation: row.operation ?? null, path: row.path ?? null },
    rule: row.rule ?? null,
    reason: row.reason,
    until: row.until ?? null,
  }));
}

import { z } from 'zod';
import type { Advisory } from '../domain/advisory.ts';
import { type DependencyList, ECOSYSTEMS, type Ecosystem } from '../domain/dependency.ts';
import type { Evidence } from '../domain/evidence.ts';
import { advisoryShape } from './stored.ts';

const place = { path: z.string(), member: z.array(z.string()), line: z.number().nullable() };

const dependencyList = z.object({
  packages: z.array(
    z.object({
      ecosystem: z.enum(ECOSYSTEMS),
      name: z.string(),
      requirement: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('pinned'), version: z.string() }),
        z.object({ kind: z.literal('range'), specifier: z.string() }),
        z.object({ kind: z.literal('any') }),
        z.object({ kind: z.literal('elsewhere'), address: z.string() }),
      ]),
      origin: z.enum(['manifest', 'lock', 'script', 'import', 'loader']),
      places: z.array(z.object(place)),
      more: z.number(),
    }),
  ),
  problems: z.array(z.object({ ...place, message: z.string() })),
});

/** What an index said of a model's packages. */
export interface AdvisoryEvidence {
  readonly ecosystems: readonly Ecosystem[];
  readonly advisories: readonly Advisory[];
}

const advisoryEvidence = z.object({ ecosystems: z.array(z.enum(ECOSYSTEMS)), advisories: z.array(advisoryShape) });

/** The packages in a model's evidence; null when it names none. Throws a ZodError for what we did not write. */
export function dependenciesIn(evidence: readonly Evidence[]): DependencyList | null {
  const found = evidence.find(({ kind }) => kind === 'dependencies');
  return found === undefined ? null : dependencyList.parse(found.body);
}

/** The advisories in a model's evidence; null when no index was asked. Throws a ZodError for what we did not write. */
export function advisoriesIn(evidence: readonly Evidence[]): AdvisoryEvidence | null {
  const found = evidence.find(({ kind }) => kind === 'advisories');
  return found === undefined ? null : advisoryEvidence.parse(found.body);
}

export const vexStatementShape = z.object({
  ids: z.array(z.string()),
  ecosystem: z.enum(ECOSYSTEMS),
  name: z.string(),
  version: z.string().nullable(),
  model: z.string().nullable(),
  status: z.enum(['not_affected', 'affected', 'fixed', 'under_investigation']),
  why: z.string(),
  at: z.string(),
});
const vexEvidence = z.object({
  statements: z.array(vexStatementShape.extend({ author: z.string(), keyId: z.string() })),
});

/** A statement, and who answers for it. */
export type SignedStatement = z.output<typeof vexEvidence>['statements'][number];

/** What trusted signers say in a model's evidence. Throws a ZodError for what we did not write. */
export function statementsIn(evidence: readonly Evidence[]): readonly SignedStatement[] {
  return evidence.filter(({ kind }) => kind === 'vex').flatMap(({ body }) => vexEvidence.parse(body).statements);
}

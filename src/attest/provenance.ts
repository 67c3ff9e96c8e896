import { z } from 'zod';
import type { Json } from '../kernel/json.ts';
import { parseStatement, type Statement, type StatementSubject, statementOf } from './statement.ts';

/** SLSA provenance v1 (slsa.dev/spec/v1.0/provenance). */
export const PROVENANCE_TYPE = 'https://slsa.dev/provenance/v1';

/** What a build was made of, by whom, and how. */
export interface Provenance {
  /** How to read the parameters; a URI. */
  readonly buildType: string;
  /** Whose word it is that the rest is true; a URI. */
  readonly builder: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Each with what it is known by: `{ gitCommit: … }`, `{ sha256: … }`, or nothing. */
  readonly materials: readonly Material[];
  /** Of the builder's tools. */
  readonly versions: Readonly<Record<string, string>>;
}

export interface Material {
  readonly uri: string;
  readonly digest: Readonly<Record<string, string>>;
}

export function provenanceStatement(subjects: readonly StatementSubject[], made: Provenance): Statement {
  const { buildType, builder, parameters, materials, versions } = made;
  return statementOf(subjects, PROVENANCE_TYPE, {
    buildDefinition: {
      buildType,
      externalParameters: parameters,
      internalParameters: {},
      resolvedDependencies: materials.map(({ uri, digest }) => ({ uri, digest })),
    },
    runDetails: { builder: { id: builder, version: versions }, metadata: {} },
  } satisfies Json);
}

const words = z.record(z.string(), z.string());
const predicate = z.looseObject({
  buildDefinition: z.looseObject({
    buildType: z.string(),
    externalParameters: z.record(z.string(), z.unknown()),
    resolvedDependencies: z
      .array(z.looseObject({ uri: z.string().default(''), digest: words.default({}) }))
      .default([]),
  }),
  runDetails: z.looseObject({ builder: z.looseObject({ id: z.string(), version: words.default({}) }) }),
});

export interface ReadProvenance extends Provenance {
  readonly subjects: readonly StatementSubject[];
}

/** The provenance in the payload of an envelope, whoever's builder wrote it; null when it is none. */
export function parseProvenance(payload: Uint8Array): ReadProvenance | null {
  const statement = parseStatement(payload);
  if (statement?.predicateType !== PROVENANCE_TYPE) return null;
  const { data } = predicate.safeParse(statement.predicate);
  if (data === undefined) return null;
  const { buildType, externalParameters, resolvedDependencies } = data.buildDefinition;
  const texts = Object.entries(externalParameters).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return {
    subjects: statement.subject,
    buildType,
    builder: data.runDetails.builder.id,
    versions: data.runDetails.builder.version,
    parameters: Object.fromEntries(texts),
    materials: resolvedDependencies.map(({ uri, digest }) => ({ uri, digest })),
  };
}

import { z } from 'zod';
import type { Advisory } from '../domain/advisory.ts';
import { ECOSYSTEMS } from '../domain/dependency.ts';

/** An advisory as we keep it: in the index, and in the evidence of a dossier. */
export const advisoryShape = z.object({
  id: z.string(),
  aliases: z.array(z.string()),
  modified: z.string(),
  withdrawn: z.string().nullable(),
  summary: z.string(),
  details: z.string(),
  score: z.object({ value: z.number(), by: z.string() }).nullable(),
  malicious: z.boolean(),
  affected: z.array(
    z.object({
      ecosystem: z.enum(ECOSYSTEMS),
      name: z.string(),
      versions: z.array(z.string()),
      ranges: z.array(
        z.array(z.object({ kind: z.enum(['introduced', 'fixed', 'last_affected', 'limit']), version: z.string() })),
      ),
      commits: z.boolean(),
    }),
  ),
  links: z.array(z.string()),
});

const list = z.array(advisoryShape);

/** Throws a ZodError or SyntaxError for what we did not write. */
export function parseStored(json: string): readonly Advisory[] {
  return list.parse(JSON.parse(json));
}

/** The part of an advisory that is about one package. */
export function aboutPackage(advisory: Advisory, name: string): Advisory {
  return { ...advisory, affected: advisory.affected.filter((one) => one.name === name) };
}

/** One advisory from the parts that were kept by package. */
export function joinParts(parts: readonly Advisory[]): readonly Advisory[] {
  const byId = new Map<string, Advisory>();
  for (const part of parts) {
    const before = byId.get(part.id);
    byId.set(part.id, before === undefined ? part : { ...before, affected: [...before.affected, ...part.affected] });
  }
  return [...byId.values()];
}

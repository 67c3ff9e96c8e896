import { z } from 'zod';
import type { Base, LicenceCase } from './case.ts';
import type { LicenceKnowledge } from './load.ts';
import type { StatedUse } from './use/stated.ts';

const place = { source: z.string(), line: z.number().nullable() };
const names = z.array(z.object({ ...place, name: z.string() }));

/** What a model's own files, its hub and its weights say, before anything is known of licences: what a dossier keeps, so that it can be judged again. */
export const statedCaseShape = z.object({
  name: z.string().nullable(),
  declared: z.array(
    z.object({
      ...place,
      quote: z.string(),
      id: z.string(),
      name: z.string().nullable(),
      link: z.string().nullable(),
    }),
  ),
  brokenCard: z.object({ ...place, why: z.string() }).nullable(),
  texts: z.array(
    z.object({
      path: z.string(),
      role: z.enum(['licence', 'code', 'policy', 'notice']),
      text: z.string(),
    }),
  ),
  namedBases: names,
  relation: z.string().nullable(),
  namedDatasets: names,
  datasets: z.array(
    z.object({ ...place, name: z.string(), licence: z.string().nullable(), generatedBy: z.string().nullable() }),
  ),
  tags: z.array(z.string()),
  prose: z.array(z.object({ ...place, text: z.string(), binding: z.boolean() })),
  lineage: z.array(z.string()),
  modality: z.enum(['text', 'multimodal']).nullable(),
});

export type StatedCase = Readonly<z.output<typeof statedCaseShape>>;

/** The case that statements make with what is known today: of texts, and of bases by the name that the card gives them. */
export function caseFrom(
  { texts, relation, ...stated }: StatedCase,
  use: StatedUse,
  { detect }: Pick<LicenceKnowledge, 'detect'>,
  bases: ReadonlyMap<string, string>,
): LicenceCase {
  return {
    ...stated,
    texts: texts.map((text) => ({
      ...text,
      identity:
        text.role === 'licence' || text.role === 'code' ? detect(text.text, true) : { kind: 'unknown' as const },
    })),
    chain: stated.namedBases.flatMap((base): Base[] => {
      const licence = bases.get(base.name);
      return licence === undefined ? [] : [{ ...base, model: base.name, licence, relation, declared: true }];
    }),
    use,
  };
}

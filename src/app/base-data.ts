import type { Dossier } from '../domain/dossier.ts';
import { type Evidence, evidenceOf } from '../domain/evidence.ts';
import { datasetsIn, papersIn } from '../domain/papers.ts';

/** What the papers of each base that was vetted here say it was trained on; nothing where no base's papers are at hand. */
export function baseDataEvidence(bases: ReadonlyMap<string, Dossier>, now: Date): readonly Evidence[] {
  const known = [...bases].flatMap(([name, { evidence }]) => {
    if (papersIn(evidence) === null) return [];
    const training = datasetsIn(evidence).filter(({ use }) => use === 'training');
    return [{ base: name.toWellFormed(), datasets: training.map((dataset) => dataset.name) }];
  });
  return known.length === 0 ? [] : [evidenceOf('base-data', 'papers', now.toISOString(), { bases: known })];
}

import type { FileRecord } from '../../domain/artifact.ts';
import { type Finding, findingOf } from '../../domain/finding.ts';
import { type BomClaim, type ModelPapers, papersIn } from '../../domain/papers.ts';
import { hexOf } from '../../kernel/digest.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { middleCut } from '../../kernel/printable.ts';
import { normalName } from '../../licences/facts/library.ts';
import { sameDataset } from '../../papers/claims.ts';
import type { Material, ModelAnalyzer } from '../analyzer.ts';
import {
  BOM_RULES,
  CYCLE,
  MISSING_FILE,
  NONSENSE,
  OTHER_BASE,
  OTHER_DATA,
  OTHER_LICENCE,
  UNLISTED_WEIGHTS,
  WRONG_HASH,
} from './rules.ts';

/** A bill of materials that came with the model, held against the model: evidence to compare, and no more. */
export const bomClaims: ModelAnalyzer = {
  id: 'bom-claims',
  version: 1,
  question: 'Is the model what its bill of materials says?',
  rules: BOM_RULES,
  scope: 'model',
  needs: ['papers'],
  appliesTo: (_, evidence) =>
    (papersIn(evidence)?.boms.length ?? 0) > 0 || { because: 'no bill of materials came with it' },
  analyze,
};

function* analyze({ inventory, evidence }: Material): Iterable<Finding> {
  const papers = papersIn(evidence);
  if (papers === null) throw new Error('the papers are none');
  const files = new Map(inventory.artifact.files.map((file) => [file.path, file]));
  for (const bom of papers.boms) {
    yield* againstFiles(bom, files);
    yield* againstCard(bom, papers);
    const location = { path: bom.path };
    if (bom.cycle !== null)
      yield findingOf(CYCLE, { message: `It goes round: ${cut(bom.cycle.join(' → '))}.`, location });
    for (const problem of bom.problems.slice(0, 20))
      yield findingOf(NONSENSE, { message: `${bom.format}: ${cut(problem)}.`, operation: cut(problem), location });
  }
}

function cut(text: string): string {
  return middleCut(text, LIMITS.quotation);
}

function* againstFiles(bom: BomClaim, files: ReadonlyMap<string, FileRecord>): Iterable<Finding> {
  const folder = bom.path.slice(0, bom.path.lastIndexOf('/') + 1);
  const listed = new Set<string>();
  for (const { path, sha256 } of bom.files) {
    const plain = path.replace(/^\.?\//, '');
    const file = files.get(plain) ?? files.get(`${folder}${plain}`);
    const details = { operation: cut(plain), location: { path: bom.path } };
    if (file === undefined) {
      yield findingOf(MISSING_FILE, { ...details, message: `${bom.format} lists ${cut(plain)}, which is not there.` });
      continue;
    }
    listed.add(file.path);
    if (sha256 === null || file.digest.kind === 'unknown' || hexOf(file.digest.sha256) === sha256) continue;
    const whose = file.digest.kind === 'proven' ? 'has' : 'is claimed to have';
    const message = `${bom.format} gives ${cut(file.path)} the SHA-256 ${sha256.slice(0, 12)}…; it ${whose} ${hexOf(file.digest.sha256).slice(0, 12)}….`;
    yield findingOf(WRONG_HASH, { ...details, message, location: { path: file.path } });
  }
  if (!bom.files.some(({ sha256 }) => sha256 !== null)) return;
  for (const { path, role } of files.values()) {
    if (role !== 'weights' || listed.has(path)) continue;
    yield findingOf(UNLISTED_WEIGHTS, {
      message: `${cut(bom.path)} lists files, and not ${cut(path)}.`,
      location: { path },
    });
  }
}

function* againstCard(bom: BomClaim, { licences, bases, datasets }: ModelPapers): Iterable<Finding> {
  const location = { path: bom.path };
  const card = licences.map(({ id }) => id);
  const others = bom.licences.filter((one) => !card.some((id) => normalName(id) === normalName(one)));
  if (card.length > 0 && others.length > 0 && others.length === bom.licences.length) {
    const message = `${bom.format} says ${cut(others.join(', '))}; the card says ${cut(card.join(', '))}.`;
    yield findingOf(OTHER_LICENCE, { message, location });
  }
  const strangers = bom.bases.filter((one) => !bases.some(({ name }) => sameDataset(name, one)));
  if (bases.length > 0 && strangers.length > 0) {
    const message = `${bom.format} says it was made from ${cut(strangers.join(', '))}; the card says ${cut(bases.map(({ name }) => name).join(', '))}.`;
    yield findingOf(OTHER_BASE, { message, location });
  }
  const training = datasets.filter(({ use, paper }) => use === 'training' && paper !== 'config');
  const unknown = bom.datasets.filter((one) => !training.some(({ name }) => sameDataset(name, one)));
  if (training.length > 0 && unknown.length > 0) {
    yield findingOf(OTHER_DATA, {
      message: `${bom.format} names ${cut(unknown.join(', '))}; the card does not.`,
      location,
    });
  }
}

import type { LicenceReason } from '../domain/licence.ts';
import type { Bench, Part } from './bench.ts';
import { hintOf, type LineageHint } from './facts/lineage.ts';
import type { LicenceRecord } from './facts/record.ts';
import { blank, judgeRecords } from './judge-named.ts';
import type { Subject } from './rules/clause.ts';
import { modalityOfCase, weakenedBy } from './told-by-names.ts';

/** What weights and configuration say, held against what the card and the chain declare. */
export function judgeLineage(bench: Bench, ofWeights: readonly LicenceRecord[]): Part {
  const declared = [...ofWeights, ...ofChain(bench)];
  const hints = bench.kase.lineage.flatMap((fact) => hintOf(fact) ?? []);
  const undeclared = hints.filter(
    ({ records, strength }) => !records.some((id) => isDeclared(bench, id, declared, strength === 'certain')),
  );
  const strongest = undeclared.find(({ strength }) => strength === 'certain') ?? undeclared[0];
  return strongest === undefined ? { reasons: [], duties: [] } : judgeHint(bench, strongest);
}

function ofChain({ kase, library }: Bench): readonly LicenceRecord[] {
  const named = kase.chain
    .map(({ licence, model }) => library.find(licence ?? '', model))
    .flatMap((found) => ('records' in found ? found.records : []));
  const models = [...kase.chain.map(({ model }) => model), ...kase.namedBases.map(({ name }) => name)];
  return [...named, ...models.flatMap((model) => library.ofModel(model))];
}

/** A shape tells a family, and any declared member of it explains that; the same bytes tell one licence. */
function isDeclared({ library }: Bench, id: string, declared: readonly LicenceRecord[], one: boolean): boolean {
  const record = library.record(id);
  return declared.some(
    (other) =>
      other.id === id ||
      (!one && record !== undefined && other.family === record.family && record.family !== 'permissive'),
  );
}

function judgeHint({ library, use, kase }: Bench, { records: ids, strength, line }: LineageHint): Part {
  const records = ids.flatMap((id) => library.record(id) ?? []);
  const names = records.map(({ name }) => name).join(' or ');
  const words = [kase.name ?? '', ...kase.tags, line].join(' ');
  const subject: Subject = {
    kind: 'base',
    about: 'an undeclared base model',
    relation: 'derivative',
    modality: modalityOfCase(kase, [line]),
    weakened: weakenedBy(words),
    names: words,
  };
  const span = { source: 'lineage_evidence', line: null, text: line };
  const part = judgeRecords(records, use, subject, () => span);
  const sure = strength === 'certain' && records.length === 1;
  const says = sure
    ? `the weights are those of a base that the card does not declare: ${names} governs them, whatever the card says`
    : `weights or configuration point to a base that the card does not declare (${names}): the card’s licence cannot be relied on until that is cleared up`;
  const reason: LicenceReason = {
    ...blank(subject),
    subject: 'lineage',
    verdict: sure ? 'conditions' : 'unknown',
    licence: names,
    record: ids[0] ?? null,
    field: 'lineage_evidence',
    says,
    span,
  };
  return { reasons: [reason, ...part.reasons], duties: part.duties };
}

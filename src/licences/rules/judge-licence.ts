import type { LicenceReason, LicenceVerdict } from '../../domain/licence.ts';
import { licenceRank, worstLicenceVerdict } from '../../domain/licence.ts';
import type { LicenceRecord } from '../facts/record.ts';
import type { SettledUse } from '../use/settle.ts';
import type { Clause, Judgement, Subject } from './clause.ts';
import { commerce, outputs } from './commerce.ts';
import { dataset } from './dataset.ts';
import { confidence, fieldsOfUse, guardrails, ownTerms, usePolicy } from './policy.ts';
import { attribution, copyleft, hosting, redistribution } from './sharing.ts';
import { territory } from './territory.ts';
import { thresholds } from './thresholds.ts';
import { trainedOnOutputs } from './trained-on-outputs.ts';
import { training } from './training.ts';

const OF_MODEL: readonly Clause[] = [
  confidence,
  commerce,
  outputs,
  thresholds,
  territory,
  fieldsOfUse,
  training,
  hosting,
  redistribution,
  guardrails,
  usePolicy,
  ownTerms,
  copyleft,
  attribution,
];

/** What one licence says of one use: all its clauses that the use touches. Empty: it allows without conditions. */
export function judgeLicence(record: LicenceRecord, use: SettledUse, subject: Subject): readonly Judgement[] {
  // What names no one licence has no terms to go through.
  if (record.category === 'ambiguous' && subject.relation !== 'data') return confidence(record, use, subject);
  if (subject.relation === 'data') return dataset(record, use, subject);
  if (subject.relation === 'outputs') return trainedOnOutputs(record, use, subject, ofModel);
  return ofModel(record, use, subject);
}

function ofModel(record: LicenceRecord, use: SettledUse, subject: Subject): readonly Judgement[] {
  return OF_MODEL.flatMap((clause) => clause(record, use, subject));
}

/** A judgement with the licence it came from. */
export interface Reasoned extends Judgement {
  readonly record: LicenceRecord;
}

/**
 * What licences say that one name may mean. Where all would come to the same verdict the first speaks; where they would
 * not, nobody can say which holds: unknown, unless every one of them denies.
 */
export function judgeCandidates(
  candidates: readonly LicenceRecord[],
  use: SettledUse,
  subject: Subject,
): { readonly verdict: LicenceVerdict; readonly judged: readonly Reasoned[]; readonly open: boolean } {
  const each = candidates.map((record) => {
    const judged = judgeLicence(record, use, subject).map((judgement) => ({ ...judgement, record }));
    return { judged, verdict: worstLicenceVerdict(judged.map(({ verdict }) => verdict)) };
  });
  const [first, ...rest] = [...each].sort((a, b) => licenceRank(b.verdict) - licenceRank(a.verdict));
  if (first === undefined) return { verdict: 'unknown', judged: [], open: true };
  if (rest.every(({ verdict }) => verdict === first.verdict)) return { ...first, open: false };
  return { verdict: 'unknown', judged: each.flatMap(({ judged }) => judged.map(softened)), open: true };
}

/** One of several that may hold denies nothing for sure. */
function softened(judgement: Reasoned): Reasoned {
  if (judgement.verdict !== 'deny') return judgement;
  return { ...judgement, verdict: 'unknown', says: `${judgement.says} (if it is this licence)` };
}

export function reasonOf(subject: Subject, judgement: Reasoned): LicenceReason {
  const { record, verdict, field, says, span } = judgement;
  return {
    verdict,
    subject: subject.kind,
    about: subject.about,
    licence: record.name,
    record: record.id,
    field,
    says,
    span: span ?? null,
  };
}

import {
  type LicenceDuty,
  type LicenceReading,
  type LicenceReason,
  licenceRank,
  worstLicenceVerdict,
} from '../domain/licence.ts';
import type { LicenceCase } from './case.ts';
import { explain } from './explain.ts';
import type { LicenceLibrary } from './facts/library.ts';
import { judgeBases } from './judge-bases.ts';
import { judgeDatasets } from './judge-datasets.ts';
import { judgeLineage } from './judge-lineage.ts';
import { judgeProse } from './judge-prose.ts';
import { judgeWeights } from './judge-weights.ts';
import { type SettledUse, settleUse } from './use/settle.ts';

/**
 * Reads a case against its use: the worst of the weights' licence, card against file, every base, every dataset, and the
 * use policies, in the order deny, unknown, conditions, allow. Pure: texts are data, and nothing in them is obeyed.
 */
export function judgeCase(library: LicenceLibrary, kase: LicenceCase): LicenceReading {
  const use = settleUse(kase.use);
  const bench = { library, use, kase };
  const weights = judgeWeights(bench);
  const parts = [
    weights,
    judgeBases(bench),
    judgeDatasets(bench),
    judgeLineage(bench, weights.records),
    judgeProse(bench),
  ];
  const reasons = inOrder([...parts.flatMap((part) => part.reasons), ...remarks(use)]);
  const verdict = worstLicenceVerdict(reasons.map((reason) => reason.verdict));
  const duties = verdict === 'deny' ? [] : once(parts.flatMap((part) => part.duties));
  const { states, concluded } = weights;
  return { verdict, explanation: explain(verdict, reasons, duties), reasons, duties, states, concluded };
}

/** What was assumed or contradicted: it has done its work in the clauses, and is told. */
function remarks(use: SettledUse): readonly LicenceReason[] {
  return use.remarks.map(({ field, says, span }) => ({
    verdict: 'allow',
    subject: 'use',
    about: 'the intended use',
    licence: null,
    record: null,
    field,
    says,
    span,
  }));
}

/** The worst first; within one verdict as they were found. Each thing once. */
function inOrder(reasons: readonly LicenceReason[]): readonly LicenceReason[] {
  const seen = new Set<string>();
  const different = reasons.filter(({ verdict, about, licence, says }) => {
    const key = JSON.stringify([verdict, about, licence, says]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return different
    .map((reason, at) => ({ reason, at }))
    .sort((a, b) => licenceRank(b.reason.verdict) - licenceRank(a.reason.verdict) || a.at - b.at)
    .map(({ reason }) => reason);
}

function once(duties: readonly LicenceDuty[]): readonly LicenceDuty[] {
  const seen = new Map<string, LicenceDuty>();
  for (const duty of duties) {
    const key = `${duty.id}\0${duty.text}`;
    if (!seen.has(key)) seen.set(key, duty);
  }
  return [...seen.values()];
}

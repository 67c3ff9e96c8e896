import type { LicenceDuty, LicenceReason, LicenceSpan, LicenceVerdict } from '../domain/licence.ts';
import { licenceRank, worstLicenceVerdict } from '../domain/licence.ts';
import type { Part } from './bench.ts';
import { statedClauses } from './detect/clauses.ts';
import type { LicenceLibrary } from './facts/library.ts';
import type { LicenceRecord } from './facts/record.ts';
import type { Subject } from './rules/clause.ts';
import { judgeCandidates, type Reasoned, reasonOf } from './rules/judge-licence.ts';
import type { SettledUse } from './use/settle.ts';

export interface NamedPart extends Part {
  /** The licences that the name may mean. */
  readonly records: readonly LicenceRecord[];
  readonly verdict: LicenceVerdict;
}

/** Where a reason that has no words of its own points. */
export type SpanFor = (field: string) => LicenceSpan | null;

/**
 * Judges a licence by the name somebody gave it: an id, several joined by OR (the kindest is ours to choose) or AND (all
 * hold), a hint, or a name nobody knows.
 */
export function judgeNamed(
  name: string,
  {
    library,
    use,
    subject,
    spanFor,
    model,
  }: { library: LicenceLibrary; use: SettledUse; subject: Subject; spanFor: SpanFor; model: string },
): NamedPart {
  const [first = name, ...others] = name.split(/(?<!\s)\s+OR\s+/).map((part) => part.replace(/^\(|\)$/g, ''));
  if (others.length > 0) {
    const each = [first, ...others].map((part) => judgeNamed(part, { library, use, subject, spanFor, model }));
    const [kindest] = [...each].sort((a, b) => licenceRank(a.verdict) - licenceRank(b.verdict));
    if (kindest !== undefined) return { ...kindest, records: each.flatMap(({ records }) => records) };
  }
  const all = name.split(/(?<!\s)\s+AND\s+/);
  if (all.length > 1) return together(all.map((part) => judgeNamed(part, { library, use, subject, spanFor, model })));
  const found = library.find(name.replace(/(?<!\s)\s+WITH\s.*$/, ''), model);
  switch (found.kind) {
    case 'records':
      return judgeRecords(found.records, use, subject, spanFor);
    case 'hint':
      return hinted(
        found.records,
        use,
        subject,
        spanFor,
        `“${name}” is a name that authors choose freely: only the licence’s text can confirm it`,
      );
    case 'family':
      return hinted(
        found.records,
        use,
        subject,
        spanFor,
        `“${name}” names a family of licences and not its version: only the licence’s text can settle it`,
      );
    case 'named':
      return nothing(
        subject,
        spanFor,
        `${found.name} is on the SPDX list, and its terms were not read here: counsel must read it`,
        found.name,
      );
    case 'unknown':
      return unheardOf(name, use, subject, spanFor);
  }
}

/** Licences that are known to hold, or of which one does. */
export function judgeRecords(
  records: readonly LicenceRecord[],
  use: SettledUse,
  subject: Subject,
  spanFor: SpanFor,
): NamedPart {
  const { judged, open } = judgeCandidates(records, use, subject);
  const reasons = judged.map((one) => withSpan(reasonOf(subject, one), spanFor));
  const several = open
    ? [
        {
          ...blank(subject),
          verdict: 'unknown' as const,
          licence: records.map(({ name }) => name).join(' or '),
          field: 'id',
          says: 'The same name stands for licences that differ for this use; only the text tells which holds',
          span: spanFor('id'),
        },
      ]
    : [];
  const [first] = records;
  const quiet = reasons.length === 0 && first !== undefined ? [allows(subject, first, spanFor)] : [];
  const all = [...several, ...reasons, ...quiet];
  return {
    records,
    reasons: all,
    duties: dutiesOf(judged),
    verdict: worstLicenceVerdict(all.map(({ verdict }) => verdict)),
  };
}

/** Known by a hint alone: it may deny, and at best leaves the question open. */
export function hinted(
  records: readonly LicenceRecord[],
  use: SettledUse,
  subject: Subject,
  spanFor: SpanFor,
  why: string,
): NamedPart {
  const judged = judgeRecords(records, use, subject, spanFor);
  const names = records.map(({ name }) => name).join(' or ');
  const reason: LicenceReason = {
    ...blank(subject),
    verdict: 'unknown',
    licence: names,
    record: records[0]?.id ?? null,
    field: 'id',
    says: why,
    span: spanFor('id'),
  };
  return { ...judged, reasons: [reason, ...judged.reasons], verdict: worstLicenceVerdict(['unknown', judged.verdict]) };
}

export function together(parts: readonly NamedPart[]): NamedPart {
  return {
    records: parts.flatMap(({ records }) => records),
    reasons: parts.flatMap(({ reasons }) => reasons),
    duties: parts.flatMap(({ duties }) => duties),
    verdict: worstLicenceVerdict(parts.map(({ verdict }) => verdict)),
  };
}

/** A ground that no record speaks for. */
export function blank(subject: Pick<Subject, 'kind' | 'about'>): Omit<LicenceReason, 'verdict' | 'field' | 'says'> {
  return { subject: subject.kind, about: subject.about, licence: null, record: null, span: null };
}

/** A name nobody knows may still say what it forbids: `non-commercial research only`. */
function unheardOf(name: string, use: SettledUse, subject: Subject, spanFor: SpanFor): NamedPart {
  const part = nothing(subject, spanFor, `“${name}” is no licence that is known here: its text must be read`, null);
  const bars = statedClauses(name).filter(({ kind }) => kind === 'non-commercial' || kind === 'research-only');
  if (bars.length === 0 || !use.commercial) return part;
  const denied = bars.map(
    ({ says }): LicenceReason => ({
      ...blank(subject),
      verdict: 'deny',
      field: 'commercial_use',
      says: `“${name}” ${says}`,
      span: spanFor('id'),
    }),
  );
  return { ...part, reasons: [...denied, ...part.reasons], verdict: 'deny' };
}

function nothing(subject: Subject, spanFor: SpanFor, says: string, licence: string | null): NamedPart {
  const reason: LicenceReason = {
    ...blank(subject),
    verdict: 'unknown',
    licence,
    field: 'id',
    says,
    span: spanFor('id'),
  };
  return { records: [], reasons: [reason], duties: [], verdict: 'unknown' };
}

function allows(subject: Subject, record: LicenceRecord, spanFor: SpanFor): LicenceReason {
  return {
    ...blank(subject),
    verdict: 'allow',
    licence: record.name,
    record: record.id,
    field: 'commercial_use',
    says: 'sets no limit that this use meets',
    span: spanFor('id'),
  };
}

function withSpan(reason: LicenceReason, spanFor: SpanFor): LicenceReason {
  return reason.span === null ? { ...reason, span: spanFor(reason.field) } : reason;
}

function dutiesOf(judged: readonly Reasoned[]): readonly LicenceDuty[] {
  return judged.flatMap(({ duty, record }) => (duty === undefined ? [] : [{ ...duty, licence: record.name }]));
}

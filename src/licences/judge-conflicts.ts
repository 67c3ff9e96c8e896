import type { LicenceReason } from '../domain/licence.ts';
import type { Declared, LicenceText } from './case.ts';
import type { LicenceRecord } from './facts/record.ts';
import { blank, type NamedPart } from './judge-named.ts';
import type { Subject } from './rules/clause.ts';

/** A tag against a file: the text is what binds, and until somebody clears it up neither can be relied on. */
export function conflicts(
  tags: readonly { readonly declared: Declared; readonly part: NamedPart }[],
  texts: readonly { readonly text: LicenceText; readonly part: NamedPart }[],
  subject: Subject,
): readonly LicenceReason[] {
  const known = texts.filter(({ part }) => part.records.length > 0);
  const [text] = known;
  const between = tags.flatMap(({ declared, part }) => {
    if (
      text === undefined ||
      isOpen(part.records) ||
      agreesWithAny(
        part.records,
        known.map((one) => one.part),
      )
    )
      return [];
    const says = `${declared.source} says ${declared.quote}, and ${text.text.path} is the text of ${nameOf(text.part.records)}: until that is cleared up, the stricter of both holds`;
    return [conflict(subject, says, [...part.records, ...text.part.records], declared)];
  });
  const [first, ...others] = tags.filter(({ part }) => !isOpen(part.records));
  const among = others.flatMap(({ declared, part }) => {
    if (first === undefined || declared.source === first.declared.source || agree(part.records, first.part.records))
      return [];
    const says = `${first.declared.source} says ${first.declared.quote}, and ${declared.source} says ${declared.quote}`;
    return [conflict(subject, says, [...first.part.records, ...part.records], declared)];
  });
  return [...between, ...among];
}

function conflict(
  subject: Subject,
  says: string,
  records: readonly LicenceRecord[],
  { source, line, quote }: Declared,
): LicenceReason {
  return {
    ...blank(subject),
    verdict: 'unknown',
    licence: nameOf(records),
    record: null,
    field: 'declared',
    says,
    span: { source, line, text: quote },
  };
}

function nameOf(records: readonly LicenceRecord[]): string {
  return [...new Set(records.map(({ name }) => name))].join(' or ');
}

/** A tag that names no one licence: any text may stand behind it. */
export function isOpen(records: readonly LicenceRecord[]): boolean {
  return records.every(({ category }) => category === 'ambiguous' || category === 'none');
}

export function agreesWithAny(records: readonly LicenceRecord[], parts: readonly NamedPart[]): boolean {
  return parts.some((part) => agree(records, part.records));
}

/** Records of one SPDX text are one licence, whoever uses it. */
function agree(some: readonly LicenceRecord[], others: readonly LicenceRecord[]): boolean {
  return some.some((one) =>
    others.some((other) => one.id === other.id || (one.spdx_id !== null && one.spdx_id === other.spdx_id)),
  );
}

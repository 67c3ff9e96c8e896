import type { LicenceReason, LicenceState } from '../domain/licence.ts';
import type { Bench, Part } from './bench.ts';
import type { Declared, LicenceCase, LicenceText } from './case.ts';
import { lineOfField, type StatedClause, statedClauses } from './detect/clauses.ts';
import { describeIdentity } from './detect/identity.ts';
import { recordsOfModel } from './facts/models.ts';
import type { LicenceRecord } from './facts/record.ts';
import { agreesWithAny, conflicts, isOpen } from './judge-conflicts.ts';
import { blank, hinted, judgeNamed, judgeRecords, type NamedPart, type SpanFor } from './judge-named.ts';
import type { Subject } from './rules/clause.ts';
import { modalityOfCase, weakenedBy } from './told-by-names.ts';
import { isWithin, regionsIn, WORLD } from './use/regions.ts';
import type { SettledUse } from './use/settle.ts';

export interface WeightsPart extends Part {
  readonly states: readonly LicenceState[];
  readonly concluded: readonly string[];
  readonly records: readonly LicenceRecord[];
}

/** The licence of the weights: what the card and other places declare, what the files hold, and whether they agree. */
export function judgeWeights(bench: Bench): WeightsPart {
  const subject = weightsOf(bench);
  const tags = bench.kase.declared.map((declared) => ({ declared, part: judgeTag(bench, declared, subject) }));
  const binding = bindingTexts(bench.kase.texts);
  const texts = binding.map((text) => ({ text, part: judgeText(bench, text, subject) }));
  const tagParts = tags.map(({ part }) => part);
  // A text settles what its tag only names: an open tag (other, a family, a free name) is closed by a known text.
  const settled = texts.some(
    ({ text, part }) => (text.identity.kind === 'exact' || text.identity.kind === 'excerpt') && part.records.length > 0,
  );
  const counted = settled
    ? tagParts.filter(
        ({ records }) =>
          !isOpen(records) &&
          !agreesWithAny(
            records,
            texts.map(({ part }) => part),
          ),
      )
    : tagParts;
  const parts = [...texts.map(({ part }) => part), ...counted];
  return {
    reasons: [
      ...broken(bench),
      ...missing(bench, subject, binding),
      ...conflicts(tags, texts, subject),
      ...parts.flatMap(({ reasons }) => reasons),
    ],
    duties: parts.flatMap(({ duties }) => duties),
    states: [...tags.map(declaredState), ...bench.kase.texts.map((text) => detectedState(text))],
    concluded: [...new Set(parts.flatMap(({ records }) => records.map(({ name }) => name)))],
    records: [...tagParts, ...texts.map(({ part }) => part)].flatMap(({ records }) => records),
  };
}

function weightsOf({ kase }: Bench): Subject {
  const words = [kase.name ?? '', ...kase.tags].join(' ');
  return {
    kind: 'weights',
    about: 'the weights',
    relation: 'itself',
    modality: modalityOfCase(kase, namesIn(kase)),
    weakened: weakenedBy([words, ...namesIn(kase), ...kase.lineage].join('. ')),
    names: words,
  };
}

function namesIn({ name, chain, namedBases }: LicenceCase): readonly string[] {
  return [name ?? '', ...chain.map(({ model }) => model), ...namedBases.map((base) => base.name)];
}

function judgeTag({ library, use, kase }: Bench, declared: Declared, subject: Subject): NamedPart {
  const spanFor: SpanFor = () => ({ source: declared.source, line: declared.line, text: declared.quote });
  const context = { library, use, subject, spanFor, model: kase.name ?? '' };
  if (!/^(?:other|unknown)$/i.test(declared.id.trim())) return judgeNamed(declared.id, context);
  const byName = declared.name === null ? null : library.find(declared.name, kase.name ?? '');
  const found =
    byName !== null && 'records' in byName ? byName.records : linked(declared, (link) => library.ofModel(link));
  if (found.length === 0) return judgeNamed(declared.id, context);
  const how =
    declared.name === null
      ? `the card links to it: ${declared.link ?? ''}`
      : `the card names it “${declared.name}”, a name that authors choose freely`;
  return hinted(found, use, subject, spanFor, `${how}: only the licence’s text can confirm it`);
}

function linked({ link }: Declared, ofModel: (name: string) => readonly LicenceRecord[]): readonly LicenceRecord[] {
  return link === null || !/^https?:/.test(link) ? [] : ofModel(link);
}

/** Those that speak for the weights: a licence for code alone speaks only when nothing else does. */
function bindingTexts(texts: readonly LicenceText[]): readonly LicenceText[] {
  return texts.filter(({ role }) => role === 'licence');
}

function judgeText({ library, use, kase }: Bench, text: LicenceText, subject: Subject): NamedPart {
  const spanFor: SpanFor = (field) => spanIn(text, field);
  const { identity } = text;
  const records =
    identity.kind === 'unknown'
      ? []
      : [...new Set(identity.licences.flatMap((id) => recordsFor(id, library, kase.name ?? '')))];
  const judged = records.length === 0 ? null : judgeRecords(records, use, subject, spanFor);
  const doubts = doubtsAbout(text, subject, records);
  const stated = identity.kind === 'exact' ? [] : added(text, subject, records, use);
  const parts = judged?.reasons ?? [];
  return {
    records,
    reasons: [...doubts, ...stated, ...parts],
    duties: judged?.duties ?? [],
    verdict: 'unknown',
  };
}

function recordsFor(id: string, library: Bench['library'], model: string): readonly LicenceRecord[] {
  const found = library.find(id, model);
  return 'records' in found ? found.records : [];
}

function spanIn({ path, text }: LicenceText, field: string) {
  const at = text === null ? null : lineOfField(text, field);
  return at === null
    ? { source: path, line: null, text: firstLine(text) }
    : { source: path, line: at.line, text: at.text };
}

function firstLine(text: string | null): string {
  return (
    (text ?? '')
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim()
      .slice(0, 200) ?? ''
  );
}

function doubtsAbout(text: LicenceText, subject: Subject, records: readonly LicenceRecord[]): readonly LicenceReason[] {
  const { identity, path } = text;
  const names = records.map(({ name }) => name).join(' or ');
  const ground = {
    ...blank(subject),
    verdict: 'unknown' as const,
    licence: names === '' ? null : names,
    record: records[0]?.id ?? null,
    field: 'text',
    span: { source: path, line: 1, text: firstLine(text.text) },
  };
  switch (identity.kind) {
    case 'exact':
      return records.length > 0
        ? []
        : [{ ...ground, says: `${path} names ${identity.licences.join(', ')}, whose terms were not read here` }];
    case 'excerpt':
      return records.length > 0 ? [] : [{ ...ground, says: `${path} is an excerpt of no licence that is known here` }];
    case 'modified':
      return [
        { ...ground, says: `${path} is a modified text: ${identity.difference}. Counsel must read what was changed` },
      ];
    case 'truncated':
      return [{ ...ground, says: `${path} is cut short: what is missing may be the clause that counts` }];
    case 'unknown':
      return [{ ...ground, says: `${path} holds a text that is not known here: it must be read` }];
  }
}

/** Restrictions that a changed or unknown text states, and that the record it resembles does not have. */
function added(
  text: LicenceText,
  subject: Subject,
  records: readonly LicenceRecord[],
  use: SettledUse,
): readonly LicenceReason[] {
  if (text.text === null) return [];
  return statedClauses(text.text)
    .filter((clause) => !records.some((record) => has(record, clause)))
    .map((clause) => {
      const bars =
        clause.kind === 'territory'
          ? excludes(clause.text, subject, use)
          : use.commercial && (clause.kind === 'non-commercial' || clause.kind === 'research-only');
      const span = { source: text.path, line: clause.line, text: clause.text.slice(0, 400) };
      const verdict = bars ? ('deny' as const) : ('unknown' as const);
      return {
        ...blank(subject),
        verdict,
        field: 'text',
        says: `${text.path} ${clause.says}: “${clause.text.slice(0, 160)}”`,
        span,
      };
    });
}

/** A text of its own that names a territory of the use; one that speaks of multimodal models only, for those. */
function excludes(text: string, subject: Subject, use: SettledUse): boolean {
  if (/multi-?modal/i.test(text) && subject.modality !== 'multimodal') return false;
  const named = regionsIn(text).filter((region) => region !== WORLD);
  return use.regions?.some((region) => named.some((territory) => isWithin(region, territory))) ?? false;
}

function has(record: LicenceRecord, { kind }: StatedClause): boolean {
  switch (kind) {
    case 'non-commercial':
    case 'research-only':
      return record.commercial_use === 'no' || record.category === 'registration';
    case 'no-training':
      return !/^(?:allowed$|not_addressed|unknown)/.test(record.outputs.train_other_models);
    case 'no-distribution':
      return (
        record.redistribution !== 'yes' ||
        record.category === 'behavioural-use' ||
        record.category === 'community-conditional'
      );
    case 'threshold':
      return record.thresholds !== 'unknown' && record.thresholds.length > 0;
    case 'payment':
      return /royalty|registration|community-conditional/.test(record.category) || record.commercial_use !== 'yes';
    case 'territory':
      return record.territory.excluded !== 'unknown' && record.territory.excluded.length > 0;
    case 'field':
      return record.acceptable_use.has_policy === true || record.fields_excluded.length > 0;
  }
}

function missing({ kase }: Bench, subject: Subject, binding: readonly LicenceText[]): readonly LicenceReason[] {
  if (kase.declared.length > 0 || binding.length > 0) return [];
  const codeOnly = kase.texts.some(({ role }) => role === 'code');
  const says =
    kase.brokenCard !== null
      ? 'no licence is named in what could be read: without one nobody but the author has any rights'
      : codeOnly
        ? 'a licence is given for the code alone, and none for the weights: without one nobody but the author has any rights'
        : 'no licence is named anywhere: without one nobody but the author has any rights';
  const hints = recordsOfModel(kase.name ?? '');
  const known = hints.length === 0 ? '' : `; its name suggests ${hints.join(' or ')}`;
  return [{ ...blank(subject), verdict: 'unknown', field: 'declared', says: `${says}${known}` }];
}

function broken({ kase }: Bench): readonly LicenceReason[] {
  const { brokenCard } = kase;
  if (brokenCard === null) return [];
  const { source, line, why } = brokenCard;
  return [
    {
      ...blank({ kind: 'weights', about: 'the card' }),
      subject: 'card',
      verdict: 'unknown',
      field: 'front_matter',
      says: `the card’s front matter cannot be read: ${why}`,
      span: { source, line, text: '' },
    },
  ];
}

function declaredState({ declared, part }: { readonly declared: Declared; readonly part: NamedPart }): LicenceState {
  return {
    state: 'declared',
    source: declared.source,
    line: declared.line,
    text: declared.quote,
    records: part.records.map(({ id }) => id),
    match: null,
  };
}

function detectedState({ path, text, identity }: LicenceText): LicenceState {
  // A record of ours and an SPDX id may stand for one text: the record says more.
  const known = identity.kind === 'unknown' ? [] : identity.licences;
  const records = known.filter((id, at) => !known.slice(0, at).some((one) => one.toLowerCase() === id.toLowerCase()));
  return {
    state: 'detected',
    source: path,
    line: null,
    text: firstLine(text),
    records,
    match: describeIdentity(identity),
  };
}

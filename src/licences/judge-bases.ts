import type { LicenceDuty, LicenceReason } from '../domain/licence.ts';
import type { Bench, Part } from './bench.ts';
import type { Base } from './case.ts';
import type { LicenceRecord } from './facts/record.ts';
import { blank, hinted, judgeNamed, type NamedPart, type SpanFor } from './judge-named.ts';
import type { Subject } from './rules/clause.ts';
import { modalityOfCase, weakenedBy } from './told-by-names.ts';

/** Every model that this one was made from. Chains that go round, and bases whose licence nobody gave, leave it open. */
export function judgeBases(bench: Bench): Part {
  const { kase } = bench;
  const judged = kase.chain.map((base) => ({ base, part: judgeBase(bench, base) }));
  const unlisted = kase.namedBases
    .filter(({ name }) => !kase.chain.some((base) => sameModel(base.model, name)))
    .map(({ name, source, line }) =>
      judgeBase(bench, { model: name, licence: null, relation: null, declared: true, source, line }),
    );
  const parts = [...judged.map(({ part }) => part), ...unlisted];
  const reasons: LicenceReason[] = parts.flatMap((part) => part.reasons);
  const duties: LicenceDuty[] = parts.flatMap((part) => part.duties);
  return { reasons: [...circles(bench), ...relicensed(bench, judged), ...strangers(bench), ...reasons], duties };
}

function judgeBase(bench: Bench, base: Base): NamedPart {
  const { library, use, kase } = bench;
  const subject = subjectOf(bench, base);
  const quote = base.licence === null ? base.model : `${base.model}: ${base.licence}`;
  const spanFor: SpanFor = () => ({ source: base.source, line: base.line, text: quote });
  const known = library.ofModel(base.model);
  const elsewhere = kase.chain.some(
    (other) => other !== base && recordsNamed(bench, other).some((record) => known.includes(record)),
  );
  if (base.licence === null || isNone(base.licence)) {
    const says = `the licence of base model ${base.model} was not given`;
    if (known.length > 0)
      return hinted(
        known,
        use,
        subject,
        spanFor,
        `${says}; its publisher’s own is known to be ${known.map(({ name }) => name).join(' or ')}`,
      );
    return open(subject, spanFor, `${says}: what it forbids, this model cannot allow`);
  }
  const part = judgeNamed(base.licence, { library, use, subject, spanFor, model: base.model });
  const differs =
    known.length > 0 &&
    !elsewhere &&
    part.records.length > 0 &&
    !part.records.some((record) => known.includes(record) || sameText(record, known));
  if (!differs) return part;
  const own = hinted(
    known,
    use,
    subject,
    spanFor,
    `${base.model} is given as ${base.licence}, and its publisher’s own licence is known to be ${known.map(({ name }) => name).join(' or ')}: the stricter of both holds until that is cleared up`,
  );
  return {
    ...part,
    reasons: [...own.reasons, ...part.reasons],
    duties: [...own.duties, ...part.duties],
    records: [...part.records, ...known],
  };
}

function sameText({ spdx_id: id }: LicenceRecord, known: readonly LicenceRecord[]): boolean {
  return id !== null && known.some((record) => record.spdx_id === id);
}

function recordsNamed({ library }: Bench, { licence, model }: Base): readonly LicenceRecord[] {
  const found = library.find(licence ?? '', model);
  return 'records' in found ? found.records : [];
}

function isNone(licence: string): boolean {
  return /^\s*(?:|none|null|missing|unknown|n\/?a|\?|not (?:declared|given|stated|specified|known)|undeclared|unspecified)\s*$/i.test(
    licence,
  );
}

function open(subject: Subject, spanFor: SpanFor, says: string): NamedPart {
  return {
    records: [],
    duties: [],
    verdict: 'unknown',
    reasons: [{ ...blank(subject), verdict: 'unknown', field: 'base_model', says, span: spanFor('id') }],
  };
}

function subjectOf({ kase }: Bench, base: Base): Subject {
  const words = [base.model, kase.name ?? '', ...kase.tags].join(' ');
  return {
    kind: 'base',
    about: base.model,
    relation: relationOf(base.relation),
    modality: modalityOfCase(kase, [base.model]),
    weakened: weakenedBy(words),
    names: words,
  };
}

function relationOf(relation: string | null): Subject['relation'] {
  if (/distil|outputs?|synthetic|teacher|student|trained on/i.test(relation ?? '')) return 'outputs';
  return /^(?:copy|mirror|re-?upload|same|identical|itself)$/i.test(relation ?? '') ? 'itself' : 'derivative';
}

/** Names as different hubs spell them; a bare name is whoever's model of that name. */
export function sameModel(a: string, b: string): boolean {
  const [x, y] = [plainName(a), plainName(b)];
  return x === y || (!(x.includes('/') && y.includes('/')) && x.split('/').at(-1) === y.split('/').at(-1));
}

function plainName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?huggingface\.co\//, '')
    .replace(/^hf:/, '')
    .replace(/[@:].*$/, '')
    .replace(/\/+$/, '');
}

function circles({ kase }: Bench): readonly LicenceReason[] {
  const seen: string[] = kase.name === null ? [] : [kase.name];
  for (const { model, source, line } of kase.chain) {
    const before = seen.find((name) => plainName(name) === plainName(model));
    if (before !== undefined) {
      const says = `the chain of base models goes round: ${model} is said to come from itself, so nobody knows what it was made from`;
      return [
        {
          ...blank({ kind: 'base', about: model }),
          verdict: 'unknown',
          field: 'base_model',
          says,
          span: { source, line, text: model },
        },
      ];
    }
    seen.push(model);
  }
  const self = kase.namedBases.find(({ name }) => kase.name !== null && plainName(name) === plainName(kase.name));
  if (self === undefined) return [];
  return [
    {
      ...blank({ kind: 'base', about: self.name }),
      verdict: 'unknown',
      field: 'base_model',
      says: 'the card names the model itself as its base: the chain goes round',
      span: { source: self.source, line: self.line, text: self.name },
    },
  ];
}

const FREE = ['permissive', 'public-domain'];

/** A free tag on a derivative of something that is not free: told, since the tag is what most people read. */
function relicensed(
  { kase, library }: Bench,
  judged: readonly { readonly base: Base; readonly part: NamedPart }[],
): readonly LicenceReason[] {
  const [tag] = kase.declared;
  if (tag === undefined) return [];
  const found = library.find(tag.id, kase.name ?? '');
  if (!('records' in found) || !found.records.every(({ category }) => FREE.includes(category))) return [];
  return judged.flatMap(({ base, part }) => {
    const bound = part.records.find(
      ({ category }) => !FREE.includes(category) && category !== 'ambiguous' && category !== 'none',
    );
    if (bound === undefined) return [];
    const says = `${tag.source} says ${tag.quote}, and that cannot lift the terms of ${base.model}: ${bound.name} governs what was made from it`;
    return [
      {
        ...blank({ kind: 'base', about: base.model }),
        verdict: 'conditions' as const,
        licence: bound.name,
        record: bound.id,
        field: 'base_model',
        says,
        span: { source: tag.source, line: tag.line, text: tag.quote },
      },
    ];
  });
}

/** The card names one base, and the chain begins with another. */
function strangers({ kase }: Bench): readonly LicenceReason[] {
  const [nearest] = kase.chain;
  if (nearest === undefined || nearest.declared !== false) return [];
  const says = `the card does not name base model ${nearest.model}, which it was made from`;
  return [
    {
      ...blank({ kind: 'base', about: nearest.model }),
      verdict: 'allow',
      field: 'base_model',
      says,
      span: { source: nearest.source, line: nearest.line, text: nearest.model },
    },
  ];
}

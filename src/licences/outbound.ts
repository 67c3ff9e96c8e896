import type { LicenceReading, Outbound, OutboundChoice } from '../domain/licence.ts';
import type { LicenceLibrary } from './facts/library.ts';
import type { LicenceRecord } from './facts/record.ts';

/** Licences that are put on derivatives most, from the freest on. */
const CHOICES = [
  'apache-2.0',
  'mit',
  'openmdw-1.0',
  'cc-by-4.0',
  'cc-by-sa-4.0',
  'cc-by-nc-4.0',
  'gpl-3.0',
  'agpl-3.0',
  'openrail++',
];

/** Which licences may be put on a derivative of ours, given all that binds the model and what it was made from. */
export function outbound(library: LicenceLibrary, model: string, { reasons }: LicenceReading): Outbound {
  const ofModel = reasons.filter(({ subject }) => subject !== 'use' && subject !== 'dataset');
  const bound = unique(ofModel.flatMap(({ record }) => recordOf(library, record)));
  const unread = ofModel.filter(({ verdict, record }) => verdict === 'unknown' && record === null);
  const open = [...new Set(unread.map(({ about }) => about))];
  const own = CHOICES.flatMap((id) => library.record(id) ?? []);
  const others = bound.filter((record) => !own.includes(record));
  const choices = [...own, ...others].map((record) => choiceOf(record, bound, open));
  return { model, binding: bound.map(({ name }) => name), open, choices };
}

function recordOf(library: LicenceLibrary, id: string | null): readonly LicenceRecord[] {
  const found = library.find((id ?? '').replace(/^spdx:/, ''));
  return id === null || !('records' in found) ? [] : found.records.filter((record) => record.id === id);
}

function unique(records: readonly LicenceRecord[]): readonly LicenceRecord[] {
  return [...new Map(records.map((record) => [record.id, record])).values()];
}

function choiceOf(licence: LicenceRecord, binding: readonly LicenceRecord[], open: readonly string[]): OutboundChoice {
  const against = binding.flatMap((bound) => barredBy(licence, bound));
  const costs = binding.flatMap((bound) => costOf(bound, licence));
  const verdict = against.length > 0 ? 'deny' : open.length > 0 ? 'unknown' : costs.length > 0 ? 'conditions' : 'allow';
  return {
    licence: licence.name,
    record: licence.id,
    verdict,
    because: against.length > 0 ? against : open.length > 0 ? open.map((what) => `the licence of ${what} is open`) : [],
    costs: [...new Set(costs)],
  };
}

/** Why a derivative of `bound` cannot be given out under `licence`. Our own changes may be freer; the whole may not. */
function barredBy(licence: LicenceRecord, bound: LicenceRecord): readonly string[] {
  if (licence.id === bound.id) return redistributionBar(bound);
  const bars = [...redistributionBar(bound)];
  if (bound.category === 'ambiguous' || bound.category === 'none')
    bars.push(`${bound.name} gives no rights to pass on`);
  if (bound.share_alike.startsWith('strong') && !compatible(bound, licence))
    bars.push(`${bound.name} binds derivatives to itself (share-alike)`);
  if (bound.commercial_use === 'no' && licence.commercial_use === 'yes')
    bars.push(`${bound.name} forbids commercial use, and ${licence.name} would allow it`);
  const restricted = ['community-conditional', 'behavioural-use', 'registration', 'royalty'].includes(bound.category);
  if (restricted && licence.category !== bound.category)
    bars.push(
      `${bound.name} travels with what is made from it: ${licence.name} may cover your own changes, not the whole`,
    );
  return bars;
}

function redistributionBar({ redistribution, name }: LicenceRecord): readonly string[] {
  if (redistribution === 'no') return [`${name} forbids passing it on at all`];
  if (redistribution === 'no-derivatives') return [`${name} forbids sharing adapted versions`];
  return redistribution === 'unknown' || redistribution === 'not_addressed'
    ? [`whether ${name} lets it be passed on is not known`]
    : [];
}

/** One-way compatibility that the licences themselves state. */
function compatible(bound: LicenceRecord, licence: LicenceRecord): boolean {
  if (bound.id === 'cc-by-sa-4.0') return licence.id === 'gpl-3.0';
  return bound.id === 'gpl-3.0' && licence.id === 'agpl-3.0';
}

/** What each bound licence costs whoever passes a derivative on. */
function costOf(bound: LicenceRecord, licence: LicenceRecord): readonly string[] {
  const { attribution, derivative_naming: naming, acceptable_use: policy } = bound;
  const costs: string[] = [];
  if (attribution.licence_copy === 'yes' || attribution.licence_copy === 'uri-or-copy')
    costs.push(`ship ${bound.name} (or a link, where it allows one) with its notices`);
  if (attribution.notice_file === 'yes')
    costs.push(`ship a NOTICE file${attribution.notice_text ? ` reading “${attribution.notice_text}”` : ''}`);
  if (attribution.state_changes === 'yes') costs.push('state what was changed');
  if (attribution.display_text && !/encouraged|publications|threshold/.test(attribution.display_when ?? ''))
    costs.push(`show “${attribution.display_text}”`);
  if (naming !== null) costs.push(`begin the name with “${naming.text}”`);
  if (policy.has_policy === true && policy.flow_down !== 'no')
    costs.push(`pass on the use restrictions of ${bound.name}`);
  if (bound.share_alike.startsWith('strong') && bound.id !== licence.id)
    costs.push(`keep to the share-alike terms of ${bound.name}`);
  if (bound.network_copyleft === true) costs.push('offer users of a service the model itself');
  return costs;
}

import type { LicenceDuty, LicenceReason, LicenceVerdict } from '../domain/licence.ts';

/** Said wherever a reading is shown. */
export const NOT_ADVICE =
  'This is engineering guidance, not legal advice; counsel’s word overrides it, as a signed and dated waiver.';

const OPENINGS: Readonly<Record<LicenceVerdict, string>> = {
  allow: 'Allow: nothing in the licences stands against this use.',
  conditions: 'Conditions: this use is allowed while the duties below are kept.',
  unknown: 'Unknown: whether this use is allowed cannot be said from what is at hand.',
  deny: 'Deny: a licence stands against this use.',
};

/** More would be a list, not an explanation; every reason stands in the reading itself. */
const MOST_REASONS = 12;
const MOST_DUTIES = 10;

/** The reading in plain sentences, the deciding ones first; what one licence says stands together. Texts in it may come from outside. */
export function explain(
  verdict: LicenceVerdict,
  reasons: readonly LicenceReason[],
  duties: readonly LicenceDuty[],
): string {
  const telling = tellingOrder(verdict, reasons);
  const shown = telling.slice(0, MOST_REASONS);
  const more = telling.length - shown.length;
  const decides = shown.filter((reason) => reason.verdict === verdict);
  const sentences = [...grouped(decides), ...grouped(shown.filter((reason) => reason.verdict !== verdict))];
  const listed = duties.slice(0, MOST_DUTIES).map(({ text }) => text);
  return [
    OPENINGS[verdict],
    ...new Set(sentences),
    ...(more > 0 ? [`And ${more} more ${more === 1 ? 'ground' : 'grounds'}.`] : []),
    ...(listed.length > 0 ? [`Duties: ${[...new Set(listed)].join(' ')}`] : []),
    NOT_ADVICE,
  ].join(' ');
}

/** One sentence for all that a licence says of the same things: `Gemma Terms of Use (base model a, base model b): binds …; asks …`. */
function grouped(reasons: readonly LicenceReason[]): readonly string[] {
  const clauses = gather(
    reasons,
    ({ licence, says }) => JSON.stringify([licence, says]),
    (same) => ({
      licence: same[0]?.licence ?? null,
      what: [...new Set(same.map(({ subject, about }) => SUBJECTS[subject](about)))],
      says: same[0]?.says ?? '',
    }),
  );
  return gather(
    clauses,
    ({ licence, what, says }) => JSON.stringify(licence === null ? [says] : [licence, what]),
    (same) =>
      sentence(
        same[0]?.licence ?? null,
        same[0]?.what ?? [],
        same.map(({ says }) => says),
      ),
  );
}

/** Things with one key together, in the order in which the keys came up. */
function gather<T, R>(items: readonly T[], keyOf: (item: T) => string, join: (same: readonly T[]) => R): readonly R[] {
  const by = new Map<string, T[]>();
  for (const item of items) by.set(keyOf(item), [...(by.get(keyOf(item)) ?? []), item]);
  return [...by.values()].map(join);
}

/**
 * What decides, then what the purpose gave away, then the rest. Where a licence denies, terms that could be kept are left to
 * the reasons, but for what tells one licence from another.
 */
function tellingOrder(verdict: LicenceVerdict, reasons: readonly LicenceReason[]): readonly LicenceReason[] {
  const decides = reasons.filter((reason) => reason.verdict === verdict && reason.subject !== 'use');
  const ofUse = reasons.filter(({ subject }) => subject === 'use');
  const rest = reasons.filter((reason) => !decides.includes(reason) && !ofUse.includes(reason));
  const counts = (reason: LicenceReason) =>
    verdict !== 'deny' ||
    reason.verdict !== 'conditions' ||
    reason.subject === 'lineage' ||
    reason.subject === 'card' ||
    reason.field.startsWith('declared');
  return [...decides, ...ofUse, ...rest.filter(counts)];
}

/** `Llama 3.2 Community License (base model x): excludes …; binds …`. */
function sentence(licence: string | null, what: readonly string[], says: readonly string[]): string {
  const about = what.includes('') && what.length > 1 ? ['the weights', ...what.filter((one) => one !== '')] : what;
  const of = about.filter((one) => one !== '').join(', ');
  const clauses = says.join('; ');
  const words =
    licence === null
      ? capitalised(of === '' ? clauses : `${of}: ${clauses}`)
      : `${licence}${of === '' ? '' : ` (${of})`}: ${clauses}`;
  return /[.!?]["”]?$/.test(words) ? words : `${words}.`;
}

const SUBJECTS: Readonly<Record<LicenceReason['subject'], (about: string) => string>> = {
  weights: () => '',
  card: () => 'the card',
  base: (about) => (about.startsWith('an ') ? about : `base model ${about}`),
  dataset: (about) => `dataset ${about}`,
  lineage: () => 'lineage',
  use: () => '',
};

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

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

/** The reading in plain sentences, the deciding ones first. Texts in it may come from outside. */
export function explain(
  verdict: LicenceVerdict,
  reasons: readonly LicenceReason[],
  duties: readonly LicenceDuty[],
): string {
  const shown = tellingOrder(verdict, reasons).slice(0, MOST_REASONS).map(sentence);
  const more = reasons.length - shown.length;
  const listed = duties.slice(0, MOST_DUTIES).map(({ text }) => text);
  return [
    OPENINGS[verdict],
    ...new Set(shown),
    ...(more > 0 ? [`And ${more} more ${more === 1 ? 'ground' : 'grounds'}.`] : []),
    ...(listed.length > 0 ? [`Duties: ${[...new Set(listed)].join(' ')}`] : []),
    NOT_ADVICE,
  ].join(' ');
}

/** What decides, then what the purpose gave away, then the rest. */
function tellingOrder(verdict: LicenceVerdict, reasons: readonly LicenceReason[]): readonly LicenceReason[] {
  const decides = reasons.filter((reason) => reason.verdict === verdict && reason.subject !== 'use');
  const ofUse = reasons.filter(({ subject }) => subject === 'use');
  return [...decides, ...ofUse, ...reasons.filter((reason) => !decides.includes(reason) && !ofUse.includes(reason))];
}

/** `Llama 3.2 Community License (base model x): excludes …`. */
export function sentence({ subject, about, licence, says }: LicenceReason): string {
  const what = SUBJECTS[subject](about);
  const words =
    licence === null
      ? capitalised(what === '' ? says : `${what}: ${says}`)
      : `${licence}${what === '' ? '' : ` (${what})`}: ${says}`;
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

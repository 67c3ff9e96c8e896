import { type Digest, digestOfJson } from '../kernel/digest.ts';
import type { RulingRole } from './people.ts';
import { type Ruling, settled } from './request.ts';
import { allOf, USUAL_REVIEW } from './review.ts';
import type { IntendedUse } from './use.ts';

export const SUBJECT_KINDS = ['hosted', 'image', 'composite'] as const;
export const PART_ROLES = ['base', 'adapter', 'tokenizer', 'template', 'runtime-image'] as const;

/** A part by the admission that it rests on: a request's, or a subject's for an image. */
export interface Part {
  readonly role: (typeof PART_ROLES)[number];
  readonly from: 'request' | 'subject';
  readonly id: string;
  /** Of the manifest or the image. */
  readonly digest: Digest;
}

/** What can be admitted besides weights, which are named by their manifest. */
export type Subject =
  /** A model that nobody here can look at: whoever hosts it says what it is. */
  | {
      readonly kind: 'hosted';
      readonly provider: string;
      readonly model: string;
      /** With its date: what is called latest is another model tomorrow. */
      readonly version: string;
      /** Of the text that was agreed to. */
      readonly terms: Digest;
      /** Where it is computed, ISO 3166 or `EU`. */
      readonly regions: readonly string[];
      readonly evaluations: readonly { readonly name: string; readonly digest: Digest }[];
    }
  /** A container image by its digest, with a report on it. */
  | { readonly kind: 'image'; readonly name: string; readonly image: Digest; readonly report: Digest }
  /** What runs together: no better than its worst part. */
  | { readonly kind: 'composite'; readonly name: string; readonly parts: readonly Part[] };

/** Names a subject by what it is made of, in whichever order its parts were said. */
export function subjectDigest(subject: Subject): Digest {
  switch (subject.kind) {
    case 'hosted': {
      const { kind, provider, model, version, terms } = subject;
      return digestOfJson({ kind, provider, model, version, terms });
    }
    case 'image':
      return digestOfJson({ kind: subject.kind, image: subject.image });
    case 'composite': {
      const parts = subject.parts.map(({ role, digest }) => ({ role, digest }));
      parts.sort((a, b) => (`${a.role} ${a.digest}` < `${b.role} ${b.digest}` ? -1 : 1));
      return digestOfJson({ kind: subject.kind, parts });
    }
  }
}

export function subjectName(subject: Subject): string {
  return subject.kind === 'hosted' ? `${subject.provider}/${subject.model}@${subject.version}` : subject.name;
}

/** What an admission rests on, in the words of every report and decision. Of none of these were weights looked at. */
export const RESTS_ON: Readonly<Record<Subject['kind'], string>> = {
  hosted:
    'admitted on its terms, evaluations and region: nobody here has seen its weights or can tell when they change',
  image: 'admitted on a report about it: Weighbridge has not looked into it',
  composite: 'admitted because each of its parts is: how they behave together was not looked at',
};

/** In whose name somebody must rule. */
export const RULES_ON: Readonly<Record<Subject['kind'], RulingRole>> = {
  hosted: 'legal',
  image: 'security',
  composite: 'reviewer',
};

/** Somebody's request to use a subject, and what came of it. */
export interface SubjectRequest {
  readonly id: string;
  readonly subject: Subject;
  readonly digest: Digest;
  readonly use: IntendedUse;
  readonly owner: string;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly expiresAt: string;
  readonly state: 'review' | 'admitted' | 'denied';
  readonly revoked: { readonly by: string; readonly at: string; readonly reason: string } | null;
}

/** What is missing by itself, whatever its parts are. */
export function subjectLacks(subject: Subject, use: Pick<IntendedUse, 'regions'>): readonly string[] {
  if (subject.kind === 'image') return [];
  if (subject.kind === 'composite') return subject.parts.some(({ role }) => role === 'base') ? [] : ['it has no base'];
  const { version, regions, evaluations } = subject;
  const outside = use.regions.filter((region) => !regions.includes(region));
  return [
    ...(isDated(version) ? [] : ['its version has no date']),
    ...(regions.length === 0 ? ['nobody said in which region it is computed'] : []),
    ...(evaluations.length === 0 ? ['nobody evaluated it'] : []),
    ...(outside.length === 0 ? [] : [`it is used in ${outside.join(', ')} and computed elsewhere`]),
  ];
}

/** As providers write dates: `2024-05-13`, `20240513`, `2024-05`, `0613` (a month and a day), `2407` (a year and a month). */
const DATES = [
  /(?<!\d)(?<year>20\d\d)-?(?<month>\d\d)-?(?<day>\d\d)(?!\d)/,
  /(?<!\d)(?<year>20\d\d)-(?<month>\d\d)(?!\d)(?!-\d)/,
  /(?<!\d)(?<!\d-)(?<month>\d\d)(?<day>\d\d)(?!\d)(?!-\d)/,
  /(?<!\d)(?<!\d-)(?<year>\d\d)(?<month>\d\d)(?!\d)(?!-\d)/,
];

/** Whether a version tells when it is of: by a day or month that exists, and not as whatever is newest. */
function isDated(version: string): boolean {
  if (/latest/i.test(version)) return false;
  return DATES.some((pattern) => {
    const { year = '2024', month = '', day = '01' } = pattern.exec(version)?.groups ?? {};
    const text = `${year.padStart(4, '20')}-${month}-${day}`;
    const date = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  });
}

/** A day, or a month, as nobody writes anything else. */
const WHOLE_DATE = /(?<!\d)(20\d\d-\d\d-\d\d|20\d\d\d\d\d\d|20\d\d-\d\d)(?!\d)(?!-\d)/g;
const DAY = 24 * 60 * 60 * 1000;

/** Why a version's date cannot be: it never was, or is more than a day (of milliseconds) after `now`. Null where it can. */
export function misdated(version: string, now: Date): string | null {
  for (const [text] of version.matchAll(WHOLE_DATE)) {
    const digits = text.replaceAll('-', '');
    const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6) || '01'}`;
    const date = new Date(`${iso}T00:00:00Z`);
    if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(iso))
      return `${text} is no ${digits.length === 6 ? 'month' : 'day'} of the calendar`;
    if (date.getTime() > now.getTime() + DAY) return `${text} has not come yet`;
  }
  return null;
}

/** One denial denies; admitting takes two people, one of them in the name that this kind asks for. */
export function settledSubject(rulings: readonly Ruling[], kind: Subject['kind']): 'admitted' | 'denied' | null {
  return settled(rulings, allOf([USUAL_REVIEW, { roles: [RULES_ON[kind]], people: 1 }]));
}

/** Why an admission does not hold by itself; null when it does. */
export function subjectBarred(
  { state, revoked, expiresAt }: Pick<SubjectRequest, 'state' | 'revoked' | 'expiresAt'>,
  now: Date,
): string | null {
  if (state !== 'admitted') return state === 'review' ? 'nobody has admitted it yet' : 'it was denied';
  if (revoked !== null) return 'its admission was revoked';
  return now.getTime() < Date.parse(expiresAt) ? null : 'its admission has expired';
}

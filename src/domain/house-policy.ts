import type { Digest } from '../kernel/digest.ts';
import type { AdmissionRequest } from './request.ts';

/** What a house keeps on its server: what models must be, which of these policies count for whom, and what levels of openness ask. */
export const HOUSE_KINDS = ['AdmissionPolicy', 'PolicyChoice', 'OpennessPolicy'] as const;
export type HouseKind = (typeof HOUSE_KINDS)[number];

/** One version of a document, as somebody put it. Never changed; withdrawn at most. */
export interface HousePolicy {
  /** Of what it says: comments and spacing do not matter. */
  readonly digest: Digest;
  readonly kind: HouseKind;
  readonly name: string;
  readonly version: number;
  /** As it was put. */
  readonly text: string;
  /** What it said on that day, with the profile that it extends, as JSON: a later Weighbridge may have another profile. */
  readonly resolved: string;
  readonly by: string;
  readonly at: string;
  readonly withdrawn: { readonly by: string; readonly at: string; readonly reason: string } | null;
  /** What somebody wants of it that a second person has not confirmed; put and waiting, it is not in force. */
  readonly waits: HouseLoosening | null;
}

/** What would loosen a house's rules, until somebody else says so too. */
export interface HouseLoosening {
  readonly id: string;
  readonly act: 'put' | 'withdraw';
  readonly by: string;
  readonly at: string;
  /** Of a withdrawal. */
  readonly reason: string | null;
}

/** Policies stand beside one another by name; of the other kinds whatever was put last is in force, under whatever name. */
export function placeOf({ kind, name }: Pick<HousePolicy, 'kind' | 'name'>): [HouseKind, string | null] {
  return [kind, kind === 'AdmissionPolicy' ? name : null];
}

/** For which requests. What is not said fits all. */
export interface ChoiceWhen {
  readonly direction?: AdmissionRequest['direction'] | undefined;
  readonly exposure?: AdmissionRequest['use']['exposure'] | undefined;
  readonly commercial?: boolean | undefined;
  readonly personalData?: boolean | undefined;
  /** The use is in a domain that is regulated. */
  readonly regulated?: boolean | undefined;
}

/** Which policies a requester may name; the first is taken where none is named. */
export interface PolicyChoice {
  readonly when: ChoiceWhen;
  readonly policies: readonly string[];
}

/** Until a house says otherwise: the laxest built-in policy only where nothing is sold and nobody outside is served. */
export const USUAL_CHOICES: readonly PolicyChoice[] = [
  {
    when: { direction: 'adopt', exposure: 'internal', commercial: false },
    policies: ['default', 'strict', 'research'],
  },
  { when: {}, policies: ['default', 'strict'] },
];

/** Names of the policies that a request may name. */
export function allowedBy(
  choices: readonly PolicyChoice[],
  { direction, use }: Pick<AdmissionRequest, 'direction' | 'use'>,
): readonly string[] {
  const { exposure, commercial, personalData, regulatedDomain } = use;
  return policiesFor(choices, { direction, exposure, commercial, personalData, regulated: regulatedDomain !== null });
}

/** Whether any request may name it. */
export function namesPolicy(choices: readonly PolicyChoice[], name: string): boolean {
  return choices.some(({ policies }) => policies.includes(name));
}

/** Names of the policies that the first choice which fits allows; none where no choice fits. */
export function policiesFor(choices: readonly PolicyChoice[], facts: Required<ChoiceWhen>): readonly string[] {
  const keys = Object.keys(facts) as (keyof ChoiceWhen)[];
  const fits = ({ when }: PolicyChoice) => keys.every((key) => when[key] === undefined || when[key] === facts[key]);
  return choices.find(fits)?.policies ?? [];
}

/** Who reaches a model: each reaches more people than the one before it. */
export const EXPOSURES = ['internal', 'hosted', 'redistributed'] as const;

/** What the model is to be used for. The verdict depends on it. */
export interface IntendedUse {
  /** In the user's words. */
  readonly purpose: string;
  readonly commercial: boolean;
  readonly exposure: (typeof EXPOSURES)[number];
  readonly monthlyUsers: number;
  /** ISO 3166 countries and `EU`, upper case. Empty: not said. */
  readonly regions: readonly string[];
  /** `insurance`, `health` …; null for none. */
  readonly regulatedDomain: string | null;
  readonly trainsOtherModels: boolean;
  readonly personalData: boolean;
  /** Of whoever uses it, affiliates included, in US dollars; null: not said. Some licences end above a revenue. */
  readonly annualRevenueUsd: number | null;
  /** Monthly users in the month before the licence's release date, which is all that some ceilings ask for; null: not said. */
  readonly usersAtRelease: number | null;
  readonly sellsOutputs: boolean;
  /** Country of the licensee's seat, ISO 3166 or `EU`; null: not said. Some licences ask for it, and not where users are. */
  readonly seat: string | null;
  /** What the model is given; null: as its card says. */
  readonly modality: 'text' | 'multimodal' | null;
}

/** What is assumed when nothing is said: the use that asks most of a licence, so that silence is never consent. */
export const UNSTATED_USE: IntendedUse = {
  purpose: '',
  commercial: true,
  exposure: 'hosted',
  monthlyUsers: 0,
  regions: [],
  regulatedDomain: null,
  trainsOtherModels: false,
  personalData: false,
  annualRevenueUsd: null,
  usersAtRelease: null,
  sellsOutputs: false,
  seat: null,
  modality: null,
};

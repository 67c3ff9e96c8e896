/** What the model is to be used for. The verdict depends on it. */
export interface IntendedUse {
  /** In the user's words. */
  readonly purpose: string;
  readonly commercial: boolean;
  readonly exposure: 'internal' | 'hosted' | 'redistributed';
  readonly monthlyUsers: number;
  /** ISO 3166 countries and `EU`, upper case. Empty: not said. */
  readonly regions: readonly string[];
  /** `insurance`, `health` …; null for none. */
  readonly regulatedDomain: string | null;
  readonly trainsOtherModels: boolean;
  readonly personalData: boolean;
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
};

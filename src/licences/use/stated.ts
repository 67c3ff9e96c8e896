import type { IntendedUse } from '../../domain/use.ts';

/** The use as somebody stated it; `undefined` is not said. */
export interface StatedUse {
  readonly purpose: string;
  readonly commercial?: boolean | undefined;
  readonly internal?: boolean | undefined;
  readonly hosted?: boolean | undefined;
  /** Of this use, now. */
  readonly mau?: number | undefined;
  /** Of the licensee and its affiliates, in the month before the licence's release date. */
  readonly mauAtRelease?: number | undefined;
  readonly annualRevenueUsd?: number | undefined;
  /** ISO 3166, `EU`, `WORLD`. Undefined: not said. */
  readonly regions?: readonly string[] | undefined;
  /** Where the licensee has its seat. */
  readonly seat?: string | undefined;
  readonly trainsOtherModels?: boolean | undefined;
  readonly sellsOutputs?: boolean | undefined;
  readonly redistributes?: boolean | undefined;
  readonly regulatedDomain?: string | null | undefined;
  readonly modality?: 'text' | 'multimodal' | undefined;
}

/** The use of a vetting. What its file left out keeps to UNSTATED_USE, which asks most of a licence. */
export function statedUseOf(use: IntendedUse): StatedUse {
  return {
    purpose: use.purpose,
    commercial: use.commercial,
    internal: use.exposure === 'internal',
    hosted: use.exposure === 'hosted',
    mau: use.monthlyUsers === 0 ? undefined : use.monthlyUsers,
    regions: use.regions.length === 0 ? undefined : use.regions,
    trainsOtherModels: use.trainsOtherModels,
    redistributes: use.exposure === 'redistributed',
    regulatedDomain: use.regulatedDomain,
    annualRevenueUsd: use.annualRevenueUsd ?? undefined,
    mauAtRelease: use.usersAtRelease ?? undefined,
    sellsOutputs: use.sellsOutputs,
    seat: use.seat ?? undefined,
    modality: use.modality ?? undefined,
  };
}

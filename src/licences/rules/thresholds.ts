import type { LicenceRecord, Threshold } from '../facts/record.ts';
import type { SettledUse } from '../use/settle.ts';
import { type Clause, condition, DUE, type Judgement, OWNER } from './clause.ts';

/** Ceilings on users and revenue. A test frozen at the release date asks of that month, a live one of every month. */
export const thresholds: Clause = (record, use) => {
  if (record.thresholds === 'unknown') {
    return [
      { verdict: 'unknown', field: 'thresholds', says: 'may have ceilings on users or revenue: nobody read them' },
    ];
  }
  return record.thresholds.flatMap((threshold) => judge(record, threshold, use));
};

function judge(record: LicenceRecord, threshold: Threshold, use: SettledUse): readonly Judgement[] {
  const commercialOnly = /commercial/i.test(threshold.scope ?? '') || threshold.effect === 'must-display-name';
  if (commercialOnly && !use.commercial) return [];
  const frozen = /release date/i.test(threshold.measured ?? '');
  const measured = frozen ? atRelease(use) : now(threshold, use);
  if (measured === null) return notGiven(threshold, use, frozen);
  const over = threshold.op === '>' ? measured > threshold.value : measured >= threshold.value;
  if (over) return [past(record, threshold, measured, frozen, use)];
  return frozen ? outgrown(threshold, use) : watched(threshold, use);
}

/** More users today than the ceiling, and fewer in the month that counts: told, since most readers look at today. */
function outgrown(threshold: Threshold, { mau, mauAtRelease }: SettledUse): readonly Judgement[] {
  if (mauAtRelease === null || mau === null || mau <= threshold.value) return [];
  const says = `measures its ceiling of ${ceiling(threshold)} in ${monthOf(threshold)}, when there were ${figure(mauAtRelease)}: ${figure(mau)} today do not matter to it`;
  return [{ verdict: 'allow', field: 'thresholds', says }];
}

/** A figure of today stands in for the month that counts only against the use: past growth does not matter to the licence. */
function atRelease(use: SettledUse): number | null {
  return use.mauAtRelease ?? use.mau;
}

function now({ metric }: Threshold, { mau, annualRevenueUsd }: SettledUse): number | null {
  switch (metric) {
    case 'mau':
    case 'monthly_unique_users':
    case 'monthly_visits':
    case 'dau':
      return mau;
    case 'monthly_revenue_usd':
      return annualRevenueUsd === null ? null : annualRevenueUsd / 12;
    case 'annual_revenue_usd':
    case 'annual_recurring_revenue_usd':
    case 'attributable_annual_revenue_usd':
      return annualRevenueUsd;
  }
}

const isUsers = ({ metric }: Threshold): boolean => !metric.includes('revenue');

function notGiven(threshold: Threshold, use: SettledUse, frozen: boolean): readonly Judgement[] {
  if (isUsers(threshold) && use.internal && !use.hosted) return frozen ? [] : watched(threshold, use);
  // Few reach ten million users unawares; many pass a million of revenue.
  if (isUsers(threshold) && threshold.value >= 10_000_000) {
    return frozen ? [confirmRelease(threshold)] : watched(threshold, use);
  }
  if (threshold.effect === 'must-display-name') return watched(threshold, use);
  const says = `has a ceiling of ${ceiling(threshold)}, and the figure was not given`;
  return [{ verdict: 'unknown', field: 'thresholds', says }];
}

function confirmRelease(threshold: Threshold): Judgement {
  return condition(
    'thresholds',
    `needs a separate licence where ${ceiling(threshold)} were passed in ${monthOf(threshold)}`,
    {
      id: 'confirm-users-at-release',
      text: `Confirm that you and your affiliates had at most ${figure(threshold.value)} monthly active users in ${monthOf(threshold)}.`,
      owner: OWNER.legal,
      due: DUE.use,
      probe: null,
    },
  );
}

function past(
  record: LicenceRecord,
  threshold: Threshold,
  measured: number,
  frozen: boolean,
  use: SettledUse,
): Judgement {
  const field = 'thresholds';
  const of = `${figure(measured)} ${unitOf(threshold)} against a ceiling of ${ceiling(threshold)}`;
  const when = frozen
    ? use.mauAtRelease === null
      ? `, measured in ${monthOf(threshold)}: no figure for that month was given, so today’s counts against it`
      : `, measured in ${monthOf(threshold)}`
    : '';
  switch (threshold.effect) {
    case 'must-display-name': {
      const name = record.attribution.display_text ?? record.name;
      return condition(field, `asks for “${name}” to be shown prominently above ${ceiling(threshold)}: ${of}`, {
        id: 'display-name',
        text: `Show “${name}” prominently on the user interface of the product or service.`,
        owner: OWNER.product,
        due: DUE.release,
        probe: 'the page shows the name',
      });
    }
    case 'royalty':
      return condition(field, `asks for a royalty above ${ceiling(threshold)}: ${of}`, {
        id: 'pay-royalty',
        text: `Pay the royalty on revenue above ${ceiling(threshold)}.`,
        owner: OWNER.legal,
        due: DUE.running,
        probe: null,
      });
    case 'security-review-by-licensor':
      return condition(field, `asks for a security review by the licensor above ${ceiling(threshold)}: ${of}`, {
        id: 'security-review',
        text: 'Pass the licensor’s security review.',
        owner: OWNER.legal,
        due: DUE.use,
        probe: null,
      });
    case 'separate-licence-required':
    case 'paid-licence-required':
    case 'licence-terminates':
    case 'no-rights':
    case 'not-eligible':
      return { verdict: 'deny', field, says: `${EFFECTS[threshold.effect]} above ${ceiling(threshold)}: ${of}${when}` };
  }
}

const EFFECTS = {
  'separate-licence-required': 'gives no rights without a separate licence from the licensor',
  'paid-licence-required': 'asks for a paid licence',
  'licence-terminates': 'ends',
  'no-rights': 'gives no rights',
  'not-eligible': 'is not open to anyone',
} as const;

/** Below a live ceiling: the day it is passed must not go unseen. */
function watched(threshold: Threshold, use: SettledUse): readonly Judgement[] {
  if (threshold.effect === 'must-display-name' && use.internal && !use.hosted) return [];
  const effect = threshold.effect === 'must-display-name' ? 'asks for its name to be shown' : 'changes its terms';
  return [
    condition('thresholds', `${effect} above ${ceiling(threshold)}, counted every month`, {
      id: isUsers(threshold) ? 'user-ceiling' : 'revenue-ceiling',
      text: `Stay at or below ${ceiling(threshold)}, or have the next step agreed before it is passed.`,
      owner: isUsers(threshold) ? OWNER.gateway : OWNER.legal,
      due: DUE.running,
      probe: isUsers(threshold) ? 'the gateway counts users a month' : null,
    }),
  ];
}

function ceiling(threshold: Threshold): string {
  return isUsers(threshold)
    ? `${figure(threshold.value)} ${unitOf(threshold)}`
    : `USD ${figure(threshold.value)} ${unitOf(threshold)}`;
}

function unitOf({ metric }: Threshold): string {
  return UNITS[metric];
}

const UNITS = {
  mau: 'monthly active users (MAU)',
  dau: 'daily active users',
  monthly_visits: 'visits a month',
  monthly_unique_users: 'unique users a month',
  annual_revenue_usd: 'annual revenue',
  annual_recurring_revenue_usd: 'annual recurring revenue',
  attributable_annual_revenue_usd: 'attributable annual revenue',
  monthly_revenue_usd: 'monthly revenue',
} as const;

/** `700 million`, `1,500,000`. */
export function figure(value: number): string {
  if (value >= 1e9 && value % 1e8 === 0) return `${value / 1e9} billion`;
  if (value >= 1e6 && value % 1e5 === 0) return `${value / 1e6} million`;
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

function monthOf({ reference_date: date }: Threshold): string {
  return date === null || date === undefined
    ? 'the calendar month before the release date'
    : `the calendar month before the release date ${date}`;
}

import { SEVERITIES } from '../domain/finding.ts';
import { CONSEQUENCES, type FollowUp } from '../domain/policy.ts';

/** What a policy file says of it: as much as it likes. */
export interface StatedFollowUp {
  readonly days?: { readonly [Severity in keyof FollowUp['days']]?: number | undefined } | undefined;
  readonly remind?: number | undefined;
  readonly lapse?: { readonly [Kind in keyof FollowUp['lapse']]?: FollowUp['lapse'][Kind] | undefined } | undefined;
}

/** Of a policy that extends no profile and says nothing of it. */
export const USUAL_FOLLOW_UP: FollowUp = {
  days: { critical: 7, high: 30, medium: 60, low: 90, info: 90 },
  remind: 7,
  lapse: { finding: 'hold', duty: 'hold', waiver: 'hold' },
};

export function followUpWith(base: FollowUp, stated: StatedFollowUp = {}): FollowUp {
  return {
    days: over(base.days, stated.days ?? {}),
    remind: stated.remind ?? base.remind,
    lapse: over(base.lapse, stated.lapse ?? {}),
  };
}

/** Where a policy gives more time, or lets less come of what lapses, than the profile that it extends. */
export function slackerThan(
  base: FollowUp,
  stated: StatedFollowUp = {},
): readonly { readonly way: readonly string[]; readonly sentence: string }[] {
  const later = SEVERITIES.filter((severity) => (stated.days?.[severity] ?? 0) > base.days[severity]);
  const kinder = (['finding', 'duty', 'waiver'] as const).filter(
    (kind) => CONSEQUENCES.indexOf(stated.lapse?.[kind] ?? 'withdraw') < CONSEQUENCES.indexOf(base.lapse[kind]),
  );
  return [
    ...later.map((severity) => ({
      way: ['days', severity],
      sentence: `must be at most ${base.days[severity]}, as in the profile it extends`,
    })),
    ...kinder.map((kind) => ({
      way: ['lapse', kind],
      sentence: `must be ${base.lapse[kind]}: a policy may not be kinder than the profile it extends`,
    })),
  ];
}

function over<Settings extends object>(
  base: Settings,
  stated: { readonly [Key in keyof Settings]?: unknown },
): Settings {
  const said = Object.entries(stated).filter(([, value]) => value !== undefined);
  return { ...base, ...Object.fromEntries(said) };
}

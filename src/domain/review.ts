import { RULING_ROLES, type RulingRole } from './people.ts';

/** Who must rule where a policy leaves something to people. Demands only ever add up. */
export interface ReviewDemand {
  /** Each in the name of another person. */
  readonly roles: readonly RulingRole[];
  /** How many people at least, those who rule for `roles` among them. */
  readonly people: number;
}

/** Nobody admits alone what the policy would not admit by itself. */
export const RULINGS_TO_ADMIT = 2;
/** Where a policy names nobody: any two people who may rule. */
export const USUAL_REVIEW: ReviewDemand = { roles: [], people: RULINGS_TO_ADMIT };

/** What meets every one of these demands. */
export function allOf(demands: readonly ReviewDemand[]): ReviewDemand {
  const roles = RULING_ROLES.filter((role) => demands.some((one) => one.roles.includes(role)));
  return { roles, people: Math.max(roles.length, ...demands.map(({ people }) => people)) };
}

/** Who has yet to rule. */
export function missingFrom(
  { roles, people }: ReviewDemand,
  rulings: readonly { readonly by: string; readonly role: RulingRole }[],
): ReviewDemand {
  // One person stands for one role, the one they ruled in first.
  const ruled = new Map<string, RulingRole>();
  for (const { by, role } of rulings) if (!ruled.has(by)) ruled.set(by, role);
  const given = [...ruled.values()];
  const missing = roles.filter((role) => !given.includes(role));
  return { roles: missing, people: Math.max(missing.length, people - ruled.size) };
}

/** Whether one more voice in this role brings nearer what is missing. */
export function counts({ roles, people }: ReviewDemand, role: RulingRole): boolean {
  return roles.includes(role) || people > roles.length;
}

/** `legal, security and one more person`. */
export function demandInWords({ roles, people }: ReviewDemand): string {
  const more = people - roles.length;
  const others = roles.length === 0 ? '' : ' more';
  return [...roles, ...(more > 0 ? [more === 1 ? `one${others} person` : `${more}${others} people`] : [])].join(', ');
}

import type { Decision } from './decision.ts';
import type { IntendedUse } from './use.ts';

/** Who may be served from a channel, from few to all. */
export const ACCESS_LEVELS = ['team', 'organisation', 'partners', 'public'] as const;

/** Whether people outside of the organisation are served there. */
export function isForOutsiders({ access }: Pick<Channel, 'access'>): boolean {
  return access === 'partners' || access === 'public';
}

/** A name that callers use, and behind it whatever model was last released there. */
export interface Channel {
  readonly name: string;
  /** Null: of no family. */
  readonly family: string | null;
  /** `production`, `staging`, `edge`: the house's own word. */
  readonly environment: string;
  readonly access: (typeof ACCESS_LEVELS)[number];
  readonly gate: Gate;
  /** Nothing is promoted while it is; what serves can still be rolled back. */
  readonly frozen: Frozen | null;
  /** Bases of the model servers behind it, each registered by the operator: what a drill asks. */
  readonly upstreams: readonly string[];
  /** What somebody would loosen, until somebody else says so too. */
  readonly loosening: Loosening | null;
}

/** What a person would loosen on a channel, until another one says so too. */
export interface Loosening {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly to: LooseningTo;
}

/** Only what is loosened; the rest of a change holds at once. */
export interface LooseningTo {
  readonly family?: string | null | undefined;
  readonly access?: Channel['access'] | undefined;
  readonly gate: Partial<Gate>;
}

export interface Frozen {
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

/** What a decision must bring to be released on a channel. */
export interface Gate {
  /** The channel on which it was released before; null: none. */
  readonly after: string | null;
  /** How long ago that was at least. */
  readonly hours: number;
  /** Uses that may be served here; null: any. */
  readonly exposures: readonly IntendedUse['exposure'][] | null;
  /** People who ruled on it, at least: a policy's word alone may not be enough here. */
  readonly rulings: number;
  /** The oldest it may be; null: as long as it has not expired. */
  readonly days: number | null;
  /** Policies, by name or by digest, one of which ruled on it; null: any. */
  readonly policies: readonly string[] | null;
}

export const OPEN_GATE: Gate = { after: null, hours: 0, exposures: null, rulings: 0, days: null, policies: null };

const HOUR = 60 * 60 * 1000;

/** What keeps a decision from passing a gate; empty when nothing does. `since`: when it was released on the channel before. */
export function heldBack(
  gate: Gate,
  decision: Pick<Decision, 'use' | 'decidedAt'> & {
    readonly rulings: number;
    /** Null: people ruled by themselves. */
    readonly policy: Decision['policy'] | null;
  },
  since: string | null,
  now: Date,
): readonly string[] {
  const reasons: string[] = [];
  const age = (at: string) => now.getTime() - Date.parse(at);
  if (gate.after !== null && since === null) reasons.push(`it was not released on ${gate.after}`);
  if (gate.after !== null && since !== null && age(since) < gate.hours * HOUR)
    reasons.push(`it was released on ${gate.after} less than ${gate.hours} hours ago`);
  if (gate.exposures !== null && !gate.exposures.includes(decision.use.exposure))
    reasons.push(
      `it was decided on for ${decision.use.exposure} use, and this channel is for ${gate.exposures.join(', ')}`,
    );
  if (decision.rulings < gate.rulings) reasons.push(`${decision.rulings} people ruled on it, not ${gate.rulings}`);
  if (gate.days !== null && age(decision.decidedAt) > gate.days * 24 * HOUR)
    reasons.push(`it was decided on more than ${gate.days} days ago`);
  const { policy } = decision;
  if (gate.policies !== null && !gate.policies.some((one) => one === policy?.id || one === policy?.digest))
    reasons.push(`it was decided on under ${policy?.id ?? 'no policy'}, not under ${gate.policies.join(' or ')}`);
  return reasons;
}

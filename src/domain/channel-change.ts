import { canonicalJson } from '../kernel/canonical-json.ts';
import type { Json } from '../kernel/json.ts';
import { ACCESS_LEVELS, type Channel, type Gate, type LooseningTo } from './channel.ts';

type Gated = Pick<Channel, 'family' | 'access' | 'gate'>;

/** Whether a gate lets pass what another one, before it, held back, by what each of them asks. */
const LOOSER: Readonly<Record<keyof Gate, (before: Gate, after: Gate) => boolean>> = {
  after: (before, after) => before.after !== null && before.after !== after.after,
  hours: (before, after) => after.hours < before.hours,
  exposures: (before, after) => before.exposures !== null && !within(after.exposures, before.exposures),
  rulings: (before, after) => after.rulings < before.rulings,
  days: (before, after) => before.days !== null && (after.days === null || after.days > before.days),
  policies: (before, after) => before.policies !== null && !within(after.policies, before.policies),
};

function within(inner: readonly string[] | null, outer: readonly string[]): boolean {
  return inner?.every((one) => outer.includes(one)) === true;
}

/**
 * What of a change one person may do alone, and what waits for another: whatever lets pass what was held back before, serves more
 * people, or takes the channel from its family. `to` is null where nothing does.
 */
export function splitChange(before: Gated, wanted: Gated): { readonly now: Gated; readonly to: LooseningTo | null } {
  const kept: Record<string, unknown> = { ...wanted.gate };
  const loosened: Record<string, unknown> = {};
  for (const key of Object.keys(LOOSER) as (keyof Gate)[]) {
    if (!LOOSER[key](before.gate, wanted.gate)) continue;
    loosened[key] = wanted.gate[key];
    kept[key] = before.gate[key];
  }
  const leaves = before.family !== null && wanted.family !== before.family;
  const widens = ACCESS_LEVELS.indexOf(wanted.access) > ACCESS_LEVELS.indexOf(before.access);
  const now = {
    family: leaves ? before.family : wanted.family,
    access: widens ? before.access : wanted.access,
    gate: kept as unknown as Gate,
  };
  if (!leaves && !widens && Object.keys(loosened).length === 0) return { now, to: null };
  const to = {
    ...(leaves ? { family: wanted.family } : {}),
    ...(widens ? { access: wanted.access } : {}),
    gate: loosened as Partial<Gate>,
  };
  return { now, to };
}

/** Whether two states of a channel let the same through, to the same people. */
export function asksTheSame(one: Gated, other: Gated): boolean {
  const asked = ({ family, access, gate }: Gated) => canonicalJson({ family, access, gate } as unknown as Json);
  return asked(one) === asked(other);
}

/** The channel with what two people have said. */
export function loosened<Of extends Gated>(channel: Of, { family, access, gate }: LooseningTo): Of {
  return {
    ...channel,
    ...(family === undefined ? {} : { family }),
    ...(access === undefined ? {} : { access }),
    gate: { ...channel.gate, ...gate },
  };
}

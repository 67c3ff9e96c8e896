import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import { type BaselineVoice, type Family, standingVoices } from '../../../domain/family.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { Desk } from '../parts.ts';
import { record, saidBy } from '../parts.ts';
import { admitted } from '../releases/admitted.ts';
import { familyBy, versionBy, withStanding } from './versions.ts';

/**
 * One person's word for a version. Whoever asked for it or answers for it has none; when so many people of the family's role
 * speak for the same version, it is the baseline from then on.
 */
export async function setBaseline(desk: Desk, input: ParsedInputOf<'baseline.set'>): Promise<OutputOf<'baseline.set'>> {
  const { books, actor, now } = desk;
  const family = await familyBy(desk, input.family);
  const { role, people } = family.baselineRule;
  if (!actor.person.roles.includes(role)) throw new WeighbridgeError('role-not-held', role);
  const { version, request } = await versionBy(desk, family.name, input.version);
  if (family.baseline === version) throw new WeighbridgeError('baseline-current', `${family.name} ${version}`);
  const asked = (await admitted(desk, request)).request;
  const by = actor.person.id;
  if (by === asked.requestedBy || by === asked.owner) throw new WeighbridgeError('own-request', request);
  const voice = { version, by, reason: input.reason, at: now.toISOString() };
  const voices = [...(await books.families.voices(family.name)), { ...voice, sets: false }];
  const sets = (await countedFor(desk, family, version, voices)) >= people;
  await books.families.speak(family.name, { ...voice, sets });
  await record(desk, 'family.baseline', family.name, { version, sets: String(sets) }, saidBy(desk, input.reason));
  if (!sets) return withStanding(desk, family);
  const after: Family = { ...family, baseline: version };
  await books.families.change(after);
  await record(desk, 'family.rebase', family.name, { version, before: family.baseline, owner: family.owner });
  return withStanding(desk, after);
}

/** People who speak for a version and may still: who was shut out, or lost the role since, has no word. */
async function countedFor(
  { books, now }: Desk,
  { baselineRule: { role } }: Family,
  version: string,
  voices: readonly BaselineVoice[],
): Promise<number> {
  let count = 0;
  for (const voice of standingVoices(voices, now)) {
    const person = voice.version === version ? await books.people.byId(voice.by) : null;
    if (person !== null && person.disabledAt === null && person.roles.includes(role)) count += 1;
  }
  return count;
}

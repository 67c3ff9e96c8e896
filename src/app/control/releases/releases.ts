import type { RELEASE_OPERATIONS } from '../../../contract/control/operations/releases.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import { type Gate, heldBack, isForOutsiders } from '../../../domain/channel.ts';
import { barred, type Release, type StandingRelease, serving } from '../../../domain/release.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { revokeDecision } from '../keys/revocations.ts';
import type { Clerk, ControlParts, Desk } from '../parts.ts';
import { record, saidBy } from '../parts.ts';
import { INTERNAL_USE, keptInside } from '../publications/outsiders.ts';
import { takenBack } from '../requests/condemned.ts';
import type { UseCases } from '../use-case.ts';
import { type Admitted, admittedFor } from './admitted.ts';
import { broughtBack } from './brought-back.ts';
import { channelBy, shownRelease } from './channels.ts';

type ReleasingDesk = Clerk & { readonly parts: Pick<ControlParts, 'mint'> };

export const RELEASES: UseCases<typeof RELEASE_OPERATIONS> = {
  'release.promote': promote,
  'release.rollback': rollback,
  'release.list': listReleases,
  'release.withdraw': withdraw,
  'decision.revoke': (desk, input) => revokeDecision(desk, input),
};

/** Releases what was admitted. The channel is locked first, then the request: revoking locks the request alone. */
export async function promote(
  desk: Desk,
  input: ParsedInputOf<'release.promote'>,
): Promise<OutputOf<'release.promote'>> {
  const { books, now } = desk;
  const { frozen, gate, name, family, access } = await channelBy(desk, input.channel);
  if (frozen !== null) throw new WeighbridgeError('channel-frozen', `${name}: ${frozen.reason}`);
  const { release, decided, weights } = await admittedFor(desk, input.request);
  const { request } = release;
  if (family !== null && (await books.families.versionOn(family, request)) === null)
    throw new WeighbridgeError('outside-family', `${request} is no version of ${family}`);
  const releases = await books.releases.of(name);
  const [newest] = releases;
  if (newest?.request === request && newest.share === 100 && barred(newest, now) === null)
    throw new WeighbridgeError('release-current', name);
  const held = await heldBackAt(desk, gate, request, decided);
  if (isForOutsiders({ access })) {
    await books.releases.lockOutside('shared');
    if (decided.use.exposure === 'internal') held.push(INTERNAL_USE);
    for (const one of weights) held.push(...[await keptInside(books, one)].filter((why) => why !== null));
  }
  const since = (await takenBack(books)).get(release.manifest) ?? '';
  if (since > decided.decidedAt)
    held.push(`its bytes were taken back at ${since}; ask for them anew, for people to rule on`);
  const before = serving(releases).at(-1) ?? null;
  if (input.share < 100 && before === null) held.push('nothing is there to get the rest of the calls');
  for (const { id } of weights) held.push(...(await lapsed(desk, id)));
  if (held.length > 0) throw new WeighbridgeError('gate-closed', held.join('; '));
  return released(desk, {
    ...release,
    channel: name,
    share: input.share,
    cause: 'promotion',
    // What shares the calls with another is replaced by whatever that one was to replace.
    replaces: before?.id ?? null,
    restores: null,
    reason: input.reason ?? null,
  });
}

async function heldBackAt(
  { books, now }: Desk,
  gate: Gate,
  request: string,
  decided: Admitted['decided'],
): Promise<string[]> {
  const earlier = (await books.releases.restingOn(request)).filter(({ channel }) => channel === gate.after);
  return [...heldBack(gate, decided, earlier.at(-1)?.at ?? null, now)];
}

/** What its admission left open, and nobody closed in time. */
async function lapsed({ books }: Desk, request: string): Promise<string[]> {
  const all = await books.obligations.of(request);
  const blocking = all.filter(({ state, consequence }) => state === 'lapsed' && consequence !== 'tell');
  return blocking.map(({ kind, id, due }) => `its ${kind} ${id} lapsed on ${due}`).slice(0, 5);
}

async function rollback(desk: Desk, input: ParsedInputOf<'release.rollback'>): Promise<OutputOf<'release.rollback'>> {
  const { name } = await channelBy(desk, input.channel);
  const release = await bringBack(desk, name, input.reason);
  if (release === null) throw new WeighbridgeError('nothing-to-restore', name);
  return release;
}

/** Appends a release that brings back an earlier one, on a channel that is locked. It works on a frozen one, too. Null: none may serve. */
export async function bringBack(
  desk: ReleasingDesk,
  channel: string,
  reason: string,
): Promise<OutputOf<'release.rollback'> | null> {
  // What is being taken back from outsiders is not brought back to them meanwhile.
  await desk.books.releases.lockOutside('shared');
  const [found, newest] = await heldRestorable(desk, channel);
  if (found === null || newest === undefined) return null;
  const { model, manifest, dossier, expiresAt, request, rests } = found;
  const how = { share: 100, cause: 'rollback', restores: found.restores ?? found.id } as const;
  const what = { model, manifest, dossier, expiresAt, request, rests, channel };
  return released(desk, { ...what, ...how, replaces: newest.id, reason });
}

/**
 * What a rollback brings back, with its request locked, and the newest release: its decision is not revoked before the rollback
 * is done.
 */
async function heldRestorable(
  desk: ReleasingDesk,
  name: string,
): Promise<readonly [found: StandingRelease | null, newest: StandingRelease | undefined]> {
  const channel = await channelBy(desk, name);
  for (let held: StandingRelease | null = null; ; ) {
    const found = await broughtBack(desk, channel);
    if (found === null || found.request === held?.request) return [found, (await desk.books.releases.of(name))[0]];
    await lockAdmission(desk.books, found);
    held = found;
  }
}

async function released(
  desk: ReleasingDesk,
  what: Omit<Release, 'id' | 'by' | 'at'>,
): Promise<OutputOf<'release.promote'>> {
  const { parts, books, actor, now } = desk;
  const release: Release = { id: parts.mint.id(), ...what, by: actor.person.id, at: now.toISOString() };
  await books.releases.add(release);
  const { channel, request, manifest, share, cause, replaces, restores, reason } = release;
  const kind = cause === 'promotion' ? 'release.promote' : 'release.rollback';
  // Who answers for the model is told of it, through whoever listens.
  const owner = (await lockAdmission(books, release))?.owner ?? null;
  const about = { channel, request, manifest, share: String(share), replaces, restores, owner };
  await record(desk, kind, release.id, about, saidBy(desk, reason));
  return shownRelease({ ...release, revokedAt: null, withdrawnAt: null, held: false }, now);
}

async function lockAdmission(
  { requests, subjects }: Clerk['books'],
  { request, rests }: Pick<Release, 'request' | 'rests'>,
): Promise<{ readonly owner: string } | null> {
  return rests === 'weights' ? requests.byId(request) : subjects.byId(request);
}

async function listReleases(desk: Desk, input: ParsedInputOf<'release.list'>): Promise<OutputOf<'release.list'>> {
  const { name } = await channelBy(desk, input.channel);
  const { items, next } = await desk.books.releases.page(name, input);
  return { items: items.map((one) => shownRelease(one, desk.now)), next };
}

async function withdraw(desk: Desk, input: ParsedInputOf<'release.withdraw'>): Promise<OutputOf<'release.withdraw'>> {
  const { books, actor, now } = desk;
  const release = await books.releases.byId(input.release);
  if (release === null) throw new WeighbridgeError('release-not-found', input.release);
  if (await books.releases.withdraw(release.id, actor.person.id, input.reason, now)) {
    const { channel } = release;
    await record(desk, 'release.withdraw', release.id, { channel }, saidBy(desk, input.reason));
  }
  return shownRelease((await books.releases.byId(release.id)) ?? release, now);
}

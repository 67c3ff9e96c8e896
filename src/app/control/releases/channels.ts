import type { CHANNEL_OPERATIONS } from '../../../contract/control/operations/channels.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import {
  type Channel,
  type Gate,
  isForOutsiders,
  type Loosening,
  type LooseningTo,
  OPEN_GATE,
} from '../../../domain/channel.ts';
import { asksTheSame, loosened, splitChange } from '../../../domain/channel-change.ts';
import { drillWarning } from '../../../domain/drill.ts';
import { barred, type StandingRelease, serving } from '../../../domain/release.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { Desk } from '../parts.ts';
import { record, saidBy } from '../parts.ts';
import { assertForOutsiders } from '../publications/outsiders.ts';
import type { UseCases } from '../use-case.ts';
import { broughtBack } from './brought-back.ts';

type Shown = OutputOf<'channel.open'>;

export const CHANNELS: UseCases<typeof CHANNEL_OPERATIONS> = {
  'channel.open': openChannel,
  'channel.list': listChannels,
  'channel.show': showChannel,
  'channel.change': changeChannel,
  'channel.confirm': confirmLoosening,
  'channel.freeze': async (desk, { channel, reason }) => {
    const { actor, now } = desk;
    return frozen(desk, channel, { by: actor.person.id, at: now.toISOString(), reason });
  },
  'channel.thaw': async (desk, { channel }) => frozen(desk, channel, null),
};

async function openChannel(desk: Desk, input: ParsedInputOf<'channel.open'>): Promise<Shown> {
  const { books } = desk;
  const { name, environment, access, family = null } = input;
  if (family !== null) await assertFamily(desk, family);
  const gate = await gateWith(desk, OPEN_GATE, input.gate);
  const channel: Channel = { name, family, environment, access, gate, frozen: null, upstreams: [], loosening: null };
  if (!(await books.releases.openChannel(channel))) throw new WeighbridgeError('channel-exists', name);
  await record(desk, 'channel.open', name, { family, environment, access, gate: JSON.stringify(gate) });
  return shownChannel(desk, channel);
}

async function listChannels(desk: Desk): Promise<OutputOf<'channel.list'>> {
  const items = [];
  for (const channel of await desk.books.releases.channels()) items.push(await shownChannel(desk, channel));
  return { items };
}

async function showChannel(
  desk: Desk,
  { channel: name }: ParsedInputOf<'channel.show'>,
): Promise<OutputOf<'channel.show'>> {
  const channel = await channelBy(desk, name);
  const found = await broughtBack(desk, channel);
  const shown = await shownChannel(desk, channel);
  const drill = await desk.books.drills.last(name);
  const warning = drillWarning(drill, found?.id ?? null, desk.now);
  return {
    ...shown,
    restorable: found === null ? null : shownRelease(found, desk.now),
    drill: drill === null ? null : { ...drill, steps: [...drill.steps] },
    warnings: warning === null ? [] : [warning],
  };
}

async function changeChannel(desk: Desk, input: ParsedInputOf<'channel.change'>): Promise<Shown> {
  const before = await channelBy(desk, input.channel);
  const gate = await gateWith(desk, before.gate, input.gate ?? {});
  const { family = before.family, environment = before.environment, access = before.access } = input;
  const { upstreams = before.upstreams } = input;
  const stranger = upstreams.find((url) => !desk.parts.upstreams.has(url));
  if (stranger !== undefined)
    throw new WeighbridgeError('address-refused', `${stranger} is no upstream that the operator registered`, {
      remedy: 'Name it in WEIGHBRIDGE_UPSTREAMS where the server and its workers run.',
    });
  const { now, to } = splitChange(before, { family, access, gate });
  const changed: Channel = { ...before, ...now, environment, upstreams };
  // What waits was asked of the channel as it was: a second person would confirm what they were never shown.
  const stays = to === null && asksTheSame(before, changed);
  const after: Channel = { ...changed, loosening: stays ? before.loosening : waiting(desk, to) };
  if (after.family !== before.family) await assertBelongs(desk, after);
  if (!isForOutsiders(before)) await assertForOutsiders(desk, { ...after, access });
  await desk.books.releases.changeChannel(after);
  await record(desk, 'channel.change', before.name, aboutChannel(after));
  if (before.loosening !== null && !stays)
    await record(desk, 'channel.loosening-dropped', before.name, aboutLoosening(before));
  if (to !== null) await record(desk, 'channel.loosen', before.name, aboutLoosening(after));
  return shownChannel(desk, after);
}

function waiting({ parts, actor, now }: Desk, to: LooseningTo | null): Loosening | null {
  return to === null ? null : { id: parts.mint.id(), by: actor.person.id, at: now.toISOString(), to };
}

/** A second person's word, or an end of it: whoever asked may drop what they asked for, and never confirm it. */
async function confirmLoosening(
  desk: Desk,
  { channel: name, loosening: id, confirm }: ParsedInputOf<'channel.confirm'>,
): Promise<Shown> {
  const before = await channelBy(desk, name);
  const { loosening } = before;
  if (loosening?.id !== id) throw new WeighbridgeError('loosening-not-found', `${id} on ${name}`);
  if (confirm && loosening.by === desk.actor.person.id) throw new WeighbridgeError('own-loosening', id);
  const after: Channel = { ...(confirm ? loosened(before, loosening.to) : before), loosening: null };
  if (after.family !== before.family) await assertBelongs(desk, after);
  if (!isForOutsiders(before)) await assertForOutsiders(desk, after);
  await desk.books.releases.changeChannel(after);
  const about = { ...aboutLoosening(before), askedBy: loosening.by };
  await record(desk, confirm ? 'channel.loosened' : 'channel.loosening-dropped', name, about);
  return shownChannel(desk, after);
}

function aboutChannel({ family, environment, access, gate, upstreams }: Channel) {
  return { family, environment, access, gate: JSON.stringify(gate), upstreams: [...upstreams] };
}

function aboutLoosening({ loosening }: Channel) {
  return { loosening: loosening?.id ?? null, to: JSON.stringify(loosening?.to ?? null) };
}

async function frozen(desk: Desk, name: string, state: Channel['frozen']): Promise<Shown> {
  const after: Channel = { ...(await channelBy(desk, name)), frozen: state };
  await desk.books.releases.changeChannel(after);
  await record(desk, state === null ? 'channel.thaw' : 'channel.freeze', name, {}, saidBy(desk, state?.reason ?? null));
  return shownChannel(desk, after);
}

async function assertFamily({ books }: Desk, family: string): Promise<void> {
  if ((await books.families.byName(family)) === null) throw new WeighbridgeError('family-not-found', family);
}

/** What serves there already must be of the family that a channel is given to. */
async function assertBelongs(desk: Desk, { name, family }: Channel): Promise<void> {
  if (family === null) return;
  await assertFamily(desk, family);
  for (const { id, request } of serving(await desk.books.releases.of(name)))
    if ((await desk.books.families.versionOn(family, request)) === null)
      throw new WeighbridgeError('outside-family', `release ${id} serves there and is no version of ${family}`);
}

/** The gate with what was said over it. Throws `channel-not-found` for a channel before it that is not there. */
async function gateWith({ books }: Desk, before: Gate, over: ParsedInputOf<'channel.open'>['gate']): Promise<Gate> {
  const said = Object.fromEntries(Object.entries(over).filter(([, value]) => value !== undefined));
  const gate: Gate = { ...before, ...said };
  if (gate.after !== null && !(await books.releases.channels()).some(({ name }) => name === gate.after))
    throw new WeighbridgeError('channel-not-found', gate.after);
  return gate;
}

/** Locked until the call is over. */
export async function channelBy({ books }: Pick<Desk, 'books'>, name: string): Promise<Channel> {
  const channel = await books.releases.channel(name);
  if (channel === null) throw new WeighbridgeError('channel-not-found', name);
  return channel;
}

async function shownChannel({ books, now }: Desk, channel: Channel): Promise<Shown> {
  const serves = serving(await books.releases.of(channel.name));
  const { gate } = channel;
  const exposures = gate.exposures === null ? null : [...gate.exposures];
  const policies = gate.policies === null ? null : [...gate.policies];
  const upstreams = [...channel.upstreams];
  const loosening = channel.loosening === null ? null : shownLoosening(channel.loosening);
  return {
    ...channel,
    upstreams,
    loosening,
    gate: { ...gate, exposures, policies },
    serving: serves.map((one) => shownRelease(one, now)),
  };
}

function shownLoosening({ to, ...rest }: Loosening): Shown['loosening'] {
  const { exposures, policies, ...gate } = to.gate;
  const lists = {
    ...(exposures === undefined ? {} : { exposures: exposures === null ? null : [...exposures] }),
    ...(policies === undefined ? {} : { policies: policies === null ? null : [...policies] }),
  };
  return { ...rest, to: { ...to, gate: { ...gate, ...lists } } };
}

export function shownRelease(release: StandingRelease, now: Date): OutputOf<'release.promote'> {
  return { ...release, barred: barred(release, now) };
}

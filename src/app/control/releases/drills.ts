import type { DRILL_OPERATIONS } from '../../../contract/control/operations/drills.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import type { Drill } from '../../../domain/drill.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { type Desk, record } from '../parts.ts';
import type { UseCases } from '../use-case.ts';
import { broughtBack } from './brought-back.ts';
import { channelBy } from './channels.ts';

export const DRILLS: UseCases<typeof DRILL_OPERATIONS> = {
  'drill.start': startDrill,
  'drill.show': async ({ books }, { drill: id }) => {
    const drill = await books.drills.byId(id);
    if (drill === null) throw new WeighbridgeError('drill-not-found', id);
    return shownDrill(drill);
  },
  'drill.list': async (desk, input) => {
    const { name } = await channelBy(desk, input.channel);
    const { items, next } = await desk.books.drills.page(name, input);
    return { items: items.map(shownDrill), next };
  },
};

async function startDrill(desk: Desk, input: ParsedInputOf<'drill.start'>): Promise<OutputOf<'drill.start'>> {
  const { parts, books, actor, now } = desk;
  const channel = await channelBy(desk, input.channel);
  const { name } = channel;
  const found = await broughtBack(desk, channel);
  if (found === null) throw new WeighbridgeError('nothing-to-restore', name);
  const who = { by: actor.person.id, at: now.toISOString(), endedAt: null };
  const drill: Drill = { id: parts.mint.id(), channel: name, release: found.id, state: 'running', steps: [], ...who };
  await books.drills.add(drill);
  await books.jobs.queue({ id: parts.mint.id(), kind: 'drill', subject: drill.id }, now);
  await record(desk, 'channel.drill', name, { drill: drill.id, release: found.id });
  parts.wake();
  return shownDrill(drill);
}

export function shownDrill(drill: Drill): OutputOf<'drill.start'> {
  return { ...drill, steps: [...drill.steps] };
}

import { parseVerifierKey, verifierKey } from '../../../audit/note.ts';
import type { WITNESS_OPERATIONS } from '../../../contract/control/operations/witnesses.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import { WITNESS_PREFIX } from '../../../contract/control/witness.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { WitnessedLog } from '../../../ports/control/witnesses.ts';
import { type Desk, record } from '../parts.ts';
import type { UseCases } from '../use-case.ts';
import { witnessKeyOf } from './witness.ts';

export const WITNESSES: UseCases<typeof WITNESS_OPERATIONS> = {
  'witness.list': async ({ books }) => ({ items: [...(await books.witnesses.list())] }),
  'witness.add': addWitness,
  'witness.end': async (desk, { witness }) => {
    if (!(await desk.books.witnesses.end(witness, desk.now))) throw new WeighbridgeError('witness-not-found', witness);
    await record(desk, 'witness.end', witness);
    return { witness };
  },
  'witnessed.list': async ({ books, parts, actor }) => {
    const followed = (await books.witnesses.logs()).filter(({ endedAt }) => endedAt === null);
    const key = verifierKey(await witnessKeyOf(parts, actor.organisation));
    return { items: followed.map(shown), key, path: `${WITNESS_PREFIX}/${actor.organisation}` };
  },
  'witnessed.add': follow,
  'witnessed.end': leave,
};

async function addWitness(desk: Desk, { url, key }: ParsedInputOf<'witness.add'>): Promise<OutputOf<'witness.add'>> {
  const { parts, books, now } = desk;
  parts.poster.check(url);
  if (parseVerifierKey(key)?.type !== 'witness') throw new WeighbridgeError('key-invalid', 'it is no key of a witness');
  const prefix = url.replace(/\/+$/, '');
  const witness = { id: parts.mint.id(), url: prefix, key, size: 0, failure: null, addedAt: now.toISOString() };
  await books.witnesses.add(witness);
  await record(desk, 'witness.add', witness.id, { key });
  return witness;
}

/** One that was followed before goes on where it was. */
async function follow(desk: Desk, { key }: ParsedInputOf<'witnessed.add'>): Promise<OutputOf<'witnessed.add'>> {
  const { parts, books, now } = desk;
  const parsed = parseVerifierKey(key);
  if (parsed?.type !== 'log') throw new WeighbridgeError('key-invalid', 'it is no key of a log');
  const before = await books.witnesses.log(parsed.name);
  if (before !== null && before.key !== key)
    throw new WeighbridgeError('key-invalid', `${parsed.name} was cosigned under another key`);
  const rest = { size: 0, note: null, addedAt: now.toISOString() };
  const log: WitnessedLog = { id: parts.mint.id(), origin: parsed.name, key, ...rest, ...before, endedAt: null };
  if (before === null) await books.witnesses.addLog(log);
  else await books.witnesses.changeLog(log);
  await record(desk, 'witnessed.add', log.id, { key });
  return shown(log);
}

async function leave(desk: Desk, { log: id }: ParsedInputOf<'witnessed.end'>): Promise<OutputOf<'witnessed.end'>> {
  const { books, now } = desk;
  const log = (await books.witnesses.logs()).find((one) => one.id === id && one.endedAt === null);
  // Locked: something may be cosigned at this moment, and that is what is to be kept.
  const held = log === undefined ? null : await books.witnesses.log(log.origin);
  if (held === null) throw new WeighbridgeError('witness-not-found', id);
  await books.witnesses.changeLog({ ...held, endedAt: now.toISOString() });
  await record(desk, 'witnessed.end', id);
  return shown(held);
}

function shown({ id, origin, key, size, addedAt }: WitnessedLog): OutputOf<'witnessed.add'> {
  return { id, origin, key, size, addedAt };
}

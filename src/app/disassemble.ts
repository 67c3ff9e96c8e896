import type { Caller } from '../contract/caller.ts';
import type { DisassembledLine } from '../contract/pickles.ts';
import { disassemble } from '../formats/pickle/disassemble.ts';
import { type Members, openMembers } from '../formats/zip/open-members.ts';
import { type Budget, createBudget, OverBudgetError } from '../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../kernel/bytes.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { printable } from '../kernel/printable.ts';
import { openModel } from './open-model.ts';
import type { Parts } from './parts.ts';
import { picklesWithin, type Within } from './pickle-within.ts';

/** A zip's local header, an empty zip's end record. */
const ZIP = ['504b0304', '504b0506'];

/**
 * The programs of a pickle, instruction by instruction; of a PyTorch zip its `data.pkl`, of other archives, compressed files
 * and arrays the first pickle, or the member that is named.
 * A remark at the end names what further pickles there are. Nothing is unpickled. Throws `not-a-pickle`, `pickle-too-costly`.
 */
export async function* disassembleFile(
  parts: Parts,
  input: { readonly reference: string; readonly member: string | null },
  caller: Caller,
): AsyncIterable<DisassembledLine> {
  const model = await openModel(parts.sources, input.reference, caller);
  try {
    const [only, second] = model.files;
    if (only?.kind !== 'file' || second !== undefined) {
      throw new WeighbridgeError('call-invalid', `${input.reference} is no single file`);
    }
    const file = await model.open(only.path);
    const budget = createBudget(() => parts.clock.monotonic());
    try {
      yield* programsIn(parts, { path: only.path, file }, input.member, budget);
    } catch (cause) {
      if (cause instanceof MalformedError) throw new WeighbridgeError('not-a-pickle', cause.message, { cause });
      if (cause instanceof OverBudgetError) throw new WeighbridgeError('pickle-too-costly', cause.message, { cause });
      throw cause;
    } finally {
      await file.close();
    }
  } finally {
    await model.close();
  }
}

async function* programsIn(
  parts: Parts,
  { path, file }: Named,
  wanted: string | null,
  budget: Budget,
): AsyncIterable<DisassembledLine> {
  const listed = await memberOf(file, { path, wanted, budget });
  const pickles = picklesWithin(parts.formats, { name: path, bytes: file }, wanted, budget);
  if (listed !== null) {
    yield* disassemble(listed.bytes, budget, await begins(parts, listed.name, listed.bytes));
    if (wanted === null) yield* others(pickles, listed.name);
    return;
  }
  const rest = pickles[Symbol.asyncIterator]();
  const first = await rest.next();
  if (first.done === true) return;
  const { part, name } = first.value;
  yield* disassemble(part.bytes, budget, await begins(parts, part.name, part.bytes));
  if (wanted === null) yield* others({ [Symbol.asyncIterator]: () => rest }, name);
}

/** The `data.pkl` of a PyTorch zip; any member by its name, also one that no reader would look into. Null where it is to be sought. */
async function memberOf(
  file: ByteSource,
  { path, wanted, budget }: { readonly path: string; readonly wanted: string | null; readonly budget: Budget },
): Promise<{ readonly bytes: ByteSource; readonly name: string } | null> {
  const head = await file.read(0, Math.min(4, file.size));
  if (!ZIP.includes(Buffer.from(head).toString('hex'))) return null;
  const members = await soundMembers(file, path, budget);
  const name = members?.names.find((one) => (wanted === null ? /(^|\/)data\.pkl$/.test(one) : one === wanted));
  return members === null || name === undefined ? null : { bytes: await members.open(name), name };
}

/** Null for an archive that is not sound: what readers find in it is sought then, as a scan does. */
async function soundMembers(file: ByteSource, path: string, budget: Budget): Promise<Members | null> {
  try {
    return await openMembers(file, { path, budget });
  } catch (error) {
    if (error instanceof MalformedError) return null;
    throw error;
  }
}

/** Where a scan finds programs, each of which is listed; nothing where it reads none. */
async function begins({ formats, clock }: Parts, path: string, bytes: ByteSource): Promise<readonly number[]> {
  try {
    const pickle = formats.find(({ id }) => id === 'pickle');
    const read = await pickle?.read(bytes, { path, budget: createBudget(() => clock.monotonic()) });
    const starts = read?.facts.format === 'pickle' ? read.facts.programs.map(({ start }) => start) : [];
    return [...new Set(starts)].sort((a, b) => a - b);
  } catch (error) {
    if (error instanceof MalformedError || error instanceof OverBudgetError) return [];
    throw error;
  }
}

/** Names of further pickles that are shown. */
const MOST_NAMED = 10;
/** Of more it is not known how many. */
const MOST_COUNTED = 1000;

/** A remark on the pickles that are not listed. */
async function* others(pickles: AsyncIterable<Within>, listed: string): AsyncIterable<DisassembledLine> {
  const names: string[] = [];
  let isKnown = true;
  try {
    for await (const { name } of pickles) {
      if (name !== listed) names.push(name);
      if (names.length === MOST_COUNTED) break;
    }
  } catch (error) {
    if (!(error instanceof MalformedError || error instanceof OverBudgetError)) throw error;
    isKnown = false;
  }
  const [first] = names;
  if (first === undefined && isKnown) return;
  const shown = names.slice(0, MOST_NAMED).map(printable).join(', ');
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  const held =
    first === undefined
      ? ''
      : `not listed: ${names.length} more ${names.length === 1 ? 'pickle' : 'pickles'} in it, ${shown}${more}; --member "${printable(first)}" shows one`;
  const unknown = isKnown ? '' : 'whether it holds further pickles could not be read';
  yield remark([held, unknown].filter((part) => part !== '').join('; '));
}

function remark(effect: string): DisassembledLine {
  return { offset: 0, program: 0, opcode: '', argument: '', effect, call: null, lookup: null };
}

interface Named {
  readonly path: string;
  readonly file: ByteSource;
}

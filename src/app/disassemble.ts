import type { Caller } from '../contract/caller.ts';
import type { DisassembledLine } from '../contract/pickles.ts';
import { disassemble } from '../formats/pickle/disassemble.ts';
import { openMembers } from '../formats/zip/open-members.ts';
import { type Budget, createBudget, OverBudgetError } from '../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../kernel/bytes.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { openModel } from './open-model.ts';
import type { Parts } from './parts.ts';
import { pickleWithin } from './pickle-within.ts';

/** A zip's local header, an empty zip's end record. */
const ZIP = ['504b0304', '504b0506'];

/**
 * The programs of a pickle, instruction by instruction; of a PyTorch zip its `data.pkl`, of other archives, compressed files
 * and arrays the first pickle, or the member that is named.
 * Nothing is unpickled. Throws `not-a-pickle`.
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
      const bytes = await programIn(parts, { path: only.path, file }, input.member, budget);
      yield* disassemble(bytes, budget);
    } catch (cause) {
      if (cause instanceof MalformedError || cause instanceof OverBudgetError)
        throw new WeighbridgeError('not-a-pickle', cause.message, { cause });
      throw cause;
    } finally {
      await file.close();
    }
  } finally {
    await model.close();
  }
}

async function programIn(
  parts: Parts,
  { path, file }: Named,
  wanted: string | null,
  budget: Budget,
): Promise<ByteSource> {
  const head = await file.read(0, Math.min(4, file.size));
  if (ZIP.includes(Buffer.from(head).toString('hex'))) {
    const members = await openMembers(file, { path, budget });
    // Any member by its name, also one that no reader would look into.
    const name = members.names.find((one) => (wanted === null ? /(^|\/)data\.pkl$/.test(one) : one === wanted));
    if (name !== undefined) return members.open(name);
  }
  return (await pickleWithin(parts.formats, { name: path, bytes: file }, wanted, budget)).bytes;
}

interface Named {
  readonly path: string;
  readonly file: ByteSource;
}

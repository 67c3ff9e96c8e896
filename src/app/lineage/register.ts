import type { Caller } from '../../contract/caller.ts';
import type { RegisteredBase } from '../../contract/lineage.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Json } from '../../kernel/json.ts';
import { openModel } from '../open-model.ts';
import type { Parts } from '../parts.ts';
import { readModel } from '../read-model.ts';
import { registeredBases } from './collector.ts';
import { fingerprintModel } from './fingerprint-model.ts';

/** Keeps what a model can be known again by. Throws `call-invalid` for one whose weights cannot be read. */
export async function registerBase(
  parts: Parts,
  input: { readonly reference: string; readonly name: string | null; readonly aliases: readonly string[] },
  caller: Caller,
): Promise<RegisteredBase> {
  const model = await openModel(parts.sources, input.reference, caller);
  try {
    const { inventory } = await readModel(parts, model, caller);
    const { files } = inventory.artifact;
    const { print } = await fingerprintModel(model, files, {
      clock: parts.clock,
      signal: caller.signal,
      everyTensor: true,
    });
    const telling = print.tensors.filter(({ values }) => values !== null).length;
    if (telling === 0) {
      throw new WeighbridgeError(
        'call-invalid',
        `${input.reference} has no weights in F32, F16 or BF16 (safetensors, GGUF)`,
      );
    }
    const name = input.name ?? print.name;
    const { storedAt } = await parts.bases.keep(name, print.revision, {
      ...print,
      name,
      aliases: [...input.aliases],
    } satisfies Json);
    return { name, revision: print.revision, tensors: telling, storedAt };
  } finally {
    await model.close();
  }
}

export async function listBases({ bases }: Parts): Promise<readonly RegisteredBase[]> {
  return (await registeredBases(bases)).map(({ name, revision, tensors }) => ({
    name,
    revision,
    tensors: tensors.filter(({ values }) => values !== null).length,
    storedAt: null,
  }));
}

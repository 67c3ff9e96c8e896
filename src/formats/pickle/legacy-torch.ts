import type { Run } from './program.ts';

/** torch/serialization.py, MAGIC_NUMBER: the first of the five programs of a file by torch.save before 1.6. */
const MAGIC = 0x1950a86a20f9469cfc6cn;
/** Magic number, protocol, system info, the object, keys of the storages; the storages trail. */
const PROGRAMS = 5;
/** Each storage begins with its number of elements. */
const STORAGE_HEADER = 8;

/** Whether these programs are, so far, all of a legacy PyTorch file. */
export function isLegacyTorch(runs: readonly Run[]): boolean {
  const [first] = runs;
  const whole = runs.length === PROGRAMS && runs.every(({ ending }) => ending.kind === 'stopped');
  return whole && first?.ending.kind === 'stopped' && first.ending.value === MAGIC;
}

export type LegacyLayout = { readonly kind: 'exact' } | { readonly kind: 'mismatch'; readonly message: string };

/** Whether the storages that the object names account for every trailing byte. */
export function describeLegacy(runs: readonly Run[], trailing: number): LegacyLayout {
  let expected = 0;
  for (const bytes of runs[PROGRAMS - 2]?.machine.storages.values() ?? []) {
    if (bytes === null) return { kind: 'mismatch', message: 'a storage has a type that is not known' };
    expected += STORAGE_HEADER + bytes;
  }
  if (expected === trailing) return { kind: 'exact' };
  return { kind: 'mismatch', message: `storages should take ${expected} bytes; ${trailing} follow` };
}

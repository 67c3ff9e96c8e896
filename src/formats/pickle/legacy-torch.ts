import type { ByteSource } from '../../kernel/bytes.ts';
import type { Stretch } from '../among-numbers.ts';
import type { Run } from './program.ts';
import { isCollection } from './values.ts';

/** torch/serialization.py, MAGIC_NUMBER: the first of the five programs of a file by torch.save before 1.6. */
const MAGIC = 0x1950a86a20f9469cfc6cn;
/** Likewise, PROTOCOL_VERSION. */
const PROTOCOL = 1001;
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

/** Where the storages lie, in the order of the keys. */
export function legacyStorages(runs: readonly Run[], end: number): readonly Stretch[] {
  const [, , , object, keys] = runs;
  const listed = keys?.ending.kind === 'stopped' ? keys.ending.value : null;
  if (object === undefined || listed === null || !isCollection(listed)) return [];
  const stretches: Stretch[] = [];
  let at = end;
  for (const key of listed.items) {
    const size = typeof key === 'string' ? object.machine.storages.get(key) : undefined;
    if (typeof key !== 'string' || size === undefined || size === null) break;
    stretches.push({ name: `storage ${key}`, start: at + STORAGE_HEADER, size, bytes: true });
    at += STORAGE_HEADER + size;
  }
  return stretches;
}

/** Each count is a read of its own; models have some hundred storages. */
const MOST_COUNTS = 2_000;

/**
 * The first storage before which another number of elements stands than the object asks for, as PyTorch compares them on
 * loading; or null. Storages stand in the order of the keys.
 */
export async function wrongCount(runs: readonly Run[], source: ByteSource, end: number): Promise<string | null> {
  const [, protocol, , object, keys] = runs;
  if (object === undefined || protocol?.ending.kind !== 'stopped' || keys?.ending.kind !== 'stopped') return null;
  if (protocol.ending.value !== PROTOCOL) return 'it is of another protocol';
  const { storages, elements } = object.machine;
  const listed = keys.ending.value;
  if (!isCollection(listed) || listed.length !== storages.size)
    return `the list of keys is not that of the ${storages.size} storages`;
  let at = end;
  // Of a very long list only the first keys are known.
  for (const key of listed.items.slice(0, MOST_COUNTS)) {
    const bytes = typeof key === 'string' ? storages.get(key) : undefined;
    if (typeof key !== 'string' || bytes === undefined || bytes === null) return 'a key is that of no storage';
    const header = await source.read(at, STORAGE_HEADER);
    const count = new DataView(header.buffer, header.byteOffset, header.byteLength).getBigInt64(0, true);
    if (count !== BigInt(elements.get(key) ?? -1)) return `storage ${key} counts ${count} elements`;
    at += STORAGE_HEADER + bytes;
  }
  return null;
}

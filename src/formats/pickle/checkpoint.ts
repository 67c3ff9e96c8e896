import type { Budget } from '../../kernel/budget.ts';
import type { ByteSource } from '../../kernel/bytes.ts';
import { stridesOf } from '../numpy-types.ts';
import type { StridedTensor } from '../strided.ts';
import { describeLegacy, isLegacyTorch } from './legacy-torch.ts';
import { createSession } from './machine.ts';
import { type ArrayBytes, arrayOf, isArray } from './numpy-arrays.ts';
import { type Run, runProgram } from './program.ts';
import { Refused, resultOf } from './refused.ts';
import { stateDictIn } from './state-dict.ts';
import { type CollectionValue, type GlobalValue, isCollection, type ResultValue, type Value } from './values.ts';
import { openWindow } from './window.ts';

/** One tensor of a state dict, as the program describes it. */
export interface CheckpointTensor extends StridedTensor {
  /** Key of its storage: the member `<root>/data/<key>` of a zip, or a name in `storages`. */
  readonly storage: string;
  readonly storageElements: number;
  /** Of an array of NumPy: its storage, which is part of the program. */
  readonly own?: ArrayBytes;
}

export type Checkpoint =
  | {
      readonly kind: 'tensors';
      readonly tensors: readonly CheckpointTensor[];
      /** Which entry of the file they are, as `--key` names it; null for the whole. */
      readonly key: string | null;
      /** Names of what stands beside them: numbers, texts, and with a key anything. */
      readonly leftOut: readonly string[];
      /** Where the storages of a legacy file lie in it, in bytes; empty for the `data.pkl` of a zip. */
      readonly storages: ReadonlyMap<string, { readonly start: number; readonly size: number }>;
    }
  | { readonly kind: 'refused'; readonly reason: string; readonly remedy?: string | undefined };

/** Storage classes, with what safetensors calls their elements, and the bytes of one. */
const DTYPES: ReadonlyMap<string, readonly [string, number]> = new Map([
  ['DoubleStorage', ['F64', 8]],
  ['FloatStorage', ['F32', 4]],
  ['HalfStorage', ['F16', 2]],
  ['BFloat16Storage', ['BF16', 2]],
  ['LongStorage', ['I64', 8]],
  ['IntStorage', ['I32', 4]],
  ['ShortStorage', ['I16', 2]],
  ['CharStorage', ['I8', 1]],
  ['ByteStorage', ['U8', 1]],
  ['BoolStorage', ['BOOL', 1]],
  ['ComplexFloatStorage', ['C64', 8]],
]);

/** Types that only `_rebuild_tensor_v3` writes, whose storages count bytes. */
const UNTYPED: ReadonlyMap<string, readonly [string, number]> = new Map([
  ['float8_e4m3fn', ['F8_E4M3', 1]],
  ['float8_e5m2', ['F8_E5M2', 1]],
  ['float8_e8m0fnu', ['F8_E8M0', 1]],
  ['float8_e4m3fnuz', ['F8_E4M3FNUZ', 1]],
  ['float8_e5m2fnuz', ['F8_E5M2FNUZ', 1]],
  ['uint16', ['U16', 2]],
  ['uint32', ['U32', 4]],
  ['uint64', ['U64', 8]],
]);

/**
 * The tensors and arrays of a state dict, read from the values that its program would make; nothing is unpickled. `bytes` is
 * the `data.pkl` of a PyTorch zip, a whole file by torch.save before 1.6, or a pickle of arrays. Anything in it but names, plain tensors, dicts of
 * such, and plain values beside them, is refused with a reason. Throws OverBudgetError past the budget.
 */
export async function readCheckpoint(
  bytes: ByteSource,
  budget: Budget,
  wanted: string | null = null,
): Promise<Checkpoint> {
  try {
    const runs = await allPrograms(bytes, budget);
    const legacy = isLegacyTorch(runs);
    const main = legacy ? runs[3] : runs[0];
    if (main === undefined || (!legacy && runs.length > 1)) throw new Refused('it holds more than one program');
    if (main.ending.kind !== 'stopped') throw new Refused('its program breaks');
    const { entries, key, leftOut } = stateDictIn(main.ending.value, wanted);
    const arrays = new Map<Value, string>();
    const tensors = entries.map(([name, value]) =>
      isArray(value) ? arrayTensor(name, value, arrays) : tensorOf(name, value),
    );
    const storages = legacy ? storagesOf(runs, tensors, bytes.size) : new Map<string, never>();
    assertBounded(tensors);
    return { kind: 'tensors', tensors, key, leftOut, storages };
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', reason: error.message, remedy: error.remedy };
    throw error;
  }
}

async function allPrograms(bytes: ByteSource, budget: Budget): Promise<Run[]> {
  const window = openWindow(bytes);
  const session = createSession(true);
  const runs: Run[] = [];
  for (let at = 0; at < bytes.size && runs.length < 5; ) {
    const run = await runProgram(window, at, session, budget);
    if (run.ending.kind === 'broken') throw new Refused(`its program ${run.ending.reason}`);
    runs.push(run);
    at = run.ending.end;
  }
  return runs;
}

function tensorOf(name: string, value: Value): CheckpointTensor {
  const parameter = resultOf(value, 'torch._utils._rebuild_parameter');
  const inner = parameter === null ? value : parameter.given?.[0];
  const untyped = resultOf(inner, 'torch._utils._rebuild_tensor_v3');
  const tensor = untyped ?? resultOf(inner, 'torch._utils._rebuild_tensor_v2');
  const [storage, offset, shape, strides, , , named] = tensor?.given ?? [];
  if (tensor === null || storage === undefined) throw new Refused(`${name} is no plain tensor`);
  const { type, key, elements: stored } = storageOf(name, storage);
  const dtype = untyped === null ? DTYPES.get(plainType(type, 'torch')) : untypedOf(type, named);
  if (dtype === undefined) throw new Refused(`${name} is of a type that safetensors has not`);
  const elements = untyped === null ? stored : Math.floor(stored / dtype[1]);
  const described = { shape: numbersOf(name, shape), strides: numbersOf(name, strides) };
  if (!isCount(offset) || described.shape.length !== described.strides.length)
    throw new Refused(`${name} is no plain tensor`);
  assertWithin(name, offset, elements, described);
  return {
    name,
    dtype: dtype[0],
    elementBytes: dtype[1],
    ...described,
    storage: key,
    storageElements: elements,
    offset,
  };
}

/** An array of NumPy as a tensor over a storage of its own; one that has two names is the same storage. */
function arrayTensor(name: string, value: ResultValue, arrays: Map<Value, string>): CheckpointTensor {
  const { type, shape, fortran, bytes } = arrayOf(name, value);
  const storage = arrays.get(value) ?? `array ${arrays.size}`;
  arrays.set(value, storage);
  const elements = shape.reduce((product, length) => product * length, 1);
  // Of a text in UTF-8 the bytes are counted when it is read.
  const length = bytes.kind === 'text' ? bytes.text.length : bytes.kind === 'bytes' ? bytes.length : null;
  if (!Number.isSafeInteger(elements * type.bytes) || (length !== null && length !== elements * type.bytes))
    throw new Refused(`${name} has other bytes than its shape needs`);
  return {
    name,
    dtype: type.dtype,
    elementBytes: type.bytes,
    shape,
    strides: stridesOf(shape, fortran),
    storage,
    storageElements: elements,
    offset: 0,
    own: bytes,
    bigEndian: type.bigEndian,
  };
}

/** The type that `_rebuild_tensor_v3` is given, for a storage of bytes. */
function untypedOf(storage: GlobalValue, named: Value | undefined): readonly [string, number] | undefined {
  const plain = plainType(storage, 'torch.storage') === 'UntypedStorage';
  return plain && isGlobal(named) ? UNTYPED.get(plainType(named, 'torch')) : undefined;
}

function plainType({ module, name }: GlobalValue, within: string): string {
  return module === within ? (name ?? '') : '';
}

function isGlobal(value: Value | undefined): value is GlobalValue {
  return typeof value === 'object' && value !== null && value.kind === 'global';
}

function storageOf(name: string, value: Value): { type: GlobalValue; key: string; elements: number } {
  const id = typeof value === 'object' && value !== null && value.kind === 'persistent' ? value.id : null;
  const [kind, type, key, , elements, view] = isCollection(id) ? id.items : [];
  const plain = kind === 'storage' && typeof key === 'string' && isCount(elements) && (view ?? null) === null;
  if (!plain || !isGlobal(type)) {
    throw new Refused(`${name} has no plain storage`);
  }
  return { type, key, elements };
}

function isCount(value: Value | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function numbersOf(name: string, value: Value | undefined): readonly number[] {
  const items: CollectionValue['items'] = isCollection(value ?? null) ? (value as CollectionValue).items : [null];
  if (!items.every(isCount)) throw new Refused(`${name} has a shape that is not plain`);
  return items;
}

interface Extent {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

/** A view that leaves its storage, or shows an element more than once, is refused: it may be of any size. */
function assertWithin(name: string, offset: number, elements: number, { shape, strides }: Extent): void {
  const count = shape.reduce((product, size) => product * size, 1);
  const last = shape.reduce((sum, size, index) => sum + (size - 1) * (strides[index] ?? 0), offset);
  if (count === 0) return;
  if (count > elements) throw new Refused(`${name} shows elements of its storage more than once`);
  if (!Number.isSafeInteger(last) || last >= elements) throw new Refused(`${name} reaches past its storage`);
}

/** Tensors that share storages are written once each: twice is common (tied embeddings), a hundred times is a bomb. */
const MOST_COPIES = 4;

function assertBounded(tensors: readonly CheckpointTensor[]): void {
  const storages = new Map(
    tensors.map(({ storage, storageElements, elementBytes }) => [storage, storageElements * elementBytes]),
  );
  const stored = [...storages.values()].reduce((sum, bytes) => sum + bytes, 0);
  const written = tensors.reduce(
    (sum, { shape, elementBytes }) => sum + shape.reduce((a, b) => a * b, elementBytes),
    0,
  );
  if (written > MOST_COPIES * stored)
    throw new Refused('its tensors share storages so often that a copy would be many times larger');
}

/** In the order of the fifth program, each after eight bytes that count its elements. */
function storagesOf(runs: readonly Run[], tensors: readonly CheckpointTensor[], size: number) {
  const [last, keys] = [runs.at(-1)?.ending, runs.at(-1)?.ending.kind === 'stopped' ? runs.at(-1) : undefined];
  if (last?.kind !== 'stopped' || keys === undefined || !isCollection(last.value))
    throw new Refused('its storages are not listed');
  if (describeLegacy(runs, size - last.end).kind !== 'exact') throw new Refused('its storages do not fill the file');
  const places = new Map<string, { start: number; size: number }>();
  let at = last.end;
  for (const key of last.value.items) {
    const tensor = tensors.find(({ storage }) => storage === key);
    if (typeof key !== 'string' || tensor === undefined || places.has(key))
      throw new Refused('its storages are not those of its tensors');
    const bytes = tensor.storageElements * tensor.elementBytes;
    places.set(key, { start: at + 8, size: bytes });
    at += 8 + bytes;
  }
  return places;
}

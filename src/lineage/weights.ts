import { createHash } from 'node:crypto';
import { ggufFormat } from '../formats/gguf/reader.ts';
import { GGML_TYPES } from '../formats/gguf/types.ts';
import { safetensorsFormat } from '../formats/safetensors/reader.ts';
import type { Budget } from '../kernel/budget.ts';
import type { ByteSource } from '../kernel/bytes.ts';
import { SAMPLE, type TensorPrint } from './fingerprint.ts';
import { canonicalBytes, roundTo, VALUE_BYTES, widen } from './values.ts';

/** A tensor and where its values lie in its file. */
export interface PlacedTensor {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  /** In bytes from the start of the file. */
  readonly start: number;
  readonly elements: number;
}

/** The tensors of a safetensors or GGUF file, by its header alone; big-endian GGUF has none that are read. */
export async function tensorsIn(
  kind: 'safetensors' | 'gguf',
  bytes: ByteSource,
  budget: Budget,
): Promise<readonly PlacedTensor[]> {
  if (kind === 'safetensors') {
    const { facts } = await safetensorsFormat.read(bytes, { budget, path: '' });
    const dataStart = 8 + facts.headerBytes;
    return facts.tensors.map(({ name, dtype, shape, start }) => placed(name, dtype, shape, dataStart + start));
  }
  const { facts } = await ggufFormat.read(bytes, { budget, path: '' });
  return facts.tensors.map(({ name, type, shape, offset }) => {
    const dtype = facts.littleEndian ? (GGML_TYPES.get(type)?.name ?? `type ${type}`) : 'big-endian';
    return placed(name, dtype, shape.toReversed(), facts.dataStart + offset);
  });
}

function placed(name: string, dtype: string, shape: readonly number[], start: number): PlacedTensor {
  return { name, dtype, shape, start, elements: shape.reduce((product, size) => product * size, 1) };
}

/** Bytes read at once: as many as a disk gives at its best, and no more than a thread may hold. */
const PIECE = 4 * 1024 * 1024;

/** SHA-256 of all bytes of a tensor whose type is decoded; null for another, whose extent is not known here. */
export async function wholeDigest(
  tensor: PlacedTensor,
  bytes: ByteSource,
  signal: AbortSignal,
): Promise<string | null> {
  const width = VALUE_BYTES[tensor.dtype];
  if (width === undefined) return null;
  const [end, hash] = [tensor.start + tensor.elements * width, createHash('sha256')];
  for (let at = tensor.start; at < end; at += PIECE) {
    signal.throwIfAborted();
    hash.update(await bytes.read(at, Math.min(PIECE, end - at)));
  }
  return hash.digest('hex');
}

/** What one tensor is known again by: its values around its middle, in a canonical form. One read. */
export async function printTensor(tensor: PlacedTensor, bytes: ByteSource): Promise<TensorPrint> {
  const { name, dtype, shape, start, elements } = tensor;
  const base = { name, dtype, shape: [...shape], elements, whole: null };
  const width = VALUE_BYTES[dtype];
  if (width === undefined || elements === 0)
    return { ...base, values: null, asF16: null, asBF16: null, constant: false };
  const count = Math.min(elements, SAMPLE);
  const from = Math.floor((elements - count) / 2);
  const values = widen(dtype, await bytes.read(start + from * width, count * width));
  const [first] = values;
  return {
    ...base,
    values: hashOf(values),
    asF16: dtype === 'F16' ? null : hashOf(values.map((value) => roundTo('F16', value))),
    asBF16: dtype === 'BF16' ? null : hashOf(values.map((value) => roundTo('BF16', value))),
    constant: values.every((value) => Object.is(value, first)),
  };
}

function hashOf(values: Float32Array): string {
  return createHash('sha256').update(canonicalBytes(values)).digest('hex');
}

import { MalformedError } from '../../kernel/bytes.ts';
import type { Defect } from '../format.ts';
import type { GgufTensor } from './facts.ts';
import { quoted, readName } from './metadata.ts';
import { GGML_TYPES } from './types.ts';
import { readLength, readU32, readU64, type Stream } from './values.ts';

/** A tensor with the bytes it takes; null where its type is not known or its shape does not fit the type. */
export interface SizedTensor extends GgufTensor {
  readonly bytes: number | null;
  readonly elements: number;
}

/** ggml: GGML_MAX_DIMS. */
const MAX_DIMENSIONS = 4;

export async function readTensors(stream: Stream, count: number, defects: Defect[]): Promise<readonly SizedTensor[]> {
  const names = new Set<string>();
  const tensors: SizedTensor[] = [];
  for (let index = 0; index < count; index++) {
    if (index % 1024 === 0) stream.budget.checkTime();
    const offset = stream.cursor.position();
    const tensor = await readTensor(stream, defects);
    if (names.has(tensor.name)) {
      defects.push({ code: 'duplicate-tensor', message: `the tensor ${quoted(tensor.name)} stands twice`, offset });
    }
    names.add(tensor.name);
    tensors.push(tensor);
  }
  return tensors;
}

async function readTensor(stream: Stream, defects: Defect[]): Promise<SizedTensor> {
  const at = stream.cursor.position();
  const name = await readName(stream, 'tensor name', defects);
  const shape = await readShape(stream);
  const elements = elementsOf(shape, at);
  const type = await readU32(stream);
  const offset = await readU64(stream);
  const bytes = bytesOf({ name, type, shape, offset }, elements, at, defects);
  return { name, type, shape, offset, bytes, elements };
}

async function readShape(stream: Stream): Promise<readonly number[]> {
  const at = stream.cursor.position();
  const dimensions = await readU32(stream);
  if (dimensions > MAX_DIMENSIONS) throw new MalformedError(`a tensor of ${dimensions} dimensions`, at);
  const shape: number[] = [];
  for (let index = 0; index < dimensions; index++) shape.push(await readLength(stream));
  return shape;
}

function elementsOf(shape: readonly number[], at: number): number {
  if (shape.includes(0)) return 0;
  let elements = 1;
  for (const dimension of shape) elements *= dimension;
  if (!Number.isSafeInteger(elements)) throw new MalformedError('a tensor of more elements than any file holds', at);
  return elements;
}

/** A row is the first dimension, and is stored in whole blocks. */
function bytesOf(tensor: GgufTensor, elements: number, at: number, defects: Defect[]): number | null {
  const type = GGML_TYPES.get(tensor.type);
  if (type === undefined) {
    const message = `tensor ${quoted(tensor.name)} is of type ${tensor.type}, which ggml does not know`;
    defects.push({ code: 'unknown-type', message, offset: at });
    return null;
  }
  const [row = 1] = tensor.shape;
  if (row % type.block !== 0) {
    const message = `tensor ${quoted(tensor.name)} has rows of ${row}, not of whole ${type.name} blocks of ${type.block}`;
    defects.push({ code: 'size-mismatch', message, offset: at });
    return null;
  }
  return (elements / type.block) * type.bytes;
}

import type { Defect } from '../format.ts';
import type { ExternalBytes } from '../location.ts';
import { integerOf, integersOf, type Message, messagesOf, textOf } from '../protobuf/message.ts';

/** Bits of one element by TensorProto.DataType; 0 for texts. */
const BITS: ReadonlyMap<number, number> = new Map([
  [1, 32],
  [2, 8],
  [3, 8],
  [4, 16],
  [5, 16],
  [6, 32],
  [7, 64],
  [8, 0],
  [9, 8],
  [10, 16],
  [11, 64],
  [12, 32],
  [13, 64],
  [14, 64],
  [15, 128],
  [16, 16],
  [17, 8],
  [18, 8],
  [19, 8],
  [20, 8],
  [21, 4],
  [22, 4],
  [23, 4],
  [24, 8],
  [25, 2],
  [26, 2],
  [27, 6],
  [28, 6],
]);
const STRING_TYPE = 8;
const RAW_DATA = 9;
const EXTERNAL = 1;
/** Fields of which one at most may carry the values. */
const VALUE_FIELDS: readonly number[] = [4, 5, 6, 7, RAW_DATA, 10, 11];
/** Which of them it is by type, where it is not the one for whole numbers of 32 bits and less. */
const FIELD_OF: ReadonlyMap<number, number> = new Map([
  [1, 4],
  [7, 7],
  [8, 6],
  [11, 10],
  [12, 11],
  [13, 11],
  [14, 4],
  [15, 10],
]);
const SMALL_NUMBERS = 5;
const KNOWN_KEYS = /^(?:location|offset|length|checksum|basepath|prepacked.*)$/;

/** A type of values; 0 says nothing of them. */
export function isElementType(type: number): boolean {
  return type === 0 || BITS.has(type);
}

/** Where a tensor's bytes lie and what is wrong with it. */
export interface TensorTold {
  readonly external: readonly ExternalBytes[];
  readonly foreignKeys: readonly string[];
  readonly defects: readonly Defect[];
}

/** Whether a tensor has the bytes that its type and shape ask for, as onnx.checker demands. */
export function judgeTensor(tensor: Message): TensorTold {
  const entries = messagesOf(tensor, 13).map((entry) => [textOf(entry, 1), textOf(entry, 2), entry] as const);
  const owner = textOf(tensor, 8);
  const isExternal = integerOf(tensor, 14) === EXTERNAL;
  const external = externalOf(entries, owner, isExternal ? askedOf(tensor) : null);
  const problem = isExternal
    ? externalProblem(
        tensor,
        entries.map(([key]) => key),
        external,
      )
    : valueProblem(tensor);
  const cut = entries.some(([, , entry]) => entry.cut.length > 0) ? 'a location is longer than any path' : null;
  const told = problem ?? cut;
  const message = `tensor ${JSON.stringify(owner.slice(0, 80))}: ${told}`;
  return {
    external,
    foreignKeys: entries.map(([key]) => key).filter((key) => !KNOWN_KEYS.test(key)),
    defects: told === null ? [] : [{ code: 'tensor-size', message, offset: tensor.offset }],
  };
}

/** Every location counts, whether or not the tensor says that it is external: loaders differ there. */
function externalOf(
  entries: readonly (readonly [string, string, Message])[],
  owner: string,
  asked: number | null,
): readonly ExternalBytes[] {
  const last = (key: string): string | undefined => entries.findLast(([name]) => name === key)?.[1];
  const [offset, length] = [last('offset'), last('length')];
  return entries
    .filter(([key]) => key === 'location' || key === 'basepath')
    .map(([, location]) => ({
      location,
      offset: offset === undefined ? 0 : numberOf(offset),
      // A length of nought is none (onnx/external_data_helper.py).
      length: length === undefined || length === '0' ? asked : numberOf(length),
      owner,
    }));
}

function numberOf(text: string): number {
  return /^\d{1,15}$/.test(text.trim()) ? Number(text) : Number.NaN;
}

/** Bytes that a tensor needs by its type and shape; null where these say nothing. */
function askedOf(tensor: Message): number | null {
  const bits = BITS.get(integerOf(tensor, 2) ?? 0) ?? 0;
  const dims = integersOf(tensor, 1);
  if (bits === 0 || dims.some((dim) => dim < 0)) return null;
  return Math.ceil((dims.reduce((product, dim) => product * dim, 1) * bits) / 8);
}

function externalProblem(tensor: Message, keys: readonly string[], places: readonly ExternalBytes[]): string | null {
  if (integerOf(tensor, 2) === STRING_TYPE) return 'texts cannot lie in another file';
  if (integersOf(tensor, 1).some((dim) => dim < 0)) return 'a dimension is negative';
  const asked = askedOf(tensor);
  const odd = places.find(({ length }) => length !== null && !Number.isNaN(length) && length !== asked);
  if (asked !== null && odd !== undefined) return `${odd.length} bytes where ${asked} are asked for`;
  if (!keys.includes('location')) return 'it lies in another file, and none is named';
  if (new Set(keys).size !== keys.length) return 'its external data names a thing twice';
  return tensor.opaque.has(RAW_DATA) ? 'it has bytes of its own and lies in another file' : null;
}

function valueProblem(tensor: Message): string | null {
  const type = integerOf(tensor, 2) ?? 0;
  const bits = BITS.get(type);
  const dims = integersOf(tensor, 1);
  if (dims.some((dim) => dim < 0)) return 'a dimension is negative';
  const elements = dims.reduce((product, dim) => product * dim, 1);
  const carriers = VALUE_FIELDS.filter((field) => tensor.opaque.has(field));
  if (carriers.length > 1) return 'its values stand in two fields';
  const raw = tensor.opaque.get(RAW_DATA);
  const texts = tensor.opaque.get(6)?.count ?? 0;
  if (type === STRING_TYPE)
    return raw !== undefined || texts !== elements ? `${elements} texts and ${texts} here` : null;
  if (bits === undefined && (carriers.length > 0 || type !== 0)) return `its type is ${type}, which is none`;
  if (raw === undefined)
    return carriers.length === 0 && elements > 0 && type !== 0
      ? 'it has no values'
      : typedProblem(tensor, type, elements);
  if (bits === undefined) return null;
  const asked = Math.ceil((elements * bits) / 8);
  return raw.count === 1 && raw.bytes === asked ? null : `${raw.bytes} bytes where ${asked} are asked for`;
}

/** Packed floats and doubles have a fixed size; the others are varints of any length. */
function typedProblem(tensor: Message, type: number, elements: number): string | null {
  const [carrier] = VALUE_FIELDS.filter((field) => tensor.opaque.has(field));
  if (carrier !== undefined && carrier !== (FIELD_OF.get(type) ?? SMALL_NUMBERS))
    return 'its values are not of its type';
  const numbers = carrier === undefined || (BITS.get(type) ?? 0) < 8 ? undefined : tensor.short.get(carrier);
  if (numbers !== undefined && (carrier === 7 || carrier === SMALL_NUMBERS)) {
    const count = numbers.filter((byte) => byte < 0x80).length;
    if (tensor.opaque.get(carrier)?.count === 1 && count !== elements)
      return `${count} values where ${elements} are asked for`;
  }
  const width = type === 1 ? 4 : type === 14 ? 8 : type === 11 ? 8 : type === 15 ? 16 : 0;
  const bytes = tensor.opaque.get(type === 1 || type === 14 ? 4 : 10)?.bytes;
  if (width === 0 || bytes === undefined) return null;
  return bytes === width * elements ? null : `${bytes} bytes where ${width * elements} are asked for`;
}

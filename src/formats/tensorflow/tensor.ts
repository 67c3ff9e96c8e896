import { integerOf, integersOf, type Message, messagesOf } from '../protobuf/message.ts';

/** Bytes of an element by DataType (tensorflow/core/framework/types.proto); 0 for texts, resources and variants. */
const WIDTHS: ReadonlyMap<number, number> = new Map(
  Object.entries({
    0: [7, 20, 21],
    1: [4, 6, 10, 11, 12, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33],
    2: [5, 14, 15, 16, 17, 19],
    4: [1, 3, 13, 22],
    8: [2, 8, 9, 23],
    16: [18],
  }).flatMap(([width, types]) => types.map((type): [number, number] => [type, Number(width)])),
);
const [FLOAT, DOUBLE, INT32, STRING, INT64, BOOL] = [1, 2, 3, 7, 9, 10];
const CONTENT = 4;
/** Field of the values by type; the others must be empty, or they carry what nobody reads. */
const VALUE_FIELD: ReadonlyMap<number, number> = new Map([
  [FLOAT, 5],
  [DOUBLE, 6],
  ...[INT32, 4, 5, 6, 11, 12, 13, 15, 16, 17].map((type): [number, number] => [type, 7]),
  ...[29, 30, 31, 32].map((type): [number, number] => [type, 7]),
  [STRING, 8],
  [8, 9],
  [INT64, 10],
  [BOOL, 11],
  [18, 12],
  [14, 13],
  [19, 13],
  [20, 14],
  [21, 15],
  [22, 16],
  [23, 17],
  ...[24, 25, 26, 27, 28, 33].map((type): [number, number] => [type, 18]),
]);
/** Bytes of one value in fields of fixed sizes. */
const FIXED: ReadonlyMap<number, number> = new Map([
  [5, 4],
  [6, 8],
  [9, 4],
  [12, 8],
]);
const VALUES: readonly number[] = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18];
/** 2^63: what a count of elements has to fit into. */
const MOST_ELEMENTS = 2 ** 63;

export interface TensorTold {
  readonly type: number;
  /** By its shape. */
  readonly elements: number;
  /** Values of a small tensor of whole numbers, or of yes and no. */
  readonly numbers: readonly number[] | null;
  /** Why TensorFlow refuses it, or what in it nobody reads. */
  readonly problem: string | null;
}

/** Elements of a shape: null where a dimension is unknown. */
export function elementsOf(shape: Message | undefined): number | null {
  if (shape === undefined || (integerOf(shape, 3) ?? 0) !== 0) return null;
  const dims = messagesOf(shape, 2).map((dim) => integerOf(dim, 1) ?? 0);
  return dims.some((dim) => dim < 0) ? null : dims.reduce((product, dim) => product * dim, 1);
}

/** Whether a constant is one that TensorFlow reads (tensor.cc, Tensor::FromProto), and its numbers where they are few. */
export function tensorOf(tensor: Message): TensorTold {
  const type = integerOf(tensor, 1) ?? 0;
  const shape = messagesOf(tensor, 2).at(-1);
  const elements = shape === undefined ? 1 : elementsOf(shape);
  return {
    type,
    elements: elements ?? 0,
    numbers: numbersOf(tensor, type, elements ?? 0),
    problem: problemOf(tensor, type, elements),
  };
}

function problemOf(tensor: Message, type: number, elements: number | null): string | null {
  const width = WIDTHS.get(type);
  if (width === undefined) return `its type is ${type}, which is none`;
  if (elements === null) return 'its shape is unknown, or a dimension is negative';
  if (elements >= MOST_ELEMENTS) return 'it has more elements than can be counted';
  const own = VALUE_FIELD.get(type);
  const holding = VALUES.filter((field) => countOf(tensor, field) > 0);
  const other = holding.find((field) => field !== own);
  if (other !== undefined) return `values of another type stand in field ${other}`;
  const content = tensor.opaque.get(CONTENT)?.bytes ?? 0;
  if (content > 0) {
    if (holding.length > 0) return 'its values stand in two fields';
    if (width > 0 && content !== width * elements) return `${content} bytes where ${width * elements} are asked for`;
    return null;
  }
  const bytes = FIXED.get(own ?? 0);
  const texts = type === STRING ? (tensor.texts.get(8)?.length ?? 0) : 0;
  const held = bytes === undefined ? texts : (tensor.opaque.get(own ?? 0)?.bytes ?? 0) / bytes;
  const most = type === 8 || type === 18 ? 2 * elements : elements;
  return held > most ? `${held} values where ${most} are asked for` : null;
}

/** How often a field stands there, wanted or not. */
function countOf(tensor: Message, field: number): number {
  return (
    (tensor.opaque.get(field)?.bytes ?? 0) + integersOf(tensor, field).length + (tensor.texts.get(field)?.length ?? 0)
  );
}

/** One value stands for all where fewer are given than the shape has. */
function numbersOf(tensor: Message, type: number, elements: number): readonly number[] | null {
  if (elements < 1 || elements > 16) return null;
  const content = tensor.short.get(CONTENT);
  const given = content === undefined ? integersOf(tensor, VALUE_FIELD.get(type) ?? 0) : unpacked(type, content);
  const [last = 0] = given.slice(-1);
  if (type !== INT32 && type !== INT64 && type !== BOOL) return null;
  return Array.from({ length: elements }, (_, index) => given[index] ?? last);
}

function unpacked(type: number, content: Uint8Array): readonly number[] {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  if (type === BOOL) return [...content];
  if (type === INT32) return Array.from({ length: content.length >> 2 }, (_, index) => view.getInt32(4 * index, true));
  return Array.from({ length: content.length >> 3 }, (_, index) => Number(view.getBigInt64(8 * index, true)));
}

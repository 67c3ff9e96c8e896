import { MalformedError } from '../../kernel/bytes.ts';
import { type FlatBuffer, type FlatTable, numberOf, numbersOf, tableOf, tablesOf } from '../flatbuffer/buffer.ts';

/** What the plans of a program may point at. */
export interface Stores {
  /** Constants that a tensor may name. */
  readonly constants: number;
  /** Bytes from a constant's start to the end of what it may fill; null where that is not told. */
  readonly roomOf: (constant: number) => number | null;
  /** Data of delegates within the program, and segments behind it. */
  readonly inline: number;
  readonly segments: number;
}

interface Plan {
  readonly flat: FlatBuffer;
  readonly size: number;
  readonly values: number;
  readonly buffers: readonly number[];
  readonly stores: Stores;
}

/** Throws MalformedError where a plan names a value, an operator, a buffer or an instruction that is not there. */
export async function assertPlan(flat: FlatBuffer, plan: FlatTable, stores: Stores, size: number): Promise<void> {
  const values = await tablesOf(flat, plan, 2, size);
  const buffers = await numbersOf(flat, plan, 8, 8, size);
  if (buffers.some((bytes) => bytes < 0)) throw new MalformedError('a buffer of no size', plan.position);
  const context = { flat, size, values: values.length, buffers, stores };
  for (const value of values) await assertValue(context, value);
  for (const field of [3, 4]) assertAmong(await numbersOf(flat, plan, field, 4, size), values.length, plan);
  const operators = (await tablesOf(flat, plan, 6, size)).length;
  const delegates = await tablesOf(flat, plan, 7, size);
  for (const delegate of delegates) await assertDelegate(context, delegate);
  const chains = await tablesOf(flat, plan, 5, size);
  if (chains.length === 0) throw new MalformedError('a plan without a chain', plan.position);
  for (const chain of chains) {
    for (const field of [0, 1]) assertAmong(await numbersOf(flat, chain, field, 4, size), values.length, chain);
    const instructions = await tablesOf(flat, chain, 2, size);
    const ends = [operators, delegates.length, values.length, values.length, values.length];
    for (const instruction of instructions) await assertInstruction(context, instruction, ends, instructions.length);
  }
}

function assertAmong(indices: readonly number[], end: number, { position }: FlatTable, least = 0): void {
  const wrong = indices.find((index) => index < least || index >= end);
  if (wrong !== undefined) throw new MalformedError(`${wrong} of ${end} is named`, position);
}

/** KernelCall, DelegateCall, MoveCall, JumpFalseCall, FreeCall; `ends` are how many there are of what each names first. */
const ARGUMENTS = 2;
const MOVE = 3;
const JUMP = 4;

async function assertInstruction(
  { flat, size, values }: Plan,
  instruction: FlatTable,
  ends: readonly number[],
  instructions: number,
): Promise<void> {
  const kind = await kindOf(flat, instruction, ends.length);
  const call = await tableOf(flat, instruction, 1);
  if (call === null) throw new MalformedError('an instruction without arguments', instruction.position);
  assertAmong([await numberOf(flat, call, 0)], ends[kind - 1] ?? 0, call);
  if (kind <= ARGUMENTS) assertAmong(await numbersOf(flat, call, 1, 4, size), values, call);
  if (kind === MOVE) assertAmong([await numberOf(flat, call, 1)], values, call);
  // A jump may lead behind the last one.
  if (kind === JUMP) assertAmong([await numberOf(flat, call, 1)], instructions + 1, call);
}

/** Which of a union's tables it is. */
async function kindOf(flat: FlatBuffer, { field, position }: FlatTable, last: number): Promise<number> {
  const at = field(0);
  const kind = at === null ? 0 : await flat.u8(at);
  if (kind < 1 || kind > last) throw new MalformedError('a value of no kind', position);
  return kind;
}

const LAST_KIND = 11;
const NULL = 1;
const TENSOR = 5;
const TEXT = 6;
const INTEGERS = 7;
const TENSORS = 10;
const OPTIONAL_TENSORS = 11;

async function assertValue(plan: Plan, value: FlatTable): Promise<void> {
  const { flat, size, values } = plan;
  const kind = await kindOf(flat, value, LAST_KIND);
  const held = await tableOf(flat, value, 1);
  if (held === null) throw new MalformedError('a value without its content', value.position);
  if (kind === TENSOR) return assertTensor(plan, held);
  // Lists of numbers, and of tensors, are indices of other values.
  if (kind === INTEGERS) assertAmong(await numbersOf(flat, held, 0, 8, size), values, held);
  if (kind === TENSORS) assertAmong(await numbersOf(flat, held, 0, 4, size), values, held);
  if (kind === OPTIONAL_TENSORS) assertAmong(await numbersOf(flat, held, 0, 4, size), values, held, -1);
  if (kind >= TEXT && kind !== NULL && held.field(0) === null)
    throw new MalformedError('a list that is not there', held.position);
}

/** Bytes of an element by ScalarType (schema/scalar_type.fbs). */
const WIDTHS: ReadonlyMap<number, number> = new Map([
  ...[0, 1, 11, 12, 13, 16, 17, 23, 24, 25, 26].map((type): [number, number] => [type, 1]),
  ...[2, 5, 15, 22, 27].map((type): [number, number] => [type, 2]),
  ...[3, 6, 14, 28].map((type): [number, number] => [type, 4]),
  ...[4, 7, 29].map((type): [number, number] => [type, 8]),
]);
const MOST_DIMENSIONS = 16;
const LAST_DYNAMISM = 2;

async function assertTensor(plan: Plan, tensor: FlatTable): Promise<void> {
  const { flat, size, stores } = plan;
  const at = tensor.field(0);
  const width = WIDTHS.get(at === null ? 0 : await flat.u8(at));
  const sizes = await numbersOf(flat, tensor, 2, 4, size);
  const order = await numbersOf(flat, tensor, 3, 1, size);
  const dynamism = tensor.field(8);
  const fault = (text: string): MalformedError => new MalformedError(text, tensor.position);
  if (width === undefined) throw fault('a tensor of no type');
  if (sizes.length > MOST_DIMENSIONS || sizes.some((each) => each < 0)) throw fault('a tensor of no shape');
  if (
    order.length !== sizes.length ||
    new Set(order).size !== order.length ||
    order.some((each) => each >= sizes.length)
  )
    throw fault('a tensor whose dimensions have no order');
  if ((await numberOf(flat, tensor, 1)) !== 0) throw fault('a tensor that begins elsewhere');
  if (dynamism !== null && (await flat.u8(dynamism)) > LAST_DYNAMISM) throw fault('a shape of no kind');
  const bytes = sizes.reduce((product, each) => product * each, width);
  const allocation = await tableOf(flat, tensor, 6);
  const constant = await numberOf(flat, tensor, 5);
  if (allocation !== null) return assertAllocation(plan, allocation, bytes);
  if (await isElsewhere(flat, tensor)) return;
  if (constant < 0 || (constant > 0 && constant >= stores.constants))
    throw fault(`constant ${constant} of ${stores.constants}`);
  const room = constant === 0 ? null : stores.roomOf(constant);
  if (room !== null && bytes > room) throw fault(`a tensor of ${bytes} bytes in ${room}`);
}

/** Data of a tensor in another file, by its name. */
async function isElsewhere(flat: FlatBuffer, tensor: FlatTable): Promise<boolean> {
  const extra = await tableOf(flat, tensor, 9);
  const location = extra?.field(2) ?? null;
  return location !== null && (await flat.u8(location)) === 1;
}

/** Buffers are counted from one: the first size stands for nothing. */
async function assertAllocation({ flat, buffers }: Plan, allocation: FlatTable, bytes: number): Promise<void> {
  const buffer = await numberOf(flat, allocation, 0);
  const low = (await numberOf(flat, allocation, 1)) >>> 0;
  const high = (await numberOf(flat, allocation, 2)) >>> 0;
  const room = buffer < 1 ? undefined : buffers[buffer];
  if (room === undefined) throw new MalformedError(`buffer ${buffer} of ${buffers.length}`, allocation.position);
  const end = high * 2 ** 32 + low + bytes;
  if (end > room) throw new MalformedError(`a tensor that ends at ${end} of a buffer of ${room}`, allocation.position);
}

async function assertDelegate({ flat, stores }: Plan, delegate: FlatTable): Promise<void> {
  const reference = await tableOf(flat, delegate, 1);
  if (reference === null) throw new MalformedError('a delegate without data', delegate.position);
  const at = reference.field(0);
  const place = at === null ? 0 : await flat.u8(at);
  if (place > 1) throw new MalformedError('data of a delegate in no place', reference.position);
  assertAmong([await numberOf(flat, reference, 1)], place === 0 ? stores.inline : stores.segments, reference);
}

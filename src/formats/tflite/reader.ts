import { OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError, sliceOf } from '../../kernel/bytes.ts';
import { filesAmong, MOST, type Stretch } from '../among-numbers.ts';
import {
  type FlatBuffer,
  type FlatTable,
  flatBuffer,
  flatText,
  numbersOf,
  tablesOf,
  vectorOf,
} from '../flatbuffer/buffer.ts';
import { verifyFlat } from '../flatbuffer/verify.ts';
import type { Defect, Format, Part, ReadContext, ReaderResult } from '../format.ts';
import type { OperatorUse } from '../location.ts';
import { standsAt } from '../magic.ts';
import { type OperatorCounter, operatorCounter } from '../protobuf/operators.ts';
import { archiveBehind } from './archive.ts';
import { claimsTflite } from './claims.ts';
import { TFLITE_SCHEMA } from './schema.ts';
import { HIGHEST_BUILTIN, type Node, STEPPING, type Tensor, wrongNodes } from './wiring.ts';

/**
 * TensorFlow Lite models (tensorflow/lite/schema/schema.fbs, version 3): sub-graphs, operators, the sizes of constant
 * tensors, and the files that were put behind the model as a zip, which are handed out.
 *
 * Defects:
 * - `bad-index`: an operator or tensor names one that is not there; the runtime refuses the file or reads past a list.
 * - `wiring`: an operator takes what nothing makes, or shapes that it refuses; an operator or a shape that there is not.
 * - `tensor-size`: a constant has other bytes than its shape asks for.
 * - `trailing-bytes`: what follows the model is no archive of its files.
 */
export const tfliteFormat: Format<'tflite'> = {
  id: 'tflite',
  claims: claimsTflite,
  read,
};
const CUSTOM = 32;
/** Bytes of an element by TensorType; others are not held against their shape. */
const WIDTHS: ReadonlyMap<number, number> = new Map([
  [0, 4],
  [1, 2],
  [2, 4],
  [3, 1],
  [4, 8],
  [6, 1],
  [7, 2],
  [9, 1],
]);
/** Zeros up to the next boundary, or to that of an archive. */
const SLACK = 64;

async function read(bytes: ByteSource, context: ReadContext): Promise<ReaderResult<'tflite'>> {
  const flat = flatBuffer(bytes, context.budget);
  if (!standsAt(await flat.bytes(0, Math.min(8, bytes.size)), 4, 'TFL3'))
    throw new MalformedError('no TFL3 at byte 4', 4);
  const lists = await verifyFlat(flat, TFLITE_SCHEMA, 'Model', bytes.size);
  const model = await flat.root();
  const walk: Walk = { flat, size: bytes.size, defects: [], behind: [] };
  const codes = await operatorCodes(walk, model);
  const buffers = await bufferSizes(walk, model);
  const graphs = await tablesOf(flat, model, 2, bytes.size);
  if (graphs.length === 0) throw new MalformedError('a model without a graph', model.position);
  const uses = operatorCounter();
  let tensors = 0;
  for (const graph of graphs) {
    const own = await tablesOf(flat, graph, 0, bytes.size);
    tensors += own.length;
    const known: Tensor[] = [];
    for (const tensor of own) known.push(await checkTensor(walk, tensor, buffers));
    for (const field of [1, 2]) await checkPlaces(walk, graph, field, own.length);
    const nodes = await countOperators(walk, graph, codes, uses, own.length);
    const inputs = await numbersOf(flat, graph, 1, 4, bytes.size);
    for (const { message, table } of wrongNodes(nodes, known, inputs))
      if (walk.defects.length < 50) walk.defects.push({ code: 'wiring', message, offset: table.position });
  }
  for (const metadata of await tablesOf(flat, model, 6, bytes.size)) await flatText(flat, metadata, 0, bytes.size);
  await flatText(flat, model, 3, bytes.size);
  await tablesOf(flat, model, 7, bytes.size);
  const behind = await filesBehind(bytes, flat.end());
  const within = await filesAmong(bytes, [...lists, ...walk.behind]);
  const facts = {
    format: 'tflite',
    operators: uses.uses(),
    subgraphs: graphs.length,
    tensors,
  } as const;
  return {
    facts,
    parts: [...behind.parts, ...within],
    defects: [...walk.defects, ...behind.defects],
    coverage: 'structure',
  };
}

interface Walk {
  readonly flat: FlatBuffer;
  readonly size: number;
  readonly defects: Defect[];
  /** Buffers that lie behind the tables. */
  readonly behind: Stretch[];
}

interface Code extends Pick<OperatorUse, 'domain' | 'type'> {
  readonly number: number;
}

async function operatorCodes({ flat, size, defects }: Walk, model: FlatTable): Promise<readonly Code[]> {
  const codes: Code[] = [];
  for (const code of await tablesOf(flat, model, 1, size)) {
    const [old, now] = [code.field(0), code.field(3)];
    // Codes past 127 did not fit into the old field; the larger of both counts.
    const number = Math.max(old === null ? 0 : await flat.u8(old), now === null ? 0 : await flat.i32(now));
    const name = await flatText(flat, code, 1, size);
    if ((number < 0 || number > HIGHEST_BUILTIN) && defects.length < 50)
      defects.push({ code: 'wiring', message: `there is no operator of the number ${number}`, offset: code.position });
    codes.push({
      number,
      ...(number === CUSTOM ? { domain: 'custom', type: name } : { domain: '', type: String(number) }),
    });
  }
  return codes;
}

async function bufferSizes({ flat, size, behind }: Walk, model: FlatTable): Promise<readonly number[]> {
  const sizes: number[] = [];
  for (const buffer of await tablesOf(flat, model, 4, size)) {
    const data = await vectorOf(flat, buffer, 0, 1, size);
    const [offsetAt, sizeAt] = [buffer.field(1), buffer.field(2)];
    const [offset, length] = [
      offsetAt === null ? 0 : await flat.u64(offsetAt),
      sizeAt === null ? 0 : await flat.u64(sizeAt),
    ];
    // 0 and 1 are what writers put before they know; larger ones point past the tables.
    if (offset > 1) {
      if (offset + length > size) throw new MalformedError('a buffer reaches past the end', buffer.position);
      flat.touch(offset + length);
      if (behind.length < MOST) behind.push({ name: `buffer@${offset}`, start: offset, size: length, bytes: true });
    }
    sizes.push(offset > 1 ? length : (data?.length ?? 0));
  }
  return sizes;
}

async function checkTensor(
  { flat, size, defects }: Walk,
  tensor: FlatTable,
  buffers: readonly number[],
): Promise<Tensor> {
  const name = await flatText(flat, tensor, 3, size);
  const note = (code: string, message: string): void => {
    if (defects.length < 50)
      defects.push({
        code,
        message: `tensor ${JSON.stringify(name.slice(0, 80))}: ${message}`,
        offset: tensor.position,
      });
  };
  const [typeAt, bufferAt] = [tensor.field(1), tensor.field(2)];
  const buffer = bufferAt === null ? 0 : await flat.u32(bufferAt);
  const held = buffers[buffer];
  if (held === undefined) {
    note('bad-index', `there is no buffer ${buffer}`);
    return { shape: null, given: true };
  }
  const shape = await vectorOf(flat, tensor, 0, 4, size);
  const width = WIDTHS.get(typeAt === null ? 0 : await flat.u8(typeAt));
  const dimensions: number[] = [];
  for (let each = 0; each < Math.min(shape?.length ?? 0, 64); each++)
    dimensions.push(await flat.i32((shape?.start ?? 0) + 4 * each));
  const elements = dimensions.reduce((product, dimension) => product * dimension, 1);
  if (dimensions.some((dimension) => dimension < -1) || Math.abs(elements) > MOST_ELEMENTS)
    note('wiring', `a shape of ${dimensions.join('x')}`);
  // Sparse tensors are shorter than their shape.
  else if (held > 0 && width !== undefined && tensor.field(6) === null && elements * width !== held)
    note('tensor-size', `${held} bytes where ${elements * width} are asked for`);
  const variable = tensor.field(5);
  const signature = await vectorOf(flat, tensor, 7, 4, size);
  const open =
    (signature?.length ?? 0) > 0 || dimensions.some((dimension) => dimension <= 0) || dimensions.length === 0;
  return {
    shape: open ? null : dimensions,
    given: held > 0 || elements === 0 || (variable !== null && (await flat.u8(variable)) !== 0),
  };
}

/** Inputs and outputs of the operators of one graph. */
const MOST_KEPT = 4_000_000;

/** More than any machine holds. */
const MOST_ELEMENTS = 2 ** 40;

/** How far operators go at once along both axes (Conv2DOptions and its like: the fields behind the padding). */
async function stepsOf({ flat }: Walk, operator: FlatTable, code: number): Promise<readonly number[]> {
  if (!STEPPING.has(code)) return [];
  const at = operator.field(4);
  if (at === null) return [0];
  const options = await flat.table(at + (await flat.u32(at)));
  const steps: number[] = [];
  for (const place of [options.field(1), options.field(2)]) steps.push(place === null ? 0 : await flat.i32(place));
  return steps;
}

/** Tensors that a graph or an operator takes and gives; minus one stands for none. */
async function checkPlaces(
  { flat, size, defects }: Walk,
  table: FlatTable,
  field: number,
  tensors: number,
): Promise<void> {
  const list = await vectorOf(flat, table, field, 4, size);
  for (let each = 0; each < (list?.length ?? 0); each++) {
    const index = await flat.i32((list?.start ?? 0) + 4 * each);
    if (index >= -1 && index < tensors) continue;
    defects.push({ code: 'bad-index', message: `there is no tensor ${index}`, offset: table.position });
    return;
  }
}

async function countOperators(
  walk: Walk,
  graph: FlatTable,
  codes: readonly Code[],
  uses: OperatorCounter,
  tensors: number,
): Promise<readonly Node[]> {
  const { flat, size, defects } = walk;
  const nodes: Node[] = [];
  let kept = 0;
  for (const operator of await tablesOf(flat, graph, 3, size)) {
    for (const field of [1, 2]) await checkPlaces(walk, operator, field, tensors);
    const at = operator.field(0);
    const index = at === null ? 0 : await flat.u32(at);
    const code = codes[index];
    for (const [field, width] of [
      [1, 4],
      [2, 4],
      [5, 1],
    ] as const)
      await vectorOf(flat, operator, field, width, size);
    if (code === undefined)
      defects.push({ code: 'bad-index', message: `there is no operator ${index}`, offset: operator.position });
    else {
      uses.add({ domain: code.domain, type: code.type, offset: operator.position, within: 'graph' });
      const inputs = await numbersOf(flat, operator, 1, 4, size);
      const outputs = await numbersOf(flat, operator, 2, 4, size);
      // Operators may share a list, which is then as long as all of them.
      kept += inputs.length + outputs.length;
      if (kept > MOST_KEPT) throw new OverBudgetError('operators of more tensors than any has');
      nodes.push({
        code: code.number,
        inputs,
        outputs,
        steps: await stepsOf(walk, operator, code.number),
        table: operator,
      });
    }
  }
  return nodes;
}

interface Behind {
  readonly parts: readonly Part[];
  readonly defects: readonly Defect[];
}

function isEmpty(gap: Uint8Array): boolean {
  return gap.every((byte) => byte === 0);
}

/** What follows the tables and buffers: nothing, zeros up to the next boundary, or an archive of files. */
async function filesBehind(bytes: ByteSource, end: number): Promise<Behind> {
  const rest = bytes.size - end;
  if (rest <= 0) return { parts: [], defects: [] };
  const tail = await bytes.read(end, Math.min(rest, 4 * SLACK));
  const begins = Buffer.from(tail).indexOf('PK\x03\x04', 0, 'latin1');
  if (begins >= 0 && begins <= SLACK && isEmpty(tail.subarray(0, begins))) {
    return { parts: [{ name: 'associated files', bytes: await archiveBehind(bytes, end + begins) }], defects: [] };
  }
  if (rest <= SLACK && isEmpty(tail)) return { parts: [], defects: [] };
  const message = `${rest} bytes behind the model belong to nothing`;
  // Whoever put them there takes them out again: a pickle is told as what it does.
  const parts = [{ name: `trailing@${end}`, bytes: sliceOf(bytes, end, rest) }];
  return { parts, defects: [{ code: 'trailing-bytes', message, offset: end }] };
}

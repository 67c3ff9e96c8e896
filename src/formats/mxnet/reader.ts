import { OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { filesAmong, type Stretch } from '../among-numbers.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { claimsMxnet } from './claims.ts';

/**
 * Parameters of MXNet (src/ndarray/ndarray.cc, NDArray::Save): a list of arrays, dense or sparse, and a list of their names.
 * Nothing in it can run, but arrays that are files; that arrays and names fill the file exactly is proved.
 */
export const mxnetFormat: Format<'mxnet'> = {
  id: 'mxnet',
  claims: claimsMxnet,
  read,
};
const V1 = 0xf993fac8;
const V2 = 0xf993fac9;
const V3 = 0xf993faca;
const DENSE = 0;
/** Element types by number: float32, float64, float16, uint8, int32, int8, int64, bool, int16, uint16, uint32, uint64, bfloat16. */
const WIDTHS: readonly number[] = [4, 8, 2, 1, 4, 1, 8, 1, 2, 2, 4, 8, 2];
const MOST = 1_000_000;
const MOST_SIDES = 32;
const LONGEST_NAME = 65_536;

class Walk {
  at = 0;
  private readonly source: ByteSource;

  constructor(source: ByteSource) {
    this.source = source;
  }

  async number(width: 4 | 8): Promise<number> {
    const bytes = await this.source.read(this.at, width);
    this.at += width;
    const view = new DataView(bytes.buffer, bytes.byteOffset, width);
    const value = width === 4 ? view.getUint32(0, true) : Number(view.getBigUint64(0, true));
    if (!Number.isSafeInteger(value)) throw new MalformedError('a number out of all bounds', this.at - width);
    return value;
  }

  async text(length: number): Promise<string> {
    if (length > LONGEST_NAME) throw new MalformedError(`a name of ${length} bytes`, this.at);
    const bytes = await this.source.read(this.at, length);
    this.at += length;
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (cause) {
      throw new MalformedError('a name that is no UTF-8', this.at - length, { cause });
    }
  }

  skip(length: number): void {
    if (length > this.source.size - this.at) throw new MalformedError(`${length} bytes that are not there`, this.at);
    this.at += length;
  }
}

async function read(source: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'mxnet'>> {
  const walk = new Walk(source);
  walk.skip(16);
  const arrays = await walk.number(8);
  if (arrays > MOST) throw new OverBudgetError(`${arrays} arrays`);
  const stretches: Stretch[] = [];
  for (let index = 0; index < arrays; index++) {
    budget.spend('entries', 1);
    budget.checkTime();
    await readArray(walk, stretches);
  }
  const count = await walk.number(8);
  if (count !== 0 && count !== arrays) throw new MalformedError(`${count} names for ${arrays} arrays`, walk.at - 8);
  const names = new Set<string>();
  for (let index = 0; index < count; index++) {
    const at = walk.at;
    const name = await walk.text(await walk.number(8));
    if (names.has(name)) throw new MalformedError('two arrays of one name', at);
    names.add(name);
  }
  if (walk.at !== source.size) throw new MalformedError(`${source.size - walk.at} bytes after the last name`, walk.at);
  const parts = await filesAmong(source, stretches);
  return { facts: { format: 'mxnet', arrays, names: [...names] }, parts, defects: [], coverage: 'structure' };
}

/** An array without sides has no more than its head, but for those of NumPy's semantics, which have one value. */
async function readArray(walk: Walk, stretches: Stretch[]): Promise<void> {
  const magic = await walk.number(4);
  const told = magic === V2 || magic === V3 ? await walk.number(4) : DENSE;
  const indices = INDICES[told];
  if (indices === undefined) throw new MalformedError(`storage type ${told}`, walk.at - 4);
  const modern = magic === V1 || magic === V2 || magic === V3;
  const width = modern ? 8 : 4;
  const stored = indices === 0 ? null : await elementsOf(walk, await walk.number(4), 8);
  const sides = modern ? await walk.number(4) : magic;
  const elements = await elementsOf(walk, sides, width);
  if (sides === 0 && magic !== V3) return;
  const [device, number] = [await walk.number(4), await walk.number(4)];
  if (!DEVICES.has(device) || number > MOST_DEVICES)
    throw new MalformedError(`device ${number} of kind ${device}`, walk.at - 8);
  const bytes = await widthOf(walk);
  const lists: number[] = [];
  for (let index = 0; index < indices; index++) {
    const each = await widthOf(walk);
    lists.push(each * (await elementsOf(walk, await walk.number(4), 8)));
  }
  const size = (stored ?? elements) * bytes;
  stretches.push({ name: `values@${walk.at}`, start: walk.at, size, bytes: bytes === 1 });
  walk.skip(size);
  for (const list of lists) walk.skip(list);
}

/** By storage type: dense, rows, compressed rows; how many lists of indices each has beside its values. */
const INDICES: readonly number[] = [0, 1, 2];
/** The processor, a graphics card, and two kinds of memory of the processor's. */
const DEVICES: ReadonlySet<number> = new Set([1, 2, 3, 5]);
const MOST_DEVICES = 1024;

async function elementsOf(walk: Walk, sides: number, width: 4 | 8): Promise<number> {
  if (sides > MOST_SIDES) throw new MalformedError(`an array of ${sides} dimensions`, walk.at - 4);
  let elements = 1;
  for (let index = 0; index < sides; index++) elements *= await walk.number(width);
  return elements;
}

async function widthOf(walk: Walk): Promise<number> {
  const type = await walk.number(4);
  const width = WIDTHS[type];
  if (width === undefined) throw new MalformedError(`element type ${type}`, walk.at - 4);
  return width;
}

import { OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';

/**
 * Parameters of MXNet (src/ndarray/ndarray.cc, NDArray::Save): a list of arrays and a list of their names. Nothing in it
 * can run; that arrays and names fill the file exactly is proved.
 */
export const mxnetFormat: Format<'mxnet'> = {
  id: 'mxnet',
  claims: (_path, head) => MAGIC.every((byte, index) => head[index] === byte),
  read,
};

/** kMXAPINDArrayListMagic, and eight bytes that are reserved. */
const MAGIC = [0x12, 0x01, 0, 0, 0, 0, 0, 0];
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
    return new TextDecoder().decode(bytes);
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
  for (let index = 0; index < arrays; index++) {
    budget.spend('entries', 1);
    budget.checkTime();
    await readArray(walk);
  }
  const count = await walk.number(8);
  if (count !== 0 && count !== arrays) throw new MalformedError(`${count} names for ${arrays} arrays`, walk.at - 8);
  const names: string[] = [];
  for (let index = 0; index < count; index++) names.push(await walk.text(await walk.number(8)));
  if (walk.at !== source.size) throw new MalformedError(`${source.size - walk.at} bytes after the last name`, walk.at);
  return { facts: { format: 'mxnet', arrays, names }, parts: [], defects: [], coverage: 'structure' };
}

/** Only dense arrays, which is what models are saved as. */
async function readArray(walk: Walk): Promise<void> {
  const magic = await walk.number(4);
  if (magic === V2 || magic === V3) {
    const storage = await walk.number(4);
    if (storage !== DENSE) throw new MalformedError(`storage type ${storage}`, walk.at - 4);
  }
  const modern = magic === V1 || magic === V2 || magic === V3;
  const sides = modern ? await walk.number(4) : magic;
  if (sides > MOST_SIDES) throw new MalformedError(`an array of ${sides} dimensions`, walk.at - 4);
  let elements = 1;
  for (let index = 0; index < sides; index++) elements *= await walk.number(modern ? 8 : 4);
  if (sides === 0 && magic !== V3) return;
  walk.skip(8);
  const type = await walk.number(4);
  const width = WIDTHS[type];
  if (width === undefined) throw new MalformedError(`element type ${type}`, walk.at - 4);
  walk.skip(elements * width);
}

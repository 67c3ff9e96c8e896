import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { sequenceOver } from '../sequence.ts';

/** Bytes of one value, by nc_type. */
const WIDTHS: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 4, 6: 8, 7: 1, 8: 2, 9: 4, 10: 8, 11: 8 };
const DIMENSION = 10;
const VARIABLE = 11;
const ATTRIBUTE = 12;
/** NC_MAX_VARS of old, and then some. */
const MOST = 65_536;

export interface Variable {
  readonly begin: number;
  /** Of all of it, or of one record; without padding. */
  readonly bytes: number;
  readonly record: boolean;
}

export interface Header {
  readonly version: number;
  /** Null while it is being written: as many as the file holds. */
  readonly records: number | null;
  readonly variables: readonly Variable[];
  readonly end: number;
}

/** The header of a classic file (NetCDF Users' Guide, File Format Specifications). Throws MalformedError. */
export async function readHeader(source: ByteSource, budget: Budget): Promise<Header> {
  const fields = sequenceOver(source, 3);
  const version = await fields.u8();
  const i32 = async (): Promise<number> => view(await fields.bytes(4)).getUint32(0);
  const i64 = async (): Promise<number> => {
    const value = Number(view(await fields.bytes(8)).getBigUint64(0));
    if (value > Number.MAX_SAFE_INTEGER && value < STREAMED) throw new MalformedError('a number past all bounds', 0);
    return value;
  };
  const count = version === 5 ? i64 : i32;
  const offset = version === 1 ? i32 : i64;
  const skipName = async (): Promise<void> => fields.skip(padded(await count()));
  const list = async (tag: number, one: () => Promise<void>): Promise<void> => {
    const at = fields.position();
    const [found, length] = [await i32(), await count()];
    if (found === 0 && length === 0) return;
    if (found !== tag) throw new MalformedError(`a list of kind ${found} where ${tag} belongs`, at);
    if (length > MOST) throw new OverBudgetError(`${length} entries of one list`);
    for (let index = 0; index < length; index++) {
      budget.spend('opcodes', 1);
      await one();
    }
  };
  const width = async (): Promise<number> => {
    const at = fields.position();
    const bytes = WIDTHS[await i32()];
    if (bytes === undefined) throw new MalformedError('values of an unknown type', at);
    return bytes;
  };
  const attribute = async (): Promise<void> => {
    await skipName();
    const bytes = await width();
    fields.skip(padded(bytes * (await count())));
  };
  const records = await count();
  const dimensions: number[] = [];
  await list(DIMENSION, async () => {
    await skipName();
    dimensions.push(await count());
  });
  await list(ATTRIBUTE, attribute);
  const variables: Variable[] = [];
  await list(VARIABLE, async () => {
    await skipName();
    const rank = await count();
    if (rank > MOST) throw new OverBudgetError(`${rank} dimensions`);
    const shape: number[] = [];
    for (let index = 0; index < rank; index++) {
      budget.spend('opcodes', 1);
      const length = dimensions[await count()];
      if (length === undefined) throw new MalformedError('a dimension that does not exist', fields.position());
      shape.push(length);
    }
    await list(ATTRIBUTE, attribute);
    const each = await width();
    await count();
    const record = shape[0] === 0;
    const bytes = (record ? shape.slice(1) : shape).reduce((product, length) => product * length, each);
    variables.push({ begin: await offset(), bytes, record });
  });
  const known = records < (version === 5 ? STREAMED : 0xffff_ffff);
  return { version, records: known ? records : null, variables, end: fields.position() };
}

/** All bits set: the number of records is that of the file. */
const STREAMED = 2 ** 64;

export function padded(bytes: number): number {
  return Math.ceil(bytes / 4) * 4;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

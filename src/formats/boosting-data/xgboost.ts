import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { type Sequence, sequenceOver } from '../sequence.ts';
import { XGBOOST_MARK } from './claims.ts';
import type { BoostingDataFacts } from './facts.ts';

/** `DataType` of include/xgboost/data.h. */
const WIDTHS: ReadonlyMap<number, number> = new Map([
  [1, 4],
  [2, 8],
  [3, 4],
  [4, 8],
]);
const TEXT = 5;
/** A document of UBJSON, whose type says text. */
const CATEGORIES = 'cats';
const MOST_FIELDS = 64;
const LONGEST_NAME = 64;
const CELL = 8;

/**
 * A buffer of XGBoost (dmlc/xgboost 1.0 to 3.2, `MetaInfo::SaveBinary` in src/data/data.cc and `SaveToLocalFile` in
 * src/data/simple_dmatrix.cc): fields with their names, then where rows begin, then the cells. Throws MalformedError.
 */
export async function readXgboostBuffer(source: ByteSource, budget: Budget): Promise<BoostingDataFacts> {
  const fields = sequenceOver(source, XGBOOST_MARK.length);
  fields.skip(3 * 4);
  const count = await fields.u64();
  if (count > MOST_FIELDS) throw new MalformedError(`${count} fields`, fields.position());
  const scalars = new Map<string, number>();
  for (let index = 0; index < count; index++) await readField(fields, scalars, budget);
  const starts = await fields.u64();
  fields.skip(8 * starts);
  const cells = await fields.u64();
  fields.skip(CELL * cells);
  if (fields.left() !== 0) throw new MalformedError(`${fields.left()} bytes after the cells`, fields.position());
  const rows = scalars.get('num_row') ?? 0;
  if (starts !== rows + 1) throw new MalformedError(`${starts} places of ${rows} rows`, 0);
  if (cells !== scalars.get('num_nonzero')) throw new MalformedError(`${cells} cells, which is not their number`, 0);
  return { format: 'boosting-data', library: 'xgboost', rows, columns: scalars.get('num_col') ?? 0 };
}

async function readField(fields: Sequence, scalars: Map<string, number>, budget: Budget): Promise<void> {
  const at = fields.position();
  const length = await fields.u64();
  if (length > LONGEST_NAME) throw new MalformedError(`a name of ${length} bytes`, at);
  const name = new TextDecoder('latin1').decode(await fields.bytes(length));
  if (!/^[a-z_]+$/.test(name)) throw new MalformedError('a name with other characters than fields have', at);
  const type = await fields.u8();
  const width = WIDTHS.get(type) ?? 0;
  if (width === 0 && type !== TEXT) throw new MalformedError(`${name} of an unknown type, ${type}`, at);
  if ((await fields.u8()) !== 0) {
    if (width !== 8) throw new MalformedError(`${name} is no number`, at);
    scalars.set(name, await fields.u64());
    return;
  }
  fields.skip(2 * 8);
  const count = await fields.u64();
  if (type !== TEXT || name === CATEGORIES) return fields.skip(count * Math.max(width, 1));
  for (let index = 0; index < count; index++) {
    budget.spend('opcodes', 1);
    fields.skip(await fields.u64());
  }
}

import type { Budget } from '../../kernel/budget.ts';
import { MalformedError } from '../../kernel/bytes.ts';
import type { Sequence } from '../sequence.ts';

/** Lists of an inverted file: 16 times the most that are used for a billion vectors. */
const MOST_LISTS = 16 * 1024 * 1024;
const [ARRAY, HASH_TABLE] = [1, 2] as const;

/** Which list each of `count` vectors is in, where the index can tell. */
export async function takeDirectMap(fields: Sequence, count: number): Promise<void> {
  const at = fields.position();
  const kind = await fields.u8();
  const places = await fields.u64();
  if (kind > HASH_TABLE || places !== (kind === ARRAY ? count : 0))
    throw new MalformedError(`a map of kind ${kind} with ${places} places for ${count} vectors`, at);
  fields.skip(8 * places);
  if (kind !== HASH_TABLE) return;
  const pairs = await fields.u64();
  if (pairs > count) throw new MalformedError(`a map of ${pairs} places for ${count} vectors`, at);
  fields.skip(16 * pairs);
}

/** Lists in the file itself; those in another file, which the index would name, are not known here. `code`: bytes of a vector, null where it is not known. */
export async function takeLists(
  { fields, budget }: { readonly fields: Sequence; readonly budget: Budget },
  frame: ReadonlyMap<string, number>,
  code: number | null,
): Promise<void> {
  const at = fields.position();
  const kind = new TextDecoder('latin1').decode(await fields.bytes(4));
  if (kind === 'il00') return;
  if (kind !== 'ilar' && kind !== 'ilbl')
    throw new MalformedError(`inverted lists of an unknown kind, ${JSON.stringify(kind)}`, at);
  const lists = await fields.u64();
  // Lists of blocks have no width of one code.
  const width = Number(await fields.i64());
  if (lists !== frame.get('lists') || lists > MOST_LISTS) throw new MalformedError(`${lists} lists`, at);
  if (kind === 'ilbl') return takeBlocks(fields, budget, lists);
  if (code !== null && width !== code)
    throw new MalformedError(`vectors of ${width} bytes where ${code} are asked for`, at);
  const entries = await entriesOf(fields, budget, lists);
  // Of an index that keeps a vector once, others stand elsewhere.
  if (entries > (frame.get('n') ?? entries))
    throw new MalformedError(`${entries} vectors in lists of ${frame.get('n')}`, at);
  fields.skip(entries * (width + 8));
}

async function entriesOf(fields: Sequence, budget: Budget, lists: number): Promise<number> {
  const at = fields.position();
  const kind = new TextDecoder('latin1').decode(await fields.bytes(4));
  const sparse = kind === 'sprs';
  if (!sparse && kind !== 'full') throw new MalformedError(`sizes of an unknown kind, ${JSON.stringify(kind)}`, at);
  const sizes = await fields.u64();
  if (sparse ? sizes > 2 * lists || sizes % 2 !== 0 : sizes !== lists)
    throw new MalformedError(`${sizes} sizes of ${lists} lists`, at);
  let entries = 0;
  for (let index = 0; index < sizes; index++) {
    if (index % 4096 === 0) budget.checkTime();
    const size = await fields.u64();
    if (!sparse || index % 2 === 1) entries += size;
    else if (size >= lists) throw new MalformedError(`list ${size} of ${lists}`, at);
  }
  return entries;
}

/** Lists whose codes stand in blocks: how many vectors and bytes a block has, and for each list its ids and its codes. */
async function takeBlocks(fields: Sequence, budget: Budget, lists: number): Promise<void> {
  const at = fields.position();
  const perBlock = await fields.u64();
  const block = await fields.u64();
  if (perBlock === 0) throw new MalformedError('blocks of no vectors', at);
  for (let index = 0; index < lists; index++) {
    if (index % 4096 === 0) budget.checkTime();
    const ids = await fields.u64();
    fields.skip(8 * ids);
    const codes = await fields.u64();
    if (codes !== Math.ceil(ids / perBlock) * block)
      throw new MalformedError(`${codes} bytes of codes for ${ids} vectors`, fields.position());
    fields.skip(codes);
  }
}

import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { StataFacts } from './facts.ts';
import { fieldsOver } from './fields.ts';

const RELEASES: ReadonlySet<number> = new Set([113, 114, 115]);
/** Of byte, int, long, float and double; numbers below are texts of that length. */
const WIDTHS: Readonly<Record<number, number>> = { 251: 1, 252: 2, 253: 4, 254: 4, 255: 8 };
const LONGEST_TEXT = 244;
const HEADER_REST = 81 + 18;
const NAME = 33;

/** Releases 113 to 115 (Stata 8 to 12): a header, tables of fixed width, the observations, labels up to the end. */
export async function readOld(source: ByteSource, budget: Budget): Promise<StataFacts> {
  const fields = fieldsOver(source);
  const release = await fields.u8();
  if (!RELEASES.has(release)) throw new MalformedError(`release ${release}`, 0);
  const order = await fields.u8();
  if (order !== 1 && order !== 2) throw new MalformedError(`an order of bytes called ${order}`, 1);
  const little = order === 2;
  fields.skip(2);
  const variables = await fields.number(2, little);
  const observations = await fields.number(4, little);
  fields.skip(HEADER_REST);
  let row = 0;
  for (let index = 0; index < variables; index++) {
    budget.spend('opcodes', 1);
    const type = await fields.u8();
    const bytes = type >= 1 && type <= LONGEST_TEXT ? type : WIDTHS[type];
    if (bytes === undefined) throw new MalformedError(`a variable of type ${type}`, fields.position() - 1);
    row += bytes;
  }
  const format = release === 113 ? 12 : 49;
  fields.skip(NAME * variables + 2 * (variables + 1) + (format + NAME + 81) * variables);
  for (let more = true; more; ) {
    budget.spend('opcodes', 1);
    const kind = await fields.u8();
    const length = await fields.number(4, little);
    more = kind !== 0 || length !== 0;
    fields.skip(length);
  }
  fields.skip(row * observations);
  while (fields.left() > 0) {
    budget.spend('opcodes', 1);
    const length = await fields.number(4, little);
    fields.skip(NAME + 3 + length);
  }
  return { format: 'stata', release, variables, observations };
}

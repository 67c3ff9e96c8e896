import { describe, expect, it } from 'vitest';
import { createBudget } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { flatBuffer } from './buffer.ts';
import { flatSchema, verifyFlat } from './verify.ts';

/** A name, a number, a table like itself, a list of numbers, and one of two tables. */
const SCHEMA = flatSchema(`
Root s 4 :Root [4 1 u:-,Root,Other
Other s
`);

const FIELDS = 6;
const ROOT = 4 + 2 * (2 + FIELDS);
/** Where the fields of the root lie. */
const AT = {
  name: ROOT + 4,
  number: ROOT + 8,
  inner: ROOT + 12,
  list: ROOT + 16,
  choice: ROOT + 20,
  chosen: ROOT + 24,
};
const TABLE = 28;
const NAME = ROOT + TABLE;
const LIST = NAME + 8;
/** A table without fields, which has its own list of them. */
const EMPTY = LIST + 12 + 4;

/** A whole buffer, with words changed: `[where, what]`. */
function buffer(...changes: readonly (readonly [number, number])[]): Uint8Array {
  const bytes = Buffer.alloc(EMPTY + 4);
  bytes.writeUInt32LE(ROOT, 0);
  bytes.writeUInt16LE(2 * (2 + FIELDS), 4);
  bytes.writeUInt16LE(TABLE, 6);
  for (let field = 0; field < FIELDS; field++) bytes.writeUInt16LE(4 + 4 * field, 8 + 2 * field);
  bytes.writeInt32LE(ROOT - 4, ROOT);
  bytes.writeUInt32LE(NAME - AT.name, AT.name);
  bytes.writeUInt32LE(7, AT.number);
  bytes.writeUInt32LE(EMPTY - AT.inner, AT.inner);
  bytes.writeUInt32LE(LIST - AT.list, AT.list);
  bytes.writeUInt8(2, AT.choice);
  bytes.writeUInt32LE(EMPTY - AT.chosen, AT.chosen);
  bytes.writeUInt32LE(3, NAME);
  bytes.write('abc\0', NAME + 4, 'latin1');
  bytes.writeUInt32LE(2, LIST);
  bytes.writeUInt16LE(4, EMPTY - 4);
  bytes.writeUInt16LE(4, EMPTY - 2);
  bytes.writeInt32LE(4, EMPTY);
  for (const [at, value] of changes) bytes.writeUInt32LE(value, at);
  return new Uint8Array(bytes);
}

async function verified(bytes: Uint8Array): Promise<string> {
  const flat = flatBuffer(
    sourceOf(bytes),
    createBudget(() => 0),
  );
  try {
    await verifyFlat(flat, SCHEMA, 'Root', bytes.length);
    return 'sound';
  } catch (error) {
    if (error instanceof MalformedError) return error.message;
    throw error;
  }
}

describe('the verifier of flatbuffers', () => {
  it('finds nothing wrong with what a builder writes', async () => {
    expect(await verified(buffer())).toBe('sound');
  });

  it.each([
    ['a root that is no table', [[0, ROOT + 1]], 'a table is not where tables are'],
    ['a name nowhere', [[AT.name, 0]], 'an offset leads nowhere'],
    ['a name that goes back', [[AT.name, 0xfffffff0]], 'an offset leads nowhere'],
    ['a name past the end', [[AT.name, 4000]], 'an offset leads nowhere'],
    [
      'a name that is not where lists are',
      [[AT.name, NAME - AT.name + 1]],
      'a value is not where values of its size are',
    ],
    ['a name without its end', [[NAME, 2]], 'a text without its end'],
    ['a name that is too long', [[NAME, 4000]], 'a list reaches past the end'],
    ['numbers past the end', [[LIST, 40]], 'a list reaches past the end'],
    ['a table that is none', [[AT.inner, NAME - AT.inner]], 'a table is not where tables are'],
    ['a choice of what is none', [[AT.chosen, NAME - AT.chosen]], 'a table is not where tables are'],
    ['a table in itself', [[AT.inner, 0]], 'an offset leads nowhere'],
  ] as const)('refuses %s', async (_, changes, message) => {
    expect(await verified(buffer(...changes))).toBe(message);
  });

  it('takes a table that others point at once', async () => {
    expect(await verified(buffer([AT.choice, 1]))).toBe('sound');
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBudget, OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { sqliteFormat } from './reader.ts';

const PAGE = 1024;

/** A database of one page whose schema has these rows. */
function database(...rows: readonly (readonly [string, string])[]): Uint8Array {
  const page = Buffer.alloc(PAGE);
  page.write('SQLite format 3\0', 'latin1');
  page.writeUInt16BE(PAGE, 16);
  page.writeUInt32BE(1, 24);
  page.writeUInt32BE(1, 28);
  page.writeUInt32BE(1, 56);
  page.writeUInt32BE(1, 92);
  page[100] = 0x0d;
  page.writeUInt16BE(rows.length, 103);
  let end = PAGE;
  for (const [index, [type, sql]] of rows.entries()) {
    const values = [type, 'n', 'n', null, sql].map((text) => Buffer.from(text ?? '', 'utf8'));
    const serials = values.flatMap((value, at) => (at === 3 ? [0] : varint(13 + 2 * value.length)));
    const payload = Buffer.concat([Buffer.from([serials.length + 1, ...serials]), ...values]);
    const cell = Buffer.concat([Buffer.from([...varint(payload.length), index + 1]), payload]);
    end -= cell.length;
    cell.copy(page, end);
    page.writeUInt16BE(end, 108 + 2 * index);
  }
  return page;
}

function varint(value: number): readonly number[] {
  return value < 128 ? [value] : [0x80 | (value >> 7), value & 0x7f];
}

const read = (bytes: Uint8Array) => sqliteFormat.read(sourceOf(bytes), { path: 'x.db', budget: createBudget(() => 0) });

describe('a database of SQLite', () => {
  it('is read for its tables', async () => {
    const { facts } = await read(
      database(['table', 'CREATE TABLE edit (a)'], ['table', 'CREATE VIRTUAL TABLE t USING fts5(a)']),
    );
    expect(facts).toEqual({ format: 'sqlite', tables: 2, reaches: [] });
  });

  it.each([
    ['trigger', "CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT load_extension('x'); END", 'load_extension(…)'],
    ['view', "CREATE VIEW v AS SELECT writefile('x', 1)", 'writefile(…)'],
    ['table', 'CREATE VIRTUAL TABLE v USING "evil" (a)', 'a table of kind evil'],
  ])('tells of a %s that reaches out', async (type, sql, said) => {
    expect((await read(database([type, sql]))).facts.reaches).toEqual([said]);
  });

  it('is refused when it is cut, or longer than it says', async () => {
    const whole = database(['table', 'CREATE TABLE a (b)']);
    await expect(read(whole.subarray(0, 900))).rejects.toThrow(MalformedError);
    await expect(read(Buffer.concat([whole, Buffer.alloc(PAGE)]))).rejects.toThrow(MalformedError);
  });

  it('answers changed bytes with facts or a refusal', async () => {
    const whole = database(['table', 'CREATE TABLE a (b)'], ['view', 'CREATE VIEW v AS SELECT 1']);
    await fc.assert(
      fc.asyncProperty(fc.nat(PAGE - 1), fc.nat(255), async (at, byte) => {
        const changed = Uint8Array.from(whole);
        changed[at] = byte;
        const answer = await read(changed).catch((error: unknown) => error);
        expect(
          answer instanceof MalformedError ||
            answer instanceof OverBudgetError ||
            Object.hasOwn(Object(answer), 'facts'),
        ).toBe(true);
      }),
    );
  });
});

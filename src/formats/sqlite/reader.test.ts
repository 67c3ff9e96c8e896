import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBudget, OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { sqliteFormat } from './reader.ts';

const PAGE = 1024;

/** A database whose schema has these rows; tables are empty, a page each. */
function database(...rows: readonly (readonly [type: string, sql: string])[]): Buffer {
  const trees = rows.map(([type, sql]) => type === 'table' && !sql.includes('VIRTUAL'));
  const pages = 1 + trees.filter(Boolean).length;
  const file = Buffer.alloc(pages * PAGE);
  const page = file.subarray(0, PAGE);
  page.write('SQLite format 3\0', 'latin1');
  page.writeUInt16BE(PAGE, 16);
  page.set([1, 1, 0, 64, 32, 32], 18);
  page.writeUInt32BE(1, 24);
  page.writeUInt32BE(pages, 28);
  page.writeUInt32BE(1, 56);
  page.writeUInt32BE(1, 92);
  page[100] = 0x0d;
  page.writeUInt16BE(rows.length, 103);
  let [end, last] = [PAGE, 1];
  for (const [index, [type, sql]] of rows.entries()) {
    const root = trees[index] === true ? ++last : 0;
    const values = [type, `n${index}`, `n${index}`, root, sql].map((value) =>
      typeof value === 'number' ? Buffer.from([value]) : Buffer.from(value, 'utf8'),
    );
    const serials = values.flatMap((value, at) => (at === 3 ? [1] : varint(13 + 2 * value.length)));
    const payload = Buffer.concat([Buffer.from([serials.length + 1, ...serials]), ...values]);
    const cell = Buffer.concat([Buffer.from([...varint(payload.length), index + 1]), payload]);
    end -= cell.length;
    cell.copy(page, end);
    page.writeUInt16BE(end, 108 + 2 * index);
  }
  page.writeUInt16BE(end, 105);
  for (let at = PAGE; at < file.length; at += PAGE) {
    file[at] = 0x0d;
    file.writeUInt16BE(PAGE, at + 5);
  }
  return file;
}

/** A database of one view, whose statement goes on over pages behind the first (fileformat2, 1.6). */
function overflowing(sql: string): Buffer {
  const length = 13 + 2 * sql.length;
  const values = Buffer.from(`viewvv\0${sql}`, 'latin1');
  const wide = [0x80 | (length >> 14), 0x80 | ((length >> 7) & 0x7f), length & 0x7f].flatMap((byte, at) =>
    at === 0 && length >= 2 ** 21 ? [0x80 | (length >> 21), 0x80 | ((length >> 14) & 0x7f)] : [byte],
  );
  const header = [21, 15, 15, 1, ...wide];
  const payload = Buffer.concat([Buffer.from([header.length + 1, ...header]), values]);
  const least = Math.floor(((PAGE - 12) * 32) / 255) - 23;
  const spread = least + ((payload.length - least) % (PAGE - 4));
  const local = spread <= PAGE - 35 ? spread : least;
  const rest = payload.subarray(local);
  const more = Math.ceil(rest.length / (PAGE - 4));
  const file = Buffer.concat([database(), Buffer.alloc(more * PAGE)]);
  const size = payload.length;
  const cell = Buffer.concat([
    Buffer.from([0x80 | (size >> 14), 0x80 | ((size >> 7) & 0x7f), size & 0x7f, 1]),
    payload.subarray(0, local),
    Buffer.from([0, 0, 0, 2]),
  ]);
  file.writeUInt32BE(1 + more, 28);
  file.writeUInt16BE(1, 103);
  file.writeUInt16BE(PAGE - cell.length, 105);
  file.writeUInt16BE(PAGE - cell.length, 108);
  cell.copy(file, PAGE - cell.length);
  for (let page = 0; page < more; page++) {
    file.writeUInt32BE(page + 1 < more ? page + 3 : 0, (page + 1) * PAGE);
    rest.copy(file, (page + 1) * PAGE + 4, page * (PAGE - 4), (page + 1) * (PAGE - 4));
  }
  return file;
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

  it.each<[string, string, (file: Buffer) => void]>([
    ['a page that nothing leads to', 'nothing leads to page 3', (file) => file.writeUInt32BE(3, 28)],
    ['a list of free pages that is none', 'page 2 lists 262144 free pages', (file) => file.writeUInt32BE(2, 32)],
    ['more free pages than it lists', '1 free pages by the header, 0', (file) => file.writeUInt32BE(1, 36)],
    ['a page of no kind', 'page 2 is of kind 7', (file) => file.writeUInt8(7, PAGE)],
    ['more cells than there is room for', 'page 2 has 600 cells', (file) => file.writeUInt16BE(600, PAGE + 3)],
    ['bytes that are nothing', 'page 2 has 24 bytes that are nothing', (file) => file.writeUInt16BE(1000, PAGE + 5)],
    ['free room past the end', 'page 2 has free room at 1022', (file) => file.writeUInt16BE(1022, PAGE + 1)],
  ])('is damaged with %s', async (_, said, change) => {
    const made = database(['table', 'CREATE TABLE a (b)']);
    const file = Buffer.concat([made, Buffer.alloc(said.includes('page 3') ? PAGE : 0)]);
    change(file);
    expect((await read(file)).defects.map(({ message }) => message).join()).toContain(said);
  });

  it.each([
    ['no statement', 'table', 'a (b)'],
    ['a quote that does not close', 'view', "CREATE VIEW v AS SELECT 'a"],
    ['a parenthesis that does not', 'table', 'CREATE TABLE a (b'],
    ['a trigger of no table', 'trigger', 'CREATE TRIGGER g AFTER INSERT ON a BEGIN SELECT 1; END'],
    ['a row of no kind', 'tabel', 'CREATE TABLE a (b)'],
  ])('is damaged with a schema of %s', async (_, type, sql) => {
    expect((await read(database([type, sql]))).defects.map(({ code }) => code)).toContain('schema');
  });

  it.each([
    ['trigger', "CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT load_extension('x'); END", 'load_extension(…)'],
    ['view', "CREATE VIEW v AS SELECT writefile('x', 1)", 'writefile(…)'],
    ['table', 'CREATE VIRTUAL TABLE v USING "evil" (a)', 'a table of kind evil'],
  ])('tells of a %s that reaches out', async (type, sql, said) => {
    expect((await read(database([type, sql]))).facts.reaches).toEqual([said]);
  });

  it('is refused when it has more pages than are kept in mind', async () => {
    const whole = database(['table', 'CREATE TABLE a (b)']);
    whole.writeUInt32BE(2, 92);
    const source = {
      size: PAGE * 2 ** 40,
      read: async (offset: number, length: number) =>
        Buffer.concat([whole, Buffer.alloc(length)]).subarray(offset, offset + length),
    };
    const context = { path: 'x.db', budget: createBudget(() => 0) };
    await expect(sqliteFormat.read(source, context)).rejects.toThrow(OverBudgetError);
  });

  it('hides no call behind a megabyte of remarks', async () => {
    const { facts } = await read(overflowing(`CREATE VIEW v AS SELECT /*${'x'.repeat(1_100_000)}*/ writefile('x', 1)`));
    expect(facts.reaches).toEqual(['writefile(…)']);
  });

  it('is refused when it is cut, or longer than it says', async () => {
    const whole = database(['table', 'CREATE TABLE a (b)']);
    await expect(read(whole.subarray(0, 2000))).rejects.toThrow(MalformedError);
    await expect(read(Buffer.concat([whole, Buffer.alloc(PAGE)]))).rejects.toThrow(MalformedError);
  });

  it('answers changed bytes with facts or a refusal', async () => {
    const whole = database(['table', 'CREATE TABLE a (b)'], ['view', 'CREATE VIEW v AS SELECT 1']);
    await fc.assert(
      fc.asyncProperty(fc.nat(2 * PAGE - 1), fc.nat(255), async (at, byte) => {
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

import { MalformedError } from '../../kernel/bytes.ts';
import { serialsOf, sizeOf } from './record.ts';
import type { Layout } from './tree.ts';

/** One row of `sqlite_schema`. */
export interface SchemaRow {
  readonly type: string;
  readonly name: string;
  readonly table: string;
  /** Page where its tree begins; 0 where it has none. */
  readonly root: number;
  readonly sql: string;
}

/** Type, name, table, root page and statement (fileformat2, 2.6). */
export function schemaRow(payload: Uint8Array, { encoding }: Layout): SchemaRow {
  const record = serialsOf(payload);
  if (record === null || record.serials.length !== 5)
    throw new MalformedError('a row of the schema without five values', 0);
  let at = record.values;
  const values = record.serials.map((serial) => {
    const bytes = payload.subarray(at, at + sizeOf(serial));
    at += sizeOf(serial);
    return { serial, bytes };
  });
  const text = (index: number): string => {
    const { serial = 0, bytes = payload.subarray(0, 0) } = values[index] ?? {};
    return serial >= 13 && serial % 2 === 1 ? decoded(bytes, encoding) : '';
  };
  const root = values[3];
  const number = root === undefined || root.serial === 0 ? 0 : root.serial === 9 ? 1 : unsigned(root.bytes);
  return { type: text(0), name: text(1), table: text(2), root: number, sql: text(4) };
}

function unsigned(bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}

const KINDS: ReadonlySet<string> = new Set(['table', 'index', 'view', 'trigger']);
/** Virtual tables have no tree. */
const VIRTUAL = /^\s*CREATE\s+VIRTUAL\b/i;
const CREATES: Readonly<Record<string, RegExp>> = {
  table: /^\s*CREATE\s+(?:VIRTUAL\s+)?TABLE\b/i,
  index: /^\s*CREATE\s+(?:UNIQUE\s+)?INDEX\b/i,
  view: /^\s*CREATE\s+VIEW\b/i,
  trigger: /^\s*CREATE\s+TRIGGER\b/i,
};

/** What SQLite would call a malformed schema (src/prepare.c, sqlite3InitCallback); null where it would not. */
export function schemaProblem(rows: readonly SchemaRow[]): string | null {
  const names = new Set<string>();
  const tables = new Set(
    rows.filter(({ type }) => type === 'table' || type === 'view').map(({ name }) => name.toLowerCase()),
  );
  for (const { type, name, table, root, sql } of rows) {
    if (!KINDS.has(type) || name === '') return `a row of the schema of kind ${JSON.stringify(type.slice(0, 40))}`;
    if (sql === '' ? type !== 'index' : CREATES[type]?.test(sql) !== true || !closes(sql))
      return `the statement of ${type} ${JSON.stringify(name.slice(0, 80))} is none`;
    const hasTree = type === 'index' || (type === 'table' && !VIRTUAL.test(sql));
    if (hasTree !== root > 0) return `${type} ${JSON.stringify(name.slice(0, 80))} begins at page ${root}`;
    const key = `${type === 'view' ? 'table' : type} ${name.toLowerCase()}`;
    if (names.has(key)) return `two of the schema are called ${JSON.stringify(name.slice(0, 80))}`;
    names.add(key);
    if ((type === 'index' || type === 'trigger') && !tables.has(table.toLowerCase()))
      return `${type} ${JSON.stringify(name.slice(0, 80))} is of no table`;
  }
  return null;
}

const CLOSING: Readonly<Record<string, string>> = { "'": "'", '"': '"', '`': '`', '[': ']' };

/** Whether quotes and parentheses of a statement close. */
function closes(sql: string): boolean {
  let depth = 0;
  for (let at = 0; at < sql.length; at++) {
    const sign = sql[at] ?? '';
    const end = CLOSING[sign];
    if (sign === '-' && sql[at + 1] === '-') at = after(sql, '\n', at);
    else if (sign === '/' && sql[at + 1] === '*') at = after(sql, '*/', at + 2);
    else if (end !== undefined) {
      at = sql.indexOf(end, at + 1);
      if (at < 0) return false;
    } else if (sign === '(') depth++;
    else if (sign === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

/** Comments may go on to the end. */
function after(sql: string, end: string, at: number): number {
  const found = sql.indexOf(end, at);
  return found < 0 ? sql.length : found + end.length - 1;
}

function decoded(bytes: Uint8Array, encoding: Layout['encoding']): string {
  if (encoding === 'utf-16be')
    return Buffer.from(bytes.slice(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  return Buffer.from(bytes).toString(encoding === 'utf-8' ? 'utf8' : 'utf16le');
}

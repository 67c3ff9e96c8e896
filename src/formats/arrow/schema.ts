import { type FlatBuffer, type FlatTable, flatText, tablesOf, vectorOf } from '../flatbuffer/buffer.ts';

/** A column's extension type: its name, and what its library reads to make it. */
export interface Extension {
  readonly name: string;
  readonly metadata: Uint8Array;
}

/** Nesting of columns; genuine tables stay under ten. */
const DEPTH = 64;
const NAME_KEY = 'ARROW:extension:name';
const METADATA_KEY = 'ARROW:extension:metadata';
/** Schema.fbs: fields of Schema, Field and KeyValue by their number. */
const SCHEMA_FIELDS = 1;
const FIELD_CHILDREN = 5;
const FIELD_METADATA = 6;

/** Extension types of a schema's columns, inner ones included; answers how many columns there are. */
export async function readSchema(
  flat: FlatBuffer,
  schema: FlatTable,
  size: number,
  extensions: Extension[],
): Promise<number> {
  const columns = await tablesOf(flat, schema, SCHEMA_FIELDS, size);
  const open = columns.map((table) => ({ table, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const extension = await extensionOf(flat, next.table, size);
    if (extension !== null) extensions.push(extension);
    if (next.depth >= DEPTH) continue;
    for (const table of await tablesOf(flat, next.table, FIELD_CHILDREN, size)) {
      open.push({ table, depth: next.depth + 1 });
    }
  }
  return columns.length;
}

async function extensionOf(flat: FlatBuffer, field: FlatTable, size: number): Promise<Extension | null> {
  let name: string | null = null;
  let metadata = new Uint8Array(0);
  for (const pair of await tablesOf(flat, field, FIELD_METADATA, size)) {
    const key = await flatText(flat, pair, 0, size);
    if (key === NAME_KEY) name = await flatText(flat, pair, 1, size);
    if (key !== METADATA_KEY) continue;
    const value = await vectorOf(flat, pair, 1, 1, size);
    if (value !== null) metadata = new Uint8Array(await flat.bytes(value.start, value.length));
  }
  return name === null ? null : { name, metadata };
}

import { BYTES, type FieldShape, type MessageShape, NUMBERS, nested, shapeOf, VARINTS, WORDS } from './shape.ts';

const KINDS: Readonly<Record<string, FieldShape>> = { s: WORDS, b: BYTES, v: VARINTS, n: NUMBERS };

/** Makes a message of the table, of which `wanted` fields are kept. */
export type MessageTable = (name: string, wanted?: Readonly<Record<number, FieldShape>>) => MessageShape;

/**
 * Messages from a table of one a line: its name, then its fields by number, `s` for strings, `b` for bytes, `v` for
 * varints, `n` for numbers of a fixed size, `:Name` for messages.
 */
export function messageTable(text: string): MessageTable {
  const lines = text.trim().split('\n');
  const rows = new Map(lines.map((line) => line.split(' ')).map(([name = '', ...fields]) => [name, fields]));
  const built = new Map<string, MessageShape>();
  const make: MessageTable = (name, wanted = {}) => {
    const own = Object.fromEntries((rows.get(name) ?? []).map(fieldOf));
    return shapeOf(name, { ...own, ...wanted });
  };
  const plain = (name: string): MessageShape => {
    const before = built.get(name);
    if (before !== undefined) return before;
    const shape = make(name);
    built.set(name, shape);
    return shape;
  };
  const fieldOf = (field: string): [number, FieldShape] => {
    const [number = '', message] = field.split(':');
    if (message !== undefined) return [Number(number), nested(() => plain(message))];
    return [Number.parseInt(number, 10), KINDS[number.at(-1) ?? ''] ?? BYTES];
  };
  return make;
}

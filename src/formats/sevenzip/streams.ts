import { OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { byte, count, digests, expectKind, type Fields, number, take } from './fields.ts';

/** One step of packing. */
export interface Coder {
  /** The method's number in hexadecimal: `030101` is LZMA. */
  readonly method: string;
  readonly properties: Uint8Array;
}

/** Members that are packed together. */
export interface Folder {
  /** From the packed bytes on: what one unpacks goes to the next. */
  readonly coders: readonly Coder[];
  /** Whether one stream goes through all of them. */
  readonly plain: boolean;
  readonly packedStreams: number;
  /** Of what each coder unpacks to, in their order. */
  readonly sizes: readonly number[];
  crc: number | null;
}

export interface Streams {
  readonly packedStart: number;
  readonly packedSizes: readonly number[];
  readonly folders: readonly Folder[];
  /** Sizes and CRCs of the members of each folder. */
  readonly members: readonly (readonly { readonly size: number; readonly crc: number | null }[])[];
}

/** Kinds of properties (7zFormat.txt, 'Property IDs'). */
const [END, PACKED, UNPACKED, SUBSTREAMS, SIZE, CRC, FOLDER, CODER_SIZES, MEMBERS] = [
  0, 6, 7, 8, 9, 10, 11, 12, 13,
] as const;
const MOST_CODERS = 8;
const MOST_PROPERTIES = 4096;

/** Reads where packed streams lie, and what becomes of them (7zFormat.txt, 'Streams Info'). */
export function readStreams(fields: Fields): Streams {
  let packed = { packedStart: 0, packedSizes: [] as readonly number[] };
  let folders: readonly Folder[] = [];
  let members: Streams['members'] | null = null;
  for (let kind = byte(fields); kind !== END; kind = byte(fields)) {
    if (kind === PACKED) packed = readPacked(fields);
    else if (kind === UNPACKED) folders = readFolders(fields);
    else if (kind === SUBSTREAMS) members = readMembers(fields, folders);
    else throw new MalformedError(`a property of the unknown kind ${kind}`, fields.at);
  }
  const whole = folders.map(({ sizes, crc }) => [{ size: sizes.at(-1) ?? 0, crc }]);
  return { ...packed, folders, members: members ?? whole };
}

function readPacked(fields: Fields): { readonly packedStart: number; readonly packedSizes: readonly number[] } {
  const packedStart = number(fields);
  const streams = count(fields, LIMITS.archiveEntries);
  let packedSizes: readonly number[] = [];
  for (let kind = byte(fields); kind !== END; kind = byte(fields)) {
    if (kind === SIZE) packedSizes = Array.from({ length: streams }, () => number(fields));
    else if (kind === CRC) digests(fields, streams);
    else throw new MalformedError(`a property of the unknown kind ${kind}`, fields.at);
  }
  return { packedStart, packedSizes };
}

function readFolders(fields: Fields): readonly Folder[] {
  expectKind(fields, FOLDER);
  const length = count(fields, LIMITS.archiveEntries);
  if (byte(fields) !== 0) throw new MalformedError('folders are described elsewhere', fields.at);
  const shapes = Array.from({ length }, () => readFolder(fields));
  expectKind(fields, CODER_SIZES);
  const folders = shapes.map(({ outputs, order, coders, ...shape }): Folder => {
    const sizes = Array.from({ length: outputs }, () => number(fields));
    if (!shape.plain) return { ...shape, coders, sizes, crc: null };
    const sorted = <T>(values: readonly T[]): T[] => order.flatMap((index) => values.slice(index, index + 1));
    return { ...shape, coders: sorted(coders), sizes: sorted(sizes), crc: null };
  });
  for (let kind = byte(fields); kind !== END; kind = byte(fields)) {
    if (kind !== CRC) throw new MalformedError(`a property of the unknown kind ${kind}`, fields.at);
    for (const [index, crc] of digests(fields, length).entries()) {
      const folder = folders[index];
      if (folder !== undefined) folder.crc = crc;
    }
  }
  return folders;
}

interface Shape extends Omit<Folder, 'sizes' | 'crc'> {
  readonly outputs: number;
  readonly order: readonly number[];
}

function readFolder(fields: Fields): Shape {
  const length = number(fields);
  if (length === 0 || length > MOST_CODERS) throw new OverBudgetError(`${length} coders in one folder`);
  const coders: Coder[] = [];
  let [inputs, outputs] = [0, 0];
  for (let index = 0; index < length; index++) {
    const flags = byte(fields);
    const method = Buffer.from(take(fields, flags & 15)).toString('hex');
    const complex = (flags & 0x10) !== 0;
    inputs += complex ? number(fields) : 1;
    outputs += complex ? number(fields) : 1;
    const size = (flags & 0x20) === 0 ? 0 : number(fields);
    if (size > MOST_PROPERTIES) throw new OverBudgetError(`${size} bytes of properties`);
    coders.push({ method, properties: take(fields, size).slice() });
  }
  if (inputs > MOST_CODERS * 4 || outputs > MOST_CODERS * 4)
    throw new OverBudgetError('too many streams in one folder');
  const bound = Math.max(0, outputs - 1);
  const bonds = Array.from({ length: bound }, () => ({ input: number(fields), output: number(fields) }));
  const packedStreams = inputs - bound;
  if (packedStreams > 1) for (let index = 0; index < packedStreams; index++) number(fields);
  const order = orderOf(length, bonds);
  const plain = inputs === length && outputs === length && packedStreams === 1 && order.length === length;
  return { coders, plain, packedStreams, outputs, order };
}

/** Coders with one input and one output each, from the one that takes the packed bytes on. */
function orderOf(coders: number, bonds: readonly { readonly input: number; readonly output: number }[]): number[] {
  const order: number[] = [];
  let next = Array.from({ length: coders }, (_, index) => index).find(
    (index) => !bonds.some(({ input }) => input === index),
  );
  while (next !== undefined && order.length < coders) {
    order.push(next);
    next = bonds.find(({ output }) => output === next)?.input;
  }
  return order;
}

function readMembers(fields: Fields, folders: readonly Folder[]): Streams['members'] {
  let kind = byte(fields);
  let counts = folders.map(() => 1);
  if (kind === MEMBERS) {
    counts = folders.map(() => count(fields, LIMITS.archiveEntries));
    kind = byte(fields);
  }
  if (counts.reduce((sum, each) => sum + each, 0) > LIMITS.archiveEntries)
    throw new OverBudgetError('too many members');
  const sizes = folders.map((folder, index) => sizesOf(fields, folder, counts[index] ?? 0, kind === SIZE));
  if (kind === SIZE) kind = byte(fields);
  const known = folders.map(({ crc }, index) => counts[index] === 1 && crc !== null);
  const missing = counts.reduce((sum, each, index) => sum + (known[index] === true ? 0 : each), 0);
  let found: readonly (number | null)[] = [];
  for (; kind !== END; kind = byte(fields)) {
    if (kind !== CRC) throw new MalformedError(`a property of the unknown kind ${kind}`, fields.at);
    found = digests(fields, missing);
  }
  let next = 0;
  return sizes.map((each, index) =>
    each.map((size) => ({
      size,
      crc: known[index] === true ? (folders[index]?.crc ?? null) : (found[next++] ?? null),
    })),
  );
}

/** The last member takes what the others leave. */
function sizesOf(fields: Fields, { sizes }: Folder, members: number, told: boolean): readonly number[] {
  if (members === 0) return [];
  const whole = sizes.at(-1) ?? 0;
  const listed = told ? Array.from({ length: members - 1 }, () => number(fields)) : [];
  const rest = whole - listed.reduce((sum, size) => sum + size, 0);
  if (rest < 0 || listed.length !== members - 1)
    throw new MalformedError('members larger than their folder', fields.at);
  return [...listed, rest];
}

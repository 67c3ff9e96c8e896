import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError, sliceOf } from '../../kernel/bytes.ts';
import { filesAmong, SHORTEST, type Stretch } from '../among-numbers.ts';
import type { Defect, Format, Part } from '../format.ts';
import { claimsNpy, MAGIC } from './claims.ts';
import { type ElementType, elementType } from './dtype.ts';
import type { NpyArray } from './facts.ts';
import { type Literal, readLiteral, spell } from './literal.ts';

/** numpy reads 10,000 characters unless pickles are allowed; structured types of a thousand fields have 50,000. */
const LARGEST_HEADER = 1024 * 1024;
/** Arrays in one file. */
const MOST_ARRAYS = 10_000;

/**
 * Arrays as numpy.save writes them (NEP 1, numpy/lib/format.py; versions 1 to 3), one or more in a file. The data of
 * arrays of objects is a pickle, which is handed out.
 *
 * Defects:
 * - `unknown-type`: the header is not as numpy writes it; what follows is handed out as a pickle, which it may be.
 * - `cut-off`: there is less data than the shape takes; `trailing-bytes`: more, which is no array.
 */
export const npyFormat: Format<'npy'> = {
  id: 'npy',
  claims: claimsNpy,
  read: async (source, { budget }) => {
    const arrays: NpyArray[] = [];
    const parts: Part[] = [];
    const defects: Defect[] = [];
    let at = 0;
    do {
      budget.checkTime();
      const taken = await takeArray(source, at, budget);
      arrays.push(taken.array);
      parts.push(...taken.parts);
      defects.push(...taken.defects);
      if (arrays.length > MOST_ARRAYS) throw new OverBudgetError(`more than ${MOST_ARRAYS} arrays`);
      at = taken.end;
    } while (at < source.size && (await beginsAt(source, at)));
    if (at < source.size) {
      const message = `${source.size - at} bytes after the data`;
      defects.push({ code: 'trailing-bytes', message, offset: at });
      parts.push({ name: `trailing@${at}`, bytes: sliceOf(source, at, source.size - at) });
    }
    const opaque = arrays.some(({ objects }) => !objects);
    return { facts: { format: 'npy', arrays }, parts, defects, coverage: opaque ? 'structure' : 'whole' };
  },
};

async function beginsAt(source: ByteSource, at: number): Promise<boolean> {
  const head = await source.read(at, Math.min(MAGIC.length, source.size - at));
  return MAGIC.every((byte, index) => head[index] === byte);
}

interface Taken {
  readonly array: NpyArray;
  readonly parts: readonly Part[];
  readonly defects: readonly Defect[];
  readonly end: number;
}

/** Takes up one array from `at`. What follows the header of one of objects, or of an unknown type, is its data to the end. */
async function takeArray(source: ByteSource, at: number, budget: Budget): Promise<Taken> {
  const { version, text, data } = await readHeader(source, at);
  const told = understand(text, at);
  const left = source.size - data;
  const array: NpyArray = { version, dtype: told.dtype, shape: told.shape, objects: told.type?.objects ?? false };
  if (told.type === null || told.type.objects) {
    const parts = left === 0 ? [] : [{ name: `objects@${data}.pkl`, bytes: sliceOf(source, data, left) }];
    const missing: Defect[] =
      left > 0 ? [] : [{ code: 'cut-off', message: 'no data follows the header', offset: data }];
    return { array, parts, defects: [...told.defects, ...missing], end: source.size };
  }
  const wanted = told.shape.reduce((product, length) => product * length, told.type.bytes);
  if (wanted <= left) {
    const values = {
      name: `values@${data}`,
      start: data,
      size: wanted,
      bytes: /^[|<>=]?(?:[SUVbB]|[ui]1)/.test(told.dtype),
    };
    const rows = rowsOf(told, data, wanted, budget);
    return {
      array,
      parts: await filesAmong(source, [values, ...rows], budget),
      defects: told.defects,
      end: data + wanted,
    };
  }
  const message = `${left} bytes of data, and the shape takes ${wanted}`;
  return { array, parts: [], defects: [...told.defects, { code: 'cut-off', message, offset: data }], end: source.size };
}

/** Rows that are looked at, each of which may be a file: texts, bytes, and fields of structured types. */
const MOST_ROWS = 100_000;

function* rowsOf({ type, dtype }: Understood, data: number, size: number, budget: Budget): Iterable<Stretch> {
  const width = type?.bytes ?? 0;
  if (!/[SUVaO]|\[/.test(dtype) || width < SHORTEST) return;
  const fields = type?.fields ?? [{ at: 0, bytes: width }];
  const wide = fields.filter(({ bytes }) => bytes >= SHORTEST);
  const rows = Math.min(Math.floor(size / width), MOST_ROWS);
  if (wide.length > 0) budget.leave(size - Math.min(size, MOST_ROWS * width));
  for (let row = 0; row < rows; row++)
    for (const { at, bytes } of wide) {
      const start = data + row * width + at;
      if (start > data || fields.length > 1) yield { name: `values@${start}`, start, size: bytes, bytes: true };
    }
}

interface Header {
  readonly version: number;
  readonly text: string;
  readonly data: number;
}

async function readHeader(source: ByteSource, at: number): Promise<Header> {
  const front = await source.read(at, Math.min(12, source.size - at));
  if (!MAGIC.every((byte, index) => front[index] === byte)) throw new MalformedError('no npy', at);
  const version = front[6] ?? 0;
  if (version < 1 || version > 3 || front[7] !== 0) throw new MalformedError(`npy of version ${version}`, at + 6);
  const wide = version > 1;
  const start = at + (wide ? 12 : 10);
  const view = new DataView(front.buffer, front.byteOffset, front.byteLength);
  if (front.length < start - at) throw new MalformedError('the header is cut off', at);
  const length = wide ? view.getUint32(8, true) : view.getUint16(8, true);
  if (length > LARGEST_HEADER) throw new OverBudgetError(`a header of ${length} bytes`);
  const bytes = Buffer.from(await source.read(start, length));
  return { version, text: bytes.toString(version === 3 ? 'utf8' : 'latin1'), data: start + length };
}

/** One array that stands alone in its file, as its header tells it; what it is made of is opaque. */
export interface LoneArray {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly fortran: boolean;
  readonly data: ByteSource;
}

/** Throws MalformedError for more or less than one array, of numbers, that fills the file. */
export async function openLoneArray(source: ByteSource): Promise<LoneArray> {
  const { text, data } = await readHeader(source, 0);
  const { dtype, shape, fortran, type, defects } = understand(text, 0);
  if (type === null || type.objects) throw new MalformedError(defects[0]?.message ?? 'an array of objects', 0);
  const bytes = shape.reduce((product, length) => product * length, type.bytes);
  if (bytes !== source.size - data) throw new MalformedError('there is more or less than one array', data);
  return { dtype, shape, fortran, data: sliceOf(source, data, bytes) };
}

interface Understood {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly fortran: boolean;
  readonly type: ElementType | null;
  readonly defects: readonly Defect[];
}

/** numpy fills up with blanks and ends the line. */
const PADDING = /\} *\n?$/;

const KEYS: readonly string[] = ['descr', 'fortran_order', 'shape'];

/** What the header tells; a `type` of null when numpy may see something in it that is not seen here. */
function understand(text: string, at: number): Understood {
  const unknown = (message: string, dtype = '?'): Understood => ({
    dtype,
    shape: [],
    fortran: false,
    type: null,
    defects: [{ code: 'unknown-type', message, offset: at }],
  });
  let literal: Literal;
  try {
    literal = readLiteral(text.trim());
  } catch (error) {
    if (error instanceof MalformedError) return unknown(error.message);
    throw error;
  }
  if (literal.kind !== 'dict') return unknown('the header is no dict');
  const fields = new Map(literal.entries.map(([key, value]) => [key.kind === 'text' ? key.value : '', value]));
  const whole = fields.size === KEYS.length && literal.entries.length === KEYS.length;
  const [descr, order, shape] = KEYS.map((key) => fields.get(key));
  if (!whole || descr === undefined || shape === undefined)
    return unknown('the header has other keys than numpy writes');
  if (!PADDING.test(text))
    return { ...unknown('the header is padded with other things than blanks'), dtype: spell(descr) };
  const type = elementType(descr);
  const lengths = shape.kind === 'tuple' ? shape.items.map(lengthOf) : [];
  if (type === null) return unknown(`numpy does not write a type ${spell(descr)}`, spell(descr));
  if (shape.kind !== 'tuple' || lengths.includes(-1) || typeof constantOf(order) !== 'boolean') {
    return unknown('the header has a shape or an order that is none', spell(descr));
  }
  return {
    dtype: descr.kind === 'text' ? descr.value : spell(descr),
    shape: lengths,
    fortran: constantOf(order) === true,
    type,
    defects: [],
  };
}

function lengthOf(literal: Literal): number {
  return literal.kind === 'number' && literal.value >= 0 ? literal.value : -1;
}

function constantOf(literal: Literal | undefined): boolean | null | undefined {
  return literal?.kind === 'constant' ? literal.value : undefined;
}

import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { Format, ReadContext } from '../format.ts';
import type { MatlabFacts } from './facts.ts';
import { readVersion5 } from './version5.ts';

const NAMED = /\.mat$/i;
const HEADER5 = 128;
const HEADER4 = 20;

/**
 * MAT-files of MATLAB: version 5 element by element, version 4 matrix by matrix. What is more than data, function handles
 * and objects, is named. Files of version 7.3 are HDF5, behind a header of their own.
 */
export const matlabFormat: Format<'matlab'> = {
  id: 'matlab',
  claims: (path, head) => isVersion5(head) || (NAMED.test(path) && head.length > 0 && isVersion4(head)),
  read: async (source, context) => {
    const head = await source.read(0, Math.min(source.size, HEADER5));
    const facts = isVersion5(head) ? await readVersion5(source, context) : await readVersion4(source, context);
    return { facts: { format: 'matlab', ...facts }, parts: [], defects: [], coverage: 'whole' };
  },
};

function isVersion5(head: Uint8Array): boolean {
  const [low, high, first, second] = head.subarray(124, 128);
  return (
    (low === 0 && high === 1 && first === 0x49 && second === 0x4d) ||
    (low === 1 && high === 0 && first === 0x4d && second === 0x49)
  );
}

interface Header4 {
  readonly length: number;
}

const WIDTHS = [8, 4, 4, 2, 2, 1];

/** `MOPT`, rows, columns, whether there is an imaginary part, length of the name (MAT-File Format, version 4). */
function header4(view: DataView): Header4 | null {
  for (const little of [true, false]) {
    const [type, rows, columns, imaginary, name] = [0, 4, 8, 12, 16].map((at) => view.getUint32(at, little));
    if (type === undefined || rows === undefined || columns === undefined || name === undefined) return null;
    const width = WIDTHS[Math.floor(type / 10) % 10];
    const plausible = type < 5000 && Math.floor(type / 1000) === (little ? 0 : 1) && Math.floor(type / 100) % 10 === 0;
    if (!plausible || width === undefined || type % 10 > 2 || (imaginary ?? 2) > 1 || name === 0 || name > 256)
      continue;
    return { length: HEADER4 + name + rows * columns * width * (imaginary === 1 ? 2 : 1) };
  }
  return null;
}

function isVersion4(head: Uint8Array): boolean {
  if (head.length < HEADER4) return false;
  return header4(new DataView(head.buffer, head.byteOffset, head.byteLength)) !== null;
}

async function readVersion4(source: ByteSource, { budget }: ReadContext): Promise<Omit<MatlabFacts, 'format'>> {
  let variables = 0;
  for (let at = 0; at < source.size; variables++) {
    budget.checkTime();
    budget.spend('opcodes', 1);
    if (at + HEADER4 > source.size) throw new MalformedError('a matrix is cut off', at);
    const bytes = await source.read(at, HEADER4);
    const header = header4(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (header === null) throw new MalformedError('no matrix', at);
    at += header.length;
    if (at > source.size) throw new MalformedError('a matrix reaches past the end', source.size);
  }
  return { version: 4, variables, live: [] };
}

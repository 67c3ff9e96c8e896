import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { Format, ReadContext } from '../format.ts';
import { claimsMatlab, HEADER4, header4, isVersion5 } from './claims.ts';
import type { MatlabFacts } from './facts.ts';
import { readVersion5 } from './version5.ts';

const HEADER5 = 128;

/**
 * MAT-files of MATLAB: version 5 element by element, version 4 matrix by matrix. What is more than data, function handles
 * and objects, is named. Files of version 7.3 are HDF5, behind a header of their own.
 */
export const matlabFormat: Format<'matlab'> = {
  id: 'matlab',
  claims: claimsMatlab,
  read: async (source, context) => {
    const head = await source.read(0, Math.min(source.size, HEADER5));
    const facts = isVersion5(head) ? await readVersion5(source, context) : await readVersion4(source, context);
    return { facts: { format: 'matlab', ...facts }, parts: [], defects: [], coverage: 'whole' };
  },
};

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

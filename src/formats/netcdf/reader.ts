import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { Defect, Format, ReadContext, ReaderResult } from '../format.ts';
import { claimsNetcdf } from './claims.ts';
import { type Header, padded, readHeader, type Variable } from './header.ts';

/**
 * NetCDF's classic form (version 4 is HDF5): a header, then each variable's values, then those of the records in turn.
 *
 * Defects:
 * - `gap`: bytes that belong to no variable and are not zero.
 */
export const netcdfFormat: Format<'netcdf'> = {
  id: 'netcdf',
  claims: claimsNetcdf,
  read,
};

async function read(source: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'netcdf'>> {
  const header = await readHeader(source, budget);
  const defects: Defect[] = [];
  let at = header.end;
  for (const [begin, end] of extentsOf(header, source.size)) {
    if (begin < at) throw new MalformedError('variables overlap one another, or the header', begin);
    if (!(await areZeros(source, at, begin, budget))) defects.push(gapAt(at));
    at = end;
  }
  if (!(await areZeros(source, at, source.size, budget))) defects.push(gapAt(at));
  const { version, variables } = header;
  return {
    facts: { format: 'netcdf', version, variables: variables.length },
    parts: [],
    defects,
    coverage: 'structure',
  };
}

/** Where values lie, in the order of the file; those of all records are one stretch. The last one may lack its padding. */
function extentsOf({ variables, records, end }: Header, size: number): readonly (readonly [number, number])[] {
  const fixed = variables
    .filter(({ record }) => !record)
    .map(({ begin, bytes }) => [begin, Math.min(begin + padded(bytes), Math.max(size, begin + bytes))] as const);
  const stretch = recordsOf(
    variables.filter(({ record }) => record),
    records,
    size,
  );
  const all = [...fixed, ...stretch].filter(([from, to]) => to > from).sort(([a], [b]) => a - b);
  for (const [from, to] of all) {
    if (from < end || to > size) throw new MalformedError('values that reach past the end, or into the header', from);
  }
  return all;
}

function recordsOf(
  variables: readonly Variable[],
  records: number | null,
  size: number,
): (readonly [number, number])[] {
  if (variables.length === 0) return [];
  const begin = Math.min(...variables.map((one) => one.begin));
  // A lone variable of records is not padded.
  const each = variables.length === 1 ? (variables[0]?.bytes ?? 0) : sum(variables.map(({ bytes }) => padded(bytes)));
  let at = begin;
  for (const one of variables.toSorted((a, b) => a.begin - b.begin)) {
    if (one.begin !== at) throw new MalformedError('variables of records that do not follow one another', one.begin);
    at += padded(one.bytes);
  }
  const count = records ?? Math.floor((size - begin) / Math.max(1, each));
  return [[begin, begin + count * each]];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function gapAt(offset: number): Defect {
  return { code: 'gap', message: 'bytes belong to no variable', offset };
}

const STEP = 1024 * 1024;

async function areZeros(source: ByteSource, from: number, to: number, budget: Budget): Promise<boolean> {
  for (let at = from; at < to; at += STEP) {
    budget.checkTime();
    if ((await source.read(at, Math.min(STEP, to - at))).some((byte) => byte !== 0)) return false;
  }
  return true;
}

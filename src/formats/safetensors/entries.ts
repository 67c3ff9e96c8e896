import { isJsonObject, type Json, type JsonObject, member } from '../../kernel/json.ts';
import type { Defect } from '../format.ts';
import { isOddName } from '../odd-name.ts';
import { bytesOf, DTYPE_BITS, elementsOf } from './dtypes.ts';
import type { Tensor } from './facts.ts';
import { HEADER_START } from './header.ts';

/** What the header's entries say, with what is wrong with them. */
export interface Entries {
  readonly tensors: readonly Tensor[];
  readonly metadata: Readonly<Record<string, string>>;
  readonly parameters: number;
  readonly defects: readonly Defect[];
}

const FIELDS = new Set(['dtype', 'shape', 'data_offsets']);

export function readEntries(header: JsonObject): Entries {
  const tensors: Tensor[] = [];
  const defects: Defect[] = [];
  let parameters = 0;
  for (const [name, entry] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    const tensor = tensorOf(name, entry);
    if (tensor === null) {
      defects.push(defect('entry-invalid', `${quoted(name)} is no tensor of dtype, shape and data_offsets`));
      continue;
    }
    tensors.push(tensor);
    if (isOddName(name)) defects.push(defect('odd-name', `a tensor is called ${quoted(name)}`));
    parameters += elementsOf(tensor.shape) ?? 0;
    defects.push(...defectsOf(tensor, entry));
  }
  const metadata = metadataOf(member(header, '__metadata__'));
  if (metadata === null) defects.push(defect('metadata-invalid', '__metadata__ is not a map of strings'));
  return { tensors, metadata: metadata ?? {}, parameters, defects };
}

function tensorOf(name: string, entry: Json | undefined): Tensor | null {
  const [dtype, shape, offsets] = [member(entry, 'dtype'), member(entry, 'shape'), member(entry, 'data_offsets')];
  if (typeof dtype !== 'string' || !isWholeNumbers(shape) || !isWholeNumbers(offsets)) return null;
  const [start, end, more] = offsets;
  if (start === undefined || end === undefined || more !== undefined || end < start) return null;
  // Half a surrogate pair can be written in JSON and in no file name: readers of other languages refuse it.
  return name.isWellFormed() ? { name, dtype, shape, start, end } : null;
}

function isWholeNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((number) => Number.isSafeInteger(number) && number >= 0);
}

function* defectsOf({ name, dtype, shape, start, end }: Tensor, entry: Json | undefined): Iterable<Defect> {
  const extra = isJsonObject(entry) ? Object.keys(entry).find((key) => !FIELDS.has(key)) : undefined;
  if (extra !== undefined) yield defect('unknown-field', `tensor ${quoted(name)} has a field ${quoted(extra)}`);
  const bits = DTYPE_BITS.get(dtype);
  if (bits === undefined) {
    yield defect('unknown-dtype', `tensor ${quoted(name)} is of type ${quoted(dtype)}`);
    return;
  }
  const elements = elementsOf(shape);
  const bytes = elements === null ? null : bytesOf(bits, elements);
  if (bytes !== end - start) {
    const needs = bytes === null ? 'no whole number of bytes' : `${bytes} bytes`;
    yield defect('size-mismatch', `tensor ${quoted(name)} needs ${needs} and has ${end - start}`);
  }
}

/** The map of strings; empty when there is none, null when it is something else. */
function metadataOf(value: Json | undefined): Readonly<Record<string, string>> | null {
  if (value === undefined || value === null) return {};
  if (!isJsonObject(value)) return null;
  const entries = Object.entries(value);
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) return null;
  return Object.fromEntries(entries);
}

function defect(code: string, message: string): Defect {
  return { code, message, offset: HEADER_START };
}

/** A name from the header in quotes, cut to a length that fits in a sentence. */
export function quoted(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 79)}…` : name);
}

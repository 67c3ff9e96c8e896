import type { Literal } from './literal.ts';

/** What one element of an array is. */
export interface ElementType {
  readonly bytes: number;
  /** Whether any of it is a Python object. */
  readonly objects: boolean;
  /** Of a structured type, where each field of a row lies. */
  readonly fields?: readonly { readonly at: number; readonly bytes: number }[];
}

/** As numpy spells types in headers; it understands many more spellings, which it never writes. */
const CODE = /^[<>|=]?([?biufcSaUVMmO])([0-9]{0,9})(\[[0-9A-Za-z/]{1,16}\])?$/;
const CHARACTER = 4;
const POINTER = 8;

/**
 * The type that the `descr` of a header tells (numpy/lib/format.py, descr_to_dtype): a code, or a list of fields. Null for
 * spellings that are not numpy's own: what numpy would make of them, only numpy knows.
 */
export function elementType(descr: Literal): ElementType | null {
  if (descr.kind === 'text') return codeType(descr.value);
  if (descr.kind === 'tuple') return subarray(descr.items);
  if (descr.kind !== 'list') return null;
  let bytes = 0;
  let objects = false;
  const fields: { at: number; bytes: number }[] = [];
  const names = new Set<string>();
  for (const field of descr.items) {
    const type = fieldType(field);
    // NumPy refuses two fields of one name, and titles that are names.
    const taken = namesOf(field);
    if (type === null || taken.some((name) => names.has(name))) return null;
    for (const name of taken) names.add(name);
    fields.push({ at: bytes, bytes: type.bytes });
    bytes += type.bytes;
    objects ||= type.objects;
  }
  return { bytes, objects, fields };
}

/** A name, or a title and a name; fields without one are called by their place. */
function namesOf(field: Literal): readonly string[] {
  const named = field.kind === 'tuple' ? field.items[0] : undefined;
  const names = named?.kind === 'tuple' ? named.items : named === undefined ? [] : [named];
  return names.flatMap((name) => (name.kind === 'text' && name.value !== '' ? [name.value] : []));
}

function codeType(code: string): ElementType | null {
  const [, kind = '', digits = ''] = CODE.exec(code) ?? [];
  if (kind === '') return null;
  if (kind === 'O') return { bytes: POINTER, objects: true };
  if (kind === '?') return digits === '' ? { bytes: 1, objects: false } : null;
  if (digits === '') return 'SaUV'.includes(kind) ? { bytes: 0, objects: false } : null;
  return { bytes: Number(digits) * (kind === 'U' ? CHARACTER : 1), objects: false };
}

function fieldType(field: Literal): ElementType | null {
  if (field.kind !== 'tuple' || field.items.length < 2 || field.items.length > 3) return null;
  const [name, descr, shape] = field.items;
  if (name === undefined || descr === undefined || (name.kind !== 'text' && name.kind !== 'tuple')) return null;
  const type = elementType(descr);
  return type === null || shape === undefined ? type : repeated(type, shape);
}

/** `(descr, shape)`. */
function subarray([descr, shape, ...more]: readonly Literal[]): ElementType | null {
  if (descr === undefined || shape === undefined || more.length > 0) return null;
  const type = elementType(descr);
  return type === null ? null : repeated(type, shape);
}

function repeated(type: ElementType, shape: Literal): ElementType | null {
  const lengths = shape.kind === 'tuple' ? shape.items : [shape];
  let { bytes } = type;
  for (const length of lengths) {
    if (length.kind !== 'number' || length.value < 0) return null;
    bytes *= length.value;
  }
  return Number.isSafeInteger(bytes) ? { bytes, objects: type.objects } : null;
}

import { countOf, dtypeOf, type Flaw } from './element-types.ts';
import { isCollection, type Value } from './values.ts';

/**
 * What is wrong with the elements that a call puts over bytes of the file, or with the place of a tensor in its storage.
 * `name` is the callee's; for a state that is set on a result, that of its maker with the form.
 */
export function layoutFlaw(name: string, values: readonly Value[]): Flaw | null {
  if (OVER_BYTES.has(name)) return pointers(values);
  return TENSORS.has(name) ? tensorFlaw(values) : null;
}

const CORE = ['numpy.core.multiarray', 'numpy._core.multiarray', 'numpy.core.numeric', 'numpy._core.numeric'] as const;

const OVER_BYTES: ReadonlySet<string> = new Set([
  ...CORE.flatMap((module) => ['scalar', '_frombuffer', 'frombuffer', 'fromstring'].map((name) => `${module}.${name}`)),
  ...['ndarray', 'frombuffer', 'fromstring', 'recarray', 'matrix', 'void', 'record'].map((name) => `numpy.${name}`),
]);
const TENSORS: ReadonlySet<string> = new Set(['torch._utils._rebuild_tensor', 'torch._utils._rebuild_tensor_v2']);

/** Bytes of the file as pointers to objects. */
const POINTERS: Flaw = { kind: 'array', sure: true, why: 'bytes of the file are taken for pointers to objects' };

function pointers(values: readonly Value[]): Flaw | null {
  return values.some(namesObjects) && values.some(isBytes) ? POINTERS : null;
}

function namesObjects(value: Value): boolean {
  if (typeof value === 'string') return /^[<>=|]?O8?$|^object_?$/.test(value);
  if (typeof value !== 'object' || value === null) return false;
  if (value.kind === 'global') return OBJECTS.has(value.path);
  return dtypeOf(value)?.element?.objects === true;
}

const OBJECTS: ReadonlySet<string> = new Set(['builtins.object', '__builtin__.object', 'numpy.object_']);

function isBytes(value: Value): boolean {
  return byteLength(value) !== null;
}

/** Length of bytes; infinity when it is not known; null for what is none. */
function byteLength(value: Value | undefined): number | null {
  if (typeof value !== 'object' || value === null) return null;
  if (value.kind === 'bytes') return value.length;
  if (value.kind === 'opaque' && value.why === 'buffer from outside') return Number.POSITIVE_INFINITY;
  if (value.kind !== 'result') return null;
  if (typeof value.encoded === 'string') return value.encoded.length;
  return value.encoded !== undefined || BYTE_MAKERS.has(value.of) ? Number.POSITIVE_INFINITY : null;
}

const BYTE_MAKERS: ReadonlySet<string> = new Set([
  ...['bytearray', 'bytes'].flatMap((name) => [`builtins.${name}`, `__builtin__.${name}`]),
  '_codecs.encode',
  'codecs.encode',
]);

const ARRAY = /^numpy\.(?:\w+\.)*(?:_reconstruct|_mareconstruct|ndarray|\w*array|matrix|memmap|MaskedArray)$/;

/** What is wrong with `(version, shape, dtype, order, raw)`, the state of an array; masked arrays have two items more. */
export function arrayFlaw(maker: string, state: Value): Flaw | null {
  if (!ARRAY.test(maker) || !isCollection(state) || state.type !== 'tuple') return null;
  const at = state.items.findIndex((item) => dtypeOf(item) !== undefined);
  const element = dtypeOf(state.items[at])?.element;
  if (element === undefined || element === null) return null;
  const raw = state.items[at + 2];
  const length = byteLength(raw);
  if (element.objects) return length !== null || typeof raw === 'string' ? POINTERS : null;
  const count = countOf(state.items[at - 1]);
  if (count === null) return { kind: 'array', sure: false, why: 'an array whose shape is none' };
  const due = element.bytes === null ? null : count * element.bytes;
  if (length === null || due === null || !Number.isFinite(length) || length === due) return null;
  return { kind: 'array', sure: false, why: `an array of ${due} bytes over ${length}` };
}

/** `(storage, offset, size, stride, …)` must stay within the storage, which names its elements. */
function tensorFlaw([storage, offset, size, stride]: readonly Value[]): Flaw | null {
  if (typeof storage !== 'object' || storage === null || storage.kind !== 'persistent') return null;
  const { id } = storage;
  if (!isCollection(id) || typeof id.items[4] !== 'number' || (id.items[5] ?? null) !== null) return null;
  if (size === undefined || stride === undefined || !isCollection(size) || !isCollection(stride)) return null;
  const steps = [offset ?? null, ...size.items, ...stride.items];
  if (steps.some((step) => typeof step !== 'number' || step < 0))
    return { kind: 'array', sure: false, why: 'a tensor at no place' };
  const lengths = size.items.map(Number);
  if (lengths.includes(0)) return null;
  const last = lengths.reduce(
    (sum, length, axis) => sum + (length - 1) * Number(stride.items[axis] ?? 0),
    Number(offset),
  );
  if (last < id.items[4]) return null;
  return { kind: 'array', sure: false, why: `a tensor that reaches element ${last} of a storage of ${id.items[4]}` };
}

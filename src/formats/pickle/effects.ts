import type { Machine } from './machine.ts';
import type { CallToRecord } from './recorder.ts';
import { type BytesValue, isCollection, qualified, type ResultValue, type Value } from './values.ts';

/** Calls that unpickle the bytes they are given: these bytes are read as a file of their own. */
const UNPICKLES_BYTES: ReadonlySet<string> = new Set([
  'torch.storage._load_from_bytes',
  'pickle.loads',
  '_pickle.loads',
  'cPickle.loads',
  'pickle._loads',
  'dill.loads',
  'dill._dill.loads',
  'cloudpickle.loads',
  'cloudpickle.cloudpickle.loads',
  'joblib.load',
  'numpy.loads',
  'io.BytesIO',
  '_io.BytesIO',
]);

/** Nested programs that are handed out; a file with more of them is over its budget of parts anyway. */
const MOST_NESTED = 1000;

const REGISTERS: ReadonlySet<string> = new Set(['copyreg.add_extension', 'copy_reg.add_extension']);

/** Writes a call down, and follows the few whose effect later instructions see. */
export function noteCall(machine: Machine, call: CallToRecord): ResultValue {
  const { callee, values } = call;
  if (typeof callee === 'object' && callee !== null && callee.kind === 'global') {
    const name = qualified(callee);
    if (REGISTERS.has(name)) register(machine, values);
    if (UNPICKLES_BYTES.has(name)) noteNested(machine, values[0]);
  }
  return machine.recorder.call(call);
}

/** `copyreg.add_extension(module, name, code)`: EXT opcodes with this code look that global up. */
function register(machine: Machine, [module, name, code]: readonly Value[]): void {
  if (typeof module !== 'string' || typeof name !== 'string' || typeof code !== 'number') return;
  machine.session.extensions.set(code, { module, name });
}

function noteNested(machine: Machine, value: Value | undefined): void {
  if (!isBytes(value) || machine.nested.length >= MOST_NESTED) return;
  if (!machine.nested.some(({ start }) => start === value.start)) machine.nested.push(value);
}

function isBytes(value: Value | undefined): value is BytesValue {
  return typeof value === 'object' && value !== null && value.kind === 'bytes';
}

/** Bytes of one element of a storage (torch/storage.py). */
const ELEMENT_BYTES = new Map<string | null | undefined, number>(
  Object.entries({
    DoubleStorage: 8,
    FloatStorage: 4,
    HalfStorage: 2,
    BFloat16Storage: 2,
    LongStorage: 8,
    IntStorage: 4,
    ShortStorage: 2,
    CharStorage: 1,
    ByteStorage: 1,
    BoolStorage: 1,
    ComplexFloatStorage: 8,
    ComplexDoubleStorage: 16,
    QInt8Storage: 1,
    QUInt8Storage: 1,
    QInt32Storage: 4,
    QUInt4x2Storage: 1,
    QUInt2x4Storage: 1,
    UntypedStorage: 1,
  }),
);

/** `('storage', torch.FloatStorage, key, location, elements, …)`: what the trailing bytes of a legacy file hold. */
export function noteStorage(machine: Machine, id: Value): void {
  if (!isCollection(id) || id.type !== 'tuple' || id.items[0] !== 'storage') return;
  const [, type, key, , elements] = id.items;
  if (typeof key !== 'string' || typeof elements !== 'number') return;
  const global = typeof type === 'object' && type !== null && type.kind === 'global' ? type : undefined;
  const width = ELEMENT_BYTES.get(global?.name);
  machine.storages.set(key, width === undefined ? null : width * elements);
}

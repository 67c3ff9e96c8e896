import { arrayFlaw, layoutFlaw } from './arrays.ts';
import { isPlainType, moduleOfType } from './dill.ts';
import { dtypeNamed, dtypeOf, type Flaw, setState } from './element-types.ts';
import { noteHeld } from './expansion.ts';
import { generatorFlaw } from './generators.ts';
import type { Machine } from './machine.ts';
import type { CallToRecord } from './recorder.ts';
import { stateFlaw } from './states.ts';
import {
  type BytesValue,
  type GlobalValue,
  isCollection,
  type ResultValue,
  type TextValue,
  type Value,
} from './values.ts';

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
  'keras.src.saving.pickle_utils.deserialize_model_from_bytecode',
  'tf_keras.src.saving.pickle_utils.deserialize_model_from_bytecode',
]);
/** Made empty, their bytes come with the state: `(bytes, position, attributes)`. */
const BYTE_STREAMS: ReadonlySet<string> = new Set(['io.BytesIO', '_io.BytesIO']);

/** Nested programs that are handed out: one a tensor, when tensors are pickled without torch.save. */
const MOST_NESTED = 20_000;

const REGISTERS: ReadonlySet<string> = new Set(['copyreg.add_extension', 'copy_reg.add_extension']);

/** Writes a call down, and follows the few whose effect later instructions see. Answers what the call gives. */
export function noteCall(machine: Machine, call: CallToRecord): Value {
  const { callee, values } = call;
  machine.recorder.refer(values);
  if (!isGlobal(callee)) {
    const made = madeByPartial(call);
    if (made !== null) return noteCall(machine, made);
    if (!machine.looksOn) noteFlaw(machine, call, flawOfState(call));
    noteStream(machine, call);
    keepState(machine, call);
    return machine.recorder.call(call);
  }
  const name = callee.path;
  noteFlaw(machine, call, layoutFlaw(name, values));
  if (name === 'numpy.dtype')
    return {
      ...machine.recorder.call(call),
      dtype: dtypeNamed(values[0]),
      ...(machine.session.whole ? { given: values } : {}),
    };
  if (REGISTERS.has(name)) register(machine, values);
  if (name === GRAPH) noteGraph(machine, call);
  const empty = values.length === 0 && BYTE_STREAMS.has(name);
  if (UNPICKLES_BYTES.has(name) && !empty) noteNested(machine, values[0]);
  if (NEW_OBJECT.has(name)) return callAgain(machine, call);
  if (RECONSTRUCTORS.has(name) && isGlobal(values[0])) return machine.recorder.call({ ...call, makes: values[0] });
  const made = machine.recorder.call(call);
  const result = machine.session.whole ? { ...made, given: values, entries: [] } : made;
  noteHeld(result, values);
  if (ENCODERS.has(name)) return encoded(result, values);
  return (LOOK_UPS.has(name) ? lookedUp(machine, call) : null) ?? result;
}

/** For who needs the values themselves: what an object is filled with. */
function keepState({ session, looksOn }: Machine, { form, callee, values: [state] }: CallToRecord): void {
  if (!session.whole || looksOn || form !== 'BUILD' || state === undefined) return;
  if (typeof callee === 'object' && callee?.kind === 'result') callee.state = state;
}

/**
 * Before protocol 4, what `__getnewargs_ex__` asks for is written as a call of `partial(Class.__new__, Class, …)` (CPython,
 * Lib/pickle.py, save_reduce): it does what NEWOBJ_EX does.
 */
function madeByPartial({ form, callee, values, ...call }: CallToRecord): CallToRecord | null {
  if (typeof callee !== 'object' || callee?.kind !== 'result' || callee.of !== 'functools.partial') return null;
  if (form === 'BUILD') {
    callee.makes = newObjectOf(values[0]);
    return null;
  }
  if (form !== 'REDUCE' || values.length > 0 || callee.makes === undefined) return null;
  return { ...call, form: 'NEWOBJ_EX', ...callee.makes, total: callee.makes.values.length };
}

/** The state of such a partial: `(Class.__new__, (Class, …), {…}, None)`. */
function newObjectOf(state: Value | undefined): ResultValue['makes'] {
  if (state === undefined || !isCollection(state)) return undefined;
  const [maker, given, keywords] = state.items;
  if (
    !isGlobal(maker) ||
    maker.name?.endsWith('.__new__') !== true ||
    given === undefined ||
    !isCollection(given) ||
    given.length > given.items.length
  )
    return undefined;
  const [made, ...values] = given.items;
  if (!isGlobal(made)) return undefined;
  const plain = keywords === undefined || !isCollection(keywords) || keywords.length === 0;
  return { callee: made, values: plain ? values : [...values, keywords] };
}

function flawOfState({ form, callee, values }: CallToRecord): Flaw | null {
  if (form !== 'BUILD') return null;
  const dtype = dtypeOf(callee);
  const [state = null] = values;
  if (dtype !== undefined) return setState(dtype, state);
  if (typeof callee !== 'object' || callee?.kind !== 'result') return null;
  return arrayFlaw(callee.of, state) ?? generatorFlaw(callee.of, state) ?? stateFlaw(callee.of, state);
}

function noteStream(machine: Machine, { form, callee, values: [state] }: CallToRecord): void {
  if (form !== 'BUILD' || typeof callee !== 'object' || callee?.kind !== 'result' || !BYTE_STREAMS.has(callee.of))
    return;
  noteNested(
    machine,
    state !== undefined && isCollection(state) && state.type === 'tuple' ? state.items[0] : undefined,
  );
}

/** Flaws of one program that are listed: each is enough, and a sure one more than others. */
const MOST_FLAWS = 50;

function noteFlaw({ flaws }: Machine, { offset }: CallToRecord, flaw: Flaw | null): void {
  if (flaw === null) return;
  if (flaws.length < MOST_FLAWS || (flaw.sure && !flaws.some(({ sure }) => sure))) flaws.push({ ...flaw, offset });
}

function isGlobal(value: Value | undefined): value is GlobalValue {
  return typeof value === 'object' && value !== null && value.kind === 'global';
}

/** copyreg's helpers that make an instance of a class by its `__new__` (CPython, Lib/copyreg.py). */
const RECONSTRUCTORS: ReadonlySet<string> = new Set(['copyreg._reconstructor', 'copy_reg._reconstructor']);
const NEW_OBJECT: ReadonlySet<string> = new Set(['copyreg.__newobj__', 'copy_reg.__newobj__']);

/** `copyreg.__newobj__(cls, *arguments)` does what NEWOBJ does: both calls are written down. */
function callAgain(machine: Machine, call: CallToRecord): Value {
  const [made = null, ...rest] = call.values;
  machine.recorder.call({ ...call, makes: made });
  return noteCall(machine, { ...call, form: 'NEWOBJ', callee: made, values: rest, total: Math.max(0, call.total - 1) });
}

/** Functions that answer with what a name leads to: `getattr(module.Class, 'name')`, NumPy's ufuncs before 1.20, dill's types. */
const LOOK_UPS: ReadonlySet<string> = new Set([
  'builtins.getattr',
  '__builtin__.getattr',
  'numpy.core._ufunc_reconstruct',
  'numpy._core._ufunc_reconstruct',
  'dill._dill._load_type',
]);

function lookedUp(machine: Machine, { callee, values, offset }: CallToRecord): Value | null {
  const [from, name, more] = values;
  if (isGlobal(callee) && callee.name === '_load_type')
    return isPlainType(from) && values.length === 1
      ? machine.recorder.lookUp(moduleOfType(from), from, 'dill', offset)
      : null;
  if (typeof name !== 'string' || more !== undefined) return null;
  const by = isGlobal(callee) && callee.name === 'getattr' ? 'getattr' : 'ufunc';
  if (by === 'ufunc') return typeof from === 'string' ? machine.recorder.lookUp(from, name, by, offset) : null;
  if (!isGlobal(from) || from.module === null || from.name === null) return null;
  return machine.recorder.lookUp(from.module, `${from.name}.${name}`, by, offset);
}

/** `copyreg.add_extension(module, name, code)`: EXT opcodes with this code look that global up. */
function register(machine: Machine, [module, name, code]: readonly Value[]): void {
  if (typeof module !== 'string' || typeof name !== 'string' || typeof code !== 'number') return;
  machine.session.extensions.set(code, { module, name });
}

/** `reduce_graph_module(body, imports)` runs `imports` and the code in the body. */
const GRAPH = 'torch.fx.graph_module.reduce_graph_module';
/** Modules of FX in one program; genuine files have one, and a few within it. */
const MOST_GRAPHS = 1000;

function noteGraph(machine: Machine, { values: [body, imports], offset }: CallToRecord): void {
  const plain = body !== undefined && isCollection(body) && body.type === 'dict' && body.keys?.runs === undefined;
  const code = plain ? (body.keys?.code ?? null) : null;
  const isText = typeof imports === 'string' || (typeof imports === 'object' && imports?.kind === 'text');
  if (machine.graphs.length < MOST_GRAPHS) machine.graphs.push({ imports: isText ? imports : null, code, offset });
  else machine.unfollowed += 1;
}

/** Notes what is unpickled in turn; a call whose bytes nobody has is counted. */
function noteNested(machine: Machine, value: Value | undefined): void {
  const content = contentOf(value);
  const key = typeof content === 'object' ? content.start : content;
  if (content === undefined || key === undefined || machine.nested.size >= MOST_NESTED) machine.unfollowed += 1;
  else machine.nested.set(key, content);
}

function contentOf(value: Value | undefined): BytesValue | TextValue | string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (value.kind === 'bytes') return value;
  return value.kind === 'result' ? value.encoded : undefined;
}

const ENCODERS: ReadonlySet<string> = new Set(['_codecs.encode', 'codecs.encode']);
const LATIN: ReadonlySet<Value | undefined> = new Set(['latin1', 'latin-1']);

/** `_codecs.encode(text, 'latin1')` gives the bytes that the text stands for. */
function encoded(result: ResultValue, [text, codec]: readonly Value[]): ResultValue {
  if (!LATIN.has(codec)) return result;
  if (typeof text === 'string') return { ...result, encoded: text };
  const long = typeof text === 'object' && text !== null && text.kind === 'text';
  return long ? { ...result, encoded: text } : result;
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

/** Bytes of one element of a storage class; null when the class is not known. */
export function elementBytes(storage: string | null): number | null {
  return ELEMENT_BYTES.get(storage) ?? null;
}

/** `('storage', torch.FloatStorage, key, location, elements, …)`: what the trailing bytes of a legacy file hold. */
export function noteStorage(machine: Machine, id: Value): void {
  if (!isCollection(id) || id.type !== 'tuple' || id.items[0] !== 'storage') return;
  const [, type, key, location, elements] = id.items;
  // Tensors without bytes have a storage that is named and not written.
  if (location === 'meta') return;
  if (typeof key !== 'string' || typeof elements !== 'number') return;
  const global = typeof type === 'object' && type !== null && type.kind === 'global' ? type : undefined;
  const width = ELEMENT_BYTES.get(global?.name);
  machine.storages.set(key, width === undefined ? null : width * elements);
  machine.elements.set(key, elements);
}

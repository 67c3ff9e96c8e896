import { BrokenProgram, type Instruction } from './decode.ts';
import { countOf, dtypeOf, isResult } from './element-types.ts';
import { type Machine, push } from './machine.ts';
import { opcodeByte } from './opcodes.ts';
import { type GlobalValue, isCollection, type ResultValue, type Value } from './values.ts';
import type { Window } from './window.ts';

/**
 * joblib's arrays lie in the program itself: once the wrapper of one is built, its loader reads the array's bytes and
 * goes on behind them (joblib/numpy_pickle.py 1.6.0, NumpyUnpickler.load_build and NumpyArrayWrapper.read_array).
 */
export interface JoblibArrays {
  /** Looks at an instruction before it is carried out. */
  before(instruction: Instruction): void;
  /** Looks at what it left; answers the array that follows, if one does. */
  after(instruction: Instruction): InlineArray | null;
}

/** Bytes that are no instructions. `objects`: a pickle program of its own, read by a plain unpickler. */
export interface InlineArray {
  readonly objects: boolean;
  readonly bytes: number;
  /** Whether a byte that tells the length of a padding, and the padding, come first. */
  readonly aligned: boolean;
}

const WRAPPERS: ReadonlySet<string> = new Set([
  'joblib.numpy_pickle.NumpyArrayWrapper',
  'sklearn.externals.joblib.numpy_pickle.NumpyArrayWrapper',
]);
const RECONSTRUCTORS: ReadonlySet<string> = new Set(['copyreg._reconstructor', 'copy_reg._reconstructor']);

const BUILD = opcodeByte('BUILD');
const FRAME = opcodeByte('FRAME');
const NEWOBJ_EX = opcodeByte('NEWOBJ_EX');
const MAKERS: ReadonlySet<number> = new Set([opcodeByte('REDUCE'), opcodeByte('NEWOBJ'), NEWOBJ_EX]);

/** Instructions to which `before` and `after` have something to say. */
export const WATCHED: readonly boolean[] = Array.from(
  { length: 256 },
  (_, code) => code === BUILD || code === FRAME || MAKERS.has(code),
);

/** Follows the wrappers of one program. */
export function followArrays(machine: Machine): JoblibArrays {
  const wrappers = new WeakSet<object>();
  let made = false;
  let built: { readonly target: ResultValue; readonly state: Value } | null = null;
  let frameEnd = 0;
  return {
    before: ({ code }) => {
      made = false;
      built = null;
      const { stack } = machine;
      if (MAKERS.has(code)) made = isWrapperMade(stack, code);
      if (code !== BUILD) return;
      const target = stack.at(-2);
      if (target !== undefined && isResult(target)) built = { target, state: stack.at(-1) ?? null };
    },
    after: ({ code, next, operand, at }) => {
      const top = machine.stack.at(-1);
      if (code === FRAME) frameEnd = next + operand;
      if (made && top !== undefined && isResult(top)) wrappers.add(top);
      if (built === null) return null;
      const { target, state } = built;
      if (!wrappers.has(target)) return null;
      // The loader reads arrays behind the frame, and goes on within it.
      if (next < frameEnd) throw new BrokenProgram('has an array within a frame', at);
      const inline = arrayOf(state);
      if (inline === null) throw new BrokenProgram('has an array whose size could not be followed', at);
      // The array takes the wrapper's place; the memo keeps the wrapper.
      machine.stack.pop();
      push(machine, { ...target });
      return inline;
    },
  };
}

function isWrapperMade(stack: readonly Value[], code: number): boolean {
  const extra = code === NEWOBJ_EX ? 1 : 0;
  const callee = stack.at(-2 - extra);
  const given = stack.at(-1 - extra);
  if (callee === undefined || given === undefined || !isGlobal(callee)) return false;
  if (WRAPPERS.has(callee.path)) return true;
  if (!RECONSTRUCTORS.has(callee.path) || !isCollection(given)) return false;
  const first = given.items[0];
  return first !== undefined && isGlobal(first) && WRAPPERS.has(first.path);
}

/** Attributes of the wrapper; any other might stand for a method of it. */
const ATTRIBUTES: ReadonlySet<Value> = new Set([
  'subclass',
  'shape',
  'order',
  'dtype',
  'allow_mmap',
  'numpy_array_alignment_bytes',
]);

function arrayOf(state: Value): InlineArray | null {
  const attributes = attributesOf(state);
  if (attributes === null) return null;
  const element = dtypeOf(attributes.get('dtype'))?.element ?? null;
  const count = countOf(attributes.get('shape'));
  if (element === null || element.bytes === null || count === null) return null;
  const bytes = count * element.bytes;
  if (!Number.isSafeInteger(bytes)) return null;
  const aligned = (attributes.get('numpy_array_alignment_bytes') ?? null) !== null;
  return { objects: element.objects, bytes, aligned };
}

function attributesOf(state: Value): ReadonlyMap<Value, Value> | null {
  if (!isCollection(state) || state.type !== 'dict' || state.items.length !== state.length * 2) return null;
  const attributes = new Map<Value, Value>();
  for (let index = 0; index + 1 < state.items.length; index += 2) {
    const key = state.items[index] ?? null;
    if (!ATTRIBUTES.has(key)) return null;
    attributes.set(key, state.items[index + 1] ?? null);
  }
  return attributes;
}

function isGlobal(value: Value): value is GlobalValue {
  return typeof value === 'object' && value !== null && value.kind === 'global';
}

/**
 * Where the program goes on behind an array at `at`; or how many bytes from there the window must hold first, as a
 * negative number. Throws BrokenProgram for an array that reaches past the end.
 */
export function behindArray(window: Window, at: number, { bytes, aligned }: InlineArray): number {
  let next = at + bytes;
  if (aligned) {
    if (at >= window.size) throw new BrokenProgram('is cut off before an array', at);
    const padding = window.bytes[at - window.start];
    if (padding === undefined) return -1;
    next += 1 + padding;
  }
  if (next > window.size) throw new BrokenProgram(`has an array of ${bytes} bytes that reaches past the end`, at);
  return next;
}

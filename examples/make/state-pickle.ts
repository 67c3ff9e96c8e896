import type { NamedTensor } from './safetensors.ts';

/** What a state pickle holds: tensors, each in its own storage, and second names of some of them. */
export interface State {
  readonly tensors: readonly NamedTensor[];
  /** From another name to a tensor's name: PyTorch keeps tied weights once. */
  readonly ties: readonly (readonly [other: string, name: string])[];
  /** A shell command that loading runs; null for an honest file. */
  readonly command: string | null;
}

/**
 * A protocol 2 pickle of an OrderedDict of tensors, opcode for opcode what torch.save writes.
 * Opcodes: https://github.com/python/cpython/blob/main/Lib/pickletools.py
 */
export function pickleState({ tensors, ties, command }: State): Buffer {
  const pickle = pickler();
  pickle.raw('\x80\x02');
  if (command !== null) putCommand(pickle, command);
  pickle.global('collections OrderedDict');
  pickle.raw(')R');
  pickle.remember('the dictionary');
  pickle.raw('(');
  tensors.forEach((tensor, storage) => {
    pickle.text(tensor.name, { again: false });
    putTensor(pickle, tensor, String(storage));
  });
  for (const [other, name] of ties) {
    pickle.text(other, { again: false });
    pickle.recall(`tensor ${name}`);
  }
  pickle.raw('u.');
  return pickle.bytes();
}

/** Calls posix.system(command) and throws its answer away: what follows loads as if nothing had been. */
function putCommand(pickle: Pickler, command: string): void {
  pickle.global('posix system');
  pickle.text(command, { again: false });
  pickle.raw('\x85');
  pickle.remember('the arguments');
  pickle.raw('R0');
}

function putTensor(pickle: Pickler, { name, shape, values }: NamedTensor, storage: string): void {
  pickle.global('torch._utils _rebuild_tensor_v2');
  pickle.raw('((');
  pickle.text('storage', { again: true });
  pickle.global('torch FloatStorage');
  pickle.text(storage, { again: false });
  pickle.text('cpu', { again: true });
  pickle.integer(values.length);
  pickle.raw('t');
  pickle.remember(`storage ${name}`);
  pickle.raw('Q');
  pickle.integer(0);
  putIntegers(pickle, shape);
  putIntegers(pickle, stridesOf(shape));
  pickle.raw('\x89');
  pickle.global('collections OrderedDict');
  pickle.raw(')R');
  pickle.remember(`hooks ${name}`);
  pickle.raw('t');
  pickle.remember(`parts ${name}`);
  pickle.raw('R');
  pickle.remember(`tensor ${name}`);
}

/** A tuple of one or two. */
function putIntegers(pickle: Pickler, integers: readonly number[]): void {
  for (const integer of integers) pickle.integer(integer);
  pickle.raw(integers.length === 1 ? '\x85' : '\x86');
  pickle.remember(null);
}

function stridesOf(shape: readonly number[]): readonly number[] {
  return shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
}

type Pickler = ReturnType<typeof pickler>;

/** Bytes, and the memo: what was put under a key once is fetched by its number after. */
function pickler() {
  const parts: Buffer[] = [];
  const memo = new Map<string, number>();
  let memoSize = 0;

  const raw = (opcodes: string): void => {
    parts.push(Buffer.from(opcodes, 'latin1'));
  };
  const remember = (key: string | null): void => {
    raw(memoSize < 256 ? 'q' : 'r');
    parts.push(littleInteger(memoSize, memoSize < 256 ? 1 : 4));
    if (key !== null) memo.set(key, memoSize);
    memoSize += 1;
  };
  const recall = (key: string): boolean => {
    const index = memo.get(key);
    if (index === undefined) return false;
    raw(index < 256 ? 'h' : 'j');
    parts.push(littleInteger(index, index < 256 ? 1 : 4));
    return true;
  };
  const global = (name: string): void => {
    if (recall(`global ${name}`)) return;
    raw(`c${name.replace(' ', '\n')}\n`);
    remember(`global ${name}`);
  };
  const text = (value: string, { again }: { again: boolean }): void => {
    if (again && recall(`text ${value}`)) return;
    const bytes = Buffer.from(value, 'utf8');
    parts.push(Buffer.from('X'), littleInteger(bytes.length, 4), bytes);
    remember(again ? `text ${value}` : null);
  };
  const integer = (value: number): void => {
    const [opcode, width] =
      value < 2 ** 8 ? (['K', 1] as const) : value < 2 ** 16 ? (['M', 2] as const) : (['J', 4] as const);
    raw(opcode);
    parts.push(littleInteger(value, width));
  };
  return { raw, remember, recall, global, text, integer, bytes: () => Buffer.concat(parts) };
}

function littleInteger(value: number, width: number): Buffer {
  const bytes = Buffer.alloc(width);
  bytes.writeUIntLE(value, 0, width);
  return bytes;
}

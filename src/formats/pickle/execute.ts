import { LIMITS } from '../../kernel/limits.ts';
import { BrokenProgram, type Instruction } from './decode.ts';
import { noteCall, noteStorage } from './effects.ts';
import { dtypeOf, noteShared } from './element-types.ts';
import { isHolder, noteHeld, noteNamed } from './expansion.ts';
import { mayHold } from './held-signs.ts';
import {
  decodeUtf8,
  double,
  floatLine,
  indexLine,
  integerLine,
  latinText,
  littleEndian,
  quotedText,
  rawUnicodeText,
  textOf,
} from './literals.ts';
import {
  argumentsOf,
  fence,
  gathered,
  type Machine,
  MOST_HELD,
  mark,
  peek,
  pop,
  popMany,
  popMark,
  push,
  underflow,
} from './machine.ts';
import { opcodeByte } from './opcodes.ts';
import { noteSetting } from './settings.ts';
import { noteKey, noteOpener, noteOpeners } from './states.ts';
import { type CollectionValue, extend, holdsObjects, isCollection, type Value } from './values.ts';
import type { Window } from './window.ts';

/** Protocols that exist; the unpickler refuses others. */
const HIGHEST_PROTOCOL = 5;

/** Bytes of a payload that are kept to be shown. */
const PREVIEW = 128;

type Handler = (machine: Machine, instruction: Instruction) => void;

/** Carries out one instruction but STOP, which ends the program. Throws BrokenProgram where the unpickler would stop. */
export function execute(machine: Machine, instruction: Instruction): void {
  const handler = HANDLERS[instruction.code];
  if (handler === undefined) throw new BrokenProgram('has an instruction that nobody knows', instruction.at);
  handler(machine, instruction);
}

const integer: Handler = (machine, { operand }) => push(machine, operand);
const bytes: Handler = (machine, instruction) => {
  const { start, length, head } = instruction;
  noteCarried(machine, instruction);
  push(machine, { kind: 'bytes', start, length, head: head.slice(0, PREVIEW) });
};

const BININT1 = opcodeByte('BININT1');
const BININT2 = opcodeByte('BININT2');

/**
 * Carries out up to so many small numbers that stand at `at` one behind the other, as lists and shapes are written: at once,
 * since a number says nothing that another does not. Answers where the next instruction stands.
 */
export function takeNumbers(machine: Machine, { bytes, start }: Window, at: number, most: number): number {
  const { stack } = machine;
  const room = Math.min(most, LIMITS.pickleStack - stack.length);
  let index = at - start;
  let taken = 0;
  for (; taken < room; taken++) {
    const code = bytes[index];
    if (code === BININT2 && index + 2 < bytes.length) {
      stack.push((bytes[index + 1] ?? 0) | ((bytes[index + 2] ?? 0) << 8));
      index += 3;
    } else if (code === BININT1 && index + 1 < bytes.length) {
      stack.push(bytes[index + 1] ?? 0);
      index += 2;
    } else break;
  }
  machine.opcodes += taken;
  return start + index;
}

/** Keeps the place of what may hold a program; that of a quoted text without its quotes. */
function noteCarried(machine: Machine, { start, length, head }: Instruction, quotes = 0): void {
  if (machine.held.length >= MOST_HELD) return;
  const letters = quotes === 0 ? head : head.subarray(quotes, head.length - quotes);
  if (!mayHold(letters, length - 2 * quotes)) return;
  machine.held.push({ start: start + quotes, length: length - 2 * quotes });
}

const utf8: Handler = (machine, instruction) => {
  noteCarried(machine, instruction);
  push(machine, textOf(instruction, machine.session));
};
const latin: Handler = (machine, instruction) => {
  noteCarried(machine, instruction);
  push(machine, latinText(instruction, machine.session));
};
const raw: Handler = (machine, instruction) => {
  noteCarried(machine, instruction);
  push(machine, rawUnicodeText(instruction, machine.session));
};
const quoted: Handler = (machine, instruction) => {
  noteCarried(machine, instruction, 1);
  push(machine, quotedText(instruction, machine.session));
};
const long: Handler = (machine, instruction) => push(machine, littleEndian(instruction));

/** What only puts a value on the stack. */
const LITERALS: Readonly<Record<string, Handler>> = {
  NONE: (machine) => push(machine, null),
  NEWTRUE: (machine) => push(machine, true),
  NEWFALSE: (machine) => push(machine, false),
  INT: (machine, instruction) => push(machine, integerLine(instruction, true)),
  LONG: (machine, instruction) => push(machine, integerLine(instruction, false)),
  FLOAT: (machine, instruction) => push(machine, floatLine(instruction)),
  BINFLOAT: (machine, { operand }) => push(machine, double(operand)),
  BININT: integer,
  BININT1: integer,
  BININT2: integer,
  LONG1: long,
  LONG4: long,
  STRING: quoted,
  UNICODE: raw,
  BINSTRING: latin,
  SHORT_BINSTRING: latin,
  BINUNICODE: utf8,
  SHORT_BINUNICODE: utf8,
  BINUNICODE8: utf8,
  BINBYTES: bytes,
  SHORT_BINBYTES: bytes,
  BINBYTES8: bytes,
  BYTEARRAY8: bytes,
  NEXT_BUFFER: (machine) => {
    machine.outsideBuffers += 1;
    push(machine, { kind: 'opaque', why: 'buffer from outside' });
  },
  READONLY_BUFFER: (machine, { at }) => void peek(machine, at),
};

/** What moves, remembers and gathers values. */
const STACK: Readonly<Record<string, Handler>> = {
  MARK: (machine) => mark(machine),
  POP: (machine, { at }) => {
    if (machine.marks.at(-1) === machine.stack.length) machine.marks.pop();
    else pop(machine, at);
  },
  POP_MARK: (machine, { at }) => void popMark(machine, at),
  DUP: (machine, { at }) => {
    share(machine, peek(machine, at));
    push(machine, peek(machine, at));
  },
  GET: (machine, instruction) => recall(machine, indexLine(instruction), instruction.at),
  BINGET: (machine, { operand, at }) => recall(machine, operand, at),
  LONG_BINGET: (machine, { operand, at }) => recall(machine, operand, at),
  PUT: (machine, instruction) => remember(machine, indexLine(instruction), instruction.at),
  BINPUT: (machine, { operand, at }) => remember(machine, operand, at),
  LONG_BINPUT: (machine, { operand, at }) => remember(machine, operand, at),
  MEMOIZE: (machine, { at }) => remember(machine, null, at),
  EMPTY_TUPLE: (machine) => push(machine, gathered(machine, 'tuple', [])),
  TUPLE: (machine, { at }) => gather(machine, 'tuple', popMark(machine, at)),
  TUPLE1: (machine, { at }) => gather(machine, 'tuple', popMany(machine, 1, at)),
  TUPLE2: (machine, { at }) => gather(machine, 'tuple', popMany(machine, 2, at)),
  TUPLE3: (machine, { at }) => gather(machine, 'tuple', popMany(machine, 3, at)),
  EMPTY_LIST: (machine) => push(machine, gathered(machine, 'list', [])),
  LIST: (machine, { at }) => gather(machine, 'list', popMark(machine, at)),
  EMPTY_DICT: (machine) => push(machine, gathered(machine, 'dict', [])),
  DICT: (machine, { at }) => {
    const dict = gathered(machine, 'dict', []);
    const values = popMark(machine, at);
    machine.recorder.refer(values);
    noteHeld(dict, values);
    noteOpeners(machine.flaws, values, at);
    fillDict(machine, dict, values, at);
    push(machine, dict);
  },
  EMPTY_SET: (machine) => push(machine, gathered(machine, 'set', [])),
  FROZENSET: (machine, { at }) => gather(machine, 'frozenset', hashable(popMark(machine, at), at)),
};

/** What looks up, calls, and builds upon. */
const EFFECTS: Readonly<Record<string, Handler>> = {
  PROTO: (machine, { operand, at }) => {
    if (operand > HIGHEST_PROTOCOL) throw new BrokenProgram(`has protocol ${operand}, which does not exist`, at);
    machine.protocol = operand;
  },
  // A frame is checked where it is read: see program.ts.
  FRAME: () => {},
  GLOBAL: (machine, { head, second, at }) =>
    push(machine, machine.recorder.lookUp(decodeUtf8(head), decodeUtf8(second), 'GLOBAL', at)),
  STACK_GLOBAL: (machine, { at }) => {
    const [module, name] = popMany(machine, 2, at);
    push(machine, machine.recorder.lookUp(nameOf(module), nameOf(name), 'STACK_GLOBAL', at));
  },
  EXT1: (machine, instruction) => pushExtension(machine, instruction, 'EXT1'),
  EXT2: (machine, instruction) => pushExtension(machine, instruction, 'EXT2'),
  EXT4: (machine, instruction) => pushExtension(machine, instruction, 'EXT4'),
  PERSID: (machine, instruction) =>
    pushPersistent(machine, latinText(instruction, machine.session), 'PERSID', instruction.at),
  BINPERSID: (machine, { at }) => pushPersistent(machine, pop(machine, at), 'BINPERSID', at),
  REDUCE: (machine, { at }) => {
    const [callee = null, given = null] = popMany(machine, 2, at);
    push(machine, noteCall(machine, { form: 'REDUCE', callee, ...argumentsOf(given), offset: at }));
  },
  NEWOBJ: (machine, { at }) => {
    const [callee = null, given = null] = popMany(machine, 2, at);
    push(machine, noteCall(machine, { form: 'NEWOBJ', callee, ...argumentsOf(given), offset: at }));
  },
  NEWOBJ_EX: (machine, { at }) => {
    const [callee = null, given = null, keywords = null] = popMany(machine, 3, at);
    const { values, total } = argumentsOf(given);
    const plain = isCollection(keywords) && keywords.type === 'dict' && keywords.length === 0;
    const all = plain ? values : [...values, keywords];
    push(
      machine,
      noteCall(machine, { form: 'NEWOBJ_EX', callee, values: all, total: plain ? total : total + 1, offset: at }),
    );
  },
  INST: (machine, { head, second, at }) => {
    const values = popMark(machine, at);
    const callee = machine.recorder.lookUp(decodeUtf8(head), decodeUtf8(second), 'INST', at);
    push(machine, noteCall(machine, { form: 'INST', callee, values, total: values.length, offset: at }));
  },
  OBJ: (machine, { at }) => {
    const [callee, ...values] = popMark(machine, at);
    if (callee === undefined) throw underflow(at);
    push(machine, noteCall(machine, { form: 'OBJ', callee, values, total: values.length, offset: at }));
  },
  BUILD: (machine, { at }) => {
    const [target = null, state = null] = popMany(machine, 2, at);
    push(machine, target);
    noteCall(machine, { form: 'BUILD', callee: target, method: '__setstate__', values: [state], total: 1, offset: at });
  },
  APPEND: (machine, { at }) => {
    const value = pop(machine, at);
    append(machine, [value], 'APPEND', at);
  },
  APPENDS: (machine, { at }) => append(machine, popMark(machine, at), 'APPENDS', at),
  SETITEM: (machine, { at }) => setItems(machine, popMany(machine, 2, at), 'SETITEM', at),
  SETITEMS: (machine, { at }) => setItems(machine, popMark(machine, at), 'SETITEMS', at),
  ADDITEMS: (machine, { at }) => {
    const values = hashable(popMark(machine, at), at);
    const target = peek(machine, at);
    machine.recorder.refer(values);
    hold(machine, target, values);
    if (isCollection(target) && target.type === 'set') extend(target, values);
    else if (values.length > 0) foreign(machine, { form: 'ADDITEMS', method: 'add', target, values, at });
  },
};

const HANDLERS: readonly (Handler | undefined)[] = tableOf({ ...LITERALS, ...STACK, ...EFFECTS });

function tableOf(handlers: Readonly<Record<string, Handler>>): (Handler | undefined)[] {
  const table: (Handler | undefined)[] = Array.from({ length: 256 });
  for (const [name, handler] of Object.entries(handlers)) table[opcodeByte(name)] = handler;
  return table;
}

function gather(machine: Machine, type: CollectionValue['type'], values: readonly Value[]): void {
  const made = gathered(machine, type, values);
  if (holdsObjects(values)) {
    machine.recorder.refer(values);
    noteHeld(made, values);
  }
  push(machine, made);
}

/** Puts down what comes into a target, unless the target is another machine's. */
function hold(machine: Machine, target: Value, values: readonly Value[]): void {
  if (!machine.looksOn) noteHeld(target, values);
}

function remember(machine: Machine, index: number | null, at: number): void {
  const value = peek(machine, at);
  noteNamed(value);
  if (index === null) machine.memo.memoize(value);
  else machine.memo.put(index, value);
}

function share(machine: Machine, value: Value): void {
  noteShared(value);
  noteNamed(value);
  if (isHolder(value) && !machine.looksOn) machine.shared.add(value);
}

function recall(machine: Machine, index: number, at: number): void {
  const value = machine.memo.get(index);
  if (value === undefined) throw new BrokenProgram(`takes memo cell ${index}, where nothing was put`, at);
  share(machine, value);
  push(machine, value);
}

function fillDict({ settings }: Machine, dict: Value, values: readonly Value[], at: number): void {
  if (values.length % 2 !== 0) throw new BrokenProgram('has a key without a value', at);
  if (!isCollection(dict)) return;
  for (let index = 0; index + 1 < values.length; index += 2) {
    if (isUnhashable(values[index])) throw new BrokenProgram('has a key that cannot be hashed', at);
    noteKey(dict, values[index] ?? null, values[index + 1] ?? null);
    noteSetting(settings, values[index] ?? null, values[index + 1] ?? null, at);
  }
  if (dict.length === 0 && isField(values[1])) dict.kept = Math.max(dict.kept, KEPT_FIELDS);
  extend(dict, values);
  // A dict counts its pairs.
  dict.length -= values.length / 2;
}

/** Python refuses these as keys: the program ends here. */
function isUnhashable(value: Value | undefined): boolean {
  return value !== undefined && isCollection(value) && /^(?:list|dict|set)$/.test(value.type);
}

/** Members of a set: Python hashes them as it does keys. */
function hashable(values: readonly Value[], at: number): readonly Value[] {
  if (values.some(isUnhashable)) throw new BrokenProgram('has a member of a set that cannot be hashed', at);
  return values;
}

/** Items of the fields of an array's elements that are kept: tables have thousands of columns. */
const KEPT_FIELDS = 20_000;

function isField(value: Value | undefined): boolean {
  return value !== undefined && isCollection(value) && dtypeOf(value.items[0]) !== undefined;
}

function nameOf(value: Value | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function pushExtension(machine: Machine, { operand, at }: Instruction, opcode: string): void {
  if (operand <= 0) throw new BrokenProgram('has an extension code below 1', at);
  const known = machine.session.extensions.get(operand);
  push(machine, machine.recorder.lookUp(known?.module ?? null, known?.name ?? null, opcode, at));
}

function pushPersistent(machine: Machine, id: Value, form: string, at: number): void {
  noteCall(machine, {
    form,
    callee: { kind: 'opaque', why: 'persistent_load' },
    values: [id],
    total: 1,
    offset: at,
  });
  noteStorage(machine, id);
  push(machine, containerOf(id) ?? { kind: 'persistent', id });
}

/** `('module', class, file, source)`: how torch.save before 1.6 wrote the classes of a model; its loader gives the class. */
function containerOf(id: Value): Value | null {
  if (!isCollection(id) || id.type !== 'tuple' || id.items[0] !== 'module') return null;
  const made = id.items[1];
  return typeof made === 'object' && made !== null && made.kind === 'global' ? made : null;
}

function append(machine: Machine, values: readonly Value[], form: string, at: number): void {
  const target = peek(machine, at);
  if (values.length === 0) return;
  if (holdsObjects(values)) {
    machine.recorder.refer(values);
    hold(machine, target, values);
    for (const value of values) noteOpener(machine.flaws, value, at);
  }
  if (isCollection(target) && target.type === 'list') extend(target, values);
  else foreign(machine, { form, method: 'extend', target, values, at });
}

function setItems(machine: Machine, values: readonly Value[], form: string, at: number): void {
  const target = peek(machine, at);
  if (values.length === 0) return;
  if (holdsObjects(values)) {
    machine.recorder.refer(values);
    noteOpeners(machine.flaws, values, at);
    hold(machine, target, values);
  }
  if (isCollection(target) && target.type === 'dict') fillDict(machine, target, values, at);
  else {
    if (values.length % 2 !== 0) throw new BrokenProgram('has a key without a value', at);
    if (typeof target === 'object' && target !== null && target.kind === 'result') target.entries?.push(...values);
    foreign(machine, { form, method: '__setitem__', target, values, at });
  }
}

interface Foreign {
  readonly form: string;
  readonly method: string;
  readonly target: Value;
  readonly values: readonly Value[];
  readonly at: number;
}

/** A method of something that is no plain list, dict or set is called: it may do anything. */
function foreign(machine: Machine, { form, method, target, values, at }: Foreign): void {
  noteCall(machine, { form, callee: target, method, values, total: values.length, offset: at });
}

/** Whether anything lies above the newest MARK: what STOP needs. */
export function hasTop(machine: Machine): boolean {
  return machine.stack.length > fence(machine);
}

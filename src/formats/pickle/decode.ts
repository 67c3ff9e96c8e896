import { OverBudgetError } from '../../kernel/budget.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { type ArgumentKind, OPCODES } from './opcodes.ts';
import type { Window } from './window.ts';

const LINE_FEED = 0x0a;
/** Bytes of a payload that are looked at; beyond, only its length is known. */
export const KEPT_BYTES = 4096;
/** A line is one number, name or text; the longest genuine ones are texts of protocol 0. */
const LINE_LIMIT = LIMITS.wholeFile;
/** Past so much of a persistent id with NUL in it, the bytes are numbers: a safetensors file may begin with this letter. */
const ID_LIMIT = 64 * 1024;

/** The program cannot go on at `offset`: an unpickler would stop with an error here too. */
export class BrokenProgram extends Error {
  override readonly name = 'BrokenProgram';
  readonly offset: number;

  constructor(message: string, offset: number) {
    // Half of all texts are tried as programs and break: nobody looks at where in our code, and gathering that costs most of it.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
    this.offset = offset;
  }
}

/** One decoded instruction. The machine has one and overwrites it: `head` is a view that is not to be kept. */
export interface Instruction {
  code: number;
  at: number;
  next: number;
  /** A number given in the instruction itself. */
  operand: number;
  /** Payload: its place and length, and its first KEPT_BYTES. For two lines, the first. */
  start: number;
  length: number;
  head: Uint8Array;
  /** The second of two lines. */
  second: Uint8Array;
}

const NOTHING = new Uint8Array(0);

export function blankInstruction(): Instruction {
  // No whole number at first, so that V8 keeps room for any: changing that later makes each new one slow.
  return { code: 0, at: 0, next: 0, operand: Number.NaN, start: 0, length: 0, head: NOTHING, second: NOTHING };
}

/**
 * Decodes the instruction at `at`. Answers 0 when it is in `out`, or how many bytes from `at` the window must hold
 * first. Throws BrokenProgram for what is no instruction or reaches past the end of the source.
 */
export function decode(window: Window, at: number, out: Instruction): number {
  if (at >= window.size) throw new BrokenProgram('ends without STOP', at);
  const index = at - window.start;
  if (index < 0 || index >= window.bytes.length) return 1;
  const code = window.bytes[index] ?? 0;
  const decoder = DECODER_OF[code];
  if (decoder === undefined)
    throw new BrokenProgram(`has 0x${code.toString(16).padStart(2, '0')}, which is no instruction`, at);
  out.code = code;
  out.at = at;
  if (decoder === null) {
    out.next = at + 1;
    return 0;
  }
  return decoder(window, index + 1, out);
}

type Decoder = (window: Window, index: number, out: Instruction) => number;

const DECODERS: Readonly<Record<Exclude<ArgumentKind, 'none'>, Decoder>> = {
  // The shortest, which are the most, without a call of V8's.
  u1: fixed(1, ({ bytes }, index) => bytes[index] ?? 0),
  u2: fixed(2, ({ bytes }, index) => (bytes[index] ?? 0) | ((bytes[index + 1] ?? 0) << 8)),
  u4: fixed(4, ({ view }, index) => view.getUint32(index, true)),
  i4: fixed(4, ({ view }, index) => view.getInt32(index, true)),
  u8: fixed(8, ({ view }, index) => Number(view.getBigUint64(index, true))),
  f8: fixed(8, ({ view }, index) => view.getFloat64(index, false)),
  c1: counted(1, ({ bytes }, index) => bytes[index] ?? 0),
  c4: counted(4, ({ view }, index) => view.getUint32(index, true)),
  c8: counted(8, ({ view }, index) => Number(view.getBigUint64(index, true))),
  line: line(lineEnd),
  id: line(idEnd),
  lines: (window, index, out) => {
    const first = lineEnd(window, index, out.at);
    if (first < 0) return -first;
    const second = lineEnd(window, first + 1, out.at);
    if (second < 0) return -second;
    keepLine(window, index, first, out);
    out.second = window.bytes.subarray(first + 1, second);
    out.next = window.start + second + 1;
    return 0;
  },
};

/** The decoder of each byte: null where nothing follows it, undefined where it is no instruction. */
const DECODER_OF = OPCODES.map((opcode) =>
  opcode === undefined ? undefined : opcode.argument === 'none' ? null : DECODERS[opcode.argument],
);

function line(endOf: typeof lineEnd): Decoder {
  return (window, index, out) => {
    const end = endOf(window, index, out.at);
    if (end < 0) return -end;
    keepLine(window, index, end, out);
    out.next = window.start + end + 1;
    return 0;
  };
}

type ReadNumber = (window: Window, index: number) => number;

function fixed(width: number, read: ReadNumber): Decoder {
  return (window, index, out) => {
    if (!holds(window, index, width, out.at)) return 1 + width;
    out.operand = read(window, index);
    out.next = out.at + 1 + width;
    return 0;
  };
}

function counted(width: number, read: ReadNumber): Decoder {
  return (window, index, out) => {
    if (!holds(window, index, width, out.at)) return 1 + width;
    const length = read(window, index);
    const start = out.at + 1 + width;
    if (length > window.size - start) throw new BrokenProgram(`has ${length} bytes that reach past the end`, out.at);
    const kept = Math.min(length, KEPT_BYTES);
    if (!holds(window, index + width, kept, out.at)) return 1 + width + kept;
    out.start = start;
    out.length = length;
    out.head = window.bytes.subarray(index + width, index + width + kept);
    out.next = start + length;
    return 0;
  };
}

/** Whether the window holds so many bytes; throws when the source itself does not. */
function holds(window: Window, index: number, length: number, at: number): boolean {
  if (index + length <= window.bytes.length) return true;
  if (window.start + index + length > window.size) throw new BrokenProgram('is cut off', at);
  return false;
}

/** Index of the line feed, or minus the bytes that are needed to find it. */
function lineEnd(window: Window, index: number, at: number): number {
  const end = window.bytes.indexOf(LINE_FEED, index);
  if (end >= 0) return end;
  const seen = window.start + window.bytes.length;
  if (seen >= window.size) throw new BrokenProgram('is cut off within a line', at);
  const length = seen - at;
  if (length > LINE_LIMIT) throw new OverBudgetError(`a line of more than ${LINE_LIMIT} bytes`);
  return -Math.min(Math.max(length * 2, 256), window.size - at);
}

function idEnd(window: Window, index: number, at: number): number {
  const end = lineEnd(window, index, at);
  const id = window.bytes.subarray(index, end < 0 ? undefined : end);
  if (id.length > ID_LIMIT && id.includes(0)) throw new BrokenProgram('names an object by what is no text', at);
  return end;
}

function keepLine(window: Window, index: number, end: number, out: Instruction): void {
  out.start = window.start + index;
  out.length = end - index;
  out.head = window.bytes.subarray(index, end);
}

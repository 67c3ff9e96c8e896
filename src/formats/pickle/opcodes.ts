/**
 * How an opcode's argument is laid out: nothing; an unsigned or signed number of so many bytes; a big-endian double;
 * one or two lines, or one of a persistent id; text, bytes or a little-endian integer after a length of so many bytes.
 */
export type ArgumentKind =
  | 'none'
  | 'u1'
  | 'u2'
  | 'u4'
  | 'i4'
  | 'u8'
  | 'f8'
  | 'line'
  | 'lines'
  | 'id'
  | 'c1'
  | 'c4'
  | 'c8';

export interface Opcode {
  readonly name: string;
  readonly argument: ArgumentKind;
}

/** Every opcode of protocols 0 to 5 (CPython, Lib/pickletools.py and Modules/_pickle.c), by its byte. */
const ROWS: readonly (readonly [number, string, ArgumentKind])[] = [
  [0x28, 'MARK', 'none'],
  [0x2e, 'STOP', 'none'],
  [0x30, 'POP', 'none'],
  [0x31, 'POP_MARK', 'none'],
  [0x32, 'DUP', 'none'],
  [0x46, 'FLOAT', 'line'],
  [0x49, 'INT', 'line'],
  [0x4a, 'BININT', 'i4'],
  [0x4b, 'BININT1', 'u1'],
  [0x4c, 'LONG', 'line'],
  [0x4d, 'BININT2', 'u2'],
  [0x4e, 'NONE', 'none'],
  [0x50, 'PERSID', 'id'],
  [0x51, 'BINPERSID', 'none'],
  [0x52, 'REDUCE', 'none'],
  [0x53, 'STRING', 'line'],
  [0x54, 'BINSTRING', 'c4'],
  [0x55, 'SHORT_BINSTRING', 'c1'],
  [0x56, 'UNICODE', 'line'],
  [0x58, 'BINUNICODE', 'c4'],
  [0x61, 'APPEND', 'none'],
  [0x62, 'BUILD', 'none'],
  [0x63, 'GLOBAL', 'lines'],
  [0x64, 'DICT', 'none'],
  [0x7d, 'EMPTY_DICT', 'none'],
  [0x65, 'APPENDS', 'none'],
  [0x67, 'GET', 'line'],
  [0x68, 'BINGET', 'u1'],
  [0x69, 'INST', 'lines'],
  [0x6a, 'LONG_BINGET', 'u4'],
  [0x6c, 'LIST', 'none'],
  [0x5d, 'EMPTY_LIST', 'none'],
  [0x6f, 'OBJ', 'none'],
  [0x70, 'PUT', 'line'],
  [0x71, 'BINPUT', 'u1'],
  [0x72, 'LONG_BINPUT', 'u4'],
  [0x73, 'SETITEM', 'none'],
  [0x74, 'TUPLE', 'none'],
  [0x29, 'EMPTY_TUPLE', 'none'],
  [0x75, 'SETITEMS', 'none'],
  [0x47, 'BINFLOAT', 'f8'],
  [0x80, 'PROTO', 'u1'],
  [0x81, 'NEWOBJ', 'none'],
  [0x82, 'EXT1', 'u1'],
  [0x83, 'EXT2', 'u2'],
  [0x84, 'EXT4', 'i4'],
  [0x85, 'TUPLE1', 'none'],
  [0x86, 'TUPLE2', 'none'],
  [0x87, 'TUPLE3', 'none'],
  [0x88, 'NEWTRUE', 'none'],
  [0x89, 'NEWFALSE', 'none'],
  [0x8a, 'LONG1', 'c1'],
  [0x8b, 'LONG4', 'c4'],
  [0x42, 'BINBYTES', 'c4'],
  [0x43, 'SHORT_BINBYTES', 'c1'],
  [0x8c, 'SHORT_BINUNICODE', 'c1'],
  [0x8d, 'BINUNICODE8', 'c8'],
  [0x8e, 'BINBYTES8', 'c8'],
  [0x8f, 'EMPTY_SET', 'none'],
  [0x90, 'ADDITEMS', 'none'],
  [0x91, 'FROZENSET', 'none'],
  [0x92, 'NEWOBJ_EX', 'none'],
  [0x93, 'STACK_GLOBAL', 'none'],
  [0x94, 'MEMOIZE', 'none'],
  [0x95, 'FRAME', 'u8'],
  [0x96, 'BYTEARRAY8', 'c8'],
  [0x97, 'NEXT_BUFFER', 'none'],
  [0x98, 'READONLY_BUFFER', 'none'],
];

/** The opcode of each byte; undefined where there is none. */
export const OPCODES: readonly (Opcode | undefined)[] = opcodesByByte();

function opcodesByByte(): (Opcode | undefined)[] {
  const opcodes = Array.from<Opcode | undefined>({ length: 256 });
  for (const [code, name, argument] of ROWS) opcodes[code] = { name, argument };
  return opcodes;
}

const BYTES: ReadonlyMap<string, number> = new Map(ROWS.map(([code, name]) => [name, code]));

/** Names of all opcodes. */
export const OPCODE_NAMES: readonly string[] = ROWS.map(([, name]) => name);

/** The byte of an opcode. Throws a RangeError for a name that is none. */
export function opcodeByte(name: string): number {
  const byte = BYTES.get(name);
  if (byte === undefined) throw new RangeError(`no opcode ${name}`);
  return byte;
}

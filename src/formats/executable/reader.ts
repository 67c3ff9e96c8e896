import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Defect, Format, ReaderResult } from '../format.ts';
import type { ExecutableFacts, ExecutableKind } from './facts.ts';

/**
 * Programs and libraries, known by their headers: what they do is not read, that they are programs is all there is to
 * say. Defect: `cut-short` (the header points past the end).
 */
export const executableFormat: Format<'executable'> = {
  id: 'executable',
  claims: (_path, head, size) => recognise(head, size) !== null,
  read,
};

async function read(source: ByteSource): Promise<ReaderResult<'executable'>> {
  const head = await source.read(0, Math.min(LIMITS.head, source.size));
  const found = recognise(head, source.size);
  if (found === null) throw new MalformedError('no header of a program', 0);
  return {
    facts: { format: 'executable', what: found.what, library: found.library },
    parts: [],
    defects: found.defects,
    coverage: 'structure',
  };
}

interface Recognised extends Omit<ExecutableFacts, 'format'> {
  readonly defects: readonly Defect[];
}

interface Bytes {
  readonly head: Uint8Array;
  readonly view: DataView;
  readonly size: number;
}

interface Row {
  readonly magic: readonly number[];
  readonly read: (bytes: Bytes) => Recognised | null;
}

const is =
  (what: ExecutableKind, library = false) =>
  (): Recognised => ({ what, library, defects: [] });

const ROWS: readonly Row[] = [
  { magic: [0x7f, 0x45, 0x4c, 0x46], read: elf },
  // Cosmopolitan's 'actually portable executables' begin MZqFpD=', or jartsr=' without the Windows header: llamafile.
  { magic: [0x4d, 0x5a, 0x71, 0x46, 0x70, 0x44], read: is('cosmopolitan') },
  { magic: [0x6a, 0x61, 0x72, 0x74, 0x73, 0x72], read: is('cosmopolitan') },
  { magic: [0x4d, 0x5a], read: portable },
  { magic: [0xfe, 0xed, 0xfa, 0xce], read: is('Mach-O') },
  { magic: [0xfe, 0xed, 0xfa, 0xcf], read: is('Mach-O') },
  { magic: [0xce, 0xfa, 0xed, 0xfe], read: is('Mach-O') },
  { magic: [0xcf, 0xfa, 0xed, 0xfe], read: is('Mach-O') },
  { magic: [0xca, 0xfe, 0xba, 0xbe], read: classOrFat },
  { magic: [0xca, 0xfe, 0xba, 0xbf], read: is('Mach-O') },
  { magic: [0x00, 0x61, 0x73, 0x6d], read: webAssembly },
  // Java Object Serialization Specification, 6.4: magic, version 5, and how the first object is written.
  { magic: [0xac, 0xed, 0x00, 0x05], read: javaObjects },
  { magic: [0x64, 0x65, 0x78, 0x0a, 0x30], read: is('Dalvik', true) },
  { magic: [0x1b, 0x4c, 0x75, 0x61], read: is('Lua bytecode', true) },
  { magic: [0x42, 0x43, 0xc0, 0xde], read: is('LLVM bitcode', true) },
  // Shell Link (MS-SHLLINK 2.1): size of the header and the class id.
  { magic: [0x4c, 0, 0, 0, 0x01, 0x14, 0x02, 0, 0, 0, 0, 0, 0xc0], read: is('Windows shortcut') },
  { magic: [0x21, 0x3c, 0x61, 0x72, 0x63, 0x68, 0x3e, 0x0a], read: is('static library', true) },
];

function recognise(head: Uint8Array, size: number): Recognised | null {
  for (const { magic, read: readRow } of ROWS) {
    if (magic[0] === head[0] && magic.every((byte, index) => head[index] === byte))
      return readRow({ head, view: new DataView(head.buffer, head.byteOffset, head.byteLength), size });
  }
  return pythonBytecode(head);
}

/** A stream of objects begins with one of the marks from TC_NULL to TC_ENUM. */
function javaObjects({ head }: Bytes): Recognised | null {
  const mark = head[4] ?? 0;
  return mark >= 0x70 && mark <= 0x7e ? { what: 'Java objects', library: true, defects: [] } : null;
}

/** System V ABI, chapter 4: class, byte order and version in the first bytes; the type at 16. */
function elf({ head, view }: Bytes): Recognised | null {
  if (head.length < 20) return null;
  const little = head[5] === 1;
  const shared = view.getUint16(16, little) === 3;
  return { what: 'ELF', library: shared && !namesInterpreter({ head, view }), defects: [] };
}

const PT_INTERP = 3;
/** Segments that are looked at; programs have about a dozen. */
const MOST_SEGMENTS = 100;

/** Whether a segment names what starts it: a program that may lie anywhere in memory (PIE) has the type of a library. */
function namesInterpreter({ head, view }: Pick<Bytes, 'head' | 'view'>): boolean {
  if (head.length < 64) return false;
  const little = head[5] === 1;
  const wide = head[4] === 2;
  const start = wide ? Number(view.getBigUint64(32, little)) : view.getUint32(28, little);
  const size = view.getUint16(wide ? 54 : 42, little);
  const count = Math.min(view.getUint16(wide ? 56 : 44, little), MOST_SEGMENTS);
  for (let index = 0; index < count; index++) {
    const at = start + index * size;
    if (at + 4 > head.length) return false;
    if (view.getUint32(at, little) === PT_INTERP) return true;
  }
  return false;
}

/** MS-DOS header: bytes of the last page and pages; at 0x3c where a PE header stands. Text may begin with the same two letters. */
function portable({ head, view, size }: Bytes): Recognised | null {
  if (head.length < 0x40) return null;
  const at = view.getUint32(0x3c, true);
  if (at + 4 <= head.length && view.getUint32(at, true) === 0x4550) {
    const characteristics = at + 24 <= head.length ? view.getUint16(at + 22, true) : 0;
    return { what: 'PE', library: (characteristics & 0x2000) !== 0, defects: [] };
  }
  const text = head.subarray(2, 0x40).every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
  if (text) return null;
  const sensible = view.getUint16(2, true) < 512 && view.getUint16(8, true) < 4096 && at < size;
  return sensible ? { what: 'DOS', library: false, defects: [] } : null;
}

/** Class files (JVM specification, 4.1) have a version from 45 on where fat Mach-O counts its architectures. */
function classOrFat({ head, view }: Bytes): Recognised | null {
  if (head.length < 8) return null;
  const second = view.getUint32(4, false);
  return (second & 0xffff) >= 45 ? is('Java class', true)() : is('Mach-O')();
}

function webAssembly({ head, view }: Bytes): Recognised | null {
  return head.length >= 8 && view.getUint32(4, true) <= 0x0001000d ? is('WebAssembly', true)() : null;
}

/**
 * CPython's .pyc: a magic number that ends in CR LF, flags, and a marshalled code object (PEP 552). Numbers have grown
 * from 3000 (3.0) to 3700 (3.15).
 */
function pythonBytecode(head: Uint8Array): Recognised | null {
  if (head[2] !== 0x0d || head[3] !== 0x0a) return null;
  const number = (head[0] ?? 0) + 256 * (head[1] ?? 0);
  const flags = head[4] ?? 0;
  const code = (head[16] ?? 0) & 0x7f;
  if (number < 3000 || number > 3800 || flags > 3 || code !== 0x63) return null;
  return is('Python bytecode', true)();
}

import { MalformedError } from '../../kernel/bytes.ts';
import { relative } from './bcj-x86.ts';

/** Undoes what was done to bytes before they were packed. */
export type Filter = (pieces: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

/** Converts one instruction in place; `next` is its place in the stream. */
type Instruction = (bytes: Uint8Array, at: number, place: number) => number;

/**
 * The filter of this number and these properties (The .xz File Format 5.3: delta, and what makes the targets of branches
 * absolute); null where it is none that is undone here.
 */
export function filterOf(id: number, properties: Uint8Array): Filter | null {
  if (id === DELTA) return properties.length === 1 ? delta((properties[0] ?? 0) + 1) : null;
  const start = startOf(properties);
  if (start === null) return null;
  if (id === X86) return start === 0 ? relative : null;
  const branch = BRANCHES.get(id);
  return branch === undefined ? null : (pieces) => converted(pieces, start, branch);
}

const [DELTA, X86, POWERPC, ARM, THUMB, SPARC] = [3, 4, 5, 7, 8, 9] as const;

/** Where in a program the stream begins: nought, where nothing is told. */
function startOf(properties: Uint8Array): number | null {
  if (properties.length === 0) return 0;
  if (properties.length !== 4) return null;
  return new DataView(properties.buffer, properties.byteOffset, 4).getUint32(0, true);
}

/** Each byte was written as its difference to one that stands so far before it. */
function delta(distance: number): Filter {
  return async function* undone(pieces) {
    const before = new Uint8Array(distance);
    let at = 0;
    for await (const piece of pieces) {
      const plain = new Uint8Array(piece.length);
      for (let index = 0; index < piece.length; index++) {
        const byte = ((piece[index] ?? 0) + (before[at] ?? 0)) & 0xff;
        plain[index] = byte;
        before[at] = byte;
        at = at + 1 === distance ? 0 : at + 1;
      }
      yield plain;
    }
  };
}

/** Bytes that are looked at together. */
const WIDTH = 4;

async function* converted(
  pieces: AsyncIterable<Uint8Array>,
  start: number,
  instruction: Instruction,
): AsyncGenerator<Uint8Array, void> {
  let held: Uint8Array = new Uint8Array(0);
  let place = start;
  for await (const piece of pieces) {
    const bytes = new Uint8Array(Buffer.concat([held, piece]));
    let at = 0;
    while (at + WIDTH <= bytes.length) at += instruction(bytes, at, (place + at) >>> 0);
    if (at > bytes.length) throw new MalformedError('an instruction past the end', at);
    held = bytes.slice(at);
    place += at;
    if (at > 0) yield bytes.subarray(0, at);
  }
  if (held.length > 0) yield held;
}

/** As the LZMA SDK has them (C/Bra.c). */
const BRANCHES: ReadonlyMap<number, Instruction> = new Map<number, Instruction>([
  [
    POWERPC,
    (bytes, at, place) => {
      const view = viewAt(bytes, at);
      const word = view.getUint32(0);
      if ((word & 0xfc000003) >>> 0 === 0x48000001)
        view.setUint32(0, (0x48000001 | ((((word & 0x03fffffc) - place) >>> 0) & 0x03fffffc)) >>> 0);
      return 4;
    },
  ],
  [
    ARM,
    (bytes, at, place) => {
      const view = viewAt(bytes, at);
      const word = view.getUint32(0, true);
      if (word >>> 24 === 0xeb) {
        const target = (((word & 0xffffff) << 2) - (place + 8)) >>> 0;
        view.setUint32(0, ((0xeb << 24) | ((target >>> 2) & 0xffffff)) >>> 0, true);
      }
      return 4;
    },
  ],
  [
    THUMB,
    (bytes, at, place) => {
      const view = viewAt(bytes, at);
      const [high, low] = [view.getUint16(0, true), view.getUint16(2, true)];
      if ((high & 0xf800) !== 0xf000 || (low & 0xf800) !== 0xf800) return 2;
      const source = (((high & 0x7ff) << 11) | (low & 0x7ff)) << 1;
      const target = ((source - (place + 4)) >>> 0) >>> 1;
      view.setUint16(0, 0xf000 | ((target >>> 11) & 0x7ff), true);
      view.setUint16(2, 0xf800 | (target & 0x7ff), true);
      return 4;
    },
  ],
  [
    SPARC,
    (bytes, at, place) => {
      const view = viewAt(bytes, at);
      const word = view.getUint32(0);
      const top = word >>> 22;
      if (top === 0x100 || top === 0x1ff) {
        const target = (((word << 2) >>> 0) - place) >>> 2;
        const sign = ((0 - ((target >>> 22) & 1)) << 22) & 0x3fffffff;
        view.setUint32(0, (sign | (target & 0x3fffff) | 0x40000000) >>> 0);
      }
      return 4;
    },
  ],
]);

function viewAt(bytes: Uint8Array, at: number): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset + at, WIDTH);
}

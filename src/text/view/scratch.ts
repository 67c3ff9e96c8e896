import type { Scanned } from '../sieve.ts';

let room = Buffer.alloc(32_768);

/** A text with its low bytes, in memory that the next call writes over. */
export function scratchOf(text: string): Scanned {
  if (room.length <= text.length) room = Buffer.alloc(2 * text.length);
  room.write(text, 'latin1');
  return { text, bytes: room };
}

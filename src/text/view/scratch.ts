import type { Scanned } from '../sieve.ts';
import { noteAscii } from './ascii.ts';

let room = Buffer.alloc(32_768);
/** What stands there. */
let held = '';

const ENCODER = new TextEncoder();

/** The same of a text that has ASCII alone, whose bytes those are; null: it has other characters. One look for both. */
export function asciiScratchOf(text: string): Scanned | null {
  makeRoom(text);
  const { read, written } = ENCODER.encodeInto(text, room);
  if (!noteAscii(text, read === text.length && written === read)) return null;
  held = text;
  return { text, bytes: room };
}

/** A text with its low bytes, in memory that the next call writes over. */
export function scratchOf(text: string): Scanned {
  if (text === held) return { text, bytes: room };
  makeRoom(text);
  room.write(text, 'latin1');
  held = text;
  return { text, bytes: room };
}

/** A deadline may end in its midst what follows. */
function makeRoom(text: string): void {
  held = '';
  if (room.length <= text.length) room = Buffer.alloc(2 * text.length);
}

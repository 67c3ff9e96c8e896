import { randomFillSync } from 'node:crypto';

const BYTES = 16;
/** Randomness is taken for so many at once. */
const TOGETHER = 256;

/** Names for calls that came without one: 128 random bits in hexadecimal, in one piece, where `randomUUID` joins twenty. */
export function createRequestIds(): () => string {
  const room = Buffer.alloc(BYTES * TOGETHER);
  let at = room.length;
  return () => {
    if (at === room.length) {
      randomFillSync(room);
      at = 0;
    }
    at += BYTES;
    return room.toString('hex', at - BYTES, at);
  };
}

import { MalformedError } from '../../kernel/bytes.ts';

const KiB = 1024;
const SMALLEST = 256 * KiB;
/** What is poured out at once. */
const PIECE = 1024 * KiB;

/** What was decoded, as far back as matches may reach, and not yet poured out. Grows as it is needed. */
export interface History {
  bytes: Uint8Array;
  /** Where the next byte goes. */
  at: number;
  /** Up to where bytes were poured out. */
  given: number;
  /** How far back matches may reach. */
  readonly reach: number;
}

export function createHistory(reach: number): History {
  return { bytes: new Uint8Array(SMALLEST), at: 0, given: 0, reach };
}

/** Whether so much was decoded that it should be poured out. */
export function isFull({ at, given }: History): boolean {
  return at - given >= PIECE;
}

/** What was decoded since the last time. A copy: the history moves on. */
export function drain(history: History): Uint8Array {
  const piece = history.bytes.slice(history.given, history.at);
  history.given = history.at;
  return piece;
}

/** Makes room for `length` bytes more; all that matches may reach, and what was not poured out, stays. */
export function makeRoom(history: History, length: number): void {
  if (history.bytes.length - history.at >= length) return;
  const keepFrom = Math.max(0, Math.min(history.at - history.reach, history.given));
  const kept = history.at - keepFrom;
  // Slides only when that frees half of it, so that each byte is moved a bounded number of times.
  const room = kept + length > history.bytes.length / 2 ? roomFor(history, kept + length) : history.bytes.length;
  if (room > history.bytes.length) {
    const larger = new Uint8Array(room);
    larger.set(history.bytes.subarray(keepFrom, history.at));
    history.bytes = larger;
  } else history.bytes.copyWithin(0, keepFrom, history.at);
  history.at = kept;
  history.given -= keepFrom;
}

function roomFor({ bytes, reach }: History, least: number): number {
  // Half of the reach on top: sliding then costs twice what decoding does at most.
  const most = reach + Math.max(reach / 2, 4 * PIECE);
  return Math.max(least, Math.min(bytes.length * 2, most));
}

/** Forgets what matches may reach, as at the start of an independent block. */
export function forget(history: History): void {
  history.bytes.copyWithin(0, history.given, history.at);
  history.at -= history.given;
  history.given = 0;
}

/** Repeats `length` bytes from `distance` back. Throws MalformedError for what was never there. Room must have been made. */
export function repeat(history: History, distance: number, length: number): void {
  const { bytes, at } = history;
  if (distance <= 0 || distance > at) throw new MalformedError('a match before the beginning', 0);
  if (distance >= length) bytes.copyWithin(at, at - distance, at - distance + length);
  else for (let index = 0; index < length; index++) bytes[at + index] = bytes[at + index - distance] ?? 0;
  history.at = at + length;
}

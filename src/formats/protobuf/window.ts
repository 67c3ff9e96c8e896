import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';

/** After a jump over a tensor little is wanted; bytes read one after the other come in ever larger windows. */
const FIRST = 16 * 1024;
const LARGEST = 1024 * 1024;

/** A moving window on a source: what is skipped is never read. */
export interface Window {
  readonly size: number;
  /** Whether `length` bytes at `position` are at hand. */
  holds(position: number, length: number): boolean;
  /** Makes sure of `length` bytes, or of what there is up to the end. */
  fill(position: number, length: number): Promise<void>;
  /** A byte at hand. */
  byte(position: number): number;
  /** Bytes at hand, not copied. */
  bytes(position: number, length: number): Uint8Array;
}

export function windowOver(source: ByteSource, budget: Budget): Window {
  let held = new Uint8Array(0);
  let start = 0;
  let width = FIRST;
  return {
    size: source.size,
    holds: (position, length) => position >= start && position + length <= start + held.length,
    fill: async (position, length) => {
      budget.checkTime();
      if (position > source.size) throw new MalformedError('a field reaches past the end', source.size);
      const follows = position >= start && position <= start + held.length;
      width = follows ? Math.min(width * 2, LARGEST) : FIRST;
      const size = Math.min(Math.max(length, width), source.size - position);
      held = new Uint8Array(await source.read(position, size));
      start = position;
    },
    byte: (position) => held[position - start] ?? 0,
    bytes: (position, length) => held.subarray(position - start, position - start + length),
  };
}

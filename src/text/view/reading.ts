import type { Scanned } from '../sieve.ts';

/** How a stretch of a message was read: `plain`, the message's own text, or what some of it decodes to. */
export type Via = 'plain' | 'tags' | 'hidden' | 'base64' | 'hex' | 'percent' | 'escaped' | 'rot13' | 'leet' | 'spaced';

/** A stretch of a message as a detector sees it. Positions are UTF-16 units of `text`. */
export interface Reading extends Scanned {
  /** `text` in lower case, of the same length. */
  readonly folded: string;
  /** Where findings may start. What stands before was looked at already and is context only. */
  readonly from: number;
  /** Whether nothing stood before `text`. */
  readonly begins: boolean;
  /** Whether nothing follows. While more may follow, a match that touches the end is not sure yet. */
  readonly ends: boolean;
  readonly via: Via;
}

export type ReadingPlace = Pick<Reading, 'from' | 'begins' | 'ends' | 'via'>;

export function readingOf(text: string, place: ReadingPlace): Reading {
  return new LazyReading(text, place);
}

/** Most readings are never asked for these. A class, since one is made for every few characters of a stream. */
class LazyReading implements Reading {
  readonly text: string;
  readonly from: number;
  readonly begins: boolean;
  readonly ends: boolean;
  readonly via: Via;
  #bytes: Uint8Array | undefined;
  #folded: string | undefined;

  constructor(text: string, { from, begins, ends, via }: ReadingPlace) {
    this.text = text;
    this.from = from;
    this.begins = begins;
    this.ends = ends;
    this.via = via;
  }

  get bytes(): Uint8Array {
    this.#bytes ??= lowBytes(this.text);
    return this.#bytes;
  }

  get folded(): string {
    this.#folded ??= lowerCase(this.text);
    return this.#folded;
  }
}

export function scannedOf(text: string): Scanned {
  return { text, bytes: lowBytes(text) };
}

/** The low byte of each UTF-16 unit. */
export function lowBytes(text: string): Uint8Array {
  const bytes = Buffer.allocUnsafe(text.length + 1);
  bytes.write(text, 'latin1');
  return bytes;
}

/** In lower case, character by character where the whole would change its length. */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (character) => {
    const low = character.toLowerCase();
    return low.length === character.length ? low : character;
  }).join('');
}

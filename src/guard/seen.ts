import type { Via } from '../domain/guard.ts';
import { canonicalOf } from '../text/view/canonical.ts';
import { hiddenPieces, type Piece } from '../text/view/decoded.ts';
import { endAt, type Places, startAt } from '../text/view/places.ts';
import { type Reading, readingOf } from '../text/view/reading.ts';

/** A reading, and the way from its positions back to the message. */
export interface Seen {
  readonly reading: Reading;
  /** Where in the message what stands at `at` begins; at the reading's end, where it ends. */
  startOf(at: number): number;
  /** Where in the message what stands right before `at` ends. */
  endOf(at: number): number;
  /** How what stands there was read; `canonical` when it does not stand so in the message. */
  viaOf(start: number, end: number): Via;
  /** Whether invisible characters stand in what is read. */
  readonly hides: boolean;
}

/** A stretch of the message. `text` begins with what was looked at before, of which `from` units are context. */
export interface Stretch {
  readonly text: string;
  /** Where in the message `text` begins. */
  readonly base: number;
  readonly from: number;
  /** Up to where its canonical form is certain; what stands behind may still become something else. */
  readonly to: number;
  /** Whether the message ends with it. */
  readonly ends: boolean;
}

/** What stands in the message as it is read. A class, since one is made for every few characters of a stream. */
class AsItStands implements Seen {
  readonly reading: Reading;
  readonly hides = false;
  readonly #base: number;

  constructor(reading: Reading, base: number) {
    this.reading = reading;
    this.#base = base;
  }

  startOf(at: number): number {
    return this.#base + at;
  }

  endOf(at: number): number {
    return this.#base + at;
  }

  viaOf(): Via {
    return 'plain';
  }
}

export function seenRaw({ text, base, from, ends }: Stretch): Seen {
  return new AsItStands(readingOf(text, { from, begins: base === 0, ends, via: 'plain' }), base);
}

const ALONE = { from: 0, begins: true, ends: true, via: 'plain' } as const;

/** A text of ASCII by itself. */
export function seenPlain(text: string, base: number): Seen {
  return new AsItStands(readingOf(text, ALONE), base);
}

/** What stands before a stretch in canonical form, as much of it as detectors look back to. */
export interface Tail {
  readonly text: string;
  /** Whether nothing stood before it. */
  readonly begins: boolean;
}

export function seenCanonical({ text, base, from, to, ends }: Stretch, tail: Tail): Seen {
  const { places, text: formed, hides } = canonicalOf(text, from, to);
  const context = tail.text.length;
  const reading = readingOf(tail.text + formed, { from: context, begins: tail.begins, ends, via: 'plain' });
  const origin = base + from;
  if (places === null) return new AsItStands(reading, origin - context);
  const startOf = (at: number) =>
    at < context ? origin : origin + (at - context < places.length ? startAt(places, at - context) : to - from);
  const endOf = (at: number) => (at <= context ? origin : origin + endAt(places, at - context - 1));
  const asItStands = (start: number, end: number) =>
    text.slice(startOf(start) - base, endOf(end) - base) === reading.text.slice(start, end);
  return { reading, startOf, endOf, hides, viaOf: (start, end) => (asItStands(start, end) ? 'plain' : 'canonical') };
}

/** A part of what was read in one: `text` begins at `begin` of it, and at `raw.from` of the stretch. */
export interface Part {
  readonly text: string;
  readonly begin: number;
  /** Where in the message the whole begins, from which `places` count. */
  readonly origin: number;
  readonly places: Places;
  readonly hides: boolean;
  readonly raw: Stretch;
}

export function seenPart({ text, begin, origin, places, hides, raw }: Part): Seen {
  const [first, last] = [raw.base + raw.from, raw.base + raw.to];
  const startOf = (at: number) => (at < text.length ? origin + startAt(places, begin + at) : last);
  const endOf = (at: number) => (at <= 0 ? first : origin + endAt(places, begin + at - 1));
  const asItStands = (start: number, end: number) =>
    raw.text.slice(startOf(start) - raw.base, endOf(end) - raw.base) === text.slice(start, end);
  return {
    reading: readingOf(text, ALONE),
    startOf,
    endOf,
    hides,
    viaOf: (start, end) => (asItStands(start, end) ? 'plain' : 'canonical'),
  };
}

/** Where in the message a hit stands, and how it was read. */
export function placeOf(seen: Seen, { start, end }: { readonly start: number; readonly end: number }) {
  return { start: seen.startOf(start), end: seen.endOf(end), via: seen.viaOf(start, end) };
}

/** What a part of `outer` decodes to. */
export function seenPiece(piece: Piece, outer: Pick<Seen, 'startOf' | 'endOf'>): Seen {
  return {
    reading: readingOf(piece.text, { from: 0, begins: true, ends: true, via: piece.via }),
    startOf: (at) => outer.startOf(piece.startOf(at)),
    endOf: (at) => outer.endOf(piece.endOf(at)),
    viaOf: () => piece.via,
    hides: false,
  };
}

/** What invisible characters of the stretch spell, which was read as `seen`. */
export function hiddenIn({ text, from, to }: Stretch, seen: Seen): readonly Piece[] {
  return seen.hides ? hiddenPieces(text.slice(0, to), from) : NONE;
}

const NONE: readonly Piece[] = [];

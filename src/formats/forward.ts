import { assertWithin, type ByteSource, MalformedError } from '../kernel/bytes.ts';

/** Pours bytes from the first one on, in pieces of at most a few MiB. Ends where there is nothing more to come. */
export type Pour = () => AsyncIterator<Uint8Array>;

/** What is known of the size before all was poured. */
export type Sizing =
  | { readonly kind: 'known'; readonly size: number }
  /** The end is not known: `size` is an upper bound until it was found. */
  | { readonly kind: 'open'; readonly atMost: number };

/** A pour that has begun, with the pieces that came so far. */
export interface Begun {
  readonly pieces: readonly Uint8Array[];
  readonly rest: AsyncIterator<Uint8Array>;
}

/**
 * A source over bytes that can only be made forwards. Keeps what the last read needed; reading back begins anew. A read
 * past the true end throws MalformedError.
 */
export function forwardSource(pour: Pour, sizing: Sizing, begun?: Begun): ByteSource {
  let stream = begun === undefined ? null : streamOf(begun);
  let end = sizing.kind === 'known' ? sizing.size : null;
  const bound = sizing.kind === 'known' ? sizing.size : sizing.atMost;
  const size = (): number => end ?? bound;
  const advance = async (offset: number, until: number): Promise<Stream> => {
    if (stream === null || offset < stream.at) {
      await stream?.rest.return?.();
      stream = streamOf({ pieces: [], rest: pour() });
    }
    const current = stream;
    dropBefore(current, offset);
    while (!current.ended && current.at + current.length < until) {
      const next = await current.rest.next();
      if (next.done === true) current.ended = true;
      else keep(current, next.value);
      dropBefore(current, offset);
    }
    if (current.ended) end ??= current.at + current.length;
    return current;
  };
  const source: ByteSource = {
    get size() {
      return size();
    },
    read: async (offset, length) => {
      assertWithin(size(), offset, length);
      if (length === 0) return new Uint8Array(0);
      const { pieces, at, length: held } = await advance(offset, offset + length);
      if (at + held < offset + length) throw new MalformedError('ends before it should', at + held);
      return joined(pieces, offset - at, length);
    },
    costly: true,
  };
  if (sizing.kind === 'known') return source;
  const reach = async (offset: number, length: number): Promise<void> => {
    // One byte more: that there is none tells the end.
    if (end === null) await advance(Math.max(offset, stream?.at ?? 0), offset + length + 1);
  };
  return Object.assign(source, { reach });
}

interface Stream {
  readonly rest: AsyncIterator<Uint8Array>;
  readonly pieces: Uint8Array[];
  /** Offset of the first byte in memory. */
  at: number;
  length: number;
  ended: boolean;
}

function streamOf({ pieces, rest }: Begun): Stream {
  const stream: Stream = { rest, pieces: [], at: 0, length: 0, ended: false };
  for (const piece of pieces) keep(stream, piece);
  return stream;
}

function keep(stream: Stream, piece: Uint8Array): void {
  if (piece.length === 0) return;
  stream.pieces.push(piece);
  stream.length += piece.length;
}

function dropBefore(stream: Stream, offset: number): void {
  let first = stream.pieces[0];
  while (first !== undefined && stream.at + first.length <= offset) {
    stream.pieces.shift();
    stream.at += first.length;
    stream.length -= first.length;
    first = stream.pieces[0];
  }
}

/** `length` bytes from `from` on, of pieces laid end to end; without a copy when one piece holds them all. */
export function joined(pieces: readonly Uint8Array[], from: number, length: number): Uint8Array {
  const [first] = pieces;
  if (first !== undefined && from + length <= first.length) return first.subarray(from, from + length);
  const whole = new Uint8Array(length);
  let at = -from;
  for (const piece of pieces) {
    if (at >= length) break;
    const begin = Math.max(0, -at);
    whole.set(piece.subarray(begin, Math.min(piece.length, length - at)), Math.max(at, 0));
    at += piece.length;
  }
  return whole;
}

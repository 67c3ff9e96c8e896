/** Random access to bytes that need not fit in memory. */
export interface ByteSource {
  /** In bytes. */
  readonly size: number;
  /** Exactly `length` bytes from `offset`; throws MalformedError when they reach past the end. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /**
   * Of a source whose end is not known yet, as of a compressed stream: reads on until `length` bytes from `offset` are
   * known to be there, or the end is found; until then `size` is an upper bound. Bytes before `offset` may be let go.
   */
  reach?(offset: number, length: number): Promise<void>;
  /** All of it, where it is in memory: nothing has to be waited for. */
  readonly whole?: Uint8Array;
  /** Whether a read at a random place costs a request, or all that lies before it anew. */
  readonly costly?: true;
}

/** These bytes are not what they claim to be. `offset` is where, counted from the start of the file or part. */
export class MalformedError extends Error {
  override readonly name = 'MalformedError';
  readonly offset: number;
  /** Up to where all was sound, if that is known: a record that broke begins there. */
  soundTo?: number;

  constructor(message: string, offset: number, options?: ErrorOptions) {
    super(message, options);
    this.offset = offset;
  }
}

/** A source over bytes in memory. */
export function sourceOf(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    whole: bytes,
    read: async (offset, length) => {
      assertWithin(bytes.length, offset, length);
      return bytes.subarray(offset, offset + length);
    },
  };
}

/** A window on another source, without copying. Throws MalformedError when it would reach past the end. */
export function sliceOf(source: ByteSource, start: number, size: number): ByteSource {
  assertWithin(source.size, start, size);
  return {
    size,
    read: async (offset, length) => {
      assertWithin(size, offset, length);
      return source.read(start + offset, length);
    },
    ...(source.costly === true && { costly: true as const }),
  };
}

/** Throws MalformedError unless `length` bytes from `offset` lie within `size`. */
export function assertWithin(size: number, offset: number, length: number): void {
  const whole = Number.isSafeInteger(offset) && Number.isSafeInteger(length) && offset >= 0 && length >= 0;
  if (!whole || offset + length > size) {
    throw new MalformedError(
      `${length} bytes at ${offset} reach past the end (${size})`,
      Math.min(Math.max(offset, 0), size),
    );
  }
}

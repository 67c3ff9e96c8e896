/** Text out of bytes that may end within a character. Null once they are no UTF-8: nothing after that is text. */
export interface Utf8Reader {
  read(bytes: Uint8Array): string | null;
  /** What is left; null when half a character is. */
  end(): string | null;
}

export function createUtf8Reader(): Utf8Reader {
  // Most messages are strings, and never ask for it.
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let broken = false;
  const decode = (bytes?: Uint8Array): string | null => {
    if (broken) return null;
    if (decoder === undefined) {
      if (bytes === undefined) return '';
      decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    }
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      broken = true;
      return null;
    }
  };
  return { read: decode, end: () => decode() };
}

/** Text out of bytes that may end within a character. Null once they are no UTF-8: nothing after that is text. */
export interface Utf8Reader {
  read(bytes: Uint8Array): string | null;
  /** What is left; null when half a character is. */
  end(): string | null;
}

export function createUtf8Reader(): Utf8Reader {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let broken = false;
  const decode = (bytes?: Uint8Array): string | null => {
    if (broken) return null;
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      broken = true;
      return null;
    }
  };
  return { read: decode, end: () => decode() };
}

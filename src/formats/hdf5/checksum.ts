/** Bob Jenkins' lookup3 over little-endian words (burtleburtle.net/bob/c/lookup3.c, public domain), as HDF5 sums its metadata. */
export function lookup3(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const seed = (0xdeadbeef + bytes.length) | 0;
  let [a, b, c] = [seed, seed, seed];
  let at = 0;
  for (; bytes.length - at > 12; at += 12) {
    a = (a + view.getInt32(at, true)) | 0;
    b = (b + view.getInt32(at + 4, true)) | 0;
    c = (c + view.getInt32(at + 8, true)) | 0;
    a = ((a - c) ^ turned(c, 4)) | 0;
    c = (c + b) | 0;
    b = ((b - a) ^ turned(a, 6)) | 0;
    a = (a + c) | 0;
    c = ((c - b) ^ turned(b, 8)) | 0;
    b = (b + a) | 0;
    a = ((a - c) ^ turned(c, 16)) | 0;
    c = (c + b) | 0;
    b = ((b - a) ^ turned(a, 19)) | 0;
    a = (a + c) | 0;
    c = ((c - b) ^ turned(b, 4)) | 0;
    b = (b + a) | 0;
  }
  if (at === bytes.length) return c >>> 0;
  const rest = new DataView(new ArrayBuffer(12));
  for (let index = at; index < bytes.length; index++) rest.setUint8(index - at, bytes[index] ?? 0);
  a = (a + rest.getInt32(0, true)) | 0;
  b = (b + rest.getInt32(4, true)) | 0;
  c = (c + rest.getInt32(8, true)) | 0;
  c = ((c ^ b) - turned(b, 14)) | 0;
  a = ((a ^ c) - turned(c, 11)) | 0;
  b = ((b ^ a) - turned(a, 25)) | 0;
  c = ((c ^ b) - turned(b, 16)) | 0;
  a = ((a ^ c) - turned(c, 4)) | 0;
  b = ((b ^ a) - turned(a, 14)) | 0;
  c = ((c ^ b) - turned(b, 24)) | 0;
  return c >>> 0;
}

function turned(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

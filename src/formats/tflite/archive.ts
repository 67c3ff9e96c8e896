import { type ByteSource, MalformedError, sliceOf } from '../../kernel/bytes.ts';

const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;

/**
 * The archive that begins at `start`, as a source of its own. Its writer counts offsets from the model's first byte
 * (tflite_support, metadata writer); here they are counted from the archive's, as every reader expects.
 */
export async function archiveBehind(source: ByteSource, start: number): Promise<ByteSource> {
  const archive = sliceOf(source, start, source.size - start);
  const tail = Math.min(archive.size, END_SIZE + LONGEST_COMMENT);
  const last = Buffer.from(await archive.read(archive.size - tail, tail));
  const at = last.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (at < 0 || at + END_SIZE > last.length) return archive;
  const [size, offset] = [last.readUInt32LE(at + 12), last.readUInt32LE(at + 16)];
  const directory = archive.size - tail + at - size;
  if (directory < 0 || offset !== start + directory) return archive;
  const moved = Buffer.from(await archive.read(directory, archive.size - directory));
  moved.writeUInt32LE(directory, size + 16);
  for (let entry = 0; entry + ENTRY_SIZE <= size; ) {
    if (moved.readUInt32LE(entry) !== ENTRY)
      throw new MalformedError('no entry of a directory', start + directory + entry);
    const place = moved.readUInt32LE(entry + 42);
    if (place < start) throw new MalformedError('a member lies in the model', start + directory + entry);
    moved.writeUInt32LE(place - start, entry + 42);
    entry +=
      ENTRY_SIZE + moved.readUInt16LE(entry + 28) + moved.readUInt16LE(entry + 30) + moved.readUInt16LE(entry + 32);
  }
  return joined(archive, directory, moved);
}

/** `front` up to `at`, then `back`. */
function joined(front: ByteSource, at: number, back: Buffer): ByteSource {
  return {
    size: at + back.length,
    read: async (offset, length) => {
      const end = offset + length;
      if (offset < 0 || length < 0 || end > at + back.length)
        throw new MalformedError('past the end of the archive', at + back.length);
      const head = offset < at ? await front.read(offset, Math.min(length, at - offset)) : new Uint8Array(0);
      return Buffer.concat([head, back.subarray(Math.max(0, offset - at), Math.max(0, end - at))]);
    },
  };
}

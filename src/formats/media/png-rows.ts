import { inflateSync } from 'node:zlib';
import type { ByteSource } from '../../kernel/bytes.ts';
import type { Defect } from '../format.ts';

/** Pictures up to here are unpacked; larger ones are no place to hide what is small. */
const SMALL = 4 * 1024 * 1024;
/** Of unpacked rows. */
const LARGEST = 64 * 1024 * 1024;
/** Some writers end the stream with a few bytes more. */
const SLACK = 16;
/** Values of a pixel by colour type (PNG 1.2, 4.1.1). */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export interface DataChunk {
  readonly start: number;
  readonly length: number;
}

/** What the packed rows of a small picture hold behind the last of them, or the stream behind its end. */
export async function rowDefects(source: ByteSource, chunks: readonly DataChunk[]): Promise<readonly Defect[]> {
  const [first] = chunks;
  if (first === undefined || source.size > SMALL) return [];
  const bytes: Uint8Array[] = [];
  for (const { start, length } of chunks) bytes.push(await source.read(start, length));
  const packed = Buffer.concat(bytes);
  const wanted = bytesOfRows(Buffer.from(await source.read(16, 13)));
  if (wanted === null || wanted > LARGEST) return [];
  const tell = (message: string): readonly Defect[] => [{ code: 'skipped-bytes', message, offset: first.start }];
  try {
    // With its engine, which tells how much it took; the types do not know the option.
    const { buffer, engine } = inflateSync(packed, {
      info: true,
      maxOutputLength: wanted + SLACK,
    } as object) as unknown as {
      readonly buffer: Uint8Array;
      readonly engine: { readonly bytesWritten: number };
    };
    if (buffer.length > wanted) return tell(`${buffer.length - wanted} bytes follow the last row`);
    const behind = packed.length - engine.bytesWritten;
    return behind > SLACK ? tell(`${behind} bytes follow the packed rows`) : [];
  } catch (error) {
    return tell(error instanceof RangeError ? 'more is packed than the rows take' : 'its rows do not unpack');
  }
}

/** Of all rows, each with the byte of its filter; null of interlaced pictures and unknown kinds. */
function bytesOfRows(header: Buffer): number | null {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [bits = 0, colour = 0, , , interlaced = 0] = header.subarray(8);
  const channels = CHANNELS[colour];
  if (channels === undefined || interlaced !== 0) return null;
  return height * (1 + Math.ceil((width * channels * bits) / 8));
}

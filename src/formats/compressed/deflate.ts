import { crc32, createInflate, createInflateRaw, type InflateRaw } from 'node:zlib';
import { MalformedError } from '../../kernel/bytes.ts';
import { carriedIn } from '../carried.ts';
import { type Decoder, type Input, offsetOf, peek, skipZeros, type Trade, take, viewOf } from './input.ts';

const KiB = 1024;
/** Bytes that come out in one step: large, since each step costs a turn of the thread pool. */
const PIECE = 1024 * KiB;
/** Of a broken stream: what comes out together with the fault is lost, as it is to loaders. */
const SMALL_PIECE = 1 * KiB;

type Wrapping = 'raw' | 'zlib';

/** Decodes one stream of deflate (RFC 1951, 1950), and leaves the input at the byte after it. */
async function* inflated(input: Input, wrapping: Wrapping, piece = PIECE): AsyncGenerator<Uint8Array, void> {
  const begin = offsetOf(input);
  const options = { chunkSize: piece };
  const stream = wrapping === 'raw' ? createInflateRaw(options) : createInflate(options);
  let failure: NodeJS.ErrnoException | null = null;
  const feeding = feed(stream, input);
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (error) {
    failure = error as NodeJS.ErrnoException;
    // What the source throws is not the stream's fault.
    if (failure.code?.startsWith('Z_') !== true) throw error;
  } finally {
    stream.destroy();
    await feeding;
  }
  if (failure?.code === 'Z_BUF_ERROR') throw new MalformedError('the stream is cut off', input.size);
  if (failure !== null) throw new MalformedError(`the stream does not inflate: ${failure.message}`, begin);
  input.seek(begin + stream.bytesWritten);
}

/** Hands the stream all there is until it has enough. Never throws. */
async function feed(stream: InflateRaw, input: Input): Promise<void> {
  try {
    while (!stream.destroyed && !stream.readableEnded && (await input.fill(1)) > 0) {
      const bytes = input.bytes.subarray(input.pos);
      input.pos = input.bytes.length;
      await new Promise<void>((resolve) => {
        stream.once('close', resolve);
        stream.once('end', resolve);
        stream.write(bytes, () => {
          stream.off('close', resolve);
          stream.off('end', resolve);
          resolve();
        });
      });
    }
    stream.end();
  } catch (error) {
    stream.destroy(error as Error);
  }
}

/** The same; a stream that breaks is inflated again in small steps, so that as much as possible comes out before it does. */
async function* salvaged(input: Input, wrapping: Wrapping, { tell }: Trade): AsyncGenerator<Uint8Array, void> {
  const begin = offsetOf(input);
  let given = 0;
  let failure: MalformedError;
  try {
    for await (const chunk of inflated(input, wrapping)) {
      given += chunk.length;
      yield chunk;
    }
    return;
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    failure = error;
  }
  input.seek(begin + (wrapping === 'zlib' ? ZLIB_HEADER : 0));
  let skip = given;
  for await (const chunk of inflated(input, 'raw', SMALL_PIECE)) {
    if (chunk.length > skip) yield chunk.subarray(skip);
    skip = Math.max(0, skip - chunk.length);
  }
  // It inflates without its checksum.
  tell('checksum', failure.message, begin);
  input.seek(Math.min(offsetOf(input) + ADLER, input.size));
}

const ZLIB_HEADER = 2;
const ADLER = 4;

/** A zlib stream (RFC 1950), as joblib writes it. */
export const zlibDecoder: Decoder = async function* decodeZlib(input, trade) {
  yield* salvaged(input, 'zlib', trade);
  const at = offsetOf(input);
  if (await skipZeros(input)) trade.tell('trailing-bytes', `${input.size - at} bytes follow the stream`, at);
};

/** A stream of deflate and nothing else (RFC 1951), as archives hold it. */
export const deflateDecoder: Decoder = async function* decodeDeflate(input, trade) {
  yield* salvaged(input, 'raw', trade);
};

/** joblib before 0.10: `ZF`, the size in hexadecimal in 18 characters, perhaps one space more, and a zlib stream. */
export const zfileDecoder: Decoder = async function* decodeZfile(input, trade) {
  const header = Buffer.from(await take(input, 2 + ZFILE_DIGITS)).toString('latin1');
  const told = Number.parseInt(header.slice(2).trim(), 16);
  if ((await peek(input, 1))[0] === SPACE) input.pos += 1;
  let size = 0;
  for await (const chunk of zlibDecoder(input, trade)) {
    size += chunk.length;
    yield chunk;
  }
  if (size !== told) trade.tell('size', `${size} bytes come out, and the header tells ${told}`, 2);
};

/** Length of `0x10000000000000000`: joblib's header is as wide. */
const ZFILE_DIGITS = 19;
const SPACE = 0x20;

const GZIP_TRAILER = 8;

/** Members of gzip (RFC 1952), one after the other; NUL bytes after the last are padding. */
export const gzipDecoder: Decoder = async function* decodeGzip(input, trade) {
  for (;;) {
    trade.budget.checkTime();
    await readHeader(input, trade);
    let crc = 0;
    let size = 0;
    for await (const chunk of salvaged(input, 'raw', trade)) {
      crc = crc32(chunk, crc);
      size += chunk.length;
      yield chunk;
    }
    const at = offsetOf(input);
    const trailer = viewOf(await take(input, GZIP_TRAILER));
    if (trailer.getUint32(0, true) !== crc) trade.tell('checksum', 'its bytes do not have their CRC', at);
    if (trailer.getUint32(4, true) !== size % 2 ** 32) trade.tell('size', 'its size is not the one it tells', at + 4);
    const end = offsetOf(input);
    if (!(await skipZeros(input))) return;
    const [first, second] = await peek(input, 2);
    if (first === 0x1f && second === 0x8b) continue;
    trade.tell('trailing-bytes', `${input.size - end} bytes follow the last member`, end);
    return;
  }
};

const FLAG = { text: 1, crc: 2, extra: 4, name: 8, comment: 16 } as const;
const DEFLATE = 8;
/** A name, and a comment, of a gzip header. */
const LONGEST_LINE = 4096;

async function readHeader(input: Input, { tell, named }: Trade): Promise<void> {
  const at = offsetOf(input);
  const [id1, id2, method, flags = 0] = await take(input, 10);
  if (id1 !== 0x1f || id2 !== 0x8b || method !== DEFLATE) throw new MalformedError('no gzip header', at);
  if ((flags & 0xe0) !== 0) tell('header', 'reserved flags are set', at + 3);
  if ((flags & FLAG.extra) !== 0) {
    const length = viewOf(await take(input, 2)).getUint16(0, true);
    if (isStray(await take(input, length))) tell('skipped-bytes', `${length} bytes that decoders skip`, at + 12);
  }
  if ((flags & FLAG.name) !== 0) {
    const name = await takeLine(input);
    if (isNoLine(name)) tell('skipped-bytes', 'a name that is none', at);
    named(name);
  }
  if ((flags & FLAG.comment) !== 0 && isNoLine(await takeLine(input), '\n'))
    tell('skipped-bytes', 'a comment that is none', at);
  if ((flags & FLAG.crc) === 0) return;
  await take(input, 2);
}

/** Whether a line of the header carries a program, or has other control characters than it may. */
function isNoLine(line: string, may = ''): boolean {
  return carriedIn(line) !== null || /[^\P{Cc}\t\x80-\x9f]/u.test(may === '' ? line : line.replaceAll(may, ''));
}

/** Fields in use (RFC 1952, 2.3.1.1; BGZF, dictzip, mgzip, Apollo, OpenPGP's cousins): sizes of blocks, and of what they hold. */
const FIELDS: ReadonlyMap<string, (data: DataView) => boolean> = new Map([
  ['BC', (data) => data.byteLength === 2],
  ['RA', (data) => data.byteLength >= 6 && data.byteLength === 6 + 2 * data.getUint16(4, true)],
]);
/** Others hold a number or two. */
const LONGEST_FIELD = 16;

/** Sizes of blocks are numbers under two letters: all that the field is used for. */
function isStray(extra: Uint8Array): boolean {
  const view = viewOf(extra);
  let at = 0;
  while (at + 4 <= extra.length) {
    const [first = 0, second = 0] = extra.subarray(at, at + 2);
    if (!isLetter(first) || !isLetter(second)) return true;
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > extra.length) return true;
    const data = new DataView(extra.buffer, extra.byteOffset + at + 4, length);
    const isUsual = FIELDS.get(String.fromCharCode(first, second)) ?? (({ byteLength }) => byteLength <= LONGEST_FIELD);
    if (!isUsual(data)) return true;
    at += 4 + length;
  }
  return at !== extra.length;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= 0x39);
}

async function takeLine(input: Input): Promise<string> {
  const line = await peek(input, LONGEST_LINE);
  const end = line.indexOf(0);
  if (end < 0) throw new MalformedError('a name without an end', offsetOf(input));
  input.pos += end + 1;
  return Buffer.from(line.subarray(0, end)).toString('latin1');
}

import { MalformedError } from '../../kernel/bytes.ts';
import { drain } from './history.ts';
import { type Decoder, type Input, offsetOf, peek, skipZeros, take, viewOf } from './input.ts';
import { beginRange, createLzma, decodeLzma, type Lzma, propertiesOf, RANGE_BYTES, SYMBOL_BYTES } from './lzma.ts';
import { dictionaryOf } from './xz.ts';

const ALONE_HEADER = 13;
const UNKNOWN = 0xffffffffffffffffn;
const FEED = 64 * 1024;

/** The format before xz (`lzma alone`): properties, dictionary and size, and one stream (LZMA SDK, lzma.txt). */
export const lzmaDecoder: Decoder = async function* decodeLzmaAlone(input, { budget, tell }) {
  const header = viewOf(await take(input, ALONE_HEADER));
  const told = header.getBigUint64(5, true);
  const lzma = createLzma(dictionaryOf(header.getUint32(1, true)), propertiesOf(header.getUint8(0)));
  const wanted = told === UNKNOWN ? Number.POSITIVE_INFINITY : Number(told);
  let made = 0;
  let begun = false;
  for (;;) {
    budget.checkTime();
    const there = await input.fill(FEED);
    const last = offsetOf(input) + there >= input.size;
    lzma.bytes = input.bytes;
    lzma.pos = input.pos;
    lzma.end = input.bytes.length;
    if (!begun) {
      if (there < RANGE_BYTES) throw new MalformedError('the stream is cut off', offsetOf(input));
      beginRange(lzma);
      begun = true;
    }
    let paused: ReturnType<typeof decodeLzma>;
    try {
      paused = decodeLzma(lzma, wanted - made, last ? lzma.end : lzma.end - SYMBOL_BYTES);
    } catch (error) {
      yield drain(lzma.history);
      throw error;
    }
    input.pos = Math.min(lzma.pos, lzma.end);
    made += paused.made;
    yield drain(lzma.history);
    // The last byte of the coder is no byte of a symbol: a decoder that has read past the end has not seen it.
    if (paused.pause === 'marker' && lzma.pos > lzma.end) throw new MalformedError('the stream is cut off', input.size);
    if (paused.pause === 'filled' || paused.pause === 'marker') break;
    if (paused.pause === 'input' && last) throw new MalformedError('the stream is cut off', offsetOf(input));
  }
  if (told !== UNKNOWN && made !== wanted) tell('size', `${made} bytes come out, and the header tells ${wanted}`, 5);
  await skipMarker(lzma, input);
  const end = offsetOf(input);
  if (await skipZeros(input)) tell('trailing-bytes', `${input.size - end} bytes follow the stream`, end);
};

/** A stream that tells its size may have an end marker as well. */
async function skipMarker(lzma: Lzma, input: Input): Promise<void> {
  const rest = await peek(input, SYMBOL_BYTES);
  if (rest.length === 0) return;
  lzma.bytes = input.bytes;
  lzma.pos = input.pos;
  lzma.end = input.bytes.length;
  const { pause } = decodeLzma(lzma, 1, lzma.end);
  if (pause === 'marker') input.pos = Math.min(lzma.pos, lzma.end);
}

import { type ByteSource, MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { relative } from '../compressed/bcj-x86.ts';
import { bzip2Decoder } from '../compressed/bzip2.ts';
import { deflateDecoder } from '../compressed/deflate.ts';
import { inputOf, type Trade } from '../compressed/input.ts';
import { lzmaDecoder } from '../compressed/lzma-alone.ts';
import { decodeLzma2, lzma2Dictionary } from '../compressed/xz.ts';
import { zstdDecoder } from '../compressed/zstd.ts';
import type { Coder, Folder } from './streams.ts';

type Unpack = (packed: ByteSource, coder: Coder, size: number, trade: Trade) => AsyncGenerator<Uint8Array, void>;

/** Methods that are undone here, by their number (7-Zip, DOC/Methods.txt). */
const UNPACK: ReadonlyMap<string, Unpack> = new Map<string, Unpack>([
  ['00', copied],
  [
    '21',
    (packed, { properties }, size, trade) => decodeLzma2(inputOf(packed), lzma2Dictionary(properties, size), trade),
  ],
  ['030101', unpackLzma],
  ['040108', (packed, _, __, trade) => deflateDecoder(inputOf(packed), trade)],
  ['040202', (packed, _, __, trade) => bzip2Decoder(inputOf(packed), trade)],
  ['04f71101', (packed, _, __, trade) => zstdDecoder(inputOf(packed), trade)],
]);

/** What undoes a filter that was applied before packing. */
const FILTERS: ReadonlyMap<string, typeof relative> = new Map([
  ['04', relative],
  ['03030103', relative],
]);

const NAMES: ReadonlyMap<string, string> = new Map([
  ['00', 'copy'],
  ['03', 'delta'],
  ['04', 'BCJ x86'],
  ['21', 'LZMA2'],
  ['030101', 'LZMA'],
  ['03030103', 'BCJ x86'],
  ['0303011b', 'BCJ2'],
  ['030401', 'PPMd'],
  ['040108', 'deflate'],
  ['040109', 'deflate64'],
  ['040202', 'bzip2'],
  ['04f71101', 'Zstandard'],
  ['04f71102', 'Brotli'],
  ['06f10701', 'AES-256'],
]);

export function codecName({ method }: Coder): string {
  return NAMES.get(method) ?? `method ${method}`;
}

/** Why a folder cannot be unpacked here; null when it can. */
export function obstacle({ coders, plain }: Folder): string | null {
  const [first, ...filters] = coders;
  const foreign = coders.find((coder) => !(coder === first ? UNPACK.has(coder.method) : FILTERS.has(coder.method)));
  if (foreign?.method === '06f10701') return 'it is encrypted (AES-256)';
  if (foreign !== undefined) return `it is packed with ${codecName(foreign)}`;
  return plain && filters.length <= 1 ? null : 'it is packed by several methods at once';
}

/** What a folder unpacks to, as far as it does: at most the size that is told. Throws MalformedError where it breaks. */
export async function* unpack(
  packed: ByteSource,
  { coders, sizes }: Folder,
  trade: Trade,
): AsyncGenerator<Uint8Array, void> {
  const [coder, filter] = coders;
  const size = sizes[0] ?? 0;
  const undo = UNPACK.get(coder?.method ?? '');
  if (coder === undefined || undo === undefined) throw new MalformedError('a folder of no method', 0);
  const undone = undo(packed, coder, size, trade);
  const pieces = FILTERS.get(filter?.method ?? '')?.(undone) ?? undone;
  let made = 0;
  for await (const piece of pieces) {
    trade.budget.spend('inflated', piece.length);
    trade.budget.checkTime();
    const wanted = piece.subarray(0, size - made);
    made += piece.length;
    if (wanted.length > 0) yield wanted;
    if (made > size) throw new MalformedError('a folder unpacks to more than it tells', 0);
  }
  if (made < size) throw new MalformedError('a folder unpacks to less than it tells', 0);
}

const STEP = 1024 * 1024;

async function* copied(packed: ByteSource): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < packed.size; at += STEP) yield packed.read(at, Math.min(STEP, packed.size - at));
}

const LZMA_PROPERTIES = 5;

/** LZMA with its header of `lzma alone` put before it: the same properties, and the size. */
async function* unpackLzma(
  packed: ByteSource,
  { properties }: Coder,
  size: number,
  trade: Trade,
): AsyncGenerator<Uint8Array, void> {
  if (properties.length !== LZMA_PROPERTIES) throw new MalformedError('LZMA without properties', 0);
  const header = new Uint8Array(LZMA_PROPERTIES + 8);
  header.set(properties, 0);
  const view = new DataView(header.buffer);
  // Matches reach no further back than what is unpacked, however large a dictionary was meant for.
  view.setUint32(1, Math.min(view.getUint32(1, true), size), true);
  view.setBigUint64(LZMA_PROPERTIES, BigInt(size), true);
  yield* lzmaDecoder(inputOf(behind(header, packed)), trade);
}

function behind(header: Uint8Array, rest: ByteSource): ByteSource {
  const first = sourceOf(header);
  return {
    size: header.length + rest.size,
    read: async (offset, length) => {
      if (offset >= header.length) return rest.read(offset - header.length, length);
      const own = Math.min(length, header.length - offset);
      const pieces = [await first.read(offset, own), await rest.read(0, length - own)];
      return new Uint8Array(Buffer.concat(pieces));
    },
  };
}

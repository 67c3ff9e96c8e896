import type { Signs } from '../format.ts';
import { bytesAt } from '../magic.ts';
import { OCDBT_DATA_FILE } from '../ocdbt-data-file.ts';
import type { Codec } from './facts.ts';

export const COMPRESSED_SIGNS: Signs = {
  first: '\x1fB\xfd\x04\x02(PQRSTUVWXYZ[\\]^_x',
  endings: 'gz tgz bz2 tbz tbz2 xz txz lzma lz4 zst tzst',
};

export function claimsCompressed(path: string, head: Uint8Array): boolean {
  const codec = codecOf(path, head);
  return codec !== undefined && !(codec === 'zstd' && OCDBT_DATA_FILE.test(path));
}

function starts(head: Uint8Array, ...magic: readonly number[]): boolean {
  return bytesAt(head, 0, magic);
}

/** How each codec begins. */
const SIGNS: readonly { readonly codec: Codec; readonly begins: (head: Uint8Array) => boolean }[] = [
  { codec: 'gzip', begins: (head) => starts(head, 0x1f, 0x8b) },
  { codec: 'bzip2', begins: isBzip2 },
  { codec: 'xz', begins: (head) => starts(head, 0xfd, 0x37, 0x7a, 0x58, 0x5a) },
  { codec: 'lz4', begins: (head) => starts(head, 0x04, 0x22, 0x4d, 0x18) || starts(head, 0x02, 0x21, 0x4c, 0x18) },
  { codec: 'zstd', begins: (head) => starts(head, 0x28, 0xb5, 0x2f, 0xfd) },
  { codec: 'lz4', begins: (head) => isSkippable(head) && starts(behindSkipped(head), 0x04, 0x22, 0x4d, 0x18) },
  { codec: 'zstd', begins: isSkippable },
  { codec: 'zfile', begins: (head) => starts(head, 0x5a, 0x46, 0x30, 0x78) },
  { codec: 'lzma', begins: isLzma },
  { codec: 'zlib', begins: isZlib },
];

/** Names that promise a compressed file, whatever is in it. */
const NAMED: readonly { readonly codec: Codec; readonly name: RegExp }[] = [
  { codec: 'gzip', name: /\.(?:gz|tgz)$/i },
  { codec: 'bzip2', name: /\.(?:bz2|tbz2?)$/i },
  { codec: 'xz', name: /\.(?:xz|txz)$/i },
  { codec: 'lzma', name: /\.lzma$/i },
  { codec: 'lz4', name: /\.lz4$/i },
  { codec: 'zstd', name: /\.(?:zst|tzst)$/i },
];

/** How these bytes are compressed, or undefined when they are not; a promising name adds the expectation. */
export function codecOf(path: string, head: Uint8Array): Codec | undefined {
  if (isPickle(head)) return undefined;
  const byContent = SIGNS.find(({ begins }) => begins(head));
  if (byContent !== undefined) return byContent.codec;
  return NAMED.find(({ name }) => name.test(path))?.codec;
}

/** A pickle keeps no promise of its name: pandas puts one into a tar under the name of the whole archive. */
function isPickle(head: Uint8Array): boolean {
  const protocol = head[1] ?? 0;
  return head[0] === 0x80 && protocol >= 2 && protocol <= 5;
}

/** `BZh`, a level, and the beginning of a block or of the end. Loaders look at less. */
function isBzip2(head: Uint8Array): boolean {
  if (!starts(head, 0x42, 0x5a, 0x68)) return false;
  return starts(head.subarray(4), 0x31, 0x41, 0x59) || starts(head.subarray(4), 0x17, 0x72, 0x45) || head.length < 7;
}

function isSkippable(head: Uint8Array): boolean {
  return ((head[0] ?? 0) & 0xf0) === 0x50 && starts(head.subarray(1), 0x2a, 0x4d, 0x18);
}

/** Both formats skip the same frames: the first one that is none tells them apart. */
function behindSkipped(head: Uint8Array): Uint8Array {
  let rest = head;
  while (rest.length >= 8 && isSkippable(rest)) {
    const size = new DataView(rest.buffer, rest.byteOffset, 8).getUint32(4, true);
    rest = rest.subarray(Math.min(rest.length, 8 + size));
  }
  return rest;
}

/** A zlib header (RFC 1950): deflate, a window of 32 KiB at most, and a remainder of zero. `x` begins texts too. */
function isZlib(head: Uint8Array): boolean {
  const [method = 0, flags = 0] = head;
  if (head.length < 8 || method !== 0x78 || (method * 256 + flags) % 31 !== 0 || (flags & 0x20) !== 0) return false;
  // The length of a safetensors header: five zeros behind the first block's bits leave no block that is whole.
  if (head.subarray(3, 8).every((byte) => byte === 0)) return false;
  // The first block's kind: 3 does not exist, and 0 is followed by its length and the complement of that.
  const kind = ((head[2] ?? 0) >> 1) & 3;
  const told = (at: number): number => (head[at] ?? 0) + 256 * (head[at + 1] ?? 0);
  return kind !== 3 && (kind !== 0 || told(3) + told(5) === 0xffff);
}

const HEADER = 13;
/** Sizes beyond are no sizes. */
const LARGEST = 2 ** 40;

/** Usual properties, a dictionary of a usual size, a size that can be, and the zero that begins the range coder. */
function isLzma(head: Uint8Array): boolean {
  if (head.length < HEADER + 1 || head[0] !== 0x5d || head[1] !== 0 || head[HEADER] !== 0) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const high = view.getUint32(9, true);
  const low = view.getUint32(5, true);
  return (high === 0xffffffff && low === 0xffffffff) || high * 2 ** 32 + low < LARGEST;
}

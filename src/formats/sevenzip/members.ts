import { crc32 } from 'node:zlib';
import { type ByteSource, MalformedError, sliceOf, sourceOf } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Trade } from '../compressed/input.ts';
import type { Part } from '../format.ts';
import { forwardSource } from '../forward.ts';
import { type Archive, packedOf } from './archive.ts';
import { obstacle, unpack } from './codecs.ts';
import type { Listed } from './files.ts';
import type { Folder } from './streams.ts';

const MiB = 1024 * 1024;
/** Unpacked folders kept in memory for one archive; what is larger is unpacked as it is read. */
const KEPT = 32 * MiB;
/** What a folder may unpack to whatever its ratio. */
const FREE = 16 * MiB;
/** Target of a link. */
const PATH = 4096;

/** The members of an archive that can be unpacked, in its order. What cannot is told. */
export async function openMembers(source: ByteSource, { streams, files }: Archive, trade: Trade): Promise<Part[]> {
  const full = files.filter(({ empty }) => !empty);
  const listed = streams.members.reduce((sum, each) => sum + each.length, 0);
  if (listed !== full.length) throw new MalformedError(`${full.length} files and ${listed} contents`, 0);
  const parts: Part[] = [];
  let room = KEPT;
  let next = 0;
  for (const [index, folder] of streams.folders.entries()) {
    const members = streams.members[index] ?? [];
    const named = full.slice(next, next + members.length);
    next += members.length;
    const closed = obstacle(folder);
    if (closed !== null) {
      if (members.length > 0) trade.tell('not-opened', `${named[0]?.name ?? ''}: ${closed}`, 0);
      continue;
    }
    const size = folder.sizes.at(-1) ?? 0;
    const packed = packedOf(source, streams, index);
    if (size > FREE && size > packed.size * LIMITS.inflateRatio) {
      trade.tell('bomb', `${named[0]?.name ?? ''}: it unpacks to ${size} bytes from ${packed.size}`, 0);
      continue;
    }
    const kept = size <= room;
    if (kept) room -= size;
    const content = kept ? await unpacked(packed, folder, trade) : lazily(packed, folder, trade);
    let at = 0;
    for (const [place, { size: length, crc }] of members.entries()) {
      const file = named[place] ?? { name: '', empty: false, link: false };
      if (at + length > content.size) {
        trade.tell('broken-stream', `${file.name}: it does not unpack to its end`, 0);
        break;
      }
      const bytes = sliceOf(content, at, length);
      at += length;
      if (file.link) await tellLink(file, bytes, trade);
      else if (length > 0) parts.push({ name: file.name, bytes });
      if (kept && crc !== null && crc32(await bytes.read(0, length)) !== crc) {
        trade.tell('checksum', `${file.name} does not have its CRC`, 0);
      }
    }
  }
  return parts;
}

/** As much of a folder as unpacks. */
async function unpacked(packed: ByteSource, folder: Folder, trade: Trade): Promise<ByteSource> {
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of unpack(packed, folder, trade)) pieces.push(piece.slice());
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    trade.tell('broken-stream', error.message, error.offset);
  }
  return sourceOf(new Uint8Array(Buffer.concat(pieces)));
}

/** The same for large ones: unpacked as they are read, for which each dictionary must fit. */
function lazily(packed: ByteSource, folder: Folder, trade: Trade): ByteSource {
  const size = folder.sizes.at(-1) ?? 0;
  return forwardSource(() => unpack(packed, folder, trade), { kind: 'known', size });
}

async function tellLink({ name }: Listed, bytes: ByteSource, { tell }: Trade): Promise<void> {
  const target = Buffer.from(await bytes.read(0, Math.min(bytes.size, PATH))).toString('utf8');
  const out = /^[/\\]|^[A-Za-z]:/.test(target) || target.split(/[/\\]/).includes('..');
  tell(out ? 'link-out' : 'link', `${name} is a link to ${target}`, 0);
}

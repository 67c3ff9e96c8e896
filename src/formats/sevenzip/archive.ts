import { crc32 } from 'node:zlib';
import { OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError, sliceOf } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Trade } from '../compressed/input.ts';
import { obstacle, unpack } from './codecs.ts';
import { byte, type Fields, number, take } from './fields.ts';
import { type Listed, readFiles } from './files.ts';
import { type Folder, readStreams, type Streams } from './streams.ts';

export const HEADER = 32;

/** Where the first header says that the list of contents lies. */
export interface Place {
  readonly start: number;
  readonly size: number;
  readonly crc: number;
}

export interface Archive {
  readonly streams: Streams;
  readonly files: readonly Listed[];
  /** Packed bytes of the list itself, when it is packed. */
  readonly listing: Streams | null;
  /** Why the list could not be read: it is encrypted, or packed in a way that is not undone here. */
  readonly closed: string | null;
}

const NOTHING: Streams = { packedStart: 0, packedSizes: [], folders: [], members: [] };
const [END, PLAIN, PROPERTIES, ADDITIONAL, MAIN, FILES, PACKED] = [0, 1, 2, 3, 4, 5, 23] as const;

/** Reads the list of contents. Throws MalformedError and OverBudgetError. */
export async function readArchive(source: ByteSource, { start, size, crc }: Place, trade: Trade): Promise<Archive> {
  const empty = { streams: NOTHING, files: [], listing: null, closed: null };
  if (size === 0) return empty;
  if (size > LIMITS.wholeFile) throw new OverBudgetError(`a list of contents of ${size} bytes`);
  let bytes = await source.read(start, size);
  if (crc32(bytes) !== crc) throw new MalformedError('the list of contents does not have its CRC', start);
  if (bytes[0] !== PACKED) return { ...empty, ...readHeader({ bytes, at: 0 }) };
  const listing = readStreams({ bytes, at: 1 });
  const [folder] = listing.folders;
  if (folder === undefined || listing.folders.length !== 1)
    throw new MalformedError('a list of contents in pieces', start);
  const closed = obstacle(folder);
  if (closed !== null) return { ...empty, listing, closed };
  bytes = await unpackWhole(packedOf(source, listing, 0), folder, trade);
  return { ...readHeader({ bytes, at: 0 }), listing, closed: null };
}

/** The packed bytes of the folder at `index`. Throws MalformedError when they lie past the end. */
export function packedOf(
  source: ByteSource,
  { packedStart, packedSizes, folders }: Streams,
  index: number,
): ByteSource {
  const before = folders.slice(0, index).reduce((sum, { packedStreams }) => sum + packedStreams, 0);
  const start = packedSizes.slice(0, before).reduce((sum, size) => sum + size, HEADER + packedStart);
  return sliceOf(source, start, packedSizes[before] ?? 0);
}

async function unpackWhole(packed: ByteSource, folder: Folder, trade: Trade): Promise<Uint8Array> {
  const size = folder.sizes.at(-1) ?? 0;
  if (size > LIMITS.wholeFile) throw new OverBudgetError(`a list of contents of ${size} bytes`);
  const pieces: Uint8Array[] = [];
  for await (const piece of unpack(packed, folder, trade)) pieces.push(piece.slice());
  const bytes = new Uint8Array(Buffer.concat(pieces));
  if (folder.crc !== null && crc32(bytes) !== folder.crc) {
    throw new MalformedError('the list of contents does not have its CRC', 0);
  }
  return bytes;
}

function readHeader(fields: Fields): { readonly streams: Streams; readonly files: readonly Listed[] } {
  if (byte(fields) !== PLAIN) throw new MalformedError('no list of contents', 0);
  let streams = NOTHING;
  let files: readonly Listed[] = [];
  for (let kind = byte(fields); kind !== END; kind = byte(fields)) {
    if (kind === PROPERTIES)
      for (let each = byte(fields); each !== END; each = byte(fields)) take(fields, number(fields));
    else if (kind === ADDITIONAL) readStreams(fields);
    else if (kind === MAIN) streams = readStreams(fields);
    else if (kind === FILES) files = readFiles(fields);
    else throw new MalformedError(`a property of the unknown kind ${kind}`, fields.at);
  }
  return { streams, files };
}

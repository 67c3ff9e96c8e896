import { crc32 } from 'node:zlib';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Defect, Format } from '../format.ts';
import { type Archive, HEADER, type Place, readArchive } from './archive.ts';
import { claimsSevenzip, MAGIC } from './claims.ts';
import { codecName } from './codecs.ts';
import type { SevenzipFacts } from './facts.ts';
import { openMembers } from './members.ts';
import type { Streams } from './streams.ts';

/**
 * 7z archives (7zFormat.txt of the LZMA SDK 23.01). Members packed with LZMA, LZMA2, deflate, bzip2, Zstandard or not at
 * all are handed out; folders of up to 32 MiB in all are unpacked at once, larger ones as they are read.
 *
 * Defects:
 * - `not-opened`: members, or the list of contents, are encrypted or packed in another way.
 * - `broken-stream`: members do not unpack to their end.
 * - `checksum`: the first header or a member does not have its CRC.
 * - `trailing-bytes`, `skipped-bytes`: bytes behind the archive, or between its packed streams.
 * - `traversal`, `odd-name`, `duplicate-names`, `link`, `link-out`: names and links that lead elsewhere, or stand twice.
 */
export const sevenzipFormat: Format<'sevenzip'> = {
  id: 'sevenzip',
  claims: claimsSevenzip,
  read: async (source, context) => {
    const defects: Defect[] = [];
    const tell = (code: string, message: string, offset: number): void => {
      if (defects.length < LIMITS.findingsOfARule) defects.push({ code, message, offset });
    };
    const { place, version } = await placeOf(source, tell);
    const trade = { budget: context.budget, tell, named: () => {} };
    const archive = await readArchive(source, place, trade);
    context.budget.spend('entries', archive.files.length);
    if (archive.closed !== null) tell('not-opened', `its list of contents: ${archive.closed}`, place.start);
    for (const [code, message] of namesOf(archive)) tell(code, message, 0);
    for (const { start, end } of gapsOf(archive, place))
      tell('skipped-bytes', `${end - start} bytes belong to nothing`, start);
    const parts = await openMembers(source, archive, trade);
    return { facts: factsOf(archive, version), parts, defects, coverage: 'whole' };
  },
};

type Tell = (code: string, message: string, offset: number) => void;

async function placeOf(source: ByteSource, tell: Tell): Promise<{ readonly place: Place; readonly version: string }> {
  const header = await source.read(0, Math.min(HEADER, source.size));
  if (header.length < HEADER || !MAGIC.every((byte, index) => header[index] === byte))
    throw new MalformedError('no 7z', 0);
  if (header[6] !== 0) throw new MalformedError(`version ${header[6]} of 7z`, 6);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (view.getUint32(8, true) !== crc32(header.subarray(12))) tell('checksum', 'the header does not have its CRC', 8);
  const start = HEADER + Number(view.getBigUint64(12, true));
  const size = Number(view.getBigUint64(20, true));
  const end = start + size;
  if (end > source.size) throw new MalformedError(`it ends at ${source.size}, and tells ${end}`, source.size);
  if (end < source.size) tell('trailing-bytes', `${source.size - end} bytes follow it`, end);
  return { place: { start, size, crc: view.getUint32(28, true) }, version: `${header[6]}.${header[7]}` };
}

function* namesOf({ files }: Archive): Iterable<readonly [string, string]> {
  const seen = new Set<string>();
  for (const { name } of files) {
    const plain = name.replaceAll('\\', '/');
    const steps = plain.split('/');
    if (plain.startsWith('/') || /^[A-Za-z]:/.test(plain) || steps.includes('..')) {
      yield ['traversal', `${name}: extracting it would write outside the folder`];
    } else if (/[\\\p{Cc}]/u.test(name) || steps.includes('.') || plain.includes('//') || name === '') {
      yield ['odd-name', `${name}: readers may take this name for another one`];
    }
    const lax = plain.toLowerCase();
    if (seen.has(lax)) yield ['duplicate-names', `${name}: the archive has two members of this name`];
    seen.add(lax);
  }
}

interface Gap {
  readonly start: number;
  readonly end: number;
}

/** Bytes before the list of contents that no packed stream accounts for. */
function* gapsOf({ streams, listing, closed }: Archive, { start }: Place): Iterable<Gap> {
  // What an encrypted list would account for is not known.
  if (closed !== null) return;
  const stretches = [streams, ...(listing === null ? [] : [listing])].map(stretchOf).sort((a, b) => a.start - b.start);
  let at = HEADER;
  for (const { start: from, end } of [...stretches, { start, end: start }]) {
    if (from > at) yield { start: at, end: from };
    at = Math.max(at, end);
  }
}

function stretchOf({ packedStart, packedSizes }: Streams): Gap {
  const start = HEADER + packedStart;
  return { start, end: packedSizes.reduce((sum, size) => sum + size, start) };
}

function factsOf({ streams, files }: Archive, version: string): SevenzipFacts {
  const codecs = new Set(streams.folders.flatMap(({ coders }) => coders.map(codecName)));
  return { format: 'sevenzip', version, members: files.length, codecs: [...codecs] };
}

import { crc32 } from 'node:zlib';
import { call, global, pickle, STOP } from '../../../src/formats/pickle/assemble.fixture.ts';
import { zip } from '../../../src/formats/zip/archive.fixture.ts';
import type { Companion } from './companions.ts';

const joined = (...pieces: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  new Uint8Array(Buffer.concat(pieces.map((piece) => Uint8Array.from(piece))));
const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const u32 = (value: number): Uint8Array => new Uint8Array(Uint32Array.of(value).buffer);
const u64 = (value: number): Uint8Array => new Uint8Array(BigUint64Array.of(BigInt(value)).buffer);
/** A number in as many bytes as any takes. */
const number = (value: number): Uint8Array => joined([0xff], u64(value));
const ATTACK = pickle(['PROTO', 4], call(global('posix', 'system'), 'true'), STOP);

interface Member {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Attributes of a Unix file. */
  readonly mode?: number;
  readonly crc?: number;
}

interface Lies {
  /** Bytes of the coder instead of a plain copy. */
  readonly coder?: readonly number[];
  readonly gap?: Uint8Array;
  readonly trailer?: Uint8Array;
  readonly packedStart?: number;
  readonly packedSize?: number;
  readonly unpackedSize?: number;
  readonly names?: readonly string[];
  readonly headerCrc?: number;
  readonly folders?: number;
}

/** A 7z archive of one folder whose members are stored as they are, unless something else is told. */
export function sevenzip(members: readonly Member[], lies: Lies = {}): Uint8Array {
  const packed = joined(...members.map(({ bytes }) => bytes));
  const { coder = [1, 0], gap = new Uint8Array(0), trailer = new Uint8Array(0) } = lies;
  const size = lies.unpackedSize ?? packed.length;
  const names = text16((lies.names ?? members.map(({ name }) => name)).map((name) => `${name}\0`).join(''));
  const attributes = members.map(({ mode = 0o100644 }) => u32(0x8000 + mode * 0x10000));
  const header = joined(
    [1, 4],
    [6, ...number(lies.packedStart ?? 0), 1, 9, ...number(lies.packedSize ?? packed.length), 0],
    [7, 11, ...number(lies.folders ?? 1), 0, 1, ...coder, 12, ...number(size), 0],
    [8, 13, ...number(members.length), 9, ...members.slice(0, -1).flatMap(({ bytes }) => [...number(bytes.length)])],
    [10, 1, ...members.flatMap(({ bytes, crc }) => [...u32(crc ?? crc32(bytes))]), 0, 0],
    [5, ...number(members.length), 17, ...number(names.length + 1), 0, ...names],
    [21, ...number(attributes.length * 4 + 2), 1, 0, ...joined(...attributes), 0, 0],
  );
  const place = joined(u64(packed.length + gap.length), u64(header.length), u32(lies.headerCrc ?? crc32(header)));
  const magic = [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4];
  return joined(magic, u32(crc32(place)), place, packed, gap, header, trailer);
}

function text16(value: string): Uint8Array {
  return new Uint8Array(Buffer.from(value, 'utf16le'));
}

const NOTES: Member = { name: 'notes.txt', bytes: text('notes') };
const EVIL: Member = { name: 'weights.pkl', bytes: ATTACK };

function archive(
  what: string,
  verdict: Companion['verdict'],
  members: readonly Member[],
  lies: Lies = {},
  path = 'model.7z',
): Companion {
  return { what: `7z: ${what}`, path, verdict, bytes: sevenzip(members, lies) };
}

export const SEVENZIPS: readonly Companion[] = [
  archive('two members', 'clean', [NOTES, { name: 'a.json', bytes: text('{}') }]),
  archive('an attack', 'malicious', [NOTES, EVIL]),
  archive('an attack under the name of weights', 'malicious', [EVIL], {}, 'model.pt'),
  archive('an attack behind an encrypted member', ['malicious', 'unscannable'], [EVIL], { coder: [4, 6, 0xf1, 7, 1] }),
  archive('an attack in an archive in an archive', 'malicious', [{ name: 'a.7z', bytes: sevenzip([EVIL]) }]),
  {
    what: '7z: an attack in an archive in a zip',
    path: 'model.zip',
    verdict: 'malicious',
    bytes: zip([{ name: 'a.7z', bytes: sevenzip([EVIL]) }]),
  },
  archive('a name that leaves the folder', 'malicious', [{ name: '../a.txt', bytes: text('a') }]),
  archive('an absolute name', 'malicious', [{ name: '/etc/a.txt', bytes: text('a') }]),
  archive('a link that leaves the folder', 'malicious', [{ name: 'a', bytes: text('/etc/passwd'), mode: 0o120777 }]),
  archive('a name twice', 'suspicious', [NOTES, { ...NOTES, name: 'NOTES.txt' }]),
  archive('encrypted', 'unscannable', [NOTES], { coder: [4, 6, 0xf1, 7, 1] }),
  archive('packed with PPMd', 'unscannable', [NOTES], { coder: [3, 3, 4, 1] }),
  archive('packed by an unknown method', 'unscannable', [NOTES], { coder: [2, 0xab, 0xcd] }),
  archive('a member without its CRC', 'unscannable', [{ ...NOTES, crc: 7 }]),
  archive('a list without its CRC', 'unscannable', [NOTES], { headerCrc: 7 }),
  archive('bytes that belong to nothing', 'unscannable', [NOTES], { gap: ATTACK }),
  archive('bytes behind the end', 'unscannable', [NOTES], { trailer: ATTACK }),
  archive('more names than members', 'unscannable', [NOTES], { names: ['a', 'b'] }),
  archive('members that lie past the end', 'unscannable', [NOTES], { packedStart: 1e9 }),
  archive('members larger than what is packed', 'unscannable', [NOTES], { unpackedSize: 1e6 }),
  archive('a bomb', 'unscannable', [NOTES], { unpackedSize: 1e12 }),
  archive('folders without number', 'unscannable', [NOTES], { folders: 1e12 }),
  archive('LZMA that is none', 'unscannable', [NOTES], { coder: [0x23, 3, 1, 1, 5, 0x5d, 0, 0, 1, 0] }),
  { what: '7z: nothing', path: 'model.7z', verdict: 'clean', bytes: empty() },
];

function empty(): Uint8Array {
  const place = joined(u64(0), u64(0), u32(0));
  return joined([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4], u32(crc32(place)), place);
}

import { crc32, deflateRawSync } from 'node:zlib';
import { createBudget } from '../../kernel/budget.ts';
import { sourceOf } from '../../kernel/bytes.ts';
import type { ReaderResult } from '../format.ts';
import { zipFormat } from './reader.ts';

/** A member to be written; what is not given is told truly, in both headers. */
export interface Member {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  readonly deflate?: boolean;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly size?: number;
  /** What the local header tells instead. */
  readonly local?: {
    readonly name?: string;
    readonly method?: number;
    readonly size?: number;
    readonly flags?: number;
  };
  /** Bytes of local extra field, as PyTorch pads with. */
  readonly padding?: number;
  /** Put after the member, belonging to none. */
  readonly gap?: Uint8Array;
  /** Where the directory says that the member lies. */
  readonly offset?: number;
}

export interface Archive {
  readonly prefix?: Uint8Array;
  readonly comment?: Uint8Array;
  readonly trailer?: Uint8Array;
  readonly count?: number;
  /** Writes zip64 records and fields for every member. */
  readonly zip64?: boolean;
}

const MAX16 = 0xffff;
const MAX32 = 0xffffffff;

/** Bytes of a zip archive of these members. */
export function zip(members: readonly Member[], archive: Archive = {}): Uint8Array {
  const { prefix = new Uint8Array(0), comment = new Uint8Array(0), trailer = new Uint8Array(0) } = archive;
  const pieces: Uint8Array[] = [prefix];
  const central: Uint8Array[] = [];
  let at = 0;
  for (const member of members) {
    const { local, entry, length } = writeMember(member, at, archive.zip64 === true);
    pieces.push(local);
    central.push(entry);
    at += length;
  }
  const size = central.reduce((sum, entry) => sum + entry.length, 0);
  const count = archive.count ?? members.length;
  const wide = archive.zip64 === true ? wideEnd(count, size, at) : new Uint8Array(0);
  const end = archive.zip64 === true ? [MAX16, MAX32, MAX32] : [count, size, at];
  const [entries = 0, directory = 0, offset = 0] = end;
  const record = join([
    u32(0x06054b50),
    u16(0),
    u16(0),
    u16(entries),
    u16(entries),
    u32(directory),
    u32(offset),
    u16(comment.length),
    comment,
  ]);
  return join([...pieces, ...central, wide, record, trailer]);
}

export function readZip(members: readonly Member[], archive: Archive = {}): Promise<ReaderResult<'zip'>> {
  return readArchive(zip(members, archive));
}

export function readArchive(bytes: Uint8Array): Promise<ReaderResult<'zip'>> {
  return zipFormat.read(sourceOf(bytes), { path: 'model.zip', budget: createBudget(() => 0) });
}

function writeMember(member: Member, at: number, wide: boolean) {
  const bytes = raw(member.bytes);
  const stored = member.deflate === true ? new Uint8Array(deflateRawSync(bytes)) : bytes;
  const told = {
    name: member.name,
    method: member.method ?? (member.deflate === true ? 8 : 0),
    flags: member.flags ?? 0,
    size: member.size ?? bytes.length,
  };
  const crc = member.crc ?? crc32(bytes);
  const here = { ...told, ...member.local };
  const padding = join([u16(0x4246), u16(member.padding ?? 0), new Uint8Array(member.padding ?? 0)]);
  const extra = member.padding === undefined ? new Uint8Array(0) : padding;
  const local = join([
    u32(0x04034b50),
    u16(20),
    u16(here.flags),
    u16(here.method),
    u32(0),
    u32(crc),
    u32(stored.length),
    u32(here.size),
    u16(raw(here.name).length),
    u16(extra.length),
    raw(here.name),
    extra,
    stored,
    member.gap ?? new Uint8Array(0),
  ]);
  const offset = member.offset ?? at;
  const field = wide ? join([u16(1), u16(24), u64(told.size), u64(stored.length), u64(offset)]) : new Uint8Array(0);
  const narrow = (value: number): Uint8Array => u32(wide ? MAX32 : value);
  const entry = join([
    u32(0x02014b50),
    u16(20),
    u16(20),
    u16(told.flags),
    u16(told.method),
    u32(0),
    u32(crc),
    narrow(stored.length),
    narrow(told.size),
    u16(raw(told.name).length),
    u16(field.length),
    u16(0),
    u16(0),
    u16(0),
    u32(0),
    narrow(offset),
    raw(told.name),
    field,
  ]);
  return { local, entry, length: local.length };
}

function wideEnd(count: number, size: number, offset: number): Uint8Array {
  const record = [
    u32(0x06064b50),
    u64(44),
    u16(45),
    u16(45),
    u32(0),
    u32(0),
    u64(count),
    u64(count),
    u64(size),
    u64(offset),
  ];
  return join([...record, u32(0x07064b50), u32(0), u64(offset + size), u32(1)]);
}

function raw(value: Uint8Array | string): Uint8Array {
  return typeof value === 'string' ? new TextEncoder().encode(value) : value;
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}

function u16(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff);
}

function u32(value: number): Uint8Array {
  return Uint8Array.of(...u16(value & 0xffff), ...u16((value >>> 16) & 0xffff));
}

function u64(value: number): Uint8Array {
  return Uint8Array.of(...u32(value % 2 ** 32), ...u32(Math.floor(value / 2 ** 32)));
}

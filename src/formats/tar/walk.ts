import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError, sliceOf } from '../../kernel/bytes.ts';
import type { Defect, Part } from '../format.ts';
import type { TarEntry, TarEntryKind } from './facts.ts';
import { strayRecord, strayRoom } from './free-room.ts';
import { BLOCK, type Header, hasChecksum, isZero, readHeader, readRecords, textOf } from './header.ts';

const KiB = 1024;
/** Names and pax records of one member; genuine ones have some hundred bytes. */
const LARGEST_RECORDS = 1024 * KiB;
const STEP = 64 * KiB;

/** A member, with its bytes where it has any. */
export interface Member {
  readonly entry: TarEntry;
  /** Offset of its header. */
  readonly at: number;
  readonly mode: number;
  readonly part: Part | null;
}

export interface Walk {
  readonly members: readonly Member[];
  readonly defects: readonly Defect[];
}

/** What earlier headers tell of the next member. */
interface Told {
  name?: string;
  target?: string;
  records: ReadonlyMap<string, string>;
}

interface State {
  readonly source: ByteSource;
  readonly budget: Budget;
  readonly members: Member[];
  readonly defects: Defect[];
  /** Headers that were read, by offset: two views of an archive often meet again. */
  readonly seen: Set<number>;
  /** Where readers that count a member's bytes differently go on. */
  readonly others: number[];
  global: ReadonlyMap<string, string>;
  told: Told;
}

/** Walks from header to header; then likewise from wherever another reader would have gone on. */
export async function walk(source: ByteSource, budget: Budget): Promise<Walk> {
  const state: State = {
    source,
    budget,
    members: [],
    defects: [],
    seen: new Set(),
    others: [],
    global: new Map(),
    told: { records: new Map() },
  };
  await walkFrom(state, 0);
  for (let other = state.others.shift(); other !== undefined; other = state.others.shift()) {
    if (!state.seen.has(other) && hasChecksum(await blockAt(source, other))) await walkFrom(state, other);
  }
  return { members: state.members, defects: state.defects };
}

async function walkFrom(state: State, start: number): Promise<void> {
  const { source, budget, seen } = state;
  state.told = { records: new Map() };
  let at = start;
  while (!seen.has(at)) {
    budget.checkTime();
    const block = await blockAt(source, at);
    if (block.length < BLOCK) {
      tell(state, 'no-end', block.length === 0 ? 'it ends without the blocks that end it' : 'a block is cut off', at);
      return;
    }
    if (isZero(block)) {
      const next = await findNext(state, at);
      if (next === null) return;
      at = next;
      continue;
    }
    seen.add(at);
    budget.spend('entries', 1);
    if (!hasChecksum(block)) {
      tell(state, 'bad-header', 'a header does not have its checksum', at);
      const next = await findHeader(state, at + BLOCK);
      if (next === null) return;
      at = next;
      continue;
    }
    const stray = strayRoom(block);
    if (stray !== null) tell(state, 'skipped-bytes', `a header has ${stray}`, at);
    at = await takeMember(state, readHeader(block, at), at);
  }
}

/** Past the end of the archive: NUL up to the end is padding, another header is another archive. */
async function findNext(state: State, end: number): Promise<number | null> {
  const { source, budget } = state;
  let at = end;
  for (;;) {
    budget.checkTime();
    await source.reach?.(at, STEP);
    const length = Math.min(STEP, source.size - at);
    if (length <= 0) break;
    const bytes = await source.read(at, length);
    const other = bytes.findIndex((byte) => byte !== 0);
    if (other < 0) {
      at += length;
      continue;
    }
    const header = await findHeader(state, at + other - ((at + other) % BLOCK));
    const what = header === null ? 'bytes' : 'another archive';
    tell(state, header === null ? 'trailing-bytes' : 'concatenated', `${what} after the end`, at + other);
    return header;
  }
  const blanks = source.size - end;
  if (blanks < 2 * BLOCK) tell(state, 'no-end', 'it ends with one empty block, not two', end);
  // Whatever fills the last record is whole blocks.
  else if (blanks > 2 * BLOCK && source.size % BLOCK !== 0)
    tell(state, 'no-end', 'its last block is cut off', source.size - (source.size % BLOCK));
  return null;
}

/** How far a header is sought behind bytes that are none. */
const SOUGHT = 16 * 1024 * KiB;

async function findHeader({ source, budget, seen }: State, from: number): Promise<number | null> {
  for (let at = from; at - from < SOUGHT; at += STEP) {
    budget.checkTime();
    await source.reach?.(at, STEP);
    const length = Math.min(STEP, source.size - at);
    if (length < BLOCK) return null;
    const bytes = await source.read(at, length);
    for (let index = 0; index + BLOCK <= length; index += BLOCK) {
      const block = bytes.subarray(index, index + BLOCK);
      if (!seen.has(at + index) && !isZero(block) && hasChecksum(block)) return at + index;
    }
  }
  return null;
}

/** Takes up the member whose header lies at `at`; answers where the next header lies. */
async function takeMember(state: State, header: Header, at: number): Promise<number> {
  const { type } = header;
  const data = at + BLOCK;
  if (type === 'L' || type === 'K') {
    const bytes = await recordsAt(state, data, header.size);
    const name = textOf(bytes);
    if (
      bytes.subarray(Math.max(0, bytes.indexOf(0))).some((byte, index) => index > 0 && byte !== 0) &&
      bytes.includes(0)
    )
      tell(state, 'skipped-bytes', 'bytes stand behind the end of a long name', data);
    if (type === 'L') state.told.name = name;
    else state.told.target = name;
    return data + padded(header.size);
  }
  if (type === 'x' || type === 'X' || type === 'g') {
    const records = readRecords(await recordsAt(state, data, header.size), data, (key, value) => {
      const stray = strayRecord(key, value);
      if (stray !== null) tell(state, 'skipped-bytes', `a pax record has ${stray}`, data);
    });
    if (type === 'g') state.global = new Map([...state.global, ...records]);
    else state.told.records = records;
    return data + padded(header.size);
  }
  const told = state.told;
  state.told = { records: new Map() };
  return addMember(state, header, { at, told });
}

async function recordsAt(state: State, at: number, size: number): Promise<Uint8Array> {
  const { source } = state;
  if (size > LARGEST_RECORDS) throw new MalformedError(`${size} bytes of names`, at);
  await source.reach?.(at, size);
  if (await isPaddedOddly(source, at + size, at + padded(size)))
    tell(state, 'trailing-bytes', 'bytes fill the block behind names or records', at + size);
  return source.read(at, size);
}

async function addMember(
  state: State,
  header: Header,
  { at, told }: { readonly at: number; readonly told: Told },
): Promise<number> {
  const { source, members, others } = state;
  const records = new Map([...state.global, ...told.records]);
  const name = records.get('path') ?? told.name ?? header.name;
  const target = records.get('linkpath') ?? told.target ?? header.target;
  const sparse = header.type === 'S' || [...records.keys()].some((key) => key.startsWith('GNU.sparse.'));
  const kind = sparse ? 'sparse' : kindOf(header, name);
  const size = sizeOf(records, header, at);
  const data = await skipSparseMaps(state, header, at + BLOCK);
  if (size !== header.size) {
    tell(state, 'two-sizes', `${name}: ${header.size} bytes in the header, ${size} in the pax records`, at);
    others.push(data + padded(header.size));
  }
  if (sparse) tell(state, 'sparse', `${name} is sparse`, at);
  const hasData = kind === 'file' || kind === 'sparse';
  if (!hasData && size > 0) {
    // Python goes on right after the header, others after the bytes.
    tell(state, 'data-of-none', `${name} is no file and has ${size} bytes`, at);
    others.push(data + padded(size));
  }
  const end = hasData ? data + padded(size) : data;
  await source.reach?.(end, 0);
  const there = Math.max(0, Math.min(size, source.size - data));
  if (hasData && there < size) tell(state, 'cut-off', `${name} is cut off after ${there} of ${size} bytes`, at);
  if (hasData && there === size && (await isPaddedOddly(source, data + size, end)))
    tell(state, 'trailing-bytes', `bytes fill the block behind ${name}`, data + size);
  const part = hasData && there > 0 ? { name, bytes: sliceOf(source, data, there) } : null;
  const link = kind === 'symlink' || kind === 'hardlink';
  members.push({ entry: { name, kind, size, target: link ? target : null }, at, mode: header.mode, part });
  return end;
}

const KINDS: Readonly<Record<string, TarEntryKind>> = {
  '1': 'hardlink',
  '2': 'symlink',
  '3': 'character-device',
  '4': 'block-device',
  '5': 'folder',
  '6': 'pipe',
  D: 'folder',
};

/** Types that nobody knows are files to all readers. */
function kindOf({ type }: Header, name: string): TarEntryKind {
  if (type === '\0' && name.endsWith('/')) return 'folder';
  return KINDS[type] ?? 'file';
}

function sizeOf(records: ReadonlyMap<string, string>, header: Header, at: number): number {
  const told = records.get('size');
  if (told === undefined) return header.size;
  if (!/^[0-9]{1,15}$/.test(told)) throw new MalformedError('a size that is no number', at);
  return Number(told);
}

/** Old GNU sparse files have more of their map in blocks of its own. */
async function skipSparseMaps({ source, budget }: State, header: Header, from: number): Promise<number> {
  let at = from;
  for (let more = header.type === 'S' && header.extended; more; at += BLOCK) {
    budget.checkTime();
    const block = await blockAt(source, at);
    more = block.length === BLOCK && block[504] === 1;
  }
  return at;
}

/** The block at `at`, shorter at the end of the source. */
async function blockAt(source: ByteSource, at: number): Promise<Uint8Array> {
  await source.reach?.(at, BLOCK);
  return source.read(Math.min(at, source.size), Math.max(0, Math.min(BLOCK, source.size - at)));
}

/** Whether what fills the last block of a member is anything but zeros. */
async function isPaddedOddly(source: ByteSource, from: number, end: number): Promise<boolean> {
  const length = Math.min(end, source.size) - from;
  return length > 0 && (await source.read(from, length)).some((byte) => byte !== 0);
}

function padded(size: number): number {
  return Math.ceil(size / BLOCK) * BLOCK;
}

const MOST_DEFECTS = 1000;

function tell({ defects }: State, code: string, message: string, offset: number): void {
  if (defects.length < MOST_DEFECTS) defects.push({ code, message, offset });
}

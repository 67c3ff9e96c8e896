import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { decodeUtf8 } from '../document.ts';
import { shardIndexAt } from '../shard-index.ts';

const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];
const BRACE = 0x7b;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** A description of an array; real ones have some hundred bytes. */
const LONGEST_DESCRIPTION = 1024 * 1024;

/** Where the value at `at` ends: a frame of Zstandard, a description in JSON, or the index of a shard. */
export async function valueAt(source: ByteSource, at: number, budget: Budget): Promise<number> {
  const head = await source.read(at, Math.min(4, source.size - at));
  if (ZSTD.every((byte, index) => head[index] === byte)) return frameEnd(source, at, budget);
  if (head[0] === BRACE) return descriptionEnd(source, at);
  const end = await shardIndexAt(source, at);
  if (end === null) throw new MalformedError('bytes that are no value', at);
  return end;
}

const SIZE_BYTES = [0, 2, 4, 8];
const ID_BYTES = [0, 1, 2, 4];
const RLE = 1;

/** Walks the blocks of a frame (RFC 8878, 3.1.1). */
async function frameEnd(source: ByteSource, start: number, budget: Budget): Promise<number> {
  const flags = (await source.read(start + 4, 1))[0] ?? 0;
  const single = (flags & 0x20) !== 0;
  const sizeBytes = flags >> 6 === 0 && single ? 1 : (SIZE_BYTES[flags >> 6] ?? 0);
  let at = start + 5 + (single ? 0 : 1) + (ID_BYTES[flags & 3] ?? 0) + sizeBytes;
  for (let last = false; !last; ) {
    budget.checkTime();
    budget.spend('opcodes', 1);
    const head = await source.read(at, 3);
    const told = (head[0] ?? 0) | ((head[1] ?? 0) << 8) | ((head[2] ?? 0) << 16);
    last = (told & 1) === 1;
    at += 3 + (((told >> 1) & 3) === RLE ? 1 : told >> 3);
  }
  const end = at + ((flags & 4) === 0 ? 0 : 4);
  if (end > source.size) throw new MalformedError('a frame reaches past the end', start);
  return end;
}

async function descriptionEnd(source: ByteSource, start: number): Promise<number> {
  const bytes = await source.read(start, Math.min(LONGEST_DESCRIPTION, source.size - start));
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (quoted && byte === BACKSLASH) at += 1;
    else if (byte === QUOTE) quoted = !quoted;
    else if (!quoted && byte === BRACE) depth += 1;
    else if (!quoted && byte === BRACE + 2 && --depth === 0) {
      asJson(bytes.subarray(0, at + 1), start);
      return start + at + 1;
    }
  }
  throw new MalformedError('a description without an end', start);
}

function asJson(bytes: Uint8Array, start: number): void {
  try {
    JSON.parse(decodeUtf8(bytes));
  } catch (cause) {
    throw new MalformedError('a description that is no JSON', start, { cause });
  }
}

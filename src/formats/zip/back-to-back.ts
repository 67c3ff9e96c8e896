import { type ByteSource, MalformedError, sliceOf } from '../../kernel/bytes.ts';
import type { Part, ReadContext } from '../format.ts';

/** Files of torch.distributed.checkpoint: one archive of torch.save for each tensor, one after the other. */
const NAMED = /\.distcp$/i;
const LOCAL = 'PK\x03\x04';
const END = 'PK\x05\x06';
const ZIP64_END = 'PK\x06\x06';
const END_BYTES = 22;
/** The end record of zip64 and its locator, which PyTorch writes before the plain one. */
const ZIP64_BYTES = 56 + 20;
const STEP = 4 * 1024 * 1024;

export function holdsArchives(path: string): boolean {
  return NAMED.test(path);
}

/**
 * Cuts the file where one archive ends and the next begins; each is read as a file of its own. An archive ends with an
 * end record whose directory lies just before it, counted from the archive's own start. Throws MalformedError where
 * anything else stands between them.
 */
export async function archivesIn(source: ByteSource, { budget }: ReadContext): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (let start = 0; start < source.size; ) {
    if (textOf(await source.read(start, Math.min(4, source.size - start))) !== LOCAL)
      throw new MalformedError('bytes that belong to no archive', start);
    let end: number | null = null;
    for (let from = start; end === null; ) {
      budget.checkTime();
      const at = await find(source, from);
      if (at === null) throw new MalformedError('an archive without an end', start);
      end = (await endsHere(source, start, at)) ? at + END_BYTES : null;
      from = at + 1;
    }
    parts.push({ name: `${start}.pt`, bytes: sliceOf(source, start, end - start) });
    budget.spend('entries', 1);
    start = end;
  }
  return parts;
}

async function find(source: ByteSource, from: number): Promise<number | null> {
  for (let at = from; at + END_BYTES <= source.size; at += STEP) {
    const bytes = await source.read(at, Math.min(STEP + END_BYTES, source.size - at));
    const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(END, 0, 'latin1');
    if (found >= 0 && at + found + END_BYTES <= source.size) return at + found;
  }
  return null;
}

async function endsHere(source: ByteSource, start: number, at: number): Promise<boolean> {
  const record = await source.read(at, END_BYTES);
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const directoryEnd = start + view.getUint32(16, true) + view.getUint32(12, true);
  if (view.getUint16(20, true) !== 0) return false;
  if (directoryEnd === at) return true;
  if (at - ZIP64_BYTES < start) return false;
  const before = await source.read(at - ZIP64_BYTES, ZIP64_BYTES);
  if (textOf(before.subarray(0, 4)) !== ZIP64_END) return false;
  const wide = new DataView(before.buffer, before.byteOffset, before.byteLength);
  return start + Number(wide.getBigUint64(48, true)) + Number(wide.getBigUint64(40, true)) === at - ZIP64_BYTES;
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

import { crc32 } from 'node:zlib';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { Defect, ReadContext } from '../format.ts';
import { FILE_HEADER } from './claims.ts';

const MAGIC = 0xbee1;
const HEADER = 7;
/** Blocks and pieces are those of LevelDB's log: a piece never crosses a block, and fewer bytes than a head are zeros. */
const BLOCK = 32 * 1024;
const [WHOLE, FIRST, MIDDLE, LAST] = [1, 2, 3, 4];

/**
 * The log of a run (wandb/sdk/internal/datastore.py): pieces of records with their CRC-32, in blocks. What a record holds is
 * opaque, and no program makes more of it than numbers and texts.
 */
export async function readRunLog(source: ByteSource, { budget }: ReadContext): Promise<[number, Defect[]]> {
  const head = viewOf(await source.read(0, Math.min(FILE_HEADER, source.size)));
  if (head.byteLength < FILE_HEADER || head.getUint16(4, true) !== MAGIC)
    throw new MalformedError('no log of a run: its number is another', 4);
  let records = 0;
  let begun = false;
  for (let start = 0; start < source.size; start += BLOCK) {
    budget.checkTime();
    const block = await source.read(start, Math.min(BLOCK, source.size - start));
    const view = viewOf(block);
    let at = start === 0 ? FILE_HEADER : 0;
    while (at + HEADER <= block.length) {
      budget.spend('opcodes', 1);
      const [length, kind] = [view.getUint16(at + 4, true), view.getUint8(at + 6)];
      const end = at + HEADER + length;
      if (kind < WHOLE || kind > LAST) throw new MalformedError('no piece of a record', start + at);
      if (end > block.length) throw new MalformedError('a piece of a record is cut off', start + at);
      if (begun !== (kind === MIDDLE || kind === LAST))
        throw new MalformedError('a record begins within another, or goes on without a beginning', start + at);
      if (crc32(block.subarray(at + 6, end)) !== view.getUint32(at, true))
        return [records, [{ code: 'checksum', message: 'a record does not have its checksum', offset: start + at }]];
      begun = kind === FIRST || kind === MIDDLE;
      if (!begun) records++;
      at = end;
    }
    if (block.subarray(at).some((byte) => byte !== 0))
      throw new MalformedError('bytes behind the last piece', start + at);
  }
  if (begun) throw new MalformedError('the last record is cut off', source.size);
  return [records, []];
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

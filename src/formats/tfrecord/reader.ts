import { type ByteSource, MalformedError, sliceOf } from '../../kernel/bytes.ts';
import { filesAmong, withoutScripts } from '../among-numbers.ts';
import { crc32c, masked } from '../crc32c.ts';
import type { Defect, Format, Part, ReadContext } from '../format.ts';
import { filesInMessage } from '../protobuf/carried.ts';
import { CHECK, checkOf, claimsTfrecord, HEADER, hasLength, isRunLog } from './claims.ts';
import { readRunLog } from './wandb.ts';

const MiB = 1024 * 1024;
/** Content is held against its checksum while a file has no more of it: beyond, lengths alone are. */
const CHECKED = 64 * MiB;
const STEP = 1 * MiB;

/**
 * Records of TensorFlow (tensorflow/core/lib/io/record_writer.cc): a length, its masked CRC-32C, the content and the
 * same of it. Of what a record holds, examples or bytes, files are handed out, but for scripts: data may be of them.
 * And the log of a run of Weights & Biases, which frames its records otherwise.
 *
 * Defects:
 * - `checksum`: content does not have its checksum.
 */
export const tfrecordFormat: Format<'tfrecord'> = {
  id: 'tfrecord',
  claims: claimsTfrecord,
  read: async (source, context) => {
    if (isRunLog(await source.read(0, Math.min(HEADER, source.size)))) {
      const [records, defects] = await readRunLog(source, context);
      return { facts: { format: 'tfrecord', records }, parts: [], defects, coverage: 'whole' };
    }
    const defects: Defect[] = [];
    const parts: Part[] = [];
    let records = 0;
    let left = CHECKED;
    for (let at = 0; at < source.size; records++) {
      context.budget.checkTime();
      context.budget.spend('opcodes', 1);
      const length = await lengthAt(source, at);
      const end = at + HEADER + length + CHECK;
      if (end > source.size) throw new MalformedError('a record reaches past the end', at);
      left -= length;
      if (left >= 0 && !(await hasChecksum(source, at + HEADER, length, context))) {
        defects.push({ code: 'checksum', message: 'a record does not have its checksum', offset: at });
        break;
      }
      if (left < 0) context.budget.leave(length);
      else parts.push(...(await filesIn(source, at + HEADER, length, context)));
      at = end;
    }
    return { facts: { format: 'tfrecord', records }, parts, defects, coverage: left >= 0 ? 'whole' : 'structure' };
  },
};

async function filesIn(source: ByteSource, start: number, size: number, { budget }: ReadContext): Promise<Part[]> {
  if (source.costly === true) return [];
  const record = sliceOf(source, start, size);
  const whole = await filesAmong(record, [{ name: `record@${start}`, start: 0, size, bytes: true }]);
  return withoutScripts(whole.length > 0 ? whole : await filesInMessage(record, budget));
}

async function lengthAt(source: ByteSource, at: number): Promise<number> {
  if (at + HEADER > source.size) throw new MalformedError('a record is cut off', at);
  const header = await source.read(at, HEADER);
  if (!hasLength(header)) throw new MalformedError('no record', at);
  return Number(new DataView(header.buffer, header.byteOffset, header.byteLength).getBigUint64(0, true));
}

async function hasChecksum(source: ByteSource, at: number, length: number, { budget }: ReadContext): Promise<boolean> {
  let crc = 0;
  for (let done = 0; done < length; done += STEP) {
    budget.checkTime();
    crc = crc32c(await source.read(at + done, Math.min(STEP, length - done)), crc);
  }
  return checkOf(await source.read(at + length, CHECK), 0) === masked(crc);
}

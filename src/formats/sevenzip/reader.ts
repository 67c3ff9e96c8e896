import { crc32 } from 'node:zlib';
import { MalformedError } from '../../kernel/bytes.ts';
import type { Defect, Format } from '../format.ts';

const MAGIC = [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] as const;
const HEADER = 32;

/**
 * 7z archives (7zFormat.txt of the LZMA SDK): recognised, and never opened. No loader of models opens one itself.
 *
 * Defects:
 * - `not-opened`: always.
 * - `checksum`, `cut-off`, `trailing-bytes`: the first header does not have its CRC; the archive ends elsewhere than it tells.
 */
export const sevenzipFormat: Format<'sevenzip'> = {
  id: 'sevenzip',
  claims: (path, head) => /\.7z$/i.test(path) || MAGIC.every((byte, index) => head[index] === byte),
  read: async (source) => {
    const header = await source.read(0, Math.min(HEADER, source.size));
    if (header.length < HEADER || !MAGIC.every((byte, index) => header[index] === byte)) {
      throw new MalformedError('no 7z', 0);
    }
    const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
    const defects: Defect[] = [{ code: 'not-opened', message: 'what it holds was not read', offset: HEADER }];
    const tell = (code: string, message: string, offset: number): void => void defects.push({ code, message, offset });
    if (view.getUint32(8, true) !== crc32(header.subarray(12))) tell('checksum', 'the header does not have its CRC', 8);
    const end = HEADER + Number(view.getBigUint64(12, true)) + Number(view.getBigUint64(20, true));
    if (end > source.size) tell('cut-off', `it ends at ${source.size}, and tells ${end}`, source.size);
    if (end < source.size) tell('trailing-bytes', `${source.size - end} bytes follow it`, end);
    return {
      facts: { format: 'sevenzip', version: `${header[6]}.${header[7]}` },
      parts: [],
      defects,
      coverage: 'structure',
    };
  },
};

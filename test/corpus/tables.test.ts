import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { told } from './judge.ts';

const GENUINE = join(import.meta.dirname, 'genuine');
const read = (path: string): Uint8Array => new Uint8Array(readFileSync(join(GENUINE, path)));

/** The bytes with one of them changed, put in, or taken out. */
function changed(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = bytes.slice();
  copy[at < 0 ? bytes.length + at : at] = value;
  return copy;
}
const without = (bytes: Uint8Array, at: number): Uint8Array =>
  Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1)]);
const withMore = (bytes: Uint8Array, at: number): Uint8Array =>
  Uint8Array.from([...bytes.subarray(0, at), 0, ...bytes.subarray(at)]);

describe.each(['stores/zlib.orc', 'stores/snappy.orc', 'companions/snappy.parquet', 'companions/zstd.parquet'])(
  'a table, %s,',
  (path) => {
    const bytes = read(path);
    const verdict = (broken: Uint8Array) => told({ path, verdict: 'unscannable', bytes: broken });

    it('is clean as it was written', async () => {
      expect(await told({ path, verdict: 'clean', bytes })).toBe('clean');
    });

    it('is unscannable where a byte is missing, or one too many', async () => {
      expect(await verdict(without(bytes, 5))).toBe('unscannable');
      expect(await verdict(withMore(bytes, 9))).toBe('unscannable');
      expect(await verdict(without(bytes, bytes.length >> 1))).toBe('unscannable');
    });

    it('is unscannable where its footer is cut, or tells another length', async () => {
      expect(await verdict(bytes.subarray(0, bytes.length - 20))).toBe('unscannable');
      for (const at of [-1, -4]) expect(await verdict(changed(bytes, at, 3))).toBe('unscannable');
    });
  },
);

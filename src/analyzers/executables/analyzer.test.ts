import { describe, expect, it } from 'vitest';
import { judge } from '../../../test/corpus/judge.ts';

/** The first program of a 64-bit Linux: its header, and one segment that is loaded. */
function elf(): Uint8Array {
  const bytes = Buffer.alloc(200);
  Buffer.from('7f454c4602010100', 'hex').copy(bytes);
  bytes.writeUInt16LE(2, 16);
  bytes.writeUInt16LE(62, 18);
  bytes.writeUInt32LE(1, 20);
  bytes.writeBigUInt64LE(0x400078n, 24);
  bytes.writeBigUInt64LE(64n, 32);
  bytes.writeUInt16LE(64, 52);
  bytes.writeUInt16LE(56, 54);
  bytes.writeUInt16LE(1, 56);
  bytes.writeUInt32LE(1, 64);
  bytes.writeUInt32LE(5, 68);
  return bytes;
}

describe('a program', () => {
  it.each([
    ['model.safetensors', 'malicious'],
    ['sub/pytorch_model-00001-of-00002.bin', 'malicious'],
    ['weights.pkl', 'malicious'],
    ['run', 'suspicious'],
    ['firmware.bin', 'suspicious'],
    ['model.llamafile', 'suspicious'],
  ])('%s is %s', async (path, verdict) => {
    expect((await judge(path, elf())).verdict).toBe(verdict);
  });
});

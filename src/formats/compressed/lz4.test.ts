import { describe, expect, it } from 'vitest';
import { MalformedError } from '../../kernel/bytes.ts';
import { unlz4 } from './lz4.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

describe('a block without a frame', () => {
  it('is its literals and its matches', () => {
    // Two letters, six from two back, then one letter: LZ4 Block Format, "Compressed block format".
    expect(text(unlz4(Uint8Array.of(0x22, 0x61, 0x62, 2, 0, 0x10, 0x63), 64))).toBe('ababababc');
  });

  it.each([
    ['literals past its end', [0x50, 0x61]],
    ['a match before its beginning', [0x12, 0x61, 9, 0, 0x10, 0x63]],
    ['a length that is cut off', [0xf0]],
    ['more than it may hold', [0x1f, 0x61, 1, 0, 255, 255, 0, 0x10, 0x63]],
  ])('is refused for %s', (_, bytes) => {
    expect(() => unlz4(Uint8Array.from(bytes), 64)).toThrow(MalformedError);
  });
});

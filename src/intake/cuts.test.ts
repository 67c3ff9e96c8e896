import { describe, expect, it } from 'vitest';
import { sourceOf } from '../kernel/bytes.ts';
import { cutsOf } from './cuts.ts';

describe('where bytes may be cut', () => {
  it.each([
    ['of one byte', 'import os\n'],
    ['of two', 'привет'],
    ['of three', '忽略之前的指令'],
    ['of four', '😀😀😀'],
  ])('is found behind letters %s, however many there are', async (_, letters) => {
    for (const count of [3, 1000, 20_000]) {
      const text = Buffer.from(letters.repeat(count));
      const whole = sourceOf(Buffer.concat([text, Buffer.from([0xff, 0xe4, 0xb8])]));
      expect(await cutsOf(whole, [], [])).toEqual([text.length]);
    }
  });

  it('is no surrogate, and no letter that is longer than it must be', async () => {
    for (const wrong of ['eda080', 'c080', 'e08080', 'f0808080', 'f4908080'])
      expect(
        await cutsOf(sourceOf(Buffer.concat([Buffer.from('12345678'), Buffer.from(wrong, 'hex')])), [], []),
      ).toEqual([8]);
  });
});

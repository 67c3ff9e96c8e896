import { describe, expect, it } from 'vitest';
import type { Format } from '../formats/format.ts';
import { sourceOf } from '../kernel/bytes.ts';
import { LIMITS } from '../kernel/limits.ts';
import { firstLook } from './first-look.ts';

const size = 2 * LIMITS.firstLook;
const file = { kind: 'file', path: 'model.safetensors', size, claim: null } as const;
const bytes = sourceOf(new Uint8Array(size));
const facts = { format: 'tensor-data', namedBy: [], link: null } as const;

/** A format that costs what a test wants. */
function reading(read: Format['read']): Format {
  return { id: 'tensor-data', claims: () => true, read } as Format;
}

function look(format: Format, now: () => number = () => 0): ReturnType<typeof firstLook> {
  return firstLook({ formats: [format], analyzers: [], described: null }, file, bytes, { now });
}

const answer = { facts, defects: [], parts: [], coverage: 'structure' } as const;

describe('the first look at a large file', () => {
  it('is enough where little is read', async () => {
    const report = await look(
      reading(async (source) => {
        await source.read(0, 1000);
        return answer;
      }),
    );
    expect(report?.readings.readings).toHaveLength(1);
  });

  it("is over past its bytes, even when the reader takes that for the file's fault", async () => {
    const report = await look(
      reading(async (source) => {
        await source.read(0, size).catch(() => null);
        return answer;
      }),
    );
    expect(report).toBeNull();
  });

  it('is over past its time', async () => {
    let time = 0;
    const slow = reading(async (_, { budget }) => {
      time += LIMITS.firstLookMilliseconds + 1;
      budget.checkTime();
      return answer;
    });
    expect(await look(slow, () => time)).toBeNull();
  });

  it('is over past what may be inflated', async () => {
    const bomb = reading(async (_, { budget }) => {
      budget.spend('inflated', LIMITS.firstLook + 1);
      return answer;
    });
    expect(await look(bomb)).toBeNull();
  });

  it('is not taken of what is compressed, which is read to its end', async () => {
    const packed = new Uint8Array(size);
    packed.set([0x1f, 0x8b, 8]);
    const format = reading(async () => answer);
    const [looked, told] = [sourceOf(packed), { ...file, path: 'model.pkl.gz' }];
    expect(
      await firstLook({ formats: [format], analyzers: [], described: null }, told, looked, { now: () => 0 }),
    ).toBeNull();
  });
});

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEPTHS } from '../../src/formats/depth.ts';
import { FORMATS } from '../../src/formats/table.ts';
import { readFileAs } from '../../src/intake/read-file.ts';
import { createBudget } from '../../src/kernel/budget.ts';
import { sourceOf } from '../../src/kernel/bytes.ts';
import { sampled } from '../support/deep.ts';
import { judge } from './judge.ts';

const ROOT = 'test/corpus/genuine';
const LARGEST = 60_000;
/** No text, no padding, and no beginning of anything. */
const FOREIGN = Buffer.from('fffefdfc00c3280102ff', 'hex');

const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => statSync(join(ROOT, name)).isFile() && statSync(join(ROOT, name)).size < LARGEST)
  .sort();

async function formatOf(name: string, bytes: Uint8Array): Promise<string | undefined> {
  const { readings } = await readFileAs(
    FORMATS,
    name,
    sourceOf(bytes),
    createBudget(() => 0),
  );
  return readings.find(({ member }) => member.length === 0)?.format;
}

describe('texts and models without a length in their head', () => {
  it.each<[string, (whole: Buffer) => Buffer]>([
    ['stores/forest.ort', (whole) => whole.subarray(0, -1)],
    ['stores/forest.ort', (whole) => Buffer.concat([whole, FOREIGN])],
    ['stores/orbax/_METADATA', (whole) => whole.subarray(0, whole.length / 2)],
    ['stores/zarr2/w/.zarray', (whole) => whole.subarray(0, -3)],
    ['graphs/tf/checkpoint/checkpoint', (whole) => whole.subarray(0, -3)],
    ['companions/image.png', (whole) => whole.subarray(0, -1)],
  ])('are not clean when they are cut or lengthened: %s', async (name, broken) => {
    const whole = readFileSync(join(ROOT, name));
    expect((await judge(name, new Uint8Array(whole))).verdict).toBe('clean');
    expect((await judge(name, new Uint8Array(broken(whole)))).verdict).not.toBe('clean');
  });
});

describe('formats that are said to be proved', () => {
  it('account for every byte: a genuine file with bytes behind it is never clean', async () => {
    const passed: string[] = [];
    const seen = new Set<string>();
    for (const name of sampled(files, 3)) {
      const bytes = new Uint8Array(readFileSync(join(ROOT, name)));
      const format = await formatOf(name, bytes);
      const depth = Object.entries(DEPTHS).find(([id]) => id === format)?.[1];
      if (format === undefined || depth?.reach !== 'proved') continue;
      seen.add(format);
      const { verdict } = await judge(name, new Uint8Array(Buffer.concat([bytes, FOREIGN])));
      if (verdict === 'clean') passed.push(`${format}: ${name}`);
    }
    expect(passed).toEqual([]);
    expect(seen.size).toBeGreaterThan(10);
  });
});

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createSpools, type Spool } from './spool.ts';

const folder = mkdtempSync(join(tmpdir(), 'weighbridge-spool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function all(spool: Spool): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of spool.read()) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('a spool', () => {
  it.each([0, 1, 1000, 300_000, 2_000_000])('of %d bytes gives them back as often as it is asked', async (size) => {
    const bytes = Buffer.from(Array.from({ length: size }, (_, at) => (at * 7) % 251));
    const spool = createSpools(folder, 10_000_000).open();
    for (let at = 0; at < size; at += 70_001) expect(await spool.write(bytes.subarray(at, at + 70_001))).toBe(true);
    expect(spool.length).toBe(size);
    for (const _ of [1, 2]) expect((await all(spool)).equals(bytes)).toBe(true);
    // A file of that many bytes is open, and has no name.
    expect(readdirSync(folder)).toEqual([]);
    await spool.discard();
    expect(await all(spool)).toHaveLength(0);
  });

  it('takes no more than all of them together may hold, and gives room back', async () => {
    const spools = createSpools(folder, 1000);
    const [one, other] = [spools.open(), spools.open()];
    expect(await one.write(Buffer.alloc(600))).toBe(true);
    expect(await other.write(Buffer.alloc(600))).toBe(false);
    await one.discard();
    expect(await other.write(Buffer.alloc(600))).toBe(true);
  });
});

import { createHash } from 'node:crypto';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../../../test/support/scratch.ts';
import type { HashOptions } from '../../ports/hasher.ts';
import { createWorkerHasher } from './worker-hasher.ts';

const folder = scratchFolder();
const SIZE = 33 * 1024 * 1024;

function large(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, 'weights');
  truncateSync(path, SIZE);
  return path;
}

/** What was told of one file, by a hasher that has this thread for itself. */
async function hashed(path: string, size: number, signal = new AbortController().signal) {
  const told: unknown[] = [];
  let bytes = 0;
  const options: HashOptions = {
    signal,
    onDigest: (name, digest) => told.push([name, digest]),
    onFailure: (name, why) => told.push([name, why]),
    onBytes: (more) => {
      bytes += more;
    },
  };
  // No thread is started: there is no such code.
  const hasher = createWorkerHasher(new URL('file:///nowhere.js'), true);
  await hasher.hash([{ path: 'a', localPath: path, size }], options);
  return { told, bytes };
}

describe('One large file in a process of its own', () => {
  it('is hashed here, and lets others come to their turn', async () => {
    const path = large('weights.bin');
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 0);
    const { told, bytes } = await hashed(path, SIZE);
    clearInterval(ticking);
    expect(told).toEqual([['a', `sha256:${createHash('sha256').update(readFileSync(path)).digest('hex')}`]]);
    expect(bytes).toBe(SIZE);
    expect(turns).toBeGreaterThan(0);
  });

  it('is told as changed when it has another size', async () => {
    expect((await hashed(large('other.bin'), SIZE + 1)).told).toEqual([['a', 'changed']]);
  });

  it('is left when that is asked for', async () => {
    await expect(hashed(large('left.bin'), SIZE, AbortSignal.abort())).rejects.toThrow();
  });
});

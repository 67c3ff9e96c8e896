import { describe, expect, it } from 'vitest';
import type { Caller } from '../contract/caller.ts';
import type { Format } from '../formats/format.ts';
import type { Item } from '../intake/inventory.ts';
import { unreadFile } from '../intake/read-file.ts';
import { sourceOf } from '../kernel/bytes.ts';
import type { Json } from '../kernel/json.ts';
import type { OpenModel } from '../ports/source.ts';
import type { StallWatch } from '../ports/stall-watch.ts';
import type { Parts } from './parts.ts';
import { lookAtModel } from './read-model.ts';

const caller: Caller = {
  signal: new AbortController().signal,
  progress: { start: () => {}, update: () => {}, notice: () => {}, end: () => {} },
};
const FILES = ['a.bin', 'hangs.bin', 'z.bin'];

function modelOf(localPath: OpenModel['localPath']): OpenModel {
  const files = FILES.map((path) => ({ kind: 'file', path, size: 4, claim: null }));
  const open = async () => ({ ...sourceOf(new Uint8Array(4)), close: async () => {} });
  return { files, localPath, open } as unknown as OpenModel;
}

/** A format whose reader never ends on one of the files, and a thread that was ended over it. */
function partsWith(stalls: StallWatch | undefined, apart: string[]): Parts {
  const facts = { format: 'tensor-data', namedBy: [], link: null };
  const read = (_: unknown, { path }: { path: string }) =>
    path === 'hangs.bin'
      ? new Promise(() => {})
      : Promise.resolve({ facts, defects: [], parts: [], coverage: 'whole' });
  const run = async (_: string, { path }: { path: string }) => {
    apart.push(path);
    if (path === 'hangs.bin') return { kind: 'died', reason: 'deadline', message: 'no end' };
    return { kind: 'done', output: { readings: unreadFile('malformed', 'as the thread says'), inspection: NOTHING } };
  };
  return {
    formats: [{ id: 'tensor-data', claims: () => true, read }] as unknown as readonly Format[],
    fileAnalyzers: [],
    isolation: { run: run as unknown as (...call: unknown[]) => Promise<Json> },
    hasher: { hash: async () => {} },
    clock: { monotonic: () => 0, now: () => new Date(0) },
    ...(stalls && { stalls }),
  } as unknown as Parts;
}

const NOTHING = { findings: [], broken: [] };

/** Sees that nothing comes on as soon as all that can is done, as often as it is asked to. */
function stallingTimes(times: number): StallWatch {
  let left = times;
  return {
    watch: async (work) => {
      const value = work({ beat: () => null, during: (piece) => piece(), turn: async () => {} });
      if (left-- === 0) return { kind: 'done', value: await value };
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { kind: 'stalled' };
    },
  };
}

describe('reading a model when a file hangs its reader', () => {
  it('reads all of it once more in threads, and tells of each file once', async () => {
    const [heard, apart]: [Item[], string[]] = [[], []];
    await lookAtModel(
      partsWith(stallingTimes(1), apart),
      modelOf((path) => `/somewhere/${path}`),
      (item) => heard.push(item),
      caller,
    );
    expect(heard.map(({ file }) => file.path).sort()).toEqual(FILES);
    expect(apart).toEqual(FILES);
    const hung = heard.find(({ file }) => file.path === 'hangs.bin');
    expect(hung?.unreadable).toMatchObject([{ reason: 'over-budget', message: expect.stringContaining('no end') }]);
  });

  it.each([
    ['afar, where no thread can read it', null, 1],
    ['that stalls in threads, too', (path: string) => path, 2],
  ])('says so of a model %s', async (_, localPath, times) => {
    const looking = lookAtModel(partsWith(stallingTimes(times), []), modelOf(localPath), () => {}, caller);
    await expect(looking).rejects.toMatchObject({ code: 'read-stalled' });
  });
});

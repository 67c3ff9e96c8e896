import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SILENT } from '../../src/contract/progress.ts';
import type { ScannedFile } from '../../src/domain/scan.ts';
import { LIMITS } from '../../src/kernel/limits.ts';
import { scratchFolder } from '../support/scratch.ts';
import { appIn } from '../support/world.ts';

const home = scratchFolder();
const folder = join(home, 'model');
cpSync('examples/models/plover-1m', folder, { recursive: true });
// More than a first look may read, so that a thread does; and sound.
writeFileSync(join(folder, 'large.json'), JSON.stringify({ filler: 'x'.repeat(LIMITS.firstLook) }));

const thread = (code: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { ${code} }); parentPort.postMessage({ kind: 'ready' });`)}`,
  );

async function scanned(readFile?: URL): Promise<Map<string, ScannedFile>> {
  const files = new Map<string, ScannedFile>();
  const app = appIn(home, {}, null, readFile === undefined ? {} : { readFile });
  const caller = { signal: new AbortController().signal, progress: SILENT };
  await app.scan(
    { paths: [folder], known: null },
    (file) => files.set(file.path.slice(folder.length + 1), file),
    caller,
  );
  return files;
}

describe('a large file is read in a thread of its own', () => {
  it('with the same answer', async () => {
    const files = await scanned();
    expect(files.get('large.json')).toMatchObject({ kind: 'json', verdict: 'clean', findings: [] });
  });

  it.each([
    ['crashes', "throw new Error('a fault of ours')"],
    ['ends itself', 'process.exit(3)'],
    ['answers with nonsense', "parentPort.postMessage({ kind: 'failed', message: 'odd' })"],
  ])('and costs itself alone when its reader %s', async (_, code) => {
    const files = await scanned(thread(code));
    expect(files.get('large.json')).toMatchObject({ verdict: 'unscannable' });
    const others = [...files.values()].filter(({ path }) => !path.endsWith('large.json'));
    expect(others.every(({ verdict }) => verdict === 'clean')).toBe(true);
    expect(others.length).toBeGreaterThan(5);
  });
});

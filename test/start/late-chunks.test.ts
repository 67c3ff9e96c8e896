import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const CHUNKS = 'dist/chunks';

/** Chunks that are loaded whenever this one is, by what they import without a call. */
function loadedWith(chunk: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(chunk)) return seen;
  seen.add(chunk);
  const code = readFileSync(`${CHUNKS}/${chunk}`, 'utf8');
  for (const [, next = ''] of code.matchAll(/(?<!=>)\brequire\(["'`]\.\/([\w.-]+\.js)["'`]\)/g)) loadedWith(next, seen);
  return seen;
}

it('a scan starts without what judges papers and graphs, without what credentials look like, and without YAML', () => {
  const chunks = readdirSync(CHUNKS).filter((name) => name.endsWith('.js'));
  const scan = chunks.find((name) => name.startsWith('scan-') && readFileSync(`${CHUNKS}/${name}`).length > 100_000);
  const loaded = [...loadedWith(scan ?? '')];
  expect(loaded.length).toBeGreaterThan(2);
  for (const late of ['surroundings-', 'text-', 'vet-', 'guard-']) {
    expect(chunks.some((name) => name.startsWith(late))).toBe(true);
    expect(loaded.filter((name) => name.startsWith(late))).toEqual([]);
  }
  expect(loaded.filter((name) => readFileSync(`${CHUNKS}/${name}`, 'utf8').includes('parseAllDocuments'))).toEqual([]);
});

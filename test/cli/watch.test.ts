import { EventEmitter, once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const PAYLOAD = "cos\nsystem\n(S'true'\ntR.";

describe('scan --watch', () => {
  it('scans what is there, then what comes, until it is stopped', async () => {
    const home = scratchFolder();
    const folder = join(home, 'models');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.json'), '{}');
    const stopper = new AbortController();
    const lines = new EventEmitter();
    const [first, second] = [once(lines, 'a.json'), once(lines, 'b.pkl')];
    const running = wb(['scan', folder, '--watch', '0.1', '--format', 'jsonl', '--quiet'], {
      home,
      signal: stopper.signal,
      printed: (line) => lines.emit(basename((JSON.parse(line) as { path: string }).path)),
    });
    await first;
    writeFileSync(join(folder, 'b.pkl.incomplete'), PAYLOAD);
    writeFileSync(join(folder, 'b.pkl'), PAYLOAD);
    await second;
    stopper.abort();
    const { code, stdout } = await running;
    const seen = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { path: string; verdict: string });
    expect(seen.map(({ path, verdict }) => [path.slice(folder.length + 1), verdict])).toEqual([
      ['a.json', 'clean'],
      ['b.pkl', 'malicious'],
    ]);
    expect(code).toBe(1);
  });

  it('waits at a folder that is empty yet', async () => {
    const home = scratchFolder();
    const folder = join(home, 'models');
    mkdirSync(folder);
    const stopper = new AbortController();
    const lines = new EventEmitter();
    const first = once(lines, 'line');
    const running = wb(['scan', folder, '--watch', '0.1', '--format', 'jsonl', '--quiet'], {
      home,
      signal: stopper.signal,
      printed: (line) => lines.emit('line', line),
    });
    setTimeout(() => writeFileSync(join(folder, 'b.pkl'), PAYLOAD), 300);
    await first;
    stopper.abort();
    const { code, stderr } = await running;
    expect([code, stderr]).toEqual([1, '']);
  });

  it.each([
    ['a report that waits for an end', ['--format', 'sarif']],
    ['an interval that is none', ['never']],
  ])('refuses %s', async (_, more) => {
    const home = scratchFolder();
    const { code, stderr } = await wb(['scan', home, '--watch', ...more], { home });
    expect(code).toBe(2);
    expect(stderr).toContain('--watch');
  });

  it('ends where nothing of it can be opened', async () => {
    const home = scratchFolder();
    const { code, stderr } = await wb(['scan', join(home, 'gone'), '--watch', '0.1'], { home });
    expect([code, stderr.includes('watching')]).toEqual([4, false]);
  });
});

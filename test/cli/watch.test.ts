import { EventEmitter, once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
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

  it('tells what comes by the names of a scan of the whole: in a cache by its snapshots, a link out as one', async () => {
    const home = scratchFolder();
    const hub = join(home, 'disk', 'hub');
    mkdirSync(hub, { recursive: true });
    const link = join(home, 'hub');
    symlinkSync(hub, link);
    const model = join(hub, 'models--acme--small');
    const stopper = new AbortController();
    const seen: { path: string; verdict: string; kind: string }[] = [];
    const lines = new EventEmitter();
    const last = once(lines, 'out');
    const running = wb(['scan', link, '--watch', '0.1', '--format', 'jsonl', '--quiet'], {
      home,
      signal: stopper.signal,
      printed: (line) => {
        const file = JSON.parse(line) as (typeof seen)[number];
        seen.push(file);
        lines.emit(basename(file.path));
      },
    });
    for (const folder of ['blobs', 'snapshots/c0ffee']) mkdirSync(join(model, folder), { recursive: true });
    writeFileSync(join(model, 'blobs/0123abcd'), 'import os\nos.system("id")\n');
    symlinkSync('../../blobs/0123abcd', join(model, 'snapshots/c0ffee/modeling_small.py'));
    symlinkSync('/', join(model, 'snapshots/c0ffee/out'));
    await last;
    stopper.abort();
    const { code } = await running;
    const at = join(link, 'models--acme--small/snapshots/c0ffee');
    expect(seen.map(({ path, verdict, kind }) => [path, verdict, kind])).toEqual([
      [join(at, 'modeling_small.py'), 'malicious', 'python'],
      [join(at, 'out'), 'unscannable', 'link'],
    ]);
    expect(code).toBe(1);
  });

  it.runIf(process.platform === 'linux')(
    'tells of a name that is no UTF-8, under which nothing can be opened',
    async () => {
      const home = scratchFolder();
      writeFileSync(join(home, 'a.pkl'), 'N.');
      const stopper = new AbortController();
      const lines = new EventEmitter();
      const [first, second] = [once(lines, 'clean'), once(lines, 'unscannable')];
      const running = wb(['scan', home, '--watch', '0.1', '--format', 'jsonl', '--quiet'], {
        home,
        signal: stopper.signal,
        printed: (line) => lines.emit((JSON.parse(line) as { verdict: string }).verdict),
      });
      await first;
      writeFileSync(Buffer.concat([Buffer.from(`${home}/bad`), Buffer.from([0xff]), Buffer.from('.pkl')]), PAYLOAD);
      await second;
      stopper.abort();
      expect((await running).code).toBe(3);
    },
  );

  it('looks into a file that is watched by itself', async () => {
    const home = scratchFolder();
    mkdirSync(join(home, '.github/workflows'), { recursive: true });
    const file = join(home, '.github/workflows/weights.pkl');
    writeFileSync(file, 'N.');
    const stopper = new AbortController();
    const lines = new EventEmitter();
    const [first, second] = [once(lines, 'clean'), once(lines, 'malicious')];
    const running = wb(['scan', file, '--watch', '0.1', '--format', 'jsonl', '--quiet'], {
      home,
      signal: stopper.signal,
      printed: (line) => lines.emit((JSON.parse(line) as { verdict: string }).verdict),
    });
    await first;
    writeFileSync(file, PAYLOAD);
    await second;
    stopper.abort();
    expect((await running).code).toBe(1);
  });

  it('ends behind what it found where there is more than it can watch', async () => {
    const home = scratchFolder();
    mkdirSync(join(home, 'deep', ...Array.from({ length: 70 }, () => 'd')), { recursive: true });
    writeFileSync(join(home, 'b.pkl'), PAYLOAD);
    const { code, stdout, stderr } = await wb(['scan', join(home, 'b.pkl'), join(home, 'deep'), '--watch', '0.1'], {
      home,
    });
    expect([code, stdout.includes('malicious'), stderr.includes('more than can be watched')]).toEqual([2, true, true]);
  });

  it('refuses what lies afar, of which nothing could be seen', async () => {
    const home = scratchFolder();
    const { code, stderr } = await wb(['scan', home, 'hf:acme/small', '--watch'], { home });
    expect([code, stderr.includes('only what lies on this machine can be watched')]).toEqual([2, true]);
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

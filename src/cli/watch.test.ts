import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../../test/support/scratch.ts';
import { marksOf, startWatch } from './watch.ts';

/** What lies below one watched path. */
const below = (files: Record<string, string>) => new Map([['models', new Map(Object.entries(files))]]);
const names = (settled: ReadonlyMap<string, ReadonlySet<string>>) => [...(settled.get('models') ?? [])];

describe('watching a folder', () => {
  it('hands out a new file once it has been still for a round, and once only', () => {
    const watch = startWatch(below({ old: '1' }));
    const looks = [
      { old: '1', new: '1' },
      { old: '1', new: '2' },
      { old: '1', new: '2' },
      { old: '1', new: '2' },
    ];
    expect(looks.map((look) => names(watch.settled(below(look))))).toEqual([[], [], ['new'], []]);
  });

  it('hands out a file that changed, and one that came back', () => {
    const watch = startWatch(below({ a: '1' }));
    watch.settled(below({ a: '2' }));
    expect(names(watch.settled(below({ a: '2' })))).toEqual(['a']);
    watch.settled(below({}));
    watch.settled(below({ a: '2' }));
    expect(names(watch.settled(below({ a: '2' })))).toEqual(['a']);
  });

  it('waits long, and not for ever, for a file with the name of an unfinished download', () => {
    const watch = startWatch(below({}));
    const handed = Array.from({ length: 40 }, () => names(watch.settled(below({ 'a.bin': '1', 'b.bin.part': '1' }))));
    expect(handed.flatMap((found, at) => found.map((name) => [at, name]))).toEqual([
      [1, 'a.bin'],
      [30, 'b.bin.part'],
    ]);
  });

  it('sees files and links at any depth, and what a link leads to when that comes', async () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, 'deep'));
    writeFileSync(join(folder, 'deep', 'model.bin'), 'x');
    symlinkSync('/', join(folder, 'out'));
    symlinkSync('blob', join(folder, 'named.py'));
    const before = await marksOf([folder, join(folder, 'gone')]);
    expect([...(before.get(folder)?.keys() ?? [])].sort()).toEqual(['deep/model.bin', 'named.py', 'out']);
    expect(before.get(join(folder, 'gone'))?.size).toBe(0);
    writeFileSync(join(folder, 'blob'), 'x');
    const after = await marksOf([folder]);
    expect(after.get(folder)?.get('named.py')).not.toBe(before.get(folder)?.get('named.py'));
  });

  it('sees what lies behind a watched path that is a link', async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'model.bin'), 'x');
    const link = join(scratchFolder(), 'hub');
    symlinkSync(folder, link);
    expect([...((await marksOf([link])).get(link)?.keys() ?? [])]).toEqual(['model.bin']);
  });

  it('sees a path that is a file', async () => {
    const file = join(scratchFolder(), 'model.bin');
    writeFileSync(file, 'x');
    expect([...((await marksOf([file])).get(file)?.keys() ?? [])]).toEqual(['']);
  });
});

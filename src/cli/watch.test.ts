import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../../test/support/scratch.ts';
import { marksOf, startWatch } from './watch.ts';

describe('watching a folder', () => {
  it('hands out a new file once it has been still for a round, and once only', () => {
    const watch = startWatch(new Map([['old', '1']]));
    expect(
      watch.settled(
        new Map([
          ['old', '1'],
          ['new', '1'],
        ]),
      ),
    ).toEqual([]);
    expect(
      watch.settled(
        new Map([
          ['old', '1'],
          ['new', '2'],
        ]),
      ),
    ).toEqual([]);
    expect(
      watch.settled(
        new Map([
          ['old', '1'],
          ['new', '2'],
        ]),
      ),
    ).toEqual(['new']);
    expect(
      watch.settled(
        new Map([
          ['old', '1'],
          ['new', '2'],
        ]),
      ),
    ).toEqual([]);
  });

  it('hands out a file that changed, and one that came back', () => {
    const watch = startWatch(new Map([['a', '1']]));
    watch.settled(new Map([['a', '2']]));
    expect(watch.settled(new Map([['a', '2']]))).toEqual(['a']);
    watch.settled(new Map());
    watch.settled(new Map([['a', '2']]));
    expect(watch.settled(new Map([['a', '2']]))).toEqual(['a']);
  });

  it('sees regular files, and neither links nor unfinished downloads', async () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, 'deep'));
    writeFileSync(join(folder, 'deep', 'model.bin'), 'x');
    writeFileSync(join(folder, 'blob.incomplete'), 'x');
    symlinkSync('/', join(folder, 'link'));
    expect([...(await marksOf([folder, join(folder, 'gone')])).keys()]).toEqual([join(folder, 'deep', 'model.bin')]);
  });
});

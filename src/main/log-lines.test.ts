import { describe, expect, it } from 'vitest';
import { logLines } from './log-lines.ts';

describe('lines of a server', () => {
  it('that say the same are told once a minute, and another at once', () => {
    let now = 0;
    const lines: string[] = [];
    const log = logLines(
      (line) => lines.push(line),
      () => now,
    );
    for (; now < 120_000; now += 500) log('gone');
    log('back');
    log('back');
    expect(lines).toEqual(['gone', 'gone', 'back']);
  });

  it('are forgotten where too many differ, so that memory stays flat', () => {
    const lines: string[] = [];
    const log = logLines(
      (line) => lines.push(line),
      () => 0,
    );
    for (let at = 0; at < 300; at++) log(`line ${at}`);
    log('line 0');
    log('line 299');
    expect(lines).toHaveLength(301);
  });
});

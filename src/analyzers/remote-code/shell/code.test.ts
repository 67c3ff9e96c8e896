import { describe, expect, it } from 'vitest';
import { judgeStarted } from '../scripts/scripts.ts';
import { commandsInCode } from './code.ts';

describe('commands in a program', () => {
  it.each([
    ['R, with a list of words', 'system2("curl", c("-s", "http://127.0.0.1/a"))', 'curl -s http://127.0.0.1/a'],
    ['R, with a list by its name', 'system2("ls", args = c("-l", "x"))', 'ls -l x'],
    ['JavaScript', "spawnSync('ls', ['-l', 'x'])", 'ls -l x'],
  ])('of %s', (_, code, command) => {
    expect([...commandsInCode(code)]).toEqual([command]);
  });

  it('that one fetches and a later one runs are told', () => {
    const code = (next: string) => `system2("curl", c("https://127.0.0.1/a", "-o", "/tmp/a"))\nsystem("${next}")\n`;
    expect(judgeStarted(code('sh /tmp/a'))?.rule.id).toBe('remote-code/fetched-code');
    expect(judgeStarted(code('wc -l /tmp/a'))).toBeNull();
  });
});

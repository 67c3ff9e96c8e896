import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();

describe('weighbridge gateway key', () => {
  it('shows a key once, and the row that knows only its hash, and needs no file', async () => {
    const { code, stdout, stderr } = await wb(['gateway', 'key', 'team-a'], { home });
    expect(code).toBe(0);
    const [, key = ''] = /: (wbk_\S+)/.exec(stderr) ?? [];
    expect(stdout.trim()).toBe(`- { name: "team-a", sha256: ${createHash('sha256').update(key).digest('hex')} }`);
    expect(stdout).not.toContain(key);
  });

  it('is not what a gateway without a file becomes', async () => {
    const { code, stderr } = await wb(['gateway'], { home });
    expect([code, stderr]).toEqual([2, expect.stringContaining('--config names no Gateway file')]);
  });
});

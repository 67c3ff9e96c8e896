import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

describe('code that an MLmodel names', () => {
  it('is code that loading runs, whether the folder is scanned or vetted', async () => {
    const home = scratchFolder();
    const folder = join(home, 'm');
    mkdirSync(join(folder, 'code'), { recursive: true });
    writeFileSync(join(folder, 'MLmodel'), 'flavors:\n  python_function:\n    loader_module: own_loader\n');
    writeFileSync(join(folder, 'code', 'own_loader.py'), 'import torch\nprint(torch.load("x"))\n');
    const scanned = await wb(['scan', folder, '-q', '--format', 'json'], { home });
    const vetted = await wb(['vet', folder, '-q', '--format', 'json'], { home });
    for (const { stdout } of [scanned, vetted]) {
      expect(stdout).toContain('remote-code/loaded-code');
      expect(stdout).not.toMatch(/"rule": "remote-code\/python-file",\s+"says"/);
    }
  });
});

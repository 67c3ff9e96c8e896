import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../../test/support/scratch.ts';
import { modelsBelow } from './models.ts';

const home = scratchFolder();
const [inner, outer] = [join(home, 'all', 'acme', 'egret'), join(home, 'all')];
mkdirSync(inner, { recursive: true });
mkdirSync(join(home, 'all-others'));

describe('the folders of models', () => {
  it('are each for one organisation; without one no path is vetted, and models from elsewhere are', async () => {
    const locate = await modelsBelow({ models: join(home, 'all-others'), modelsOf: { acme: join(outer, 'acme') } });
    expect(await locate('acme', 'egret')).toBe(inner);
    expect(await locate('beta', 'hf:org/name')).toBe('hf:org/name');
    await expect(locate('main', '../all/acme/egret')).rejects.toMatchObject({ code: 'reference-invalid' });
    await expect(locate('beta', 'egret')).rejects.toMatchObject({
      code: 'reference-invalid',
      detail: expect.stringContaining('--models beta=FOLDER'),
    });
  });

  it.each([
    ['below the first organisation’s', { models: outer, modelsOf: { acme: join(outer, 'acme') } }],
    ['above the first organisation’s', { models: inner, modelsOf: { acme: outer } }],
    ['the same for two', { models: null, modelsOf: { acme: outer, beta: outer } }],
    ['two for the first', { models: outer, modelsOf: { main: join(home, 'all-others') } }],
  ])('are refused when one is %s', async (_, folders) => {
    await expect(modelsBelow(folders)).rejects.toMatchObject({ code: 'call-invalid' });
  });
});

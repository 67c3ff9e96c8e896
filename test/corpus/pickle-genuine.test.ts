import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';

const folder = new URL('genuine/pickle/files/', import.meta.url);
const files = readdirSync(folder);

describe('pickles that the real libraries wrote', () => {
  it('are there', () => {
    expect(files.length).toBeGreaterThan(150);
  });

  it.each(files)('are clean: %s', async (name) => {
    const { verdict, findings } = await judge(name, new Uint8Array(readFileSync(new URL(name, folder))));
    expect(findings.map(({ rule, message }) => `${rule} ${message}`).slice(0, 3)).toEqual([]);
    expect(verdict).toBe('clean');
  });
});

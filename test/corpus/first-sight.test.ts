import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AROUND, EIGHTH, FIFTH, MODELS, NINTH, SEVENTH, SIXTH, THIRD } from './hostile/passing.ts';
import { judge } from './judge.ts';

const rows = z.array(
  z.object({
    class: z.string(),
    number: z.number(),
    path: z.string(),
    text: z.string().optional(),
    base64: z.string().optional(),
  }),
);

function rowsOf(name: string): z.output<typeof rows> {
  const file = readFileSync(new URL(`hostile/${name}`, import.meta.url));
  return rows.parse(JSON.parse((name.endsWith('.gz') ? gunzipSync(file) : file).toString('utf8')));
}

async function passing(name: string): Promise<readonly string[]> {
  const passed: string[] = [];
  for (const { class: of, number, path, text, base64 } of rowsOf(name)) {
    const bytes = base64 === undefined ? Buffer.from(text ?? '', 'utf8') : Buffer.from(base64, 'base64');
    if ((await judge(path, bytes)).verdict === 'clean') passed.push(`${of}/${number} ${path}`);
  }
  return passed.sort();
}

describe('hostile files that were written before the scanner was asked', () => {
  it('pass as they are named here, and no others, around weights', { timeout: 120_000 }, async () => {
    expect(await passing('around.json')).toEqual(Object.keys(AROUND).sort());
  });

  it('pass as they are named here, and no others, as models', { timeout: 120_000 }, async () => {
    expect(await passing('models.json')).toEqual(Object.keys(MODELS).sort());
  });

  it('pass as they are named here, and no others, of every class', { timeout: 120_000 }, async () => {
    expect(await passing('third.json.gz')).toEqual(Object.keys(THIRD).sort());
  });

  it('pass not at all in the set that was written after the third was mended', { timeout: 120_000 }, async () => {
    expect(await passing('fourth.json.gz')).toEqual([]);
  });

  it('pass as they are named here, and no others, as states, packages, tables and headers', {
    timeout: 60_000,
  }, async () => {
    expect(await passing('fifth.json.gz')).toEqual(Object.keys(FIFTH).sort());
  });

  it('pass as they are named here, and no others, in the largest set, of every class', {
    timeout: 120_000,
  }, async () => {
    expect(await passing('sixth.json.gz')).toEqual(Object.keys(SIXTH).sort());
  });

  it('pass as they are named here, and no others, in the set that was written after the sixth was mended', {
    timeout: 60_000,
  }, async () => {
    expect(await passing('seventh.json.gz')).toEqual(Object.keys(SEVENTH).sort());
  });

  it('pass as they are named here, and no others, in the set of every opcode and every loader', {
    timeout: 60_000,
  }, async () => {
    expect(await passing('eighth.json.gz')).toEqual(Object.keys(EIGHTH).sort());
  });

  it('pass as they are named here, and no others, in the set that was written after the eighth was mended', {
    timeout: 60_000,
  }, async () => {
    expect(await passing('ninth.json.gz')).toEqual(Object.keys(NINTH).sort());
  });

  it('are two hundred and more in each set', () => {
    expect(rowsOf('around.json').length).toBeGreaterThan(200);
    expect(rowsOf('models.json').length).toBeGreaterThan(200);
  });
});

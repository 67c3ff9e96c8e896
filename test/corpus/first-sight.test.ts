import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  AROUND,
  EIGHTH,
  ELEVENTH,
  ELEVENTH_PAPERS,
  FIFTEENTH,
  FIFTH,
  FLAGGED,
  FLAGGED_LATER,
  FOURTEENTH,
  HARMLESS,
  MODELS,
  NINTH,
  SEMANTICS,
  SEVENTH,
  SIXTH,
  TENTH,
  TENTH_PAPERS,
  THIRD,
  THIRTEENTH_PAPERS,
  TWELFTH,
  TWELFTH_PAPERS,
} from './hostile/passing.ts';
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
  it.each<[of: string, file: string, named: Readonly<Record<string, string>>]>([
    ['around weights', 'around.json', AROUND],
    ['as models', 'models.json', MODELS],
    ['of every class', 'third.json.gz', THIRD],
    ['in the set that was written after the third was mended', 'fourth.json.gz', {}],
    ['as states, packages, tables and headers', 'fifth.json.gz', FIFTH],
    ['in the largest set, of every class', 'sixth.json.gz', SIXTH],
    ['in the set that was written after the sixth was mended', 'seventh.json.gz', SEVENTH],
    ['in the set of every opcode and every loader', 'eighth.json.gz', EIGHTH],
    ['in the set that was written after the eighth was mended', 'ninth.json.gz', NINTH],
    ['as templates, settings, scripts and Python', 'papers-10.json.gz', TENTH_PAPERS],
    ['as such, after these were mended', 'papers-11.json.gz', ELEVENTH_PAPERS],
    ['in the set of gadgets by name, archives, headers and graphs', 'tenth.json.gz', TENTH],
    ['in the set that was written after the tenth was mended', 'eleventh.json.gz', ELEVENTH],
    ['as scripts of rarer shapes', 'papers-12.json.gz', TWELFTH_PAPERS],
    ['as scripts, and as what hands lines to a shell', 'papers-13.json.gz', THIRTEENTH_PAPERS],
    ['in a set spread as a stranger would', 'twelfth.json.gz', TWELFTH],
    ['in the set that was written after it', 'thirteenth.json.gz', FOURTEENTH],
    ['in a set from what loaders do', 'fourteenth.json.gz', SEMANTICS],
    ['in the set that was written after that one', 'fifteenth.json.gz', FIFTEENTH],
  ])('pass as they are named here, and no others, %s', { timeout: 120_000 }, async (_, file, named) => {
    expect(await passing(file)).toEqual(Object.keys(named).sort());
  });

  it.each([
    ['papers-13-harmless.json.gz', HARMLESS],
    ['thirteenth-harmless.json.gz', FLAGGED],
    ['fifteenth-harmless.json.gz', FLAGGED_LATER],
  ])('are told apart from harmless ones that look like them: %s', async (file, named) => {
    const flagged: string[] = [];
    for (const { number, path, text } of rowsOf(file))
      if ((await judge(path, Buffer.from(text ?? '', 'utf8'))).verdict !== 'clean') flagged.push(`${number} ${path}`);
    expect(flagged.sort()).toEqual(Object.keys(named).sort());
  });

  it('are two hundred and more in each set', () => {
    expect(rowsOf('around.json').length).toBeGreaterThan(200);
    expect(rowsOf('models.json').length).toBeGreaterThan(200);
  });
});

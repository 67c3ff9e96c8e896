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
  TEMPTING,
  TEMPTING_AGAIN,
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

/** What passes, and how many of the others are called malicious: what is only suspicious passes where somebody is in a hurry. */
async function told(name: string): Promise<{ readonly passing: readonly string[]; readonly malicious: number }> {
  const passing: string[] = [];
  let malicious = 0;
  for (const { class: of, number, path, text, base64 } of rowsOf(name)) {
    const bytes = base64 === undefined ? Buffer.from(text ?? '', 'utf8') : Buffer.from(base64, 'base64');
    const { verdict } = await judge(path, bytes);
    if (verdict === 'clean') passing.push(`${of}/${number} ${path}`);
    if (verdict === 'malicious') malicious += 1;
  }
  return { passing: passing.sort(), malicious };
}

describe('hostile files that were written before the scanner was asked', () => {
  it.each<[of: string, file: string, named: Readonly<Record<string, string>>, malicious: number]>([
    ['around weights', 'around.json', AROUND, 52],
    ['as models', 'models.json', MODELS, 169],
    ['of every class', 'third.json.gz', THIRD, 483],
    ['in the set that was written after the third was mended', 'fourth.json.gz', {}, 74],
    ['as states, packages, tables and headers', 'fifth.json.gz', FIFTH, 109],
    ['in the largest set, of every class', 'sixth.json.gz', SIXTH, 767],
    ['in the set that was written after the sixth was mended', 'seventh.json.gz', SEVENTH, 128],
    ['in the set of every opcode and every loader', 'eighth.json.gz', EIGHTH, 594],
    ['in the set that was written after the eighth was mended', 'ninth.json.gz', NINTH, 144],
    ['as templates, settings, scripts and Python', 'papers-10.json.gz', TENTH_PAPERS, 259],
    ['as such, after these were mended', 'papers-11.json.gz', ELEVENTH_PAPERS, 75],
    ['in the set of gadgets by name, archives, headers and graphs', 'tenth.json.gz', TENTH, 858],
    ['in the set that was written after the tenth was mended', 'eleventh.json.gz', ELEVENTH, 41],
    ['as scripts of rarer shapes', 'papers-12.json.gz', TWELFTH_PAPERS, 32],
    ['as scripts, and as what hands lines to a shell', 'papers-13.json.gz', THIRTEENTH_PAPERS, 92],
    ['in a set spread as a stranger would', 'twelfth.json.gz', TWELFTH, 261],
    ['in the set that was written after it', 'thirteenth.json.gz', FOURTEENTH, 44],
    ['in a set from what loaders do', 'fourteenth.json.gz', SEMANTICS, 378],
    ['in the set that was written after that one', 'fifteenth.json.gz', FIFTEENTH, 135],
    ['in a set of what an allow list is tempted to take', 'sixteenth.json.gz', TEMPTING, 280],
    ['in the set that was written after that was mended', 'seventeenth.json.gz', TEMPTING_AGAIN, 167],
  ])('pass as they are named here, and no others, %s', { timeout: 120_000 }, async (_, file, named, malicious) => {
    expect(await told(file)).toEqual({ passing: Object.keys(named).sort(), malicious });
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

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DEEP, sampled } from '../support/deep.ts';
import {
  AROUND,
  CARRIED,
  CARRIED_AGAIN,
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

/** How many of a set are called malicious: what is only suspicious passes where somebody is in a hurry. */
interface Malicious {
  readonly of: number;
  /** Of every third, which `npm test` tries. */
  readonly ofThird: number;
}

/** What is tried, what of it passes, and how much of the others is called malicious. */
async function told(name: string) {
  const tried: string[] = [];
  const passing: string[] = [];
  let malicious = 0;
  for (const { class: of, number, path, text, base64 } of sampled(rowsOf(name), 3)) {
    const bytes = base64 === undefined ? Buffer.from(text ?? '', 'utf8') : Buffer.from(base64, 'base64');
    const { verdict } = await judge(path, bytes);
    const row = `${of}/${number} ${path}`;
    tried.push(row);
    if (verdict === 'clean') passing.push(row);
    if (verdict === 'malicious') malicious += 1;
  }
  return { tried: new Set(tried), passing: passing.sort(), malicious };
}

describe('hostile files that were written before the scanner was asked', () => {
  it.each<[of: string, file: string, named: Readonly<Record<string, string>>, malicious: Malicious]>([
    ['around weights', 'around.json', AROUND, { of: 56, ofThird: 20 }],
    ['as models', 'models.json', MODELS, { of: 171, ofThird: 56 }],
    ['of every class', 'third.json.gz', THIRD, { of: 498, ofThird: 168 }],
    ['in the set that was written after the third was mended', 'fourth.json.gz', {}, { of: 74, ofThird: 24 }],
    ['as states, packages, tables and headers', 'fifth.json.gz', FIFTH, { of: 111, ofThird: 40 }],
    ['in the largest set, of every class', 'sixth.json.gz', SIXTH, { of: 782, ofThird: 265 }],
    ['in the set that was written after the sixth was mended', 'seventh.json.gz', SEVENTH, { of: 132, ofThird: 47 }],
    ['in the set of every opcode and every loader', 'eighth.json.gz', EIGHTH, { of: 618, ofThird: 200 }],
    ['in the set that was written after the eighth was mended', 'ninth.json.gz', NINTH, { of: 153, ofThird: 51 }],
    ['as templates, settings, scripts and Python', 'papers-10.json.gz', TENTH_PAPERS, { of: 272, ofThird: 88 }],
    ['as such, after these were mended', 'papers-11.json.gz', ELEVENTH_PAPERS, { of: 80, ofThird: 31 }],
    ['in the set of gadgets by name, archives, headers and graphs', 'tenth.json.gz', TENTH, { of: 887, ofThird: 308 }],
    ['in the set that was written after the tenth was mended', 'eleventh.json.gz', ELEVENTH, { of: 41, ofThird: 16 }],
    ['as scripts of rarer shapes', 'papers-12.json.gz', TWELFTH_PAPERS, { of: 32, ofThird: 13 }],
    ['as scripts, and as what hands lines to a shell', 'papers-13.json.gz', THIRTEENTH_PAPERS, { of: 92, ofThird: 31 }],
    ['in a set spread as a stranger would', 'twelfth.json.gz', TWELFTH, { of: 267, ofThird: 86 }],
    ['in the set that was written after it', 'thirteenth.json.gz', FOURTEENTH, { of: 44, ofThird: 15 }],
    ['in a set from what loaders do', 'fourteenth.json.gz', SEMANTICS, { of: 384, ofThird: 134 }],
    ['in the set that was written after that one', 'fifteenth.json.gz', FIFTEENTH, { of: 137, ofThird: 46 }],
    ['in a set of what an allow list is tempted to take', 'sixteenth.json.gz', TEMPTING, { of: 285, ofThird: 91 }],
    [
      'in the set that was written after that was mended',
      'seventeenth.json.gz',
      TEMPTING_AGAIN,
      { of: 167, ofThird: 57 },
    ],
    ['in a set of what containers carry', 'eighteenth.json.gz', CARRIED, { of: 100, ofThird: 33 }],
    ['in the set that was written after it was mended', 'nineteenth.json.gz', CARRIED_AGAIN, { of: 93, ofThird: 32 }],
  ])('pass as they are named here, and no others, %s', async (_, file, named, malicious) => {
    const { tried, ...found } = await told(file);
    const passing = Object.keys(named).filter((row) => tried.has(row));
    expect(found).toEqual({ passing: passing.sort(), malicious: DEEP ? malicious.of : malicious.ofThird });
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

import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../support/deep.ts';
import { judge } from './judge.ts';
import type { Case } from './make/packages.ts';
import { SURROUNDINGS } from './make/surroundings.ts';

/** The verdict, and when it is not the expected one, the grounds in the place where the test prints them. */
async function told({ path, verdict, bytes }: Case): Promise<string> {
  const judged = await judge(path, bytes);
  const grounds = judged.findings.map(({ rule, operation = '' }) => `${rule} ${operation}`);
  return judged.verdict === verdict ? verdict : `${judged.verdict}: ${grounds.join('; ')}`;
}

describe('the corpus of code, configuration and templates around the weights', () => {
  it.each(SURROUNDINGS.map((one) => [one.path, one.verdict, one.why, one] as const))(
    '%s is %s: %s',
    async (_, verdict, __, one) => {
      expect(await told(one)).toBe(verdict);
    },
  );

  it('has each path once', () => {
    const paths = SURROUNDINGS.map(({ path }) => path);
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
  });
});

describe('genuine files around weights', () => {
  const folder = new URL('genuine/surroundings/', import.meta.url);
  it.each(readdirSync(folder).filter((name) => !/\.(?:md|txt)$/.test(name)))('%s is clean', async (path) => {
    const bytes = new Uint8Array(readFileSync(new URL(path, folder)));
    expect(await told({ path, why: 'genuine', verdict: 'clean', bytes })).toBe('clean');
  });
});

describe('what is done to the bytes of surroundings', () => {
  it('never breaks a reader or an analyzer, wherever bytes are changed', async () => {
    const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SURROUNDINGS),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        async (one, changes) => {
          const bytes = Uint8Array.from(one.bytes);
          for (const { at, byte } of changes) bytes[Math.floor(at * (bytes.length - 1))] = byte;
          await expect(judge(one.path, bytes)).resolves.toBeDefined();
        },
      ),
      { numRuns: cases(300) },
    );
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../support/deep.ts';
import { judge, told } from './judge.ts';
import { CASES } from './make/containers.ts';

const GENUINE = new URL('genuine/containers/', import.meta.url);

describe('genuine containers', () => {
  const names = readdirSync(GENUINE).filter((name) => !/\.(?:txt|md)$/.test(name));
  it.each(names)('%s is clean', async (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, GENUINE)));
    expect(await told({ path: name, verdict: 'clean', bytes })).toBe('clean');
  });
});

describe('the corpus of containers', () => {
  it.each(CASES.map((one) => [one.path, one.verdict, one.why, one] as const))(
    '%s is %s: %s',
    async (_, verdict, __, one) => {
      expect(await told(one)).toBe(verdict);
    },
  );

  it('has each path once', () => {
    const paths = CASES.map(({ path }) => path);
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
  });
});

/** What is merely cut off may be made whole by more bytes. */
const HOSTILE = CASES.filter(({ verdict }) => verdict === 'malicious');

describe('what is done to the bytes of containers', () => {
  it('never breaks a reader or an analyzer, wherever bytes are changed', async () => {
    const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...CASES),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        async (one, changes) => {
          const bytes = Uint8Array.from(one.bytes);
          for (const { at, byte } of changes) bytes[Math.floor(at * (bytes.length - 1))] = byte;
          await judge(one.path, bytes);
        },
      ),
      { numRuns: cases(300) },
    );
  });

  it('finds what runs when bytes are put behind it as well', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...HOSTILE),
        fc.uint8Array({ minLength: 1, maxLength: 64 }),
        async (one, tail) => {
          const bytes = Uint8Array.from([...one.bytes, ...tail]);
          expect((await judge(one.path, bytes)).verdict).toBe('malicious');
        },
      ),
      { numRuns: cases(200) },
    );
  });
});

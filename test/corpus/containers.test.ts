import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILE_ANALYZERS } from '../../src/analyzers/file-table.ts';
import { inspectItem } from '../../src/analyzers/run.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { type ScanVerdict, scanVerdictOf } from '../../src/domain/scan.ts';
import { FORMATS } from '../../src/formats/table.ts';
import { isLoadable, kindOf, roleOf } from '../../src/intake/kinds.ts';
import { readFileAs } from '../../src/intake/read-file.ts';
import { createBudget } from '../../src/kernel/budget.ts';
import { sourceOf } from '../../src/kernel/bytes.ts';
import { CASES, type Case } from './make/containers.ts';

const GENUINE = new URL('genuine/containers/', import.meta.url);

interface Scanned {
  readonly verdict: ScanVerdict;
  readonly findings: readonly Finding[];
  readonly broke: boolean;
}

/** What the scanner says of these bytes, by all readers and all analyzers of files. */
async function scan(path: string, bytes: Uint8Array): Promise<Scanned> {
  const { readings, unreadable, coverage } = await readFileAs(
    FORMATS,
    path,
    sourceOf(bytes),
    createBudget(() => 0),
  );
  const kind = kindOf(readings, unreadable);
  const digest = { kind: 'unknown', reason: 'not asked for' } as const;
  const file = {
    path,
    size: bytes.length,
    kind,
    role: roleOf(path, kind),
    digest,
    loadable: isLoadable(path, kind),
    coverage,
  };
  const { findings, broken } = await inspectItem(FILE_ANALYZERS, { file, readings, unreadable });
  return { verdict: scanVerdictOf(findings), findings, broke: broken.length > 0 };
}

/** The verdict, and when it is not the expected one, the grounds in the place where the test prints them. */
async function told({ path, verdict, bytes }: Case): Promise<string> {
  const scanned = await scan(path, bytes);
  const grounds = scanned.findings
    .filter(({ says }) => says !== 'note' && says !== 'review')
    .map(({ message }) => message);
  return scanned.verdict === verdict ? verdict : `${scanned.verdict}: ${grounds.join(' ')}`;
}

describe('genuine containers', () => {
  const names = readdirSync(GENUINE).filter((name) => !/\.(?:txt|md)$/.test(name));
  it.each(names)('%s is clean', async (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, GENUINE)));
    expect(await told({ path: name, why: 'genuine', verdict: 'clean', bytes })).toBe('clean');
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
  it('never breaks a reader or an analyzer, wherever bytes are changed', { timeout: 60_000 }, async () => {
    const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...CASES),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        async (one, changes) => {
          const bytes = Uint8Array.from(one.bytes);
          for (const { at, byte } of changes) bytes[Math.floor(at * (bytes.length - 1))] = byte;
          expect((await scan(one.path, bytes)).broke).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds what runs when bytes are put behind it as well', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...HOSTILE),
        fc.uint8Array({ minLength: 1, maxLength: 64 }),
        async (one, tail) => {
          const bytes = Uint8Array.from([...one.bytes, ...tail]);
          expect((await scan(one.path, bytes)).verdict).toBe('malicious');
        },
      ),
      { numRuns: 200 },
    );
  });
});

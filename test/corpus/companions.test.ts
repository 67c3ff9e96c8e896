import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../support/deep.ts';
import { judge } from './judge.ts';
import { COMPANIONS } from './make/companions.ts';
import { SEVENZIPS } from './make/sevenzip.ts';

const GENUINE = new URL('genuine/companions/', import.meta.url);
const CRAFTED = new URL('crafted/', import.meta.url);
const genuine = readdirSync(GENUINE).filter((name) => !/\.(?:md|txt)$/.test(name));

function bytesOf(folder: URL, name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, folder)));
}

async function saidOf(path: string, bytes: Uint8Array): Promise<{ readonly verdict: string; readonly said: string }> {
  const { verdict, findings } = await judge(path, bytes);
  return { verdict, said: findings.map(({ rule, message }) => `${rule}: ${message}`).join(' | ') };
}

describe('files that real libraries put beside models', () => {
  it('are there', () => {
    expect(genuine.length).toBeGreaterThan(20);
  });

  it.each(genuine)('are clean: %s', async (name) => {
    const { verdict, said } = await saidOf(name, bytesOf(GENUINE, name));
    expect(verdict, said).toBe('clean');
  });
});

describe('7z archives that py7zr wrote', () => {
  const folder = new URL('genuine/sevenzip/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.7z'));

  it.each(names)('are opened, or say why not: %s', async (name) => {
    const { verdict, said } = await saidOf(name, bytesOf(folder, name));
    const closed = /^(?:encrypted|ppmd)/.test(name);
    expect(verdict, said).toBe(closed ? 'unscannable' : 'clean');
    if (closed) expect(said).toMatch(/encrypted \(AES-256\)|PPMd/);
  });

  it('never break their reader, whatever byte changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.nat(), fc.nat(255), async (name, where, value) => {
        const bytes = bytesOf(folder, name);
        bytes[where % bytes.length] = value;
        expect((await saidOf(name, bytes)).said).not.toContain('the reader broke');
      }),
      { numRuns: cases(300) },
    );
  });
});

describe('tables that do more than hold data', () => {
  it.each([
    ['attack.arrow', 'malicious'],
    ['attack.arrows', 'malicious'],
    ['attack.parquet', 'malicious'],
    ['type.arrow', 'suspicious'],
    ['type.arrows', 'suspicious'],
    ['type.parquet', 'suspicious'],
    ['outside.parquet', 'malicious'],
    ['beside.parquet', 'suspicious'],
  ])('%s is %s', async (name, expected) => {
    const { verdict, said } = await saidOf(name, bytesOf(CRAFTED, name));
    expect(verdict, said).toBe(expected);
  });
});

describe('companions', () => {
  it.each([...COMPANIONS, ...SEVENZIPS].map((one) => [one.what, one] as const))(
    '%s',
    async (_, { path, bytes, verdict }) => {
      const judged = await saidOf(path, bytes);
      expect(typeof verdict === 'string' ? [verdict] : verdict, judged.said).toContain(judged.verdict);
    },
  );
});

/** Formats whose readers prove where a file ends. */
const PROVED = genuine.filter((name) => /\.(?:parquet|arrow|feather|mat|tfrecord)$|tfevents/.test(name));

describe('a table that is broken', () => {
  it.each(PROVED)('%s is stopped when it is cut off, or something is put behind it', async (name) => {
    const bytes = bytesOf(GENUINE, name);
    const longer = new Uint8Array(Buffer.concat([bytes, Buffer.from('more bytes')]));
    for (const broken of [bytes.slice(0, -9), bytes.slice(0, -1), longer]) {
      expect((await saidOf(name, broken)).verdict).toBe('unscannable');
    }
  });

  it('never breaks its reader, whatever byte changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...PROVED), fc.nat(), fc.nat(255), async (name, where, value) => {
        const bytes = bytesOf(GENUINE, name);
        bytes[where % bytes.length] = value;
        const { said } = await saidOf(name, bytes);
        expect(said).not.toContain('the reader broke');
      }),
      { numRuns: cases(400) },
    );
  });
});

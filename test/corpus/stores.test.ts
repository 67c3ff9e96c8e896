import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chained } from '../../src/formats/vowpal-wabbit/checksum.ts';
import { cases } from '../support/deep.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';
import { judge } from './judge.ts';

const GENUINE = 'test/corpus/genuine/stores';
const names = readdirSync(GENUINE, { recursive: true, encoding: 'utf8' })
  .filter((name) => statSync(join(GENUINE, name)).isFile() && !/\.(?:md|txt)$/.test(name))
  .sort();
/** Chunks that mean nothing without the description beside them. */
const alone = names.filter((name) => !name.startsWith('zarr'));

function bytesOf(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(GENUINE, name)));
}

async function saidOf(path: string, bytes: Uint8Array): Promise<{ readonly verdict: string; readonly said: string }> {
  const { verdict, findings } = await judge(path, bytes);
  return { verdict, said: findings.map(({ rule, message }) => `${rule}: ${message}`).join(' | ') };
}

describe('stores of vectors, checkpoints and pipelines that real libraries wrote', () => {
  it('are there', () => {
    expect(names.length).toBeGreaterThan(35);
  });

  it.each(alone)('are clean: %s', async (name) => {
    const { verdict, said } = await saidOf(name, bytesOf(name));
    expect(verdict, said).toBe('clean');
  });

  it('are clean as a folder, chunks beside their descriptions included', async () => {
    const { stdout } = await wb(['scan', GENUINE, '--format', 'jsonl', '--quiet'], { home: scratchFolder() });
    const files = linesOf(stdout).filter(({ path }) => path !== undefined && !path.endsWith('.md'));
    expect(files.filter(({ verdict }) => verdict !== 'clean')).toEqual([]);
    expect(files.length).toBeGreaterThanOrEqual(names.length);
  });

  it('are not known by their numbers without a description', async () => {
    const folder = scratchFolder();
    cpSync(join(GENUINE, 'zarr2/w/0.0'), join(folder, '0.0'));
    const { stdout } = await wb(['scan', folder, '--format', 'jsonl', '--quiet'], { home: scratchFolder() });
    expect(linesOf(stdout).find(({ path }) => path === '0.0' || path?.endsWith('/0.0'))?.verdict).toBe('unscannable');
  });
});

function linesOf(stdout: string): readonly { readonly path?: string; readonly verdict?: string }[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { path?: string; verdict?: string });
}

/** Formats that are walked to their end, with a length or a checksum for all. */
const WALKED = alone.filter(
  (name) =>
    /\.(?:bin|buffer|tl|ftz|index|distcp|ocdbt|nc|model|parquet|arrow|dta)$|\/d\//.test(name) && !/spacy/.test(name),
);

describe('a store that is broken', () => {
  it.each(WALKED)('%s is stopped when it is cut off, or something is put behind it', async (name) => {
    const bytes = bytesOf(name);
    const longer = new Uint8Array(Buffer.concat([bytes, Buffer.from('more bytes')]));
    for (const broken of [bytes.slice(0, -1), bytes.slice(0, -5), longer]) {
      expect((await saidOf(name, broken)).verdict).not.toBe('clean');
    }
  });

  it('never breaks its reader, whatever byte changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...alone), fc.nat(), fc.nat(255), async (name, where, value) => {
        const bytes = bytesOf(name);
        bytes[where % bytes.length] = value;
        expect((await saidOf(name, bytes)).said).not.toContain('the reader broke');
      }),
      { numRuns: cases(400) },
    );
  });

  it('hides no pickle: one before the end of a checkpoint in pieces is read', async () => {
    const bytes = bytesOf('__0_0.distcp');
    const attack = Buffer.from("cposix\nsystem\n(S'true'\ntR.");
    for (const hidden of [Buffer.concat([bytes, attack]), Buffer.concat([attack, bytes])]) {
      expect((await saidOf('__0_0.distcp', new Uint8Array(hidden))).verdict).not.toBe('clean');
    }
  });
});

describe('models of ONNX Runtime', () => {
  it('are suspicious when they need operators that the runtime does not bring', async () => {
    const bytes = bytesOf('logistic.ort');
    const whole = Buffer.from(bytes.buffer);
    for (let at = whole.indexOf('ai.onnx.ml'); at >= 0; at = whole.indexOf('ai.onnx.ml', at))
      whole.write('ai.evil.op', at);
    const { verdict, said } = await saidOf('logistic.ort', new Uint8Array(whole));
    expect(verdict, said).toBe('suspicious');
    expect(said).toContain('ai.evil.op');
  });
});

describe('models of Vowpal Wabbit', () => {
  /** The version of this one, with its length. */
  const VERSION = 11;

  /** The model with other options, which its loader takes as a command line. */
  function withOptions(options: string): Uint8Array {
    const bytes = Buffer.from(bytesOf('quadratic.vw'));
    const at = bytes.indexOf(' --quadratic');
    const before = bytes.readUInt32LE(at - 4);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(options.length + 1);
    const written = [bytes.subarray(0, at - 4), length, Buffer.from(`${options}\0`), bytes.subarray(at + before)];
    const whole = Buffer.concat(written);
    const end = at + options.length + 1;
    // Behind the version: the id and its length, the mark, labels, bits, ranks, two counts, the options and their length.
    const ends = [4, 5, 6, 10, 14, 18, 22, 26, 30, 34, end - VERSION];
    whole.writeUInt32LE(chained(whole.subarray(VERSION, end), ends), end + 4);
    return new Uint8Array(whole);
  }

  it.each([
    ' --quadratic ab',
    ' --loss_function logistic --link=logistic --random_seed 4',
    ' --cb_explore_adf --cb_type mtr',
  ])('are clean with options that only say how to compute: %s', async (options) => {
    const { verdict, said } = await saidOf('m.vw', withOptions(options));
    expect(verdict, said).toBe('clean');
  });

  it.each([
    ' --predictions /etc/cron.d/x',
    ' --pred""ictions x',
    ' -p x',
    ' --final_regressor=x',
    ' --daemon',
    ' --ldf x --data y',
    ' -r/x',
  ])('are not clean with options that open files or ports: %s', async (options) => {
    expect((await saidOf('m.vw', withOptions(options))).verdict).not.toMatch('clean|unscannable');
  });

  it('are not clean with a checksum that is another one', async () => {
    const bytes = withOptions(' --quadratic ab');
    bytes[bytes.length - 1] = 7;
    expect((await saidOf('m.vw', bytes)).verdict).toBe('clean');
    bytes[20] = 7;
    expect((await saidOf('m.vw', bytes)).verdict).toBe('unscannable');
  });
});

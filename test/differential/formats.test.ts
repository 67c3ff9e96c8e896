import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/formats/table.ts';
import { readFileAs } from '../../src/intake/read-file.ts';
import { createBudget } from '../../src/kernel/budget.ts';
import { sourceOf } from '../../src/kernel/bytes.ts';
import { scratchFolder } from '../support/scratch.ts';

/** Mutants of each format; WEIGHBRIDGE_DIFFERENTIAL raises it for a long run, WEIGHBRIDGE_PYTHON names a Python with the libraries. */
const COUNT = Number(process.env.WEIGHBRIDGE_DIFFERENTIAL ?? 150);
const python = process.env.WEIGHBRIDGE_PYTHON ?? 'python3';
const oracle = new URL('formats.py', import.meta.url).pathname;
const folder = scratchFolder();

const made = spawnSync(python, ['-I', oracle, 'make', folder], { encoding: 'utf8' });
const formats = made.status === 0 ? (JSON.parse(made.stdout) as readonly string[]) : [];
const missing = ['safetensors', 'gguf', 'onnx', 'h5', 'zip'].filter((ending) => !formats.includes(ending));
if (missing.length > 0)
  process.stderr.write(
    `differential tests against official readers are skipped for ${missing.join(', ')}: not installed for ${python} (WEIGHBRIDGE_PYTHON)\n`,
  );

const FORMAT_OF: Readonly<Record<string, string>> = {
  safetensors: 'safetensors',
  gguf: 'gguf',
  onnx: 'onnx',
  h5: 'hdf5',
  zip: 'zip',
};

interface Told {
  readonly accepts: boolean;
  readonly says: string;
}

/** Where we and they may differ, and why; `says` is ours where we are stricter, theirs where we are looser. */
const EXPLAINED: readonly {
  readonly ending: string;
  readonly we: 'stricter' | 'looser';
  readonly says: RegExp;
  readonly why: string;
}[] = [
  {
    ending: 'gguf',
    we: 'stricter',
    says: /^gguf\/(?:trailing-bytes|filled-padding|hole|misaligned|overlapping-tensors|unordered-tensors)/,
    why: 'we prove that tensors tile the file',
  },
  {
    ending: 'gguf',
    we: 'looser',
    says: /^UnicodeDecodeError/,
    why: 'llama.cpp takes strings that are no UTF-8, and old vocabularies have them',
  },
  {
    ending: 'gguf',
    we: 'stricter',
    says: /^gguf\/odd-name/,
    why: 'no library writes such names; readers keep them as they are',
  },
  {
    ending: 'safetensors',
    we: 'stricter',
    says: /^safetensors\/odd-name/,
    why: 'no library writes such names; readers keep them as they are',
  },
  { ending: 'h5', we: 'stricter', says: /^hdf5\/trailing-bytes/, why: 'bytes behind the end of the file hide things' },
  {
    ending: 'h5',
    we: 'stricter',
    says: /^json\/malformed/,
    why: 'the configuration in an attribute is read as the JSON it must be',
  },
  { ending: 'h5', we: 'looser', says: /^OSError: Can't synchronously read data/, why: 'we do not inflate tensors' },
  {
    ending: 'h5',
    we: 'looser',
    says: /^(?:RuntimeError: (?:Error iterating over attributes|Object visitation failed|Object specific failed|Iteration operator failed|B-tree iteration failed)|KeyError: .Unable to synchronously open object)/,
    why: 'number types, free space and indexes of chunks are not ours to read: what is broken there loads nowhere',
  },
  {
    ending: 'onnx',
    we: 'stricter',
    says: /^onnx\/(?:malformed: an ONNX model without a graph|unknown-fields|tensor-size|version)|^not read as such/,
    why: 'protobuf takes fields that ONNX does not have, and sizes that do not agree; it takes no bytes at all too',
  },
  {
    ending: 'onnx',
    we: 'looser',
    says: /Wire format was corrupt/,
    why: 'messages that name no operator, file or text are not opened',
  },
  {
    ending: 'zip',
    we: 'stricter',
    says: /zip\/|not inflate|inflates \d+ times|no reader knows these bytes|json\/malformed/,
    why: 'zipfile believes the directory; we compare it with the members, and read these',
  },
  {
    ending: 'zip',
    we: 'looser',
    says: /^NotImplementedError: zip file version/,
    why: 'no other reader minds the version that a member asks for',
  },
];

/** Asks again behind a file on which the library itself dies. */
function askPython(paths: readonly string[]): readonly Told[] {
  const told: Told[] = [];
  while (told.length < paths.length) {
    const before = told.length;
    const { stdout } = spawnSync(python, ['-I', oracle, 'read'], {
      input: `${paths.slice(before).join('\n')}\n`,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      timeout: 240_000,
    });
    told.push(
      ...stdout
        .split('\n')
        .slice(0, -1)
        .map((line): Told => JSON.parse(line) as Told),
    );
    if (told.length < paths.length) told.push({ accepts: false, says: 'the library died' });
  }
  return told;
}

async function ours(path: string, bytes: Uint8Array): Promise<Told> {
  const { readings, unreadable } = await readFileAs(
    FORMATS,
    path,
    sourceOf(bytes),
    createBudget(() => 0),
  );
  const defects = readings.flatMap((reading) => reading.defects.map(({ code }) => `${reading.format}/${code}`));
  const refusals = unreadable.map(({ format, reason, message }) => `${format}/${reason}: ${message}`);
  const read = readings.some(
    ({ format, member }) => member.length === 0 && format === FORMAT_OF[path.split('.').at(-1) ?? ''],
  );
  const says = [...refusals, ...defects, ...(read ? [] : ['not read as such'])];
  return { accepts: says.length === 0, says: says.join('; ') };
}

/** One change, by a seeded generator (mulberry32): a bit, a byte, a run of bytes gone, doubled or zeroed, or the end cut off. */
function mutant(bytes: Uint8Array, seed: number): Uint8Array {
  let state = seed * 0x9e3779b9;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), 1 | state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return ((word ^ (word >>> 14)) >>> 0) % limit;
  };
  const copy = Uint8Array.from(bytes);
  const at = below(bytes.length);
  const length = 1 + below(8);
  switch (below(6)) {
    case 0:
      copy[at] = (copy[at] ?? 0) ^ (1 << below(8));
      return copy;
    case 1:
      copy[at] = below(256);
      return copy;
    case 2:
      return copy.fill(0, at, at + length);
    case 3:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + length)]);
    case 4:
      return Buffer.concat([copy.subarray(0, at + length), copy.subarray(at)]);
    default:
      return copy.subarray(0, at);
  }
}

describe.skipIf(formats.length === 0)('next to the official readers', () => {
  it.each(formats)('%s: a genuine file is accepted by both', async (ending) => {
    const path = join(folder, `model.${ending}`);
    expect(askPython([path])).toEqual([{ accepts: true, says: '' }]);
    expect(await ours(path, readFileSync(path))).toEqual({ accepts: true, says: '' });
  });

  it.each(formats)('%s: mutants', async (ending) => {
    const genuine = readFileSync(join(folder, `model.${ending}`));
    const paths = Array.from({ length: COUNT }, (_, seed) => join(folder, `mutant-${seed}.${ending}`));
    const mutants = paths.map((path, seed) => {
      const bytes = mutant(genuine, seed + 1);
      writeFileSync(path, bytes);
      return bytes;
    });
    const official = askPython(paths);
    const unexplained: string[] = [];
    let agreed = 0;
    for (const [at, bytes] of mutants.entries()) {
      const ourWord = await ours(paths[at] ?? '', bytes);
      const theirWord = official[at] ?? { accepts: false, says: 'no answer' };
      if (ourWord.accepts === theirWord.accepts) agreed++;
      else {
        const [we, says] = ourWord.accepts
          ? (['looser', theirWord.says] as const)
          : (['stricter', ourWord.says] as const);
        const known = EXPLAINED.some((row) => row.ending === ending && row.we === we && row.says.test(says));
        if (!known) unexplained.push(`mutant ${at}: we are ${we}: ${says}`);
      }
    }
    expect(unexplained).toEqual([]);
    expect(agreed).toBeGreaterThan(COUNT / 2);
  });
});

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PickleFacts } from '../../src/formats/pickle/facts.ts';
import { pickleFormat } from '../../src/formats/pickle/reader.ts';
import { createBudget, OverBudgetError } from '../../src/kernel/budget.ts';
import { MalformedError, sourceOf } from '../../src/kernel/bytes.ts';
import { cases } from '../support/deep.ts';
import { mutations, programs } from './programs.ts';

/** Programs of each kind; WEIGHBRIDGE_DIFFERENTIAL raises it for a long run. */
const COUNT = Number(process.env.WEIGHBRIDGE_DIFFERENTIAL ?? cases(300));
const oracle = new URL('oracle.py', import.meta.url).pathname;
const version = spawnSync('python3', ['-c', 'import sys; print(sys.version_info[:2] >= (3, 8))'], { encoding: 'utf8' });
const hasPython = version.status === 0 && version.stdout.trim() === 'True';
if (!hasPython) process.stderr.write('differential tests of pickles are skipped: there is no python3 (3.8 or newer)\n');

interface Told {
  readonly events: readonly (readonly string[])[];
  readonly ending: string;
}

/** Asks again behind a program on which python3 itself dies: corrupted ones have made it do so. */
function askPython(files: readonly Uint8Array[]): readonly Told[] {
  const told: Told[] = [];
  while (told.length < files.length) {
    const before = told.length;
    told.push(...askOnce(files.slice(before)));
    if (told.length < files.length) told.push({ events: [], ending: 'python3 died' });
  }
  return told;
}

function askOnce(files: readonly Uint8Array[]): readonly Told[] {
  const input = Buffer.concat(
    files.flatMap((file) => {
      const head = Buffer.alloc(4);
      head.writeUInt32LE(file.length);
      return [head, Buffer.from(file)];
    }),
  );
  const answer = spawnSync('python3', ['-S', '-E', oracle], { input, encoding: 'utf8', maxBuffer: 1 << 30 });
  const lines = answer.stdout.split('\n').slice(0, -1);
  return lines.slice(0, files.length).map((line): Told => JSON.parse(line) as Told);
}

/** Null for what is no pickle; what costs more than it may is unscannable, and nothing is said of what it does. */
async function read(bytes: Uint8Array): Promise<PickleFacts | null | 'over-budget'> {
  try {
    const context = { path: 'x.pkl', budget: createBudget(() => 0) };
    return (await pickleFormat.read(sourceOf(bytes), context)).facts;
  } catch (error) {
    if (error instanceof MalformedError) return null;
    if (error instanceof OverBudgetError) return 'over-budget';
    throw error;
  }
}

/** What Python did and we do not list; empty when all is well. */
function missing(facts: PickleFacts | null, { events }: Told): readonly string[] {
  const programs = facts?.programs.slice(0, 1) ?? [];
  const imports = new Set(
    programs.flatMap((one) => one.imports.flatMap(({ module, name }) => spellings(module, name))),
  );
  const unknown = programs.some((one) => one.imports.some(({ module, name }) => module === null || name === null));
  const calls = programs.flatMap((one) => one.calls);
  const called = new Set(calls.flatMap(({ module, name }) => spellings(module, name)));
  const gone: string[] = [];
  for (const [kind = '', first = '', second = ''] of events) {
    const name = kind === 'import' ? `${first}.${second}` : first;
    const known =
      kind === 'persistent'
        ? calls.some(({ form }) => form.endsWith('PERSID'))
        : kind === 'import'
          ? imports.has(name) || unknown
          : called.has(name);
    if (!known) gone.push(`${kind} ${name}`);
  }
  return gone;
}

/** Python 3 renames what older protocols name before it asks for it. */
const RENAMED: readonly (readonly [RegExp, string])[] = [
  [/^__builtin__\./, 'builtins.'],
  [/^copy_reg\./, 'copyreg.'],
];

function spellings(module: string | null, name: string | null): readonly string[] {
  const plain = `${module ?? '?'}.${name ?? '?'}`;
  return [
    plain,
    ...RENAMED.map(([from, to]) => plain.replace(from, to)),
    ...PYTHON_2.map(([from, to]) => (plain === from ? to : plain)),
  ];
}

const PYTHON_2: readonly (readonly [string, string])[] = [
  ['__builtin__.xrange', 'builtins.range'],
  ['__builtin__.long', 'builtins.int'],
  ['__builtin__.unicode', 'builtins.str'],
  ['UserDict.IterableUserDict', 'collections.UserDict'],
  ['UserList.UserList', 'collections.UserList'],
  ['UserString.UserString', 'collections.UserString'],
  ['itertools.izip', 'builtins.zip'],
];

async function compare(files: readonly Uint8Array[]): Promise<readonly string[]> {
  const told = askPython(files);
  const complaints: string[] = [];
  for (const [index, file] of files.entries()) {
    const answer = told[index];
    if (answer === undefined) continue;
    const facts = await read(file);
    if (facts === 'over-budget') continue;
    const gone = missing(facts, answer);
    if (gone.length > 0)
      complaints.push(
        `${Buffer.from(file).toString('hex').slice(0, 400)}: ${gone.slice(0, 3).join(', ')} (${answer.ending})`,
      );
    const ends = facts?.programs[0]?.end;
    if (answer.ending === 'stopped' && (facts === null || ends === undefined))
      complaints.push(`python3 reads what we refuse: ${Buffer.from(file).toString('hex').slice(0, 400)}`);
  }
  return complaints;
}

/** A few seconds for a short run; a long one takes what it takes. */
const TIMEOUT = Math.max(240_000, 30 * COUNT);

describe.skipIf(!hasPython)('beside the C unpickler', { timeout: TIMEOUT }, () => {
  it('it really looks things up and calls them, in the programs at random', () => {
    const told = askPython(fc.sample(programs, { numRuns: COUNT, seed: seedOf(1) }));
    expect(told.filter(({ events }) => events.some(([kind]) => kind === 'call')).length).toBeGreaterThan(COUNT / 10);
    expect(told.some(({ ending }) => ending === 'stopped')).toBe(true);
  });

  it('we list every import and call it makes, in programs at random', async () => {
    const files = fc.sample(programs, { numRuns: COUNT, seed: seedOf(1) });
    expect(await compare(files)).toEqual([]);
  });

  it('we list every import and call it makes, in genuine pickles with changed bytes', async () => {
    const folder = new URL('../corpus/genuine/pickle/files/', import.meta.url);
    const names = readdirSync(folder).filter((name) => name.endsWith('.pkl'));
    const genuine = names.map((name) => new Uint8Array(readFileSync(new URL(name, folder))));
    expect(await compare(genuine)).toEqual([]);
    // A changed index of the memo may ask for gigabytes of it: among the held ones the same draws would.
    const short = genuine.filter(({ length }, at) => length < 3000 && names[at]?.startsWith('held-') !== true);
    expect(await compare(fc.sample(mutations(short), { numRuns: COUNT, seed: seedOf(2) }))).toEqual([]);
  });
});

/** The same programs in every short run, others in a long one. */
function seedOf(salt: number): number {
  return COUNT <= 300 ? salt : Date.now() + salt;
}

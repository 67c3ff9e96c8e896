import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { FORMATS } from '../../src/formats/table.ts';
import { scratchFolder } from '../support/scratch.ts';

const home = scratchFolder();

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: {
    readonly steps: readonly { readonly run?: string; readonly env?: Readonly<Record<string, string>> }[];
  };
}

const action = parse(readFileSync('action.yml', 'utf8')) as Action;

/** Runs the steps of the action that are commands, as GitHub's runner does: one shell each, inputs through the environment. */
function runAction(inputs: Readonly<Record<string, string>>, cwd: string): number {
  for (const { run, env = {} } of action.runs.steps) {
    if (run === undefined) continue;
    const values = Object.entries(env).map(([name, value]) => [
      name,
      value.replace(/\$\{\{ (?:inputs\.([\w-]+)|runner\.temp) \}\}/g, (_, input: string | undefined) =>
        input === undefined ? home : (inputs[input] ?? action.inputs[input]?.default ?? ''),
      ),
    ]);
    const { status } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
      cwd,
      env: {
        PATH: process.env.PATH,
        WEIGHBRIDGE_HOME: join(home, 'own'),
        GITHUB_ACTION_PATH: resolve('.'),
        GITHUB_OUTPUT: join(home, 'output'),
        ...Object.fromEntries(values),
      },
    });
    if (status !== 0) return status ?? -1;
  }
  return 0;
}

describe('the action', () => {
  const repository = join(home, 'repository');
  mkdirSync(join(repository, 'models'), { recursive: true });
  cpSync('examples/models/plover-1m-tainted/pytorch_model.bin', join(repository, 'models/bad.bin'));
  writeFileSync(join(repository, 'good.json'), '{}');

  it('scans with what it was checked out with, and leaves a report', () => {
    expect(runAction({ paths: 'models good.json' }, repository)).toBe(1);
    const report = JSON.parse(readFileSync(join(repository, 'weighbridge.sarif'), 'utf8')) as {
      runs: { results: object[] }[];
    };
    expect(report.runs[0]?.results.length).toBeGreaterThan(0);
    expect(runAction({ paths: 'good.json', sarif: 'good.sarif' }, repository)).toBe(0);
  });

  it('takes no package by a name that anybody could have', () => {
    const texts = [readFileSync('action.yml', 'utf8'), readFileSync('docs/how-to/use-in-ci.md', 'utf8')];
    for (const text of texts) expect(text).not.toMatch(/^(?!.*outside of a clone).*\bnpx\b/m);
  });
});

interface Hook {
  readonly entry: string;
  readonly exclude: string;
}

describe('the hook for pre-commit', () => {
  const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as Hook[];
  const exclude = new RegExp(hook?.exclude.replace(/^\(\?i\)/, '') ?? '', 'i');

  it('runs a command of the package', () => {
    const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as { bin: Record<string, string> };
    expect(Object.keys(bin)).toContain(hook?.entry.split(' ')[0]);
    expect(hook?.exclude).toMatch(/^\(\?i\)/);
  });

  it('passes over no name by which a reader knows its files', () => {
    const named = namesOfReaders();
    // The list is read from the readers; it is one only if it holds what we know to be there.
    for (const ending of [
      'pte',
      'pmml',
      'rds',
      'ubj',
      'msgpack',
      'pdmodel',
      'mlmodel',
      'parquet',
      '7z',
      'ipynb',
      'py',
      'keras',
    ])
      expect(named).toContain(ending);
    expect(named.filter((ending) => exclude.test(`models/x.${ending}`))).toEqual([]);
  });

  it('passes over nothing that runs or configures, and weights of any name', () => {
    const names =
      'Dockerfile MLmodel requirements.txt a.yaml a.yml a.sh a.skops a.xz a.bz2 a.lz4 a.zst a.lzma a.llamafile a.jinja a.toml a.cfg weights weights.dat';
    for (const name of names.split(' ')) expect(exclude.test(name), name).toBe(false);
    for (const name of ['README.md', 'a/b.PNG', 'src/main.go']) expect(exclude.test(name), name).toBe(true);
  });
});

/** Every ending by whose name alone some reader claims a file: words of their sources, asked of each. */
function namesOfReaders(): string[] {
  const words = new Set(
    readdirSync('src/formats', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => readFileSync(join('src/formats', name), 'utf8').match(/\b[a-z0-9]{1,12}\b/gi) ?? []),
  );
  const heads = [0x00, 0x01, 0xff].map((byte) => new Uint8Array(64).fill(byte));
  const readers = FORMATS.filter(({ id }) => id !== 'text' && id !== 'media');
  return [...words].filter((word) => {
    const claims = (path: string) => readers.map((reader) => heads.some((head) => reader.claims(path, head, 64)));
    const plain = claims('x');
    return claims(`x.${word}`).some((claimed, at) => claimed && plain[at] === false);
  });
}

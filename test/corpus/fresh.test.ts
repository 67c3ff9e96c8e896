import { describe, expect, it } from 'vitest';
import { sampled } from '../support/deep.ts';
import { judge } from './judge.ts';
import { HOSTILE } from './make/fresh/all.ts';
import type { Fresh } from './make/fresh/kit.ts';
import { MALFORMED } from './make/fresh/malformed.ts';

/**
 * Files of the set that pass, and why. The set was written before the scanner was asked; docs/proofs/recall.md has what it said
 * at first sight.
 */
const PASSES: Readonly<Record<string, string>> = {
  'a library in the options of a session': 'ONNX Runtime takes no library out of a model',
  'a reader of whole files': 'the row is wrong: a queue names the file, and the graph has none',
  'library.pdmodel': "an operator of Paddle's own",
  'library-symbol.json': "a backend of MXNet's own",
  'external.rds': 'a pointer that R sets to nothing when it reads it',
  'llama-index/docstore.json': 'a class that is looked up among those that are registered',
  'sorted calls its key': 'the row is wrong: it gives no key',
  'dataset/README.md': 'the card of a data set may name an address',
  'space/README.md': 'settings of a Space run on the hub',
  'go.mod': 'Go refuses it',
  'CMakeLists.txt': 'a note: runs when a person builds',
  '.pre-commit-config.yaml': 'runs when a person has installed it',
  '.vscode/launch.json': 'runs when a person starts it',
  '.idea/workspace.xml': 'runs when a person starts it',
  '.zed/tasks.json': 'runs when a person starts it',
  'flake.nix': 'a note: runs when a person builds',
  'load.ipynb': 'a note: extensions of IPython are usual',
  'tox.ini': 'runs when a person tests',
  'x.js': 'a note: a script that nothing starts',
  'x.service': 'a unit that starts nothing bad: only a person installs it',
  'containers/gnu.tar at 0.8': 'cut within the blocks of nothing behind its end, which tar may leave out',
  'containers/torch-tar.pt at 0.8': 'cut within the blocks of nothing behind its end, which tar may leave out',
};

async function passing(files: readonly Fresh[]): Promise<readonly string[]> {
  const passed: string[] = [];
  for (const { path, why, bytes } of files) if ((await judge(path, bytes)).verdict === 'clean') passed.push(why);
  return passed.sort();
}

describe('the set that was written before the scanner was asked', () => {
  it('passes nothing hostile or malformed but what is named here, and all of that', async () => {
    const tried = sampled([...HOSTILE, ...MALFORMED], 3);
    const named = new Set(tried.map(({ why }) => why));
    expect(await passing(tried)).toEqual(
      Object.keys(PASSES)
        .filter((why) => named.has(why))
        .sort(),
    );
  });

  it('is three hundred hostile files and a hundred malformed ones at least', () => {
    expect([HOSTILE.length >= 300, MALFORMED.length >= 100]).toEqual([true, true]);
  });
});

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scratchFolder } from '../../../test/support/scratch.ts';
import { loadedElsewhere } from './loaded-elsewhere.ts';

const home = scratchFolder();
for (const folder of ['models/a', 'models/b/deep', 'cache/blobs', 'papers', 'empty'])
  mkdirSync(join(home, folder), { recursive: true });
for (const file of [
  'models/a/model.gguf',
  'models/b/deep/model.safetensors',
  'loose.bin',
  'papers/notes.txt',
  'serve.py',
])
  writeFileSync(join(home, file), 'x');
writeFileSync(join(home, 'cache/blobs/sha256-0'), 'GGUF and more');
symlinkSync(join(home, 'loose.bin'), join(home, 'models/a/link'));
symlinkSync(join(home, 'models/a'), join(home, 'same'));

it.each<[string, string, boolean]>([
  ['a file of the folder', 'models/a/model.gguf', false],
  ['the folder itself', 'models/a', false],
  ['the folder by another way', './models/../same', false],
  ['a file of it by a whole path', join(home, 'models/a/model.gguf'), false],
  ['a word that is no path', 'serve', false],
  ['a number', '8000', false],
  ['a model of a hub, of which nothing lies here', 'Qwen/Qwen3-8B', false],
  ['a program', 'serve.py', false],
  ['a folder of papers', 'papers', false],
  ['an empty folder', '--log-dir=empty', false],
  ['weights beside it', 'loose.bin', true],
  ['weights beside it, behind an option', '--draft=loose.bin', true],
  ['weights in a list', '--lora-modules=one,loose.bin', true],
  ['another model', 'models/b', true],
  ['the folder that both lie in', 'models', true],
  ['weights without a name', 'cache/blobs/sha256-0', true],
  ['a cache of such', 'cache', true],
  ['a link in the folder that leads out of it', 'models/a/link', true],
])('%s', async (_, word, isElsewhere) => {
  const where = { within: ['models/a'], cwd: home };
  expect(await loadedElsewhere(['server', word, '--port', '1'], where)).toEqual(isElsewhere ? [word] : []);
  expect(await loadedElsewhere([word], { ...where, within: [home] })).toEqual([]);
});

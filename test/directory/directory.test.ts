import { execFileSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDirectorySource } from '../../src/adapters/sources/directory.ts';
import type { OpenModel } from '../../src/ports/source.ts';
import { DEEP } from '../support/deep.ts';
import { scratchFolder } from '../support/scratch.ts';

const root = scratchFolder();
const source = createDirectorySource();
const options = { signal: new AbortController().signal, onNotice: () => {} };

function folder(name: string): string {
  const path = join(root, name);
  mkdirSync(path, { recursive: true });
  return path;
}

function resolve(path: string): Promise<OpenModel> {
  return source.resolve(path, options);
}

describe('one file', () => {
  it.each([
    ['.vscode/settings.json', '.vscode/settings.json'],
    ['.github/workflows/ci.yml', '.github/workflows/ci.yml'],
    ['weights/model.bin', 'model.bin'],
    ['.hidden/model.bin', 'model.bin'],
  ])('%s is named %s, by the place that programs look into', async (path, name) => {
    const at = join(folder('places'), path);
    mkdirSync(join(at, '..'), { recursive: true });
    writeFileSync(at, '{}');
    const model = await resolve(at);
    expect(model.files.map((file) => file.path)).toEqual([name]);
    expect((await (await model.open(name)).read(0, 2)).length).toBe(2);
  });

  it('that is a link keeps the name of the link, and has beside it what the link has', async () => {
    const [at, store] = [folder('linked'), folder('stored')];
    writeFileSync(join(store, '0123abcd'), 'os');
    writeFileSync(join(at, 'config.json'), '{}');
    symlinkSync(join(store, '0123abcd'), join(at, 'modeling_own.py'));
    const model = await resolve(join(at, 'modeling_own.py'));
    expect(model.files).toEqual([{ kind: 'file', path: 'modeling_own.py', size: 2, claim: null }]);
    expect(Buffer.from(await (await model.open('modeling_own.py')).read(0, 2)).toString()).toBe('os');
    expect([await model.lies?.('config.json'), await model.lies?.('0123abcd')]).toEqual([true, false]);
  });

  it.each([
    ['notes.txt', 'own.py', true],
    ['own.py', 'notes.txt', true],
    ['own.py', 'other.PY', false],
    ['own.py', '0123abcd', false],
  ])('that is the link %s leads to %s, which is another kind: %s', async (name, stored, leads) => {
    const [at, store] = [folder(`named-${name}-${stored}`), folder(`stored-${name}-${stored}`)];
    writeFileSync(join(store, stored), 'x');
    symlinkSync(join(store, stored), join(at, name));
    const model = await resolve(join(at, name));
    expect([model.files[0]?.path, model.leadsTo]).toEqual([name, leads ? join(store, stored) : undefined]);
    expect((await resolve(join(store, stored))).leadsTo).toBeUndefined();
  });

  it('is the one that the system finds behind a link to a folder and out of it again', async () => {
    const [at, store] = [folder('ways'), folder('far')];
    mkdirSync(join(store, 'inner'));
    symlinkSync(join(store, 'inner'), join(at, 'way'));
    for (const name of ['model.bin', 'linked.bin']) writeFileSync(join(store, name), 'far');
    symlinkSync('model.bin', join(store, 'only.bin'));
    writeFileSync(join(at, 'model.bin'), 'n');
    symlinkSync('model.bin', join(at, 'linked.bin'));
    for (const name of ['model.bin', 'linked.bin', 'only.bin']) {
      const model = await resolve(`${at}/way/../${name}`);
      expect(model.files).toEqual([{ kind: 'file', path: name, size: 3, claim: null }]);
      expect(Buffer.from(await (await model.open(name)).read(0, 3)).toString()).toBe('far');
    }
  });

  it('tells what lies beside it, since nothing else is listed', async () => {
    const at = folder('beside');
    for (const name of ['model.onnx', 'weights.bin']) writeFileSync(join(at, name), 'x');
    const { files, lies } = await resolve(join(at, 'model.onnx'));
    expect(files.map(({ path }) => path)).toEqual(['model.onnx']);
    expect([await lies?.('weights.bin'), await lies?.('other.bin')]).toEqual([true, false]);
    expect((await resolve(at)).lies).toBeUndefined();
  });
});

describe('what cannot be looked at has its own error', () => {
  it('a missing path', async () => {
    await expect(resolve(join(root, 'nowhere'))).rejects.toMatchObject({ code: 'path-missing' });
  });

  it('an empty folder', async () => {
    await expect(resolve(folder('empty'))).rejects.toMatchObject({ code: 'folder-empty' });
  });

  it('a pipe named itself', async () => {
    const pipe = join(folder('pipes'), 'model.bin');
    execFileSync('mkfifo', [pipe]);
    await expect(resolve(pipe)).rejects.toMatchObject({ code: 'not-a-file' });
  });

  it('a broken link, and a link that leads back to itself', async () => {
    const links = folder('links');
    symlinkSync('nowhere', join(links, 'broken'));
    symlinkSync('loop', join(links, 'loop'));
    await expect(resolve(join(links, 'broken'))).rejects.toMatchObject({ code: 'path-missing' });
    await expect(resolve(join(links, 'loop'))).rejects.toMatchObject({
      code: 'path-missing',
      detail: expect.stringContaining('back to itself'),
    });
  });

  it.skipIf(process.getuid?.() === 0)('a folder that may not be read', async () => {
    const closed = folder('closed');
    chmodSync(closed, 0);
    await expect(resolve(closed)).rejects.toMatchObject({ code: 'path-forbidden' });
    chmodSync(closed, 0o700);
  });

  it.runIf(DEEP)('more files than one model may have', async () => {
    const many = folder('many');
    for (let group = 0; group < 101; group++) {
      const inner = join(many, String(group));
      mkdirSync(inner);
      // One file under many names costs the disk a fraction of as many files, and counts the same.
      writeFileSync(join(inner, '0'), '');
      for (let at = 1; at < 1000; at++) linkSync(join(inner, '0'), join(inner, String(at)));
    }
    await expect(resolve(many)).rejects.toMatchObject({ code: 'too-many-files' });
    // A busy disk takes long over a hundred thousand links.
  });

  it('folders in folders without end', async () => {
    const deep = folder('deep');
    mkdirSync(join(deep, ...Array.from({ length: 70 }, () => 'd')), { recursive: true });
    await expect(resolve(deep)).rejects.toMatchObject({ code: 'too-many-files' });
  });
});

describe('a folder is listed as what it is', () => {
  it('links by where they lead, and what is no file as such', async () => {
    const path = folder('mixed');
    writeFileSync(join(path, 'real.bin'), 'abc');
    mkdirSync(join(path, 'sub'));
    mkdirSync(join(path, '.git'));
    writeFileSync(join(path, '.git', 'config'), '[core]');
    writeFileSync(join(path, '.git', 'HEAD'), 'not listed');
    mkdirSync(join(path, '.git', 'hooks'));
    for (const name of ['post-checkout', 'pre-push.sample'])
      writeFileSync(join(path, '.git', 'hooks', name), '#!/bin/sh');
    symlinkSync('real.bin', join(path, 'inside'));
    symlinkSync('sub', join(path, 'to-folder'));
    symlinkSync('/etc/hostname', join(path, 'outside'));
    symlinkSync('../mixed/../../', join(path, 'up'));
    symlinkSync('gone', join(path, 'broken'));
    symlinkSync('self', join(path, 'self'));
    execFileSync('mkfifo', [join(path, 'pipe')]);
    const server = createServer();
    await new Promise<void>((done) => server.listen(join(path, 'socket'), done));
    const { files } = await resolve(path);
    server.close();
    const byPath = Object.fromEntries(files.map((file) => [file.path, file]));
    expect(byPath['real.bin']).toEqual({ kind: 'file', path: 'real.bin', size: 3, claim: null });
    expect(byPath.inside).toMatchObject({ kind: 'file', size: 3 });
    expect(byPath['to-folder']).toMatchObject({ kind: 'link', problem: 'folder' });
    expect(byPath.outside).toMatchObject({ kind: 'link', problem: 'leaves-folder' });
    expect(byPath.up).toMatchObject({ kind: 'link', problem: 'leaves-folder' });
    expect(byPath.broken).toMatchObject({ kind: 'link', problem: 'broken' });
    expect(byPath.self).toMatchObject({ kind: 'link', problem: 'loop' });
    expect(byPath.pipe).toMatchObject({ kind: 'special', what: 'fifo' });
    expect(byPath.socket).toMatchObject({ kind: 'special', what: 'socket' });
    expect(byPath['.git']).toMatchObject({ kind: 'special', what: 'git-folder' });
    expect(files.filter(({ path: name }) => name.startsWith('.git/'))).toEqual([
      { kind: 'file', path: '.git/config', size: 6, claim: null, beside: true },
      { kind: 'file', path: '.git/hooks/post-checkout', size: 9, claim: null, beside: true },
    ]);
  });

  it('hooks of git in a folder that lies elsewhere, without looking there', async () => {
    const path = folder('hooks-elsewhere');
    mkdirSync(join(path, '.git'));
    symlinkSync('/etc', join(path, '.git', 'hooks'));
    const { files } = await resolve(path);
    expect(files).toEqual([
      { kind: 'special', path: '.git', what: 'git-folder' },
      { kind: 'link', path: '.git/hooks', target: '/etc', problem: 'leaves-folder' },
    ]);
  });

  it('what Git runs, through links and in what it keeps for submodules and worktrees', async () => {
    const path = folder('kept-by-git');
    const put = (name: string): void => {
      mkdirSync(join(path, name, '..'), { recursive: true });
      writeFileSync(join(path, name), 'x');
    };
    const told = [
      '.git/commondir',
      '.git/modules/a/b/config',
      '.git/modules/a/b/hooks/post-checkout',
      '.git/modules/objects/config',
      '.git/worktrees/w/config.worktree',
    ];
    for (const name of [...told, 'notes.txt', '.git/modules/a/b/HEAD', '.git/objects/config', '.git/hooks/x.sample'])
      put(name);
    symlinkSync('../notes.txt', join(path, '.git', 'config'));
    symlinkSync('../../notes.txt', join(path, '.git', 'hooks', 'pre-commit'));
    symlinkSync('/etc/hostname', join(path, '.git', 'hooks', 'pre-push'));
    const listing = (await resolve(path)).files.filter(({ path: name }) => name.startsWith('.git/'));
    const beside = listing.filter((file) => file.kind === 'file' && file.beside === true).map((file) => file.path);
    expect(beside.toSorted()).toEqual([...told, '.git/config', '.git/hooks/pre-commit'].toSorted());
    expect(listing.filter(({ kind }) => kind !== 'file')).toMatchObject([
      { path: '.git/hooks/pre-push', kind: 'link', problem: 'leaves-folder' },
    ]);
  });

  it('folders that Git keeps, up to a bound', async () => {
    const path = folder('kept-deep');
    mkdirSync(join(path, '.git', 'modules', ...Array.from({ length: 70 }, () => 'a')), { recursive: true });
    await expect(resolve(path)).rejects.toMatchObject({ code: 'too-many-files' });
  });

  it('names with newlines, bidi and control characters come through untouched', async () => {
    const path = folder('names');
    const names = ['a\nb', 'chart_\u202egnp.py', 'bell\u0007', 'Ω.txt'];
    for (const name of names) writeFileSync(join(path, name), 'x');
    const { files } = await resolve(path);
    expect(files.map((file) => file.path).sort()).toEqual(names.toSorted());
  });

  it('a file that changed its size between listing and reading is refused', async () => {
    const path = folder('changing');
    const file = join(path, 'model.bin');
    writeFileSync(file, 'abcdef');
    const model = await resolve(path);
    writeFileSync(file, 'abc');
    await expect(model.open('model.bin')).rejects.toMatchObject({ code: 'source-changed' });
  });
});

describe('the cache of a hub’s official client', () => {
  const cache = folder('cache');
  const model = join(cache, 'models--org--name');
  const snapshot = join(model, 'snapshots', 'c'.repeat(40));
  for (const path of [join(model, 'blobs'), join(model, 'refs'), snapshot]) mkdirSync(path, { recursive: true });
  writeFileSync(join(model, 'blobs', 'abc'), 'weights');
  writeFileSync(join(model, 'refs', 'main'), 'c'.repeat(40));
  symlinkSync('../../blobs/abc', join(snapshot, 'model.safetensors'));
  symlinkSync('../../../secret', join(snapshot, 'escape.bin'));

  it('hides nothing in its store: what no snapshot leads to is listed', async () => {
    const store = folder('models--hidden--store');
    for (const path of ['blobs', 'snapshots/c']) mkdirSync(join(store, path), { recursive: true });
    writeFileSync(join(store, 'blobs', 'seen'), 'weights');
    writeFileSync(join(store, 'blobs', 'unseen.pkl'), 'payload');
    symlinkSync('../../blobs/seen', join(store, 'snapshots', 'c', 'model.bin'));
    const { files } = await resolve(store);
    expect(files.map(({ path }) => path)).toEqual(['blobs/unseen.pkl', 'snapshots/c/model.bin']);
  });

  it('is followed from a snapshot into its own blobs, and nowhere else', async () => {
    const { files } = await resolve(snapshot);
    expect(files).toEqual([
      expect.objectContaining({ path: 'escape.bin', kind: 'link' }),
      { kind: 'file', path: 'model.safetensors', size: 7, claim: null, linked: true },
    ]);
  });

  it('is listed by its snapshots, each file once', async () => {
    const { files } = await resolve(cache);
    expect(files.filter(({ kind }) => kind === 'file').map(({ path }) => path)).toEqual([
      'models--org--name/refs/main',
      `models--org--name/snapshots/${'c'.repeat(40)}/model.safetensors`,
    ]);
  });

  it('is nothing that a vetted folder can pretend to be', async () => {
    const vetted = folder('vetted');
    const fake = join(vetted, 'models--x', 'snapshots', 'y');
    mkdirSync(fake, { recursive: true });
    symlinkSync('/etc', join(vetted, 'models--x', 'blobs'));
    symlinkSync('/etc/hostname', join(fake, 'model.bin'));
    const { files } = await resolve(vetted);
    expect(files.every(({ kind }) => kind === 'link')).toBe(true);
  });
});

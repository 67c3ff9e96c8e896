import { describe, expect, it } from 'vitest';
import { type HeldFile, holdListing } from './hold.ts';
import type { SignedManifest } from './manifest.ts';

const file = (path: string, size = 10, linked = false): HeldFile => ({ kind: 'file', path, size, linked });
const signed = (more: Partial<SignedManifest>, ...paths: readonly string[]): SignedManifest => ({
  modelName: 'm',
  method: 'files',
  hash: 'sha256',
  allowSymlinks: false,
  ignorePaths: [],
  resources: paths.map((path) => ({ path, range: null, digest: 'aa' })),
  root: null,
  ...more,
});
const shards = (...ranges: readonly [number, number][]): SignedManifest =>
  signed({
    method: 'shards',
    resources: ranges.map(([start, end]) => ({ path: 'a', range: { start, end }, digest: 'aa' })),
  });

const hold = (manifest: SignedManifest, listed: readonly HeldFile[], options = {}) => {
  const { refusals, ignored } = holdListing(manifest, listed, { ignorePaths: [], allowSymlinks: false, ...options });
  return [...refusals.map(({ kind, path }) => `${kind} ${path}`), ...ignored.map((path) => `ignored ${path}`)];
};

describe('a folder held against what was signed', () => {
  it.each<[string, SignedManifest, readonly HeldFile[], object, readonly string[]]>([
    ['is itself', signed({}, 'a', 'b'), [file('a'), file('b')], {}, []],
    ['lacks a file', signed({}, 'a', 'b'), [file('a')], {}, ['missing b']],
    ['has one more', signed({}, 'a'), [file('a'), file('b')], {}, ['extra b']],
    ['has a link in place of a file', signed({}, 'a'), [file('a', 10, true)], {}, ['link a']],
    ['has a link that its signer allows', signed({ allowSymlinks: true }, 'a'), [file('a', 10, true)], {}, []],
    ['has a link that its holder allows', signed({}, 'a'), [file('a', 10, true)], { allowSymlinks: true }, []],
    ['has a pipe', signed({}, 'a'), [file('a'), { kind: 'other', path: 'p', what: 'is a fifo' }], {}, ['unreadable p']],
    [
      'has what the signer left out',
      signed({ ignorePaths: ['./x/'] }, 'a'),
      [file('a'), file('x/y')],
      {},
      ['ignored x/y'],
    ],
    ['has what only begins so', signed({ ignorePaths: ['x'] }, 'a'), [file('a'), file('xy')], {}, ['extra xy']],
    ['has what the caller leaves out', signed({}, 'a'), [file('a'), file('x')], { ignorePaths: ['x'] }, ['ignored x']],
    [
      'cannot be left out as a whole',
      signed({ ignorePaths: ['.', '', './'] }, 'a'),
      [file('a'), file('x')],
      {},
      ['extra x'],
    ],
    [
      'keeps a signed file that is left out too',
      signed({ ignorePaths: ['a'] }, 'a'),
      [file('a', 10, true)],
      {},
      ['link a'],
    ],
    ['is one file', signed({}, '.'), [file('model.bin')], {}, []],
    ['is one file that became two', signed({}, '.'), [file('a'), file('b')], {}, ['extra a', 'extra b', 'missing .']],
    ['is covered by its shards', shards([0, 4], [4, 10]), [file('a')], {}, []],
    ['ends after its last shard', shards([0, 4]), [file('a')], {}, ['changed a']],
    ['has a hole between shards', shards([0, 4], [5, 10]), [file('a')], {}, ['changed a']],
    ['has shards that lap over', shards([0, 6], [4, 10]), [file('a')], {}, ['changed a']],
  ])('%s', (_, manifest, listed, options, expected) => {
    expect(hold(manifest, listed, options)).toEqual(expected);
  });
});

import { describe, expect, it } from 'vitest';
import type { FileRecord } from '../../domain/artifact.ts';
import type { Inventory, Item, Reading } from '../../intake/inventory.ts';
import { digestOf } from '../../kernel/digest.ts';
import type { Json } from '../../kernel/json.ts';
import { judgeBlobs } from './blobs.ts';

const SHA = digestOf(new Uint8Array([1, 2, 3]));
const HEX = SHA.replace('sha256:', '');

function file(path: string, size = 3): FileRecord {
  const digest = { kind: 'proven', sha256: SHA } as const;
  return { path, size, kind: 'json', role: 'config', digest, loadable: true, coverage: 'whole' };
}

function json(path: string, value: Json): Item {
  const facts = { format: 'json', value, duplicateKeys: [], text: '' };
  const reading = { kind: 'read', format: 'json', member: [], facts, defects: [] } as unknown as Reading;
  return { file: file(path), readings: [reading], unreadable: [] };
}

function rules(paths: readonly string[], items: readonly Item[] = []): readonly string[] {
  const artifact = { digest: SHA, manifest: null, origin: {}, files: paths.map((path) => file(path)) };
  return [...judgeBlobs({ artifact, items, mismatches: [] } as unknown as Inventory)].map(({ rule }) => rule);
}

const index = (size: Json): Json => ({ schemaVersion: 2, manifests: [{ digest: `sha256:${HEX}`, size }] });

describe('blobs', () => {
  it.each([`m/blobs/sha256/${HEX}`, `blobs/sha256-${HEX}`, `blobs/${'0'.repeat(64)}`, `sha256/${'0'.repeat(64)}`])(
    'of their names are sound: %s',
    (path) => {
      expect(rules([path])).toEqual([]);
    },
  );

  it.each([`m/blobs/sha256/${'0'.repeat(64)}`, `blobs/sha256-${'0'.repeat(64)}`])(
    'of another name are not: %s',
    (path) => {
      expect(rules([path])).toEqual(['digests/blob-name']);
    },
  );

  it.each<[string, Item, readonly string[]]>([
    ['its size', json('m/index.json', index(3)), []],
    ['another size', json('m/index.json', index(4)), ['digests/blob-size']],
    ['a text for its size', json('m/index.json', index('3')), ['digests/blob-size']],
    ['none', json('m/index.json', { schemaVersion: 2, config: { digest: `sha256:${HEX}` } }), ['digests/blob-size']],
    ['another size in a blob', json(`m/blobs/sha256/${'1'.repeat(64)}`, index(4)), ['digests/blob-size']],
    ['another size of what lies elsewhere', json('index.json', index(4)), []],
    ['no manifest', json('m/index.json', { manifests: [{ digest: `sha256:${HEX}`, size: 4 }] }), []],
  ])('are compared with manifests that tell %s', (_, item, told) => {
    expect(rules([`m/blobs/sha256/${HEX}`], [item])).toEqual(told);
  });

  it('are compared with all that a manifest tells, and each is told once', () => {
    const other = { digest: `sha256:${'2'.repeat(64)}`, size: 1 };
    const manifests = [...Array.from({ length: 12_000 }, () => other), { digest: `sha256:${HEX}`, size: 4 }];
    const blob = `m/blobs/sha256/${HEX}`;
    expect(rules([blob], [json('m/index.json', { schemaVersion: 2, manifests })])).toEqual(['digests/blob-size']);
    const twice = [...manifests, ...manifests.slice(-1)];
    expect(rules([blob], [json('m/index.json', { schemaVersion: 2, manifests: twice })])).toHaveLength(1);
  });

  it('are compared at the top of the model, too', () => {
    const manifest = json(`blobs/sha256/${'1'.repeat(64)}`, index(4));
    expect(rules([`blobs/sha256/${HEX}`], [manifest, json('index.json', index(3))])).toEqual(['digests/blob-size']);
  });
});

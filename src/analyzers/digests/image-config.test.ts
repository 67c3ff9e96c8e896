import { describe, expect, it } from 'vitest';
import type { Item, Reading } from '../../intake/inventory.ts';
import type { Json } from '../../kernel/json.ts';
import { wrongImage } from './image-config.ts';

const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;
const TAR = 'application/vnd.oci.image.layer.v1.tar';
const packed = { mediaType: `${TAR}+gzip`, digest: digest('a'), size: 3 };
const plain = { mediaType: TAR, digest: digest('b'), size: 3 };
const CONFIG = {
  architecture: 'amd64',
  os: 'linux',
  rootfs: { type: 'layers', diff_ids: [digest('c'), digest('b')] },
  history: [{ created_by: 'x' }, { empty_layer: true }, { created_by: 'y' }],
};

const item = (facts: object): Item =>
  ({
    readings: [{ kind: 'read', member: [], defects: [], facts, ...facts } as unknown as Reading],
    unreadable: [],
  }) as unknown as Item;

function judged(config: Json, layers: readonly Json[] = [packed, plain], type = 'image'): string | null {
  const blobs = new Map<Json | undefined, Item>([
    [digest('a'), item({ format: 'compressed', codec: 'gzip' })],
    [digest('b'), item({ format: 'tar' })],
    [digest('d'), item({ format: 'json', value: config })],
  ]);
  const manifest = { layers, config: { mediaType: `application/vnd.oci.${type}.config.v1+json`, digest: digest('d') } };
  return wrongImage(manifest, (id) => blobs.get(id));
}

describe('an image', () => {
  it('is sound as it was built', () => {
    expect(judged(CONFIG)).toBe(null);
    expect(judged({}, [packed, plain], 'artifact')).toBe(null);
    expect(judged({}, [{ mediaType: 'text/plain', digest: digest('b') }])).toBe(null);
  });

  it.each<[string, Json, (readonly Json[])?]>([
    ['whose settings tell fewer layers', { ...CONFIG, rootfs: { type: 'layers', diff_ids: [digest('c')] } }],
    [
      'whose settings tell another layer',
      { ...CONFIG, rootfs: { type: 'layers', diff_ids: [digest('b'), digest('c')] } },
    ],
    ['whose settings tell no layers', { ...CONFIG, rootfs: {} }],
    ['whose layers have no digest', { ...CONFIG, rootfs: { type: 'layers', diff_ids: ['sha256:ab', digest('b')] } }],
    ['for no system', { ...CONFIG, os: null }],
    ['with a longer history', { ...CONFIG, history: [{}, {}, {}] }],
    ['with a layer packed another way', CONFIG, [{ ...packed, mediaType: `${TAR}+zstd` }, plain]],
    ['with a layer that is packed and told as plain', CONFIG, [{ ...packed, mediaType: TAR }, plain]],
  ])('%s is told', (_, config, layers) => {
    expect(judged(config, layers)).toEqual(expect.any(String));
  });
});

import { describe, expect, it } from 'vitest';
import type { Json } from '../../kernel/json.ts';
import { brokenManifest, isImageManifest } from './image-manifest.ts';

const BLOB = { mediaType: 'x', digest: `sha256:${'a'.repeat(64)}`, size: 3 };
const MANIFEST = {
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  config: BLOB,
  layers: [BLOB],
};

describe('the manifest of an image', () => {
  it.each<[string, Json]>([
    ['of the specification', MANIFEST],
    ['of Ollama', { ...MANIFEST, mediaType: 'application/vnd.docker.distribution.manifest.v2+json' }],
    ['of manifests', { schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests: [BLOB] }],
    ['of another kind', { mediaType: 'x', layers: 1 }],
  ])('%s is sound', (_, value) => {
    expect(brokenManifest(value)).toBeNull();
  });

  it.each<[string, Json]>([
    ['of another version', { ...MANIFEST, schemaVersion: 1 }],
    ['without layers', { ...MANIFEST, layers: null }],
    ['without a configuration', { ...MANIFEST, config: null }],
    ['with a size that is a text', { ...MANIFEST, layers: [{ ...BLOB, size: '3' }] }],
    ['with a size below zero', { ...MANIFEST, layers: [{ ...BLOB, size: -3 }] }],
    ['with a digest that is cut', { ...MANIFEST, layers: [{ ...BLOB, digest: 'sha256:ab' }] }],
  ])('%s is not', (_, value) => {
    expect(brokenManifest(value)).not.toBeNull();
  });
});

it('is known by what it says of itself', () => {
  expect(isImageManifest(MANIFEST)).toBe(true);
  expect(isImageManifest({ mediaType: 'application/json', layers: [] })).toBe(false);
  expect(isImageManifest([])).toBe(false);
});

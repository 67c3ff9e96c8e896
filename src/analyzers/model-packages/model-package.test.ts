import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../kernel/json.ts';
import { brokenModelPackage, isModelPackage } from './model-package.ts';

type Manifest = Record<string, Json> & { itemInfoEntries: Record<string, Record<string, Json>> };

const genuine = (): Manifest =>
  JSON.parse(readFileSync('test/corpus/genuine/graphs/coreml/program.mlpackage/Manifest.json', 'utf8')) as Manifest;

describe('the manifest of a package of Core ML', () => {
  it('of the library itself is sound', () => {
    expect(isModelPackage(genuine())).toBe(true);
    expect(brokenModelPackage(genuine())).toBeNull();
  });

  it.each<[string, (manifest: Manifest, item: Record<string, Json>) => void]>([
    ['no version', (manifest) => void delete manifest['fileFormatVersion']],
    ['a model that is not there', (manifest) => (manifest['rootModelIdentifier'] = 'x')],
    ['another key', (manifest) => (manifest['more'] = 1)],
    ['a file without its place', (_, item) => void delete item['path']],
    ['a place that is no text', (_, item) => (item['path'] = 7)],
    ['a place outside', (_, item) => (item['path'] = '../x')],
    ['two files at one place', ({ itemInfoEntries }, item) => (itemInfoEntries['x'] = item)],
  ])('with %s is broken', (_, change) => {
    const manifest = genuine();
    change(manifest, Object.values(manifest.itemInfoEntries)[0] ?? {});
    expect(brokenModelPackage(manifest)).not.toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { FormatId } from '../../formats/facts.ts';
import type { Defect } from '../../formats/format.ts';
import { GGML_DEFECTS } from '../../formats/gguf/ggml-reader.ts';
import { GGUF_DEFECTS } from '../../formats/gguf/reader.ts';
import { SAFETENSORS_DEFECTS } from '../../formats/safetensors/reader.ts';
import type { Item, Reading } from '../../intake/inventory.ts';
import { weightLayout } from './analyzer.ts';

function itemWith(format: FormatId, codes: readonly string[], member: readonly string[] = []): Item {
  const defects = codes.map((code, index): Defect => ({ code, message: `case ${index}`, offset: 8 + index }));
  return {
    file: {
      path: 'model.safetensors',
      size: 100,
      kind: 'safetensors',
      role: 'weights',
      digest: { kind: 'unknown', reason: 'test' },
      loadable: true,
      coverage: 'structure',
    },
    readings: [{ kind: 'read', format, member, facts: { format, metadata: {} }, defects } as unknown as Reading],
    unreadable: [],
  };
}

const inspect = (item: Item) => [...weightLayout.inspect(item)];

describe('weight-layout', () => {
  it('has nothing to say of a sound layout', () => {
    expect(inspect(itemWith('safetensors', []))).toEqual([]);
  });

  it.each([
    ['hole', 'weight-layout/hidden-bytes', 'suspicious'],
    ['trailing-bytes', 'weight-layout/hidden-bytes', 'suspicious'],
    ['filled-padding', 'weight-layout/hidden-bytes', 'suspicious'],
    ['large-padding', 'weight-layout/hidden-bytes', 'suspicious'],
    ['overlapping-tensors', 'weight-layout/overlapping-tensors', 'suspicious'],
    ['duplicate-key', 'weight-layout/duplicate-names', 'suspicious'],
    ['duplicate-tensor', 'weight-layout/duplicate-names', 'suspicious'],
    ['unknown-field', 'weight-layout/foreign-fields', 'suspicious'],
    ['out-of-bounds', 'weight-layout/truncated', 'unscannable'],
    ['size-mismatch', 'weight-layout/header-lies', 'unscannable'],
    ['a defect of tomorrow', 'weight-layout/header-lies', 'unscannable'],
  ])('judges %s by %s', (code, rule, says) => {
    expect(inspect(itemWith('gguf', [code]))).toMatchObject([
      { rule, says, location: { path: 'model.safetensors', offset: 8 } },
    ]);
  });

  it.each([...SAFETENSORS_DEFECTS, ...GGUF_DEFECTS, ...GGML_DEFECTS])('leaves no file with %s clean', (code) => {
    const [finding] = inspect(itemWith('safetensors', [code]));
    expect(['suspicious', 'unscannable']).toContain(finding?.says);
  });

  it('says a rule once for a file, with how often', () => {
    const findings = inspect(
      itemWith('safetensors', ['hole', 'hole', 'trailing-bytes', 'size-mismatch'], ['a.zip', 'b']),
    );
    expect(findings.map(({ message }) => message)).toEqual([
      'The file holds bytes that belong to no tensor. Here, case 0. And 2 more like it.',
      'The header contradicts itself. Here, case 3.',
    ]);
    expect(findings[0]?.location).toEqual({ path: 'model.safetensors', member: ['a.zip', 'b'], offset: 8 });
  });

  it('leaves other formats to others', () => {
    expect(inspect(itemWith('zip', ['hole']))).toEqual([]);
  });
});

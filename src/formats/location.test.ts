import { describe, expect, it } from 'vitest';
import { besideOf, outsideReason } from './location.ts';

describe('a location that a model names', () => {
  it.each(['weights.bin', './a/b', 'a..b', '...x/y', 'a b.bin', '%2e%2e/x', 'model.onnx.data'])(
    '%j lies in the folder',
    (location) => {
      expect(outsideReason(location)).toBeNull();
    },
  );

  it.each([
    ['/etc/x', 'absolute'],
    ['~/x', 'absolute'],
    ['\\x', 'absolute'],
    ['C:x', 'absolute'],
    ['\\\\host\\x', 'address'],
    ['//host/x', 'address'],
    ['http://h/x', 'address'],
    ['file:x', 'address'],
    ['../x', 'parent'],
    ['a/../../x', 'parent'],
    ['a\\..\\x', 'parent'],
    ['.. /x', 'parent'],
    ['a\\b', 'backslash'],
    ['a\0b', 'control'],
    ['*/_ORT_MEM_ADDR_/*', 'memory'],
    ['', 'empty'],
    ['./', 'empty'],
  ])('%j does not: %s', (location, reason) => {
    expect(outsideReason(location)).toBe(reason);
    expect(besideOf('a/model.onnx', location)).toBeNull();
  });

  it('is found beside the model', () => {
    expect(besideOf('a/b/model.onnx', './c//w.bin')).toBe('a/b/c/w.bin');
    expect(besideOf('model.onnx', 'w.bin')).toBe('w.bin');
  });
});

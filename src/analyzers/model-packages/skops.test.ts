import { describe, expect, it } from 'vitest';
import { isMadeAsByPickle } from './skops.ts';

const KINDS: Readonly<Record<string, string>> = {
  'a.encoder.Encoder': 'objects',
  'a.table.Table': 'mappings',
  'a.tree._unpickle': 'cython',
};
const isMade = (operation: string): boolean =>
  isMadeAsByPickle(operation, (module, name) => KINDS[`${module}.${name}`]);

describe('a class that skops does not trust', () => {
  it('is made as unpickling makes it', () => {
    expect(isMade('ObjectNode a.encoder.Encoder')).toBe(true);
    expect(isMade('DictNode a.table.Table')).toBe(true);
    expect(isMade('TypeNode a.table.Table')).toBe(true);
  });

  it.each([
    'ObjectNode a.other.Class',
    'ObjectNode a.table.Table',
    'DictNode a.encoder.Encoder',
    'FunctionNode a.encoder.Encoder',
    'ConstructorFromReduceNode a.encoder.Encoder',
    'ObjectNode a.tree._unpickle',
    'ObjectNode Encoder',
    '',
  ])('is made otherwise by %s', (operation) => expect(isMade(operation)).toBe(false));
});

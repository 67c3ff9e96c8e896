import { describe, expect, it } from 'vitest';
import { isMadeAsByPickle, judgeSkops } from './skops.ts';

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

describe('a partial function', () => {
  const node = (loader: string, module: string, name: string, content: object | string = {}) => ({
    __loader__: loader,
    __module__: module,
    __class__: name,
    content,
  });
  const value = node('JsonNode', 'builtins', 'str', 'false');
  const kwds = node('DictNode', 'builtins', 'dict', {
    dtype: node('ListNode', 'builtins', 'list', [node('TypeNode', 'numpy', 'float64')]),
    ensure_all_finite: value,
  });
  const args = node('TupleNode', 'builtins', 'tuple', []);
  const check = node('FunctionNode', 'sklearn.utils.validation', 'check_array');
  const told = (content: object): number =>
    [...judgeSkops(JSON.parse(JSON.stringify(node('PartialNode', 'functools', 'partial', content))))].length;

  it('of the check of columns with settings is what scikit-learn writes', () => {
    expect(told({ func: check, args, kwds, namespace: value })).toBe(0);
  });

  it('is of what older protocols tell in the content', () => {
    const within = (path: string, name: string): object =>
      node('FunctionNode', 'sklearn.utils.validation', 'check_array', { module_path: path, function: name });
    expect(told({ func: within('sklearn.utils.validation', 'check_array'), args, kwds })).toBe(0);
    for (const [path, name] of [
      ['torch', 'load'],
      ['own', 'run'],
      ['pandas', 'read_pickle'],
    ] as const)
      expect(told({ func: within(path, name), args, kwds })).toBeGreaterThan(0);
  });

  it('of anything else, or with anything else, is told', () => {
    const other = node('FunctionNode', 'scipy.io', 'mmwrite');
    expect(told({ func: other, args, kwds, namespace: value })).toBe(1);
    expect(told({ func: check, args: node('TupleNode', 'builtins', 'tuple', [other]), kwds })).toBe(1);
    expect(told({ func: check, args, kwds: node('DictNode', 'builtins', 'dict', { x: check }) })).toBe(1);
    expect(told({ func: node('MethodNode', 'sklearn.utils.validation', 'check_array'), args, kwds })).toBeGreaterThan(
      0,
    );
  });
});

describe('a function', () => {
  const told = (path: string, name: string): number => {
    const content = { module_path: path, function: name };
    const node = { __loader__: 'FunctionNode', __module__: 'scipy.special', __class__: 'expit', content };
    return [...judgeSkops(JSON.parse(JSON.stringify(node)))].length;
  };

  it('is the one that the content names', () => {
    expect([told('scipy.special', 'expit'), told('torch', 'load'), told('own', 'run')]).toEqual([0, 1, 1]);
  });

  it('of NumPy comes from the module that compiled code keeps it in, and not by any path there', () => {
    const place = 'numpy.core._multiarray_umath';
    expect([told(place, 'log1p'), told(place, 'fromfile'), told(place, '_load_from_filelike')]).toEqual([0, 1, 1]);
    expect(told(`${place}.os`, 'system')).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { allowed, fits } from './allowed.ts';
import { ALLOWLIST } from './allowlist.ts';
import { CLASS_FAMILIES } from './classes/index.ts';
import surveyed from './classes/surveyed.names';
import { learnSurveyed } from './classes/surveyed.ts';
import { deniedBy } from './denied.ts';
import { DENYLIST } from './denylist.ts';

function split(path: string): [string, string] {
  const dot = path.lastIndexOf('.');
  return [path.slice(0, dot), path.slice(dot + 1)];
}

describe.each(DENYLIST.map((row) => ({ row, title: `${row.rule.id}: ${row.fires[0]}` })))(
  'deny row $title',
  ({ row }) => {
    it.each(row.fires)('fires on %s', (path) => {
      expect(deniedBy(...split(path))).not.toBeNull();
    });

    it.each(row.quiet)('is quiet on %s', (path) => {
      expect(deniedBy(...split(path))).toBeNull();
    });
  },
);

describe.each(ALLOWLIST.map((row) => ({ row, title: `${row.modules[0]}.${row.names[0]}` })))(
  'allow row $title',
  ({ row }) => {
    it.each(row.fires.map((use) => [use]))('finds %j strange', ([form, ...values]) => {
      expect(fits(row.uses, form, values)).toBe(false);
    });

    it.each(row.quiet.map((use) => [use]))('allows %j', ([form, ...values]) => {
      expect(fits(row.uses, form, values)).toBe(true);
    });

    it('names nothing that is denied, unless it says so', () => {
      const denied = row.modules.flatMap((module) => row.names.filter((name) => deniedBy(module, name) !== null));
      expect(denied.length > 0).toBe(row.elseDenied === true);
    });
  },
);

it('a class is listed in one family', () => {
  const families = CLASS_FAMILIES.map((family) => {
    const modules = Object.values(family).flatMap((listed: Readonly<Record<string, string>>) => Object.entries(listed));
    return new Set(modules.flatMap(([module, names]) => names.split(' ').map((name) => `${module}.${name}`)));
  });
  const seen = new Set<string>();
  const twice = families.flatMap((family) => [...family].filter((name) => seen.size === seen.add(name).size));
  expect(seen.size).toBeGreaterThan(10_000);
  expect(twice).toEqual([]);
});

describe('names', () => {
  it.each([
    ['torch', 'serialization.os.system'],
    ['random', '_os.system'],
    ['numpy', '__builtins__'],
    ['collections', 'abc.sys.modules'],
    ['pathlib', 'Path.write_text'],
    ['torch', 'storage._warnings.sys.modules'],
    ['__builtin__', 'eval'],
    ['urllib2', 'urlopen'],
  ])('%s with %s are denied wherever the name leads', (module, name) => {
    expect(deniedBy(module, name)).not.toBeNull();
  });

  it('of transformers are allowed in the module of their family, where they carry its name', () => {
    const module = 'transformers.models.qwen2_5_vl.modeling_qwen2_5_vl';
    expect(allowed(module, 'Qwen2_5_VLModel')).toBeDefined();
    expect(fits(allowed(module, 'Qwen2_5_VLModel')?.uses ?? [], 'REDUCE', [])).toBe(false);
    expect(allowed(module, 'Path')).toBeUndefined();
    expect(allowed(module, 'qwen2_5_vl_load')).toBeUndefined();
    expect(allowed('transformers.models.qwen2_5_vl.os', 'Qwen2_5_VLModel')).toBeUndefined();
  });

  it('of quantised modules are allowed under the names that they had before, and nothing beside them', () => {
    expect(allowed('torch.nn.quantized.modules.conv', 'Conv2d')).toBeDefined();
    expect(allowed('torch.quantization.observer', 'MinMaxObserver')).toBeDefined();
    expect(fits(allowed('torch.nn.quantized.modules.conv', 'Conv2d')?.uses ?? [], 'REDUCE', [])).toBe(false);
    expect(allowed('torch.quantization.observer', 'load_observer_state_dict')).toBeUndefined();
    expect(allowed('torch.nn.quantized.modules.conv.os', 'system')).toBeUndefined();
    expect(allowed('torch.nn.quantizedx.modules.conv', 'Conv2d')).toBeUndefined();
  });

  it('of scikit-learn are allowed under the modules that they had before, and nothing beside them', () => {
    expect(allowed('sklearn.cluster.dbscan_', 'DBSCAN')).toBeDefined();
    expect(allowed('sklearn.cluster.dbscan_', 'dbscan_load')).toBeUndefined();
    expect(allowed('sklearn.cluster.dbscan_.os', 'system')).toBeUndefined();
    const made = allowed('sklearn.neighbors.kd_tree', 'newObj')?.uses ?? [];
    const of = (name: string): boolean => fits(made, 'REDUCE', [{ kind: 'global', name }]);
    expect(of('sklearn.neighbors.kd_tree.KDTree')).toBe(true);
    expect([of('subprocess.Popen'), of('sklearn.neighbors.kd_tree.os.Popen'), of('scipy.spatial.ckdtree.os')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('are allowed exactly, never by their module', () => {
    expect(allowed('torch._utils', '_rebuild_tensor_v2')).toBeDefined();
    expect(allowed('torch._utils', '_import_dotted_name')).toBeUndefined();
    expect(allowed('torch', '_utils._rebuild_tensor_v2')).toBeUndefined();
  });
});

describe('surveyed names', () => {
  const rows = surveyed
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  const names = rows.flatMap(([module = '', ...parts]) =>
    parts.flatMap((part) => (part.split('=')[1] ?? '').split(',').map((name) => [module, name] as const)),
  );

  it('are of modules in order, once each', () => {
    const modules = rows.map(([module = '']) => module);
    expect(modules).toEqual([...new Set(modules)].sort());
    expect(new Set(names.map((pair) => pair.join('.'))).size).toBe(names.length);
  });

  it('are none that the denylist has', () => {
    expect(names.filter(([module, name]) => deniedBy(module, name) !== null)).toEqual([]);
  });

  it('are allowed in the uses of their kind, once they are learnt', async () => {
    await learnSurveyed();
    expect(names.filter(([module, name]) => allowed(module, name) === undefined)).toEqual([]);
    expect(fits(allowed('river.stats.mean', 'Mean')?.uses ?? [], 'REDUCE', [])).toBe(false);
  });
});

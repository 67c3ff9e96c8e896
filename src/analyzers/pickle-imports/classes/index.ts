import { AGENTS } from './agents.ts';
import { CAUSES } from './causes.ts';
import { CLASSICAL } from './classical.ts';
import { DIFFUSION } from './diffusion.ts';
import { EARLIER } from './earlier.ts';
import { ESTIMATORS } from './estimators.ts';
import type { ClassFamily, ClassKind } from './family.ts';
import { FORECASTERS } from './forecasters.ts';
import { FORMULAS } from './formulas.ts';
import { GROUPED } from './grouped.ts';
import { METRICS } from './metrics.ts';
import { NETWORKS } from './networks.ts';
import { NEWER } from './newer.ts';
import { NUMERIC } from './numeric.ts';
import { OLDER_RELEASES } from './older.ts';
import { OTHERS } from './others.ts';
import { PYTHON } from './python.ts';
import { SETTINGS } from './settings.ts';
import { SKLEARN } from './sklearn.ts';
import { SMALLER } from './smaller.ts';
import { STATISTICS } from './statistics.ts';
import { surveyedKind } from './surveyed.ts';
import { TIMM } from './timm.ts';
import { TORCH } from './torch.ts';
import { TORCH_COMPANIONS } from './torch-companions.ts';
import { TORCH_LATER } from './torch-later.ts';
import { TORCH_LIBRARIES } from './torch-libraries.ts';
import { TRANSFORMERS } from './transformers.ts';
import { familyKind } from './transformers-families.ts';
import { TRANSFORMERS_INNER } from './transformers-inner.ts';
import { VISION } from './vision.ts';

export const CLASS_FAMILIES: readonly ClassFamily[] = [
  SKLEARN,
  NUMERIC,
  TORCH,
  TRANSFORMERS,
  VISION,
  TIMM,
  STATISTICS,
  SETTINGS,
  OTHERS,
  CLASSICAL,
  OLDER_RELEASES,
  TORCH_LATER,
  METRICS,
  SMALLER,
  TORCH_LIBRARIES,
  PYTHON,
  NEWER,
  AGENTS,
  DIFFUSION,
  TORCH_COMPANIONS,
  NETWORKS,
  ESTIMATORS,
  TRANSFORMERS_INNER,
  FORECASTERS,
  GROUPED,
  EARLIER,
  CAUSES,
  FORMULAS,
];

/** The kind of an exact module and name among the listed classes. */
export function classKind(module: string, name: string): ClassKind | undefined {
  return (
    kindsIn(module)?.get(name) ??
    kindsIn(laterModule(module))?.get(name) ??
    familyKind(module, name) ??
    surveyedKind(module, name)
  );
}

/** Modules that scikit-learn (before 0.22), PyTorch (before 1.11), NumPy (before 1.19) and SciPy (before 1.8) named without an underscore, and some under other names. */
function laterModule(module: string): string {
  const renamed = RENAMED.get(module);
  if (renamed !== undefined) return renamed;
  if (QUANTISED.test(module)) return module.replace('torch.', 'torch.ao.');
  // `sklearn.cluster.dbscan_` became `sklearn.cluster._dbscan`.
  return OLDER.test(module) ? module.replace(/\.([a-z]\w*?)_?$/, '._$1') : module;
}

const OLDER = /^(?:sklearn|scipy\.(?:sparse|interpolate|optimize|spatial|stats))\.(?:\w+\.)?[a-z]\w*$/;
/** What PyTorch before 1.11 had beside `ao`; the old names lead to the new modules since. */
const QUANTISED = /^torch\.(?:quantization|nn\.(?:quantized|quantizable|intrinsic|qat))(?:\.[a-z_]+)*$/;
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['optuna.samplers._search_space.intersection', 'optuna.search_space.intersection'],
  ['scipy.optimize.zeros', 'scipy.optimize._zeros_py'],
  ['torch.cuda.amp.grad_scaler', 'torch.amp.grad_scaler'],
  ['numpy.random._bit_generator', 'numpy.random.bit_generator'],
  ['scipy.optimize.lbfgsb', 'scipy.optimize._lbfgsb_py'],
  ['sklearn.cluster.hierarchical', 'sklearn.cluster._agglomerative'],
  ['sklearn.cross_decomposition.cca_', 'sklearn.cross_decomposition._pls'],
  ['sklearn.decomposition.online_lda', 'sklearn.decomposition._lda'],
  ['sklearn.tree.tree', 'sklearn.tree._classes'],
  ['sklearn.cluster.k_means_', 'sklearn.cluster._kmeans'],
  ['sklearn.ensemble.gradient_boosting', 'sklearn.ensemble._gb'],
  ['sklearn.impute', 'sklearn.impute._base'],
  ['sklearn.gaussian_process.gpr', 'sklearn.gaussian_process._gpr'],
  ['sklearn.mixture.gaussian_mixture', 'sklearn.mixture._gaussian_mixture'],
  ['sklearn.utils', 'sklearn.utils._bunch'],
  ['sklearn.datasets.base', 'sklearn.utils._bunch'],
  ['sklearn.neighbors._dist_metrics', 'sklearn.metrics._dist_metrics'],
  ['sklearn.neighbors.dist_metrics', 'sklearn.metrics._dist_metrics'],
]);

type Listed = readonly (readonly [kind: ClassKind, names: string])[];

const read = new Map<string, ReadonlyMap<string, ClassKind>>();
let listed: ReadonlyMap<string, Listed> | null = null;

/** Names are split when a module is first asked for: most files need few of the thousands. */
function kindsIn(module: string): ReadonlyMap<string, ClassKind> | undefined {
  const known = read.get(module);
  if (known !== undefined) return known;
  listed ??= byModule();
  const rows = listed.get(module);
  if (rows === undefined) return undefined;
  const kinds = new Map(rows.flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind] as const)));
  read.set(module, kinds);
  return kinds;
}

/** What all families list of each module, in their order. */
function byModule(): ReadonlyMap<string, Listed> {
  const modules = new Map<string, (readonly [ClassKind, string])[]>();
  for (const family of CLASS_FAMILIES) {
    for (const kind of Object.keys(family) as ClassKind[]) {
      for (const [module, names] of Object.entries(family[kind] ?? {})) {
        const rows = modules.get(module);
        if (rows === undefined) modules.set(module, [[kind, names]]);
        else rows.push([kind, names]);
      }
    }
  }
  return modules;
}

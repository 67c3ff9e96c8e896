"""Gathers what classes.py listed into TypeScript data: python build_data.py"""
import json, re, collections
REVIEWED = re.compile('^(' + '|'.join([
 r'sklearn\.base\.BaseEstimator', r'sklearn\.isotonic\.IsotonicRegression', r'sklearn\.ensemble\._hist_gradient_boosting\.predictor\.TreePredictor',
 r'sklearn\.metrics\._dist_metrics\.\w+', r'sklearn\.neighbors\._(ball|kd)_tree\.BinaryTree\w*', r'sklearn\.neighbors\._quad_tree\._QuadTree', r'sklearn\.tree\._tree\.Tree', r'sklearn\._loss\._loss\.\w+', r'sklearn\.tree\._criterion\.Criterion', r'sklearn\.linear_model\.\w+\.\w+',
 r'scipy\.sparse\._coo\.\w+', r'scipy\.interpolate\._rbfinterp\.RBFInterpolator', r'scipy\.spatial\._ckdtree\.cKDTree', r'scipy\.spatial\.transform\._rotation\.Rotation',
 r'numpy\.polynomial\._polybase\.ABCPolyBase', r'numpy\.random\.(_generator\.Generator|bit_generator\.(BitGenerator|SeedSequence)|mtrand\.RandomState)',
 r'pandas\.(CategoricalDtype|IntervalDtype|DatetimeTZDtype|StringDtype|Categorical)', r'pandas\.core\.dtypes\.dtypes\.\w+', r'pandas\.core\.generic\.NDFrame', r'pandas\.arrays\.SparseArray', r'pandas\.core\.arrays\.(categorical|sparse|string_|interval)\.\w+(\.\w+)?', r'pandas\.core\.internals\.managers\.SingleBlockManager', r'pandas\._libs\.(arrays\.NDArrayBacked|interval\.IntervalMixin|sparse\.SparseIndex|internals\.(BlockPlacement|Block|BlockManager)|missing\.C_NAType)', r'pandas\._libs\.tslibs\.(offsets\.\w+|period\.\w+|dtypes\.PeriodDtypeBase|timestamps\._Timestamp)',
 r'torch\.nn\.modules\.\w+\.\w+', r'torch\.ao\.nn\.\S+', r'torch\.optim\.\S+', r'torch\.utils\.hooks\.RemovableHandle',
]) + ')$')
NOT = re.compile(r'(torchvision\.models\._api|\.datapipes|\.hub\b|_testing|\.externals\.(array_api|_packaging|_scipy)|scipy\._lib|\.io\.|\.plotting|\.computation|\.testing|_highspy|\.cli\b|\.window\.|interchange|\.computation\.|\.reshape|\.tools|pandas\.core\.(groupby|resample|strings|ops|apply|util|methods|config_init|accessor|col))')
HF_OK = re.compile(r'(\.configuration_\w+$|\.modeling_\w+$|\.activations$|\.pytorch_utils$|training_args|trainer_(utils|pt_utils|callback)$|^accelerate\.|generation\.configuration_utils|configuration_utils$|debug_utils$)')
KIND = {'object':'objects','empty':'empty','enum':'enums','sub-dict':'mappings','sub-list':'lists'}
def gather(files):
    out = collections.defaultdict(lambda: collections.defaultdict(set))
    for f in files:
        try: data = json.load(open(f))
        except FileNotFoundError: continue
        for kind, mods in data.items():
            if kind.startswith('restored:'):
                if not REVIEWED.match(kind[9:]): continue
                k = 'restored'
            elif kind in KIND: k = KIND[kind]
            else: continue
            for m, names in mods.items():
                if NOT.search(m): continue
                if k == 'enums' and m.startswith('torchvision.models'): continue
                if (m.startswith('transformers') or m.startswith('accelerate')) and not HF_OK.search(m): continue
                for n in names: out[k][m].add(n)
    return out
def ts(const, why, files):
    out = gather(files); lines = []; total = 0
    for k in ('objects','restored','mappings','lists','empty','enums'):
        if not out.get(k): continue
        lines.append(f'  {k}: {{')
        for m in sorted(out[k]):
            names = sorted(out[k][m]); total += len(names)
            lines.append(f"    '{m}': '{' '.join(names)}',")
        lines.append('  },')
    text = f"import type {{ ClassFamily }} from './family.ts';\n\n/** {why} Listed by test/corpus/genuine/pickle/list_classes.py. */\nexport const {const}: ClassFamily = {{\n" + '\n'.join(lines) + '\n};\n'
    return text, total
import sys, os
dest = sys.argv[1]; os.makedirs(dest, exist_ok=True)
for name, const, why, files in [
  ('sklearn','SKLEARN','Classes of scikit-learn 1.4 and 1.9 that a fitted estimator holds.',['sk14.json','sk19.json']),
  ('numeric','NUMERIC','Classes of NumPy 2.4, SciPy 1.12 and 1.16, pandas 2.1 and 3.1, XGBoost 3 and LightGBM 4.',['num1.json','num2.json']),
  ('torch','TORCH','Classes of PyTorch 2.2: modules, optimisers, data sets, distributions.',['torch.json']),
  ('vision','VISION','Classes of torchvision 0.17 and timm 1.0.',['tv.json']),
  ('transformers','TRANSFORMERS','Models, configurations and training arguments of transformers 4.57 and accelerate.',['hf.json']),
]:
    text,total = ts(const, why, files)
    open(f'{dest}/{name}.ts','w').write(text); print(name,total,len(text))

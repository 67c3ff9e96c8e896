"""Gathers what list_classes.py listed and no class file has yet: python build2.py NAME CONST WHY LIST.json... (prints a class file)"""
import json, re, sys, glob, collections, os
SRC=os.environ['CLASSES']
REVIEWED = re.compile('^(' + '|'.join([
 r'sklearn\.base\.BaseEstimator', r'sklearn\.isotonic\.IsotonicRegression', r'sklearn\.metrics\._dist_metrics\.DistanceMetric(32|64)?', r'sklearn\.neighbors\._(ball|kd)_tree\.BinaryTree\w*',
 r'sklearn\.tree\._criterion\.Criterion', r'sklearn\._loss\._loss\.\w+', r'scipy\.spatial\.transform\._rotation\.Rotation', r'scipy\.interpolate\._rbfinterp\.RBFInterpolator', r'scipy\.sparse\._coo\.\w+',
 r'networkx\.classes\.(coreviews|reportviews)\.\w+', r'nltk\.tokenize\.punkt\.PunktLanguageVars', r'gensim\.models\.rpmodel\.RpModel', r'statsmodels\.base\.wrapper\.ResultsWrapper', r'statsmodels\.base\.data\.ModelData', r'statsmodels\.discrete\.discrete_model\.NegativeBinomial', r'statsmodels\.tsa\.holtwinters\._exponential_smoothers\.HoltWintersArgs',
 r'lightgbm\.engine\.CVBooster', r'pandas(\.core)?\.arrays(\.arrow\.array)?\.ArrowExtensionArray', r'timm\.optim\.\w+\.\w+', r'transformers\.feature_extraction_utils\.BatchFeature',
 r'pandas\.(CategoricalDtype|IntervalDtype|DatetimeTZDtype|StringDtype|Categorical)', r'pandas\.core\.dtypes\.dtypes\.\w+', r'pandas\.core\.generic\.NDFrame', r'pandas\.core\.arrays\.(categorical|sparse|string_|interval)\.\w+(\.\w+)?', r'pandas\.arrays\.SparseArray', r'pandas\._libs\.(arrays\.NDArrayBacked|interval\.IntervalMixin|sparse\.SparseIndex|missing\.C_NAType)', r'pandas\._libs\.tslibs\.offsets\.\w+',
 r'torch\.nn\.modules\.\w+\.\w+', r'torch\.ao\.nn\.\S+', r'torch\.optim\.\S+', r'torch\.utils\.hooks\.RemovableHandle', r'torch\.amp\.grad_scaler\.GradScaler',
 os.environ.get('REVIEWED','^$'),
]) + ')$')
NOT = re.compile(r'(torchvision\.models\._api|\.datapipes|\.hub\b|_testing|\.externals\.|scipy\._lib|\.io\.|\.plotting|\.graphics|\.computation|\.testing|_highspy|\.cli\b|\.window\.|interchange|\.reshape|pandas\.(core\.(groupby|resample|strings|ops|apply|util|methods|config_init|accessor|col)|tests|_testing|compat|errors|util)|pandas\.core\.tools|nltk\.(app|draw|downloader|internals|data|corpus|twitter|test|cli|help|inference|sem|parse\.(corenlp|malt|bllip|stanford|dependencygraph)|tag\.(stanford|senna|hunpos)|tokenize\.(stanford|repp)|classify\.(senna|weka|megam|tadm))|networkx\.(drawing|utils\.backends|readwrite)|gensim\.(scripts|test|utils|downloader|interfaces|similarities\.docsim|examples)|prophet\.(models|plot)|shap\.(plots|datasets|benchmark|cext)|statsmodels\.(datasets|sandbox|iolib|compat|tools\.(web|print_version|_test_runner|docstring|decorators|testing))|\.tests?\b|surprise\.(dataset|builtin_datasets|__main__)|(?<!\w)torch\.(?!nn\.|optim\.|ao\.nn\.|utils\.data\.|distributions\.|amp)|torch\.utils\.data\.(?!dataset|sampler|_utils\.collate)|lightning|torchvision\.(datasets|io|prototype)|timm\.(data|utils|scheduler\.scheduler_factory)|igraph\.(drawing|remote|app)|matplotlib|accelerate\.|transformers\.|torchmetrics|_debug|formulaic\.(parser|materializers|transforms|utils)|patsy\.(eval|tokens|test|origin|infix|parse)|numpy\.|optax|flax|diffusers\.(?!schedulers)|sentence_transformers\.(?!models|sentence_transformer\.models|cross)|peft\.(?!.*config))')
KIND = {'object':'objects','empty':'empty','enum':'enums','sub-dict':'mappings','sub-list':'lists'}
def have():
    h=collections.defaultdict(set)
    for f in glob.glob(SRC+'/*.ts'):
        if os.path.basename(f)[:-3] in os.environ.get('IGNORE','').split(): continue
        for m,n in re.findall(r"'([\w.]+)':\s*'([\w. ]+)'", open(f).read()): h[m]|=set(n.split())
    return h
def gather(files, only):
    out = collections.defaultdict(lambda: collections.defaultdict(set)); h=have()
    for f in files:
        for kind, mods in json.load(open(f)).items():
            if kind.startswith('restored:'):
                if not REVIEWED.match(kind[9:]): continue
                k='restored'
            elif kind in KIND: k=KIND[kind]
            else: continue
            for m,names in mods.items():
                if NOT.search(m) or not only.match(m): continue
                for n in names:
                    if n not in h[m]: out[k][m].add(n)
    return out
name,const,why,only=sys.argv[1:5]; out=gather(sys.argv[5:],re.compile('^('+only+')')); total=0
lines=[]
done=set()
for k in ('restored','objects','mappings','lists','empty','enums'):
    if not out.get(k): continue
    body=[]
    for m in sorted(out[k]):
        names=sorted(n for n in out[k][m] if (m,n) not in done); [done.add((m,n)) for n in names]
        if names: body.append(f"    '{m}': '{' '.join(names)}',"); total+=len(names)
    if body: lines+= [f'  {k}: {{']+body+['  },']
print(f"import type {{ ClassFamily }} from './family.ts';\n\n/** {why} Listed by test/corpus/genuine/pickle/list_classes.py. */\nexport const {const}: ClassFamily = {{\n"+'\n'.join(lines)+'\n};')
print(name,total,len('\n'.join(lines)),file=sys.stderr)

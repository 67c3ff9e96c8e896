"""Adds what only computes, and what was raised, to the list of src: python list_computing.py surveyed.names

Functions of NumPy, SciPy, pandas, PyTorch, torchvision and scikit-learn that their users hand to pipelines, partial functions and
modules: as they are pickled, and where their names say nothing of files, code, settings of the process or memory of others.
What was raised: exceptions whose `__init__`, `__new__` and `__setattr__` store what they are given, by `plain.py`.
"""

import collections
import importlib
import inspect
import pickle
import pickletools
import pkgutil
import re
import sys
import types
import warnings

from plain import is_plain
from survey import SKIPPED

COMPUTING = """numpy numpy.linalg numpy.fft numpy.ma numpy.polynomial.polynomial numpy.char numpy.strings numpy.lib.stride_tricks
scipy.special scipy.stats scipy.signal scipy.signal.windows scipy.ndimage scipy.linalg scipy.fft scipy.sparse scipy.sparse.linalg
scipy.spatial.distance scipy.optimize scipy.interpolate scipy.integrate scipy.cluster.hierarchy scipy.cluster.vq pandas
pandas.api.types torch torch.functional torch.nn.functional torch.nn.init torch._C._nn torch._C._special torch._C._fft torch._C._linalg
torchvision.ops torchvision.transforms.functional torchvision.transforms.v2.functional sklearn.metrics sklearn.metrics.pairwise
sklearn.preprocessing sklearn.utils sklearn.utils.extmath sklearn.linear_model sklearn.decomposition sklearn.cluster sklearn.covariance
sklearn.metrics.cluster""".split()
RAISING = """numpy pandas scipy sklearn torch torchvision xgboost lightgbm catboost transformers huggingface_hub safetensors tokenizers
joblib pyarrow keras optuna statsmodels gensim nltk skops accelerate peft diffusers lightning pytorch_lightning torchmetrics gymnasium
stable_baselines3 spacy thinc pydantic pydantic_core jsonschema yaml patsy formulaic imblearn category_encoders umap polars xarray""".split()
#: Words of names that open, write, run, look names up, set the process, or take memory by its address.
REACHING = re.compile(r"""(?ix)(^|_)(load\w*|save\w*|open|file|fromfile|fromregex|tofile|read|write|eval|exec|tests?|show|info|lookfor|source|import|print|
memmap|compile|set|seterr|err|txt|wrap|deprecate|apply|vectorize|frompyfunc|fromfunction|piecewise|query|options?|run|call|dump|url|download|
config|blob|dlpack|pickle|hook|register|dispatch|callback|cache|signature|printoptions|asserts?|warn|threads|cuda|backend|script|frombuffer|
handle|share|initExtension|unsafe|storage|version|fork|ipc|seed|rng|distribution|autocast|deterministic|device|vmap|cond|loop|estimators|
docstr\w*|newdoc|who|bounds|disp|include|function|bmat|nditer|geterr\w*|getbufsize|workers|check|validation|response|repr|html|memory|state|lobpcg|from_csv|normalize_json|
blas|lapack|precision|anomaly|grad|inference|sym|aslinearoperator|json|genfromtxt|savez|seterrcall|setbufsize|nested|prepare|profiler|
compiled|classproperty|params|unused|namespace|thread|strided|fromstring|dtype_default|plot|rand)(_|$)|txt|csv|npyio""")

#: Modules whose exceptions nobody keeps: tests, compilers, programs of their own.
UNRAISED = re.compile(r'models\.|clipboard|_openml|torch\.package|nltk\.internals|import_utils|npyio|_inductor|_dynamo|_export|_functorch|testing|distributed\.|distutils|f2py|externals|vendored|_vendor|\.fx\.|_numpy|cli\.|test_utils|cobyqa|_docscrape|_strobelight|_testutils|\.v1\.')


def pickled_as(value):
    """The module and name that a pickle has instead of the function; None where it has more than these."""
    try:
        program = pickle.dumps(value, 4)
    except Exception:
        return None
    said = [(op.name, argument) for op, argument, _ in pickletools.genops(program)]
    names = [argument for name, argument in said if name in ('SHORT_BINUNICODE', 'BINUNICODE')]
    return tuple(names) if len(names) == 2 and not any(name in ('REDUCE', 'TUPLE2', 'NEWOBJ') for name, _ in said) else None


def is_function(value):
    return not isinstance(value, (type, types.ModuleType)) and callable(value) and (
        inspect.isroutine(value) or type(value).__name__ in ('ufunc', '_ArrayFunctionDispatcher', 'cython_function_or_method'))


def functions_in(module, found):
    for name in dir(module):
        value = getattr(module, name, None)
        path = pickled_as(value) if is_function(value) and not REACHING.search(name) else None
        if path is None or path[0].split('.')[0] != module.__name__.split('.')[0] or path[1].startswith('_') or REACHING.search(path[1]):
            continue
        found[path[0]]['functions'].add(path[1])


def raises_plainly(cls):
    """What comes before Python's own exceptions stores what it is given, and watches nothing that is set."""
    for base in cls.__mro__:
        if base.__module__ == 'builtins':
            continue
        own = vars(base)
        if any(name in own for name in ('__setstate__', '__setattr__', '__getattribute__', '__del__', 'with_traceback', 'add_note')):
            return False
        if not all(is_plain(getattr(own[name], '__func__', own[name]), cls) for name in ('__init__', '__new__') if name in own):
            return False
        if any(isinstance(value, property) and value.fset is not None for value in own.values()):
            return False
    return True


def exceptions_in(module, found):
    for name, value in list(vars(module).items()):
        if inspect.isclass(value) and issubclass(value, BaseException) and value.__module__ == module.__name__ and value.__qualname__ == name:
            if raises_plainly(value):
                found[module.__name__]['exceptions'].add(name)


def modules_of(package):
    yield package
    try:
        path = importlib.import_module(package).__path__
    except Exception:
        return
    for one in pkgutil.walk_packages(path, package + '.', onerror=lambda _: None):
        steps = one.name.split('.')
        if not UNRAISED.search(one.name) and not set(steps) & set(SKIPPED) and len(steps) < 5:
            yield one.name


def main():
    warnings.simplefilter('ignore')
    listed = sys.argv[1]
    found = collections.defaultdict(lambda: collections.defaultdict(set))
    for name in COMPUTING:
        try:
            functions_in(importlib.import_module(name), found)
        except ImportError:
            pass
    for package in RAISING:
        for name in modules_of(package):
            if not re.search(r'err|exc|warn|_typing|core|base|util', name.rsplit('.', 1)[-1]) and '.' in name:
                continue
            try:
                exceptions_in(importlib.import_module(name), found)
            except BaseException:
                pass
    for name, module in list(sys.modules.items()):
        if not UNRAISED.search(name) and name.split('.')[0] in RAISING and isinstance(module, types.ModuleType):
            try:
                exceptions_in(module, found)
            except Exception:
                pass
    with open(listed) as file:
        lines = {line.split(' ')[0]: dict(part.split('=') for part in line.split(' ')[1:]) for line in file.read().split('\n') if line}
    have = {(module, one) for module, parts in lines.items() for names in parts.values() for one in names.split(',')}
    for module, kinds in found.items():
        for kind, names in kinds.items():
            new = sorted(one for one in names if (module, one) not in have and not UNRAISED.search(module))
            if new and re.fullmatch(r'[\w.]+', module):
                old = lines.setdefault(module, {}).get(kind)
                lines[module][kind] = ','.join(sorted(set(new) | set(old.split(',') if old else ())))
    with open(listed, 'w') as file:
        for module in sorted(lines):
            file.write(' '.join([module, *(f'{kind}={lines[module][kind]}' for kind in sorted(lines[module]))]) + '\n')


if __name__ == '__main__':
    main()

"""Surveys what a pickle may make of the classes of installed libraries: python survey.py OUT.json PACKAGE ...

A class is listed when unpickling it runs nothing that a file chooses, by what its methods say (`plain.py`): it is made
without arguments, it has no `__del__`, and its state goes to `__dict__`, to slots that nothing watches, or to a
`__setstate__` whose source only stores. What can't be read is left out, and named under `refused`, so that a class
that another release writes otherwise is left out there too (`survey_gather.py`). Each package is looked at apart.
"""

import enum
import importlib
import inspect
import json
import os
import pkgutil
import signal
import subprocess
import sys
import warnings

from plain import PLAIN_BASES, computes_plainly, is_plain, refuses_lookups

SKIPPED = """test tests testing conftest setup benchmark benchmarks __main__ plot plotting plots viz visualization cli server
gui app apps examples example datasets_download downloader scripts vendor _vendor externals sandbox tutorials docs tools_cli
f2py distutils _pyinstaller console daemon launch launcher remote web widgets""".split()
LOOKED_AT = 6000
SECONDS = 300


def kind_of(cls):
    """What may be done with a class; None where nobody can say."""
    if issubclass(cls, enum.Enum):
        missing = cls.__dict__.get('_missing_')
        return 'enums' if missing is None or is_plain(missing.__func__, cls) else None
    if issubclass(cls, (type, BaseException)) or hasattr(cls, '__del__') or not makes_plainly(cls):
        return None
    if issubclass(cls, tuple):
        return 'tuples' if is_record(cls) else None
    if issubclass(cls, (str, bytes, int, float, complex, set, frozenset, bytearray)):
        return None
    for base, methods, kind in ((dict, ('__setitem__', '__missing__', '__hash__'), 'mappings'), (list, ('append', 'extend'), 'lists')):
        if issubclass(cls, base):
            return kind if overrides_plainly(cls, methods) and fills_plainly(cls) == 'objects' else None
    if issubclass(cls, memoryview):
        return None
    if is_metric(cls):
        return 'metrics'
    # Nothing is set in it or appended to it by an unpickler: its kind allows no such thing. As a key it is hashed.
    return fills_plainly(cls) if overrides_plainly(cls, ('__hash__', '__eq__')) else None


def is_metric(cls):
    """A metric of TorchMetrics, which fills and hashes as its base does."""
    base = getattr(sys.modules.get('torchmetrics.metric'), 'Metric', None)
    return base is not None and issubclass(cls, base) and all(owner_of(cls, name) is owner_of(base, name) for name in WATCHED)


WATCHED = ('__new__', '__setstate__', '__hash__', '__eq__', '__getattr__', '__getattribute__')


def owner_of(cls, name):
    return next((base for base in cls.__mro__ if name in vars(base)), None)


def has(cls, *names):
    return any(name in vars(base) for base in cls.__mro__[:-1] for name in names)


def makes_plainly(cls):
    new = cls.__new__
    if new is object.__new__ or inspect.isbuiltin(new):
        return True
    owner = next(base for base in cls.__mro__ if '__new__' in vars(base))
    if owner.__module__ in ('typing', 'typing_extensions'):
        return True
    return is_record(cls) or is_plain(new, cls)


def is_record(cls):
    """A tuple with names, made by collections.namedtuple, which stores what it is given."""
    owner = next((base for base in cls.__mro__ if '__new__' in vars(base)), None)
    return issubclass(cls, tuple) and hasattr(cls, '_fields') and getattr(owner.__new__, '__module__', '').startswith('namedtuple_')


def overrides_plainly(cls, names):
    for name in names:
        for base in cls.__mro__[:-1]:
            method = vars(base).get(name)
            if method is None or base in PLAIN_BASES:
                continue
            if not is_plain(method, cls):
                return False
    return True


def fills_plainly(cls):
    setter = next((vars(base)['__setstate__'] for base in cls.__mro__ if '__setstate__' in vars(base)), None)
    if setter is not None:
        return 'restored' if is_plain(setter, cls) else None
    if (has(cls, '__getattr__') or cls.__getattribute__ is not object.__getattribute__) and not refuses_lookups(cls):
        return None
    if not cls.__flags__ & (1 << 9):
        return 'empty'
    if cls.__dictoffset__ == 0 or any('__slots__' in vars(base) and slots_of(base) for base in cls.__mro__):
        return 'slotted' if watches_nothing(cls) else None
    return 'objects'


def slots_of(cls):
    slots = vars(cls).get('__slots__', ())
    return [slot for slot in ((slots,) if isinstance(slots, str) else tuple(slots)) if slot not in ('__dict__', '__weakref__')]


def watches_nothing(cls):
    """Whether setting an attribute sets it, and no more."""
    if cls.__setattr__ is not object.__setattr__ and not is_plain(cls.__setattr__, cls):
        return False
    for base in cls.__mro__[:-1]:
        for value in vars(base).values():
            if isinstance(value, property):
                if value.fset is not None and not is_plain(value.fset, cls):
                    return False
            elif hasattr(type(value), '__set__') and type(value).__name__ not in ('member_descriptor', 'getset_descriptor'):
                return False
    return True


def names_in(module, found):
    for name, value in list(vars(module).items()):
        if getattr(value, '__module__', None) != module.__name__:
            continue
        if inspect.isclass(value):
            note_class(module, value, found, 0)
        elif name.startswith('__pyx_unpickle_'):
            note(found, 'cython', module, name)
        elif inspect.isfunction(value) and value.__qualname__ == name and computes_plainly(value):
            note(found, 'functions', module, name)


def note_class(module, cls, found, depth):
    path = cls.__qualname__
    if '<' in path or path.count('.') != depth or not resolves(module, cls):
        return
    try:
        kind = kind_of(cls)
    except Exception:
        kind = None
    note(found, kind or 'refused', module, path)
    if depth < 2:
        for inner in list(vars(cls).values()):
            if inspect.isclass(inner) and inner.__module__ == cls.__module__ and inner.__qualname__.startswith(path + '.'):
                note_class(module, inner, found, depth + 1)


def resolves(module, cls):
    value = module
    for step in cls.__qualname__.split('.'):
        value = getattr(value, step, None)
    return value is cls


def note(found, kind, module, name):
    found.setdefault(kind, {}).setdefault(module.__name__, []).append(name)


def survey(package):
    found = {}
    signal.signal(signal.SIGALRM, lambda *_: (_ for _ in ()).throw(TimeoutError()))
    for name in modules_of(package):
        # The first import brings most of the others.
        signal.alarm(180 if name == package else 30)
        try:
            names_in(importlib.import_module(name), found)
        except (Exception, SystemExit):
            pass
        finally:
            signal.alarm(0)
    return found


def modules_of(package):
    yield package
    root = importlib.import_module(package)
    waiting = [(list(root.__path__), package + '.')] if hasattr(root, '__path__') else []
    looked = 0
    while waiting and looked < LOOKED_AT:
        path, prefix = waiting.pop()
        for info in pkgutil.iter_modules(path, prefix):
            if any(part in SKIPPED or part.startswith('test_') or part.endswith('_test') for part in info.name.split('.')[1:]):
                continue
            looked += 1
            yield info.name
            module = sys.modules.get(info.name)
            if info.ispkg and hasattr(module, '__path__'):
                waiting.append((list(module.__path__), info.name + '.'))


def main():
    out, *packages = sys.argv[1:]
    warnings.filterwarnings('ignore')
    if len(packages) == 1 and os.environ.get('SURVEY_APART'):
        json.dump(survey(packages[0]), open(out, 'w'))
        os._exit(0)
    whole = json.load(open(out)) if os.path.exists(out) else {}
    for package in packages:
        part = out + '.part'
        env = {**os.environ, 'SURVEY_APART': 'yes', 'CUDA_VISIBLE_DEVICES': '', 'MPLBACKEND': 'Agg'}
        try:
            subprocess.run([sys.executable, __file__, part, package], env=env, timeout=SECONDS, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            whole[package] = json.load(open(part))
            os.remove(part)
        except (OSError, ValueError, subprocess.TimeoutExpired) as error:
            print('not surveyed:', package, type(error).__name__, file=sys.stderr)
            continue
        print(package, {kind: sum(map(len, modules.values())) for kind, modules in whole[package].items()}, flush=True)
        json.dump(whole, open(out, 'w'), indent=0, sort_keys=True)


if __name__ == '__main__':
    main()

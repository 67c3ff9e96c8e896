"""Surveys what a pickle may make of a library's classes by its source alone: LISTED=FOUND.json python survey_source.py OUT.json FOLDER PACKAGE ...

Nothing is imported, so that a wheel will do that was unpacked without what it depends on. A class is listed when it and all
its bases can be followed to what is known (`BASES`, and the classes that LISTED has), and none of them says how it is made,
filled, looked up, hashed or ended, or says it plainly. The kinds and the functions are those of `survey.py`; what can't be
followed is left out.
"""

import ast
import json
import os
import sys
import warnings

from plain import BUILT_IN, REACHING
from survey import SKIPPED

OBJECTS = """object abc.ABC typing.Generic typing.Protocol typing_extensions.Protocol six.Iterator collections.abc.Mapping collections.abc.MutableMapping
collections.abc.Sequence collections.abc.Iterable collections.abc.Iterator collections.abc.Callable collections.abc.Sized collections.abc.Hashable
typing.Mapping typing.MutableMapping typing.Sequence typing.Iterable typing.Iterator typing.Callable torch.utils.data.Dataset torch.utils.data.IterableDataset
torch.utils.data.dataset.Dataset torch.utils.data.Sampler"""
RESTORED = """torch.nn.Module torch.nn.modules.Module torch.nn.modules.module.Module lightning.LightningModule pytorch_lightning.LightningModule
lightning.pytorch.LightningModule pytorch_lightning.core.LightningModule lightning.pytorch.core.LightningModule sklearn.base.BaseEstimator"""
SKLEARN = 'ClassifierMixin RegressorMixin TransformerMixin ClusterMixin OutlierMixin MetaEstimatorMixin DensityMixin MultiOutputMixin BiclusterMixin ClassNamePrefixFeaturesOutMixin OneToOneFeatureMixin'
BASES = {**dict.fromkeys(OBJECTS.split(), 'objects'), **dict.fromkeys(RESTORED.split(), 'restored'),
         **{f'sklearn.base.{name}': 'objects' for name in SKLEARN.split()},
         **dict.fromkeys('dict collections.OrderedDict typing.Dict'.split(), 'mappings'), **dict.fromkeys('list typing.List'.split(), 'lists'),
         **dict.fromkeys('enum.Enum enum.IntEnum enum.StrEnum'.split(), 'enums'), 'str': 'enums', 'int': 'enums',
         'typing.NamedTuple': 'tuples', 'torchmetrics.Metric': 'metrics', 'torchmetrics.metric.Metric': 'metrics'}
TELLING = set('__new__ __del__ __getattr__ __getattribute__ __setattr__ __missing__ __setitem__ append extend _missing_ __slots__ __getnewargs__ __getnewargs_ex__'.split())
#: Of what is set in it or appended to it, only containers are asked.
CONTAINED = set('__missing__ __setitem__ append extend'.split())
DECORATORS = set("""dataclass final runtime_checkable total_ordering unique register register_module register_model export deprecated no_grad
keras_export tf_export api_export inherit_doc add_start_docstrings docstring""".split())
DEEPEST = 12


class Library:
    """The modules of one package, and what their names mean."""

    def __init__(self, folder, package, listed):
        self.package, self.listed, self.modules = package, listed, {}
        for name, path in files_of(folder, package):
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter('ignore')
                    tree = ast.parse(open(path, encoding='utf8').read())
            except (OSError, SyntaxError, ValueError, RecursionError):
                continue
            self.modules[name] = Module(name, path.endswith('__init__.py'), tree)
        self.kinds, self.found, self.plain = {}, {}, {}

    def find(self, path):
        """The module and the name that a dotted path stands for, by what modules bring from each other."""
        if path not in self.found:
            self.found[path] = None  # modules may bring from each other in a circle
            self.found[path] = self.look_for(path)
        return self.found[path]

    def look_for(self, path):
        module, _, name = path.rpartition('.')
        if module not in self.modules:
            return None
        known = self.modules[module]
        if name in known.classes or name in known.functions or name in known.records:
            return module, name
        if name in known.brings:
            return self.find(known.brings[name])
        for starred in known.starred:
            found = self.find(f'{starred}.{name}')
            if found is not None:
                return found
        return None

    def kind_of(self, module, name, depth=0):
        key = module, name
        if key not in self.kinds:
            self.kinds[key] = None  # a class among its own bases
            self.kinds[key] = self.kind_by_source(module, name, depth)
        return self.kinds[key]

    def kind_by_source(self, module, name, depth):
        bodies = self.modules[module].classes[name]
        kinds = {self.kind_of_body(body, self.modules[module], depth) for body in bodies} if depth < DEEPEST else {None}
        return kinds.pop() if len(kinds) == 1 else None

    def kind_of_body(self, body, module, depth):
        if any(keyword.arg != 'metaclass' or dotted(keyword.value).split('.')[-1] != 'ABCMeta' for keyword in body.keywords):
            return None
        if not all(decorates_plainly(decorator) for decorator in body.decorator_list):
            return None
        kinds = [self.kind_of_base(base, module, depth) for base in body.bases]
        kind = together(kinds)
        return None if kind is None else kind_with(kind, body)

    def kind_of_base(self, base, module, depth):
        path = module.meaning(dotted(base.value if isinstance(base, ast.Subscript) else base))
        found = self.find(path)
        if found is not None:
            where, name = found
            return 'tuples' if name in self.modules[where].records else self.kind_of(where, name, depth + 1) if name in self.modules[where].classes else None
        return BASES.get(path) or (self.listed.get((path.split('.')[0], path.split('.')[-1])) if '.' in path else None)


class Module:
    def __init__(self, name, is_package, tree):
        self.name, self.tree, self.brings, self.starred, self.classes, self.functions, self.records = name, tree, {}, [], {}, {}, set()
        self.here = name if is_package else name.rpartition('.')[0]
        self.read(tree.body, '')

    def read(self, body, owner):
        for node in body:
            if isinstance(node, (ast.Import, ast.ImportFrom)) and not owner:
                self.bring(node)
            elif isinstance(node, ast.ClassDef):
                self.classes.setdefault(owner + node.name, []).append(node)
                if owner.count('.') < 2:
                    self.read(node.body, f'{owner}{node.name}.')
            elif isinstance(node, ast.FunctionDef) and not owner:
                self.functions.setdefault(node.name, []).append(node)
            elif isinstance(node, ast.Assign) and not owner and is_record(node):
                self.records.add(node.targets[0].id)
            elif isinstance(node, (ast.If, ast.Try, ast.With)) and not owner:
                for part in ('body', 'orelse', 'finalbody'):
                    self.read(getattr(node, part, []), owner)
                for handler in getattr(node, 'handlers', []):
                    self.read(handler.body, owner)

    def bring(self, node):
        if isinstance(node, ast.Import):
            for alias in node.names:
                self.brings[alias.asname or alias.name.split('.')[0]] = alias.name if alias.asname else alias.name.split('.')[0]
            return
        above = self.here.split('.')
        source = '.'.join(above[:len(above) - node.level + 1] + ([node.module] if node.module else [])) if node.level else node.module or ''
        for alias in node.names:
            if alias.name == '*':
                self.starred.append(source)
            else:
                self.brings[alias.asname or alias.name] = f'{source}.{alias.name}'

    def meaning(self, path):
        first, _, rest = path.partition('.')
        if first in self.classes or first in self.functions or first in self.records:
            return f'{self.name}.{path}'
        known = self.brings.get(first)
        if known is None:
            return path if not self.starred or first in BASES else f'{self.name}.{path}'
        return f'{known}.{rest}' if rest else known


def files_of(folder, package):
    root = os.path.join(folder, *package.split('.'))
    if os.path.isfile(root + '.py'):
        yield package, root + '.py'
    for where, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name not in SKIPPED and not name.startswith(('test_', '__')) and not name.endswith('_test')]
        inner = os.path.relpath(where, root)
        name = package if inner == '.' else '.'.join([package, *inner.split(os.sep)])
        for file in sorted(files):
            stem = file[:-3]
            if file.endswith('.py') and stem not in SKIPPED and not stem.startswith('test_') and not stem.endswith('_test'):
                yield name if stem == '__init__' else f'{name}.{stem}', os.path.join(where, file)


def dotted(node):
    if isinstance(node, ast.Name):
        return node.id
    return f'{dotted(node.value)}.{node.attr}' if isinstance(node, ast.Attribute) else '?'


def is_record(node):
    call, (target, *_) = node.value, node.targets
    named = isinstance(call, ast.Call) and dotted(call.func).split('.')[-1] in ('namedtuple', 'NamedTuple') and isinstance(target, ast.Name)
    return named and bool(call.args) and isinstance(call.args[0], ast.Constant) and call.args[0].value == target.id


def decorates_plainly(decorator):
    call = decorator if isinstance(decorator, ast.Call) else None
    slotted = call is not None and any(keyword.arg == 'slots' for keyword in call.keywords)
    return not slotted and dotted(call.func if call else decorator).split('.')[-1] in DECORATORS


def together(kinds):
    """What several bases make: plain ones add nothing, and of two that fill or hold in ways of their own nobody can say."""
    own = {kind for kind in kinds if kind != 'objects'}
    if None in own or len(own) > 1:
        return None
    return own.pop() if own else 'objects'


def kind_with(kind, body):
    if kind == 'enums' and not any(dotted(base).split('.')[-1].endswith('Enum') for base in body.bases):
        return None
    said = {}
    for node in body.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            said[node.name] = node
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            said.update((target.id, node) for target in (node.targets if isinstance(node, ast.Assign) else [node.target]) if isinstance(target, ast.Name))
        elif not isinstance(node, (ast.Expr, ast.Pass)) and any(name in TELLING for name in names_in(node)):
            return None
    told = TELLING if kind in ('mappings', 'lists') else TELLING - CONTAINED
    if told & set(said):
        return None
    if not all(asks_plainly(said[name]) for name in ('__hash__', '__eq__') if name in said):
        return None
    if '__setstate__' not in said:
        return kind
    return 'restored' if kind in ('objects', 'restored') and stores_plainly(said['__setstate__']) else None


def names_in(node):
    return {one.name for one in ast.walk(node) if isinstance(one, ast.FunctionDef)} | {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}


def asks_plainly(method):
    """`__hash__ = None`, or a body that calls nothing but what is built in."""
    if not isinstance(method, ast.FunctionDef):
        return isinstance(getattr(method, 'value', None), (ast.Constant, ast.Attribute))
    calls = [node for node in ast.walk(method) if isinstance(node, ast.Call)]
    return not method.decorator_list and all(isinstance(call.func, ast.Name) and call.func.id in [*BUILT_IN, 'hash'] for call in calls)


def stores_plainly(method):
    if not isinstance(method, ast.FunctionDef) or method.decorator_list or len(method.args.args) != 2:
        return False
    state = method.args.args[1].arg
    plain = {f'self.__dict__.update({state})', f'self.__dict__ = {state}', f'self.__dict__ = {state}.copy()', f'super().__setstate__({state})'}
    return all(ast.unparse(node) in plain or is_doc(node) or sets_constant(node) for node in method.body)


def is_doc(node):
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def sets_constant(node):
    if not isinstance(node, ast.Assign) or not isinstance(node.value, (ast.Constant, ast.Dict, ast.List)):
        return False
    return all(isinstance(target, ast.Attribute) and dotted(target) == f'self.{target.attr}' and not target.attr.startswith('__') for target in node.targets)


def computes_plainly(library, module, name, depth=0):
    """As `plain.computes_plainly`, by the names that the source mentions."""
    key = module, name, depth
    if key not in library.plain:
        library.plain[key] = computes_by_source(library, module, name, depth)
    return library.plain[key]


def computes_by_source(library, module, name, depth):
    bodies = library.modules[module].functions[name]
    if name.startswith('__') or any(body.decorator_list for body in bodies):
        return False
    for body in bodies:
        words = mentioned(body)
        if words & REACHING:
            return False
        for word in words if depth < 2 else ():
            found = library.find(library.modules[module].meaning(word)) if word != name else None
            if found is not None and found[1] in library.modules[found[0]].functions and not mentions_plainly(library, *found, depth + 1):
                return False
    return True


def mentions_plainly(library, module, name, depth):
    return all(not (mentioned(body) & REACHING) for body in library.modules[module].functions[name]) and (
        depth >= 2 or computes_plainly(library, module, name, depth) or bool(library.modules[module].functions[name][0].decorator_list))


def mentioned(body):
    words = set()
    for node in ast.walk(body):
        if isinstance(node, ast.Name):
            words.add(node.id)
        elif isinstance(node, ast.Attribute):
            words.add(node.attr)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            words |= {part for alias in node.names for part in alias.name.split('.')} | set((getattr(node, 'module', None) or '').split('.'))
    return words - {argument.arg for argument in body.args.args}


def handed_on(library):
    """Functions that the library gives as values, in defaults, tables and arguments: others are only called, and no object holds them."""
    handed = set()
    for module in library.modules.values():
        called = {id(node.func) for node in ast.walk(module.tree) if isinstance(node, ast.Call)}
        for node in ast.walk(module.tree):
            if isinstance(node, (ast.Name, ast.Attribute)) and isinstance(node.ctx, ast.Load) and id(node) not in called:
                path = dotted(node)
                if '?' not in path:
                    handed.add(library.find(module.meaning(path)))
    return handed


def survey(folder, package, listed):
    library, found = Library(folder, package, listed), {}
    handed = handed_on(library)
    for name, module in library.modules.items():
        for path in module.classes:
            kind = library.kind_of(name, path)
            if kind is not None:
                found.setdefault(kind, {}).setdefault(name, []).append(path)
        for path in module.records:
            found.setdefault('tuples', {}).setdefault(name, []).append(path)
        for path in module.functions:
            if (name, path) in handed and path not in module.classes and computes_plainly(library, name, path):
                found.setdefault('functions', {}).setdefault(name, []).append(path)
    return found


def kinds_listed(path):
    """Kinds of the classes that other surveys found, by package and name, where all modules of the package say the same."""
    kinds = {}
    for package, said in json.load(open(path)).items():
        for kind, modules in said.items():
            for module, names in modules.items():
                for name in names:
                    kinds.setdefault((module.split('.')[0], name), set()).add(kind)
    return {key: next(iter(said)) for key, said in kinds.items() if len(said) == 1 and not said & {'refused', 'functions', 'enums', 'slotted', 'empty', 'cython'}}


def main():
    out, folder, *packages = sys.argv[1:]
    listed = kinds_listed(os.environ['LISTED']) if 'LISTED' in os.environ else {}
    whole = json.load(open(out)) if os.path.exists(out) else {}
    for package in packages:
        whole[package] = survey(folder, package, listed)
        print(package, {kind: sum(map(len, modules.values())) for kind, modules in whole[package].items()}, flush=True)
    json.dump(whole, open(out, 'w'), indent=0, sort_keys=True)


if __name__ == '__main__':
    main()

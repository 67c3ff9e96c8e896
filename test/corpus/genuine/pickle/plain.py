"""Whether a function of a library only stores and computes, by its source, following what it calls: for survey.py."""

import ast
import builtins
import functools
import inspect
import textwrap
import types

PLAIN_BASES = (object, dict, list, tuple, set, frozenset, str, int, float)
DEEPEST = 4
#: Built-in functions that call nothing that they are given, but special methods.
BUILT_IN = """isinstance issubclass hasattr len dict list tuple set frozenset int float str bool bytes super type id abs min max sum
sorted zip range enumerate reversed repr any all round iter next callable ValueError TypeError AttributeError KeyError RuntimeError
NotImplementedError AssertionError DeprecationWarning UserWarning FutureWarning Exception object vars dir hash slice""".split()
#: Methods of containers and texts, and those that make a lock or a logger.
METHODS = """get pop items keys values update append extend setdefault copy startswith endswith format join add split strip lower upper
replace clear discard insert remove issubset issuperset union intersection difference rstrip lstrip count index sort
warn debug info""".split()
#: Functions of other modules that make a lock, a logger, a reference, an array.
ELSEWHERE = {
    'threading': 'Lock RLock local Event Condition', 'logging': 'getLogger', 'weakref': 'ref WeakKeyDictionary WeakValueDictionary WeakSet proxy',
    'collections': 'OrderedDict defaultdict deque Counter', 'copy': 'copy', 'numpy': 'array asarray', 'warnings': 'warn', 'itertools': 'count',
    'packaging.version': 'Version parse', 'multiprocessing': '', 'types': 'MappingProxyType SimpleNamespace',
}
DESCRIPTORS = ('wrapper_descriptor', 'method_descriptor', 'slot wrapper', 'builtin_function_or_method', 'method-wrapper')
#: Setters of states that were read: they store, and warn of another release.
READ = {('dataclasses', '_dataclass_setstate'), ('attr._make', '__setstate__'), ('attr._make', 'slots_setstate'), ('pydantic.main', '__setstate__'), ('torch.nn.modules.module', '__setattr__'),
        ('torch.nn.modules.module', '__setstate__'), ('sklearn.base', '__setstate__')}


def is_plain(function, cls, depth=0):
    """Whether calling it runs nothing but its own statements, and those of what it calls by a name that can be followed."""
    function = getattr(function, '__func__', function)
    function = inspect.unwrap(function) if callable(function) else function
    name = getattr(function, '__name__', '')
    if (getattr(function, '__module__', None), name) in READ:
        return True
    if type(function).__name__ in DESCRIPTORS:
        return owner_is_plain(function)
    if name == '__setstate_cython__':
        return True
    if not isinstance(function, types.FunctionType) or depth > DEEPEST:
        return False
    return says_plainly(function, cls, depth)


def owner_is_plain(function):
    owner = getattr(function, '__objclass__', None) or getattr(function, '__self__', None)
    return owner in PLAIN_BASES


@functools.lru_cache(None)
def tree_of(function):
    try:
        return ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    except (OSError, SyntaxError, TypeError, IndexError, ValueError):
        return None


REFUSED = (ast.Import, ast.ImportFrom, ast.Global, ast.Nonlocal, ast.Lambda, ast.Yield, ast.YieldFrom, ast.Await, ast.AsyncFor, ast.AsyncWith,
           ast.With, ast.ClassDef, ast.AsyncFunctionDef, ast.Delete)


def says_plainly(function, cls, depth):
    tree = tree_of(function)
    if not isinstance(tree, ast.FunctionDef) or sets_strangely(tree, cls):
        return False
    for node in ast.walk(tree):
        if isinstance(node, REFUSED) and not (isinstance(node, ast.Delete) and deletes_plainly(node)):
            return False
        if isinstance(node, ast.FunctionDef) and node is not tree:
            return False
        if isinstance(node, ast.Call) and not calls_plainly(node, function, cls, depth):
            return False
        if isinstance(node, ast.Attribute) and node.attr in ('__globals__', '__builtins__', '__code__', '__subclasses__'):
            return False
    return True


def deletes_plainly(node):
    return all(isinstance(target, (ast.Subscript, ast.Name)) for target in node.targets)


def sets_strangely(tree, cls):
    """Attributes that are set run what watches them."""
    watched = {name for base in cls.__mro__[:-1] for name, value in vars(base).items()
               if isinstance(value, property) and value.fset is not None and not is_plain(value.fset, object)} if cls is not object else set()
    by_name = any(isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == 'setattr' for node in ast.walk(tree))
    if by_name and watched:
        return True
    stored = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)}
    if stored & (watched | {'__class__', '__reduce__', '__call__'}):
        return True
    watcher = next((vars(base)['__setattr__'] for base in cls.__mro__ if '__setattr__' in vars(base)), None)
    if (stored or by_name) and watcher is not None and watcher is not object.__setattr__ and tree.name != '__setattr__':
        return not is_plain(watcher, cls, DEEPEST - 1)
    return False


def calls_plainly(call, function, cls, depth):
    callee = call.func
    if isinstance(callee, ast.Name):
        return name_is_plain(callee.id, call, function, cls, depth)
    if not isinstance(callee, ast.Attribute):
        return False
    owner = callee.value
    if isinstance(owner, ast.Call) and isinstance(owner.func, ast.Name) and owner.func.id == 'super':
        return parent_is_plain(callee.attr, function, cls, depth)
    if isinstance(owner, ast.Name):
        known = function.__globals__.get(owner.id, getattr(builtins, owner.id, None))
        if owner.id in ('self', 'cls'):
            return callee.attr in METHODS or own_is_plain(callee.attr, cls, depth)
        if isinstance(known, types.ModuleType):
            return module_gives_plainly(known, callee.attr, cls, depth)
        if inspect.isclass(known):
            if known in PLAIN_BASES:
                return callee.attr in ('__setattr__', '__new__', '__init__', '__getattribute__', 'fromkeys', '__setitem__', 'update', '__setstate__', '__reduce__', '__getattr__', '__hash__')
            member = getattr(known, callee.attr, None)
            return is_plain(member, cls if issubclass(cls, known) else known, depth + 1)
    return callee.attr in METHODS


def name_is_plain(name, call, function, cls, depth):
    if name in ('setattr', 'getattr'):
        # `getattr(self, 'x', None)`; names that a state tells are looked at by whoever asked about setters.
        return name == 'setattr' or (len(call.args) > 1 and isinstance(call.args[1], ast.Constant))
    value = function.__globals__.get(name)
    if value is None:
        return name in BUILT_IN and hasattr(builtins, name)
    module = getattr(value, '__module__', '') or ''
    if getattr(value, '__name__', '') in ELSEWHERE.get(module.lstrip('_'), '').split():
        return True
    if isinstance(value, types.FunctionType):
        return is_plain(value, object, depth + 1)
    return False


def module_gives_plainly(module, name, cls, depth):
    if name in ELSEWHERE.get(module.__name__, '').split():
        return True
    value = getattr(module, name, None)
    return isinstance(value, types.FunctionType) and is_plain(value, object, depth + 1)


def own_is_plain(name, cls, depth):
    for base in getattr(cls, '__mro__', ())[:-1]:
        if name in vars(base):
            return is_plain(vars(base)[name], cls, depth + 1)
    return hasattr(object, name)


def parent_is_plain(name, function, cls, depth):
    """What comes after the owner of a method, in the order in which `super` looks."""
    owners = [base for base in cls.__mro__ if getattr(vars(base).get(function.__name__), '__func__', vars(base).get(function.__name__)) is function]
    after = cls.__mro__[cls.__mro__.index(owners[0]) + 1:] if owners else cls.__mro__[1:]
    for base in after:
        if name in vars(base):
            return base in PLAIN_BASES or is_plain(vars(base)[name], cls, depth + 1)
    return True


class Bait(dict):
    """Answers to everything: what hands lookups on finds a `__setstate__` in it."""

    def __getattr__(self, name):
        return self

    def __call__(self, *_, **__):
        return self

    def __contains__(self, _):
        return True

    def __getitem__(self, _):
        return self

    __setstate__ = __call__
    __iter__ = None


def refuses_lookups(cls):
    """Whether an object whose every attribute would answer finds no `__setstate__` in them."""
    try:
        made = cls.__new__(cls)
    except Exception:
        return False
    if found_by(made):
        return False
    words = {word for base in cls.__mro__[:-1] for value in vars(base).values() for code in [getattr(value, '__code__', None)]
             if code is not None for word in code.co_names + code.co_varnames + tuple(one for one in code.co_consts if isinstance(one, str))}
    try:
        vars(made).update({word: Bait() for word in words if not word.startswith('__')})
    except TypeError:
        return False
    return not found_by(made)


def found_by(made):
    try:
        return getattr(made, '__setstate__', None) is not None
    except RecursionError:
        return False
    except Exception:
        return True


#: What a function that is only held may not mention: it would reach beyond what it is given.
REACHING = set("""exec eval compile open __import__ system popen Popen subprocess os sys shutil socket requests urllib urlopen httpx aiohttp
pickle cPickle dill joblib cloudpickle marshal load loads load_module importlib import_module ctypes globals locals getattr setattr delattr
vars builtins __globals__ __builtins__ __code__ __subclasses__ __bases__ __base__ __mro__ __dict__ __self__ __func__ read_pickle read_csv read_sql to_pickle save savez dump
unlink remove rmtree mkdir makedirs rename write writelines tempfile pathlib Path fork spawn execv kill Process Thread run check_output
run_line_magic ipython get_ipython yaml zipfile tarfile download urlretrieve fetch webbrowser signal atexit runpy code compile_function
load_library load_op_library cpp_extension load_inline jit types FunctionType CodeType methodcaller attrgetter""".split())


def computes_plainly(function):
    """Whether a function that a model holds, to be called when it is used, mentions nothing that reaches beyond its arguments."""
    return not function.__name__.startswith('__') and mentions_plainly(function.__code__, function, 0) and encloses_plainly(function)


def encloses_plainly(function):
    """What a decorator put around a function is another plain function, or a plain value."""
    for cell in function.__closure__ or ():
        try:
            value = cell.cell_contents
        except ValueError:
            return False
        if isinstance(value, types.FunctionType):
            if value is function or value.__closure__ is not None or not mentions_plainly(value.__code__, value, 0):
                return False
        elif not isinstance(value, (str, int, float, bool, type(None))):
            return False
    return True


def mentions_plainly(code, function, depth):
    if REACHING & set(code.co_names):
        return False
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType) and not mentions_plainly(constant, function, depth):
            return False
    if depth >= 2:
        return True
    for name in code.co_names:
        value = function.__globals__.get(name)
        if isinstance(value, types.FunctionType) and value is not function and not mentions_plainly(value.__code__, value, depth + 1):
            return False
    return True

"""Lists the classes of installed libraries that a pickle may make: python classes.py PACKAGE[:PREFIX,...] ... > out.json

A class is listed when unpickling it runs nothing that the file chooses: it is made by `object.__new__` (or by C code
that takes no arguments), it has no `__del__`, and its state goes to `__dict__` or to a `__setstate__` that was read.
"""
import sys, pkgutil, importlib, inspect, json, warnings, enum, os
warnings.filterwarnings('ignore'); sys.argv0=sys.argv[0]
for extra in os.environ.get('EXTRA','').split(':'):
    if extra: sys.path.insert(0, extra)
SKIP = ('.tests','.test','_test','.conftest','.testing','setup','.benchmarks','__main__','.f2py','.distutils','.externals._arff','._pyinstaller','.onnx','.jit','._inductor','._dynamo','.fx','.distributed','.package','.cuda','.testing','.backends','.cpp_extension')
seen={}
def classify(c):
    if issubclass(c, enum.Enum): return 'enum'
    if issubclass(c, (type, BaseException)): return None
    if hasattr(c,'__del__'): return None
    new = c.__new__
    if new is not object.__new__:
        if not inspect.isbuiltin(new): return None
    for base in (str, bytes, int, float, tuple, list, dict, set, frozenset):
        if issubclass(c, base): return 'sub-'+base.__name__ if base in (dict,list) and not any(k in b.__dict__ for b in c.__mro__[:-1] if b not in(dict,list,object) for k in ('__setitem__','append','extend','update')) else None
    ss = getattr(c,'__setstate__',None)
    if ss is None and (hasattr(c,'__getattr__') or (c.__getattribute__ is not object.__getattribute__ and not any(b.__name__ in('PretrainedConfig','PreTrainedConfig') for b in c.__mro__))): return None
    heap = bool(c.__flags__ & (1<<9))
    if ss is None:
        return 'object' if heap and c.__dictoffset__ != 0 else 'empty'
    owner = next(b for b in c.__mro__ if '__setstate__' in b.__dict__)
    seen.setdefault(f'{owner.__module__}.{owner.__qualname__}', []).append(c.__qualname__)
    return 'restored:'+f'{owner.__module__}.{owner.__qualname__}'
out={}
def visit(name):
    try: m=importlib.import_module(name)
    except BaseException as e: return None
    for n,c in vars(m).items():
        if inspect.isclass(c) and c.__module__==name and c.__qualname__==n and '.' not in n:
            k=classify(c)
            if k: out.setdefault(k,{}).setdefault(name,[]).append(n)
    return m
for spec in sys.argv[1:]:
    pkg,_,only=spec.partition(':'); only=[f'{pkg}.{o}' for o in only.split(',')] if only else [pkg]
    m=visit(pkg)
    if m is None or not hasattr(m,'__path__'): continue
    def walk(path,prefix):
        for info in pkgutil.iter_modules(path,prefix):
            if any(s in info.name for s in SKIP): continue
            if not any(info.name.startswith(o) or o.startswith(info.name+'.') for o in only): continue
            sub=visit(info.name)
            if sub is not None and info.ispkg and hasattr(sub,'__path__'): walk(sub.__path__, info.name+'.')
    walk(m.__path__, pkg+'.')
json.dump(out,open(os.environ['OUT'],'w'),indent=0,sort_keys=True)
for k,v in out.items(): print(k, sum(map(len,v.values())))

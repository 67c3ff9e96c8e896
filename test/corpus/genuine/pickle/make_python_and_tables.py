"""Writes small pickles with the real libraries: python gen_num.py OUT"""
import pickle, sys, os, datetime, decimal, fractions, uuid, pathlib, collections, enum, re, types, zoneinfo, ipaddress, random, string, array, time, calendar, http
import warnings; warnings.filterwarnings('ignore')
out = sys.argv[1]; os.makedirs(out, exist_ok=True)
made = 0
def dump(name, obj, protocols=(0,1,2,3,4,5)):
    global made
    for p in protocols:
        try:
            data = pickle.dumps(obj, protocol=p)
        except Exception as e:
            print('skip', name, p, type(e).__name__, str(e)[:80]); continue
        with open(f'{out}/{name}.p{p}.pkl', 'wb') as f: f.write(data)
        made += 1
def attempt(name, make, protocols=(2,4,5)):
    try: obj = make()
    except Exception as e: print('cannot make', name, type(e).__name__, str(e)[:120]); return
    dump(name, obj, protocols)
# plain Python
class Point(tuple): pass
D = datetime
dump('py-plain', {'a': 1, 'b': [1.5, None, True, b'bytes', 'text \u2603', 2**70, -5, 1+2j, (1,), (1,2), (1,2,3), (1,2,3,4), frozenset({1,2}), {3,4}, float('inf'), float('nan')], 'l': list(range(2000)), 'd': {str(i): i for i in range(1500)}})
dump('py-empty', [ {}, [], (), set(), frozenset(), b'', '', bytearray(b''), 0, None ])
dump('py-recursive', (lambda l: (l.append(l), l.append({'me': l}), l)[2])([]))
dump('py-datetime', [D.datetime(2024,1,2,3,4,5,6), D.date(2020,1,1), D.time(1,2,3), D.timedelta(days=1, seconds=5), D.datetime(2024,1,2,tzinfo=D.timezone.utc), D.timezone(D.timedelta(hours=2), 'X'), D.datetime(2024,3,3,tzinfo=D.timezone(D.timedelta(hours=-5))), D.datetime(2024,1,1,fold=1)])
attempt('py-zoneinfo', lambda: [zoneinfo.ZoneInfo('UTC'), D.datetime(2024,1,1,tzinfo=zoneinfo.ZoneInfo('UTC'))], (0,1,2,3,4,5))
dump('py-numbers', [decimal.Decimal('1.50'), decimal.Decimal('NaN'), fractions.Fraction(3,4), complex(1,-2), range(1,10,2), slice(1,None,2), Ellipsis, NotImplemented, type(None), int, str, list, dict, object, bool])
dump('py-uuid', [uuid.uuid5(uuid.NAMESPACE_DNS, 'x'), uuid.UUID(int=5, is_safe=uuid.SafeUUID.safe)])
dump('py-paths', [pathlib.PurePosixPath('a/b'), pathlib.PureWindowsPath('c:/x'), pathlib.Path('/tmp/x'), pathlib.PosixPath('y')])
dump('py-collections', [collections.OrderedDict(a=1,b=2), collections.defaultdict(list, {'a':[1]}), collections.defaultdict(int), collections.Counter('hello'), collections.deque([1,2,3], maxlen=5), collections.deque(['a']), collections.ChainMap({'a':1},{'b':2}), collections.UserDict(a=1), collections.UserList([1]), collections.UserString('x')])
dump('py-defaultdict-nested', collections.defaultdict(dict, {'x': {'y': 1}}))
dump('py-misc', [types.SimpleNamespace(a=1,b='x'), array.array('d',[1.0,2.0]), array.array('i',[1,2]), ipaddress.ip_address('127.0.0.1'), ipaddress.ip_network('10.0.0.0/8'), ipaddress.ip_address('::1'), bytearray(b'xyz'), memoryview and 1, time.localtime(0), os.stat_result(range(10)) if False else 2])
dump('py-regex', [re.compile('a+b', re.I), re.compile(b'x')])
dump('py-enum', [http.HTTPStatus.OK, re.I, uuid.SafeUUID.safe])
dump('py-exceptions', [ValueError('x'), KeyError('k'), OSError(2,'no'), RuntimeError('a','b'), StopIteration(), UnicodeDecodeError('utf8', b'x', 0, 1, 'bad')])
dump('py-random', [random.Random(5), random.Random(5).getstate()])
dump('py-iter', [iter([1,2]), iter((1,2)), enumerate([1]), zip([1],[2]), reversed([1])], (2,4))
try:
    import numpy as np
except ImportError: sys.exit()
for name, a in {
  'f4': np.arange(6, dtype='f4').reshape(2,3), 'i8': np.arange(4), 'bool': np.array([True,False]), 'c16': np.array([1+2j]), 'str': np.array(['ab','c']), 'bytes': np.array([b'a']), 'fortran': np.asfortranarray(np.ones((2,3))), 'noncontig': np.arange(10)[::2], 'zero-d': np.array(5.0), 'empty': np.empty((0,3)),
  'object': np.array([1,'a',None,[1,2],{'x':1}], dtype=object), 'object-arrays': np.array([np.arange(2), np.arange(3)], dtype=object), 'structured': np.array([(1,2.0,'x')], dtype=[('a','i4'),('b','f8'),('c','U3')]), 'nested-struct': np.zeros(2, dtype=[('p',[('x','f4'),('y','f4',(2,2))])]), 'rec': np.rec.array([(1,2.0)], dtype=[('a','i4'),('b','f8')]), 'datetime': np.array(['2024-01-01'], dtype='M8[D]'), 'timedelta': np.array([5], dtype='m8[ns]'), 'bigendian': np.array([1,2],dtype='>i4'), 'half': np.ones(3,'f2'), 'void': np.zeros(2,'V5'), 'masked': np.ma.array([1,2,3], mask=[0,1,0]), 'masked-const': np.ma.masked, 'matrix': np.matrix([[1,2]]), 'chararray': np.char.array(['a','b']), 'longdouble': np.ones(2, np.longdouble), 'aligned': np.zeros(2, np.dtype([('a','i1'),('b','f8')], align=True)), 'memmaplike': np.arange(4).view(np.ndarray), 'masked-struct': np.ma.array([(1,2.)], dtype=[('a',int),('b',float)])}.items():
    dump('np-'+name, a)
dump('np-scalars', [np.float64(1.5), np.int32(3), np.bool_(True), np.str_('x'), np.bytes_(b'x'), np.datetime64('2024-01-01'), np.timedelta64(5,'s'), np.complex64(1+2j), np.float16(1), np.longdouble(1), np.void(b'abc'), np.array([(1,2.)],dtype='i4,f8')[0], np.uint8(2)])
dump('np-dtypes', [np.dtype('f4'), np.dtype([('a','i4')]), np.dtype('M8[ns]'), np.float32, np.int64, np.ndarray, np.dtype('U5'), np.dtype(('f4',(2,))), np.dtype('O'), np.dtype('>u2'), np.dtype('f8', metadata={'a':1})])
rs = np.random.RandomState(1); rs.rand()
attempt('np-randomstate', lambda: rs)
attempt('np-random-state-tuple', lambda: [np.random.get_state(), np.random.RandomState(3).get_state(legacy=False)])
for bg in ['PCG64','MT19937','Philox','SFC64','PCG64DXSM']:
    attempt('np-generator-'+bg, lambda: np.random.Generator(getattr(np.random,bg)(5)))
attempt('np-bitgen', lambda: np.random.PCG64(3))
attempt('np-seedseq', lambda: np.random.SeedSequence(5))
attempt('np-poly', lambda: [np.poly1d([1,2]), np.polynomial.Polynomial([1,2]), np.polynomial.Chebyshev([1,2]), np.polynomial.Legendre([1]), np.polynomial.Hermite([1]), np.polynomial.Laguerre([1]), np.polynomial.HermiteE([1])])
attempt('np-ufunc', lambda: [np.add, np.exp, np.log1p, np.sqrt])
attempt('np-funcs', lambda: [np.mean, np.sum, np.max, np.median])
if hasattr(np,'dtypes') and hasattr(np.dtypes,'StringDType'):
    attempt('np-stringdtype', lambda: np.array(['a','bcd'], dtype=np.dtypes.StringDType()))
# scipy
try:
    import scipy.sparse as sp, scipy
    for f in ['csr','csc','coo','lil','dok','dia','bsr']:
        attempt(f'sp-{f}-matrix', lambda: getattr(sp, f+'_matrix')(np.eye(3)))
        if hasattr(sp, f+'_array'): attempt(f'sp-{f}-array', lambda: getattr(sp, f+'_array')(np.eye(3)))
    import scipy.interpolate, scipy.stats, scipy.spatial, scipy.optimize
    x=np.arange(10.)
    for n,m in {'interp1d':lambda: scipy.interpolate.interp1d(x,x**2), 'cubic':lambda: scipy.interpolate.CubicSpline(x,x), 'bspline':lambda: scipy.interpolate.BSpline([0,1,2,3,4,5,6,7],[1,2,3,4],3), 'pchip':lambda: scipy.interpolate.PchipInterpolator(x,x), 'univ':lambda: scipy.interpolate.UnivariateSpline(x,x), 'kdtree':lambda: scipy.spatial.KDTree(np.random.rand(5,2)), 'ckdtree':lambda: scipy.spatial.cKDTree(np.random.rand(5,2)), 'kde':lambda: scipy.stats.gaussian_kde(np.random.rand(10)), 'norm':lambda: scipy.stats.norm(0,1), 'optres': lambda: scipy.optimize.OptimizeResult(x=1), 'rotation': lambda: scipy.spatial.transform.Rotation.from_euler('z',90,degrees=True), 'rbf': lambda: scipy.interpolate.RBFInterpolator(np.random.rand(5,2),np.arange(5.)), 'ratint': lambda: scipy.interpolate.RegularGridInterpolator((x,x),np.ones((10,10)))}.items():
        attempt('scipy-'+n, m)
except ImportError as e: print(e)
# pandas
try:
    import pandas as pd
    df = pd.DataFrame({'i':[1,2,3],'f':[1.,2.,np.nan],'s':['a','b',None],'b':[True,False,True],'d':pd.to_datetime(['2024-01-01']*3),'c':pd.Categorical(['x','y','x']),'td':pd.to_timedelta([1,2,3],'s'),'tz':pd.to_datetime(['2024-01-01']*3).tz_localize('UTC')})
    cases = {'df':lambda: df,'df-multi':lambda: df.set_index(['i','s']),'series':lambda: df['f'],'series-str':lambda: df['s'],'index':lambda: pd.Index([1,2,3]),'rangeindex':lambda: pd.RangeIndex(5),'dtindex':lambda: pd.date_range('2024-01-01',periods=3),'dtindex-tz':lambda: pd.date_range('2024-01-01',periods=3,tz='Europe/Berlin'),'tdindex':lambda: pd.to_timedelta([1,2],'s'),'period':lambda: pd.period_range('2024-01',periods=3,freq='M'),'periodv':lambda: pd.Period('2024-01','M'),'multi':lambda: pd.MultiIndex.from_product([[1,2],['a','b']]),'catindex':lambda: pd.CategoricalIndex(['a','b']),'intervalindex':lambda: pd.interval_range(0,3),'interval':lambda: pd.Interval(0,1),'ts':lambda: [pd.Timestamp('2024-01-01'), pd.Timestamp('2024-01-01',tz='UTC'), pd.Timedelta('1D'), pd.NaT, pd.NA, pd.Timestamp('2024-01-01',tz='Europe/Berlin')],'cat':lambda: pd.Categorical(['a','b']),'int64':lambda: pd.Series([1,None],dtype='Int64'),'bool':lambda: pd.Series([True,None],dtype='boolean'),'string':lambda: pd.Series(['a',None],dtype='string'),'float64':lambda: pd.Series([1.5,None],dtype='Float64'),'sparse':lambda: pd.Series(pd.arrays.SparseArray([0,0,1])),'freq':lambda: [pd.offsets.Day(2), pd.offsets.MonthEnd(), pd.offsets.BDay(), pd.offsets.Hour(3), pd.offsets.Week(weekday=1), pd.offsets.QuarterEnd(), pd.offsets.YearBegin(), pd.DateOffset(months=1)],'empty':lambda: pd.DataFrame(),'dtype':lambda: [pd.CategoricalDtype(['a']), pd.Int32Dtype(), pd.StringDtype(), pd.DatetimeTZDtype('ns','UTC'), pd.PeriodDtype('M'), pd.IntervalDtype('int64'), pd.SparseDtype('f8'), pd.BooleanDtype()],'strcols':lambda: pd.DataFrame({'x':['a','b']}),'nested':lambda: {'df':df,'meta':[1]},'attrs':lambda: (lambda d:(d.attrs.update(a=1),d)[1])(df.copy()), 'groupidx': lambda: df.groupby('c',observed=True)['f'].mean()}
    for n,m in cases.items(): attempt('pd-'+n, m, (2,3,4,5))
except ImportError as e: print(e)
print(made)

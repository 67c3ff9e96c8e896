"""python make_classical.py OUT: every estimator of the installed scikit-learn, and what other libraries of classical models pickle."""
import os, sys, warnings, traceback, time
warnings.filterwarnings('ignore'); os.environ['TF_CPP_MIN_LOG_LEVEL']='3'
ROOT=sys.argv[1]; TAG=''
def out(lib,name):
    d=os.path.join(ROOT,lib+TAG); os.makedirs(d,exist_ok=True); return os.path.join(d,name)
import pickle
def dump(lib,name,obj,how=None,proto=None):
    """how: pickle/joblib/dill/cloudpickle"""
    try:
        if how is None:
            how = ['pickle','joblib'][hash_(name)%2] if HAVE_JOBLIB else 'pickle'
        if how=='joblib':
            import joblib; joblib.dump(obj,out(lib,name+'.joblib'),compress=[0,0,3][hash_(name)%3])
        else:
            p=proto if proto is not None else [2,4,5,4][hash_(name)%4]
            pickle.dump(obj,open(out(lib,name+'.pkl'),'wb'),protocol=p)
    except Exception as e: print('NODUMP',lib,name,repr(e)[:120])
import zlib
def hash_(s): return zlib.crc32(s.encode())
try:
    import joblib; HAVE_JOBLIB=True
except Exception: HAVE_JOBLIB=False
def step(f):
    try: f()
    except Exception as e: print('FAIL',f.__name__,repr(e)[:160])
    return f
import numpy as np, pandas as pd, scipy, sklearn
rng=np.random.default_rng(0)
X=rng.normal(size=(80,5)); y=(X[:,0]+X[:,1]>0).astype(int); yr=X@np.arange(5)+rng.normal(size=80)
Xp=np.abs(X); Y2=np.c_[y,1-y]
@step
def allest():
    from sklearn.utils import all_estimators
    from sklearn.linear_model import LogisticRegression, Ridge
    from sklearn.decomposition import PCA
    from sklearn.preprocessing import StandardScaler
    lib='sklearn'
    for n,c in all_estimators():
        try:
            kw={}
            import inspect
            ps=inspect.signature(c.__init__).parameters
            if 'estimator' in ps and ps['estimator'].default is inspect._empty: kw['estimator']=LogisticRegression() if 'egress' not in n else Ridge()
            if 'estimators' in ps:
                kw['estimators']=[('a',LogisticRegression()),('b',LogisticRegression(C=2))] if 'egress' not in n else [('a',Ridge()),('b',Ridge(2))]
            if 'base_estimator' in ps and ps['base_estimator'].default is inspect._empty: kw['base_estimator']=LogisticRegression() if 'egress' not in n else Ridge()
            if 'transformers' in ps: kw['transformers']=[('s',StandardScaler(),[0,1]),('p',PCA(2),[2,3,4])]
            if 'transformer_list' in ps: kw['transformer_list']=[('s',StandardScaler()),('p',PCA(2))]
            if 'steps' in ps: kw['steps']=[('s',StandardScaler()),('c',LogisticRegression())]
            if 'param_grid' in ps: kw['param_grid']={'C':[1,2]}
            if 'param_distributions' in ps: kw['param_distributions']={'C':scipy.stats.uniform(0.1,2)}; kw['n_iter']=2
            if 'n_iter' in kw and 'n_iter' not in ps: del kw['n_iter']
            if 'n_estimators' in ps: kw['n_estimators']=3
            if 'max_iter' in ps and n not in('BayesianRidge',): kw['max_iter']=20
            e=c(**kw)
            done=False
            for a in ((X,y),(X,yr),(Xp,y),(Xp,np.abs(yr)),(X,Y2),(['a b c','b c d','a d','c c'],),([{'a':1,'b':2},{'a':3}],),(y,),([['a','b'],['c']],),(X[:,:1].ravel(),yr),(X[:,:1].astype(str),y),(X@X.T,y)):
                try: e.fit(*a); done=True; break
                except Exception: pass
            dump(lib,n+('' if done else '-unfitted'),e)
        except Exception as ex: print('est',n,repr(ex)[:80])
@step
def pandas_():
    l='pandas'
    df=pd.DataFrame({'a':[1,2,3],'b':['x','y',None],'c':pd.to_datetime(['2020-01-01','2021-01-01','2022-01-01']),'d':pd.Categorical(['u','v','u'])})
    things=dict(df=df,tz=df.assign(t=df.c.dt.tz_localize('Europe/Paris')),multi=df.set_index(['a','d']),multicol=pd.DataFrame(np.eye(4),columns=pd.MultiIndex.from_product([['a','b'],[1,2]])),
      nullint=pd.Series([1,None,3],dtype='Int64'),nullbool=pd.Series([True,None],dtype='boolean'),string=pd.Series(['a',None],dtype='string'),f32=pd.Series([1.,2.],dtype='Float32'),
      period=pd.period_range('2020',periods=4,freq='M').to_series(),pidx=pd.DataFrame({'v':[1,2]},index=pd.period_range('2020-01',periods=2,freq='Q')),td=pd.Series(pd.to_timedelta([1,2],unit='D')),interval=pd.cut(pd.Series(range(10)),3),
      iv=pd.interval_range(0,5),sparse=pd.DataFrame({'s':pd.arrays.SparseArray([0,0,1])}),rangeidx=pd.Series(range(5)),dtidx=pd.date_range('2020',periods=5,freq='B').to_series(),tzidx=pd.date_range('2020',periods=3,tz='UTC'),catidx=pd.CategoricalIndex(['a','b']),
      obj=pd.Series([{'a':1},[1,2],None]),ts=pd.Timestamp('2020-01-01 10:00',tz='America/New_York'),tdelta=pd.Timedelta('1 days'),nat=pd.NaT,na=pd.NA,freqoff=pd.offsets.MonthEnd(2),cbd=pd.offsets.CustomBusinessDay(),groups=dict(list(df.groupby('d',observed=True))),named=pd.Index([1,2],name='q'),f=pd.Index([1.5,2.5]))
    for k,v in things.items():
        for p in (2,4,5) if k in('df','multi','tz') else (None,): dump(l,f'{k}{p or ""}',v,'pickle',p)
    for k,f in dict(arrow=lambda:df.convert_dtypes(dtype_backend='pyarrow'),arrowstr=lambda:pd.Series(['a','b'],dtype='string[pyarrow]'),arrowlist=lambda:pd.Series([[1],[2,3]],dtype=pd.ArrowDtype(__import__('pyarrow').list_(__import__('pyarrow').int64()))),dec=lambda:pd.Series([1,2],dtype=pd.ArrowDtype(__import__('pyarrow').decimal128(5,2))),
        tsarrow=lambda:pd.Series(pd.to_datetime(['2020']),dtype=pd.ArrowDtype(__import__('pyarrow').timestamp('ns',tz='UTC')))).items():
        try: dump(l,k,f(),'pickle')
        except Exception as e: print(k,repr(e)[:90])
    df.to_pickle(out(l,'z.pkl.gz')); df.to_pickle(out(l,'z.pkl.xz')); df.to_pickle(out(l,'z.pkl.zip'));df.to_pickle(out(l,'z.pkl.bz2'))
    df.to_csv(out(l,'t.csv')); df[['a']].to_json(out(l,'t.json'))
    try: df.to_parquet(out(l,'t.parquet')); df[['a','b']].to_feather(out(l,'t.feather'))
    except Exception as e: print(repr(e)[:90])
    rs=np.random.RandomState(3); dump('numpy','rs',rs,'pickle'); dump('numpy','gen',np.random.default_rng(3),'pickle'); dump('numpy','pcg',np.random.PCG64DXSM(1),'pickle');dump('numpy','philox',np.random.Generator(np.random.Philox(1)),'pickle')
    dump('numpy','ma',np.ma.array([1,2,3],mask=[0,1,0]),'pickle'); dump('numpy','rec',np.rec.array([(1,'a')],dtype=[('x',int),('y','U3')]),'pickle'); dump('numpy','poly',np.poly1d([1,2]),'pickle'); dump('numpy','cheb',np.polynomial.Chebyshev([1,2]),'pickle'); dump('numpy','dt',np.array(['2020-01-01'],dtype='M8[D]'),'pickle'); dump('numpy','f16',{'a':np.float16(2),'b':np.array([1],dtype='>i4'),'s':np.str_('x'),'c':np.complex64(1j)},'pickle'); dump('numpy','mat',np.matrix([[1,2]]),'pickle'); dump('numpy','objarr',np.array([{'a':1},None],dtype=object),'pickle'); dump('numpy','ufunc',{'f':np.tanh},'pickle')
    np.savez(out('numpy','a.npz'),a=X,b=y); np.savez_compressed(out('numpy','b.npz'),**{'x/y':X}); np.save(out('numpy','o.npy'),np.array(['a',None],dtype=object)); np.save(out('numpy','s.npy'),np.zeros(3,dtype=[('a','i4'),('b','f8',(2,))])); np.savetxt(out('numpy','t.txt'),X)
    try: np.save(out('numpy','str.npy'),np.array(['a','bb'],dtype=np.dtypes.StringDType()))
    except Exception as e: pass
@step
def scipy_():
    import scipy.sparse as sp, scipy.interpolate as I, scipy.stats as st, scipy.spatial as S, scipy.signal as sg
    l='scipy'
    m=sp.random(20,10,0.3,random_state=1)
    for f in 'csr csc coo lil dok bsr dia'.split():
        dump(l,f,getattr(m,'to'+f)())
        if hasattr(sp,f+'_array'): dump(l,f+'_array',getattr(sp,f+'_array')(m))
        if f in('csr','csc','coo','bsr','dia'): sp.save_npz(out(l,f+'.npz'),getattr(m,'to'+f)())
    x=np.linspace(0,1,12)
    for n,v in dict(cubic=I.CubicSpline(x,x**2),interp1d=I.interp1d(x,x),rbf=I.RBFInterpolator(X[:20],yr[:20]),us=I.UnivariateSpline(x,x**2),pchip=I.PchipInterpolator(x,x),rgi=I.RegularGridInterpolator((x,x),np.outer(x,x)),bs=I.make_interp_spline(x,x),lin=I.LinearNDInterpolator(X[:,:2],yr),near=I.NearestNDInterpolator(X[:,:2],yr),akima=I.Akima1DInterpolator(x,x),rect=I.RectBivariateSpline(x,x,np.outer(x,x)),
       norm=st.norm(0,1),gamma=st.gamma(2),kde=st.gaussian_kde(x),mvn=st.multivariate_normal([0,0]),rvh=st.rv_histogram(np.histogram(x)),ttest=st.ttest_ind(x,x+1),lr=st.linregress(x,x),ckd=S.cKDTree(X),kd=S.KDTree(X),hull=None,rot=S.transform.Rotation.from_euler('x',[1]),dirac=st.rv_discrete(values=([1,2],[.5,.5])),opt=__import__("scipy.optimize").optimize.minimize(lambda v:(v**2).sum(),[1.,2.]),lti=sg.StateSpace([[1.]],[[1.]],[[1.]],[[0.]]),tf=sg.TransferFunction([1],[1,2]),sos=sg.butter(2,.3,output='sos'),ecdf=st.ecdf(x) if hasattr(st,'ecdf') else None,poisson=st.poisson(3),sobol=st.qmc.Sobol(2)).items():
        if v is not None: dump(l,n,v)
    from scipy import io as sio, optimize as so; sio.savemat(out(l,'m.mat'),{'a':X,'s':{'b':1}}); 
@step
def xgb():
    import xgboost as xb; l='xgboost'
    b=xb.train({'max_depth':2},xb.DMatrix(X,y),2); 
    for e in ('json','ubj'): b.save_model(out(l,'b.'+e))
    try: b.save_model(out(l,'b.deprecated.model'))
    except Exception as e: print(e)
    dump(l,'booster',b)
    for n in 'XGBClassifier XGBRegressor XGBRFClassifier XGBRFRegressor XGBRanker'.split():
        kw=dict(n_estimators=2,max_depth=2)
        m=getattr(xb,n)(**kw)
        if n=='XGBRanker': m.fit(X,y,qid=np.repeat([0,1],40))
        else: m.fit(X,y if 'Class' in n else yr)
        for h in('pickle','joblib'): dump(l,n+'_'+h,m,h)
    m=xb.XGBClassifier(n_estimators=2,early_stopping_rounds=1,eval_metric='auc').fit(X,y,eval_set=[(X,y)],verbose=False); dump(l,'early',m)
    from sklearn.pipeline import make_pipeline; from sklearn.preprocessing import StandardScaler
    dump(l,'pipe',make_pipeline(StandardScaler(),xb.XGBRegressor(n_estimators=2)).fit(X,yr))
    from sklearn.multioutput import MultiOutputRegressor; dump(l,'multi',MultiOutputRegressor(xb.XGBRegressor(n_estimators=2)).fit(X,np.c_[yr,yr]))
    from sklearn.model_selection import GridSearchCV, RandomizedSearchCV; dump(l,'grid',GridSearchCV(xb.XGBClassifier(n_estimators=2),{'max_depth':[1,2]},cv=2).fit(X,y))
    b.dump_model(out(l,'dump.txt')); 
    m=xb.XGBClassifier(n_estimators=2); d=pd.DataFrame(X,columns=list('abcde')); dump(l,'df',m.fit(d,y))
    dump(l,'gblinear',xb.XGBRegressor(n_estimators=2,booster='gblinear').fit(X,yr)); dump(l,'dart',xb.XGBRegressor(n_estimators=2,booster='dart').fit(X,yr))
@step
def lgb():
    import lightgbm as lg; l='lightgbm'
    b=lg.train({'verbose':-1,'num_leaves':3},lg.Dataset(X,y),2); b.save_model(out(l,'b.txt')); dump(l,'booster',b); open(out(l,'b.json'),'w').write(__import__('json').dumps(b.dump_model()))
    for n in 'LGBMClassifier LGBMRegressor LGBMRanker'.split():
        m=getattr(lg,n)(n_estimators=2,num_leaves=3,verbose=-1)
        m.fit(X,y,group=[40,40]) if 'Rank' in n else m.fit(X,y if 'Cl' in n else yr)
        for h in('pickle','joblib'): dump(l,n+'_'+h,m,h)
    m=lg.LGBMClassifier(n_estimators=3,verbose=-1).fit(X,y,eval_set=[(X,y)],callbacks=[lg.early_stopping(2,verbose=False)]); dump(l,'early',m)
    d=pd.DataFrame(X,columns=list('abcde')); d['cat']=pd.Categorical(['a','b']*40); dump(l,'cat',lg.LGBMClassifier(n_estimators=2,verbose=-1).fit(d,y))
    dump(l,'cv',lg.cv({'verbose':-1,'objective':'binary'},lg.Dataset(X,y),2,nfold=2))
@step
def cat():
    import catboost as cb; l='catboost'
    for n in('CatBoostClassifier','CatBoostRegressor','CatBoostRanker'):
        m=getattr(cb,n)(iterations=2,verbose=0,depth=2,train_dir=ROOT)
        m.fit(X,y,group_id=np.repeat([0,1],40)) if 'Rank' in n else m.fit(X,y)
        dump(l,n,m,'pickle'); dump(l,n,m,'joblib'); m.save_model(out(l,n+'.cbm')); 
        if n!='CatBoostRanker': m.save_model(out(l,n+'.json'),format='json')
    m=cb.CatBoostClassifier(iterations=2,verbose=0,train_dir=ROOT).fit(pd.DataFrame({'a':['x','y']*40,'b':X[:,0]}),y,cat_features=['a']); m.save_model(out(l,'c.cbm')); dump(l,'cat',m); m.save_model(out(l,'m.py'),format='python') if False else None
    try: cb.CatBoostRegressor(iterations=2,verbose=0,train_dir=ROOT).fit(X,yr).save_model(out(l,'m.onnx'),format='onnx'); cb.CatBoostRegressor(iterations=2,verbose=0,train_dir=ROOT).fit(X,yr).save_model(out(l,'m.pmml'),format='pmml'); cb.CatBoostRegressor(iterations=2,verbose=0,train_dir=ROOT).fit(X,yr).save_model(out(l,'m.mlmodel'),format='coreml')
    except Exception as e: print(repr(e)[:100])
@step
def sm():
    import statsmodels.api as s, statsmodels.formula.api as sf; l='statsmodels'
    d=pd.DataFrame(X,columns=list('abcde')); d['y']=yr; d['z']=y
    T=pd.Series(np.cumsum(rng.normal(size=80)),index=pd.date_range('2015',periods=80,freq='MS'))
    import statsmodels.tsa.api as tsa
    fs=dict(ols=lambda:s.OLS(yr,s.add_constant(X)).fit(),wls=lambda:s.WLS(yr,X,weights=np.ones(80)).fit(),gls=lambda:s.GLS(yr,X).fit(),logit=lambda:s.Logit(y,X+rng.normal(size=X.shape)).fit(disp=0,maxiter=5),probit=lambda:s.Probit(y,X+2*rng.normal(size=X.shape)).fit(disp=0,maxiter=5),l1=lambda:s.Logit(y,X).fit_regularized(disp=0,maxiter=5),poisson=lambda:s.Poisson(np.abs(yr).astype(int),X*.1).fit(disp=0,maxiter=5),nb=lambda:s.NegativeBinomial(np.abs(yr).astype(int),X*.1).fit(disp=0,maxiter=5),mn=lambda:s.MNLogit((np.arange(80)%3),X).fit(disp=0,maxiter=5),
      glm=lambda:s.GLM(np.abs(yr),X,family=s.families.Gamma(s.families.links.Log() if hasattr(s.families.links,'Log') else None)).fit(maxiter=3),glmb=lambda:s.GLM(y,X,family=s.families.Binomial()).fit(maxiter=3),rlm=lambda:s.RLM(yr,X).fit(),qr=lambda:s.QuantReg(yr,X).fit(),formula=lambda:sf.ols('y ~ a + C(z)',d).fit(),flog=lambda:sf.logit('z ~ c',d).fit(disp=0),mixed=lambda:sf.mixedlm('y~a',d,groups=d.z).fit(),gee=lambda:s.GEE(yr,X,groups=np.repeat(range(8),10)).fit(),
      arima=lambda:tsa.ARIMA(T,order=(1,1,1)).fit(),sarimax=lambda:tsa.SARIMAX(T,order=(1,0,0)).fit(disp=0),ses=lambda:tsa.SimpleExpSmoothing(T).fit(),hw=lambda:tsa.ExponentialSmoothing(T,trend='add').fit(),holt=lambda:tsa.Holt(T).fit(),ar=lambda:tsa.AutoReg(T,2).fit(),var=lambda:tsa.VAR(X[:,:2]).fit(1),uc=lambda:s.tsa.UnobservedComponents(T,'local level').fit(disp=0),stl=lambda:tsa.STL(T).fit(),theta=lambda:tsa.ThetaModel if False else None,ets=lambda:tsa.ETSModel(T).fit(disp=0),kde=lambda:s.nonparametric.KDEUnivariate(yr),ph=lambda:s.PHReg(np.abs(yr),X).fit(),dynf=lambda:s.tsa.DynamicFactor(X[:,:2],k_factors=1,factor_order=1).fit(disp=0,maxiter=3),markov=lambda:s.tsa.MarkovRegression(T,2).fit(maxiter=2,disp=0),
      ecdf=lambda:s.distributions.ECDF(yr),pca=lambda:s.multivariate.PCA(X) if hasattr(s,'multivariate') else None,gam=lambda:None,seas=lambda:tsa.seasonal_decompose(T),olsreg=lambda:s.OLS(yr,X).fit_regularized(),zip=lambda:s.ZeroInflatedPoisson(np.abs(yr).astype(int),X*.1).fit(disp=0,maxiter=3))
    for k,f in fs.items():
        try:
            r=f()
            if r is None: continue
            dump(l,k,r,'pickle')
            if hasattr(r,'save'): r.save(out(l,k+'.pickle'))
            if k in('ols','arima','glm','logit') and hasattr(r,'remove_data'): r.remove_data(); dump(l,k+'_nodata',r)
        except Exception as e: print(k,repr(e)[:100])
@step
def imb():
    import imblearn; l='imblearn'
    import sys,types; sys.modules.setdefault("pytest",types.ModuleType("pytest"))
    from imblearn.utils.testing import all_estimators
    from sklearn.linear_model import LogisticRegression
    yy=(np.arange(80)%5==0).astype(int)
    for n,c in all_estimators():
        try:
            e=c() if n!='Pipeline' else c([('s',imblearn.over_sampling.SMOTE()),('l',LogisticRegression())])
            try: e.fit(X,yy)
            except Exception: pass
            dump(l,n,e)
        except Exception as ex: print(n,repr(ex)[:80])
@step
def ce():
    import category_encoders as c; l='category_encoders'
    d=pd.DataFrame({'a':['x','y','z','x']*20,'b':['u','v']*40})
    for n in c.__all__:
        try: dump(l,n,getattr(c,n)().fit(d,y))
        except Exception as e: print(n,repr(e)[:80])
@step
def hmm():
    from hmmlearn import hmm as h
    dump('hmmlearn','g',h.GaussianHMM(2).fit(X)); dump('hmmlearn','c',h.CategoricalHMM(2).fit(y.reshape(-1,1)) if hasattr(h,'CategoricalHMM') else None); dump('hmmlearn','m',h.GMMHMM(2).fit(X))
@step
def sh():
    import shap, xgboost as xb
    m=xb.XGBRegressor(n_estimators=2).fit(X,yr); e=shap.TreeExplainer(m); dump('shap','tree',e); dump('shap','values',e(X[:3]))
@step
def prophet_():
    import prophet
    p=prophet.Prophet(); dump('prophet','unfit',p)
    from prophet.serialize import model_to_json
@step
def nltk_():
    import nltk; l='nltk'
    from nltk.classify import NaiveBayesClassifier, MaxentClassifier, DecisionTreeClassifier
    tr=[({'a':1,'b':True},'x'),({'a':2,'b':False},'y'),({'a':1,'b':False},'x')]
    dump(l,'nb',NaiveBayesClassifier.train(tr)); dump(l,'dt',DecisionTreeClassifier.train(tr)); dump(l,'me',MaxentClassifier.train(tr,trace=0,max_iter=2))
    sents=[[('a','DT'),('dog','NN'),('runs','VB')],[('the','DT'),('cat','NN')]]
    from nltk.tag import UnigramTagger,BigramTagger,DefaultTagger,RegexpTagger,PerceptronTagger,AffixTagger
    dump(l,'ut',UnigramTagger(sents,backoff=DefaultTagger('NN'))); dump(l,'bt',BigramTagger(sents)); dump(l,'rt',RegexpTagger([(r'.*ing$','VBG')])); dump(l,'at',AffixTagger(sents))
    try:
        t=PerceptronTagger(load=False); t.train(sents); dump(l,'pt',t); dump(l,'ptm',(t.model.weights,t.tagdict,t.classes))
    except Exception as e: print(e)
    from nltk.tokenize.punkt import PunktSentenceTokenizer,PunktTrainer
    tr=PunktTrainer('Hello Mr. Smith. How are you? I am fine. Dr. No came.'); dump(l,'punkt',PunktSentenceTokenizer(tr.get_params()))
    from nltk import FreqDist,ConditionalFreqDist; dump(l,'fd',FreqDist('abca')); dump(l,'cfd',ConditionalFreqDist([('a','b')]))
    from nltk.lm import MLE,Laplace,KneserNeyInterpolated; from nltk.lm.preprocessing import padded_everygram_pipeline
    for c in (MLE,Laplace,KneserNeyInterpolated):
        a,b=padded_everygram_pipeline(2,[['a','b'],['a','c']]); m=c(2); m.fit(a,b); dump(l,'lm_'+c.__name__,m)
    from nltk.stem import PorterStemmer,SnowballStemmer,WordNetLemmatizer; dump(l,'ps',PorterStemmer()); dump(l,'ss',SnowballStemmer('english')); 
    dump(l,'tree',nltk.Tree.fromstring('(S (NP a) (VP b))')); dump(l,'cfg',nltk.CFG.fromstring('S -> A B\nA -> "a"\nB -> "b"'))
@step
def nx_():
    import networkx as nx; l='networkx'
    for n,g in dict(g=nx.karate_club_graph(),d=nx.DiGraph([(1,2)]),m=nx.MultiGraph([(1,2),(1,2)]),md=nx.MultiDiGraph([(1,2)])).items(): dump(l,n,g)
    for w in ('gml','graphml','gexf','edgelist','adjlist'): getattr(nx,'write_'+w)(nx.path_graph(3),out(l,'p.'+w))

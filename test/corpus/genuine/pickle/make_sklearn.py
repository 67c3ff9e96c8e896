import pickle, sys, os, warnings; warnings.filterwarnings('ignore')
import numpy as np
out = sys.argv[1]; os.makedirs(out, exist_ok=True)
from sklearn.utils import all_estimators
from sklearn.datasets import make_classification, make_regression
made=0
def dump(name, obj, protocols=(2,4,5)):
    global made
    for p in protocols:
        try: data = pickle.dumps(obj, protocol=p)
        except Exception as e: print('skip',name,type(e).__name__,str(e)[:80]); return
        if len(data) > 3_000_000: continue
        open(f'{out}/sk-{name}.p{p}.pkl','wb').write(data); made+=1
X,y = make_classification(60,6,random_state=0); Xr,yr = make_regression(60,6,random_state=0)
Xp = np.abs(X)
import sklearn; print(sklearn.__version__)
for name, cls in all_estimators():
    done=False
    for args in ({}, 'est'):
        try:
            if args=='est':
                from sklearn.linear_model import LogisticRegression, Ridge
                from sklearn.tree import DecisionTreeClassifier
                if name in ('VotingClassifier','StackingClassifier'): est=cls([('a',LogisticRegression()),('b',DecisionTreeClassifier())])
                elif name in ('VotingRegressor','StackingRegressor'): est=cls([('a',Ridge()),('b',Ridge())])
                elif name=='Pipeline': est=cls([('a',LogisticRegression())])
                elif name=='ColumnTransformer':
                    from sklearn.preprocessing import StandardScaler; est=cls([('a',StandardScaler(),[0,1]),('b','passthrough',slice(2,4)),('c','drop',[5])])
                elif name=='FeatureUnion':
                    from sklearn.preprocessing import StandardScaler; est=cls([('a',StandardScaler())])
                elif name=='GridSearchCV': est=cls(LogisticRegression(),{'C':[1,2]},cv=2)
                elif name=='RandomizedSearchCV': est=cls(LogisticRegression(),{'C':[1,2]},cv=2,n_iter=2)
                elif 'Regressor' in name or name in ('RegressorChain','TransformedTargetRegressor'): est=cls(Ridge())
                else: est=cls(LogisticRegression())
            else: est=cls()
        except Exception as e: continue
        for n in ('n_estimators','max_iter'):
            try:
                if n=='n_estimators' and hasattr(est,'n_estimators'): est.set_params(n_estimators=3)
                if n=='max_iter' and hasattr(est,'max_iter') and args!='est': est.set_params(max_iter=20)
            except Exception: pass
        fitted=False
        for data in ((X,y),(Xp,y),(Xr,yr),(Xr,np.c_[yr,yr]),(X,np.c_[y,1-y]),(yr,yr),(['a b','b c','a'],None),([{'a':1},{'b':2}],None),(X,None),(y,None),([[1,2],[3]],None)):
            try:
                est.fit(*[d for d in data if d is not None]); fitted=True; break
            except Exception as e: last=e
        if not fitted: print('unfitted',name,str(last)[:60])
        dump(name, est); done=True; break
    if not done: print('not made', name)
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import *
from sklearn.compose import *
from sklearn.ensemble import *
from sklearn.linear_model import *
from sklearn.svm import *
from sklearn.decomposition import *
from sklearn.feature_extraction.text import *
from sklearn.naive_bayes import *
from sklearn.impute import *
from sklearn.gaussian_process import *
from sklearn.gaussian_process.kernels import *
from sklearn.calibration import *
from sklearn.model_selection import GridSearchCV,RandomizedSearchCV,KFold,StratifiedKFold,ShuffleSplit,GroupKFold,TimeSeriesSplit,LeaveOneOut,RepeatedKFold,RepeatedStratifiedKFold,StratifiedShuffleSplit,PredefinedSplit,LeavePOut,LeaveOneGroupOut
from sklearn.neighbors import *
from sklearn.metrics import *
import pandas as pd
dump('pipe-scaler-rf', make_pipeline(StandardScaler(), RandomForestClassifier(3)).fit(X,y))
dump('pipe-tfidf', make_pipeline(TfidfVectorizer(ngram_range=(1,2)), MultinomialNB()).fit(['a good day','bad day','x y'],[0,1,0]))
dump('pipe-hash', make_pipeline(HashingVectorizer(), SGDClassifier()).fit(['a good day','bad day'],[0,1]))
df=pd.DataFrame({'a':X[:,0],'b':list('xy')*30})
ct=ColumnTransformer([('n',make_pipeline(SimpleImputer(),StandardScaler()),['a']),('c',OneHotEncoder(handle_unknown='ignore'),make_column_selector(dtype_include=object))])
dump('pipe-columns', make_pipeline(ct,LogisticRegression()).fit(df,y))
dump('gp-kernels', GaussianProcessRegressor(ConstantKernel()*RBF()+WhiteKernel()+Matern()+RationalQuadratic()*ExpSineSquared()+DotProduct()).fit(X,y))
for loss in ['log_loss','exponential']:
    dump('gb-'+loss, GradientBoostingClassifier(n_estimators=2,loss=loss).fit(X,y))
for loss in ['squared_error','absolute_error','huber','quantile']:
    dump('gbr-'+loss, GradientBoostingRegressor(n_estimators=2,loss=loss).fit(X,y))
for loss in ['squared_error','absolute_error','gamma','poisson','quantile']:
    try: dump('hgbr-'+loss, HistGradientBoostingRegressor(max_iter=2,loss=loss,quantile=.5 if loss=='quantile' else None).fit(X,np.abs(y)+1))
    except Exception as e: print(loss,e)
for loss in ['hinge','log_loss','modified_huber','squared_hinge','perceptron','squared_error','huber','epsilon_insensitive','squared_epsilon_insensitive']:
    dump('sgd-'+loss, SGDClassifier(loss=loss,max_iter=5).fit(X,y))
for k in ['linear','poly','rbf','sigmoid']: dump('svc-'+k, SVC(kernel=k,probability=True).fit(X,y))
for a in ['ball_tree','kd_tree','brute']:
    for m in ['minkowski','manhattan','chebyshev','euclidean']: dump(f'knn-{a}-{m}', KNeighborsClassifier(algorithm=a,metric=m).fit(X,y))
for m in ['cosine','haversine','canberra','braycurtis','hamming']:
    try: dump(f'knn-brute-{m}', KNeighborsClassifier(algorithm='auto',metric=m).fit(X[:,:2],y))
    except Exception as e: print(m,e)
dump('calib', CalibratedClassifierCV(LinearSVC(),cv=2,method='isotonic').fit(X,y))
dump('calib2', CalibratedClassifierCV(LinearSVC(),cv=2).fit(X,y))
dump('search', GridSearchCV(SVC(),{'C':[1,2],'kernel':['rbf']},cv=StratifiedKFold(2)).fit(X,y))
dump('splitters',[KFold(3),StratifiedKFold(2),ShuffleSplit(2),GroupKFold(2),TimeSeriesSplit(2),LeaveOneOut(),RepeatedKFold(n_splits=2),RepeatedStratifiedKFold(n_splits=2),StratifiedShuffleSplit(2),PredefinedSplit([0,1]),LeavePOut(1),LeaveOneGroupOut()])
dump('bunch', __import__('sklearn.datasets').datasets.load_iris())
dump('functr', FunctionTransformer(np.log1p).fit(Xp))
dump('scorer', make_scorer(f1_score))
dump('trees', [__import__('sklearn.tree').tree.DecisionTreeClassifier(max_depth=2,criterion=c).fit(X,y) for c in ('gini','entropy')])
dump('iforest', IsolationForest(n_estimators=3).fit(X)); dump('rfrs', RandomForestClassifier(3,random_state=np.random.RandomState(3)).fit(X,y))
import scipy.stats
try: dump('randsearch', RandomizedSearchCV(SVC(),{'C':scipy.stats.uniform(0.1,5)},n_iter=2,cv=2).fit(X,y))
except Exception as e: print(e)
print(made)

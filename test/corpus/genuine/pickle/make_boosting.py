import pickle,sys,os,warnings; warnings.filterwarnings('ignore')
import numpy as np
out=sys.argv[1]; os.makedirs(out,exist_ok=True)
X=np.random.RandomState(0).rand(60,4); y=(X[:,0]>.5).astype(int)
def dump(n,o):
    for p in (2,4,5): open(f'{out}/{n}.p{p}.pkl','wb').write(pickle.dumps(o,protocol=p))
try:
    import xgboost as xgb
    for c in ('XGBClassifier','XGBRegressor','XGBRanker','XGBRFClassifier','XGBRFRegressor'):
        try:
            m=getattr(xgb,c)(n_estimators=2); m.fit(X,y,**({'group':[60]} if c=='XGBRanker' else {})); dump('xgb-'+c,m)
        except Exception as e: print(c,e)
    dump('xgb-Booster', xgb.train({},xgb.DMatrix(X,y),2)); dump('xgb-unfit', xgb.XGBClassifier())
except Exception as e: print('xgb',e)
try:
    import lightgbm as lgb
    for c in ('LGBMClassifier','LGBMRegressor','LGBMRanker'):
        m=getattr(lgb,c)(n_estimators=2,verbose=-1); m.fit(X,y,**({'group':[60]} if c=='LGBMRanker' else {})); dump('lgb-'+c,m)
    dump('lgb-Booster', lgb.train({'verbose':-1},lgb.Dataset(X,y),2))
except Exception as e: print('lgb',e)

import inspect, importlib, sys
for m in ['sklearn.metrics._classification','sklearn.metrics._ranking','sklearn.metrics._regression','sklearn.metrics.pairwise','sklearn.feature_selection._univariate_selection','sklearn.feature_selection._mutual_info','sklearn.metrics.cluster._supervised','sklearn.preprocessing._data','sklearn.cluster._kmeans']:
    mod=importlib.import_module(m); print(m,' '.join(sorted(n for n,f in vars(mod).items() if inspect.isfunction(f) and f.__module__==m and (not n.startswith('_') or 'lloyd' in n or 'elkan' in n or '_kmeans_' in n))))

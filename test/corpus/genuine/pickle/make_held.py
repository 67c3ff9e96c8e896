"""What holds functions to be called later, annotations, and records of the system: python make_held.py OUT"""
import configparser, functools, inspect, os, pickle, sys, typing
import gpytorch, numpy as np, torch
from scipy import stats
from torch_geometric.nn import GATConv

out = sys.argv[1]
os.makedirs(out, exist_ok=True)
settings = configparser.ConfigParser()
settings.read_string('[a]\nx=1\n[b]\ny=2\n')
x = np.linspace(0, 1, 20)
made = {
    'config': settings,
    'bound': torch.nn.Linear(2, 2).forward,
    'linreg': stats.linregress(x, x**2),
    'ks': stats.kstest(x, 'norm'),
    'stat': os.stat(os.devnull),
    'sig': inspect.signature(lambda a, b=1: None),
    'typing2': typing.Dict[str, typing.List[int]],
    'partial': functools.partial(np.clip, a_min=0, a_max=1),
    'rbf': gpytorch.kernels.ScaleKernel(gpytorch.kernels.RBFKernel(ard_num_dims=5)),
    'gatconv': GATConv(5, 3, heads=2),
}
for name, value in made.items():
    for protocol in (2, 4):
        with open(f'{out}/held-{name}.p{protocol}.pkl', 'wb') as file:
            pickle.dump(value, file, protocol=protocol)

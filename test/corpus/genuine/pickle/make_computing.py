"""Functions that compute, what was raised, and what companions of PyTorch restore: python make_computing.py OUT"""

import functools
import os
import pickle
import statistics
import sys

OUT = sys.argv[1]


def save(name, value, protocol=4):
    with open(os.path.join(OUT, name), 'wb') as file:
        pickle.dump(value, file, protocol)


def tables():
    import numpy
    import pandas
    import scipy.special
    import scipy.stats
    from sklearn.exceptions import NotFittedError
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import FunctionTransformer

    save('num2-functions.pkl', [numpy.conjugate, numpy.fft.fft, numpy.geomspace, functools.partial(numpy.percentile, q=95), scipy.special.logsumexp,
         scipy.stats.gmean, pandas.to_numeric, pandas.DataFrame.to_numpy, functools.partial(pandas.cut, bins=3), statistics.mean, numpy.random.normal])
    save('num2-errors.pkl', [numpy.linalg.LinAlgError('Singular matrix'), pandas.errors.EmptyDataError('none'), NotFittedError('not yet'), SystemExit(2)], 5)
    save('sk19-functions.pkl', make_pipeline(FunctionTransformer(pandas.get_dummies), FunctionTransformer({'a': 1}.get), FunctionTransformer(' '.join)), 2)


def companions():
    import tokenizers
    import torch
    import torch_geometric.data
    import torchvision
    from tensordict import TensorDict
    from torch.ao.quantization import get_default_qconfig_mapping
    from torch.ao.quantization.quantize_fx import convert_fx, prepare_fx

    network = torch.nn.Sequential(torch.nn.Conv2d(1, 2, 1), torch.nn.ReLU()).eval()
    prepared = prepare_fx(network, get_default_qconfig_mapping(), (torch.ones(1, 1, 2, 2),))
    prepared(torch.ones(1, 1, 2, 2))
    torch.save(convert_fx(prepared), os.path.join(OUT, 'torch-fx-quantised.pt'))
    torch.save({'weights': torchvision.models.optical_flow.Raft_Small_Weights.C_T_V2, 'loss': [torch.nn.functional.pairwise_distance, torch.stack]},
               os.path.join(OUT, 'torch-weights-by-name.pt'))
    graph = torch_geometric.data.Data(x=torch.ones(3, 2), edge_index=torch.tensor([[0, 1], [1, 2]]))
    torch.save(torch_geometric.data.Batch.from_data_list([graph, graph]), os.path.join(OUT, 'torch-graph-batch.pt'))
    torch.save(TensorDict({'a': torch.ones(2), 'b': {'c': torch.ones(2, 1)}}, [2]).lock_(), os.path.join(OUT, 'torch-tensordict.pt'))
    words = tokenizers.Tokenizer(tokenizers.models.WordLevel({'a': 0, 'b': 1}, unk_token='a'))
    save('lib-encoding.pkl', words.encode('b'))


if __name__ == '__main__':
    tables()
    companions()

"""Pickles of gensim, statsmodels, OmegaConf, EasyDict, tokenizers, JAX, TensorFlow and Pillow: python make_libraries.py OUT

Each library is tried by itself: run it in the environments that have them.
"""
import functools, pickle, sys
import numpy as np
OUT = sys.argv[1]

def case(name):
    def run(make):
        try: make(f'{OUT}/{name}')
        except Exception as error: print(name, error)
    return run

def dump(value, path): pickle.dump(value, open(path, 'wb'))

@case('omegaconf.pkl')
def _(path):
    from omegaconf import OmegaConf
    dump(OmegaConf.create([1, {'a': 'b'}]), path)

@case('easydict.pth.tar')
def _(path):
    import torch
    from easydict import EasyDict
    torch.save({'cfg': EasyDict(a=1, b=dict(c=[1, dict(d=3)])), 'state_dict': torch.nn.Linear(4, 4).state_dict()}, path)

@case('tokenizers.pkl')
def _(path):
    from tokenizers import Tokenizer, models, normalizers, trainers
    tokenizer = Tokenizer(models.BPE(unk_token='<unk>')); tokenizer.normalizer = normalizers.NFKC()
    tokenizer.train_from_iterator(['import os', 'eval(exec)'], trainers.BpeTrainer(special_tokens=['<unk>']))
    dump(tokenizer, path)

@case('partial-layers.pkl')
def _(path):
    import torch
    dump({'act': functools.partial(torch.nn.functional.gelu, approximate='tanh'), 'norm': functools.partial(torch.nn.LayerNorm, eps=1e-6)}, path)

@case('activations.pt')
def _(path):
    import torch
    torch.save({'act': torch.nn.functional.relu, 'act2': torch.tanh, 'init': torch.nn.init.xavier_uniform_}, path)

@case('pillow.pkl')
def _(path):
    from PIL import Image
    dump(Image.new('RGB', (4, 4)), path)

@case('model-output.pt')
def _(path):
    import torch
    from transformers.modeling_outputs import BaseModelOutput
    torch.save(BaseModelOutput(last_hidden_state=torch.ones(1)), path)

@case('transformers5-tokenizer.pkl')
def _(path):
    import transformers
    open(f'{OUT}/vocab.txt', 'w').write('\n'.join(['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]', 'os', 'eval']))
    dump(transformers.BertTokenizer(f'{OUT}/vocab.txt'), path)

SENTENCES = [['os', 'system', 'eval'], ['a', 'b', 'c']] * 5

@case('word2vec.model')
def _(path):
    from gensim.models import Word2Vec
    Word2Vec(SENTENCES, vector_size=4, min_count=1).save(path)

@case('tfidf.gensim')
def _(path):
    import gensim
    gensim.models.TfidfModel(dictionary=gensim.corpora.Dictionary(SENTENCES)).save(path)

@case('statsmodels-ols.pickle')
def _(path):
    import statsmodels.api as sm
    sm.OLS(np.arange(40), np.random.rand(40, 4)).fit().save(path)

@case('jax-optax.pkl')
def _(path):
    import jax.numpy as jnp, optax
    dump(optax.adam(1e-3).init({'d': {'kernel': jnp.ones((2, 2)), 'bias': jnp.ones(2, jnp.bfloat16)}}), path)

@case('pandas-intervals.pkl')
def _(path):
    import pandas as pd
    pd.DataFrame({'a': [1, 2, 3], 'iv': pd.interval_range(0, 3)}).to_pickle(path)

@case('tensorflow.pkl')
def _(path):
    import tensorflow as tf
    dump({'t': tf.constant([1.0]), 'shape': tf.TensorShape([1, 2]), 'dtype': tf.float32}, path)

@case('distributed-checkpoint.metadata')
def _(path):
    import os, torch, torch.distributed.checkpoint as checkpoint
    checkpoint.save({'model': torch.nn.Linear(4, 4).state_dict()}, checkpoint_id=f'{OUT}/dcp')
    os.replace(f'{OUT}/dcp/.metadata', path)

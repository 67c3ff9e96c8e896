import torch, sys, os, warnings, collections, argparse, io, pickle; warnings.filterwarnings('ignore')
import torch.nn as nn, numpy as np
out=sys.argv[1]; os.makedirs(out,exist_ok=True); made=0
def save(name,obj,legacy=True):
    global made
    for leg in ((False,True) if legacy else (False,)):
        try: torch.save(obj, f"{out}/t-{name}{'.legacy' if leg else ''}.pt", _use_new_zipfile_serialization=not leg); made+=1
        except Exception as e: print('skip',name,leg,type(e).__name__,str(e)[:100])
class _: pass
m = nn.Sequential(nn.Linear(4,8), nn.ReLU(), nn.BatchNorm1d(8), nn.Linear(8,2))
save('state-dict', m.state_dict())
save('state-dict-half', {k:v.half() if v.is_floating_point() else v for k,v in m.state_dict().items()})
save('dtypes', {str(d): torch.zeros(3).to(d) for d in (torch.float64,torch.float32,torch.float16,torch.bfloat16,torch.int64,torch.int32,torch.int16,torch.int8,torch.uint8,torch.bool,torch.complex64,torch.complex128)})
save('float8', {'a': torch.zeros(3).to(torch.float8_e4m3fn)}, False)
save('shared', (lambda w:{'a':w,'b':w,'c':w[2:],'d':w.t()})(torch.randn(6,4)))
save('scalars', {'step':torch.tensor(5),'x':torch.tensor(1.5),'e':torch.empty(0)})
save('parameter', nn.Parameter(torch.randn(3)))
save('buffers', {'p':nn.Parameter(torch.randn(2)), 't':torch.randn(2,requires_grad=True)})
save('sparse', torch.eye(3).to_sparse()); save('csr', torch.eye(3).to_sparse_csr())
save('quant', torch.quantize_per_tensor(torch.randn(4),.1,0,torch.qint8)); save('quantc', torch.quantize_per_channel(torch.randn(2,3),torch.tensor([.1,.2]),torch.tensor([0,0]),0,torch.qint8))
save('nested', torch.nested.nested_tensor([torch.randn(2),torch.randn(3)]))
save('meta', torch.empty(3,device='meta'))
save('storage', torch.randn(4).storage()); save('ustorage', torch.randn(4).untyped_storage())
save('size', {'s':torch.Size([2,3]),'d':torch.device('cpu'),'dt':torch.float32,'l':torch.strided,'mf':torch.channels_last,'q':torch.per_tensor_affine})
save('generator-state', {'rng':torch.get_rng_state(),'np':np.random.get_state()})
save('finfo', torch.finfo(torch.float32)) if False else None
save('conj', {'c':torch.zeros(2,dtype=torch.cfloat).conj(),'n':torch._neg_view(torch.ones(2))})
t=torch.randn(3); t.note='hello'; save('attrs', t)
for name,opt in {'adam':torch.optim.Adam,'adamw':torch.optim.AdamW,'sgd':lambda p:torch.optim.SGD(p,.1,momentum=.9),'rms':torch.optim.RMSprop,'adagrad':torch.optim.Adagrad,'lbfgs':torch.optim.LBFGS,'adamax':torch.optim.Adamax,'nadam':torch.optim.NAdam,'radam':torch.optim.RAdam,'rprop':torch.optim.Rprop,'adadelta':torch.optim.Adadelta,'asgd':torch.optim.ASGD}.items():
    o=opt(m.parameters())
    def closure():
        o.zero_grad(); l=m(torch.randn(5,4)).sum(); l.backward(); return l
    o.step(closure)
    save('opt-'+name, o.state_dict()); save('opt-whole-'+name, o)
o=torch.optim.SGD(m.parameters(),.1)
S=torch.optim.lr_scheduler
for n,s in {'step':S.StepLR(o,1),'cos':S.CosineAnnealingLR(o,5),'plateau':S.ReduceLROnPlateau(o),'exp':S.ExponentialLR(o,.9),'multi':S.MultiStepLR(o,[1,2]),'one':S.OneCycleLR(o,.1,10),'lin':S.LinearLR(o),'lambda':S.LambdaLR(o,lambda e:1.)}.items(): save('sched-'+n, s.state_dict())
save('checkpoint', {'epoch':3,'model_state_dict':m.state_dict(),'optimizer_state_dict':o.state_dict(),'loss':0.5,'args':argparse.Namespace(lr=.1,name='x'),'best':torch.tensor(.5)})
save('lightning', {'epoch':1,'global_step':10,'pytorch-lightning_version':'2.2.0','state_dict':m.state_dict(),'loops':{'fit_loop':{'state_dict':{},'epoch_loop.batch_progress':{'total':{'ready':1}}}},'callbacks':{"ModelCheckpoint{'monitor': None}":{'monitor':None,'best_model_score':torch.tensor(.5),'best_k_models':{},'dirpath':'/x'}},'optimizer_states':[o.state_dict()],'lr_schedulers':[],'hparams_name':'kwargs','hyper_parameters':{'lr':.1,'layers':[1,2]}})
save('yolo-like', {'model':m.state_dict(),'ema':None,'updates':5,'train_args':{'imgsz':640},'date':'2024-01-01','version':'8.0'})
save('numpy-in', {'a':np.arange(3.),'b':np.float64(3),'o':collections.OrderedDict(a=1)})
# whole modules: every nn class that can be built
args={'Linear':(2,3),'Bilinear':(2,3,4),'Conv1d':(2,3,1),'Conv2d':(2,3,1),'Conv3d':(2,3,1),'ConvTranspose1d':(2,3,1),'ConvTranspose2d':(2,3,1),'ConvTranspose3d':(2,3,1),'Embedding':(3,2),'EmbeddingBag':(3,2),'LayerNorm':(3,),'GroupNorm':(1,2),'LSTM':(2,3),'GRU':(2,3),'RNN':(2,3),'LSTMCell':(2,3),'GRUCell':(2,3),'RNNCell':(2,3),'RNNCellBase':(2,3,True,4),'RNNBase':('LSTM',2,3),'MultiheadAttention':(4,2),'TransformerEncoderLayer':(4,2,8),'TransformerDecoderLayer':(4,2,8),'Transformer':(4,2,1,1,8),'Flatten':(),'Unflatten':(1,(1,2)),'Threshold':(1.,2.),'LocalResponseNorm':(2,),'CrossMapLRN2d':(2,),'PixelShuffle':(2,),'PixelUnshuffle':(2,),'ChannelShuffle':(2,),'Fold':(2,1),'Unfold':(1,),'AdaptiveLogSoftmaxWithLoss':(4,8,[2,4]),'ZeroPad1d':(1,),'ZeroPad2d':(1,),'ZeroPad3d':(1,),'AdaptiveAvgPool1d':(1,),'AdaptiveAvgPool2d':(1,),'AdaptiveAvgPool3d':(1,),'AdaptiveMaxPool1d':(1,),'AdaptiveMaxPool2d':(1,),'AdaptiveMaxPool3d':(1,),'FractionalMaxPool2d':(2,1),'FractionalMaxPool3d':(2,1),'LPPool1d':(1,2),'LPPool2d':(1,2),'LPPool3d':(1,2),'TripletMarginWithDistanceLoss':(),'ParameterList':([nn.Parameter(torch.ones(2))],),'ParameterDict':({'a':nn.Parameter(torch.ones(2))},),'ModuleList':([nn.Linear(1,1)],),'ModuleDict':({'a':nn.Linear(1,1)},),'Sequential':(nn.Linear(1,1),)}
import inspect
for n in sorted(dir(nn)):
    c=getattr(nn,n)
    if not inspect.isclass(c) or not issubclass(c,nn.Module): continue
    ok=False
    for a in ([args[n]] if n in args else [(),(2,),(1,2)]):
        if n=='FractionalMaxPool2d' or n=='FractionalMaxPool3d':
            try: save('nn-'+n, c(2,output_size=1)); ok=True; break
            except Exception: continue
        try: mod=c(*a); ok=True; break
        except Exception as e: pass
    if ok: save('nn-'+n, mod, False)
    else: print('no',n)
save('module-seq', m); save('module-tenc', nn.TransformerEncoder(nn.TransformerEncoderLayer(4,2,8),2)); 
sn=nn.utils.spectral_norm(nn.Linear(2,2)); save('module-spectral', sn)
wn=nn.utils.weight_norm(nn.Linear(2,2)); save('module-weightnorm', wn)
wn=nn.utils.parametrizations.weight_norm(nn.Linear(2,2)); save('module-parametrized-sd', wn.state_dict())
import torch.nn.utils.prune as prune
p=nn.Linear(2,2); prune.l1_unstructured(p,'weight',1); save('module-pruned', p)
q=torch.ao.quantization.quantize_dynamic(nn.Sequential(nn.Linear(2,2)),{nn.Linear}); save('module-qdyn', q); save('module-qdyn-sd', q.state_dict())
def ds():
    from torch.utils.data import TensorDataset, DataLoader, Subset, ConcatDataset
    d=TensorDataset(torch.ones(4,2),torch.ones(4)); save('dataset', d); save('subset', Subset(d,[0,1])); save('concat',ConcatDataset([d,d]))
ds()
D=torch.distributions
save('distributions', [D.Normal(torch.tensor(0.),torch.tensor(1.)), D.Categorical(logits=torch.zeros(3))])
gs=torch.cuda.amp.GradScaler(enabled=False); save('gradscaler', gs.state_dict())
save('swa', torch.optim.swa_utils.AveragedModel(nn.Linear(2,2)).state_dict())
save('packed', torch.nn.utils.rnn.pack_padded_sequence(torch.ones(2,1,3),[2]))
save('bf16shard', {f'model.layers.{i}.w': torch.zeros(2,2,dtype=torch.bfloat16) for i in range(400)})
# pickled directly
for pr in (2,4,5):
    pickle.dump(m.state_dict(), open(f'{out}/t-direct.p{pr}.pkl','wb'),protocol=pr); pickle.dump(torch.ones(3), open(f'{out}/t-tensor.p{pr}.pkl','wb'),protocol=pr)
for pr in (3,4,5): torch.save(m.state_dict(), f'{out}/t-proto{pr}.pt', pickle_protocol=pr)
# script and trace
torch.jit.script(nn.Linear(2,2)).save(f'{out}/ts-script.pt'); torch.jit.trace(m.eval(),torch.ones(1,4)).save(f'{out}/ts-trace.pt')
try:
    import transformers
    from transformers import TrainingArguments, Seq2SeqTrainingArguments
    import transformers.training_args as ta
    def mk(cls):
        a=cls.__new__(cls)
        return a
    os.environ['CUDA_VISIBLE_DEVICES']=''
    for cls in (TrainingArguments, Seq2SeqTrainingArguments):
        try: a=cls(output_dir='x'); save('training-args-'+cls.__name__, a); 
        except Exception as e: print('ta', type(e).__name__, str(e)[:300])
    from transformers import LlamaConfig, BertConfig, LlamaForCausalLM, BertModel, GPT2Config, GPT2LMHeadModel, T5Config, GenerationConfig
    save('hf-configs',[LlamaConfig(),BertConfig(),GPT2Config(),GenerationConfig()])
    save('hf-llama', LlamaForCausalLM(LlamaConfig(vocab_size=10,hidden_size=8,intermediate_size=8,num_hidden_layers=1,num_attention_heads=2,num_key_value_heads=2)),False)
    save('hf-bert', BertModel(BertConfig(vocab_size=10,hidden_size=8,intermediate_size=8,num_hidden_layers=1,num_attention_heads=2)),False)
    save('hf-gpt2', GPT2LMHeadModel(GPT2Config(vocab_size=10,n_embd=8,n_layer=1,n_head=2)),False)
    save('hf-llama-sd', LlamaForCausalLM(LlamaConfig(vocab_size=10,hidden_size=8,intermediate_size=8,num_hidden_layers=1,num_attention_heads=2,num_key_value_heads=2)).state_dict())
    from transformers.trainer_callback import TrainerState
except Exception as e: print('hf', type(e).__name__, str(e)[:200])
print(made)

import torch,sys,os
out=sys.argv[1]
import transformers
from transformers import TrainingArguments, Seq2SeqTrainingArguments
for cls in (TrainingArguments, Seq2SeqTrainingArguments):
  for leg in (0,1):
    for i,kw in enumerate([{},dict(fp16=False,lr_scheduler_type='cosine',optim='adamw_torch',save_strategy='epoch',eval_strategy='epoch',report_to=[],fsdp='',label_names=['a'],logging_dir='y',load_best_model_at_end=True, gradient_checkpointing=True, lr_scheduler_kwargs={'a':1})]):
        try: torch.save(cls(output_dir='x',**kw), f'{out}/t-training-args-{cls.__name__}-{i}-{leg}.bin', _use_new_zipfile_serialization=not leg)
        except Exception as e: print(type(e).__name__, str(e)[:300])

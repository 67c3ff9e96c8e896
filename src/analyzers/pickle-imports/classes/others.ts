import type { ClassFamily } from './family.ts';

/** Classes of other libraries that stand in checkpoints and training arguments, read one by one. */
export const OTHERS: ClassFamily = {
  objects: {
    'transformers.integrations.deepspeed': 'HfDeepSpeedConfig HfTrainerDeepSpeedConfig',
    'transformers.deepspeed': 'HfDeepSpeedConfig HfTrainerDeepSpeedConfig',
    'accelerate.utils.deepspeed': 'HfDeepSpeedConfig',
    'accelerate.utils.dataclasses': 'DeepSpeedPlugin DistributedDataParallelKwargs GradientAccumulationPlugin',
    'transformers.utils.quantization_config': 'AwqConfig BitsAndBytesConfig GPTQConfig QuantizationConfigMixin',
    'trl.trainer.sft_config': 'SFTConfig',
    'trl.trainer.dpo_config': 'DPOConfig',
    'trl.trainer.grpo_config': 'GRPOConfig',
    'trl.trainer.kto_config': 'KTOConfig',
    'trl.trainer.orpo_config': 'ORPOConfig',
    'trl.trainer.reward_config': 'RewardConfig',
    'sentence_transformers.training_args': 'SentenceTransformerTrainingArguments',
    'peft.tuners.lora': 'LoraConfig',
    'peft.tuners.lora.config': 'LoraConfig LoftQConfig LoraRuntimeConfig',
    'ultralytics.utils': 'IterableSimpleNamespace',
    'ultralytics.yolo.utils': 'IterableSimpleNamespace',
  },
  enums: {
    'transformers.utils.quantization_config': 'AWQLinearVersion AwqBackendPackingMethod QuantizationMethod',
    'peft.utils.peft_types': 'PeftType TaskType',
    'trl.trainer.dpo_config': 'FDivergenceType',
    'sentence_transformers.training_args': 'BatchSamplers MultiDatasetBatchSamplers',
  },
  mappings: {
    'pytorch_lightning.utilities.parsing': 'AttributeDict',
    'lightning.pytorch.utilities.parsing': 'AttributeDict',
    'lightning_fabric.utilities.data': 'AttributeDict',
    'lightning.fabric.utilities.data': 'AttributeDict',
  },
};

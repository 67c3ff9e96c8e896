import type { ClassFamily } from './family.ts';

/** Classes of other libraries that stand in checkpoints and training arguments, read one by one. */
export const OTHERS: ClassFamily = {
  objects: {
    // What texts were cut and counted by, beside the weights; `analyzer` is a function, which is told by its own name.
    'keras.preprocessing.text': 'Tokenizer',
    'keras_preprocessing.text': 'Tokenizer',
    'keras.src.preprocessing.text': 'Tokenizer',
    'keras.src.legacy.preprocessing.text': 'Tokenizer',
    'tf_keras.preprocessing.text': 'Tokenizer',
    'tf_keras.src.preprocessing.text': 'Tokenizer',
    'tensorflow.python.keras.preprocessing.text': 'Tokenizer',
    'tensorflow.python.keras._impl.keras.preprocessing.text': 'Tokenizer',
    'keras.src.constraints.constraints': 'Constraint MaxNorm MinMaxNorm NonNeg UnitNorm',
    'keras.src.initializers.constant_initializers': 'Constant Identity Ones STFT Zeros',
    'keras.src.initializers.random_initializers':
      'GlorotNormal GlorotUniform HeNormal HeUniform LecunNormal LecunUniform Orthogonal RandomInitializer RandomNormal RandomUniform TruncatedNormal VarianceScaling',
    'keras.src.optimizers.schedules.learning_rate_schedule':
      'CosineDecay CosineDecayRestarts ExponentialDecay InverseTimeDecay LearningRateSchedule PiecewiseConstantDecay PolynomialDecay',
    'keras.src.regularizers.regularizers': 'L1 L1L2 L2 OrthogonalRegularizer Regularizer',
    'transformers.integrations.deepspeed': 'HfDeepSpeedConfig HfTrainerDeepSpeedConfig',
    'transformers.deepspeed': 'HfDeepSpeedConfig HfTrainerDeepSpeedConfig',
    'accelerate.utils.deepspeed': 'HfDeepSpeedConfig',
    'transformers.utils.quantization_config': 'AwqConfig BitsAndBytesConfig GPTQConfig QuantizationConfigMixin',
    'trl.trainer.sft_config': 'SFTConfig',
    'trl.trainer.dpo_config': 'DPOConfig',
    'trl.trainer.grpo_config': 'GRPOConfig',
    'trl.trainer.rloo_config': 'RLOOConfig',
    'trl.trainer.ppo_config': 'PPOConfig',
    'trl.trainer.online_dpo_config': 'OnlineDPOConfig',
    'trl.trainer.kto_config': 'KTOConfig',
    'trl.trainer.orpo_config': 'ORPOConfig',
    'trl.trainer.reward_config': 'RewardConfig',
    'sentence_transformers.training_args': 'SentenceTransformerTrainingArguments',
    'peft.tuners.lora': 'LoraConfig',
    'peft.tuners.lora.config': 'LoraConfig LoftQConfig LoraRuntimeConfig',
    'torch.distributed.checkpoint.metadata':
      'BytesStorageMetadata ChunkStorageMetadata Metadata MetadataIndex StorageMeta TensorStorageMetadata',
    'torch.distributed.checkpoint.filesystem': '_StorageInfo',
    'torch.optim': 'Adafactor Muon',
    'transformers.cache_utils':
      'BaseQuantizedLayer Cache CacheLayerMixin DFlashCache DummyLayer DynamicCache DynamicIndexedLayer DynamicLayer DynamicSlidingWindowLayer EncoderDecoderCache Fp8QuantizedLayer HQQQuantizedLayer KVSharingDict LinearAttentionAndFullAttentionLayer LinearAttentionAndSlidingWindowAttentionLayer LinearAttentionAndStaticFullAttentionLayer LinearAttentionAndStaticSlidingWindowAttentionLayer LinearAttentionCacheLayerMixin LinearAttentionLayer MtpCache QuantizedCache QuantizedLayer QuantoQuantizedLayer SlidingWindowCache StaticCache StaticIndexedLayer StaticLayer StaticSlidingWindowLayer',
    'torch.distributed.checkpoint.planner': 'WriteItem',
    'torch.distributed.tensor._dtensor_spec': 'DTensorSpec',
    'torch.distributed._tensor._dtensor_spec': 'DTensorSpec',
    'torch.distributed._mesh_layout': '_MeshLayout _FlatLayout',
    'torch.distributed._tensor.placement_types': 'DTensorSpec Partial Replicate Shard _Partial _StridedShard',
    'ultralytics.utils': 'IterableSimpleNamespace',
    'joblib.memory': 'Memory',
    // It compares addresses, texts and partial functions, when a member is looked up.
    'torchvision.models._api': 'Weights',
    'torch.utils.data.distributed': 'DistributedSampler',
    'ultralytics.yolo.utils': 'IterableSimpleNamespace',
  },
  // Ultralytics 8.4: modules of PyTorch without states of their own.
  restored: {
    // Stores its state, and looks process groups up among those that are there.
    'torch.distributed.device_mesh': 'DeviceMesh',
    'torch.distributed._tensor.device_mesh': 'DeviceMesh',
    // C++ records of a number or a text.
    'torch.distributed.tensor.placement_types': 'Partial Replicate Shard _StridedShard',
    // Their `__setstate__` is the one of PyTorch's optimizers, with defaults for groups that lack them.
    'schedulefree.adamw_schedulefree': 'AdamWScheduleFree',
    'schedulefree.adamw_schedulefree_closure': 'AdamWScheduleFreeClosure',
    'schedulefree.adamw_schedulefree_paper': 'AdamWScheduleFreePaper',
    'schedulefree.adamw_schedulefree_reference': 'AdamWScheduleFreeReference',
    'schedulefree.radam_schedulefree': 'RAdamScheduleFree',
    'schedulefree.radam_schedulefree_closure': 'RAdamScheduleFreeClosure',
    'schedulefree.sgd_schedulefree': 'SGDScheduleFree',
    'schedulefree.sgd_schedulefree_closure': 'SGDScheduleFreeClosure',
    'schedulefree.sgd_schedulefree_reference': 'SGDScheduleFreeReference',
    'torch_optimizer.a2grad': 'A2GradExp A2GradInc A2GradUni',
    'torch_optimizer.accsgd': 'AccSGD',
    'torch_optimizer.adabelief': 'AdaBelief',
    'torch_optimizer.adabound': 'AdaBound',
    'torch_optimizer.adafactor': 'Adafactor',
    'torch_optimizer.adahessian': 'Adahessian',
    'torch_optimizer.adamod': 'AdaMod',
    'torch_optimizer.adamp': 'AdamP',
    'torch_optimizer.aggmo': 'AggMo',
    'torch_optimizer.apollo': 'Apollo',
    'torch_optimizer.diffgrad': 'DiffGrad',
    'torch_optimizer.lamb': 'Lamb',
    'torch_optimizer.lars': 'LARS',
    'torch_optimizer.lookahead': 'Lookahead',
    'torch_optimizer.madgrad': 'MADGRAD',
    'torch_optimizer.novograd': 'NovoGrad',
    'torch_optimizer.pid': 'PID',
    'torch_optimizer.qhadam': 'QHAdam',
    'torch_optimizer.qhm': 'QHM',
    'torch_optimizer.radam': 'RAdam',
    'torch_optimizer.sgdp': 'SGDP',
    'torch_optimizer.sgdw': 'SGDW',
    'torch_optimizer.shampoo': 'Shampoo',
    'torch_optimizer.swats': 'SWATS',
    'torch_optimizer.yogi': 'Yogi',
    // Slots, and what is stored as it is.
    'xarray.core.dataarray': 'DataArray',
    'xarray.core.dataset': 'Dataset',
    'xarray.core.indexes': 'PandasIndex PandasMultiIndex',
    'xarray.core.indexing': 'LazilyIndexedArray NumpyIndexingAdapter PandasIndexingAdapter PandasMultiIndexingAdapter',
    'xarray.core.variable': 'IndexVariable Variable',
    // Kinds of columns; neither has a state of its own that is called.
    'polars.datatypes.classes':
      'Array Binary Boolean Categorical Categories DataType Date Datetime Decimal Duration Enum Field Float16 Float32 Float64 Int128 Int16 Int32 Int64 Int8 List Null Object String Struct Time UInt128 UInt16 UInt32 UInt64 UInt8 Unknown',
    'optuna.study.study': 'Study',
    'optuna.storages._in_memory': 'InMemoryStorage',
    'pmdarima.arima.arima': 'ARIMA',
    'torch.distributed.checkpoint.metadata': 'TensorProperties',
    'ultralytics.nn.modules.activation': 'AGLU',
    'ultralytics.nn.modules.block':
      'A2C2f ABlock AConv ADown Attention BNContrastiveHead Bottleneck BottleneckCSP C1 C2 C2PSA C2f C2fAttn C2fCIB C2fPSA C3 C3Ghost C3TR C3f C3k C3k2 C3x CBFuse CBLinear CIB ContrastiveHead DFL ELAN1 GhostBottleneck HGBlock HGStem ImagePoolingAttn MaxSigmoidAttnBlock PSA PSABlock Proto Proto26 RealNVP RepBottleneck RepC3 RepCSP RepNCSPELAN4 RepVGGDW ResNetBlock ResNetLayer Residual SAVPE SCDown SPP SPPELAN SPPF SwiGLUFFN TorchVision',
    'ultralytics.nn.modules.conv':
      'CBAM ChannelAttention Concat Conv Conv2 ConvTranspose DWConv DWConvTranspose2d Focus GhostConv Index LightConv RepConv SpatialAttention',
    'ultralytics.nn.modules.head':
      'Classify Depth Detect LRPCHead OBB OBB26 Pose Pose26 RTDETRDecoder Segment Segment26 SemanticSegment WorldDetect YOLOEDetect YOLOESegment YOLOESegment26 v10Detect',
    'ultralytics.nn.modules.transformer':
      'AIFI DeformableTransformerDecoder DeformableTransformerDecoderLayer LayerNorm2d MLP MLPBlock MSDeformAttn TransformerBlock TransformerEncoderLayer TransformerLayer',
    'ultralytics.nn.tasks':
      'BaseModel ClassificationModel DepthModel DetectionModel OBBModel PoseModel RTDETRDetectionModel SegmentationModel SemanticSegmentationModel WorldModel YOLOEModel YOLOESegModel',
  },
  enums: {
    'lifelines.utils': 'CensoringType',
    'regex._regex_core': 'RegexFlag',
    'torch.distributed.checkpoint.metadata': '_MEM_FORMAT_ENCODING',
    'torch.distributed.fsdp.api': 'BackwardPrefetch ShardingStrategy StateDictType',
    'transformers.utils.quantization_config': 'AWQLinearVersion AwqBackendPackingMethod QuantizationMethod',
    'peft.utils.peft_types': 'PeftType TaskType',
    'trl.trainer.dpo_config': 'FDivergenceType',
    'sentence_transformers.training_args': 'BatchSamplers MultiDatasetBatchSamplers',
  },
  mappings: {
    'nltk.collections': 'Trie',
    'transformers.tokenization_utils_base': 'BatchEncoding',
    'pytorch_lightning.utilities.parsing': 'AttributeDict',
    'lightning.pytorch.utilities.parsing': 'AttributeDict',
    'lightning_fabric.utilities.data': 'AttributeDict',
    'lightning.fabric.utilities.data': 'AttributeDict',
  },
  slotted: {
    'dateutil._common': 'weekday',
  },
  tuples: {
    'transformers.trainer_utils': 'BestRun EvalLoopOutput HPSearchRun PredictionOutput TrainOutput',
  },
  functions: {
    'torch.distributions.kl': 'kl_divergence',
    // What selects columns by their kind.
    'skrub._dataframe._common':
      'is_all_null is_any_date is_bool is_categorical is_column is_dataframe is_duration is_float is_integer is_null is_numeric is_object is_string',
    // What modules that FX quantised hold for their state dicts.
    'torch.ao.quantization.fx._lower_to_native_backend': '_load_packed_weight _save_packed_weight',
    // SciPy 1.15 and later.
    'scipy.special._special_ufuncs':
      '_cospi _gen_harmonic _iv_ratio _iv_ratio_c _lambertw _log1mexp _log1pmx _normalized_gen_harmonic _riemann_zeta _scaled_exp1 _sinpi _spherical_in _spherical_in_d _spherical_jn _spherical_jn_d _spherical_kn _spherical_kn_d _spherical_yn _spherical_yn_d _zeta airy airye bei beip ber berp besselpoly beta betaln binom cbrt cosdg cosm1 cotdg dawsn ellipe ellipeinc ellipj ellipk ellipkinc ellipkm1 erf erfc erfcx erfi exp1 exp10 exp2 expi expit expm1 exprel fresnel gamma gammainc gammaincc gammainccinv gammaincinv gammaln gammasgn hankel1 hankel1e hankel2 hankel2e hyp2f1 i0 i0e i1 i1e it2i0k0 it2j0y0 it2struve0 itairy iti0k0 itj0y0 itmodstruve0 itstruve0 iv ive j0 j1 jv jve k0 k0e k1 k1e kei keip kelvin ker kerp kv kve log1p log_expit log_ndtr log_wright_bessel loggamma logit mathieu_a mathieu_b mathieu_cem mathieu_modcem1 mathieu_modcem2 mathieu_modsem1 mathieu_modsem2 mathieu_sem modfresnelm modfresnelp modstruve ndtr obl_ang1 obl_ang1_cv obl_cv obl_rad1 obl_rad1_cv obl_rad2 obl_rad2_cv pbdv pbvv pbwa pro_ang1 pro_ang1_cv pro_cv pro_rad1 pro_rad1_cv pro_rad2 pro_rad2_cv psi radian rgamma sindg struve tandg voigt_profile wofz wright_bessel xlog1py xlogy y0 y1 yv yve zetac',
    'transformers.optimization':
      '_get_constant_schedule_with_warmup_lr_lambda _get_cosine_schedule_with_warmup_lr_lambda _get_cosine_with_hard_restarts_schedule_with_warmup_lr_lambda _get_inverse_sqrt_schedule_lr_lambda _get_linear_schedule_with_warmup_lr_lambda _get_polynomial_decay_schedule_with_warmup_lr_lambda _get_wsd_scheduler_lambda',
  },
};

import type { ClassFamily } from './family.ts';

/** Models, configurations and training arguments of transformers 4.57 and accelerate. Listed by test/corpus/genuine/pickle/build_data.py. */
export const TRANSFORMERS: ClassFamily = {
  objects: {
    'accelerate.state': 'GradientState',
    'accelerate.utils.dataclasses':
      'AORecipeKwargs AutocastKwargs BnbQuantizationConfig DataLoaderConfiguration DeepSpeedPlugin DeepSpeedSequenceParallelConfig DistributedDataParallelKwargs FP8RecipeKwargs FullyShardedDataParallelPlugin GradScalerKwargs GradientAccumulationPlugin InitProcessGroupKwargs KwargsHandler MSAMPRecipeKwargs MegatronLMPlugin ProfileKwargs ProjectConfiguration TERecipeKwargs TensorInformation TorchContextParallelConfig TorchDynamoPlugin TorchTensorParallelConfig TorchTensorParallelPlugin',
    'transformers.configuration_utils': 'PretrainedConfig',
    'transformers.debug_utils': 'DebugUnderflowOverflow',
    'transformers.generation.configuration_utils': 'GenerationConfig WatermarkingConfig',
    'transformers.models.albert.configuration_albert': 'AlbertConfig AlbertOnnxConfig',
    'transformers.models.bart.configuration_bart': 'BartConfig BartOnnxConfig',
    'transformers.models.beit.configuration_beit': 'BeitConfig BeitOnnxConfig',
    'transformers.models.bert.configuration_bert': 'BertConfig BertOnnxConfig',
    'transformers.models.bert_generation.configuration_bert_generation': 'BertGenerationConfig',
    'transformers.models.blip.configuration_blip': 'BlipConfig BlipTextConfig BlipVisionConfig',
    'transformers.models.blip_2.configuration_blip_2': 'Blip2Config Blip2QFormerConfig Blip2VisionConfig',
    'transformers.models.bloom.configuration_bloom': 'BloomConfig BloomOnnxConfig',
    'transformers.models.bloom.modeling_bloom': 'GeLUFunction',
    'transformers.models.clip.configuration_clip': 'CLIPConfig CLIPOnnxConfig CLIPTextConfig CLIPVisionConfig',
    'transformers.models.clipseg.configuration_clipseg': 'CLIPSegConfig CLIPSegTextConfig CLIPSegVisionConfig',
    'transformers.models.convnext.configuration_convnext': 'ConvNextConfig ConvNextOnnxConfig',
    'transformers.models.convnextv2.configuration_convnextv2': 'ConvNextV2Config',
    'transformers.models.deberta.configuration_deberta': 'DebertaConfig DebertaOnnxConfig',
    'transformers.models.deberta.modeling_deberta': 'DropoutContext XDropout XSoftmax',
    'transformers.models.deberta_v2.configuration_deberta_v2': 'DebertaV2Config DebertaV2OnnxConfig',
    'transformers.models.deberta_v2.modeling_deberta_v2': 'DropoutContext XDropout XSoftmax',
    'transformers.models.deit.configuration_deit': 'DeiTConfig DeiTOnnxConfig',
    'transformers.models.detr.configuration_detr': 'DetrConfig DetrOnnxConfig',
    'transformers.models.detr.modeling_detr': 'NestedTensor',
    'transformers.models.dinov2.configuration_dinov2': 'Dinov2Config Dinov2OnnxConfig',
    'transformers.models.distilbert.configuration_distilbert': 'DistilBertConfig DistilBertOnnxConfig',
    'transformers.models.electra.configuration_electra': 'ElectraConfig ElectraOnnxConfig',
    'transformers.models.encoder_decoder.configuration_encoder_decoder': 'EncoderDecoderConfig',
    'transformers.models.falcon.configuration_falcon': 'FalconConfig',
    'transformers.models.gemma.configuration_gemma': 'GemmaConfig',
    'transformers.models.gemma2.configuration_gemma2': 'Gemma2Config',
    'transformers.models.gpt2.configuration_gpt2': 'GPT2Config GPT2OnnxConfig',
    'transformers.models.gpt_neo.configuration_gpt_neo': 'GPTNeoConfig GPTNeoOnnxConfig',
    'transformers.models.gpt_neox.configuration_gpt_neox': 'GPTNeoXConfig',
    'transformers.models.gpt_neox_japanese.configuration_gpt_neox_japanese': 'GPTNeoXJapaneseConfig',
    'transformers.models.gptj.configuration_gptj': 'GPTJConfig GPTJOnnxConfig',
    'transformers.models.hubert.configuration_hubert': 'HubertConfig',
    'transformers.models.layoutlm.configuration_layoutlm': 'LayoutLMConfig LayoutLMOnnxConfig',
    'transformers.models.layoutlmv2.configuration_layoutlmv2': 'LayoutLMv2Config',
    'transformers.models.layoutlmv3.configuration_layoutlmv3': 'LayoutLMv3Config LayoutLMv3OnnxConfig',
    'transformers.models.llama.configuration_llama': 'LlamaConfig',
    'transformers.models.longformer.configuration_longformer': 'LongformerConfig LongformerOnnxConfig',
    'transformers.models.m2m_100.configuration_m2m_100': 'M2M100Config M2M100OnnxConfig',
    'transformers.models.marian.configuration_marian': 'MarianConfig MarianOnnxConfig',
    'transformers.models.mbart.configuration_mbart': 'MBartConfig MBartOnnxConfig',
    'transformers.models.mistral.configuration_mistral': 'MistralConfig',
    'transformers.models.mixtral.configuration_mixtral': 'MixtralConfig',
    'transformers.models.mpnet.configuration_mpnet': 'MPNetConfig',
    'transformers.models.mpt.configuration_mpt': 'MptAttentionConfig MptConfig',
    'transformers.models.mt5.configuration_mt5': 'MT5Config MT5OnnxConfig',
    'transformers.models.opt.configuration_opt': 'OPTConfig',
    'transformers.models.pegasus.configuration_pegasus': 'PegasusConfig',
    'transformers.models.pegasus_x.configuration_pegasus_x': 'PegasusXConfig',
    'transformers.models.pegasus_x.modeling_pegasus_x': 'DimensionInfo',
    'transformers.models.phi.configuration_phi': 'PhiConfig',
    'transformers.models.phi3.configuration_phi3': 'Phi3Config',
    'transformers.models.qwen2.configuration_qwen2': 'Qwen2Config',
    'transformers.models.qwen2_moe.configuration_qwen2_moe': 'Qwen2MoeConfig',
    'transformers.models.resnet.configuration_resnet': 'ResNetConfig ResNetOnnxConfig',
    'transformers.models.roberta.configuration_roberta': 'RobertaConfig RobertaOnnxConfig',
    'transformers.models.roberta_prelayernorm.configuration_roberta_prelayernorm':
      'RobertaPreLayerNormConfig RobertaPreLayerNormOnnxConfig',
    'transformers.models.segformer.configuration_segformer': 'SegformerConfig SegformerOnnxConfig',
    'transformers.models.siglip.configuration_siglip': 'SiglipConfig SiglipTextConfig SiglipVisionConfig',
    'transformers.models.starcoder2.configuration_starcoder2': 'Starcoder2Config',
    'transformers.models.swin.configuration_swin': 'SwinConfig SwinOnnxConfig',
    'transformers.models.swin2sr.configuration_swin2sr': 'Swin2SRConfig',
    'transformers.models.swinv2.configuration_swinv2': 'Swinv2Config',
    'transformers.models.t5.configuration_t5': 'T5Config T5OnnxConfig',
    'transformers.models.vit.configuration_vit': 'ViTConfig ViTOnnxConfig',
    'transformers.models.vit_mae.configuration_vit_mae': 'ViTMAEConfig',
    'transformers.models.vit_msn.configuration_vit_msn': 'ViTMSNConfig',
    'transformers.models.vitdet.configuration_vitdet': 'VitDetConfig',
    'transformers.models.vitmatte.configuration_vitmatte': 'VitMatteConfig',
    'transformers.models.vits.configuration_vits': 'VitsConfig',
    'transformers.models.wav2vec2.configuration_wav2vec2': 'Wav2Vec2Config',
    'transformers.models.wav2vec2_bert.configuration_wav2vec2_bert': 'Wav2Vec2BertConfig',
    'transformers.models.wav2vec2_conformer.configuration_wav2vec2_conformer': 'Wav2Vec2ConformerConfig',
    'transformers.models.whisper.configuration_whisper': 'WhisperConfig WhisperOnnxConfig',
    'transformers.models.xlm.configuration_xlm': 'XLMConfig XLMOnnxConfig',
    'transformers.models.xlm_roberta.configuration_xlm_roberta': 'XLMRobertaConfig XLMRobertaOnnxConfig',
    'transformers.models.xlm_roberta_xl.configuration_xlm_roberta_xl': 'XLMRobertaXLConfig XLMRobertaXLOnnxConfig',
    'transformers.models.xlnet.configuration_xlnet': 'XLNetConfig',
    'transformers.trainer_callback':
      'CallbackHandler DefaultFlowCallback EarlyStoppingCallback ExportableState PrinterCallback ProgressCallback TrainerCallback TrainerControl TrainerState',
    'transformers.trainer_pt_utils':
      'AcceleratorConfig DistributedLengthGroupedSampler DistributedSamplerWithLoop DistributedTensorGatherer EvalLoopContainer IterableDatasetShard LabelSmoother LayerWiseDummyScheduler LengthGroupedSampler SequentialDistributedSampler ShardSampler',
    'transformers.trainer_utils': 'EvalPrediction RemoveColumnsCollator TrainerMemoryTracker',
    'transformers.training_args': 'TrainingArguments',
    'transformers.training_args_seq2seq': 'Seq2SeqTrainingArguments',
    'transformers.training_args_tf': 'TFTrainingArguments',
  },
  restored: {
    'transformers.activations':
      'AccurateGELUActivation ClippedGELUActivation FastGELUActivation GELUActivation LaplaceActivation LinearActivation MishActivation NewGELUActivation PytorchGELUTanh QuickGELUActivation ReLUSquaredActivation',
    'transformers.models.albert.modeling_albert':
      'AlbertAttention AlbertEmbeddings AlbertForMaskedLM AlbertForMultipleChoice AlbertForPreTraining AlbertForQuestionAnswering AlbertForSequenceClassification AlbertForTokenClassification AlbertLayer AlbertLayerGroup AlbertMLMHead AlbertModel AlbertPreTrainedModel AlbertSOPHead AlbertTransformer',
    'transformers.models.bart.modeling_bart':
      'BartAttention BartClassificationHead BartDecoder BartDecoderLayer BartDecoderWrapper BartEncoder BartEncoderLayer BartFlashAttention2 BartForCausalLM BartForConditionalGeneration BartForQuestionAnswering BartForSequenceClassification BartLearnedPositionalEmbedding BartModel BartPreTrainedModel BartPretrainedModel BartScaledWordEmbedding BartSdpaAttention PretrainedBartModel',
    'transformers.models.beit.modeling_beit':
      'BeitAttention BeitBackbone BeitConvModule BeitDropPath BeitEmbeddings BeitEncoder BeitFCNHead BeitForImageClassification BeitForMaskedImageModeling BeitForSemanticSegmentation BeitIntermediate BeitLayer BeitModel BeitOutput BeitPatchEmbeddings BeitPooler BeitPreTrainedModel BeitPyramidPoolingBlock BeitPyramidPoolingModule BeitRelativePositionBias BeitSelfAttention BeitSelfOutput BeitUperHead',
    'transformers.models.bert.modeling_bert':
      'BertAttention BertEmbeddings BertEncoder BertForMaskedLM BertForMultipleChoice BertForNextSentencePrediction BertForPreTraining BertForQuestionAnswering BertForSequenceClassification BertForTokenClassification BertIntermediate BertLMHeadModel BertLMPredictionHead BertLayer BertModel BertOnlyMLMHead BertOnlyNSPHead BertOutput BertPooler BertPreTrainedModel BertPreTrainingHeads BertPredictionHeadTransform BertSdpaSelfAttention BertSelfAttention BertSelfOutput',
    'transformers.models.bert_generation.modeling_bert_generation':
      'BertEncoder BertGenerationAttention BertGenerationDecoder BertGenerationEmbeddings BertGenerationEncoder BertGenerationIntermediate BertGenerationLayer BertGenerationOnlyLMHead BertGenerationOutput BertGenerationPreTrainedModel BertGenerationSelfAttention BertGenerationSelfOutput',
    'transformers.models.blip.modeling_blip':
      'BlipAttention BlipEncoder BlipEncoderLayer BlipForConditionalGeneration BlipForImageTextRetrieval BlipForQuestionAnswering BlipMLP BlipModel BlipPreTrainedModel BlipTextEmbeddings BlipVisionEmbeddings BlipVisionModel',
    'transformers.models.blip.modeling_blip_text':
      'BlipTextAttention BlipTextEmbeddings BlipTextEncoder BlipTextIntermediate BlipTextLMHeadModel BlipTextLMPredictionHead BlipTextLayer BlipTextModel BlipTextOnlyMLMHead BlipTextOutput BlipTextPooler BlipTextPreTrainedModel BlipTextPredictionHeadTransform BlipTextSelfAttention BlipTextSelfOutput',
    'transformers.models.blip_2.modeling_blip_2':
      'Blip2Attention Blip2Encoder Blip2EncoderLayer Blip2ForConditionalGeneration Blip2MLP Blip2Model Blip2PreTrainedModel Blip2QFormerAttention Blip2QFormerEncoder Blip2QFormerIntermediate Blip2QFormerLayer Blip2QFormerModel Blip2QFormerMultiHeadAttention Blip2QFormerOutput Blip2QFormerSelfOutput Blip2VisionEmbeddings Blip2VisionModel',
    'transformers.models.bloom.modeling_bloom':
      'BloomAttention BloomBlock BloomForCausalLM BloomForQuestionAnswering BloomForSequenceClassification BloomForTokenClassification BloomGelu BloomMLP BloomModel BloomPreTrainedModel',
    'transformers.models.clip.modeling_clip':
      'CLIPAttention CLIPEncoder CLIPEncoderLayer CLIPFlashAttention2 CLIPForImageClassification CLIPMLP CLIPModel CLIPPreTrainedModel CLIPSdpaAttention CLIPTextEmbeddings CLIPTextModel CLIPTextModelWithProjection CLIPTextTransformer CLIPVisionEmbeddings CLIPVisionModel CLIPVisionModelWithProjection CLIPVisionTransformer',
    'transformers.models.clipseg.modeling_clipseg':
      'CLIPSegAttention CLIPSegDecoder CLIPSegDecoderLayer CLIPSegEncoder CLIPSegEncoderLayer CLIPSegForImageSegmentation CLIPSegMLP CLIPSegModel CLIPSegPreTrainedModel CLIPSegTextEmbeddings CLIPSegTextModel CLIPSegTextTransformer CLIPSegVisionEmbeddings CLIPSegVisionModel CLIPSegVisionTransformer',
    'transformers.models.convnext.modeling_convnext':
      'ConvNextBackbone ConvNextDropPath ConvNextEmbeddings ConvNextEncoder ConvNextForImageClassification ConvNextLayer ConvNextLayerNorm ConvNextModel ConvNextPreTrainedModel ConvNextStage',
    'transformers.models.convnextv2.modeling_convnextv2':
      'ConvNextV2Backbone ConvNextV2DropPath ConvNextV2Embeddings ConvNextV2Encoder ConvNextV2ForImageClassification ConvNextV2GRN ConvNextV2Layer ConvNextV2LayerNorm ConvNextV2Model ConvNextV2PreTrainedModel ConvNextV2Stage',
    'transformers.models.deberta.modeling_deberta':
      'ContextPooler DebertaAttention DebertaEmbeddings DebertaEncoder DebertaForMaskedLM DebertaForQuestionAnswering DebertaForSequenceClassification DebertaForTokenClassification DebertaIntermediate DebertaLMPredictionHead DebertaLayer DebertaLayerNorm DebertaModel DebertaOnlyMLMHead DebertaOutput DebertaPreTrainedModel DebertaPredictionHeadTransform DebertaSelfOutput DisentangledSelfAttention StableDropout',
    'transformers.models.deberta_v2.modeling_deberta_v2':
      'ContextPooler ConvLayer DebertaV2Attention DebertaV2Embeddings DebertaV2Encoder DebertaV2ForMaskedLM DebertaV2ForMultipleChoice DebertaV2ForQuestionAnswering DebertaV2ForSequenceClassification DebertaV2ForTokenClassification DebertaV2Intermediate DebertaV2LMPredictionHead DebertaV2Layer DebertaV2Model DebertaV2OnlyMLMHead DebertaV2Output DebertaV2PreTrainedModel DebertaV2PredictionHeadTransform DebertaV2SelfOutput DisentangledSelfAttention StableDropout',
    'transformers.models.deit.modeling_deit':
      'DeiTAttention DeiTEmbeddings DeiTEncoder DeiTForImageClassification DeiTForImageClassificationWithTeacher DeiTForMaskedImageModeling DeiTIntermediate DeiTLayer DeiTModel DeiTOutput DeiTPatchEmbeddings DeiTPooler DeiTPreTrainedModel DeiTSdpaAttention DeiTSdpaSelfAttention DeiTSelfAttention DeiTSelfOutput',
    'transformers.models.detr.modeling_detr':
      'DetrAttention DetrConvEncoder DetrConvModel DetrDecoder DetrDecoderLayer DetrEncoder DetrEncoderLayer DetrForObjectDetection DetrForSegmentation DetrFrozenBatchNorm2d DetrHungarianMatcher DetrLearnedPositionEmbedding DetrLoss DetrMHAttentionMap DetrMLPPredictionHead DetrMaskHeadSmallConv DetrModel DetrPreTrainedModel DetrSinePositionEmbedding',
    'transformers.models.dinov2.modeling_dinov2':
      'Dinov2Attention Dinov2Backbone Dinov2DropPath Dinov2Embeddings Dinov2Encoder Dinov2ForImageClassification Dinov2Layer Dinov2LayerScale Dinov2MLP Dinov2Model Dinov2PatchEmbeddings Dinov2PreTrainedModel Dinov2SelfAttention Dinov2SelfOutput Dinov2SwiGLUFFN',
    'transformers.models.distilbert.modeling_distilbert':
      'DistilBertFlashAttention2 DistilBertForMaskedLM DistilBertForMultipleChoice DistilBertForQuestionAnswering DistilBertForSequenceClassification DistilBertForTokenClassification DistilBertModel DistilBertPreTrainedModel Embeddings FFN MultiHeadSelfAttention Transformer TransformerBlock',
    'transformers.models.electra.modeling_electra':
      'ElectraAttention ElectraClassificationHead ElectraDiscriminatorPredictions ElectraEmbeddings ElectraEncoder ElectraForCausalLM ElectraForMaskedLM ElectraForMultipleChoice ElectraForPreTraining ElectraForQuestionAnswering ElectraForSequenceClassification ElectraForTokenClassification ElectraGeneratorPredictions ElectraIntermediate ElectraLayer ElectraModel ElectraOutput ElectraPreTrainedModel ElectraSelfAttention ElectraSelfOutput',
    'transformers.models.encoder_decoder.modeling_encoder_decoder': 'EncoderDecoderModel',
    'transformers.models.falcon.modeling_falcon':
      'FalconAttention FalconDecoderLayer FalconDynamicNTKScalingRotaryEmbedding FalconFlashAttention2 FalconForCausalLM FalconForQuestionAnswering FalconForSequenceClassification FalconForTokenClassification FalconLinear FalconLinearScalingRotaryEmbedding FalconMLP FalconModel FalconPreTrainedModel FalconRotaryEmbedding',
    'transformers.models.gemma.modeling_gemma':
      'GemmaAttention GemmaDecoderLayer GemmaDynamicNTKScalingRotaryEmbedding GemmaFlashAttention2 GemmaForCausalLM GemmaForSequenceClassification GemmaForTokenClassification GemmaLinearScalingRotaryEmbedding GemmaMLP GemmaModel GemmaPreTrainedModel GemmaRMSNorm GemmaRotaryEmbedding GemmaSdpaAttention',
    'transformers.models.gemma2.modeling_gemma2':
      'Gemma2Attention Gemma2DecoderLayer Gemma2FlashAttention2 Gemma2ForCausalLM Gemma2ForSequenceClassification Gemma2ForTokenClassification Gemma2MLP Gemma2Model Gemma2PreTrainedModel Gemma2RMSNorm Gemma2RotaryEmbedding Gemma2SdpaAttention',
    'transformers.models.gpt2.modeling_gpt2':
      'GPT2Attention GPT2Block GPT2DoubleHeadsModel GPT2FlashAttention2 GPT2ForQuestionAnswering GPT2ForSequenceClassification GPT2ForTokenClassification GPT2LMHeadModel GPT2MLP GPT2Model GPT2PreTrainedModel GPT2SdpaAttention',
    'transformers.models.gpt_neo.modeling_gpt_neo':
      'GPTNeoAttention GPTNeoBlock GPTNeoFlashAttention2 GPTNeoForCausalLM GPTNeoForQuestionAnswering GPTNeoForSequenceClassification GPTNeoForTokenClassification GPTNeoMLP GPTNeoModel GPTNeoPreTrainedModel GPTNeoSelfAttention',
    'transformers.models.gpt_neox.modeling_gpt_neox':
      'GPTNeoXAttention GPTNeoXDynamicNTKScalingRotaryEmbedding GPTNeoXFlashAttention2 GPTNeoXForCausalLM GPTNeoXForQuestionAnswering GPTNeoXForSequenceClassification GPTNeoXForTokenClassification GPTNeoXLayer GPTNeoXLinearScalingRotaryEmbedding GPTNeoXMLP GPTNeoXModel GPTNeoXPreTrainedModel GPTNeoXRotaryEmbedding GPTNeoXSdpaAttention',
    'transformers.models.gpt_neox_japanese.modeling_gpt_neox_japanese':
      'GPTNeoXJapaneseAttention GPTNeoXJapaneseForCausalLM GPTNeoXJapaneseLayer GPTNeoXJapaneseMLP GPTNeoXJapaneseModel GPTNeoXJapanesePreTrainedModel RotaryEmbedding',
    'transformers.models.gptj.modeling_gptj':
      'GPTJAttention GPTJBlock GPTJFlashAttention2 GPTJForCausalLM GPTJForQuestionAnswering GPTJForSequenceClassification GPTJMLP GPTJModel GPTJPreTrainedModel',
    'transformers.models.hubert.modeling_hubert':
      'HubertAttention HubertAttnAdapterLayer HubertEncoder HubertEncoderLayer HubertEncoderLayerStableLayerNorm HubertEncoderStableLayerNorm HubertFeatureEncoder HubertFeatureExtractor HubertFeatureProjection HubertFeedForward HubertFlashAttention2 HubertForCTC HubertForSequenceClassification HubertGroupNormConvLayer HubertLayerNormConvLayer HubertModel HubertNoLayerNormConvLayer HubertPositionalConvEmbedding HubertPreTrainedModel HubertSamePadLayer HubertSdpaAttention',
    'transformers.models.layoutlm.modeling_layoutlm':
      'LayoutLMAttention LayoutLMEmbeddings LayoutLMEncoder LayoutLMForMaskedLM LayoutLMForQuestionAnswering LayoutLMForSequenceClassification LayoutLMForTokenClassification LayoutLMIntermediate LayoutLMLMPredictionHead LayoutLMLayer LayoutLMModel LayoutLMOnlyMLMHead LayoutLMOutput LayoutLMPooler LayoutLMPreTrainedModel LayoutLMPredictionHeadTransform LayoutLMSelfAttention LayoutLMSelfOutput',
    'transformers.models.layoutlmv2.modeling_layoutlmv2':
      'LayoutLMv2Attention LayoutLMv2Embeddings LayoutLMv2Encoder LayoutLMv2ForQuestionAnswering LayoutLMv2ForSequenceClassification LayoutLMv2ForTokenClassification LayoutLMv2Intermediate LayoutLMv2Layer LayoutLMv2Model LayoutLMv2Output LayoutLMv2Pooler LayoutLMv2PreTrainedModel LayoutLMv2SelfAttention LayoutLMv2SelfOutput LayoutLMv2VisualBackbone',
    'transformers.models.layoutlmv3.modeling_layoutlmv3':
      'LayoutLMv3Attention LayoutLMv3ClassificationHead LayoutLMv3Encoder LayoutLMv3ForQuestionAnswering LayoutLMv3ForSequenceClassification LayoutLMv3ForTokenClassification LayoutLMv3Intermediate LayoutLMv3Layer LayoutLMv3Model LayoutLMv3Output LayoutLMv3PatchEmbeddings LayoutLMv3PreTrainedModel LayoutLMv3SelfAttention LayoutLMv3SelfOutput LayoutLMv3TextEmbeddings',
    'transformers.models.llama.modeling_llama':
      'LlamaAttention LlamaDecoderLayer LlamaDynamicNTKScalingRotaryEmbedding LlamaFlashAttention2 LlamaForCausalLM LlamaForQuestionAnswering LlamaForSequenceClassification LlamaForTokenClassification LlamaLinearScalingRotaryEmbedding LlamaMLP LlamaModel LlamaPreTrainedModel LlamaRMSNorm LlamaRotaryEmbedding LlamaSdpaAttention',
    'transformers.models.longformer.modeling_longformer':
      'LongformerAttention LongformerClassificationHead LongformerEmbeddings LongformerEncoder LongformerForMaskedLM LongformerForMultipleChoice LongformerForQuestionAnswering LongformerForSequenceClassification LongformerForTokenClassification LongformerIntermediate LongformerLMHead LongformerLayer LongformerModel LongformerOutput LongformerPooler LongformerPreTrainedModel LongformerSelfAttention LongformerSelfOutput',
    'transformers.models.m2m_100.modeling_m2m_100':
      'M2M100Attention M2M100Decoder M2M100DecoderLayer M2M100Encoder M2M100EncoderLayer M2M100FlashAttention2 M2M100ForConditionalGeneration M2M100Model M2M100PreTrainedModel M2M100ScaledWordEmbedding M2M100SinusoidalPositionalEmbedding',
    'transformers.models.marian.modeling_marian':
      'MarianAttention MarianDecoder MarianDecoderLayer MarianDecoderWrapper MarianEncoder MarianEncoderLayer MarianForCausalLM MarianMTModel MarianModel MarianPreTrainedModel MarianSinusoidalPositionalEmbedding',
    'transformers.models.mbart.modeling_mbart':
      'MBartAttention MBartClassificationHead MBartDecoder MBartDecoderLayer MBartDecoderWrapper MBartEncoder MBartEncoderLayer MBartFlashAttention2 MBartForCausalLM MBartForConditionalGeneration MBartForQuestionAnswering MBartForSequenceClassification MBartLearnedPositionalEmbedding MBartModel MBartPreTrainedModel MBartScaledWordEmbedding',
    'transformers.models.mistral.modeling_mistral':
      'MistralAttention MistralDecoderLayer MistralFlashAttention2 MistralForCausalLM MistralForSequenceClassification MistralForTokenClassification MistralMLP MistralModel MistralPreTrainedModel MistralRMSNorm MistralRotaryEmbedding MistralSdpaAttention',
    'transformers.models.mixtral.modeling_mixtral':
      'MixtralAttention MixtralBlockSparseTop2MLP MixtralDecoderLayer MixtralFlashAttention2 MixtralForCausalLM MixtralForSequenceClassification MixtralForTokenClassification MixtralModel MixtralPreTrainedModel MixtralRMSNorm MixtralRotaryEmbedding MixtralSdpaAttention MixtralSparseMoeBlock',
    'transformers.models.mpnet.modeling_mpnet':
      'MPNetAttention MPNetClassificationHead MPNetEmbeddings MPNetEncoder MPNetForMaskedLM MPNetForMultipleChoice MPNetForQuestionAnswering MPNetForSequenceClassification MPNetForTokenClassification MPNetIntermediate MPNetLMHead MPNetLayer MPNetModel MPNetOutput MPNetPooler MPNetPreTrainedModel MPNetSelfAttention',
    'transformers.models.mpt.modeling_mpt':
      'MptAttention MptBlock MptForCausalLM MptForQuestionAnswering MptForSequenceClassification MptForTokenClassification MptMLP MptModel MptPreTrainedModel',
    'transformers.models.mt5.modeling_mt5':
      'MT5Attention MT5Block MT5ClassificationHead MT5DenseActDense MT5DenseGatedActDense MT5EncoderModel MT5ForConditionalGeneration MT5ForQuestionAnswering MT5ForSequenceClassification MT5ForTokenClassification MT5LayerCrossAttention MT5LayerFF MT5LayerNorm MT5LayerSelfAttention MT5Model MT5PreTrainedModel MT5Stack',
    'transformers.models.opt.modeling_opt':
      'OPTAttention OPTDecoder OPTDecoderLayer OPTForCausalLM OPTForQuestionAnswering OPTForSequenceClassification OPTLearnedPositionalEmbedding OPTModel OPTPreTrainedModel OptFlashAttention2',
    'transformers.models.pegasus.modeling_pegasus':
      'PegasusAttention PegasusDecoder PegasusDecoderLayer PegasusDecoderWrapper PegasusEncoder PegasusEncoderLayer PegasusForCausalLM PegasusForConditionalGeneration PegasusModel PegasusPreTrainedModel PegasusSinusoidalPositionalEmbedding',
    'transformers.models.pegasus_x.modeling_pegasus_x':
      'PegasusXAttention PegasusXDecoder PegasusXDecoderLayer PegasusXDecoderWrapper PegasusXEncoder PegasusXEncoderLayer PegasusXForConditionalGeneration PegasusXGlobalLocalAttention PegasusXModel PegasusXPreTrainedModel PegasusXScaledWordEmbedding PegasusXSinusoidalPositionalEmbedding',
    'transformers.models.phi.modeling_phi':
      'PhiAttention PhiDecoderLayer PhiDynamicNTKScalingRotaryEmbedding PhiFlashAttention2 PhiForCausalLM PhiForSequenceClassification PhiForTokenClassification PhiLinearScalingRotaryEmbedding PhiMLP PhiModel PhiPreTrainedModel PhiRotaryEmbedding PhiSdpaAttention',
    'transformers.models.phi3.modeling_phi3':
      'Phi3Attention Phi3DecoderLayer Phi3FlashAttention2 Phi3ForCausalLM Phi3ForSequenceClassification Phi3ForTokenClassification Phi3LongRoPEScaledRotaryEmbedding Phi3MLP Phi3Model Phi3PreTrainedModel Phi3RMSNorm Phi3RotaryEmbedding Phi3SdpaAttention Phi3SuScaledRotaryEmbedding Phi3YarnScaledRotaryEmbedding',
    'transformers.models.qwen2.modeling_qwen2':
      'Qwen2Attention Qwen2DecoderLayer Qwen2FlashAttention2 Qwen2ForCausalLM Qwen2ForSequenceClassification Qwen2ForTokenClassification Qwen2MLP Qwen2Model Qwen2PreTrainedModel Qwen2RMSNorm Qwen2RotaryEmbedding Qwen2SdpaAttention',
    'transformers.models.qwen2_moe.modeling_qwen2_moe':
      'Qwen2MoeAttention Qwen2MoeDecoderLayer Qwen2MoeFlashAttention2 Qwen2MoeForCausalLM Qwen2MoeForSequenceClassification Qwen2MoeForTokenClassification Qwen2MoeMLP Qwen2MoeModel Qwen2MoePreTrainedModel Qwen2MoeRMSNorm Qwen2MoeRotaryEmbedding Qwen2MoeSdpaAttention Qwen2MoeSparseMoeBlock',
    'transformers.models.resnet.modeling_resnet':
      'ResNetBackbone ResNetBasicLayer ResNetBottleNeckLayer ResNetConvLayer ResNetEmbeddings ResNetEncoder ResNetForImageClassification ResNetModel ResNetPreTrainedModel ResNetShortCut ResNetStage',
    'transformers.models.roberta.modeling_roberta':
      'RobertaAttention RobertaClassificationHead RobertaEmbeddings RobertaEncoder RobertaForCausalLM RobertaForMaskedLM RobertaForMultipleChoice RobertaForQuestionAnswering RobertaForSequenceClassification RobertaForTokenClassification RobertaIntermediate RobertaLMHead RobertaLayer RobertaModel RobertaOutput RobertaPooler RobertaPreTrainedModel RobertaSelfAttention RobertaSelfOutput',
    'transformers.models.roberta_prelayernorm.modeling_roberta_prelayernorm':
      'RobertaPreLayerNormAttention RobertaPreLayerNormClassificationHead RobertaPreLayerNormEmbeddings RobertaPreLayerNormEncoder RobertaPreLayerNormForCausalLM RobertaPreLayerNormForMaskedLM RobertaPreLayerNormForMultipleChoice RobertaPreLayerNormForQuestionAnswering RobertaPreLayerNormForSequenceClassification RobertaPreLayerNormForTokenClassification RobertaPreLayerNormIntermediate RobertaPreLayerNormLMHead RobertaPreLayerNormLayer RobertaPreLayerNormModel RobertaPreLayerNormOutput RobertaPreLayerNormPooler RobertaPreLayerNormPreTrainedModel RobertaPreLayerNormSelfAttention RobertaPreLayerNormSelfOutput',
    'transformers.models.segformer.modeling_segformer':
      'SegformerAttention SegformerDWConv SegformerDecodeHead SegformerDropPath SegformerEfficientSelfAttention SegformerEncoder SegformerForImageClassification SegformerForSemanticSegmentation SegformerLayer SegformerMLP SegformerMixFFN SegformerModel SegformerOverlapPatchEmbeddings SegformerPreTrainedModel SegformerSelfOutput',
    'transformers.models.siglip.modeling_siglip':
      'SiglipAttention SiglipEncoder SiglipEncoderLayer SiglipFlashAttention2 SiglipForImageClassification SiglipMLP SiglipModel SiglipMultiheadAttentionPoolingHead SiglipPreTrainedModel SiglipSdpaAttention SiglipTextEmbeddings SiglipTextModel SiglipTextTransformer SiglipVisionEmbeddings SiglipVisionModel SiglipVisionTransformer',
    'transformers.models.starcoder2.modeling_starcoder2':
      'Starcoder2Attention Starcoder2DecoderLayer Starcoder2FlashAttention2 Starcoder2ForCausalLM Starcoder2ForSequenceClassification Starcoder2ForTokenClassification Starcoder2MLP Starcoder2Model Starcoder2PreTrainedModel Starcoder2RotaryEmbedding Starcoder2SdpaAttention',
    'transformers.models.swin.modeling_swin':
      'SwinAttention SwinBackbone SwinDropPath SwinEmbeddings SwinEncoder SwinForImageClassification SwinForMaskedImageModeling SwinIntermediate SwinLayer SwinModel SwinOutput SwinPatchEmbeddings SwinPatchMerging SwinPreTrainedModel SwinSelfAttention SwinSelfOutput SwinStage',
    'transformers.models.swin2sr.modeling_swin2sr':
      'NearestConvUpsampler PixelShuffleAuxUpsampler PixelShuffleUpsampler Swin2SRAttention Swin2SRDropPath Swin2SREmbeddings Swin2SREncoder Swin2SRForImageSuperResolution Swin2SRIntermediate Swin2SRLayer Swin2SRModel Swin2SROutput Swin2SRPatchEmbeddings Swin2SRPatchMerging Swin2SRPatchUnEmbeddings Swin2SRPreTrainedModel Swin2SRSelfAttention Swin2SRSelfOutput Swin2SRStage Upsample UpsampleOneStep',
    'transformers.models.swinv2.modeling_swinv2':
      'Swinv2Attention Swinv2Backbone Swinv2DropPath Swinv2Embeddings Swinv2Encoder Swinv2ForImageClassification Swinv2ForMaskedImageModeling Swinv2Intermediate Swinv2Layer Swinv2Model Swinv2Output Swinv2PatchEmbeddings Swinv2PatchMerging Swinv2PreTrainedModel Swinv2SelfAttention Swinv2SelfOutput Swinv2Stage',
    'transformers.models.t5.modeling_t5':
      'T5Attention T5Block T5ClassificationHead T5DenseActDense T5DenseGatedActDense T5EncoderModel T5ForConditionalGeneration T5ForQuestionAnswering T5ForSequenceClassification T5ForTokenClassification T5LayerCrossAttention T5LayerFF T5LayerNorm T5LayerSelfAttention T5Model T5PreTrainedModel T5Stack',
    'transformers.models.vit.modeling_vit':
      'ViTAttention ViTEmbeddings ViTEncoder ViTForImageClassification ViTForMaskedImageModeling ViTIntermediate ViTLayer ViTModel ViTOutput ViTPatchEmbeddings ViTPooler ViTPreTrainedModel ViTSdpaAttention ViTSdpaSelfAttention ViTSelfAttention ViTSelfOutput',
    'transformers.models.vit_mae.modeling_vit_mae':
      'ViTMAEAttention ViTMAEDecoder ViTMAEEmbeddings ViTMAEEncoder ViTMAEForPreTraining ViTMAEIntermediate ViTMAELayer ViTMAEModel ViTMAEOutput ViTMAEPatchEmbeddings ViTMAEPreTrainedModel ViTMAESdpaAttention ViTMAESdpaSelfAttention ViTMAESelfAttention ViTMAESelfOutput',
    'transformers.models.vit_msn.modeling_vit_msn':
      'ViTMSNAttention ViTMSNEmbeddings ViTMSNEncoder ViTMSNForImageClassification ViTMSNIntermediate ViTMSNLayer ViTMSNModel ViTMSNOutput ViTMSNPatchEmbeddings ViTMSNPreTrainedModel ViTMSNSdpaAttention ViTMSNSdpaSelfAttention ViTMSNSelfAttention ViTMSNSelfOutput',
    'transformers.models.vitdet.modeling_vitdet':
      'VitDetAttention VitDetBackbone VitDetDropPath VitDetEmbeddings VitDetEncoder VitDetLayer VitDetLayerNorm VitDetMlp VitDetModel VitDetPreTrainedModel VitDetResBottleneckBlock',
    'transformers.models.vitmatte.modeling_vitmatte':
      'VitMatteBasicConv3x3 VitMatteConvStream VitMatteDetailCaptureModule VitMatteForImageMatting VitMatteFusionBlock VitMatteHead VitMattePreTrainedModel',
    'transformers.models.vits.modeling_vits':
      'HifiGanResidualBlock VitsAttention VitsConvFlow VitsDilatedDepthSeparableConv VitsDurationPredictor VitsElementwiseAffine VitsEncoder VitsEncoderLayer VitsFeedForward VitsHifiGan VitsModel VitsPosteriorEncoder VitsPreTrainedModel VitsResidualCouplingBlock VitsResidualCouplingLayer VitsStochasticDurationPredictor VitsTextEncoder VitsWaveNet',
    'transformers.models.wav2vec2.modeling_wav2vec2':
      'AMSoftmaxLoss TDNNLayer Wav2Vec2Adapter Wav2Vec2AdapterLayer Wav2Vec2Attention Wav2Vec2AttnAdapterLayer Wav2Vec2Encoder Wav2Vec2EncoderLayer Wav2Vec2EncoderLayerStableLayerNorm Wav2Vec2EncoderStableLayerNorm Wav2Vec2FeatureEncoder Wav2Vec2FeatureExtractor Wav2Vec2FeatureProjection Wav2Vec2FeedForward Wav2Vec2FlashAttention2 Wav2Vec2ForAudioFrameClassification Wav2Vec2ForCTC Wav2Vec2ForMaskedLM Wav2Vec2ForPreTraining Wav2Vec2ForSequenceClassification Wav2Vec2ForXVector Wav2Vec2GroupNormConvLayer Wav2Vec2GumbelVectorQuantizer Wav2Vec2LayerNormConvLayer Wav2Vec2Model Wav2Vec2NoLayerNormConvLayer Wav2Vec2PositionalConvEmbedding Wav2Vec2PreTrainedModel Wav2Vec2SamePadLayer Wav2Vec2SdpaAttention',
    'transformers.models.wav2vec2_bert.modeling_wav2vec2_bert':
      'AMSoftmaxLoss TDNNLayer Wav2Vec2BertAdapter Wav2Vec2BertAdapterLayer Wav2Vec2BertConvolutionModule Wav2Vec2BertEncoder Wav2Vec2BertEncoderLayer Wav2Vec2BertFeatureProjection Wav2Vec2BertFeedForward Wav2Vec2BertForAudioFrameClassification Wav2Vec2BertForCTC Wav2Vec2BertForSequenceClassification Wav2Vec2BertForXVector Wav2Vec2BertModel Wav2Vec2BertPreTrainedModel Wav2Vec2BertRelPositionalEmbedding Wav2Vec2BertRotaryPositionalEmbedding Wav2Vec2BertSelfAttention',
    'transformers.models.wav2vec2_conformer.modeling_wav2vec2_conformer':
      'AMSoftmaxLoss TDNNLayer Wav2Vec2ConformerAdapter Wav2Vec2ConformerAdapterLayer Wav2Vec2ConformerConvolutionModule Wav2Vec2ConformerEncoder Wav2Vec2ConformerEncoderLayer Wav2Vec2ConformerFeatureEncoder Wav2Vec2ConformerFeatureProjection Wav2Vec2ConformerFeedForward Wav2Vec2ConformerForAudioFrameClassification Wav2Vec2ConformerForCTC Wav2Vec2ConformerForPreTraining Wav2Vec2ConformerForSequenceClassification Wav2Vec2ConformerForXVector Wav2Vec2ConformerGroupNormConvLayer Wav2Vec2ConformerGumbelVectorQuantizer Wav2Vec2ConformerLayerNormConvLayer Wav2Vec2ConformerModel Wav2Vec2ConformerNoLayerNormConvLayer Wav2Vec2ConformerPositionalConvEmbedding Wav2Vec2ConformerPreTrainedModel Wav2Vec2ConformerRelPositionalEmbedding Wav2Vec2ConformerRotaryPositionalEmbedding Wav2Vec2ConformerSamePadLayer Wav2Vec2ConformerSelfAttention',
    'transformers.models.whisper.modeling_whisper':
      'WhisperAttention WhisperDecoder WhisperDecoderLayer WhisperDecoderWrapper WhisperEncoder WhisperEncoderLayer WhisperFlashAttention2 WhisperForAudioClassification WhisperForCausalLM WhisperForConditionalGeneration WhisperModel WhisperPositionalEmbedding WhisperPreTrainedModel WhisperSdpaAttention',
    'transformers.models.xlm.modeling_xlm':
      'MultiHeadAttention TransformerFFN XLMForMultipleChoice XLMForQuestionAnswering XLMForQuestionAnsweringSimple XLMForSequenceClassification XLMForTokenClassification XLMModel XLMPreTrainedModel XLMPredLayer XLMWithLMHeadModel',
    'transformers.models.xlm_roberta.modeling_xlm_roberta':
      'XLMRobertaAttention XLMRobertaClassificationHead XLMRobertaEmbeddings XLMRobertaEncoder XLMRobertaForCausalLM XLMRobertaForMaskedLM XLMRobertaForMultipleChoice XLMRobertaForQuestionAnswering XLMRobertaForSequenceClassification XLMRobertaForTokenClassification XLMRobertaIntermediate XLMRobertaLMHead XLMRobertaLayer XLMRobertaModel XLMRobertaOutput XLMRobertaPooler XLMRobertaPreTrainedModel XLMRobertaSelfAttention XLMRobertaSelfOutput',
    'transformers.models.xlm_roberta_xl.modeling_xlm_roberta_xl':
      'XLMRobertaXLAttention XLMRobertaXLClassificationHead XLMRobertaXLEmbeddings XLMRobertaXLEncoder XLMRobertaXLForCausalLM XLMRobertaXLForMaskedLM XLMRobertaXLForMultipleChoice XLMRobertaXLForQuestionAnswering XLMRobertaXLForSequenceClassification XLMRobertaXLForTokenClassification XLMRobertaXLIntermediate XLMRobertaXLLMHead XLMRobertaXLLayer XLMRobertaXLModel XLMRobertaXLOutput XLMRobertaXLPooler XLMRobertaXLPreTrainedModel XLMRobertaXLSelfAttention XLMRobertaXLSelfOutput',
    'transformers.models.xlnet.modeling_xlnet':
      'XLNetFeedForward XLNetForMultipleChoice XLNetForQuestionAnswering XLNetForQuestionAnsweringSimple XLNetForSequenceClassification XLNetForTokenClassification XLNetLMHeadModel XLNetLayer XLNetModel XLNetPreTrainedModel XLNetRelativeAttention',
    'transformers.pytorch_utils': 'Conv1D',
    'transformers.trainer_pt_utils': 'LayerWiseDummyOptimizer',
  },
  enums: {
    'accelerate.utils.dataclasses':
      'BaseEnum ComputeEnvironment CustomDtype DDPCommunicationHookType DistributedType DynamoBackend FP8BackendType LoggerType PrecisionType RNGType SageMakerDistributedType',
    'transformers.debug_utils': 'DebugOption',
    'transformers.generation.configuration_utils': 'GenerationMode',
    'transformers.trainer_utils':
      'EvaluationStrategy FSDPOption HPSearchBackend HubStrategy IntervalStrategy SchedulerType',
    'transformers.training_args': 'OptimizerNames ParallelMode',
  },
};

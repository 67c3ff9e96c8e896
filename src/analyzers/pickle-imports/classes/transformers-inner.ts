import type { ClassFamily } from './family.ts';

/**
 * What stands around the models of transformers 5.24: layers that do not carry the name of their family (each a torch
 * module without a way of its own to be restored), collators, and what generation is steered with. Listed from its source.
 */
export const TRANSFORMERS_INNER: ClassFamily = {
  objects: {
    'transformers.data.data_collator':
      'DataCollatorForLanguageModeling DataCollatorForMultipleChoice DataCollatorForPermutationLanguageModeling DataCollatorForSeq2Seq DataCollatorForTokenClassification DataCollatorWithFlattening DataCollatorWithPadding DefaultDataCollator',
    'transformers.generation.logits_process':
      'AlternatingCodebooksLogitsProcessor BarkEosPrioritizerLogitsProcessor ClassifierFreeGuidanceLogitsProcessor DiaClassifierFreeGuidanceLogitsProcessor DiaEOSChannelFilterLogitsProcessor DiaEOSDelayPatternLogitsProcessor EncoderNoRepeatNGramLogitsProcessor EncoderRepetitionPenaltyLogitsProcessor EpsilonLogitsWarper EtaLogitsWarper ExponentialDecayLengthPenalty ForcedBOSTokenLogitsProcessor ForcedEOSTokenLogitsProcessor InfNanRemoveLogitsProcessor LogitNormalization MinLengthLogitsProcessor MinNewTokensLengthLogitsProcessor MinPLogitsWarper NoBadWordsLogitsProcessor NoRepeatNGramLogitsProcessor PrefixConstrainedLogitsProcessor RepetitionPenaltyLogitsProcessor SequenceBiasLogitsProcessor SuppressTokensAtBeginLogitsProcessor SuppressTokensLogitsProcessor SynthIDTextWatermarkLogitsProcessor SynthIDTextWatermarkState TemperatureLogitsWarper TopHLogitsWarper TopKLogitsWarper TopPLogitsWarper TypicalLogitsWarper UnbatchedClassifierFreeGuidanceLogitsProcessor WatermarkLogitsProcessor WhisperNoSpeechDetection WhisperTimeStampLogitsProcessor',
    'transformers.generation.stopping_criteria':
      'ConfidenceCriteria EosTokenCriteria MaxLengthCriteria MaxTimeCriteria StopStringCriteria',
    'transformers.generation.watermarking': 'BayesianDetectorConfig',
    'transformers.utils.quantization_config':
      'AqlmConfig AutoRoundConfig BitNetQuantConfig CompressedTensorsConfig EetqConfig FPQuantConfig FbgemmFp8Config FineGrainedFP8Config FourOverSixConfig GemmaQuantizationConfig GgufConfig HiggsConfig HqqConfig MetalConfig Mxfp4Config NVFP4Config QuantoConfig QuarkConfig SinqConfig SpQRConfig TorchAoConfig VptqConfig VptqLayerConfig',
  },
  restored: {
    'transformers.models.altclip.modeling_altclip':
      'AltRobertaAttention AltRobertaEmbeddings AltRobertaEncoder AltRobertaIntermediate AltRobertaLayer AltRobertaModel AltRobertaOutput AltRobertaPooler AltRobertaSelfAttention AltRobertaSelfOutput',
    'transformers.models.audio_spectrogram_transformer.modeling_audio_spectrogram_transformer':
      'ASTAttention ASTEmbeddings ASTForAudioClassification ASTLayer ASTMLP ASTMLPHead ASTModel ASTPatchEmbeddings ASTPreTrainedModel',
    'transformers.models.bit.modeling_bit': 'DynamicPad2d WeightStandardizedConv2d',
    'transformers.models.canine.modeling_canine': 'CharactersToMolecules ConvProjection',
    'transformers.models.convbert.modeling_convbert': 'GroupedLinearLayer SeparableConv1D',
    'transformers.models.ctrl.modeling_ctrl': 'EncoderLayer MultiHeadAttention',
    'transformers.models.dab_detr.modeling_dab_detr': 'DetrAttention',
    'transformers.models.dac.modeling_dac': 'Snake1d',
    'transformers.models.data2vec.modeling_data2vec_audio': 'AMSoftmaxLoss TDNNLayer',
    'transformers.models.deberta.modeling_deberta':
      'LegacyDebertaLMPredictionHead LegacyDebertaOnlyMLMHead LegacyDebertaPredictionHeadTransform',
    'transformers.models.deberta_v2.modeling_deberta_v2':
      'LegacyDebertaV2LMPredictionHead LegacyDebertaV2OnlyMLMHead LegacyDebertaV2PredictionHeadTransform',
    'transformers.models.deepseek_vl_hybrid.modeling_deepseek_vl_hybrid':
      'DeepseekVLSamVisionNeck DeepseekVLSamVisionProj',
    'transformers.models.deformable_detr.modeling_deformable_detr': 'MultiScaleDeformableAttention',
    'transformers.models.dinat.modeling_dinat':
      'NeighborhoodAttention NeighborhoodAttentionModule NeighborhoodAttentionOutput',
    'transformers.models.donut.modeling_donut_swin': 'DonutDropPath',
    'transformers.models.ernie4_5_vl_moe.modeling_ernie4_5_vl_moe': 'Ernie4_5VLVisionMLP',
    'transformers.models.fastspeech2_conformer.modeling_fastspeech2_conformer': 'HifiGanResidualBlock',
    'transformers.models.flaubert.modeling_flaubert': 'MultiHeadAttention TransformerFFN',
    'transformers.models.flava.modeling_flava': 'PatchEmbeddings',
    'transformers.models.fsmt.modeling_fsmt':
      'Attention DecoderLayer EncoderLayer PretrainedFSMTModel SinusoidalPositionalEmbedding',
    'transformers.models.glpn.modeling_glpn': 'SiLogLoss',
    'transformers.models.grounding_dino.modeling_grounding_dino': 'MultiScaleDeformableAttention',
    'transformers.models.higgs_audio_v2_tokenizer.modeling_higgs_audio_v2_tokenizer':
      'SemanticDecoder SemanticDecoderBlock SemanticEncoder',
    'transformers.models.hunyuan_v1_dense.modeling_hunyuan_v1_dense':
      'HunYuanDenseV1Attention HunYuanDenseV1DecoderLayer HunYuanDenseV1ForCausalLM HunYuanDenseV1ForSequenceClassification HunYuanDenseV1MLP HunYuanDenseV1Model HunYuanDenseV1PreTrainedModel HunYuanDenseV1RMSNorm HunYuanDenseV1RotaryEmbedding',
    'transformers.models.hunyuan_v1_moe.modeling_hunyuan_v1_moe':
      'HunYuanMoEV1Attention HunYuanMoEV1DecoderLayer HunYuanMoEV1Experts HunYuanMoEV1ForCausalLM HunYuanMoEV1ForSequenceClassification HunYuanMoEV1Gate HunYuanMoEV1MLP HunYuanMoEV1Model HunYuanMoEV1Moe HunYuanMoEV1PreTrainedModel HunYuanMoEV1RMSNorm HunYuanMoEV1RotaryEmbedding',
    'transformers.models.kosmos2.modeling_kosmos2': 'KosmosTextAttention',
    'transformers.models.levit.modeling_levit': 'MLPLayerWithBN',
    'transformers.models.luke.modeling_luke': 'EntityPredictionHead EntityPredictionHeadTransform',
    'transformers.models.lw_detr.modeling_lw_detr': 'MultiScaleDeformableAttention',
    'transformers.models.lxmert.modeling_lxmert': 'GeLU',
    'transformers.models.mamba2.modeling_mamba2': 'MambaRMSNormGated',
    'transformers.models.markuplm.modeling_markuplm': 'XPathEmbeddings',
    'transformers.models.maskformer.modeling_maskformer': 'PredictionBlock',
    'transformers.models.maskformer.modeling_maskformer_swin': 'MaskFormerDropPath',
    'transformers.models.minimax_m3_vl.modeling_minimax_m3_vl': 'MiniMaxM3SparseForConditionalGeneration',
    'transformers.models.mm_grounding_dino.modeling_mm_grounding_dino': 'MultiScaleDeformableAttention',
    'transformers.models.mobilebert.modeling_mobilebert':
      'Bottleneck BottleneckLayer FFNLayer FFNOutput NoNorm OutputBottleneck',
    'transformers.models.moonshine_streaming.modeling_moonshine_streaming': 'MoonshinMoonshineStreamingDecoderMLP',
    'transformers.models.omdet_turbo.modeling_omdet_turbo': 'MultiScaleDeformableAttention',
    'transformers.models.omniasr_ctc.modeling_omniasr_ctc': 'OmniASRForCTC',
    'transformers.models.oneformer.modeling_oneformer': 'PredictionBlock',
    'transformers.models.openai.modeling_openai': 'Attention Block MLP',
    'transformers.models.paddleocr_vl.modeling_paddleocr_vl':
      'PaddleOCRAttention PaddleOCRDecoderLayer PaddleOCRMLP PaddleOCRProjector PaddleOCRRMSNorm PaddleOCRRotaryEmbedding PaddleOCRTextModel PaddleOCRVisionAttention PaddleOCRVisionEmbeddings PaddleOCRVisionEncoder PaddleOCRVisionEncoderLayer PaddleOCRVisionMLP PaddleOCRVisionModel PaddleOCRVisionRotaryEmbedding PaddleOCRVisionTransformer',
    'transformers.models.patchtsmixer.modeling_patchtsmixer':
      'FeatureMixerBlock InjectScalerStatistics4D PatchMixerBlock',
    'transformers.models.pe_audio.modeling_pe_audio': 'Snake1d',
    'transformers.models.perceiver.modeling_perceiver': 'AbstractPreprocessor Conv2DDownsample Conv2dSamePadding',
    'transformers.models.pp_doclayout_v2.modeling_pp_doclayout_v2': 'MultiScaleDeformableAttention',
    'transformers.models.pp_doclayout_v3.modeling_pp_doclayout_v3': 'MultiScaleDeformableAttention',
    'transformers.models.pp_doclayout_v4.modeling_pp_doclayout_v4': 'MultiScaleDeformableAttention',
    'transformers.models.qwen2_5_omni.modeling_qwen2_5_omni':
      'AMPBlock Activation1d AttentiveStatisticsPooling DiTAttention DiTCodecEmbedding DiTDecoderLayer DiTInputEmbedding DiTMLP DiTTimestepEmbedding DownSample1d ECAPA_TimeDelayNet Qwen2MLP Qwen2_5_VisionPatchEmbed Res2NetBlock SinusPositionEmbedding SinusoidsPositionEmbedding SnakeBeta SqueezeExcitationBlock SqueezeExcitationRes2NetBlock TimeDelayNetBlock UpSample1d',
    'transformers.models.qwen2_5_vl.modeling_qwen2_5_vl':
      'Qwen2MLP Qwen2_5_VisionPatchEmbed Qwen2_5_VisionTransformerPretrainedModel',
    'transformers.models.qwen2_vl.modeling_qwen2_vl':
      'PatchEmbed PatchMerger Qwen2MLP Qwen2VisionTransformerPretrainedModel VisionAttention VisionMlp',
    'transformers.models.qwen3_asr.modeling_qwen3_asr': 'SinusoidsPositionEmbedding',
    'transformers.models.qwen3_omni_moe.modeling_qwen3_omni_moe': 'SinusoidsPositionEmbedding SnakeBeta',
    'transformers.models.reformer.modeling_reformer':
      'AxialPositionEmbeddings ChunkReformerFeedForward LSHSelfAttention LocalSelfAttention PositionEmbeddings',
    'transformers.models.rf_detr.modeling_rf_detr': 'MultiScaleDeformableAttention',
    'transformers.models.rt_detr.modeling_rt_detr': 'MultiScaleDeformableAttention',
    'transformers.models.seamless_m4t.modeling_seamless_m4t': 'HifiGanResidualBlock',
    'transformers.models.seamless_m4t_v2.modeling_seamless_m4t_v2': 'HifiGanResidualBlock',
    'transformers.models.sew_d.modeling_sew_d': 'ContextPooler ConvLayer DisentangledSelfAttention StableDropout',
    'transformers.models.speech_to_text.modeling_speech_to_text':
      'Conv1dSubsampler Speech2TextAttention Speech2TextDecoder Speech2TextDecoderLayer Speech2TextEncoder Speech2TextEncoderLayer Speech2TextForConditionalGeneration Speech2TextModel Speech2TextPreTrainedModel Speech2TextSinusoidalPositionalEmbedding',
    'transformers.models.speecht5.modeling_speecht5': 'HifiGanResidualBlock',
    'transformers.models.splinter.modeling_splinter': 'QuestionAwareSpanSelectionHead',
    'transformers.models.squeezebert.modeling_squeezebert': 'ConvActivation ConvDropoutLayerNorm MatMulWrapper',
    'transformers.models.time_series_transformer.modeling_time_series_transformer':
      'TimeSeriesFeatureEmbedder TimeSeriesMeanScaler TimeSeriesNOPScaler TimeSeriesSinusoidalPositionalEmbedding TimeSeriesStdScaler TimeSeriesValueEmbedding',
    'transformers.models.udop.modeling_udop':
      'RelativePositionBias1D RelativePositionBiasAggregated RelativePositionBiasBase RelativePositionBiasHorizontal RelativePositionBiasVertical',
    'transformers.models.unispeech_sat.modeling_unispeech_sat': 'AMSoftmaxLoss TDNNLayer',
    'transformers.models.vilt.modeling_vilt': 'TextEmbeddings',
    'transformers.models.vitpose_backbone.modeling_vitpose_backbone': 'VitPoseNaiveMoe',
    'transformers.models.wavlm.modeling_wavlm': 'AMSoftmaxLoss TDNNLayer',
    'transformers.models.x_clip.modeling_x_clip': 'PromptGeneratorLayer',
    'transformers.models.xcodec.modeling_xcodec': 'SemanticDecoder SemanticDecoderBlock SemanticEncoder',
    'transformers.models.zoedepth.modeling_zoedepth': 'LogBinomialSoftmax',
  },
  lists: {
    'transformers.generation.logits_process': 'LogitsProcessorList',
    'transformers.generation.stopping_criteria': 'StoppingCriteriaList',
  },
};

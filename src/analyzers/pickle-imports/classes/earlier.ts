import type { ClassFamily } from './family.ts';

/** Networks of timm 1.0.8, transformers 4.44, diffusers 0.30, PEFT 0.12, TRL 0.9, torchaudio 2.4 and others of 2024 that the lists of later releases lack; tokenizers and settings beside them. Listed by test/corpus/genuine/pickle/list_classes.py. */
export const EARLIER: ClassFamily = {
  objects: {
    'sentence_transformers.model_card': 'SentenceTransformerModelCardData',
    'sentence_transformers.sentence_transformer.model_card': 'SentenceTransformerModelCardData',
    'transformers.tokenization_utils': 'Trie',
    'transformers.models.bert.tokenization_bert': 'BasicTokenizer WordpieceTokenizer',
    'trl.trainer.alignprop_config': 'AlignPropConfig',
    'trl.trainer.cpo_config': 'CPOConfig',
    'trl.trainer.ddpo_config': 'DDPOConfig',
    'trl.trainer.model_config': 'ModelConfig',
  },
  // What they are restored by is the `__setstate__` of torch.nn.Module.
  restored: {
    'bitsandbytes.nn.modules': 'SwitchBackLinearBnb',
    'bitsandbytes.nn.triton_based_modules': 'StandardLinear SwitchBackLinear',
    'bitsandbytes.research.nn.modules': 'LinearFP8Global LinearFP8Mixed',
    'denoising_diffusion_pytorch.attend': 'Attend',
    'denoising_diffusion_pytorch.classifier_free_guidance':
      'Attention Block GaussianDiffusion LinearAttention PreNorm RMSNorm RandomOrLearnedSinusoidalPosEmb Residual ResnetBlock SinusoidalPosEmb Unet',
    'denoising_diffusion_pytorch.continuous_time_gaussian_diffusion':
      'ContinuousTimeGaussianDiffusion MonotonicLinear Residual learned_noise_schedule',
    'denoising_diffusion_pytorch.denoising_diffusion_pytorch':
      'Attention Block GaussianDiffusion LinearAttention RMSNorm RandomOrLearnedSinusoidalPosEmb ResnetBlock SinusoidalPosEmb Unet',
    'denoising_diffusion_pytorch.denoising_diffusion_pytorch_1d':
      'Attention Block GaussianDiffusion1D LinearAttention PreNorm RMSNorm RandomOrLearnedSinusoidalPosEmb Residual ResnetBlock SinusoidalPosEmb Unet1D',
    'denoising_diffusion_pytorch.elucidated_diffusion': 'ElucidatedDiffusion',
    'denoising_diffusion_pytorch.guided_diffusion':
      'Attention Block GaussianDiffusion LinearAttention PreNorm RMSNorm RandomOrLearnedSinusoidalPosEmb Residual ResnetBlock SinusoidalPosEmb Unet',
    'denoising_diffusion_pytorch.karras_unet':
      'Attention Conv2d Decoder Encoder Gain KarrasUnet Linear MPAdd MPCat MPFeedForward MPFourierEmbedding MPImageTransformer MPSiLU PixelNorm',
    'denoising_diffusion_pytorch.karras_unet_1d':
      'Attention Conv1d Decoder Encoder Gain KarrasUnet1D Linear MPAdd MPCat MPFeedForward MPFourierEmbedding MPImageTransformer MPSiLU PixelNorm',
    'denoising_diffusion_pytorch.karras_unet_3d':
      'Attention Conv3d Decoder Encoder Gain KarrasUnet3D Linear MPAdd MPCat MPFeedForward MPFourierEmbedding MPImageTransformer MPSiLU PixelNorm',
    'denoising_diffusion_pytorch.learned_gaussian_diffusion': 'LearnedGaussianDiffusion',
    'denoising_diffusion_pytorch.simple_diffusion':
      'Attention Block FeedForward GaussianDiffusion LearnedSinusoidalPosEmb LinearAttention RMSNorm ResnetBlock Transformer UViT Upsample',
    'denoising_diffusion_pytorch.v_param_continuous_time_gaussian_diffusion': 'VParamContinuousTimeGaussianDiffusion',
    'denoising_diffusion_pytorch.weighted_objective_gaussian_diffusion': 'WeightedObjectiveGaussianDiffusion',
    'denoising_diffusion_pytorch.xm': 'XMWrapper',
    'diffusers.loaders.utils': 'AttnProcsLayers',
    'diffusers.models.controlnet': 'ControlNetConditioningEmbedding ControlNetModel',
    'diffusers.models.controlnet_hunyuan': 'HunyuanDiT2DControlNetModel HunyuanDiT2DMultiControlNetModel',
    'diffusers.models.controlnet_sd3': 'SD3ControlNetModel SD3MultiControlNetModel',
    'diffusers.models.controlnet_sparsectrl': 'SparseControlNetConditioningEmbedding SparseControlNetModel',
    'diffusers.models.controlnet_xs':
      'ControlNetXSAdapter ControlNetXSCrossAttnDownBlock2D ControlNetXSCrossAttnMidBlock2D ControlNetXSCrossAttnUpBlock2D DownBlockControlNetXSAdapter MidBlockControlNetXSAdapter UNetControlNetXSModel UpBlockControlNetXSAdapter',
    'diffusers.models.transformers.transformer_flux': 'EmbedND',
    'diffusers.models.vq_model': 'VQModel',
    'diffusers.pipelines.audioldm2.modeling_audioldm2':
      'AudioLDM2ProjectionModel AudioLDM2UNet2DConditionModel CrossAttnDownBlock2D CrossAttnUpBlock2D UNetMidBlock2DCrossAttn',
    'diffusers.pipelines.blip_diffusion.modeling_blip2':
      'Blip2QFormerEncoder Blip2QFormerLayer Blip2QFormerModel Blip2TextEmbeddings Blip2VisionEmbeddings Blip2VisionModel ProjLayer',
    'diffusers.pipelines.blip_diffusion.modeling_ctx_clip':
      'ContextCLIPTextEmbeddings ContextCLIPTextModel ContextCLIPTextTransformer',
    'diffusers.pipelines.controlnet.multicontrolnet': 'MultiControlNetModel',
    'diffusers.pipelines.deepfloyd_if.safety_checker': 'IFSafetyChecker',
    'diffusers.pipelines.deepfloyd_if.watermark': 'IFWatermarker',
    'diffusers.pipelines.deprecated.alt_diffusion.modeling_roberta_series': 'RobertaSeriesModelWithTransformation',
    'diffusers.pipelines.deprecated.spectrogram_diffusion.continuous_encoder': 'SpectrogramContEncoder',
    'diffusers.pipelines.deprecated.spectrogram_diffusion.notes_encoder': 'SpectrogramNotesEncoder',
    'diffusers.pipelines.deprecated.versatile_diffusion.modeling_text_unet':
      'CrossAttnDownBlockFlat CrossAttnUpBlockFlat DownBlockFlat FourierEmbedder GLIGENTextBoundingboxProjection LinearMultiDim ResnetBlockFlat UNetFlatConditionModel UNetMidBlockFlat UNetMidBlockFlatCrossAttn UNetMidBlockFlatSimpleCrossAttn UpBlockFlat',
    'diffusers.pipelines.deprecated.vq_diffusion.pipeline_vq_diffusion': 'LearnedClassifierFreeSamplingEmbeddings',
    'diffusers.pipelines.kandinsky.text_encoder': 'MultilingualCLIP',
    'diffusers.pipelines.kolors.text_encoder':
      'ChatGLMModel ChatGLMPreTrainedModel CoreAttention Embedding GLMBlock GLMTransformer MLP PrefixEncoder RMSNorm RotaryEmbedding SelfAttention',
    'diffusers.pipelines.latent_diffusion.pipeline_latent_diffusion':
      'LDMBertAttention LDMBertEncoder LDMBertEncoderLayer LDMBertModel LDMBertPreTrainedModel',
    'diffusers.pipelines.paint_by_example.image_encoder': 'PaintByExampleImageEncoder PaintByExampleMapper',
    'diffusers.pipelines.shap_e.renderer':
      'BoundingBoxVolume ChannelsProj ImportanceRaySampler MLPNeRSTFModel MeshDecoder ShapEParamsProjModel ShapERenderer StratifiedRaySampler VoidNeRFModel',
    'diffusers.pipelines.stable_audio.modeling_stable_audio':
      'StableAudioNumberConditioner StableAudioPositionalEmbedding StableAudioProjectionModel',
    'diffusers.pipelines.stable_diffusion.clip_image_project_model': 'CLIPImageProjection',
    'diffusers.pipelines.stable_diffusion.safety_checker': 'StableDiffusionSafetyChecker',
    'diffusers.pipelines.stable_diffusion.stable_unclip_image_normalizer': 'StableUnCLIPImageNormalizer',
    'diffusers.pipelines.stable_diffusion_attend_and_excite.pipeline_stable_diffusion_attend_and_excite':
      'GaussianSmoothing',
    'diffusers.pipelines.stable_diffusion_safe.safety_checker': 'SafeStableDiffusionSafetyChecker',
    'diffusers.pipelines.unclip.text_proj': 'UnCLIPTextProjModel',
    'diffusers.pipelines.unidiffuser.modeling_text_decoder': 'UniDiffuserTextDecoder',
    'diffusers.pipelines.unidiffuser.modeling_uvit':
      'PatchEmbed SkipBlock UTransformer2DModel UTransformerBlock UniDiffuserBlock UniDiffuserModel',
    'diffusers.pipelines.wuerstchen.modeling_paella_vq_model': 'MixingResidualBlock PaellaVQModel',
    'diffusers.pipelines.wuerstchen.modeling_wuerstchen_common':
      'AttnBlock GlobalResponseNorm ResBlock TimestepBlock WuerstchenLayerNorm',
    'diffusers.pipelines.wuerstchen.modeling_wuerstchen_diffnext': 'ResBlockStageB WuerstchenDiffNeXt',
    'diffusers.pipelines.wuerstchen.modeling_wuerstchen_prior': 'WuerstchenPrior',
    'ema_pytorch.ema_module_kwargs': 'EMAModuleWrapper',
    'ema_pytorch.ema_pytree_pytorch': 'EMAPytree',
    'ema_pytorch.post_hoc_ema': 'KarrasEMA PostHocEMA',
    'open_clip.hf_model': 'ClsLastHiddenStatePooler ClsPooler HFTextEncoder MaxPooler MeanPooler',
    'peft.tuners.adalora.bnb': 'SVDLinear4bit SVDLinear8bitLt',
    'peft.tuners.ia3.bnb': 'Linear4bit Linear8bitLt',
    'peft.tuners.lora.bnb': 'Linear4bit Linear8bitLt',
    'peft.tuners.lora.gptq': 'QuantLinear',
    'peft.tuners.vera.buffer_dict': 'BufferDict',
    'pytorch_optimizer.loss.bi_tempered': 'BiTemperedLogisticLoss BinaryBiTemperedLogisticLoss',
    'pytorch_optimizer.loss.cross_entropy': 'BCELoss',
    'pytorch_optimizer.loss.dice': 'DiceLoss',
    'pytorch_optimizer.loss.f1': 'SoftF1Loss',
    'pytorch_optimizer.loss.focal': 'BCEFocalLoss FocalCosineLoss FocalLoss FocalTverskyLoss',
    'pytorch_optimizer.loss.jaccard': 'JaccardLoss',
    'pytorch_optimizer.loss.ldam': 'LDAMLoss',
    'pytorch_optimizer.loss.lovasz': 'LovaszHingeLoss',
    'pytorch_optimizer.loss.tversky': 'TverskyLoss',
    'pytorch_optimizer.optimizer.rotograd': 'RotateModule RotateOnly RotoGrad RotoGradNorm VanillaMTL',
    'pytorch_optimizer.optimizer.trac': 'ERF1994',
    'rotary_embedding_torch.rotary_embedding_torch': 'RotaryEmbedding',
    'timm.models._efficientnet_blocks': 'LayerScale2d',
    'timm.models.dpn': 'CatBnAct',
    'timm.models.efficientformer': 'LayerScale LayerScale2d',
    'timm.models.efficientformer_v2': 'LayerScale2d',
    'timm.models.focalnet': 'LayerScale2d',
    'timm.models.gcvit': 'LayerScale',
    'timm.models.hiera': 'NormClassifierHead',
    'timm.models.hrnet': 'ModuleInterface',
    'timm.models.maxxvit': 'LayerScale LayerScale2d',
    'timm.models.vision_transformer': 'Attention LayerScale',
    'timm.models.vision_transformer_relpos': 'LayerScale',
    'timm.models.vision_transformer_sam': 'LayerScale',
    'torchaudio.models._hdemucs':
      'HDemucs _BLSTM _DConv _HDecLayer _HEncLayer _LayerScale _LocalState _ScaledEmbedding',
    'torchaudio.models.conformer': 'Conformer ConformerLayer _ConvolutionModule _FeedForwardModule',
    'torchaudio.models.conv_tasnet': 'ConvBlock ConvTasNet MaskGenerator',
    'torchaudio.models.deepspeech': 'DeepSpeech FullyConnected',
    'torchaudio.models.emformer': 'Emformer _EmformerAttention _EmformerImpl _EmformerLayer',
    'torchaudio.models.rnnt': 'RNNT _CustomLSTM _EmformerEncoder _Joiner _Predictor _TimeReduction',
    'torchaudio.models.rnnt_decoder': 'RNNTBeamSearch',
    'torchaudio.models.squim.objective': 'AutoPool DPRNN Encoder RangeSigmoid SingleRNN SquimObjective',
    'torchaudio.models.squim.subjective': 'AttPool Predictor SquimSubjective',
    'torchaudio.models.tacotron2': 'Tacotron2 _Attention _Decoder _Encoder _LocationLayer _Postnet _Prenet',
    'torchaudio.models.wav2letter': 'Wav2Letter',
    'torchaudio.models.wav2vec2.components':
      'ConvLayerBlock ConvolutionalPositionalEmbedding Encoder EncoderLayer FeatureExtractor FeatureProjection FeedForward LayerNorm LogitGenerator MaskGenerator SelfAttention Transformer',
    'torchaudio.models.wav2vec2.model': 'HuBERTPretrainModel Wav2Vec2Model',
    'torchaudio.models.wav2vec2.wavlm_attention': 'WavLMSelfAttention',
    'torchaudio.models.wavernn': 'MelResNet ResBlock Stretch2d UpsampleNetwork WaveRNN',
    'torchaudio.pipelines._tts.impl': '_GriffinLimVocoder _WaveRNNVocoder',
    'torchaudio.pipelines._wav2vec2.utils': '_Wav2Vec2Model',
    'torchaudio.pipelines.rnnt_pipeline': '_FunctionalModule _GlobalStatsNormalization _ModuleFeatureExtractor',
    'torchaudio.prototype.models._conformer_wav2vec2':
      'ConformerEncoder ConformerWav2Vec2PretrainModel FeatureEncoder NegativeSampler',
    'torchaudio.prototype.models._emformer_hubert': 'EmformerEncoder FeatureEncoder',
    'torchaudio.prototype.models.conv_emformer':
      'ConvEmformer _ConvEmformerLayer _ConvolutionModule _ResidualContainer',
    'torchaudio.prototype.models.hifi_gan': 'HiFiGANVocoder ResBlock1 ResBlock2 ResBlockInterface',
    'torchaudio.prototype.models.rnnt': 'RNNTBiasing _ConformerEncoder _JoinerBiasing',
    'torchaudio.prototype.models.rnnt_decoder': 'RNNTBeamSearchBiasing',
    'torchaudio.prototype.pipelines._vggish._vggish_impl': 'VGGish',
    'torchaudio.prototype.pipelines.hifigan_pipeline': '_HiFiGANMelSpectrogram',
    'torchaudio.prototype.transforms._transforms':
      'BarkScale BarkSpectrogram ChromaScale ChromaSpectrogram InverseBarkScale',
    'torchaudio.transforms._multi_channel': 'MVDR PSD RTFMVDR SoudenMVDR',
    'torchaudio.transforms._transforms':
      'AddNoise AmplitudeToDB ComputeDeltas Convolve Deemphasis FFTConvolve Fade FrequencyMasking GriffinLim InverseMelScale InverseSpectrogram LFCC Loudness MFCC MelScale MelSpectrogram MuLawDecoding MuLawEncoding PitchShift Preemphasis RNNTLoss Resample SlidingWindowCmn SpecAugment SpectralCentroid Spectrogram Speed SpeedPerturbation TimeMasking TimeStretch Vad Vol _AxisMasking',
    'transformers.modeling_utils':
      'Conv1D PoolerAnswerClass PoolerEndLogits PoolerStartLogits PreTrainedModel SQuADHead SequenceSummary',
    'transformers.models.audio_spectrogram_transformer.modeling_audio_spectrogram_transformer':
      'ASTEncoder ASTIntermediate ASTOutput ASTSdpaAttention ASTSdpaSelfAttention ASTSelfAttention ASTSelfOutput',
    'transformers.models.conditional_detr.modeling_conditional_detr': 'DetrAttention MLP',
    'transformers.models.deprecated.graphormer.modeling_graphormer': 'LayerDropModuleList',
    'transformers.models.deprecated.mmbt.modeling_mmbt': 'ModalEmbeddings',
    'transformers.models.deprecated.nat.modeling_nat':
      'NeighborhoodAttention NeighborhoodAttentionModule NeighborhoodAttentionOutput',
    'transformers.models.deprecated.speech_to_text_2.modeling_speech_to_text_2':
      'Speech2Text2Attention Speech2Text2Decoder Speech2Text2DecoderLayer Speech2Text2DecoderWrapper Speech2Text2ForCausalLM Speech2Text2PreTrainedModel Speech2Text2SinusoidalPositionalEmbedding',
    'transformers.models.deprecated.trajectory_transformer.modeling_trajectory_transformer':
      'Block CausalSelfAttention EinLinear',
    'transformers.models.deprecated.transfo_xl.modeling_transfo_xl':
      'AdaptiveEmbedding PositionalEmbedding PositionwiseFF RelPartialLearnableDecoderLayer RelPartialLearnableMultiHeadAttn',
    'transformers.models.deprecated.transfo_xl.modeling_transfo_xl_utilities': 'ProjectedAdaptiveLogSoftmax',
    'transformers.models.esm.modeling_esm': 'RotaryEmbedding',
    'transformers.models.esm.modeling_esmfold': 'EsmForProteinFolding',
    'transformers.models.gemma.diff_gemma':
      'GemmaAttention GemmaFlashAttention2 GemmaForCausalLM GemmaForSequenceClassification GemmaForTokenClassification GemmaMLP GemmaModel GemmaRMSNorm GemmaRotaryEmbedding',
    'transformers.models.gemma2.diff_gemma2':
      'Gemma2Attention Gemma2DecoderLayer Gemma2FlashAttention2 Gemma2ForCausalLM Gemma2ForSequenceClassification Gemma2ForTokenClassification Gemma2Model Gemma2RMSNorm Gemma2SdpaAttention',
    'transformers.models.ibert.quant_modules': 'IntGELU IntLayerNorm IntSoftmax QuantAct QuantEmbedding QuantLinear',
    'transformers.models.idefics.perceiver': 'IdeficsMLP IdeficsPerceiverAttention IdeficsPerceiverResampler',
    'transformers.models.idefics.vision':
      'IdeficsVisionAttention IdeficsVisionEmbeddings IdeficsVisionEncoder IdeficsVisionEncoderLayer IdeficsVisionMLP IdeficsVisionTransformer',
    'transformers.models.instructblipvideo.diff_instructblipvideo':
      'InstructBlipVideoAttention InstructBlipVideoEncoder InstructBlipVideoEncoderLayer InstructBlipVideoForConditionalGeneration InstructBlipVideoMLP InstructBlipVideoPreTrainedModel InstructBlipVideoQFormerAttention InstructBlipVideoQFormerEmbeddings InstructBlipVideoQFormerEncoder InstructBlipVideoQFormerIntermediate InstructBlipVideoQFormerLayer InstructBlipVideoQFormerModel InstructBlipVideoQFormerOutput InstructBlipVideoQFormerSelfOutput InstructBlipVideoVisionEmbeddings InstructBlipVideoVisionModel',
    'transformers.models.jamba.modeling_jamba': 'HybridMambaAttentionDynamicCache',
    'transformers.models.longformer.convert_longformer_original_pytorch_lightning_to_pytorch': 'LightningModel',
    'transformers.models.maskformer.modeling_maskformer': 'DetrAttention DetrDecoder DetrDecoderLayer',
    'trl.models.auxiliary_modules': 'AestheticScorer MLP',
    'trl.models.modeling_base': 'PreTrainedModelWrapper',
    'trl.models.modeling_value_head': 'AutoModelForCausalLMWithValueHead AutoModelForSeq2SeqLMWithValueHead ValueHead',
  },
};

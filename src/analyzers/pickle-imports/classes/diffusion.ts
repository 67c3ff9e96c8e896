import type { ClassFamily } from './family.ts';

/** Networks and schedulers of diffusers 0.42, whose `__getattr__` looks settings up in a dict of their own. Listed by test/corpus/genuine/pickle/list_classes.py. */
export const DIFFUSION: ClassFamily = {
  restored: {
    'diffusers.models.activations': 'ApproximateGELU FP32SiLU GEGLU GELU LinearActivation SwiGLU',
    'diffusers.models.adapter':
      'AdapterBlock AdapterResnetBlock FullAdapter FullAdapterXL LightAdapter LightAdapterBlock LightAdapterResnetBlock MultiAdapter T2IAdapter',
    'diffusers.models.attention':
      'BasicTransformerBlock FeedForward FreeNoiseTransformerBlock GatedSelfAttentionDense JointTransformerBlock LuminaFeedForward SkipFFTransformerBlock TemporalBasicTransformerBlock',
    'diffusers.models.attention_processor':
      'Attention CustomDiffusionAttnProcessor CustomDiffusionAttnProcessor2_0 CustomDiffusionXFormersAttnProcessor IPAdapterAttnProcessor IPAdapterAttnProcessor2_0 IPAdapterXFormersAttnProcessor MochiAttention SD3IPAdapterJointAttnProcessor2_0 SanaMultiscaleAttentionProjection SanaMultiscaleLinearAttention SpatialNorm',
    'diffusers.models.autoencoders.autoencoder_asym_kl': 'AsymmetricAutoencoderKL',
    'diffusers.models.autoencoders.autoencoder_cosmos3_audio':
      'Cosmos3AVAEAudioTokenizer Cosmos3AudioConvNeXtBlock Cosmos3AudioDecoder Cosmos3AudioDecoderBlock Cosmos3AudioResidualUnit Cosmos3AudioSpectrogramConvNeXtEncoder Snake1d',
    'diffusers.models.autoencoders.autoencoder_dc':
      'AutoencoderDC DCDownBlock2d DCUpBlock2d Decoder EfficientViTBlock Encoder ResBlock',
    'diffusers.models.autoencoders.autoencoder_kandinsky6_sr':
      'Kandinsky6SRCausalConv3d Kandinsky6SRDecoder3D Kandinsky6SRDownsample Kandinsky6SREncoder3D Kandinsky6SRResnetBlock3D Kandinsky6SRSafeConv3d Kandinsky6SRSpatialNorm3D Kandinsky6SRUpsample Kandinsky6SRVAE Kandinsky6VAERMSNorm',
    'diffusers.models.autoencoders.autoencoder_kl': 'AutoencoderKL',
    'diffusers.models.autoencoders.autoencoder_kl_allegro':
      'AllegroDecoder3D AllegroDownBlock3D AllegroEncoder3D AllegroMidBlock3DConv AllegroTemporalConvLayer AllegroUpBlock3D AutoencoderKLAllegro',
    'diffusers.models.autoencoders.autoencoder_kl_cogvideox':
      'AutoencoderKLCogVideoX CogVideoXCausalConv3d CogVideoXDecoder3D CogVideoXDownBlock3D CogVideoXEncoder3D CogVideoXMidBlock3D CogVideoXResnetBlock3D CogVideoXSafeConv3d CogVideoXSpatialNorm3D CogVideoXUpBlock3D',
    'diffusers.models.autoencoders.autoencoder_kl_cosmos':
      'AutoencoderKLCosmos CosmosCausalAttention CosmosCausalConv3d CosmosCausalGroupNorm CosmosConvProjection3d CosmosDecoder3d CosmosDownBlock3d CosmosDownsample3d CosmosEncoder3d CosmosMidBlock3d CosmosPatchEmbed3d CosmosResnetBlock3d CosmosUnpatcher3d CosmosUpBlock3d CosmosUpsample3d',
    'diffusers.models.autoencoders.autoencoder_kl_flux2': 'AutoencoderKLFlux2',
    'diffusers.models.autoencoders.autoencoder_kl_hunyuan_video':
      'AutoencoderKLHunyuanVideo HunyuanVideoCausalConv3d HunyuanVideoDecoder3D HunyuanVideoDownBlock3D HunyuanVideoDownsampleCausal3D HunyuanVideoEncoder3D HunyuanVideoMidBlock3D HunyuanVideoResnetBlockCausal3D HunyuanVideoUpBlock3D HunyuanVideoUpsampleCausal3D',
    'diffusers.models.autoencoders.autoencoder_kl_hunyuanimage':
      'AutoencoderKLHunyuanImage HunyuanImageAttentionBlock HunyuanImageDecoder2D HunyuanImageDownsample HunyuanImageEncoder2D HunyuanImageMidBlock HunyuanImageResnetBlock HunyuanImageUpsample',
    'diffusers.models.autoencoders.autoencoder_kl_hunyuanimage_refiner':
      'AutoencoderKLHunyuanImageRefiner HunyuanImageRefinerAttnBlock HunyuanImageRefinerCausalConv3d HunyuanImageRefinerDecoder3D HunyuanImageRefinerDownBlock3D HunyuanImageRefinerDownsampleDCAE HunyuanImageRefinerEncoder3D HunyuanImageRefinerMidBlock HunyuanImageRefinerRMS_norm HunyuanImageRefinerResnetBlock HunyuanImageRefinerUpBlock3D HunyuanImageRefinerUpsampleDCAE',
    'diffusers.models.autoencoders.autoencoder_kl_hunyuanvideo15':
      'AutoencoderKLHunyuanVideo15 HunyuanVideo15AttnBlock HunyuanVideo15CausalConv3d HunyuanVideo15Decoder3D HunyuanVideo15DownBlock3D HunyuanVideo15Downsample HunyuanVideo15Encoder3D HunyuanVideo15MidBlock HunyuanVideo15RMS_norm HunyuanVideo15ResnetBlock HunyuanVideo15UpBlock3D HunyuanVideo15Upsample',
    'diffusers.models.autoencoders.autoencoder_kl_kvae':
      'AutoencoderKLKVAE KVAEDecoder2D KVAEDecoderSpatialNorm2D KVAEEncoder2D KVAEPXSDownsample KVAEPXSUpsample KVAEResnetBlock2D',
    'diffusers.models.autoencoders.autoencoder_kl_kvae_audio':
      'AutoencoderKLKVAEAudio KVAEAudioAttention KVAEAudioDecoder KVAEAudioDecoderBlock KVAEAudioEncoder KVAEAudioEncoderBlock KVAEAudioResidualUnit KVAEAudioSnake1d',
    'diffusers.models.autoencoders.autoencoder_kl_kvae_video':
      'AutoencoderKLKVAEVideo KVAECachedCausalConv3d KVAECachedDecoder3D KVAECachedEncoder3D KVAECachedGroupNorm KVAECachedPXSDownsample KVAECachedPXSUpsample KVAECachedResnetBlock3D KVAECachedSpatialNorm3D KVAECausalConv3d KVAESafeConv3d',
    'diffusers.models.autoencoders.autoencoder_kl_ltx':
      'AutoencoderKLLTXVideo LTXVideo095DownBlock3D LTXVideoCausalConv3d LTXVideoDecoder3d LTXVideoDownBlock3D LTXVideoDownsampler3d LTXVideoEncoder3d LTXVideoMidBlock3d LTXVideoResnetBlock3d LTXVideoUpBlock3d LTXVideoUpsampler3d',
    'diffusers.models.autoencoders.autoencoder_kl_ltx2':
      'AutoencoderKLLTX2Video LTX2VideoCausalConv3d LTX2VideoDecoder3d LTX2VideoDownBlock3D LTX2VideoDownsampler3d LTX2VideoEncoder3d LTX2VideoMidBlock3d LTX2VideoResnetBlock3d LTX2VideoUpBlock3d LTX2VideoUpsampler3d PerChannelRMSNorm',
    'diffusers.models.autoencoders.autoencoder_kl_ltx2_audio':
      'AutoencoderKLLTX2Audio LTX2AudioAttnBlock LTX2AudioCausalConv2d LTX2AudioDecoder LTX2AudioDownsample LTX2AudioEncoder LTX2AudioPixelNorm LTX2AudioResnetBlock LTX2AudioUpsample',
    'diffusers.models.autoencoders.autoencoder_kl_magvit':
      'AutoencoderKLMagvit EasyAnimateCausalConv3d EasyAnimateDecoder EasyAnimateDownBlock3D EasyAnimateDownsampler3D EasyAnimateEncoder EasyAnimateMidBlock3d EasyAnimateResidualBlock3D EasyAnimateUpBlock3d EasyAnimateUpsampler3D',
    'diffusers.models.autoencoders.autoencoder_kl_minimax_h3':
      'AutoencoderKLMiniMaxH3 MiniMaxH3VideoAttention MiniMaxH3VideoCausalConv3d MiniMaxH3VideoDownBlock3d MiniMaxH3VideoDownsample3d MiniMaxH3VideoEncoder3d MiniMaxH3VideoGroupNorm MiniMaxH3VideoResnetBlock3d MiniMaxH3VideoRotaryPosEmbed MiniMaxH3VideoTransformerBlock MiniMaxH3VideoViTDecoder3d',
    'diffusers.models.autoencoders.autoencoder_kl_minimax_h3_audio':
      'AutoencoderKLMiniMaxH3Audio MiniMaxH3AudioAMPBlock MiniMaxH3AudioActivation1d MiniMaxH3AudioAttnProjection MiniMaxH3AudioBigVGANDecoder MiniMaxH3AudioCausalAttention MiniMaxH3AudioDownSample1d MiniMaxH3AudioEncoder MiniMaxH3AudioEncoderBlock MiniMaxH3AudioGeGluMlp MiniMaxH3AudioLowPassFilter1d MiniMaxH3AudioResidualUnit MiniMaxH3AudioSnake1d MiniMaxH3AudioSnakeBeta MiniMaxH3AudioUpSample1d',
    'diffusers.models.autoencoders.autoencoder_kl_mochi':
      'AutoencoderKLMochi FourierFeatures MochiChunkedGroupNorm3D MochiDecoder3D MochiDownBlock3D MochiEncoder3D MochiMidBlock3D MochiResnetBlock3D MochiUpBlock3D',
    'diffusers.models.autoencoders.autoencoder_kl_qwenimage':
      'AutoencoderKLQwenImage QwenImageAttentionBlock QwenImageCausalConv3d QwenImageDecoder3d QwenImageEncoder3d QwenImageMidBlock QwenImageRMS_norm QwenImageResample QwenImageResidualBlock QwenImageUpBlock QwenImageUpsample',
    'diffusers.models.autoencoders.autoencoder_kl_qwenimage21':
      'AutoencoderKLQwenImage21 QwenImage21AttentionBlock QwenImage21AvgDown3D QwenImage21CausalConv3d QwenImage21Decoder3d QwenImage21DupUp3D QwenImage21Encoder3d QwenImage21MidBlock QwenImage21RMS_norm QwenImage21Resample QwenImage21ResidualBlock QwenImage21ResidualDownBlock QwenImage21ResidualUpBlock QwenImage21UpBlock QwenImage21Upsample',
    'diffusers.models.autoencoders.autoencoder_kl_temporal_decoder': 'AutoencoderKLTemporalDecoder TemporalDecoder',
    'diffusers.models.autoencoders.autoencoder_kl_wan':
      'AutoencoderKLWan AvgDown3D DupUp3D WanAttentionBlock WanCausalConv3d WanDecoder3d WanEncoder3d WanMidBlock WanRMS_norm WanResample WanResidualBlock WanResidualDownBlock WanResidualUpBlock WanUpBlock WanUpsample',
    'diffusers.models.autoencoders.autoencoder_longcat_audio_dit':
      'AudioDiTVaeDecoder AudioDiTVaeEncoder DownsampleShortcut LongCatAudioDiTVae Snake1d UpsampleShortcut VaeDecoderBlock VaeEncoderBlock VaeResidualUnit',
    'diffusers.models.autoencoders.autoencoder_mmaudio':
      'MMAudioAttnBlock1D MMAudioAutoencoder MMAudioDecoder1D MMAudioDownsample1D MMAudioEncoder1D MMAudioMPConv1d MMAudioMelSpectrogram MMAudioResnetBlock1D MMAudioUpsample1D MMAudioVAE',
    'diffusers.models.autoencoders.autoencoder_oobleck':
      'AutoencoderOobleck OobleckDecoder OobleckDecoderBlock OobleckEncoder OobleckEncoderBlock OobleckResidualUnit Snake1d',
    'diffusers.models.autoencoders.autoencoder_rae':
      'AutoencoderRAE RAEDecoder ViTMAEIntermediate ViTMAELayer ViTMAEOutput',
    'diffusers.models.autoencoders.autoencoder_rfd4_proteina':
      'RFD4ProteinaAdaptiveAttention RFD4ProteinaAdaptiveNorm RFD4ProteinaAdaptiveTransition RFD4ProteinaAutoencoder RFD4ProteinaAutoencoderFeatureFactory RFD4ProteinaDecoder RFD4ProteinaEncoder RFD4ProteinaPairAttention RFD4ProteinaTransition RFD4ProteinaTrunkLayer _ElementChargeEmbedding _TokenTypeEmbedding',
    'diffusers.models.autoencoders.autoencoder_same':
      'AutoencoderSAME DynamicTanh FeedForward PatchEmbed RotaryEmbedding SAMEAttention SAMEDecoder SAMEEncoder SAMETransformerResamplingBlock SoftNormBottleneck TransformerBlock',
    'diffusers.models.autoencoders.autoencoder_tiny': 'AutoencoderTiny',
    'diffusers.models.autoencoders.autoencoder_vidtok':
      'AutoencoderVidTok FSQRegularizer VidTokAttnBlock VidTokCausalConv1d VidTokCausalConv3d VidTokDecoder3D VidTokDownsample2D VidTokDownsample3D VidTokEncoder3D VidTokLayerNorm VidTokResnetBlock VidTokUpsample2D VidTokUpsample3D',
    'diffusers.models.autoencoders.consistency_decoder_vae': 'ConsistencyDecoderVAE',
    'diffusers.models.autoencoders.ltx2_diffusion_decoder':
      'LTX2VideoDiffusionDecoder3d LTX2VideoDiffusionDecoderModel LTX2VideoVaeAdaLNZero LTX2VideoVaeDiffusionNABlock LTX2VideoVaeNABlock LTX2VideoVaeNeighborhoodAttention LTX2VideoVaePixelShuffleUpsampler LTX2VideoVaeRotaryPosEmbed3D LTX2VideoVaeSwiGLU',
    'diffusers.models.autoencoders.minimax_music3_vocoder':
      'MiniMaxMusic3Snake1d MiniMaxMusic3Vocoder MiniMaxMusic3VocoderBlock MiniMaxMusic3VocoderResidualUnit',
    'diffusers.models.autoencoders.mmaudio_vocoder':
      'MMAudioAMPBlock MMAudioActivation1d MMAudioDownSample1d MMAudioLowPassFilter1d MMAudioSnakeBeta MMAudioUpSample1d MMAudioVocoder',
    'diffusers.models.autoencoders.vae':
      'Decoder DecoderTiny Encoder EncoderTiny MaskConditionDecoder MaskConditionEncoder UpSample VectorQuantizer',
    'diffusers.models.autoencoders.vq_model': 'VQModel',
    'diffusers.models.condition_embedders.condition_embedder_anima':
      'AnimaRotaryEmbedding AnimaTextConditioner AnimaTextConditionerAttention AnimaTextConditionerBlock',
    'diffusers.models.condition_embedders.condition_embedder_minimax_music3': 'MiniMaxMusic3ConditionEncoder',
    'diffusers.models.controlnets.controlnet': 'ControlNetConditioningEmbedding ControlNetModel',
    'diffusers.models.controlnets.controlnet_cosmos': 'CosmosControlNetModel',
    'diffusers.models.controlnets.controlnet_flux': 'FluxControlNetModel FluxMultiControlNetModel',
    'diffusers.models.controlnets.controlnet_hunyuan': 'HunyuanDiT2DControlNetModel HunyuanDiT2DMultiControlNetModel',
    'diffusers.models.controlnets.controlnet_qwenimage': 'QwenImageControlNetModel QwenImageMultiControlNetModel',
    'diffusers.models.controlnets.controlnet_sana': 'SanaControlNetModel',
    'diffusers.models.controlnets.controlnet_sd3': 'SD3ControlNetModel SD3MultiControlNetModel',
    'diffusers.models.controlnets.controlnet_sparsectrl': 'SparseControlNetConditioningEmbedding SparseControlNetModel',
    'diffusers.models.controlnets.controlnet_union':
      'ControlNetUnionModel QuickGELU ResidualAttentionBlock ResidualAttentionMlp',
    'diffusers.models.controlnets.controlnet_xs':
      'ControlNetXSAdapter ControlNetXSCrossAttnDownBlock2D ControlNetXSCrossAttnMidBlock2D ControlNetXSCrossAttnUpBlock2D DownBlockControlNetXSAdapter MidBlockControlNetXSAdapter UNetControlNetXSModel UpBlockControlNetXSAdapter',
    'diffusers.models.controlnets.controlnet_z_image':
      'FeedForward TimestepEmbedder ZImageControlNetModel ZImageControlTransformerBlock ZImageTransformerBlock',
    'diffusers.models.controlnets.multicontrolnet': 'MultiControlNetModel',
    'diffusers.models.controlnets.multicontrolnet_union': 'MultiControlNetUnionModel',
    'diffusers.models.downsampling': 'CogVideoXDownsample3D Downsample1D Downsample2D FirDownsample2D KDownsample2D',
    'diffusers.models.embeddings':
      'AttentionPooling CogVideoXPatchEmbed CogView3CombinedTimestepSizeEmbeddings CogView3PlusPatchEmbed CombinedTimestepGuidanceTextProjEmbeddings CombinedTimestepLabelEmbeddings CombinedTimestepTextProjEmbeddings GLIGENTextBoundingboxProjection GaussianFourierProjection HunyuanCombinedTimestepTextSizeStyleEmbedding HunyuanDiTAttentionPool IPAdapterFaceIDImageProjection IPAdapterFaceIDPlusImageProjection IPAdapterFullImageProjection IPAdapterPlusImageProjection IPAdapterPlusImageProjectionBlock IPAdapterTimeImageProjection IPAdapterTimeImageProjectionBlock ImageHintTimeEmbedding ImagePositionalEmbeddings ImageProjection ImageTimeEmbedding LabelEmbedding LuminaCombinedTimestepCaptionEmbedding LuminaPatchEmbed MochiAttentionPool MochiCombinedTimestepCaptionEmbedding MultiIPAdapterImageProjection PatchEmbed PixArtAlphaCombinedTimestepSizeEmbeddings PixArtAlphaTextProjection SinusoidalPositionalEmbedding TextImageProjection TextImageTimeEmbedding TextTimeEmbedding TimestepEmbedding Timesteps',
    'diffusers.models.latent_upscaler.latent_upscaler_kandinsky6_sr':
      'Kandinsky6SRLatentUpscaler Kandinsky6SRLatentUpscalerBank Kandinsky6SRLatentUpscalerConv3d Kandinsky6SRLatentUpscalerModulatedNorm Kandinsky6SRLatentUpscalerOutputHead Kandinsky6SRLatentUpscalerRMSNorm Kandinsky6SRLatentUpscalerResidualBlock Kandinsky6SRLatentUpscalerUpsample Kandinsky6SRLatentUpscalerX2Branch',
    'diffusers.models.lora':
      'LoRACompatibleConv LoRACompatibleLinear LoRAConv2dLayer LoRALinearLayer PatchedLoraProjection',
    'diffusers.models.modeling_utils': 'LegacyModelMixin ModelMixin',
    'diffusers.models.normalization':
      'AdaGroupNorm AdaLayerNorm AdaLayerNormContinuous AdaLayerNormSingle AdaLayerNormZero AdaLayerNormZeroSingle CogVideoXLayerNormZero CogView3PlusAdaLayerNormZeroTextImage FP32LayerNorm GlobalResponseNorm LpNorm LuminaLayerNormContinuous LuminaRMSNormZero MochiRMSNorm RMSNorm SD35AdaLayerNormZeroX',
    'diffusers.models.resnet':
      'AlphaBlender Conv1dBlock ResidualTemporalBlock1D ResnetBlock2D ResnetBlockCondNorm2D SpatioTemporalResBlock TemporalConvLayer TemporalResnetBlock',
    'diffusers.models.transformers.ace_step_transformer':
      'AceStepAttention AceStepMLP AceStepTimestepEmbedding AceStepTransformer1DModel AceStepTransformerBlock',
    'diffusers.models.transformers.auraflow_transformer_2d':
      'AuraFlowFeedForward AuraFlowJointTransformerBlock AuraFlowPatchEmbed AuraFlowPreFinalBlock AuraFlowSingleTransformerBlock AuraFlowTransformer2DModel',
    'diffusers.models.transformers.cogvideox_transformer_3d': 'CogVideoXBlock CogVideoXTransformer3DModel',
    'diffusers.models.transformers.consisid_transformer_3d':
      'ConsisIDBlock ConsisIDTransformer3DModel LocalFacialExtractor PerceiverAttention PerceiverCrossAttention',
    'diffusers.models.transformers.dit_transformer_2d': 'DiTTransformer2DModel',
    'diffusers.models.transformers.dual_transformer_2d': 'DualTransformer2DModel',
    'diffusers.models.transformers.hunyuan_transformer_2d': 'AdaLayerNormShift HunyuanDiT2DModel HunyuanDiTBlock',
    'diffusers.models.transformers.latte_transformer_3d': 'LatteTransformer3DModel',
    'diffusers.models.transformers.lumina_nextdit2d': 'LuminaNextDiT2DModel LuminaNextDiTBlock',
    'diffusers.models.transformers.minimax_music3_rvq_depth_decoder':
      'MiniMaxMusic3DepthAttention MiniMaxMusic3DepthDecoderBlock MiniMaxMusic3RVQDepthDecoder',
    'diffusers.models.transformers.pixart_transformer_2d': 'PixArtTransformer2DModel',
    'diffusers.models.transformers.prior_transformer': 'PriorTransformer',
    'diffusers.models.transformers.sana_transformer':
      'GLUMBConv SanaCombinedTimestepGuidanceEmbeddings SanaModulatedNorm SanaTransformer2DModel SanaTransformerBlock',
    'diffusers.models.transformers.stable_audio_transformer':
      'StableAudioDiTBlock StableAudioDiTModel StableAudioGaussianFourierProjection',
    'diffusers.models.transformers.t5_film_transformer':
      'DecoderLayer NewGELUActivation T5DenseGatedActDense T5FiLMLayer T5FilmDecoder T5LayerCrossAttention T5LayerFFCond T5LayerNorm T5LayerSelfAttentionCond',
    'diffusers.models.transformers.transformer_2d': 'Transformer2DModel',
    'diffusers.models.transformers.transformer_2d_dreamlite':
      'BasicTransformerBlockDreamLite DreamLiteTransformer2DModel',
    'diffusers.models.transformers.transformer_allegro': 'AllegroTransformer3DModel AllegroTransformerBlock',
    'diffusers.models.transformers.transformer_anyflow':
      'AnyFlowAttention AnyFlowDualTimestepTextImageEmbedding AnyFlowImageEmbedding AnyFlowRotaryPosEmbed AnyFlowTransformer3DModel AnyFlowTransformerBlock',
    'diffusers.models.transformers.transformer_anyflow_far':
      'AnyFlowAttention AnyFlowCausalRotaryPosEmbed AnyFlowDualTimestepTextImageEmbeddingCausal AnyFlowFARTransformer3DModel AnyFlowImageEmbedding AnyFlowTransformerBlock',
    'diffusers.models.transformers.transformer_bria':
      'BriaAttention BriaEmbedND BriaPosEmbed BriaSingleTransformerBlock BriaTimestepProjEmbeddings BriaTimesteps BriaTransformer2DModel BriaTransformerBlock',
    'diffusers.models.transformers.transformer_bria_fibo':
      'BriaFiboAttention BriaFiboEmbedND BriaFiboSingleTransformerBlock BriaFiboTextProjection BriaFiboTimestepProjEmbeddings BriaFiboTimesteps BriaFiboTransformer2DModel BriaFiboTransformerBlock',
    'diffusers.models.transformers.transformer_bria_fibo2':
      'BriaFibo2Attention BriaFibo2PerceiverLayer BriaFibo2PerceiverResampler BriaFibo2Transformer2DModel BriaFibo2TransformerBlock FeedForward FinalLayer TimestepEmbedder',
    'diffusers.models.transformers.transformer_chroma':
      'ChromaAdaLayerNormContinuousPruned ChromaAdaLayerNormZeroPruned ChromaAdaLayerNormZeroSinglePruned ChromaApproximator ChromaCombinedTimestepTextProjEmbeddings ChromaSingleTransformerBlock ChromaTransformer2DModel ChromaTransformerBlock',
    'diffusers.models.transformers.transformer_chronoedit':
      'ChronoEditRotaryPosEmbed ChronoEditTransformer3DModel WanAttention WanImageEmbedding WanTimeTextImageEmbedding WanTransformerBlock',
    'diffusers.models.transformers.transformer_cogview3plus':
      'CogView3PlusTransformer2DModel CogView3PlusTransformerBlock',
    'diffusers.models.transformers.transformer_cogview4':
      'CogView4AdaLayerNormContinuous CogView4AdaLayerNormZero CogView4PatchEmbed CogView4RotaryPosEmbed CogView4Transformer2DModel CogView4TransformerBlock',
    'diffusers.models.transformers.transformer_cosmos':
      'CosmosAdaLayerNorm CosmosAdaLayerNormZero CosmosAttention CosmosEmbedding CosmosLearnablePositionalEmbed CosmosPatchEmbed CosmosRotaryPosEmbed CosmosTimestepEmbedding CosmosTransformer3DModel CosmosTransformerBlock',
    'diffusers.models.transformers.transformer_cosmos3':
      'Cosmos3NemotronRMSNorm Cosmos3OmniTransformer Cosmos3PackedMoTAttention Cosmos3VLTextMLP Cosmos3VLTextMoTDecoderLayer Cosmos3VLTextRotaryEmbedding DomainAwareLinear',
    'diffusers.models.transformers.transformer_easyanimate':
      'EasyAnimateLayerNormZero EasyAnimateRotaryPosEmbed EasyAnimateTransformer3DModel EasyAnimateTransformerBlock',
    'diffusers.models.transformers.transformer_ernie_image':
      'ErnieImageAdaLNContinuous ErnieImageAttention ErnieImageEmbedND3 ErnieImageFeedForward ErnieImagePatchEmbedDynamic ErnieImageSharedAdaLNBlock ErnieImageTransformer2DModel',
    'diffusers.models.transformers.transformer_flux':
      'FluxAttention FluxIPAdapterAttnProcessor FluxPosEmbed FluxSingleTransformerBlock FluxTransformer2DModel FluxTransformerBlock',
    'diffusers.models.transformers.transformer_flux2':
      'Flux2Attention Flux2FeedForward Flux2Modulation Flux2ParallelSelfAttention Flux2PosEmbed Flux2SingleTransformerBlock Flux2SwiGLU Flux2TimestepGuidanceEmbeddings Flux2Transformer2DModel Flux2TransformerBlock',
    'diffusers.models.transformers.transformer_flux3':
      'Flux3AdaLayerNorm Flux3Attention Flux3FeedForward Flux3ModeTransformerBlock Flux3Modulation Flux3PosEmbed Flux3SingleTransformerBlock Flux3SwiGLU Flux3Transformer2DModel',
    'diffusers.models.transformers.transformer_glm_image':
      'GlmImageAdaLayerNormContinuous GlmImageAdaLayerNormZero GlmImageCombinedTimestepSizeEmbeddings GlmImageImageProjector GlmImageRotaryPosEmbed GlmImageTransformer2DModel GlmImageTransformerBlock',
    'diffusers.models.transformers.transformer_helios':
      'HeliosAttention HeliosOutputNorm HeliosRotaryPosEmbed HeliosTimeTextEmbedding HeliosTransformer3DModel HeliosTransformerBlock',
    'diffusers.models.transformers.transformer_hidream_image':
      'HiDreamAttention HiDreamBlock HiDreamImageEmbedND HiDreamImageFeedForwardSwiGLU HiDreamImageOutEmbed HiDreamImagePatchEmbed HiDreamImagePooledEmbed HiDreamImageSingleTransformerBlock HiDreamImageTimestepEmbed HiDreamImageTransformer2DModel HiDreamImageTransformerBlock MOEFeedForwardSwiGLU MoEGate TextProjection',
    'diffusers.models.transformers.transformer_hunyuan_video':
      'HunyuanVideoAdaNorm HunyuanVideoConditionEmbedding HunyuanVideoIndividualTokenRefiner HunyuanVideoIndividualTokenRefinerBlock HunyuanVideoPatchEmbed HunyuanVideoRotaryPosEmbed HunyuanVideoSingleTransformerBlock HunyuanVideoTokenRefiner HunyuanVideoTokenReplaceAdaLayerNormZero HunyuanVideoTokenReplaceAdaLayerNormZeroSingle HunyuanVideoTokenReplaceSingleTransformerBlock HunyuanVideoTokenReplaceTransformerBlock HunyuanVideoTransformer3DModel HunyuanVideoTransformerBlock',
    'diffusers.models.transformers.transformer_hunyuan_video15':
      'HunyuanVideo15AdaNorm HunyuanVideo15ByT5TextProjection HunyuanVideo15ImageProjection HunyuanVideo15IndividualTokenRefiner HunyuanVideo15IndividualTokenRefinerBlock HunyuanVideo15PatchEmbed HunyuanVideo15RotaryPosEmbed HunyuanVideo15TimeEmbedding HunyuanVideo15TokenRefiner HunyuanVideo15Transformer3DModel HunyuanVideo15TransformerBlock',
    'diffusers.models.transformers.transformer_hunyuan_video_framepack':
      'FramepackClipVisionProjection HunyuanVideoFramepackRotaryPosEmbed HunyuanVideoFramepackTransformer3DModel HunyuanVideoHistoryPatchEmbed',
    'diffusers.models.transformers.transformer_hunyuanimage':
      'HunyuanImageAdaNorm HunyuanImageByT5TextProjection HunyuanImageCombinedTimeGuidanceEmbedding HunyuanImageIndividualTokenRefiner HunyuanImageIndividualTokenRefinerBlock HunyuanImagePatchEmbed HunyuanImageRotaryPosEmbed HunyuanImageSingleTransformerBlock HunyuanImageTokenRefiner HunyuanImageTransformer2DModel HunyuanImageTransformerBlock',
    'diffusers.models.transformers.transformer_ideogram4':
      'Ideogram4Attention Ideogram4EmbedScalar Ideogram4FinalLayer Ideogram4MLP Ideogram4MRoPE Ideogram4Transformer2DModel Ideogram4TransformerBlock',
    'diffusers.models.transformers.transformer_joyimage':
      'JoyImageAttention JoyImageEditTransformer3DModel JoyImageModulate JoyImageTimeTextImageEmbedding JoyImageTransformerBlock',
    'diffusers.models.transformers.transformer_joyimage_edit_plus':
      'JoyImageEditPlusAttention JoyImageEditPlusModulate JoyImageEditPlusTimeTextImageEmbedding JoyImageEditPlusTransformer3DModel JoyImageEditPlusTransformerBlock',
    'diffusers.models.transformers.transformer_kandinsky':
      'Kandinsky5Attention Kandinsky5FeedForward Kandinsky5Modulation Kandinsky5OutLayer Kandinsky5RoPE1D Kandinsky5RoPE3D Kandinsky5TextEmbeddings Kandinsky5TimeEmbeddings Kandinsky5Transformer3DModel Kandinsky5TransformerDecoderBlock Kandinsky5TransformerEncoderBlock Kandinsky5VisualEmbeddings',
    'diffusers.models.transformers.transformer_kandinsky6':
      'Kandinsky6Attention Kandinsky6FusedTransformerDecoderBlock Kandinsky6Modulation Kandinsky6OutLayer Kandinsky6OutLayerAudio Kandinsky6RoPE1D Kandinsky6RoPE3D Kandinsky6TextEmbeddings Kandinsky6TimeEmbeddings Kandinsky6Transformer3DModel Kandinsky6TransformerDecoderBlock Kandinsky6TransformerEncoderBlock Kandinsky6VisualEmbeddings',
    'diffusers.models.transformers.transformer_kandinsky6_sr':
      'Kandinsky6SRAttention Kandinsky6SRModulation Kandinsky6SROutLayer Kandinsky6SRRoPE3D Kandinsky6SRTimeEmbeddings Kandinsky6SRTransformer3DModel Kandinsky6SRTransformerBlock Kandinsky6SRVisualEmbeddings',
    'diffusers.models.transformers.transformer_krea2':
      'Krea2Attention Krea2FinalLayer Krea2RMSNorm Krea2RotaryPosEmbed Krea2SwiGLU Krea2TextFusion Krea2TextFusionBlock Krea2TextProjection Krea2TimestepEmbedding Krea2Transformer2DModel Krea2TransformerBlock',
    'diffusers.models.transformers.transformer_longcat_audio_dit':
      'AudioDiTAdaLNMLP AudioDiTAdaLayerNormZeroFinal AudioDiTAttention AudioDiTBlock AudioDiTConvNeXtV2Block AudioDiTEmbedder AudioDiTFeedForward AudioDiTGRN AudioDiTRotaryEmbedding AudioDiTSinusPositionEmbedding AudioDiTTimestepEmbedding LongCatAudioDiTTransformer',
    'diffusers.models.transformers.transformer_longcat_image':
      'LongCatImageAttention LongCatImagePosEmbed LongCatImageSingleTransformerBlock LongCatImageTimestepEmbeddings LongCatImageTransformer2DModel LongCatImageTransformerBlock',
    'diffusers.models.transformers.transformer_ltx':
      'LTXAttention LTXVideoRotaryPosEmbed LTXVideoTransformer3DModel LTXVideoTransformerBlock',
    'diffusers.models.transformers.transformer_ltx2':
      'LTX2AdaLayerNormSingle LTX2Attention LTX2AudioVideoRotaryPosEmbed LTX2VideoTransformer3DModel LTX2VideoTransformerBlock',
    'diffusers.models.transformers.transformer_lumina2':
      'Lumina2CombinedTimestepCaptionEmbedding Lumina2RotaryPosEmbed Lumina2Transformer2DModel Lumina2TransformerBlock',
    'diffusers.models.transformers.transformer_minimax_h3':
      'MiniMaxH3AdaLayerNormModulation MiniMaxH3AdaLayerNormOut MiniMaxH3Attention MiniMaxH3RotaryPosEmbed MiniMaxH3TokenRefiner MiniMaxH3TokenRefinerBlock MiniMaxH3Transformer3DModel MiniMaxH3TransformerBlock',
    'diffusers.models.transformers.transformer_minimax_music3':
      'MiniMaxMusic3Attention MiniMaxMusic3FourierEmbedding MiniMaxMusic3RotaryEmbedding MiniMaxMusic3Transformer1DModel MiniMaxMusic3TransformerBlock',
    'diffusers.models.transformers.transformer_mochi':
      'MochiLayerNormContinuous MochiModulatedRMSNorm MochiRMSNormZero MochiRoPE MochiTransformer3DModel MochiTransformerBlock',
    'diffusers.models.transformers.transformer_motif_video':
      'MotifVideoAdaNorm MotifVideoAttention MotifVideoConditionEmbedding MotifVideoCrossAttention MotifVideoImageProjection MotifVideoPatchEmbed MotifVideoRotaryPosEmbed MotifVideoSingleTransformerBlock MotifVideoTransformer3DModel MotifVideoTransformerBlock',
    'diffusers.models.transformers.transformer_nucleusmoe_image':
      'NucleusMoEEmbedRope NucleusMoEImageTransformer2DModel NucleusMoEImageTransformerBlock NucleusMoELayer NucleusMoETimestepProjEmbeddings SwiGLUExperts',
    'diffusers.models.transformers.transformer_omnigen':
      'OmniGenBlock OmniGenFeedForward OmniGenPatchEmbed OmniGenSuScaledRotaryEmbedding OmniGenTransformer2DModel',
    'diffusers.models.transformers.transformer_ovis_image':
      'OvisImageAttention OvisImagePosEmbed OvisImageSingleTransformerBlock OvisImageTransformer2DModel OvisImageTransformerBlock',
    'diffusers.models.transformers.transformer_prx':
      'FinalLayer MLPEmbedder Modulation PRXAttention PRXBlock PRXEmbedND PRXResolutionEmbedder PRXTransformer2DModel',
    'diffusers.models.transformers.transformer_qwenimage':
      'QwenEmbedLayer3DRope QwenEmbedRope QwenImageTransformer2DModel QwenImageTransformerBlock QwenTimestepProjEmbeddings',
    'diffusers.models.transformers.transformer_qwenimage21':
      'QwenImage21AdaLayerNormContinuous QwenImage21Attention QwenImage21Rope QwenImage21SwiGLUFeedForward QwenImage21TemporalTimesteps QwenImage21TextProjection QwenImage21TimestepProjEmbeddings QwenImage21Transformer2DModel QwenImage21TransformerBlock QwenImage21ZeroCenterRMSNorm',
    'diffusers.models.transformers.transformer_rfd4_proteina':
      'RFD4ProteinaAdaptiveAttention RFD4ProteinaAdaptiveNorm RFD4ProteinaAdaptiveTransition RFD4ProteinaFeatureFactory RFD4ProteinaPairAttention RFD4ProteinaPairBuilder RFD4ProteinaPairTransition RFD4ProteinaPairUpdate RFD4ProteinaTransformer RFD4ProteinaTransition RFD4ProteinaTriangleMultiplication RFD4ProteinaTrunkLayer _AtomChargeEmbedding _AtomicElementEmbedding _CathEmbedding _PairDistances _SecondaryStructureEmbedding _TokenTypeEmbedding',
    'diffusers.models.transformers.transformer_sana_video':
      'GLUMBTempConv SanaCombinedTimestepGuidanceEmbeddings SanaModulatedNorm SanaVideoTransformer3DModel SanaVideoTransformerBlock WanRotaryPosEmbed',
    'diffusers.models.transformers.transformer_sana_wm':
      'BidirectionalGDNUCPESinglePathLiteLA GLUMBConvTemp MultiHeadCrossAttention SanaVideoMSCamCtrlBlock SanaWMBidirectionalGDNAttention SanaWMBidirectionalGDNCamAttention SanaWMCaptionEmbedder SanaWMConvLayer SanaWMMlp SanaWMPatchEmbed SanaWMRotaryPosEmbed SanaWMSoftmaxAttention SanaWMSoftmaxCamAttention SanaWMTemporalShortConvolution SanaWMTransformer3DModel T2IFinalLayer _SoftmaxUCPESinglePathLiteLA',
    'diffusers.models.transformers.transformer_sana_wm_refiner':
      'SanaWMLTX2AdaLayerNormSingle SanaWMLTX2Attention SanaWMLTX2AudioVideoRotaryPosEmbed SanaWMLTX2RefinerTransformer3DModel SanaWMLTX2RefinerTransformerBlock',
    'diffusers.models.transformers.transformer_sd3': 'SD3SingleTransformerBlock SD3Transformer2DModel',
    'diffusers.models.transformers.transformer_skyreels_v2':
      'SkyReelsV2Attention SkyReelsV2ImageEmbedding SkyReelsV2RotaryPosEmbed SkyReelsV2TimeTextImageEmbedding SkyReelsV2Timesteps SkyReelsV2Transformer3DModel SkyReelsV2TransformerBlock',
    'diffusers.models.transformers.transformer_stable_audio3':
      'StableAudio3CrossAttention StableAudio3DiTBlock StableAudio3DiTModel StableAudio3ExpoFourierFeatures StableAudio3FeedForward StableAudio3RMSNorm StableAudio3RotaryEmbedding StableAudio3SelfAttention',
    'diffusers.models.transformers.transformer_temporal': 'TransformerSpatioTemporalModel TransformerTemporalModel',
    'diffusers.models.transformers.transformer_wan':
      'WanAttention WanImageEmbedding WanRotaryPosEmbed WanTimeTextImageEmbedding WanTransformer3DModel WanTransformerBlock',
    'diffusers.models.transformers.transformer_wan_animate':
      'FusedLeakyReLU MotionConv2d MotionEncoderResBlock MotionLinear WanAnimateFaceBlockCrossAttention WanAnimateFaceEncoder WanAnimateMotionEncoder WanAnimateTransformer3DModel WanAttention WanImageEmbedding WanRotaryPosEmbed WanTimeTextImageEmbedding WanTransformerBlock',
    'diffusers.models.transformers.transformer_wan_animate_2':
      'Head MLPProj WanAnimate2Attention WanAnimate2Transformer3DModel WanAnimate2TransformerBlock',
    'diffusers.models.transformers.transformer_wan_vace': 'WanVACETransformer3DModel WanVACETransformerBlock',
    'diffusers.models.transformers.transformer_z_image':
      'FeedForward FinalLayer TimestepEmbedder ZImageTransformer2DModel ZImageTransformerBlock',
    'diffusers.models.unets.unet_1d': 'UNet1DModel',
    'diffusers.models.unets.unet_1d_blocks':
      'AttnDownBlock1D AttnUpBlock1D DownBlock1D DownBlock1DNoSkip DownResnetBlock1D Downsample1d MidResTemporalBlock1D OutConv1DBlock OutValueFunctionBlock ResConvBlock SelfAttention1d UNetMidBlock1D UpBlock1D UpBlock1DNoSkip UpResnetBlock1D Upsample1d ValueFunctionMidBlock1D',
    'diffusers.models.unets.unet_2d': 'UNet2DModel',
    'diffusers.models.unets.unet_2d_blocks':
      'AttnDownBlock2D AttnDownEncoderBlock2D AttnSkipDownBlock2D AttnSkipUpBlock2D AttnUpBlock2D AttnUpDecoderBlock2D AutoencoderTinyBlock CrossAttnDownBlock2D CrossAttnUpBlock2D DownBlock2D DownEncoderBlock2D KAttentionBlock KCrossAttnDownBlock2D KCrossAttnUpBlock2D KDownBlock2D KUpBlock2D ResnetDownsampleBlock2D ResnetUpsampleBlock2D SimpleCrossAttnDownBlock2D SimpleCrossAttnUpBlock2D SkipDownBlock2D SkipUpBlock2D UNetMidBlock2D UNetMidBlock2DCrossAttn UNetMidBlock2DSimpleCrossAttn UpBlock2D UpDecoderBlock2D',
    'diffusers.models.unets.unet_2d_condition': 'UNet2DConditionModel',
    'diffusers.models.unets.unet_3d_blocks':
      'CrossAttnDownBlock3D CrossAttnDownBlockMotion CrossAttnDownBlockSpatioTemporal CrossAttnUpBlock3D CrossAttnUpBlockMotion CrossAttnUpBlockSpatioTemporal DownBlock3D DownBlockMotion DownBlockSpatioTemporal MidBlockTemporalDecoder UNetMidBlock3DCrossAttn UNetMidBlockCrossAttnMotion UNetMidBlockSpatioTemporal UpBlock3D UpBlockMotion UpBlockSpatioTemporal UpBlockTemporalDecoder',
    'diffusers.models.unets.unet_3d_condition': 'UNet3DConditionModel',
    'diffusers.models.unets.unet_dreamlite':
      'DepthwiseSeparableConv DreamLiteCrossAttnDownBlock2D DreamLiteCrossAttnNoSelfAttnDownBlock2D DreamLiteCrossAttnNoSelfAttnUpBlock2D DreamLiteCrossAttnUpBlock2D DreamLiteDownBlock2D DreamLiteUNetMidBlock2DCrossAttn DreamLiteUNetModel DreamLiteUpBlock2D ResnetBlock2DDreamLite',
    'diffusers.models.unets.unet_i2vgen_xl': 'I2VGenXLTransformerTemporalEncoder I2VGenXLUNet',
    'diffusers.models.unets.unet_kandinsky3':
      'Kandinsky3AttentionBlock Kandinsky3AttentionPooling Kandinsky3Block Kandinsky3ConditionalGroupNorm Kandinsky3DownSampleBlock Kandinsky3EncoderProj Kandinsky3ResNetBlock Kandinsky3UNet Kandinsky3UpSampleBlock',
    'diffusers.models.unets.unet_motion_model':
      'AnimateDiffTransformer3D CrossAttnDownBlockMotion CrossAttnUpBlockMotion DownBlockMotion MotionAdapter MotionModules UNetMidBlockCrossAttnMotion UNetMotionModel UpBlockMotion',
    'diffusers.models.unets.unet_spatio_temporal_condition': 'UNetSpatioTemporalConditionModel',
    'diffusers.models.unets.unet_stable_cascade':
      'GlobalResponseNorm SDCascadeAttnBlock SDCascadeLayerNorm SDCascadeResBlock SDCascadeTimestepBlock StableCascadeUNet UpDownBlock2d',
    'diffusers.models.unets.uvit_2d': 'ConvMlmLayer ConvNextBlock UVit2DConvEmbed UVit2DModel UVitBlock',
    'diffusers.models.upsampling': 'CogVideoXUpsample3D FirUpsample2D KUpsample2D Upsample1D Upsample2D',
  },
  objects: {
    'diffusers.models.attention': 'AttentionMixin AttentionModuleMixin',
    'diffusers.models.attention_processor':
      'AllegroAttnProcessor2_0 AttnAddedKVProcessor AttnAddedKVProcessor2_0 AttnProcessor AttnProcessor2_0 AttnProcessorNPU AuraFlowAttnProcessor2_0 CogVideoXAttnProcessor2_0 FusedAttnProcessor2_0 FusedAuraFlowAttnProcessor2_0 FusedCogVideoXAttnProcessor2_0 FusedHunyuanAttnProcessor2_0 FusedJointAttnProcessor2_0 HunyuanAttnProcessor2_0 JointAttnProcessor2_0 LoRAAttnAddedKVProcessor LoRAAttnProcessor LoRAAttnProcessor2_0 LoRAXFormersAttnProcessor LuminaAttnProcessor2_0 MochiAttnProcessor2_0 MochiVaeAttnProcessor2_0 PAGCFGHunyuanAttnProcessor2_0 PAGCFGIdentitySelfAttnProcessor2_0 PAGCFGJointAttnProcessor2_0 PAGCFGSanaLinearAttnProcessor2_0 PAGHunyuanAttnProcessor2_0 PAGIdentitySanaLinearAttnProcessor2_0 PAGIdentitySelfAttnProcessor2_0 PAGJointAttnProcessor2_0 SanaLinearAttnProcessor2_0 SanaMultiscaleAttnProcessor2_0 SlicedAttnAddedKVProcessor SlicedAttnProcessor StableAudioAttnProcessor2_0 XFormersAttnAddedKVProcessor XFormersAttnProcessor XFormersJointAttnProcessor XLAFlashAttnProcessor2_0',
    'diffusers.models.autoencoders.autoencoder_kl_cosmos':
      'CosmosSpatialAttentionProcessor2_0 CosmosTemporalAttentionProcessor2_0',
    'diffusers.models.autoencoders.autoencoder_kl_kvae_audio': 'KVAEAudioAttnProcessor',
    'diffusers.models.autoencoders.autoencoder_kl_ltx2_audio': 'LTX2AudioAudioPatchifier',
    'diffusers.models.autoencoders.autoencoder_kl_minimax_h3': 'MiniMaxH3VideoAttnProcessor',
    'diffusers.models.autoencoders.autoencoder_kl_minimax_h3_audio':
      'MiniMaxH3AudioAttnProcessor MiniMaxH3AudioDiagonalGaussianDistribution',
    'diffusers.models.autoencoders.autoencoder_mmaudio': 'MMAudioAttnProcessor',
    'diffusers.models.autoencoders.autoencoder_oobleck': 'OobleckDiagonalGaussianDistribution',
    'diffusers.models.autoencoders.autoencoder_rfd4_proteina': 'RFD4ProteinaPairAttnProcessor',
    'diffusers.models.autoencoders.autoencoder_same': 'SAMEAttnProcessor',
    'diffusers.models.autoencoders.ltx2_diffusion_decoder':
      'LTX2VideoVaeNeighborhoodAttnProcessor LTX2VideoVaeNeighborhoodNattenProcessor',
    'diffusers.models.autoencoders.vae': 'AutoencoderMixin DiagonalGaussianDistribution IdentityDistribution',
    'diffusers.models.cache_utils': 'CacheMixin',
    'diffusers.models.condition_embedders.condition_embedder_anima': 'AnimaTextConditionerAttnProcessor',
    'diffusers.models.controlnets.controlnet_z_image': 'RopeEmbedder ZSingleStreamAttnProcessor',
    'diffusers.models.modeling_utils': 'ContextManagers',
    'diffusers.models.transformers.ace_step_transformer': 'AceStepAttnProcessor2_0',
    'diffusers.models.transformers.minimax_music3_rvq_depth_decoder': 'MiniMaxMusic3DepthAttnProcessor',
    'diffusers.models.transformers.sana_transformer': 'SanaAttnProcessor2_0',
    'diffusers.models.transformers.transformer_anyflow': 'AnyFlowAttnProcessor AnyFlowCrossAttnProcessor',
    'diffusers.models.transformers.transformer_anyflow_far':
      'AnyFlowAttnProcessor AnyFlowCausalAttnProcessor AnyFlowCrossAttnProcessor',
    'diffusers.models.transformers.transformer_bria': 'BriaAttnProcessor',
    'diffusers.models.transformers.transformer_bria_fibo': 'BriaFiboAttnProcessor',
    'diffusers.models.transformers.transformer_bria_fibo2': 'BriaFibo2AttnProcessor RopeEmbedder',
    'diffusers.models.transformers.transformer_chronoedit': 'WanAttnProcessor',
    'diffusers.models.transformers.transformer_cogview4': 'CogView4AttnProcessor CogView4TrainingAttnProcessor',
    'diffusers.models.transformers.transformer_cosmos': 'CosmosAttnProcessor2_0 CosmosAttnProcessor2_5',
    'diffusers.models.transformers.transformer_cosmos3': 'Cosmos3AttnProcessor',
    'diffusers.models.transformers.transformer_easyanimate': 'EasyAnimateAttnProcessor2_0',
    'diffusers.models.transformers.transformer_ernie_image': 'ErnieImageSingleStreamAttnProcessor',
    'diffusers.models.transformers.transformer_flux': 'FluxAttnProcessor',
    'diffusers.models.transformers.transformer_flux2':
      'Flux2AttnProcessor Flux2KVAttnProcessor Flux2KVCache Flux2KVLayerCache Flux2KVParallelSelfAttnProcessor Flux2ParallelSelfAttnProcessor',
    'diffusers.models.transformers.transformer_flux3': 'Flux3AttnProcessor',
    'diffusers.models.transformers.transformer_glm_image': 'GlmImageAttnProcessor GlmImageKVCache GlmImageLayerKVCache',
    'diffusers.models.transformers.transformer_helios': 'HeliosAttnProcessor',
    'diffusers.models.transformers.transformer_hidream_image': 'HiDreamAttnProcessor',
    'diffusers.models.transformers.transformer_hunyuan_video': 'HunyuanVideoAttnProcessor2_0',
    'diffusers.models.transformers.transformer_hunyuan_video15': 'HunyuanVideo15AttnProcessor2_0',
    'diffusers.models.transformers.transformer_hunyuanimage': 'HunyuanImageAttnProcessor',
    'diffusers.models.transformers.transformer_ideogram4': 'Ideogram4AttnProcessor',
    'diffusers.models.transformers.transformer_joyimage': 'JoyImageAttnProcessor',
    'diffusers.models.transformers.transformer_joyimage_edit_plus': 'JoyImageEditPlusAttnProcessor',
    'diffusers.models.transformers.transformer_kandinsky': 'Kandinsky5AttnProcessor',
    'diffusers.models.transformers.transformer_kandinsky6': 'Kandinsky6AttnProcessor',
    'diffusers.models.transformers.transformer_kandinsky6_sr': 'Kandinsky6SRAttnProcessor',
    'diffusers.models.transformers.transformer_krea2': 'Krea2AttnProcessor',
    'diffusers.models.transformers.transformer_longcat_audio_dit':
      'AudioDiTCrossAttnProcessor AudioDiTSelfAttnProcessor',
    'diffusers.models.transformers.transformer_longcat_image': 'LongCatImageAttnProcessor',
    'diffusers.models.transformers.transformer_ltx': 'LTXVideoAttnProcessor',
    'diffusers.models.transformers.transformer_ltx2': 'LTX2AudioVideoAttnProcessor LTX2PerturbedAttnProcessor',
    'diffusers.models.transformers.transformer_lumina2': 'Lumina2AttnProcessor2_0',
    'diffusers.models.transformers.transformer_minimax_h3': 'MiniMaxH3AttnProcessor',
    'diffusers.models.transformers.transformer_minimax_music3': 'MiniMaxMusic3AttnProcessor',
    'diffusers.models.transformers.transformer_motif_video':
      'MotifVideoAttnProcessor2_0 MotifVideoCrossAttnProcessor2_0',
    'diffusers.models.transformers.transformer_nucleusmoe_image': 'NucleusMoEAttnProcessor2_0',
    'diffusers.models.transformers.transformer_omnigen': 'OmniGenAttnProcessor2_0',
    'diffusers.models.transformers.transformer_ovis_image': 'OvisImageAttnProcessor',
    'diffusers.models.transformers.transformer_prx': 'PRXAttnProcessor2_0',
    'diffusers.models.transformers.transformer_qwenimage': 'QwenDoubleStreamAttnProcessor2_0',
    'diffusers.models.transformers.transformer_qwenimage21':
      'QwenImage21AttnProcessor QwenImage21FlexAttnProcessor QwenImage21KVCache QwenImage21KVLayerCache',
    'diffusers.models.transformers.transformer_rfd4_proteina': 'RFD4ProteinaPairAttnProcessor',
    'diffusers.models.transformers.transformer_sana_video': 'SanaAttnProcessor2_0 SanaLinearAttnProcessor3_0',
    'diffusers.models.transformers.transformer_sana_wm': 'SanaWMCrossAttnProcessor',
    'diffusers.models.transformers.transformer_sana_wm_refiner':
      'SanaWMLTX2AudioVideoAttnProcessor SanaWMLTX2PerturbedAttnProcessor SanaWMLTX2RefinerAttnProcessor SanaWMRefinerKVCache SanaWMRefinerKVLayerCache',
    'diffusers.models.transformers.transformer_skyreels_v2': 'SkyReelsV2AttnProcessor',
    'diffusers.models.transformers.transformer_stable_audio3':
      'StableAudio3CrossAttnProcessor StableAudio3SelfAttnProcessor',
    'diffusers.models.transformers.transformer_wan': 'WanAttnProcessor',
    'diffusers.models.transformers.transformer_wan_animate': 'WanAnimateFaceBlockAttnProcessor WanAttnProcessor',
    'diffusers.models.transformers.transformer_wan_animate_2':
      'WanAnimate2AttnProcessor WanAnimate2CrossAttnProcessor WanAnimate2KVCache WanAnimate2KVLayerCache',
    'diffusers.models.transformers.transformer_z_image': 'RopeEmbedder ZSingleStreamAttnProcessor',
    'diffusers.models.unets.unet_dreamlite': 'DreamLiteAttnProcessor2_0',
    'diffusers.schedulers.scheduling_amused': 'AmusedScheduler',
    'diffusers.schedulers.scheduling_block_refinement': 'BlockRefinementScheduler',
    'diffusers.schedulers.scheduling_consistency_decoder': 'ConsistencyDecoderScheduler',
    'diffusers.schedulers.scheduling_consistency_models': 'CMStochasticIterativeScheduler',
    'diffusers.schedulers.scheduling_ddim': 'DDIMScheduler',
    'diffusers.schedulers.scheduling_ddim_cogvideox': 'CogVideoXDDIMScheduler',
    'diffusers.schedulers.scheduling_ddim_inverse': 'DDIMInverseScheduler',
    'diffusers.schedulers.scheduling_ddim_parallel': 'DDIMParallelScheduler',
    'diffusers.schedulers.deprecated.scheduling_karras_ve': 'KarrasVeScheduler',
    'diffusers.schedulers.deprecated.scheduling_sde_vp': 'ScoreSdeVpScheduler',
    'diffusers.schedulers.scheduling_ddpm': 'DDPMScheduler',
    'diffusers.schedulers.scheduling_ddpm_parallel': 'DDPMParallelScheduler',
    'diffusers.schedulers.scheduling_ddpm_wuerstchen': 'DDPMWuerstchenScheduler',
    'diffusers.schedulers.scheduling_deis_multistep': 'DEISMultistepScheduler',
    'diffusers.schedulers.scheduling_discrete_ddim': 'DiscreteDDIMScheduler',
    'diffusers.schedulers.scheduling_dpm_cogvideox': 'CogVideoXDPMScheduler',
    'diffusers.schedulers.scheduling_dpmsolver_multistep': 'DPMSolverMultistepScheduler',
    'diffusers.schedulers.scheduling_dpmsolver_multistep_inverse': 'DPMSolverMultistepInverseScheduler',
    'diffusers.schedulers.scheduling_dpmsolver_singlestep': 'DPMSolverSinglestepScheduler',
    'diffusers.schedulers.scheduling_edm_dpmsolver_multistep': 'EDMDPMSolverMultistepScheduler',
    'diffusers.schedulers.scheduling_edm_euler': 'EDMEulerScheduler',
    'diffusers.schedulers.scheduling_entropy_bound': 'EntropyBoundScheduler',
    'diffusers.schedulers.scheduling_euler_ancestral_discrete': 'EulerAncestralDiscreteScheduler',
    'diffusers.schedulers.scheduling_euler_discrete': 'EulerDiscreteScheduler',
    'diffusers.schedulers.scheduling_flow_map_euler_discrete': 'FlowMapEulerDiscreteScheduler',
    'diffusers.schedulers.scheduling_flow_match_euler_discrete': 'FlowMatchEulerDiscreteScheduler',
    'diffusers.schedulers.scheduling_flow_match_heun_discrete': 'FlowMatchHeunDiscreteScheduler',
    'diffusers.schedulers.scheduling_flow_match_lcm': 'FlowMatchLCMScheduler',
    'diffusers.schedulers.scheduling_helios': 'HeliosScheduler',
    'diffusers.schedulers.scheduling_helios_dmd': 'HeliosDMDScheduler',
    'diffusers.schedulers.scheduling_heun_discrete': 'HeunDiscreteScheduler',
    'diffusers.schedulers.scheduling_ipndm': 'IPNDMScheduler',
    'diffusers.schedulers.scheduling_k_dpm_2_ancestral_discrete': 'KDPM2AncestralDiscreteScheduler',
    'diffusers.schedulers.scheduling_k_dpm_2_discrete': 'KDPM2DiscreteScheduler',
    'diffusers.schedulers.scheduling_lcm': 'LCMScheduler',
    'diffusers.schedulers.scheduling_lms_discrete': 'LMSDiscreteScheduler',
    'diffusers.schedulers.scheduling_ltx_euler_ancestral_rf': 'LTXEulerAncestralRFScheduler',
    'diffusers.schedulers.scheduling_minimax_h3': 'MiniMaxH3Scheduler',
    'diffusers.schedulers.scheduling_piflow': 'PiflowScheduler',
    'diffusers.schedulers.scheduling_pndm': 'PNDMScheduler',
    'diffusers.schedulers.scheduling_repaint': 'RePaintScheduler',
    'diffusers.schedulers.scheduling_rfd4_proteina': 'RFD4ProteinaScheduler',
    'diffusers.schedulers.scheduling_sasolver': 'SASolverScheduler',
    'diffusers.schedulers.scheduling_scm': 'SCMScheduler',
    'diffusers.schedulers.scheduling_sde_ve': 'ScoreSdeVeScheduler',
    'diffusers.schedulers.scheduling_tcd': 'TCDScheduler',
    'diffusers.schedulers.scheduling_unclip': 'UnCLIPScheduler',
    'diffusers.schedulers.scheduling_unipc_multistep': 'UniPCMultistepScheduler',
    'diffusers.schedulers.scheduling_vq_diffusion': 'VQDiffusionScheduler',
  },
};

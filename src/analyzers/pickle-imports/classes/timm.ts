import type { ClassFamily } from './family.ts';

/** Classes of timm 1.0. Listed by test/corpus/genuine/pickle/build_data.py. */
export const TIMM: ClassFamily = {
  objects: {
    'timm.data.auto_augment': 'AugmentOp AutoAugment RandAugment AugMixAugment',
    'timm.data.mixup': 'Mixup FastCollateMixup',
    'timm.data.naflex_mixup': 'NaFlexMixup',
    'timm.data.naflex_random_erasing': 'PatchRandomErasing',
    'timm.data.random_erasing': 'RandomErasing',
    'timm.data.target_transforms': 'MultiLabelTarget',
    'timm.data.transforms':
      'ToNumpy ToTensor MaybeToTensor MaybePILToTensor RandomResizedCropAndInterpolation RandomPad ResizeKeepRatio',
    'timm.layers.activations_me': 'HardMishAutoFn HardSigmoidAutoFn HardSwishAutoFn MishAutoFn SwishAutoFn',
    'timm.layers.config': 'set_exportable set_layer_config set_no_jit set_scriptable',
    'timm.layers.interpolate': 'RegularGridInterpolator',
    'timm.models._efficientnet_builder': 'EfficientNetBuilder',
    'timm.models._features': 'FeatureHooks FeatureInfo',
    'timm.models._pretrained': 'DefaultCfg PretrainedCfg',
    'timm.models.byobnet': 'ByoBlockCfg ByoModelCfg LayerFn',
    'timm.models.cspnet': 'CspModelCfg CspStagesCfg CspStemCfg',
    'timm.models.maxxvit': 'MaxxVitCfg MaxxVitConvCfg MaxxVitTransformerCfg',
    'timm.models.mvitv2': 'MultiScaleVitCfg',
    'timm.models.naflexvit': 'NaFlexRopeIterator NaFlexVitCfg',
    'timm.models.nfnet': 'NfCfg',
    'timm.models.regnet': 'RegNetCfg',
    'timm.models.vitamin': 'VitCfg VitConvCfg',
  },
  restored: {
    'timm.data.naflex_transforms':
      'ResizeToSequence ResizeKeepRatioToSequence CenterCropToSequence RandomCropToSequence RandomResizedCropToSequence Patchify',
    'timm.data.transforms': 'CenterCropOrPad RandomCropOrPad TrimBorder',
    'timm.layers.activations': 'GELU GELUTanh HardMish HardSigmoid HardSwish Mish PReLU QuickGELU Sigmoid Swish Tanh',
    'timm.layers.activations_me': 'HardMishMe HardSigmoidMe HardSwishMe MishMe SwishMe',
    'timm.layers.adaptive_avgmax_pool':
      'AdaptiveAvgMaxPool2d AdaptiveCatAvgMaxPool2d FastAdaptiveAvgMaxPool FastAdaptiveAvgPool FastAdaptiveCatAvgMaxPool FastAdaptiveMaxPool SelectAdaptivePool2d',
    'timm.layers.attention': 'Attention AttentionRope',
    'timm.layers.attention2d': 'Attention2d MultiQueryAttention2d MultiQueryAttentionV2',
    'timm.layers.attention_pool': 'AttentionPoolLatent AttentionPoolPrr',
    'timm.layers.attention_pool2d': 'AttentionPool2d RotAttentionPool2d',
    'timm.layers.blur_pool': 'BlurPool2d',
    'timm.layers.bottleneck_attn': 'BottleneckAttn PosEmbedRel',
    'timm.layers.cbam': 'CbamModule ChannelAttn LightCbamModule LightChannelAttn LightSpatialAttn SpatialAttn',
    'timm.layers.classifier': 'ClNormMlpClassifierHead ClassifierHead NormMlpClassifierHead',
    'timm.layers.cond_conv2d': 'CondConv2d',
    'timm.layers.conv2d_same': 'Conv2dSame Conv2dSameExport',
    'timm.layers.conv_bn_act': 'ConvNormAct',
    'timm.layers.coord_attn': 'CoordAttn EfficientLocalAttn SimpleCoordAttn StripAttn',
    'timm.layers.diff_attention': 'DiffAttention',
    'timm.layers.drop': 'DropBlock2d DropPath',
    'timm.layers.eca': 'CecaModule EcaModule',
    'timm.layers.evo_norm':
      'EvoNorm2dB0 EvoNorm2dB1 EvoNorm2dB2 EvoNorm2dS0 EvoNorm2dS0a EvoNorm2dS1 EvoNorm2dS1a EvoNorm2dS2 EvoNorm2dS2a',
    'timm.layers.filter_response_norm': 'FilterResponseNormAct2d FilterResponseNormTlu2d',
    'timm.layers.gather_excite': 'GatherExcite',
    'timm.layers.global_context': 'GlobalContext',
    'timm.layers.grn': 'GlobalResponseNorm',
    'timm.layers.halo_attn': 'HaloAttn PosEmbedRel',
    'timm.layers.hybrid_embed': 'HybridEmbed HybridEmbedWithSize',
    'timm.layers.inplace_abn': 'InplaceAbn',
    'timm.layers.lambda_layer': 'LambdaLayer',
    'timm.layers.layer_scale': 'LayerScale LayerScale2d',
    'timm.layers.linear': 'Linear',
    'timm.layers.median_pool': 'MedianPool2d',
    'timm.layers.mixed_conv2d': 'MixedConv2d',
    'timm.layers.ml_decoder': 'MLDecoder',
    'timm.layers.mlp': 'ConvMlp GatedMlp GlobalResponseNormMlp GluMlp Mlp SwiGLU',
    'timm.layers.non_local_attn': 'BatNonLocalAttn BilinearAttnTransform NonLocalAttn',
    'timm.layers.norm':
      'GroupNorm GroupNorm1 LayerNorm LayerNorm2d LayerNorm2dFp32 LayerNormExp2d LayerNormFp32 RmsNorm RmsNorm2d RmsNorm2dFp32 RmsNormFp32 SimpleNorm SimpleNorm2d SimpleNorm2dFp32 SimpleNormFp32',
    'timm.layers.norm_act':
      'BatchNormAct2d FrozenBatchNormAct2d GroupNorm1Act GroupNormAct LayerNormAct LayerNormAct2d LayerNormAct2dFp32 LayerNormActFp32 RmsNormAct RmsNormAct2d RmsNormAct2dFp32 RmsNormActFp32 SyncBatchNormAct',
    'timm.layers.other_pool': 'LsePlus1d LsePlus2d SimPool1d SimPool2d',
    'timm.layers.patch_dropout': 'PatchDropout PatchDropoutWithIndices',
    'timm.layers.patch_embed': 'PatchEmbed PatchEmbedInterpolator PatchEmbedResamplerFixedOrigSize PatchEmbedWithSize',
    'timm.layers.pool2d_same': 'AvgPool2dSame MaxPool2dSame',
    'timm.layers.pos_embed_rel': 'RelPosBias RelPosBiasTf RelPosMlp',
    'timm.layers.pos_embed_sincos':
      'FourierEmbed RotaryEmbedding RotaryEmbeddingCat RotaryEmbeddingDinoV3 RotaryEmbeddingMRope RotaryEmbeddingMixed _RotaryEmbeddingBase',
    'timm.layers.selective_kernel': 'SelectiveKernel SelectiveKernelAttn',
    'timm.layers.separable_conv': 'SeparableConv2d SeparableConvNormAct',
    'timm.layers.space_to_depth': 'DepthToSpace SpaceToDepth',
    'timm.layers.split_attn': 'RadixSoftmax SplitAttn',
    'timm.layers.split_batchnorm': 'SplitBatchNorm2d',
    'timm.layers.squeeze_excite': 'EffectiveSEModule SEModule SqueezeExciteCl',
    'timm.layers.std_conv': 'ScaledStdConv2d ScaledStdConv2dSame StdConv2d StdConv2dSame',
    'timm.models._efficientnet_blocks':
      'CondConvResidual ConvBnAct DepthwiseSeparableConv EdgeResidual InvertedResidual MobileAttention SqueezeExcite UniversalInvertedResidual',
    'timm.models._features': 'FeatureDictNet FeatureGetterNet FeatureHookNet FeatureListNet',
    'timm.models._features_fx': 'FeatureGraphNet GraphExtractNet',
    'timm.models.beit': 'Attention Beit Block RelativePositionBias',
    'timm.models.byobnet':
      'BasicBlock BottleneckBlock ByobNet DarkBlock DownsampleAvg EdgeBlock MobileOneBlock RepVggBlock SelfAttnBlock Stem',
    'timm.models.cait': 'Cait ClassAttn LayerScaleBlock LayerScaleBlockClassAttn TalkingHeadAttn',
    'timm.models.coat': 'CoaT ConvPosEnc ConvRelPosEnc FactorAttnConvRelPosEnc ParallelBlock SerialBlock',
    'timm.models.convit': 'Block ConVit GPSA MHSA',
    'timm.models.convmixer': 'ConvMixer Residual',
    'timm.models.convnext': 'ConvNeXt ConvNeXtBlock ConvNeXtStage Downsample',
    'timm.models.cpubone':
      'CPUBone CPUBoneBlock ClsHead ConvAttention ConvLayer FusedMBConv LinearLayer MBConv ResidualBlock',
    'timm.models.crossvit': 'CrossAttention CrossAttentionBlock CrossVit MultiScaleBlock PatchEmbed',
    'timm.models.csatv2':
      'Block CSATv2 Dct1d Dct2d Dct2dStats LearnableDct2d PosConv SpatialAttention SpatialTransformerBlock TransformerBlock',
    'timm.models.cspnet': 'BottleneckBlock CrossStage CrossStage3 CspNet DarkBlock DarkStage EdgeBlock',
    'timm.models.cspnext': 'CspNext CspNextBlock CspNextLayer DepthwiseSeparableConv SPPBottleneck',
    'timm.models.davit':
      'ChannelAttention ChannelAttentionV2 ChannelBlock ConvPosEnc DaVit DaVitStage Downsample SpatialBlock Stem WindowAttention',
    'timm.models.deepseek_vit': 'DeepseekVitAligner DeepseekVitBlock DeepseekVitClassifier DeepseekVitEncoder',
    'timm.models.deit': 'VisionTransformerDistilled',
    'timm.models.densenet': 'DenseBlock DenseLayer DenseNet DenseTransition',
    'timm.models.dla': 'DLA DlaBasic DlaBottle2neck DlaBottleneck DlaRoot DlaTree',
    'timm.models.dpn': 'BnAct BnActConv2d DPN DualPathBlock',
    'timm.models.edgenext':
      'ConvBlock CrossCovarianceAttn EdgeNeXt EdgeNeXtStage PositionalEncodingFourier SplitTransposeBlock',
    'timm.models.efficientformer':
      'Attention ConvMlpWithNorm Downsample EfficientFormer EfficientFormerStage Flat MetaBlock1d MetaBlock2d Pooling Stem4',
    'timm.models.efficientformer_v2':
      'Attention2d Attention2dDownsample ConvMlpWithNorm ConvNorm Downsample EfficientFormerV2 EfficientFormerV2Block EfficientFormerV2Stage LocalGlobalQuery Stem4',
    'timm.models.efficientnet': 'EfficientNet EfficientNetFeatures',
    'timm.models.efficientvim':
      'ConvLayer1d ConvLayer2d EfficientViM EfficientViMBlock EfficientViMDistilled EfficientViMStage FFN HSMSSD PatchMerging Stem',
    'timm.models.efficientvit_mit':
      'ClassifierHead ConvBlock ConvNormAct DSConv EfficientVit EfficientVitBlock EfficientVitLarge EfficientVitLargeStage EfficientVitStage FusedMBConv LiteMLA MBConv ResidualBlock Stem',
    'timm.models.efficientvit_msra':
      'CascadedGroupAttention ConvMlp ConvNorm EfficientVitBlock EfficientVitMsra EfficientVitStage LocalWindowAttention NormLinear PatchEmbedding PatchMerging ResidualDrop',
    'timm.models.eva': 'Eva EvaAttention EvaBlock EvaBlockPostNorm',
    'timm.models.fasternet': 'Block FasterNet MLPBlock Partial_conv3 PatchEmbed PatchMerging',
    'timm.models.fastvit':
      'Attention AttentionBlock ConvMlp FastVit FastVitStage LayerScale2d MobileOneBlock PatchEmbed RepConditionalPosEnc RepMixer RepMixerBlock ReparamLargeKernelConv',
    'timm.models.focalnet': 'Downsample FocalModulation FocalNet FocalNetBlock FocalNetStage',
    'timm.models.gcvit':
      'Downsample2d FeatureBlock GlobalContextVit GlobalContextVitBlock GlobalContextVitStage MbConvBlock Stem WindowAttentionGlobal',
    'timm.models.gemma4_vit':
      'Gemma4Attention Gemma4Block Gemma4ClippableLinear Gemma4GatedMlp Gemma4PatchEmbed Gemma4RotaryEmbedding2D Gemma4VisionPooler Gemma4VitClassifier Gemma4VitEncoder',
    'timm.models.ghostnet': 'GhostBottleneck GhostBottleneckV3 GhostModule GhostModuleV2 GhostModuleV3 GhostNet',
    'timm.models.hgnet':
      'ClassifierHead ConvBNAct EseModule HighPerfGpuBlock HighPerfGpuNet HighPerfGpuStage LearnableAffineBlock LightConvBNAct StemV1 StemV2',
    'timm.models.hiera': 'Hiera HieraBlock MaskUnitAttention PatchEmbed Reroll Unroll',
    'timm.models.hieradet_sam2': 'HieraDet HieraPatchEmbed MultiScaleAttention MultiScaleBlock',
    'timm.models.hrnet': 'HighResolutionModule HighResolutionNet HighResolutionNetFeatures SequentialList',
    'timm.models.iformer':
      'ConvBlock ConvNorm FFN IFormer NormLinear RepCPE RepVitClassifier Residual SHMA SHMABlock StageBlock Stem',
    'timm.models.inception_next': 'ConvMlp InceptionDWConv2d MetaNeXt MetaNeXtBlock MetaNeXtStage MlpClassifierHead',
    'timm.models.inception_resnet_v2': 'Block17 Block35 Block8 InceptionResnetV2 Mixed_5b Mixed_6a Mixed_7a',
    'timm.models.inception_v3': 'InceptionA InceptionAux InceptionB InceptionC InceptionD InceptionE InceptionV3',
    'timm.models.inception_v4':
      'InceptionA InceptionB InceptionC InceptionV4 Mixed3a Mixed4a Mixed5a ReductionA ReductionB',
    'timm.models.lcnetv2': 'LCNetV2 RepDepthwiseSeparable',
    'timm.models.levit':
      'Attention AttentionDownsample ConvNorm Downsample Levit LevitBlock LevitDistilled LevitDownsample LevitMlp LevitStage LinearNorm NormLinear Stem16 Stem8',
    'timm.models.lowformer': 'ConvAttention ConvLayer FusedMBConv LowFormer LowFormerBlock MBConv ResidualBlock',
    'timm.models.mambaout': 'Downsample DownsampleNormFirst GatedConvBlock MambaOut MambaOutStage MlpHead Stem',
    'timm.models.maxxvit':
      'Attention2d AttentionCl ConvNeXtBlock Downsample2d MaxxVit MaxxVitBlock MaxxVitStage MbConvBlock ParallelMaxxVitBlock ParallelPartitionAttention PartitionAttention2d PartitionAttentionCl Stem TransformerBlock2d',
    'timm.models.metaformer':
      'Attention Downsampling GroupNorm1NoBias LayerNorm2dNoBias LayerNormNoBias MetaFormer MetaFormerBlock MetaFormerStage MlpHead Pooling Scale SepConv SquaredReLU StarReLU Stem',
    'timm.models.mlp_mixer': 'Affine MixerBlock MlpMixer ResBlock SpatialGatingBlock SpatialGatingUnit',
    'timm.models.mobilenetv3': 'MobileNetV3 MobileNetV3Features',
    'timm.models.mobilenetv5': 'MobileNetV5 MobileNetV5Encoder MobileNetV5MultiScaleFusionAdapter',
    'timm.models.mobilevit': 'LinearSelfAttention LinearTransformerBlock MobileVitBlock MobileVitV2Block',
    'timm.models.mvitv2':
      'MultiScaleAttention MultiScaleAttentionPoolFirst MultiScaleBlock MultiScaleVit MultiScaleVitStage PatchEmbed',
    'timm.models.naflexvit': 'NaFlexEmbeds NaFlexVit',
    'timm.models.nasnet':
      'ActConvBn BranchSeparables CellStem0 CellStem1 FirstCell NASNetALarge NormalCell ReductionCell0 ReductionCell1 SeparableConv2d',
    'timm.models.nest': 'Attention ConvPool Nest NestLevel TransformerLayer',
    'timm.models.nextvit':
      'ConvAttention ConvNormAct EfficientAttention NextConvBlock NextStage NextTransformerBlock NextViT PatchEmbed',
    'timm.models.nfnet': 'DownsampleAvg GammaAct NormFreeBlock NormFreeNet',
    'timm.models.pit': 'ConvEmbedding Pooling PoolingVisionTransformer SequentialTuple Transformer',
    'timm.models.pnasnet':
      'ActConvBn BranchSeparables Cell CellBase CellStem0 FactorizedReduction PNASNet5Large SeparableConv2d',
    'timm.models.pvt_v2':
      'Attention Block MlpWithDepthwiseConv OverlapPatchEmbed PyramidVisionTransformerStage PyramidVisionTransformerV2',
    'timm.models.qwen3_vit': 'Qwen3VitClassifier Qwen3VitEncoder Qwen3VitPatchMerger',
    'timm.models.rdnet': 'Block BlockESE DenseBlock DenseStage RDNet',
    'timm.models.regnet': 'Bottleneck PreBottleneck RegNet RegStage',
    'timm.models.repghost': 'RepGhostBottleneck RepGhostModule RepGhostNet',
    'timm.models.repvit':
      'ConvNorm NormLinear RepVggDw RepViTBlock RepVit RepVitClassifier RepVitDownsample RepVitMlp RepVitStage RepVitStem',
    'timm.models.res2net': 'Bottle2neck',
    'timm.models.resnest': 'ResNestBottleneck',
    'timm.models.resnet': 'BasicBlock Bottleneck ResNet',
    'timm.models.resnetv2': 'Bottleneck DownsampleAvg DownsampleConv PreActBasic PreActBottleneck ResNetStage ResNetV2',
    'timm.models.rexnet': 'LinearBottleneck RexNet',
    'timm.models.selecsls': 'SelecSls SelecSlsBlock SelectSeq SequentialList',
    'timm.models.senet': 'Bottleneck SEBottleneck SEModule SENet SEResNeXtBottleneck SEResNetBlock SEResNetBottleneck',
    'timm.models.sequencer':
      'Downsample2d LSTM2d RNN2dBase RNNIdentity Sequencer2d Sequencer2dBlock Sequencer2dStage Shuffle',
    'timm.models.shvit': 'BasicBlock Conv2dNorm FFN NormLinear PatchMerging Residual SHSA SHViT StageBlock',
    'timm.models.sknet': 'SelectiveKernelBasic SelectiveKernelBottleneck',
    'timm.models.starnet': 'Block ConvBN StarNet',
    'timm.models.swiftformer':
      'Block ConvEncoder EfficientAdditiveAttention Embedding LayerScale2d LocalRepresentation Mlp Stage SwiftFormer',
    'timm.models.swin_transformer':
      'PatchMerging SwinTransformer SwinTransformerBlock SwinTransformerStage WindowAttention',
    'timm.models.swin_transformer_v2':
      'PatchMerging SwinTransformerV2 SwinTransformerV2Block SwinTransformerV2Stage WindowAttention',
    'timm.models.swin_transformer_v2_cr':
      'PatchEmbed PatchMerging SwinTransformerV2Cr SwinTransformerV2CrBlock SwinTransformerV2CrStage WindowMultiHeadAttention',
    'timm.models.tiny_vit':
      'Attention ConvLayer ConvNorm MBConv NormMlp PatchEmbed PatchMerging TinyVit TinyVitBlock TinyVitStage',
    'timm.models.tnt': 'Attention Block PixelEmbed TNT',
    'timm.models.tresnet': 'BasicBlock Bottleneck TResNet',
    'timm.models.twins': 'Block GlobalSubSampleAttn LocallyGroupedAttn PatchEmbed PosConv Twins',
    'timm.models.vgg': 'ConvMlp VGG',
    'timm.models.visformer': 'Attention Block SpatialMlp Visformer',
    'timm.models.vision_transformer':
      'Block DiffParallelScalingBlock ParallelScalingBlock ParallelThingsBlock ResPostBlock VisionTransformer',
    'timm.models.vision_transformer_hybrid': 'ConvStem',
    'timm.models.vision_transformer_relpos': 'RelPosAttention RelPosBlock ResPostRelPosBlock VisionTransformerRelPos',
    'timm.models.vision_transformer_sam': 'Attention Block VisionTransformerSAM',
    'timm.models.vitamin': 'Downsample2d GeGluMlp MbConvLNBlock MbConvStages Stem StridedConv',
    'timm.models.volo':
      'Attention ClassAttention ClassBlock Downsample OutlookAttention Outlooker PatchEmbed Transformer VOLO',
    'timm.models.vovnet': 'OsaBlock OsaStage SequentialAppendList VovNet',
    'timm.models.xception': 'Block SeparableConv2d Xception',
    'timm.models.xception_aligned':
      'PreSeparableConv2d PreXceptionModule SeparableConv2d XceptionAligned XceptionModule',
    'timm.models.xcit': 'ClassAttentionBlock ConvPatchEmbed LPI PositionalEncodingFourier XCA XCABlock Xcit',
  },
  enums: {
    'timm.layers.format': 'Format',
  },
};

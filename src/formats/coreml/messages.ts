import { messageTable } from '../protobuf/message-table.ts';

/**
 * Every message of a Core ML model (coremltools 9.0, from its descriptors). What is not wanted has to be well-formed all the same, or loaders
 * refuse the file.
 */
export const messageShape = messageTable(`
AcosLayerParams
AcoshLayerParams
ActivationELU 1n
ActivationLeakyReLU 1n
ActivationLinear 1n 2n
ActivationPReLU 1:WeightParams
ActivationParametricSoftplus 1:WeightParams 2:WeightParams
ActivationParams 5:ActivationLinear 10:ActivationReLU 15:ActivationLeakyReLU 20:ActivationThresholdedReLU 25:ActivationPReLU 30:ActivationTanh 31:ActivationScaledTanh 40:ActivationSigmoid 41:ActivationSigmoidHard 50:ActivationELU 60:ActivationSoftsign 70:ActivationSoftplus 71:ActivationParametricSoftplus
ActivationReLU
ActivationScaledTanh 1n 2n
ActivationSigmoid
ActivationSigmoidHard 1n 2n
ActivationSoftplus
ActivationSoftsign
ActivationTanh
ActivationThresholdedReLU 1n
AdamOptimizer 1:DoubleParameter 2:Int64Parameter 3:DoubleParameter 4:DoubleParameter 5:DoubleParameter
AddBroadcastableLayerParams
AddLayerParams 1n
ArgMaxLayerParams 1v 2v
ArgMinLayerParams 1v 2v
ArgSortLayerParams 1v 2v
ArrayFeatureExtractor 1v
ArrayFeatureType 1v 2v 21:ArrayFeatureType.EnumeratedShapes 31:ArrayFeatureType.ShapeRange 41v 51n 61n
ArrayFeatureType.EnumeratedShapes 1:ArrayFeatureType.Shape
ArrayFeatureType.Shape 1v
ArrayFeatureType.ShapeRange 1:SizeRange
AsinLayerParams
AsinhLayerParams
AtanLayerParams
AtanhLayerParams
AverageLayerParams
BatchedMatMulLayerParams 1v 2v 5v 6v 7v 8:WeightParams 9:WeightParams 10v
BatchnormLayerParams 1v 5v 6v 10n 15:WeightParams 16:WeightParams 17:WeightParams 18:WeightParams
BayesianProbitRegressor 1v 2:BayesianProbitRegressor.Gaussian 3:BayesianProbitRegressor.FeatureWeight 10s 11s 12s 13s 20s 21s 22s 23s
BayesianProbitRegressor.FeatureValueWeight 1v 2:BayesianProbitRegressor.Gaussian
BayesianProbitRegressor.FeatureWeight 1v 2:BayesianProbitRegressor.FeatureValueWeight
BayesianProbitRegressor.Gaussian 1n 2n
BiDirectionalLSTMLayerParams 1v 2v 10:ActivationParams 11:ActivationParams 15:LSTMParams 20:LSTMWeightParams
BiasLayerParams 1v 2:WeightParams
BoolParameter 1v
BorderAmounts 10:BorderAmounts.EdgeSizes
BorderAmounts.EdgeSizes 1v 2v
BoxCoordinatesMode 1v
BranchLayerParams 1:NeuralNetwork 2:NeuralNetwork
BroadcastToDynamicLayerParams
BroadcastToLikeLayerParams
BroadcastToStaticLayerParams 1v
CategoricalCrossEntropyLossLayer 1s 2s
CategoricalDistributionLayerParams 1v 2v 3v 4n 5n
CategoricalMapping 1:StringToInt64Map 2:Int64ToStringMap 101s 102v
CeilLayerParams
ClampedReLULayerParams 1n 2n
ClassConfidenceThresholding 100:PrecisionRecallCurve
ClipLayerParams 1n 2n
Coefficients 1n
ConcatLayerParams 100v
ConcatNDLayerParams 1v 2v
ConstantPaddingLayerParams 1n 2v 3v
Convolution3DLayerParams 1v 2v 10v 20v 21v 22v 31v 32v 33v 40v 41v 42v 50v 60:WeightParams 61:WeightParams 70v 80v 81v 82v 83v 84v 85v 86v 87v
ConvolutionLayerParams 1v 2v 10v 20v 30v 40v 50:ValidPadding 51:SamePadding 60v 70v 90:WeightParams 91:WeightParams 100v
CopyLayerParams
CoreMLModels.AudioFeaturePrint 20:CoreMLModels.AudioFeaturePrint.Sound
CoreMLModels.AudioFeaturePrint.Sound 1v
CoreMLModels.Gazetteer 1v 10s 100b 200:StringVector
CoreMLModels.SoundAnalysisPreprocessing 20:CoreMLModels.SoundAnalysisPreprocessing.Vggish
CoreMLModels.SoundAnalysisPreprocessing.Vggish
CoreMLModels.TextClassifier 1v 10s 100b 200:StringVector
CoreMLModels.VisionFeaturePrint 20:CoreMLModels.VisionFeaturePrint.Scene 21:CoreMLModels.VisionFeaturePrint.Objects
CoreMLModels.VisionFeaturePrint.Objects 1v 100s
CoreMLModels.VisionFeaturePrint.Scene 1v
CoreMLModels.WordEmbedding 1v 10s 100b
CoreMLModels.WordTagger 1v 10s 20s 21s 22s 23s 100b 200:StringVector
CosLayerParams
CoshLayerParams
CropLayerParams 1:BorderAmounts 5v
CropResizeLayerParams 1v 2v 3:SamplingMode 4:BoxCoordinatesMode 5n
CumSumLayerParams 1v 2v 3v
CustomLayerParams 10s 20:WeightParams 30:CustomLayerParams.ParametersEntry 40s
CustomLayerParams.CustomLayerParamValue 10n 20s 30v 40v 50v
CustomLayerParams.ParametersEntry 1s 2:CustomLayerParams.CustomLayerParamValue
CustomModel 10s 30:CustomModel.ParametersEntry 40s
CustomModel.CustomModelParamValue 10n 20s 30v 40v 50v 60b
CustomModel.ParametersEntry 1s 2:CustomModel.CustomModelParamValue
DenseSupportVectors 1:DenseVector
DenseVector 1n
DictVectorizer 1:StringVector 2:Int64Vector
DictionaryFeatureType 1:Int64FeatureType 2:StringFeatureType
DivideBroadcastableLayerParams
DotProductLayerParams 1v
DoubleFeatureType
DoubleParameter 1n 10:DoubleRange
DoubleRange 1n 2n
DoubleVector 1n
EmbeddingLayerParams 1v 2v 10v 20:WeightParams 21:WeightParams
EmbeddingNDLayerParams 1v 2v 3v 20:WeightParams 21:WeightParams
EqualLayerParams 1n
ErfLayerParams
Exp2LayerParams
ExpandDimsLayerParams 1v
FeatureDescription 1s 2s 3:FeatureType
FeatureType 1:Int64FeatureType 2:DoubleFeatureType 3:StringFeatureType 4:ImageFeatureType 5:ArrayFeatureType 6:DictionaryFeatureType 7:SequenceFeatureType 8:StateFeatureType 1000v
FeatureVectorizer 1:FeatureVectorizer.InputColumn
FeatureVectorizer.InputColumn 1s 2v
FillDynamicLayerParams 1n
FillLikeLayerParams 1n
FillStaticLayerParams 1n 2v
FlattenLayerParams 1v
FlattenTo2DLayerParams 1v
FloatVector 1n
FloorDivBroadcastableLayerParams
FloorLayerParams
FunctionDescription 1s 2:FeatureDescription 3:FeatureDescription 4s 5s 6:FeatureDescription
GLMClassifier 1:GLMClassifier.DoubleArray 2n 3v 4v 100:StringVector 101:Int64Vector
GLMClassifier.DoubleArray 1n
GLMRegressor 1:GLMRegressor.DoubleArray 2n 3v
GLMRegressor.DoubleArray 1n
GRULayerParams 1v 2v 10:ActivationParams 15v 20v 30:WeightParams 31:WeightParams 32:WeightParams 50:WeightParams 51:WeightParams 52:WeightParams 70:WeightParams 71:WeightParams 72:WeightParams 100v
GatherAlongAxisLayerParams 1v
GatherLayerParams 1v
GatherNDLayerParams
GeluLayerParams 1v
GetShapeLayerParams
GlobalPooling3DLayerParams 1v
GreaterEqualLayerParams 2n
GreaterThanLayerParams 2n
Identity
ImageFeatureType 1v 2v 3v 21:ImageFeatureType.EnumeratedImageSizes 31:ImageFeatureType.ImageSizeRange
ImageFeatureType.EnumeratedImageSizes 1:ImageFeatureType.ImageSize
ImageFeatureType.ImageSize 1v 2v
ImageFeatureType.ImageSizeRange 1:SizeRange 2:SizeRange
Imputer 1n 2v 3s 4:DoubleVector 5:Int64Vector 6:StringToDoubleMap 7:Int64ToDoubleMap 11n 12v 13s
InnerProductLayerParams 1v 2v 10v 20:WeightParams 21:WeightParams 22v
Int64FeatureType
Int64Parameter 1v 10:Int64Range 11:Int64Set
Int64Range 1v 2v
Int64Set 1v
Int64ToDoubleMap 1:Int64ToDoubleMap.MapEntry
Int64ToDoubleMap.MapEntry 1v 2n
Int64ToStringMap 1:Int64ToStringMap.MapEntry
Int64ToStringMap.MapEntry 1v 2s
Int64Vector 1v
InverseDistanceWeighting
ItemSimilarityRecommender 1:ItemSimilarityRecommender.SimilarItems 2:StringVector 3:Int64Vector 10s 11s 12s 13s 20s 21s
ItemSimilarityRecommender.ConnectedItem 1v 2n
ItemSimilarityRecommender.SimilarItems 1v 2:ItemSimilarityRecommender.ConnectedItem 3n
KNearestNeighborsClassifier 1:NearestNeighborsIndex 3:Int64Parameter 100:StringVector 101:Int64Vector 110s 111v 200:UniformWeighting 210:InverseDistanceWeighting
Kernel 1:LinearKernel 2:RBFKernel 3:PolyKernel 4:SigmoidKernel
L2NormalizeLayerParams 1n
LRNLayerParams 1n 2n 3v 4n
LSTMParams 10v 20v 30v 40v 50v 60n
LSTMWeightParams 1:WeightParams 2:WeightParams 3:WeightParams 4:WeightParams 20:WeightParams 21:WeightParams 22:WeightParams 23:WeightParams 40:WeightParams 41:WeightParams 42:WeightParams 43:WeightParams 60:WeightParams 61:WeightParams 62:WeightParams
LayerNormalizationLayerParams 1v 2n 3:WeightParams 4:WeightParams
LessEqualLayerParams 2n
LessThanLayerParams 2n
LinearIndex
LinearKernel
LinearQuantizationParams 1n 2n
LinkedModel 1:LinkedModelFile
LinkedModelFile 1:StringParameter 2:StringParameter
LoadConstantLayerParams 1v 2:WeightParams
LoadConstantNDLayerParams 1v 2:WeightParams
LogicalAndLayerParams
LogicalNotLayerParams
LogicalOrLayerParams
LogicalXorLayerParams
LookUpTableQuantizationParams 1n
LoopBreakLayerParams
LoopContinueLayerParams
LoopLayerParams 1v 2s 3:NeuralNetwork 4:NeuralNetwork
LossLayer 1s 10:CategoricalCrossEntropyLossLayer 11:MeanSquaredErrorLossLayer
LowerTriangularLayerParams 1v
MILSpec.Argument 1:MILSpec.Argument.Binding
MILSpec.Argument.Binding 1s 2:MILSpec.Value
MILSpec.Block 1:MILSpec.NamedValueType 2s 3:MILSpec.Operation 4:MILSpec.Block.AttributesEntry
MILSpec.Block.AttributesEntry 1s 2:MILSpec.Value
MILSpec.DictionaryType 1:MILSpec.ValueType 2:MILSpec.ValueType
MILSpec.DictionaryValue 1:MILSpec.DictionaryValue.KeyValuePair
MILSpec.DictionaryValue.KeyValuePair 1:MILSpec.Value 2:MILSpec.Value
MILSpec.Dimension 1:MILSpec.Dimension.ConstantDimension 2:MILSpec.Dimension.UnknownDimension
MILSpec.Dimension.ConstantDimension 1v
MILSpec.Dimension.UnknownDimension 1v
MILSpec.Function 1:MILSpec.NamedValueType 2s 3:MILSpec.Function.BlockSpecializationsEntry 4:MILSpec.Function.AttributesEntry
MILSpec.Function.AttributesEntry 1s 2:MILSpec.Value
MILSpec.Function.BlockSpecializationsEntry 1s 2:MILSpec.Block
MILSpec.ListType 1:MILSpec.ValueType 2:MILSpec.Dimension
MILSpec.ListValue 1:MILSpec.Value
MILSpec.NamedValueType 1s 2:MILSpec.ValueType
MILSpec.Operation 1s 2:MILSpec.Operation.InputsEntry 3:MILSpec.NamedValueType 4:MILSpec.Block 5:MILSpec.Operation.AttributesEntry
MILSpec.Operation.AttributesEntry 1s 2:MILSpec.Value
MILSpec.Operation.InputsEntry 1s 2:MILSpec.Argument
MILSpec.Program 1v 2:MILSpec.Program.FunctionsEntry 3s 4:MILSpec.Program.AttributesEntry
MILSpec.Program.AttributesEntry 1s 2:MILSpec.Value
MILSpec.Program.FunctionsEntry 1s 2:MILSpec.Function
MILSpec.StateType 1:MILSpec.ValueType
MILSpec.TensorType 1v 2v 3:MILSpec.Dimension 4:MILSpec.TensorType.AttributesEntry
MILSpec.TensorType.AttributesEntry 1s 2:MILSpec.Value
MILSpec.TensorValue 1:MILSpec.TensorValue.RepeatedFloats 2:MILSpec.TensorValue.RepeatedInts 3:MILSpec.TensorValue.RepeatedBools 4:MILSpec.TensorValue.RepeatedStrings 5:MILSpec.TensorValue.RepeatedLongInts 6:MILSpec.TensorValue.RepeatedDoubles 7:MILSpec.TensorValue.RepeatedBytes
MILSpec.TensorValue.RepeatedBools 1v
MILSpec.TensorValue.RepeatedBytes 1b
MILSpec.TensorValue.RepeatedDoubles 1n
MILSpec.TensorValue.RepeatedFloats 1n
MILSpec.TensorValue.RepeatedInts 1v
MILSpec.TensorValue.RepeatedLongInts 1v
MILSpec.TensorValue.RepeatedStrings 1s
MILSpec.TupleType 1:MILSpec.ValueType
MILSpec.TupleValue 1:MILSpec.Value
MILSpec.Value 1s 2:MILSpec.ValueType 3:MILSpec.Value.ImmediateValue 5:MILSpec.Value.BlobFileValue
MILSpec.Value.BlobFileValue 1s 2v
MILSpec.Value.ImmediateValue 1:MILSpec.TensorValue 2:MILSpec.TupleValue 3:MILSpec.ListValue 4:MILSpec.DictionaryValue
MILSpec.ValueType 1:MILSpec.TensorType 2:MILSpec.ListType 3:MILSpec.TupleType 4:MILSpec.DictionaryType 5:MILSpec.StateType
MatrixBandPartLayerParams 1v 2v
MaxBroadcastableLayerParams
MaxLayerParams
MeanSquaredErrorLossLayer 1s 2s
MeanVarianceNormalizeLayerParams 1v 2v 3n
Metadata 1s 2s 3s 4s 100:Metadata.UserDefinedEntry
Metadata.UserDefinedEntry 1s 2s
MinBroadcastableLayerParams
MinLayerParams
ModBroadcastableLayerParams
Model 1v 2:ModelDescription 10v 200:PipelineClassifier 201:PipelineRegressor 202:Pipeline 300:GLMRegressor 301:SupportVectorRegressor 302:TreeEnsembleRegressor 303:NeuralNetworkRegressor 304:BayesianProbitRegressor 400:GLMClassifier 401:SupportVectorClassifier 402:TreeEnsembleClassifier 403:NeuralNetworkClassifier 404:KNearestNeighborsClassifier 500:NeuralNetwork 501:ItemSimilarityRecommender 502:MILSpec.Program 555:CustomModel 556:LinkedModel 560:ClassConfidenceThresholding 600:OneHotEncoder 601:Imputer 602:FeatureVectorizer 603:DictVectorizer 604:Scaler 606:CategoricalMapping 607:Normalizer 609:ArrayFeatureExtractor 610:NonMaximumSuppression 900:Identity 2000:CoreMLModels.TextClassifier 2001:CoreMLModels.WordTagger 2002:CoreMLModels.VisionFeaturePrint 2003:CoreMLModels.SoundAnalysisPreprocessing 2004:CoreMLModels.Gazetteer 2005:CoreMLModels.WordEmbedding 2006:CoreMLModels.AudioFeaturePrint 3000:SerializedModel
ModelDescription 1:FeatureDescription 10:FeatureDescription 11s 12s 13:FeatureDescription 20:FunctionDescription 21s 50:FeatureDescription 100:Metadata
MultiplyBroadcastableLayerParams
MultiplyLayerParams 1n
NearestNeighborsIndex 1v 2:FloatVector 100:LinearIndex 110:SingleKdTreeIndex 200:SquaredEuclideanDistance
NetworkUpdateParameters 1:LossLayer 2:Optimizer 3:Int64Parameter 10:BoolParameter 20:Int64Parameter
NeuralNetwork 1:NeuralNetworkLayer 2:NeuralNetworkPreprocessing 5v 6v 10:NetworkUpdateParameters
NeuralNetworkClassifier 1:NeuralNetworkLayer 2:NeuralNetworkPreprocessing 5v 6v 10:NetworkUpdateParameters 100:StringVector 101:Int64Vector 200s
NeuralNetworkImageScaler 10n 20n 21n 22n 30n
NeuralNetworkLayer 1s 2s 3s 4:Tensor 5:Tensor 10v 100:ConvolutionLayerParams 120:PoolingLayerParams 130:ActivationParams 140:InnerProductLayerParams 150:EmbeddingLayerParams 160:BatchnormLayerParams 165:MeanVarianceNormalizeLayerParams 170:L2NormalizeLayerParams 175:SoftmaxLayerParams 180:LRNLayerParams 190:CropLayerParams 200:PaddingLayerParams 210:UpsampleLayerParams 211:ResizeBilinearLayerParams 212:CropResizeLayerParams 220:UnaryFunctionLayerParams 230:AddLayerParams 231:MultiplyLayerParams 240:AverageLayerParams 245:ScaleLayerParams 250:BiasLayerParams 260:MaxLayerParams 261:MinLayerParams 270:DotProductLayerParams 280:ReduceLayerParams 290:LoadConstantLayerParams 300:ReshapeLayerParams 301:FlattenLayerParams 310:PermuteLayerParams 320:ConcatLayerParams 330:SplitLayerParams 340:SequenceRepeatLayerParams 345:ReorganizeDataLayerParams 350:SliceLayerParams 400:SimpleRecurrentLayerParams 410:GRULayerParams 420:UniDirectionalLSTMLayerParams 430:BiDirectionalLSTMLayerParams 500:CustomLayerParams 600:CopyLayerParams 605:BranchLayerParams 615:LoopLayerParams 620:LoopBreakLayerParams 625:LoopContinueLayerParams 635:RangeStaticLayerParams 640:RangeDynamicLayerParams 660:ClipLayerParams 665:CeilLayerParams 670:FloorLayerParams 680:SignLayerParams 685:RoundLayerParams 700:Exp2LayerParams 710:SinLayerParams 715:CosLayerParams 720:TanLayerParams 730:AsinLayerParams 735:AcosLayerParams 740:AtanLayerParams 750:SinhLayerParams 755:CoshLayerParams 760:TanhLayerParams 770:AsinhLayerParams 775:AcoshLayerParams 780:AtanhLayerParams 790:ErfLayerParams 795:GeluLayerParams 815:EqualLayerParams 820:NotEqualLayerParams 825:LessThanLayerParams 827:LessEqualLayerParams 830:GreaterThanLayerParams 832:GreaterEqualLayerParams 840:LogicalOrLayerParams 845:LogicalXorLayerParams 850:LogicalNotLayerParams 855:LogicalAndLayerParams 865:ModBroadcastableLayerParams 870:MinBroadcastableLayerParams 875:MaxBroadcastableLayerParams 880:AddBroadcastableLayerParams 885:PowBroadcastableLayerParams 890:DivideBroadcastableLayerParams 895:FloorDivBroadcastableLayerParams 900:MultiplyBroadcastableLayerParams 905:SubtractBroadcastableLayerParams 920:TileLayerParams 925:StackLayerParams 930:GatherLayerParams 935:ScatterLayerParams 940:GatherNDLayerParams 945:ScatterNDLayerParams 950:SoftmaxNDLayerParams 952:GatherAlongAxisLayerParams 954:ScatterAlongAxisLayerParams 960:ReverseLayerParams 965:ReverseSeqLayerParams 975:SplitNDLayerParams 980:ConcatNDLayerParams 985:TransposeLayerParams 995:SliceStaticLayerParams 1000:SliceDynamicLayerParams 1005:SlidingWindowsLayerParams 1015:TopKLayerParams 1020:ArgMinLayerParams 1025:ArgMaxLayerParams 1040:EmbeddingNDLayerParams 1045:BatchedMatMulLayerParams 1065:GetShapeLayerParams 1070:LoadConstantNDLayerParams 1080:FillLikeLayerParams 1085:FillStaticLayerParams 1090:FillDynamicLayerParams 1100:BroadcastToLikeLayerParams 1105:BroadcastToStaticLayerParams 1110:BroadcastToDynamicLayerParams 1120:SqueezeLayerParams 1125:ExpandDimsLayerParams 1130:FlattenTo2DLayerParams 1135:ReshapeLikeLayerParams 1140:ReshapeStaticLayerParams 1145:ReshapeDynamicLayerParams 1150:RankPreservingReshapeLayerParams 1155:ConstantPaddingLayerParams 1170:RandomNormalLikeLayerParams 1175:RandomNormalStaticLayerParams 1180:RandomNormalDynamicLayerParams 1190:RandomUniformLikeLayerParams 1195:RandomUniformStaticLayerParams 1200:RandomUniformDynamicLayerParams 1210:RandomBernoulliLikeLayerParams 1215:RandomBernoulliStaticLayerParams 1220:RandomBernoulliDynamicLayerParams 1230:CategoricalDistributionLayerParams 1250:ReduceL1LayerParams 1255:ReduceL2LayerParams 1260:ReduceMaxLayerParams 1265:ReduceMinLayerParams 1270:ReduceSumLayerParams 1275:ReduceProdLayerParams 1280:ReduceMeanLayerParams 1285:ReduceLogSumLayerParams 1290:ReduceSumSquareLayerParams 1295:ReduceLogSumExpLayerParams 1313:WhereNonZeroLayerParams 1315:MatrixBandPartLayerParams 1320:LowerTriangularLayerParams 1325:UpperTriangularLayerParams 1330:WhereBroadcastableLayerParams 1350:LayerNormalizationLayerParams 1400:NonMaximumSuppressionLayerParams 1450:OneHotLayerParams 1455:CumSumLayerParams 1460:ClampedReLULayerParams 1461:ArgSortLayerParams 1465:Pooling3DLayerParams 1466:GlobalPooling3DLayerParams 1470:SliceBySizeLayerParams 1471:Convolution3DLayerParams
NeuralNetworkMeanImage 1n
NeuralNetworkPreprocessing 1s 10:NeuralNetworkImageScaler 11:NeuralNetworkMeanImage
NeuralNetworkRegressor 1:NeuralNetworkLayer 2:NeuralNetworkPreprocessing 5v 6v 10:NetworkUpdateParameters
NonMaximumSuppression 1:NonMaximumSuppression.PickTop 100:StringVector 101:Int64Vector 110n 111n 200s 201s 202s 203s 210s 211s
NonMaximumSuppression.PickTop 1v
NonMaximumSuppressionLayerParams 1n 2n 3v 4v
Normalizer 1v
NotEqualLayerParams 1n
OneHotEncoder 1:StringVector 2:Int64Vector 10v 11v
OneHotLayerParams 1v 2v 3n 4n
Optimizer 10:SGDOptimizer 11:AdamOptimizer
PaddingLayerParams 1:PaddingLayerParams.PaddingConstant 2:PaddingLayerParams.PaddingReflection 3:PaddingLayerParams.PaddingReplication 10:BorderAmounts
PaddingLayerParams.PaddingConstant 1n
PaddingLayerParams.PaddingReflection
PaddingLayerParams.PaddingReplication
PermuteLayerParams 1v
Pipeline 1:Model 2s
PipelineClassifier 1:Pipeline
PipelineRegressor 1:Pipeline
PolyKernel 1v 2n 3n
Pooling3DLayerParams 1v 2v 3v 4v 5v 6v 7v 8v 9v 10v 11v 12v 13v 14v 15v
PoolingLayerParams 1v 10v 20v 30:ValidPadding 31:SamePadding 32:PoolingLayerParams.ValidCompletePadding 50v 60v
PoolingLayerParams.ValidCompletePadding 10v
PowBroadcastableLayerParams
PrecisionRecallCurve 1:FloatVector 2:FloatVector 3:FloatVector 4:FloatVector
QuantizationParams 1v 101:LinearQuantizationParams 102:LookUpTableQuantizationParams
RBFKernel 1n
RandomBernoulliDynamicLayerParams 1v 2n
RandomBernoulliLikeLayerParams 1v 2n
RandomBernoulliStaticLayerParams 1v 2n 3v
RandomNormalDynamicLayerParams 1v 2n 3n
RandomNormalLikeLayerParams 1v 2n 3n
RandomNormalStaticLayerParams 1v 2n 3n 4v
RandomUniformDynamicLayerParams 1v 2n 3n
RandomUniformLikeLayerParams 1v 2n 3n
RandomUniformStaticLayerParams 1v 2n 3n 4v
RangeDynamicLayerParams 2n 3n
RangeStaticLayerParams 1n 2n 3n
RankPreservingReshapeLayerParams 1v
ReduceL1LayerParams 1v 2v 3v
ReduceL2LayerParams 1v 2v 3v
ReduceLayerParams 1v 2n 3v
ReduceLogSumExpLayerParams 1v 2v 3v
ReduceLogSumLayerParams 1v 2v 3v
ReduceMaxLayerParams 1v 2v 3v
ReduceMeanLayerParams 1v 2v 3v
ReduceMinLayerParams 1v 2v 3v
ReduceProdLayerParams 1v 2v 3v
ReduceSumLayerParams 1v 2v 3v
ReduceSumSquareLayerParams 1v 2v 3v
ReorganizeDataLayerParams 1v 2v
ReshapeDynamicLayerParams
ReshapeLayerParams 1v 2v
ReshapeLikeLayerParams
ReshapeStaticLayerParams 1v
ResizeBilinearLayerParams 1v 2:SamplingMode
ReverseLayerParams 1v
ReverseSeqLayerParams 1v 2v
RoundLayerParams
SGDOptimizer 1:DoubleParameter 2:Int64Parameter 3:DoubleParameter
SamePadding 1v
SamplingMode 1v
ScaleLayerParams 1v 2:WeightParams 3v 4v 5:WeightParams
Scaler 1n 2n
ScatterAlongAxisLayerParams 1v 2v
ScatterLayerParams 1v 2v
ScatterNDLayerParams 1v
SequenceFeatureType 1:Int64FeatureType 3:StringFeatureType 101:SizeRange
SequenceRepeatLayerParams 1v
SerializedModel 1s 2b
SigmoidKernel 1n 2n
SignLayerParams
SimpleRecurrentLayerParams 1v 2v 10:ActivationParams 15v 20v 30:WeightParams 31:WeightParams 32:WeightParams 100v
SinLayerParams
SingleKdTreeIndex 1v
SinhLayerParams
SizeRange 1v 2v
SliceBySizeLayerParams 2v 3v
SliceDynamicLayerParams 2v 3v 4v 5v 6v
SliceLayerParams 1v 2v 3v 4v
SliceStaticLayerParams 1v 2v 3v 4v 5v 6v
SlidingWindowsLayerParams 1v 2v 3v
SoftmaxLayerParams
SoftmaxNDLayerParams 1v
SparseNode 1v 2n
SparseSupportVectors 1:SparseVector
SparseVector 1:SparseNode
SplitLayerParams 1v
SplitNDLayerParams 1v 2v 3v
SquaredEuclideanDistance
SqueezeLayerParams 1v 2v
StackLayerParams 1v
StateFeatureType 1:ArrayFeatureType
StringFeatureType
StringParameter 1s
StringToDoubleMap 1:StringToDoubleMap.MapEntry
StringToDoubleMap.MapEntry 1s 2n
StringToInt64Map 1:StringToInt64Map.MapEntry
StringToInt64Map.MapEntry 1s 2v
StringVector 1s
SubtractBroadcastableLayerParams
SupportVectorClassifier 1:Kernel 2v 3:SparseSupportVectors 4:DenseSupportVectors 5:Coefficients 6n 7n 8n 100:StringVector 101:Int64Vector
SupportVectorRegressor 1:Kernel 2:SparseSupportVectors 3:DenseSupportVectors 4:Coefficients 5n
TanLayerParams
TanhLayerParams
Tensor 1v 2v
TileLayerParams 1v
TopKLayerParams 1v 2v 3v
TransposeLayerParams 1v
TreeEnsembleClassifier 1:TreeEnsembleParameters 2v 100:StringVector 101:Int64Vector
TreeEnsembleParameters 1:TreeEnsembleParameters.TreeNode 2v 3n
TreeEnsembleParameters.TreeNode 1v 2v 3v 10v 11n 12v 13v 14v 20:TreeEnsembleParameters.TreeNode.EvaluationInfo 30n
TreeEnsembleParameters.TreeNode.EvaluationInfo 1v 2n
TreeEnsembleRegressor 1:TreeEnsembleParameters 2v
UnaryFunctionLayerParams 1v 2n 3n 4n 5n
UniDirectionalLSTMLayerParams 1v 2v 10:ActivationParams 15:LSTMParams 20:LSTMWeightParams 100v
UniformWeighting
UpperTriangularLayerParams 1v
UpsampleLayerParams 1v 5v 6v 7n
ValidPadding 1:BorderAmounts
WeightParams 1n 2b 30b 31b 40:QuantizationParams 50v
WhereBroadcastableLayerParams
WhereNonZeroLayerParams
`);

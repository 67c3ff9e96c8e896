/** Modules of Keras whose classes configurations name; each spelling of three generations (keras, tf_keras, tensorflow). */
const ROOM =
  'layers|models|initializers|regularizers|constraints|losses|metrics|optimizers|activations|dtype_policies|random|quantizers|mixed_precision|engine|distillation';
export const KERAS_MODULE = new RegExp(
  `^(?:keras|tf_keras|tensorflow\\.(?:python\\.)?keras)(?:\\.(?:src|api|_tf_keras|_v1|_v2|legacy|legacy_tf_layers|keras))*(?:\\.(?:${ROOM})(?:\\.\\w+)*)?$`,
);
/** Optimisers that a backend of Keras 3 has of its own: with PyTorch a compiled model names these. */
export const BACKEND_MODULE = /^keras\.src\.backend\.(?:torch|jax|tensorflow|openvino|mlx)\.optimizers\.\w+$/;
/** Operations on tensors, which a functional model names by their classes. */
export const OPERATION_MODULE = /^keras\.src\.ops(?:\.\w+)?$/;
/** Libraries of the Keras team, whose presets are configurations of their classes. */
export const TEAM_MODULE = /^keras_(?:hub|nlp|cv|tuner)(?:\.\w+)*$/;
export const TEAM_NAME = /^keras_(?:hub|nlp|cv)>[A-Z]\w*$/;

/** Values that configurations wrap as if they were objects (keras/src/saving/serialization_lib.py, and Keras 2). */
export const PLAIN_VALUES = words(
  '__keras_tensor__ __tensor__ __numpy__ __bytes__ __ellipsis__ __slice__ __tuple__ __set__ CLASS_METHOD TensorShape TypeSpec __complex__ __class_type__',
);

/** Classes of Keras 2 and 3 that configurations name; those that bring code with them are judged before. */
export const CLASSES = words(`
  AUC AWQConfig AWQDTypePolicy AbsMaxQuantizer Accuracy Activation ActivityRegularization Adadelta Adafactor Adagrad
  Adam AdamW Adamax AdaptiveAveragePooling1D AdaptiveAveragePooling2D AdaptiveAveragePooling3D AdaptiveMaxPooling1D
  AdaptiveMaxPooling2D AdaptiveMaxPooling3D Add AdditiveAttention AlphaDropout Attention AugMix AutoContrast Average
  AveragePooling1D AveragePooling2D AveragePooling3D AvgPool1D AvgPool2D AvgPool3D BatchNormalization
  BatchNormalizationV1 BatchNormalizationV2 Bidirectional BinaryAccuracy BinaryCrossentropy BinaryFocalCrossentropy
  BinaryIoU CTC CategoricalAccuracy CategoricalCrossentropy CategoricalFocalCrossentropy
  CategoricalGeneralizedCrossEntropy CategoricalHinge CategoryEncoding CenterCrop Circle ClassMethod Concatenate
  ConcordanceCorrelation Constant Constraint ContrastLimitedAdaptiveHistogramEqualization Conv1D Conv1DTranspose Conv2D
  Conv2DTranspose Conv3D Conv3DTranspose ConvLSTM1D ConvLSTM2D ConvLSTM3D ConvLSTMCell Convolution1D Convolution1DTranspose
  Convolution2D Convolution2DTranspose Convolution3D Convolution3DTranspose CosineDecay CosineDecayRestarts
  CosineSimilarity Cropping1D Cropping2D Cropping3D Cross CuDNNGRU CuDNNLSTM CutMix DTypePolicy DTypePolicyMap Dense
  DenseFeatures DepthwiseConv1D DepthwiseConv2D Dice Discretization Distiller Dot Dropout ELU EinsumDense Embedding
  Equalization ExponentialDecay F1Score FBetaScore FalseNegatives FalsePositives Feature FeatureSpace Flatten
  Float8QuantizationConfig FloatDTypePolicy Ftrl Functional GPTQConfig GPTQDTypePolicy GRU GRUCell GRUV1 GaussianDropout
  GaussianNoise GlobalAveragePooling1D GlobalAveragePooling2D GlobalAveragePooling3D GlobalAvgPool1D GlobalAvgPool2D
  GlobalAvgPool3D GlobalMaxPool1D GlobalMaxPool2D GlobalMaxPool3D GlobalMaxPooling1D GlobalMaxPooling2D
  GlobalMaxPooling3D GlorotNormal GlorotUniform GroupNormalization GroupQueryAttention GroupedQueryAttention HashedCrossing Hashing HeNormal
  HeUniform Hinge Huber Identity IdentityInitializer Initializer InputLayer InputSpec InstanceMethod InstanceProperty
  Int4DTypePolicy Int4QuantizationConfig Int8QuantizationConfig IntegerLookup InverseTimeDecay IoU KLDivergence L1 L1L2
  L2 LSTM LSTMCell Lambda LSTMV1 Lamb Layer LayerNormalization LeakyReLU LearningRateSchedule LecunNormal LecunUniform Lion
  LocallyConnected1D LocallyConnected2D LogCosh LogCoshError LogitsDistillation Loss LossScaleOptimizer
  LossScaleOptimizerV3 Masking MaxNorm MaxNumBoundingBoxes MaxPool1D MaxPool2D MaxPool3D MaxPooling1D MaxPooling2D
  MaxPooling3D Maximum Mean MeanAbsoluteError MeanAbsolutePercentageError MeanIoU MeanMetricWrapper MeanSquaredError
  MeanSquaredLogarithmicError MelSpectrogram Metric MinMaxNorm Minimum MixUp Model MultiHeadAttention MultiOptimizer
  Multiply Muon Nadam NonNeg Normalization OneHotIoU OneHotMeanIoU Ones Optimizer OptimizerMap Orthogonal
  OrthogonalInitializer OrthogonalRegularizer PReLU PearsonCorrelation Permute PiecewiseConstantDecay Pipeline Poisson
  Policy PolicyV1 PolynomialDecay Precision PrecisionAtRecall QuantizationConfig QuantizedDTypePolicy
  QuantizedFloat8DTypePolicy Quantizer R2Score RMSNormalization RMSprop RNN RandAugment RandomBrightness
  RandomColorDegeneration RandomColorJitter RandomContrast RandomCrop RandomElasticTransform RandomErasing RandomFlip
  RandomFourierFeatures RandomGaussianBlur RandomGrayscale RandomHeight RandomHue RandomInvert RandomNormal
  RandomPerspective RandomPosterization RandomRotation RandomSaturation RandomSharpness RandomShear RandomTranslation
  RandomUniform RandomWidth RandomZoom ReLU Recall RecallAtPrecision Regularizer RepeatVector Rescaling Reshape Resizing
  ReversibleEmbedding RootMeanSquaredError SGD STFT STFTInitializer STFTSpectrogram ScheduleFreeAdamW SeedGenerator
  SensitivityAtSpecificity SeparableConv1D SeparableConv2D SeparableConvolution1D SeparableConvolution2D Sequential
  SimpleRNN SimpleRNNCell SlicingOpLambda Softmax Solarization SparseCategoricalAccuracy SparseCategoricalCrossentropy
  SparseTopKCategoricalAccuracy SpatialDropout1D SpatialDropout2D SpatialDropout3D SpecificityAtSensitivity
  SpectralNormalization SquaredHinge StackedRNNCells StringLookup Subtract Sum SyncBatchNormalization TFOpLambda
  TensorFlowOpLayer TextVectorization ThresholdedReLU TimeDistributed TopKCategoricalAccuracy TrueNegatives
  TruePositives TruncatedNormal Tversky UnitNorm UnitNormalization UpSampling1D UpSampling2D UpSampling3D
  VarianceScaling WarmUp Wrapper ZeroPadding1D ZeroPadding2D ZeroPadding3D Zeros
  constant glorot_normal glorot_uniform he_normal he_uniform identity l1 l1_l2 l2 lecun_normal lecun_uniform max_norm
  min_max_norm non_neg ones orthogonal orthogonal_regularizer random_normal random_uniform stft truncated_normal
  unit_norm variance_scaling zeros
`);

/** Operations on tensors of Keras 3.15 (`keras.ops`), which a functional model in HDF5 names without their module. */
export const OPERATIONS = words(`
  Abs Absolute AdaptiveAveragePool AdaptiveMaxPool Add AffineTransform All AllClose Amax Amin Angle Any Append Arange
  Arccos Arccosh Arcsin Arcsinh Arctan Arctan2 Arctanh Argmax Argmin Argpartition Argsort Array ArraySplit
  AssociativeScan Average AveragePool BatchNorm BinaryCrossentropy Bincount BitwiseAnd BitwiseInvert BitwiseLeftShift
  BitwiseNot BitwiseOr BitwiseRightShift BitwiseXor BroadcastTo CDist CTCDecode CTCLoss Cast CategoricalCrossentropy
  Cbrt Ceil Celu Cholesky CholeskyInverse Clip Concatenate Cond Conj Conjugate Conv ConvTranspose ConvertToTensor
  Copy Corrcoef Correlate Cos Cosh CountNonzero CropImages Cross Cumprod Cumsum Deg2rad DepthToSpace DepthwiseConv
  Det Diag Diagflat Diagonal Diff Digitize Divide DivideNoNan Dot DotProductAttention Dsplit Dstack Eig Eigh Einsum
  ElasticTransform Elu EmptyLike Equal Erf Erfc Erfinv Exp Exp2 ExpandDims Expm1 ExtractPatches ExtractSequences FFT
  FFT2 Fabs Flip Fliplr Flipud Floor FloorDivide Fmax Fmin Fmod Fold ForiLoop Full FullLike GaussianBlur Gcd Gelu
  Geomspace GetItem Glu Greater GreaterEqual HSVToRGB HardShrink HardSigmoid HardSilu HardTanh Heaviside Histogram
  Hsplit Hstack Hypot I0 IFFT2 IRFFT ISTFT Imag InTopK Inner Inv IsIn Isclose Isfinite Isinf Isnan Isneginf Isposinf
  Isreal JVP Kron LayerNorm Lcm Ldexp LeakyRelu LeftShift Less LessEqual Linspace Log Log10 Log1p Log2 LogSigmoid
  LogSoftmax Logaddexp Logaddexp2 Logdet LogicalAnd LogicalNot LogicalOr LogicalXor Logspace Logsumexp Lstsq LuFactor
  MapCoordinates Matmul MatrixRank Max MaxPool Maximum Mean Median Meshgrid Min Minimum Mod Moments Moveaxis MultiHot
  Multiply NanToNum Nanargmax Nanargmin Nancumprod Nancumsum Nanmax Nanmean Nanmedian Nanmin Nanpercentile Nanprod
  Nanquantile Nanstd Nansum Nanvar Ndim Negative Nextafter Nonzero Norm Normalize NotEqual OneHot OnesLike Outer PSNR
  Pad PadImages Percentile PerspectiveTransform Pinv Polar Power Prod Ptp Qr Quantile RFFT RGBToGrayscale RGBToHSV
  RMSNorm Rad2deg Ravel Real Rearrange Reciprocal Relu Relu6 Repeat Reshape Resize RightShift Roll Rot90 Round Rsqrt
  SSIM STFT SVD SaturateCast ScaleAndTranslate Scan Scatter ScatterUpdate SearchSorted SegmentMax SegmentMin
  SegmentProd SegmentReduction SegmentSum Select Selu SeparableConv Sigmoid Sign Signbit Silu Sin Sinc Sinh Size
  Slice SliceUpdate Slogdet SobelEdges SoftShrink Softmax Softplus Softsign Solve SolveTriangular Sort SpaceToDepth
  SparseCategoricalCrossentropy SparsePlus SparseSigmoid Sparsemax Split Sqrt Square Squareplus Squeeze Stack Std
  StopGradient Subtract Sum Swapaxes Switch Take TakeAlongAxis Tan Tanh TanhShrink Tensordot Threshold Tile TopK
  Trace Transpose Trapezoid Tril Triu TrueDivide Trunc Unfold Unique UnravelIndex Unstack Vander Var Vdot View
  ViewAsComplex ViewAsReal Vsplit Vstack Where WhileLoop ZerosLike
`);

/** Functions of Keras that models name as losses, metrics and activations. */
export const FUNCTIONS = words(`
  binary_accuracy binary_crossentropy binary_focal_crossentropy categorical_accuracy categorical_crossentropy
  categorical_focal_crossentropy categorical_generalized_cross_entropy categorical_hinge celu circle
  concordance_correlation cosine_similarity ctc dice elu exponential gelu glu hard_shrink hard_sigmoid hard_silu
  hard_swish hard_tanh hinge huber kl_divergence kullback_leibler_divergence leaky_relu linear log_cosh log_sigmoid
  log_softmax mae mape mean_absolute_error mean_absolute_percentage_error mean_squared_error
  mean_squared_logarithmic_error mish mse msle pearson_correlation poisson relu relu6 selu sigmoid silu soft_shrink
  softmax softplus softsign sparse_categorical_accuracy sparse_categorical_crossentropy sparse_plus sparse_sigmoid
  sparse_top_k_categorical_accuracy sparsemax squared_hinge squareplus swish tanh tanh_shrink threshold
  top_k_categorical_accuracy tversky
`);

/** Modules that no model has business with: programs, files, network, code, other loaders, Keras' own tools. */
export const DANGEROUS_MODULE =
  /^(?:(?:os|posix|nt|subprocess|_posixsubprocess|builtins|__builtin__|sys|shutil|importlib|runpy|pickle|_pickle|dill|cloudpickle|joblib|marshal|socket|ctypes|code|codeop|pty|commands|pip|platform|webbrowser|urllib|requests|http|ftplib|smtplib|multiprocessing|threading|_thread|asyncio|tempfile|pathlib|io|_io|operator|functools|types|inspect|gc|timeit|pdb|bdb|profile|cProfile|trace|doctest|zipimport|pkgutil|imp|site|signal|atexit|logging|sqlite3|yaml|jsonpickle|torch|tensorflow|keras|tf_keras)(?:\.|$))/;

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

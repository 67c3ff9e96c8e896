/**
 * The types of elements that every operator of ONNX takes and gives, by the version since which it does (docs/Operators.md,
 * docs/Changelog.md and Operators-ml.md of release 1.23). One operator a line, its versions parted by semicolons: the version, its
 * inputs, its outputs, and the sets that its letters are from, in their order. A letter is one type wherever it stands, or one for each
 * value where `~` follows; `=7.` is type 7, `?` no tensor, `-` nothing. The last one stands for all that follow.
 */
export const TYPES_BY_OPERATOR = `
Abs: 1 A A 0; 6 A A 8; 13 A A 9
Acos: 7 A A 0; 22 A A 1
Acosh: 9 A A 0; 22 A A 1
Add: 1 AA A 0; 6 AA A 7; 13 AA A 10; 14 AA A 9
AffineGrid: 20 AB A 1 5
And: 1 AA B 3 3
ArgMax: 1 A =7. 8; 13 A =7. 9
ArgMin: 1 A =7. 8; 13 A =7. 9
Asin: 7 A A 0; 22 A A 1
Asinh: 9 A A 0; 22 A A 1
Atan: 7 A A 0; 22 A A 1
Atanh: 9 A A 0; 22 A A 1
Attention: 23 AABCAB AABA 1 1 20; 24 AABCAB=7. AABA 1 1 20
AveragePool: 1 A A 0; 22 A A 1
BatchNormalization: 1 AAAAA AAAAA 0; 14 AAABB ABB 1 1; 15 ABBCC ACC 1 1 1
Bernoulli: 15 A B 0 20; 22 A B 1 20
BitCast: 26 A B 41 41
BitShift: 11 AA A 55; 28 AA A 24
BitwiseAnd: 18 AA A 24
BitwiseNot: 18 A A 24
BitwiseOr: 18 AA A 24
BitwiseXor: 18 AA A 24
BlackmanWindow: 17 A B 6 9
Cast: 1 A B 21 21; 9 A B 42 42; 13 A B 25 25; 19 A B 26 26; 21 A B 27 27; 23 A B 28 28; 24 A B 29 29; 25 A B 30 30; 28 A B 43 43
CastLike: 15 AB B 25 25; 19 AB B 26 26; 21 AB B 27 27; 23 AB B 28 28; 24 AB B 29 29; 25 AB B 30 30
CausalConvWithState: 27 AAAA AA 17
Ceil: 1 A A 0; 13 A A 1
Celu: 12 A A 36; 28 A A 1
CenterCropPad: 18 AB A 4 6
Clip: 1 A A 0; 11 AAA A 0; 12 AAA A 8; 13 AAA A 9
Col2Im: 18 A=7.=7. A 4
Compress: 9 AB A 2 3; 28 AB A 4 3
Concat: 1 A A 0; 4 A A 2; 13 A A 4
ConcatFromSequence: 11 ? A 2
Constant: 1 - A 0; 9 - A 2; 13 - A 4; 19 - A 22; 21 - A 14; 23 - A 15; 24 - A 13; 25 - A 16
ConstantOfShape: 9 A B 5 21; 20 A B 5 56; 21 A B 5 57; 23 A B 5 58; 24 A B 5 59; 25 A B 5 60
Conv: 1 AAA A 0; 22 AAA A 1
ConvInteger: 10 ABAB C 18 18 11
ConvTranspose: 1 AAA A 0; 22 AAA A 1
Cos: 7 A A 0; 22 A A 1
Cosh: 9 A A 0; 22 A A 1
CumProd: 26 AB A 10 6
CumSum: 11 AB A 61 6; 14 AB A 10 6
DFT: 17 AB A 1 6; 20 AB=7. A 1 6
DeformConv: 19 AAAAA A 0; 22 AAAAA A 1
DepthToSpace: 1 A A 2; 13 A A 4
DequantizeLinear: 10 A=1.A =1. 44; 19 ABA B 62 17; 21 ABA B 63 17; 23 ABA C 45 17 17; 24 ABA C 45 37 17; 25 ABA C 64 37 17; 28 ABA C 65 37 17
Det: 11 A A 0; 22 A A 1
Div: 1 AA A 0; 6 AA A 7; 13 AA A 10; 14 AA A 9
Dropout: 1 A AA 0; 10 A AB 0 3; 12 ABC AC 0 0 3; 13 ABC AC 1 0 3; 22 ABC AC 31 31 3
DynamicQuantizeLinear: 11 A B=1.B 36 38
Einsum: 12 A A 8; 28 A A 9
Elu: 1 A A 0; 22 A A 1
Equal: 1 AA B 46 3; 11 AA B 21 3; 13 AA B 20 3; 19 AA B 25 3
Erf: 9 A A 8; 13 A A 1
Exp: 1 A A 0; 13 A A 1
Expand: 8 A=7. A 2; 13 A=7. A 4
EyeLike: 9 A B 21 21; 22 A B 20 20
Flatten: 1 A A 0; 9 A A 2; 13 A A 4; 21 A A 14; 23 A A 15; 24 A A 13; 25 A A 16
Floor: 1 A A 0; 13 A A 1
GRU: 1 AAAABA AA 0 11; 22 AAAABA AA 1 11
Gather: 1 AB A 2 6; 13 AB A 4 6
GatherElements: 11 AB A 2 6; 13 AB A 4 6
GatherND: 11 A=7. A 2; 13 A=7. A 4
Gelu: 20 A A 1
Gemm: 1 AAA A 0; 9 AAA A 7; 13 AAA A 10
GlobalAveragePool: 1 A A 0; 22 A A 1
GlobalLpPool: 1 A A 0; 22 A A 1
GlobalMaxPool: 1 A A 0; 22 A A 1
Greater: 1 AA B 0 3; 9 AA B 8 3; 13 AA B 9 3
GreaterOrEqual: 12 AA B 8 3; 16 AA B 9 3
GridSample: 16 AB A 2 0; 22 AB A 4 1
GroupNormalization: 18 AAA A 1
HammingWindow: 17 A B 6 9
HannWindow: 17 A B 6 9
HardSigmoid: 1 A A 0; 22 A A 1
HardSwish: 14 A A 0; 22 A A 1
Hardmax: 1 A A 0; 13 A A 1
Identity: 1 A A 2; 13 A A 4; 19 A A 22; 21 A A 14; 23 A A 15; 24 A A 13; 25 A A 16
If: 1 A B~ 3 2; 16 A B~ 3 4; 19 A B~ 3 22; 21 A B~ 3 14; 23 A B~ 3 15; 24 A B~ 3 13; 25 A B~ 3 16
ImageDecoder: 20 A B 38 38
InstanceNormalization: 1 AAA A 0; 22 AAA A 1
IsInf: 10 A B 66 3; 20 A B 31 3
IsNaN: 9 A B 0 3; 13 A B 1 3; 20 A B 31 3
LRN: 1 A A 0; 13 A A 1
LSTM: 1 AAAABAAA AAA 0 11; 22 AAAABAAA AAA 1 11
LayerNormalization: 17 AAA ABB 1 67
LeakyRelu: 1 A A 0; 16 A A 1
Less: 1 AA B 0 3; 9 AA B 8 3; 13 AA B 9 3
LessOrEqual: 12 AA B 8 3; 16 AA B 9 3
LinearAttention: 27 AAABAA AB 17 17
Log: 1 A A 0; 13 A A 1
LogSoftmax: 1 A A 0; 13 A A 1
Loop: 1 ABC~ C~ 5 3 2; 16 ABC~ C~ 5 3 4; 19 ABC~ C~ 5 3 22; 21 ABC~ C~ 5 3 14; 23 ABC~ C~ 5 3 15; 24 ABC~ C~ 5 3 13; 25 ABC~ C~ 5 3 16
LpNormalization: 1 A A 0; 22 A A 1
LpPool: 1 A A 0; 22 A A 1
MatMul: 1 AA A 0; 9 AA A 7; 13 AA A 10
MatMulInteger: 10 ABAB C 18 18 11
Max: 1 A A 0; 12 A A 8; 13 A A 9
MaxPool: 1 A A 0; 8 A AB 0 5; 12 A AB 68 5; 22 A AB 69 5
MaxRoiPool: 1 AA A 0; 22 AA A 1
MaxUnpool: 9 ABB A 0 5; 22 ABB A 1 5
Mean: 1 A A 0; 13 A A 1
MeanVarianceNormalization: 9 A A 0; 13 A A 1
MelWeightMatrix: 17 AAABB C 6 1 9
Min: 1 A A 0; 12 A A 8; 13 A A 9
Mish: 18 A A 0; 22 A A 1
Mod: 10 AA A 8; 13 AA A 9
Mul: 1 AA A 0; 6 AA A 7; 13 AA A 10; 14 AA A 9
Multinomial: 7 A B 0 6; 22 A B 1 6
Neg: 1 A A 0; 6 A A 70; 13 A A 47
NegativeLogLikelihoodLoss: 12 ABA A 0 6; 22 ABA A 1 6
NonMaxSuppression: 10 =1.=1.=7.=1.=1. =7.
NonZero: 9 A =7. 2; 13 A =7. 4
Not: 1 A A 3
OneHot: 9 ABC C 8 8 2; 28 ABC C 8 8 4
Optional: 15 A ? 2; 28 A ? 32
OptionalGetElement: 15 ? A 2; 18 A B 2 2; 28 A B 32 32
OptionalHasElement: 15 ? A 3; 18 A B 2 3; 28 A B 32 3
Or: 1 AA B 3 3
PRelu: 1 AA A 0; 9 AA A 7; 16 AA A 10
Pad: 1 A A 0; 11 A=7.A A 8; 13 A=7.A A 4; 18 A=7.AB A 4 6; 21 A=7.AB A 14 6; 23 A=7.AB A 15 6; 24 A=7.AB A 13 6; 25 A=7.AB A 16 6
Pow: 1 AA A 0; 12 AB A 71 8; 13 AB A 48 8; 15 AB A 48 9
QLinearConv: 10 A=1.AB=1.B=1.CD C 18 18 18 11
QLinearMatMul: 10 A=1.AB=1.B=1.C C 18 18 18; 21 ABACBCBD D 33 17 33 33
QuantizeLinear: 10 A=1.B B 49 18; 19 AAB B 23 33; 21 AAB B 23 72; 23 ABC C 23 23 50; 24 ABC C 23 39 50; 25 ABC C 23 39 73; 28 ABC C 23 39 74
RMSNormalization: 23 AB B 1 1
RNN: 1 AAAABA AA 0 11; 22 AAAABA AA 1 11
RandomNormal: 1 - A 0; 22 - A 1
RandomNormalLike: 1 A B 2 0; 22 A B 4 1
RandomUniform: 1 - A 0; 22 - A 1
RandomUniformLike: 1 A B 2 0; 22 A B 4 1
Range: 11 AAA A 75; 27 AAA A 76
Reciprocal: 1 A A 0; 13 A A 1
ReduceL1: 1 A A 7; 13 A A 10; 18 A=7. A 10
ReduceL2: 1 A A 7; 13 A A 10; 18 A=7. A 10
ReduceLogSum: 1 A A 7; 13 A A 10; 18 A=7. A 10; 28 A=7. A 1
ReduceLogSumExp: 1 A A 7; 13 A A 10; 18 A=7. A 10; 28 A=7. A 1
ReduceMax: 1 A A 7; 12 A A 51; 13 A A 34; 18 A=7. A 34; 20 A=7. A 52
ReduceMean: 1 A A 7; 13 A A 10; 18 A=7. A 10
ReduceMin: 1 A A 7; 12 A A 51; 13 A A 34; 18 A=7. A 34; 20 A=7. A 52
ReduceProd: 1 A A 7; 13 A A 10; 18 A=7. A 10
ReduceSum: 1 A A 7; 13 A=7. A 10
ReduceSumSquare: 1 A A 7; 13 A A 10; 18 A=7. A 10
RegexFullMatch: 20 A B 35 3
Relu: 1 A A 0; 13 A A 1; 14 A A 47
Reshape: 1 A A 0; 5 A=7. A 2; 13 A=7. A 4; 19 A=7. A 22; 21 A=7. A 14; 23 A=7. A 15; 24 A=7. A 13; 25 A=7. A 16
Resize: 10 A=1. A 2; 11 AB=1.=7. A 2 0; 13 AB=1.=7. A 4 0
ReverseSequence: 10 A=7. A 2; 28 A=7. A 4
RoiAlign: 10 AAB A 0 5; 22 AAB A 1 5
RotaryEmbedding: 23 AAAB A 17 5
Round: 11 A A 0; 22 A A 1
STFT: 17 ABAB A 1 6
Scan: 8 AB~ B~ 5 2; 9 A~ A~ 2; 16 A~ A~ 4; 19 A~ A~ 22; 21 A~ A~ 14; 23 A~ A~ 15; 24 A~ A~ 13; 25 A~ A~ 16
Scatter: 9 ABA A 2 6
ScatterElements: 11 ABA A 2 6; 13 ABA A 4 6
ScatterND: 11 A=7.A A 2; 13 A=7.A A 4
Selu: 1 A A 0; 22 A A 1
SequenceAt: 11 ?A B 6 2
SequenceConstruct: 11 A ? 2
SequenceEmpty: 11 - ?
SequenceErase: 11 ?A ? 6
SequenceInsert: 11 ?AB ? 2 6
SequenceLength: 11 ? A 5
SequenceMap: 17 ?A~ ? 2
Shape: 1 A B 2 5; 13 A B 4 5; 19 A B 22 5; 21 A B 14 5; 23 A B 15 5; 24 A B 13 5; 25 A B 16 5
Shrink: 9 A A 8
Sigmoid: 1 A A 0; 13 A A 1
Sign: 9 A A 8; 13 A A 9
Sin: 7 A A 0; 22 A A 1
Sinh: 9 A A 0; 22 A A 1
Size: 1 A B 2 5; 13 A B 4 5; 19 A B 22 5; 21 A B 14 5; 23 A B 15 5; 24 A B 13 5; 25 A B 16 5
Slice: 1 A A 2; 10 ABBBB A 2 6; 13 ABBBB A 4 6
Softmax: 1 A A 0; 13 A A 1
SoftmaxCrossEntropyLoss: 12 ABA AA 0 6; 13 ABA AA 1 6
Softplus: 1 A A 0; 22 A A 1
Softsign: 1 A A 0; 22 A A 1
SpaceToDepth: 1 A A 2; 13 A A 4
Split: 1 AA A 0; 2 A A 2; 13 A=7. A 4
SplitToSequence: 11 AB ? 2 6; 24 AB ? 4 6
Sqrt: 1 A A 0; 13 A A 1
Squeeze: 1 A A 2; 13 A=7. A 4; 21 A=7. A 14; 23 A=7. A 15; 24 A=7. A 13; 25 A=7. A 16
StringConcat: 20 AA A 35
StringNormalizer: 10 =8. =8.
StringSplit: 20 A BC 35 35 5
Sub: 1 AA A 0; 6 AA A 7; 13 AA A 10; 14 AA A 9
Sum: 1 A A 0; 13 A A 1
SwiGLU: 28 AA A 1
Swish: 24 A A 1
Tan: 7 A A 0; 22 A A 1
Tanh: 1 A A 0; 13 A A 1
TensorScatter: 24 AA=7. A 13
TfIdfVectorizer: 9 A B 77 36
ThresholdedRelu: 10 A A 0; 22 A A 1
Tile: 1 AAA A 0; 6 AB A 2 5; 13 AB A 4 5
TopK: 1 A AB 0 5; 10 A=7. AB 0 5; 11 A=7. AB 8 5; 24 A=7. AB 9 5
Transpose: 1 A A 2; 13 A A 4; 21 A A 14; 23 A A 15; 24 A A 13; 25 A A 16
Trilu: 14 A=7. A 4
Unique: 11 A A=7.=7.=7. 2; 28 A A=7.=7.=7. 4
Unsqueeze: 1 A A 2; 13 A=7. A 4; 21 A=7. A 14; 23 A=7. A 15; 24 A=7. A 13; 25 A=7. A 16
Upsample: 1 A A 78; 7 A A 2; 9 A=1. A 2
Where: 9 ABB B 3 2; 16 ABB B 3 4
Xor: 1 AA B 3 3
ml.ArrayFeatureExtractor: 1 A=7. A 53
ml.Binarizer: 1 A A 12
ml.CastMap: 1 ? A 40
ml.CategoryMapper: 1 A B 19 19
ml.DictVectorizer: 1 ? A 79
ml.FeatureVectorizer: 1 A =1. 12
ml.Imputer: 1 A A 12
ml.LabelEncoder: 1 A B 19 19; 2 A B 40 40; 4 A B 54 54
ml.LinearClassifier: 1 A B=1. 12 19
ml.LinearRegressor: 1 A =1. 12
ml.Normalizer: 1 A =1. 12
ml.OneHotEncoder: 1 A =1. 53
ml.SVMClassifier: 1 A B=1. 12 19
ml.SVMRegressor: 1 A =1. 12
ml.Scaler: 1 A =1. 12
ml.TreeEnsemble: 5 A A 0
ml.TreeEnsembleClassifier: 1 A B=1. 12 19
ml.TreeEnsembleRegressor: 1 A =1. 12
ml.ZipMap: 1 =1. ?
`;

/** Sets of types (TensorProto.DataType). */
export const TYPE_SETS: readonly string[] = [
  '1,10-11',
  '1,10-11,16',
  '1-15',
  '9',
  '1-16',
  '7',
  '6-7',
  '1,6-7,10-13',
  '1-7,10-13',
  '1-7,10-13,16',
  '1,6-7,10-13,16',
  '6',
  '1,6-7,11',
  '1-24',
  '1-22',
  '1-23',
  '1-26',
  '1,10,16',
  '2-3',
  '7-8',
  '1-7,9-13,16',
  '1-7,9-13',
  '1-20',
  '1,6,10,16',
  '2-7,12-13',
  '1-13,16',
  '1-13,16-20',
  '1-13,16-22',
  '1-13,16-23',
  '1-13,16-24',
  '1-13,16-26',
  '1,10-11,16-20',
  '1-28',
  '2-3,17-20',
  '1-3,6-7,10-13,16',
  '8',
  '1',
  '1,10,16,24',
  '2',
  '1,6,10,16,24',
  '1,7-8',
  '1-7,9-26',
  '1-13',
  '1-13,16-28',
  '2-3,6',
  '2-6,17-23',
  '6-7,9',
  '1,3,5-7,10-11,16',
  '1,6-7,10-11,16',
  '1,6',
  '2-5,17-23',
  '1-3,6-7,10-13',
  '1-3,6-7,9-13,16',
  '1,6-8,11',
  '1,5-8,11',
  '2,4,12-13',
  '1-7,9-13,16-20',
  '1-7,9-13,16-22',
  '1-7,9-13,16-23',
  '1-7,9-13,16-24',
  '1-7,9-13,16-26',
  '1,6-7,11-13',
  '2-3,6,17-20',
  '2-6,17-22',
  '2-6,17-23,25-26',
  '2-6,17-23,25-28',
  '1,11',
  '1,16',
  '1-3,10-11',
  '1-3,10-11,16',
  '1,3,5-7,10-11',
  '1,6-7,10-11',
  '2-5,17-22',
  '2-5,17-23,25-26',
  '2-5,17-23,25-28',
  '1,5-7,11',
  '1,5-7,10-11,16',
  '6-8',
  '1,6-7,9-11',
  '1,7-8,11',
];

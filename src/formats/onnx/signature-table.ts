/**
 * What every operator of ONNX takes and gives, by the version since which it does (docs/Operators.md, docs/Changelog.md and
 * Operators-ml.md of release 1.23). One operator a line, its versions parted by semicolons: the version; least and most inputs;
 * least and most outputs; each input as `1` for needed, `?` for may be left out, `*` for any number; attributes with a letter for
 * their type, `!` before those that are needed. Deprecated ones have a `d` behind their inputs.
 */
export const SIGNATURES = `
Abs: 1 1-1 1-1 1 consumed_inputs:I; 6 1-1 1-1 1
Acos: 7 1-1 1-1 1
Acosh: 9 1-1 1-1 1
Add: 1 2-2 1-1 11 axis:i,broadcast:i,consumed_inputs:I; 6 2-2 1-1 11 axis:i,broadcast:i; 7 2-2 1-1 11
AffineGrid: 20 2-2 1-1 11 align_corners:i
And: 1 2-2 1-1 11 axis:i,broadcast:i; 7 2-2 1-1 11
ArgMax: 1 1-1 1-1 1 axis:i,keepdims:i; 12 1-1 1-1 1 axis:i,keepdims:i,select_last_index:i
ArgMin: 1 1-1 1-1 1 axis:i,keepdims:i; 12 1-1 1-1 1 axis:i,keepdims:i,select_last_index:i
Asin: 7 1-1 1-1 1
Asinh: 9 1-1 1-1 1
Atan: 7 1-1 1-1 1
Atanh: 9 1-1 1-1 1
Attention: 23 3-6 1-4 111??? is_causal:i,kv_num_heads:i,q_num_heads:i,qk_matmul_output_mode:i,scale:f,softcap:f,softmax_precision:i; 24 3-7 1-4 111???? is_causal:i,kv_num_heads:i,q_num_heads:i,qk_matmul_output_mode:i,scale:f,softcap:f,softmax_precision:i; 25 3-7 1-4 111???? is_causal:i,kv_num_heads:i,left_window_size:i,q_num_heads:i,qk_matmul_output_mode:i,right_window_size:i,scale:f,softcap:f,softmax_precision:i
AveragePool: 1 1-1 1-1 1 auto_pad:s,!kernel_shape:I,pads:I,strides:I; 7 1-1 1-1 1 auto_pad:s,count_include_pad:i,!kernel_shape:I,pads:I,strides:I; 10 1-1 1-1 1 auto_pad:s,ceil_mode:i,count_include_pad:i,!kernel_shape:I,pads:I,strides:I; 19 1-1 1-1 1 auto_pad:s,ceil_mode:i,count_include_pad:i,dilations:I,!kernel_shape:I,pads:I,strides:I
BatchNormalization: 1 5-5 1-5 11111 !consumed_inputs:I,epsilon:f,is_test:i,momentum:f,spatial:i; 6 5-5 1-5 11111 epsilon:f,is_test:i,momentum:f,spatial:i; 7 5-5 1-5 11111 epsilon:f,momentum:f,spatial:i; 9 5-5 1-5 11111 epsilon:f,momentum:f; 14 5-5 1-3 11111 epsilon:f,momentum:f,training_mode:i
Bernoulli: 15 1-1 1-1 1 dtype:i,seed:f
BitCast: 26 1-1 1-1 1 !to:i
BitShift: 11 2-2 1-1 11 !direction:s
BitwiseAnd: 18 2-2 1-1 11
BitwiseNot: 18 1-1 1-1 1
BitwiseOr: 18 2-2 1-1 11
BitwiseXor: 18 2-2 1-1 11
BlackmanWindow: 17 1-1 1-1 1 output_datatype:i,periodic:i
Cast: 1 1-1 1-1 1 !to:s; 6 1-1 1-1 1 !to:i; 19 1-1 1-1 1 saturate:i,!to:i; 24 1-1 1-1 1 round_mode:s,saturate:i,!to:i
CastLike: 15 2-2 1-1 11; 19 2-2 1-1 11 saturate:i; 24 2-2 1-1 11 round_mode:s,saturate:i
CausalConvWithState: 27 2-4 2-2 11?? activation:s
Ceil: 1 1-1 1-1 1 consumed_inputs:I; 6 1-1 1-1 1
Celu: 12 1-1 1-1 1 alpha:f
CenterCropPad: 18 2-2 1-1 11 axes:I
Clip: 1 1-1 1-1 1 consumed_inputs:I,max:f,min:f; 6 1-1 1-1 1 max:f,min:f; 11 1-3 1-1 1??
Col2Im: 18 3-3 1-1 111 dilations:I,pads:I,strides:I
Compress: 9 2-2 1-1 11 axis:i
Concat: 1 1-* 1-1 * axis:i; 4 1-* 1-1 * !axis:i
ConcatFromSequence: 11 1-1 1-1 1 !axis:i,new_axis:i
Constant: 1 0-0 1-1 - !value:t; 11 0-0 1-1 - sparse_value:p,value:t; 12 0-0 1-1 - sparse_value:p,value:t,value_float:f,value_floats:F,value_int:i,value_ints:I,value_string:s,value_strings:S
ConstantOfShape: 9 1-1 1-1 1 value:t
Conv: 1 2-3 1-1 11? auto_pad:s,dilations:I,group:i,kernel_shape:I,pads:I,strides:I
ConvInteger: 10 2-4 1-1 11?? auto_pad:s,dilations:I,group:i,kernel_shape:I,pads:I,strides:I
ConvTranspose: 1 2-3 1-1 11? auto_pad:s,dilations:I,group:i,kernel_shape:I,output_padding:I,output_shape:I,pads:I,strides:I
Cos: 7 1-1 1-1 1
Cosh: 9 1-1 1-1 1
CumProd: 26 2-2 1-1 11 exclusive:i,reverse:i
CumSum: 11 2-2 1-1 11 exclusive:i,reverse:i
DFT: 17 1-2 1-1 1? axis:i,inverse:i,onesided:i; 20 1-3 1-1 1?? inverse:i,onesided:i
DeformConv: 19 3-5 1-1 111?? dilations:I,group:i,kernel_shape:I,offset_group:i,pads:I,strides:I
DepthToSpace: 1 1-1 1-1 1 !blocksize:i; 11 1-1 1-1 1 !blocksize:i,mode:s
DequantizeLinear: 10 2-3 1-1 11?; 13 2-3 1-1 11? axis:i; 21 2-3 1-1 11? axis:i,block_size:i; 23 2-3 1-1 11? axis:i,block_size:i,output_dtype:i
Det: 11 1-1 1-1 1
Div: 1 2-2 1-1 11 axis:i,broadcast:i,consumed_inputs:I; 6 2-2 1-1 11 axis:i,broadcast:i; 7 2-2 1-1 11
Dropout: 1 1-1 1-2 1 consumed_inputs:I,is_test:i,ratio:f; 6 1-1 1-2 1 is_test:i,ratio:f; 7 1-1 1-2 1 ratio:f; 12 1-3 1-2 1?? seed:i
DynamicQuantizeLinear: 11 1-1 3-3 1
Einsum: 12 1-* 1-1 * !equation:s
Elu: 1 1-1 1-1 1 alpha:f,consumed_inputs:I; 6 1-1 1-1 1 alpha:f
Equal: 1 2-2 1-1 11 axis:i,broadcast:i; 7 2-2 1-1 11
Erf: 9 1-1 1-1 1
Exp: 1 1-1 1-1 1 consumed_inputs:I; 6 1-1 1-1 1
Expand: 8 2-2 1-1 11
EyeLike: 9 1-1 1-1 1 dtype:i,k:i
Flatten: 1 1-1 1-1 1 axis:i
Floor: 1 1-1 1-1 1 consumed_inputs:I; 6 1-1 1-1 1
GRU: 1 3-6 2-2 111??? activation_alpha:F,activation_beta:F,activations:S,clip:f,direction:s,hidden_size:i,output_sequence:i; 3 3-6 0-2 111??? activation_alpha:F,activation_beta:F,activations:S,clip:f,direction:s,hidden_size:i,linear_before_reset:i,output_sequence:i; 7 3-6 0-2 111??? activation_alpha:F,activation_beta:F,activations:S,clip:f,direction:s,hidden_size:i,linear_before_reset:i; 14 3-6 0-2 111??? activation_alpha:F,activation_beta:F,activations:S,clip:f,direction:s,hidden_size:i,layout:i,linear_before_reset:i
Gather: 1 2-2 1-1 11 axis:i
GatherElements: 11 2-2 1-1 11 axis:i
GatherND: 11 2-2 1-1 11; 12 2-2 1-1 11 batch_dims:i
Gelu: 20 1-1 1-1 1 approximate:s
Gemm: 1 3-3 1-1 111 alpha:f,beta:f,broadcast:i,transA:i,transB:i; 7 3-3 1-1 111 alpha:f,beta:f,transA:i,transB:i; 11 2-3 1-1 11? alpha:f,beta:f,transA:i,transB:i
GlobalAveragePool: 1 1-1 1-1 1
GlobalLpPool: 1 1-1 1-1 1 p:f; 2 1-1 1-1 1 p:i
GlobalMaxPool: 1 1-1 1-1 1
Greater: 1 2-2 1-1 11 axis:i,broadcast:i; 7 2-2 1-1 11
GreaterOrEqual: 12 2-2 1-1 11
GridSample: 16 2-2 1-1 11 align_corners:i,mode:s,padding_mode:s
GroupNormalization: 18 3-3d 1-1 111 epsilon:f,!num_groups:i; 21 3-3 1-1 111 epsilon:f,!num_groups:i,stash_type:i
HammingWindow: 17 1-1 1-1 1 output_datatype:i,periodic:i
HannWindow: 17 1-1 1-1 1 output_datatype:i,periodic:i
HardSigmoid: 1 1-1 1-1 1 alpha:f,beta:f,consumed_inputs:I; 6 1-1 1-1 1 alpha:f,beta:f
HardSwish: 14 1-1 1-1 1
Hardmax: 1 1-1 1-1 1 axis:i
Identity: 1 1-1 1-1 1
If: 1 1-1 1-* 1 !else_branch:g,!then_branch:g
ImageDecoder: 20 1-1 1-1 1 pixel_format:s
InstanceNormalization: 1 3-3 1-1 111 consumed_inputs:I,epsilon:f; 6 3-3 1-1 111 epsilon:f
IsInf: 10 1-1 1-1 1 detect_negative:i,detect_positive:i
IsNaN: 9 1-1 1-1 1
LRN: 1 1-1 1-1 1 alpha:f,beta:f,bias:f,!size:i
LSTM: 1 3-8 0-3 111????? activation_alpha:F,activation_beta:F,activations:S,clip:f,direction:s,hidden_size:i,input_forget:i,output_sequence:i; 7 3-8 0-3 111????? activation_alpha:F,activation_beta:F,activations:S,clip:f,direction:s,hidden_size:i,input_forget:i; 14 3-8 0-3 111????? activation_alpha:F,activation_beta:F,activations:S,clip:f,direction:s,hidden_size:i,input_forget:i,layout:i
LayerNormalization: 17 2-3 1-3 11? axis:i,epsilon:f,stash_type:i
LeakyRelu: 1 1-1 1-1 1 alpha:f,consumed_inputs:I; 6 1-1 1-1 1 alpha:f
Less: 1 2-2 1-1 11 axis:i,broadcast:i; 7 2-2 1-1 11
LessOrEqual: 12 2-2 1-1 11
LinearAttention: 27 3-6 2-2 111??? chunk_size:i,!kv_num_heads:i,!q_num_heads:i,scale:f,update_rule:s
Log: 1 1-1 1-1 1 consumed_inputs:I; 6 1-1 1-1 1
LogSoftmax: 1 1-1 1-1 1 axis:i
Loop: 1 3-* 1-* ??* !body:g; 11 2-* 1-* ??* !body:g
LpNormalization: 1 1-1 1-1 1 axis:i,p:i
LpPool: 1 1-1 1-1 1 auto_pad:s,kernel_shape:I,p:f,pads:I,strides:I; 2 1-1 1-1 1 auto_pad:s,!kernel_shape:I,p:i,pads:I,strides:I; 18 1-1 1-1 1 auto_pad:s,ceil_mode:i,dilations:I,!kernel_shape:I,p:i,pads:I,strides:I
MatMul: 1 2-2 1-1 11
MatMulInteger: 10 2-4 1-1 11??
Max: 1 1-* 1-1 * consumed_inputs:I; 6 1-* 1-1 *
MaxPool: 1 1-1 1-1 1 auto_pad:s,!kernel_shape:I,pads:I,strides:I; 8 1-1 1-2 1 auto_pad:s,!kernel_shape:I,pads:I,storage_order:i,strides:I; 10 1-1 1-2 1 auto_pad:s,ceil_mode:i,dilations:I,!kernel_shape:I,pads:I,storage_order:i,strides:I
MaxRoiPool: 1 2-2 1-1 11 !pooled_shape:I,spatial_scale:f
MaxUnpool: 9 2-3 1-1 11? !kernel_shape:I,pads:I,strides:I
Mean: 1 1-* 1-1 * consumed_inputs:I; 6 1-* 1-1 *
MeanVarianceNormalization: 9 1-1 1-1 1 axes:I
MelWeightMatrix: 17 5-5 1-1 11111 output_datatype:i
Min: 1 1-* 1-1 * consumed_inputs:I; 6 1-* 1-1 *
Mish: 18 1-1 1-1 1
Mod: 10 2-2 1-1 11 fmod:i
Mul: 1 2-2 1-1 11 axis:i,broadcast:i,consumed_inputs:I; 6 2-2 1-1 11 axis:i,broadcast:i; 7 2-2 1-1 11
Multinomial: 7 1-1 1-1 1 dtype:i,sample_size:i,seed:f
Neg: 1 1-1 1-1 1 consumed_inputs:I; 6 1-1 1-1 1
NegativeLogLikelihoodLoss: 12 2-3 1-1 11? ignore_index:i,reduction:s
NonMaxSuppression: 10 2-5 1-1 11??? center_point_box:i
NonZero: 9 1-1 1-1 1
Not: 1 1-1 1-1 1
OneHot: 9 3-3 1-1 111 axis:i
Optional: 15 0-1 1-1 ? type:y
OptionalGetElement: 15 1-1 1-1 1
OptionalHasElement: 15 1-1 1-1 1; 18 0-1 1-1 ?
Or: 1 2-2 1-1 11 axis:i,broadcast:i; 7 2-2 1-1 11
PRelu: 1 2-2 1-1 11 consumed_inputs:I; 6 2-2 1-1 11
Pad: 1 1-1 1-1 1 mode:s,!paddings:I,value:f; 2 1-1 1-1 1 mode:s,!pads:I,value:f; 11 2-3 1-1 11? mode:s; 18 2-4 1-1 11?? mode:s
Pow: 1 2-2 1-1 11 axis:i,broadcast:i; 7 2-2 1-1 11
QLinearConv: 10 8-9 1-1 11111111? auto_pad:s,dilations:I,group:i,kernel_shape:I,pads:I,strides:I
QLinearMatMul: 10 8-8 1-1 11111111
QuantizeLinear: 10 2-3 1-1 11?; 13 2-3 1-1 11? axis:i; 19 2-3 1-1 11? axis:i,saturate:i; 21 2-3 1-1 11? axis:i,block_size:i,output_dtype:i,saturate:i; 23 2-3 1-1 11? axis:i,block_size:i,output_dtype:i,precision:i,saturate:i
RMSNormalization: 23 2-2 1-1 11 axis:i,epsilon:f,stash_type:i
RNN: 1 3-6 0-2 111??? activation_alpha:F,activation_beta:F,activations:S,clip:f,direction:s,hidden_size:i,output_sequence:i; 7 3-6 0-2 111??? activation_alpha:F,activation_beta:F,activations:S,clip:f,direction:s,hidden_size:i; 14 3-6 0-2 111??? activation_alpha:F,activation_beta:F,activations:S,clip:f,direction:s,hidden_size:i,layout:i
RandomNormal: 1 0-0 1-1 - dtype:i,mean:f,scale:f,seed:f,!shape:I
RandomNormalLike: 1 1-1 1-1 1 dtype:i,mean:f,scale:f,seed:f
RandomUniform: 1 0-0 1-1 - dtype:i,high:f,low:f,seed:f,!shape:I
RandomUniformLike: 1 1-1 1-1 1 dtype:i,high:f,low:f,seed:f
Range: 11 3-3 1-1 111; 27 3-3 1-1 111 stash_type:i
Reciprocal: 1 1-1 1-1 1 consumed_inputs:I; 6 1-1 1-1 1
ReduceL1: 1 1-1 1-1 1 axes:I,keepdims:i; 18 1-2 1-1 1? keepdims:i,noop_with_empty_axes:i
ReduceL2: 1 1-1 1-1 1 axes:I,keepdims:i; 18 1-2 1-1 1? keepdims:i,noop_with_empty_axes:i
ReduceLogSum: 1 1-1 1-1 1 axes:I,keepdims:i; 18 1-2 1-1 1? keepdims:i,noop_with_empty_axes:i
ReduceLogSumExp: 1 1-1 1-1 1 axes:I,keepdims:i; 18 1-2 1-1 1? keepdims:i,noop_with_empty_axes:i
ReduceMax: 1 1-1 1-1 1 axes:I,keepdims:i; 18 1-2 1-1 1? keepdims:i,noop_with_empty_axes:i
ReduceMean: 1 1-1 1-1 1 axes:I,keepdims:i; 18 1-2 1-1 1? keepdims:i,noop_with_empty_axes:i
ReduceMin: 1 1-1 1-1 1 axes:I,keepdims:i; 18 1-2 1-1 1? keepdims:i,noop_with_empty_axes:i
ReduceProd: 1 1-1 1-1 1 axes:I,keepdims:i; 18 1-2 1-1 1? keepdims:i,noop_with_empty_axes:i
ReduceSum: 1 1-1 1-1 1 axes:I,keepdims:i; 13 1-2 1-1 1? keepdims:i,noop_with_empty_axes:i
ReduceSumSquare: 1 1-1 1-1 1 axes:I,keepdims:i; 18 1-2 1-1 1? keepdims:i,noop_with_empty_axes:i
RegexFullMatch: 20 1-1 1-1 1 pattern:s
Relu: 1 1-1 1-1 1 consumed_inputs:I; 6 1-1 1-1 1
Reshape: 1 1-1 1-1 1 consumed_inputs:I,shape:I; 5 2-2 1-1 11; 14 2-2 1-1 11 allowzero:i
Resize: 10 2-2 1-1 11 mode:s; 11 3-4 1-1 111? coordinate_transformation_mode:s,cubic_coeff_a:f,exclude_outside:i,extrapolation_value:f,mode:s,nearest_mode:s; 13 1-4 1-1 1??? coordinate_transformation_mode:s,cubic_coeff_a:f,exclude_outside:i,extrapolation_value:f,mode:s,nearest_mode:s; 18 1-4 1-1 1??? antialias:i,axes:I,coordinate_transformation_mode:s,cubic_coeff_a:f,exclude_outside:i,extrapolation_value:f,keep_aspect_ratio_policy:s,mode:s,nearest_mode:s
ReverseSequence: 10 2-2 1-1 11 batch_axis:i,time_axis:i
RoiAlign: 10 3-3 1-1 111 mode:s,output_height:i,output_width:i,sampling_ratio:i,spatial_scale:f; 16 3-3 1-1 111 coordinate_transformation_mode:s,mode:s,output_height:i,output_width:i,sampling_ratio:i,spatial_scale:f
RotaryEmbedding: 23 3-4 1-1 111? interleaved:i,num_heads:i,rotary_embedding_dim:i
Round: 11 1-1 1-1 1
STFT: 17 2-4 1-1 11?? onesided:i
Scan: 8 2-* 1-* ?* !body:g,directions:I,!num_scan_inputs:i; 9 1-* 1-* * !body:g,!num_scan_inputs:i,scan_input_axes:I,scan_input_directions:I,scan_output_axes:I,scan_output_directions:I
Scatter: 9 3-3 1-1 111 axis:i; 11 3-3d 1-1 111 axis:i
ScatterElements: 11 3-3 1-1 111 axis:i; 16 3-3 1-1 111 axis:i,reduction:s
ScatterND: 11 3-3 1-1 111; 16 3-3 1-1 111 reduction:s
Selu: 1 1-1 1-1 1 alpha:f,consumed_inputs:I,gamma:f; 6 1-1 1-1 1 alpha:f,gamma:f
SequenceAt: 11 2-2 1-1 11
SequenceConstruct: 11 1-* 1-1 *
SequenceEmpty: 11 0-0 1-1 - dtype:i
SequenceErase: 11 1-2 1-1 1?
SequenceInsert: 11 2-3 1-1 11?
SequenceLength: 11 1-1 1-1 1
SequenceMap: 17 1-* 1-* 1* !body:g
Shape: 1 1-1 1-1 1; 15 1-1 1-1 1 end:i,start:i
Shrink: 9 1-1 1-1 1 bias:f,lambd:f
Sigmoid: 1 1-1 1-1 1 consumed_inputs:I; 6 1-1 1-1 1
Sign: 9 1-1 1-1 1
Sin: 7 1-1 1-1 1
Sinh: 9 1-1 1-1 1
Size: 1 1-1 1-1 1
Slice: 1 1-1 1-1 1 axes:I,!ends:I,!starts:I; 10 3-5 1-1 111??
Softmax: 1 1-1 1-1 1 axis:i
SoftmaxCrossEntropyLoss: 12 2-3 1-2 11? ignore_index:i,reduction:s
Softplus: 1 1-1 1-1 1
Softsign: 1 1-1 1-1 1
SpaceToDepth: 1 1-1 1-1 1 !blocksize:i; 28 1-1 1-1 1 !blocksize:i,mode:s
Split: 1 1-2 1-* 1? axis:i,split:I; 2 1-1 1-* 1 axis:i,split:I; 13 1-2 1-* 1? axis:i; 18 1-2 1-* 1? axis:i,num_outputs:i
SplitToSequence: 11 1-2 1-1 1? axis:i,keepdims:i
Sqrt: 1 1-1 1-1 1 consumed_inputs:I; 6 1-1 1-1 1
Squeeze: 1 1-1 1-1 1 axes:I; 13 1-2 1-1 1?
StringConcat: 20 2-2 1-1 11
StringNormalizer: 10 1-1 1-1 1 case_change_action:s,is_case_sensitive:i,locale:s,stopwords:S
StringSplit: 20 1-1 2-2 1 delimiter:s,maxsplit:i
Sub: 1 2-2 1-1 11 axis:i,broadcast:i,consumed_inputs:I; 6 2-2 1-1 11 axis:i,broadcast:i; 7 2-2 1-1 11
Sum: 1 1-* 1-1 * consumed_inputs:I; 6 1-* 1-1 *
SwiGLU: 28 2-2 1-1 11 alpha:f
Swish: 24 1-1 1-1 1 alpha:f
Tan: 7 1-1 1-1 1
Tanh: 1 1-1 1-1 1 consumed_inputs:I; 6 1-1 1-1 1
TensorScatter: 24 2-3 1-1 11? axis:i,mode:s
TfIdfVectorizer: 9 1-1 1-1 1 !max_gram_length:i,!max_skip_count:i,!min_gram_length:i,!mode:s,!ngram_counts:I,!ngram_indexes:I,pool_int64s:I,pool_strings:S,weights:F
ThresholdedRelu: 10 1-1 1-1 1 alpha:f
Tile: 1 3-3 1-1 111; 6 2-2 1-1 11
TopK: 1 1-1 2-2 1 axis:i,!k:i; 10 2-2 2-2 11 axis:i; 11 2-2 2-2 11 axis:i,largest:i,sorted:i
Transpose: 1 1-1 1-1 1 perm:I
Trilu: 14 1-2 1-1 1? upper:i
Unique: 11 1-1 1-4 1 axis:i,sorted:i
Unsqueeze: 1 1-1 1-1 1 !axes:I; 13 2-2 1-1 11
Upsample: 1 1-1 1-1 1 !height_scale:f,mode:s,!width_scale:f; 7 1-1 1-1 1 mode:s,!scales:F; 9 2-2 1-1 11 mode:s; 10 2-2d 1-1 11 mode:s
Where: 9 3-3 1-1 111
Xor: 1 2-2 1-1 11 axis:i,broadcast:i; 7 2-2 1-1 11
ml.ArrayFeatureExtractor: 1 2-2 1-1 11
ml.Binarizer: 1 1-1 1-1 1 threshold:f
ml.CastMap: 1 1-1 1-1 1 cast_to:s,map_form:s,max_map:i
ml.CategoryMapper: 1 1-1 1-1 1 cats_int64s:I,cats_strings:S,default_int64:i,default_string:s
ml.DictVectorizer: 1 1-1 1-1 1 int64_vocabulary:I,string_vocabulary:S
ml.FeatureVectorizer: 1 1-* 1-1 * inputdimensions:I
ml.Imputer: 1 1-1 1-1 1 imputed_value_floats:F,imputed_value_int64s:I,replaced_value_float:f,replaced_value_int64:i
ml.LabelEncoder: 1 1-1 1-1 1 classes_strings:S,default_int64:i,default_string:s; 2 1-1 1-1 1 default_float:f,default_int64:i,default_string:s,keys_floats:F,keys_int64s:I,keys_strings:S,values_floats:F,values_int64s:I,values_strings:S; 4 1-1 1-1 1 default_float:f,default_int64:i,default_string:s,default_tensor:t,keys_floats:F,keys_int64s:I,keys_strings:S,keys_tensor:t,values_floats:F,values_int64s:I,values_strings:S,values_tensor:t
ml.LinearClassifier: 1 1-1 2-2 1 classlabels_ints:I,classlabels_strings:S,!coefficients:F,intercepts:F,multi_class:i,post_transform:s
ml.LinearRegressor: 1 1-1 1-1 1 coefficients:F,intercepts:F,post_transform:s,targets:i
ml.Normalizer: 1 1-1 1-1 1 norm:s
ml.OneHotEncoder: 1 1-1 1-1 1 cats_int64s:I,cats_strings:S,zeros:i
ml.SVMClassifier: 1 1-1 2-2 1 classlabels_ints:I,classlabels_strings:S,coefficients:F,kernel_params:F,kernel_type:s,post_transform:s,prob_a:F,prob_b:F,rho:F,support_vectors:F,vectors_per_class:I
ml.SVMRegressor: 1 1-1 1-1 1 coefficients:F,kernel_params:F,kernel_type:s,n_supports:i,one_class:i,post_transform:s,rho:F,support_vectors:F
ml.Scaler: 1 1-1 1-1 1 offset:F,scale:F
ml.TreeEnsemble: 5 1-1 1-1 1 aggregate_function:i,!leaf_targetids:I,!leaf_weights:t,membership_values:t,n_targets:i,!nodes_falseleafs:I,!nodes_falsenodeids:I,!nodes_featureids:I,nodes_hitrates:t,nodes_missing_value_tracks_true:I,!nodes_modes:t,!nodes_splits:t,!nodes_trueleafs:I,!nodes_truenodeids:I,post_transform:i,!tree_roots:I
ml.TreeEnsembleClassifier: 1 1-1 2-2 1 base_values:F,class_ids:I,class_nodeids:I,class_treeids:I,class_weights:F,classlabels_int64s:I,classlabels_strings:S,nodes_falsenodeids:I,nodes_featureids:I,nodes_hitrates:F,nodes_missing_value_tracks_true:I,nodes_modes:S,nodes_nodeids:I,nodes_treeids:I,nodes_truenodeids:I,nodes_values:F,post_transform:s; 3 1-1 2-2 1 base_values:F,base_values_as_tensor:t,class_ids:I,class_nodeids:I,class_treeids:I,class_weights:F,class_weights_as_tensor:t,classlabels_int64s:I,classlabels_strings:S,nodes_falsenodeids:I,nodes_featureids:I,nodes_hitrates:F,nodes_hitrates_as_tensor:t,nodes_missing_value_tracks_true:I,nodes_modes:S,nodes_nodeids:I,nodes_treeids:I,nodes_truenodeids:I,nodes_values:F,nodes_values_as_tensor:t,post_transform:s; 5 1-1d 2-2 1 base_values:F,base_values_as_tensor:t,class_ids:I,class_nodeids:I,class_treeids:I,class_weights:F,class_weights_as_tensor:t,classlabels_int64s:I,classlabels_strings:S,nodes_falsenodeids:I,nodes_featureids:I,nodes_hitrates:F,nodes_hitrates_as_tensor:t,nodes_missing_value_tracks_true:I,nodes_modes:S,nodes_nodeids:I,nodes_treeids:I,nodes_truenodeids:I,nodes_values:F,nodes_values_as_tensor:t,post_transform:s
ml.TreeEnsembleRegressor: 1 1-1 1-1 1 aggregate_function:s,base_values:F,n_targets:i,nodes_falsenodeids:I,nodes_featureids:I,nodes_hitrates:F,nodes_missing_value_tracks_true:I,nodes_modes:S,nodes_nodeids:I,nodes_treeids:I,nodes_truenodeids:I,nodes_values:F,post_transform:s,target_ids:I,target_nodeids:I,target_treeids:I,target_weights:F; 3 1-1 1-1 1 aggregate_function:s,base_values:F,base_values_as_tensor:t,n_targets:i,nodes_falsenodeids:I,nodes_featureids:I,nodes_hitrates:F,nodes_hitrates_as_tensor:t,nodes_missing_value_tracks_true:I,nodes_modes:S,nodes_nodeids:I,nodes_treeids:I,nodes_truenodeids:I,nodes_values:F,nodes_values_as_tensor:t,post_transform:s,target_ids:I,target_nodeids:I,target_treeids:I,target_weights:F,target_weights_as_tensor:t; 5 1-1d 1-1 1 aggregate_function:s,base_values:F,base_values_as_tensor:t,n_targets:i,nodes_falsenodeids:I,nodes_featureids:I,nodes_hitrates:F,nodes_hitrates_as_tensor:t,nodes_missing_value_tracks_true:I,nodes_modes:S,nodes_nodeids:I,nodes_treeids:I,nodes_truenodeids:I,nodes_values:F,nodes_values_as_tensor:t,post_transform:s,target_ids:I,target_nodeids:I,target_treeids:I,target_weights:F,target_weights_as_tensor:t
ml.ZipMap: 1 1-1 1-1 1 classlabels_int64s:I,classlabels_strings:S
`;

/** The newest operator sets that the table knows. */
export const NEWEST: ReadonlyMap<string, number> = new Map([
  ['', 28],
  ['ai.onnx.ml', 5],
]);

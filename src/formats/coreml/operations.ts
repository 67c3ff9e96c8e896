/**
 * Operations of Apple's intermediate language with what each is given, `?` where it may be left out (coremltools 9.0,
 * converters/mil/mil/ops/defs, all opsets together). What a constant holds is an attribute, and so is what older opsets
 * gave to `constexpr` operations.
 */
const TABLE = `
abs x
acos x
add x y
affine align_corners coordinates_mode output_height output_width padding_mode padding_value sampling_mode transform_matrix x
argsort x ascending? axis?
asin x
atan x
atanh x
avg_pool kernel_sizes pad_type x ceil_mode? exclude_padding_from_average? pad? strides?
band_part x lower? upper?
batch_norm mean variance x beta? epsilon? gamma?
batch_to_space block_shape crops x
cast dtype x
ceil x
clamped_relu alpha beta x
classify classes probabilities
clip alpha beta x
concat axis values interleave?
cond pred
const
constexpr_affine_dequantize axis? quantized_data? scale? zero_point?
constexpr_blockwise_shift_scale data? scale? offset?
constexpr_cast output_dtype? source_val?
constexpr_lut_to_dense indices? lut? shape? vector_axis?
constexpr_lut_to_sparse indices_mask? indices_nonzero_data? lut? vector_axis?
constexpr_sparse_blockwise_shift_scale data_mask? nonzero_data? scale? offset?
constexpr_sparse_to_dense mask? nonzero_data? shape?
conv weight x bias? dilations? groups? pad? pad_type? strides?
conv_quantized quant_bias quant_scale quantization_type weight x bias? dilations? groups? nbits? pad? pad_type? strides?
conv_transpose weight x bias? dilations? groups? output_shape? pad? pad_type? strides?
cos x
cosh x
crop crop_height crop_width x
crop_resize x box_coordinate_mode? box_indices? boxes? normalized_coordinates? pad_value? roi? sampling_mode? spatial_scale? target_height? target_width?
cumsum x axis? exclusive? reverse?
depth_to_space block_size x
dequantize input scale axis? zero_point?
einsum equation values
elu alpha x
equal x y
erf x
exp x
exp2 x
expand_dims axes x
fill shape value?
fill_like ref_tensor value?
flatten2d x axis?
floor x
floor_div x y
gather indices x axis? batch_dims? validate_indices?
gather_along_axis indices x axis? validate_indices?
gather_nd indices x batch_dims? validate_indices?
gelu x mode?
greater x y
greater_equal x y
gru initial_h weight_hh weight_ih x activation? bias? direction? input_bias? output_sequence? recurrent_activation? reset_after?
identity x
instance_norm x beta? epsilon? gamma?
inverse x epsilon?
l2_norm x epsilon?
l2_pool kernel_sizes pad_type x ceil_mode? pad? strides?
layer_norm x axes? beta? epsilon? gamma?
leaky_relu alpha x
less x y
less_equal x y
linear weight x bias?
linear_activation alpha beta x
list_gather indices ls
list_length ls
list_read index ls
list_scatter indices ls value
list_write index ls value
local_response_norm size x alpha? beta? k?
log x epsilon?
logical_and x y
logical_not x
logical_or x y
logical_xor x y
lstm initial_c initial_h weight_hh weight_ih x activation? bias? bias_back? cell_activation? clip? direction? output_sequence? peephole? peephole_back? recurrent_activation? weight_hh_back? weight_ih_back?
make_list elem_shape dtype? dynamic_length? init_length?
matmul x y transpose_x? transpose_y?
max_pool kernel_sizes pad_type x ceil_mode? pad? strides?
maximum x y
minimum x y
mod x y
mul x y
non_maximum_suppression boxes iou_threshold max_boxes scores per_class_suppression? score_threshold?
non_zero x
not_equal x y
one_hot indices one_hot_vector_size axis? off_value? on_value?
pad pad x constant_val? mode?
pixel_buffer_to_tensor input?
pixel_shuffle upscale_factor x
pixel_unshuffle downscale_factor x
pow x y
prelu alpha x
quantize input output_dtype scale axis? zero_point?
random_bernoulli shape prob? seed?
random_categorical x mode? seed? size?
random_normal shape mean? seed? stddev?
random_uniform shape high? low? seed?
range_1d end start step
read_state input
real_div x y
reduce_argmax x axis? keep_dims? output_dtype?
reduce_argmin x axis? keep_dims? output_dtype?
reduce_l1_norm x axes? keep_dims?
reduce_l2_norm x axes? keep_dims?
reduce_log_sum x axes? keep_dims?
reduce_log_sum_exp x axes? keep_dims?
reduce_max x axes? keep_dims?
reduce_mean x axes? keep_dims?
reduce_min x axes? keep_dims?
reduce_prod x axes? keep_dims?
reduce_sum x axes? keep_dims?
reduce_sum_square x axes? keep_dims?
relu x
relu6 x
resample align_corners coordinates coordinates_mode padding_mode padding_value sampling_mode x
reshape shape x
reshape_like begins end_masks ends ref_tensors x
resize resized_dims shape x interpolation_mode? sampling_mode?
resize_bilinear x sampling_mode? target_size_height? target_size_width?
resize_nearest_neighbor target_size_height target_size_width x
reverse x axes?
reverse_sequence lengths x batch_axis? seq_axis?
rnn initial_h weight_hh weight_ih x activation? bias? direction? output_sequence?
round x
rsqrt x epsilon?
scaled_dot_product_attention key query value attn_mask?
scaled_tanh alpha beta x
scatter data indices updates axis? mode? validate_indices?
scatter_along_axis data indices updates axis? mode? validate_indices?
scatter_nd data indices updates mode? validate_indices?
select a b cond
shape x
sigmoid x
sigmoid_hard alpha beta x
sign x
silu x
sin x
sinh x
slice_by_index begin end x begin_mask? end_mask? squeeze_mask? stride?
slice_by_size begin size x
slice_update begin end update x begin_mask? end_mask? squeeze_mask? stride?
sliding_windows axis size x stride?
softmax x axis?
softplus x
softplus_parametric alpha beta x
softsign x
space_to_batch block_shape paddings x
space_to_depth block_size x
split axis x num_splits? split_sizes?
sqrt x
square x
squeeze x axes?
stack axis values
sub x y
tan x
tanh x
tensor_buffer_to_tensor input
tensor_to_pixel_buffer input?
tensor_to_tensor_buffer input?
threshold alpha x
thresholded_relu alpha x
tile reps x
topk x ascending? axis? k? output_indices_dtype? return_indices? sort?
transpose perm x
upsample_bilinear x align_corners? half_pixel_centers? scale_factor_height? scale_factor_width?
upsample_nearest_neighbor x scale_factor_height? scale_factor_width?
while_loop loop_vars
write_state input data
`;

export interface Given {
  readonly needed: readonly string[];
  readonly known: ReadonlySet<string>;
}

export const OPERATIONS: ReadonlyMap<string, Given> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [name = '', ...inputs] = line.split(' ');
      const needed = inputs.filter((input) => !input.endsWith('?'));
      return [name, { needed, known: new Set(inputs.map((input) => input.replace('?', ''))) }];
    }),
);

/** Operations whose result is of the type of `x`. */
export const SAME_AS_X: ReadonlySet<string> = new Set(
  (
    'abs acos asin atan atanh batch_norm ceil clamped_relu clip cos cosh cumsum elu erf exp exp2 floor gelu identity ' +
    'instance_norm inverse l2_norm layer_norm leaky_relu linear_activation local_response_norm log prelu relu relu6 reverse ' +
    'round rsqrt scaled_tanh sigmoid sigmoid_hard sign silu sin sinh softmax softplus softplus_parametric softsign sqrt ' +
    'square tan tanh threshold thresholded_relu'
  ).split(' '),
);

/** Operations of two operands whose sides are drawn to each other. */
export const OF_TWO: ReadonlySet<string> = new Set('add sub mul real_div maximum minimum pow mod floor_div'.split(' '));

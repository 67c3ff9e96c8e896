import { words } from './words.ts';

/**
 * What graphs compute with: functions of PyTorch that are also methods of tensors, without the sign of those that work in place
 * (`torch._C._VariableFunctions`, `torch.Tensor` and `torch.functional` of 2.15). None opens a file, as `from_file` does, calls what it
 * is given, as `apply_` does, or leads out of tensors, as `numpy` does.
 */
export const TENSOR_FUNCTIONS: ReadonlySet<string> = new Set(
  words(`
  abs absolute acos acosh adaptive_avg_pool1d adaptive_max_pool1d add addbmm addcdiv addcmul addmm addmv addr adjoint
  affine_grid_generator alias_copy all allclose alpha_dropout amax amin aminmax angle any arange arccos arccosh arcsin arcsinh
  arctan arctan2 arctanh argmax argmin argsort argwhere as_strided as_strided_copy as_strided_scatter as_tensor asarray asin
  asinh atan atan2 atanh atleast_1d atleast_2d atleast_3d avg_pool1d baddbmm bartlett_window batch_norm
  batch_norm_backward_elemt batch_norm_backward_reduce batch_norm_elemt batch_norm_gather_stats
  batch_norm_gather_stats_with_counts batch_norm_stats batch_norm_update_stats bernoulli bfloat16 bilinear
  binary_cross_entropy_with_logits bincount binomial bitwise_and bitwise_left_shift bitwise_not bitwise_or bitwise_right_shift
  bitwise_xor blackman_window block_diag bmm bool broadcast_shapes broadcast_tensors broadcast_to bucketize byte can_cast
  cartesian_prod cat cauchy ccol_indices ccol_indices_copy cdist cdouble ceil celu cfloat chain_matmul chalf channel_shuffle
  char cholesky cholesky_inverse cholesky_solve choose_qparams_optimized chunk clamp clamp_max clamp_min clip clone coalesce
  col_indices col_indices_copy column_stack combinations complex concat concatenate conj conj_physical constant_pad_nd
  contiguous conv1d conv2d conv3d conv_tbc conv_transpose1d conv_transpose2d conv_transpose3d convolution copy copysign
  corrcoef cos cosh cosine_embedding_loss cosine_similarity count_nonzero cov cpu cross crow_indices crow_indices_copy
  ctc_loss cuda cudnn_affine_grid_generator cudnn_batch_norm cudnn_convolution cudnn_convolution_add_relu
  cudnn_convolution_relu cudnn_convolution_transpose cudnn_grid_sampler cudnn_is_acceptable cummax cummin cumprod cumsum
  cumulative_trapezoid deg2rad dense_dim dequantize det detach detach_copy diag diag_embed diagflat diagonal diagonal_copy
  diagonal_scatter diff digamma dim dim_order dist div divide dot double dropout dsmm dsplit dstack eig einsum element_size
  embedding embedding_bag embedding_renorm empty empty_like empty_permuted empty_quantized empty_strided eq equal erf erfc
  erfinv exp exp2 expand expand_as expand_copy expm1 exponential eye fake_quantize_per_channel_affine
  fake_quantize_per_tensor_affine fbgemm_linear_fp16_weight fbgemm_linear_fp16_weight_fp32_activation
  fbgemm_linear_int8_weight fbgemm_linear_int8_weight_fp32_activation fbgemm_linear_quantize_weight
  fbgemm_pack_gemm_matrix_fp16 fbgemm_pack_quantized_matrix feature_alpha_dropout feature_dropout fill fill_diagonal fix
  flatten flip fliplr flipud float float_power floor floor_divide fmax fmin fmod frac frexp frobenius_norm frombuffer full
  full_like fused_moving_avg_obs_fake_quant gather gcd ge geometric geqrf ger get_device gradient greater greater_equal
  grid_sampler grid_sampler_2d grid_sampler_3d group_norm gru gru_cell gt half hamming_window hann_window hardshrink
  hash_tensor heaviside hinge_embedding_loss histc histogram histogramdd hsplit hspmm hstack hypot i0 igamma igammac imag
  index index_add index_copy index_fill index_put index_reduce index_select indices indices_copy inner instance_norm int
  int_repr inverse is_coalesced is_complex is_conj is_contiguous is_distributed is_floating_point is_inference is_neg
  is_nonzero is_pinned is_same_size is_shared is_signed is_vulkan_available isclose isfinite isin isinf isnan isneginf
  isposinf isreal istft item kaiser_window kl_div kron kthvalue layer_norm lcm ldexp le lerp less less_equal lgamma linspace
  log log10 log1p log2 log_normal log_softmax logaddexp logaddexp2 logcumsumexp logdet logical_and logical_not logical_or
  logical_xor logit logspace logsumexp long lstm lstm_cell lstsq lt lu lu_solve lu_unpack map2 margin_ranking_loss masked_fill
  masked_scatter masked_select matmul matrix_exp matrix_power max max_pool1d max_pool1d_with_indices max_pool2d max_pool3d
  maximum mean median meshgrid min minimum miopen_batch_norm miopen_convolution miopen_convolution_add_relu
  miopen_convolution_relu miopen_convolution_transpose miopen_ctc_loss miopen_depthwise_convolution miopen_rnn
  mkldnn_adaptive_avg_pool2d mkldnn_convolution mkldnn_linear_backward_weights mkldnn_max_pool2d mkldnn_max_pool3d
  mkldnn_rnn_layer mm mode moveaxis movedim msort mul multinomial multiply mv mvlgamma nan_to_num nanmean nanmedian
  nanquantile nansum narrow narrow_copy native_batch_norm native_channel_shuffle native_dropout native_group_norm
  native_layer_norm native_norm ndimension ne neg negative nelement new_empty new_empty_strided new_full new_ones new_tensor
  new_zeros nextafter nonzero nonzero_static norm norm_except_dim normal not_equal nuclear_norm numel ones ones_like orgqr
  ormqr outer pairwise_distance pca_lowrank pdist permute permute_copy pinverse pixel_shuffle pixel_unshuffle poisson
  poisson_nll_loss polar polygamma positive pow prelu prod promote_types put q_per_channel_axis q_per_channel_scales
  q_per_channel_zero_points q_scale q_zero_point qr qscheme quantile quantize_per_channel quantize_per_tensor
  quantize_per_tensor_dynamic quantized_batch_norm quantized_gru_cell quantized_lstm_cell quantized_max_pool1d
  quantized_max_pool2d quantized_max_pool3d quantized_rnn_relu_cell quantized_rnn_tanh_cell rad2deg rand rand_like randint
  randint_like randn randn_like random randperm range ravel real reciprocal relu remainder renorm repeat repeat_interleave
  requires_grad reshape reshape_as resize resize_as_sparse resolve_conj resolve_neg result_type rms_norm rnn_relu
  rnn_relu_cell rnn_tanh rnn_tanh_cell roll rot90 round row_indices row_indices_copy row_stack rrelu rsqrt rsub saddmm
  scalar_tensor scatter scatter_add scatter_reduce searchsorted segment_reduce select select_copy select_scatter selu sgn
  short sigmoid sign signbit sin sinc sinh size slice_copy slice_inverse slice_scatter slogdet smm softmax solve sort
  sparse_bsc_tensor sparse_bsr_tensor sparse_compressed_tensor sparse_coo_tensor sparse_csc_tensor sparse_csr_tensor
  sparse_dim sparse_mask sparse_resize sparse_resize_and_clear split split_copy split_with_sizes split_with_sizes_copy spmm
  sqrt square squeeze squeeze_copy sspaddmm stack std std_mean stft storage_offset stride sub subtract sum sum_to_size svd
  svd_lowrank swapaxes swapdims sym_constrain_range sym_constrain_range_for_size symeig t t_copy take take_along_dim tan tanh
  tensor tensor_split tensordot threshold tile to to_dense to_mkldnn to_padded_tensor to_sparse to_sparse_bsc to_sparse_bsr
  to_sparse_coo to_sparse_csc to_sparse_csr topk trace transpose transpose_copy trapezoid trapz triangular_solve tril
  tril_indices triplet_margin_loss triu triu_indices true_divide trunc type type_as unbind unbind_copy unflatten unfold
  unfold_copy uniform unique unique_consecutive unique_dim unravel_index unsafe_chunk unsafe_split unsafe_split_with_sizes
  unsqueeze unsqueeze_copy values values_copy vander var var_mean vdot view view_as view_as_complex view_as_complex_copy
  view_as_real view_as_real_copy view_copy vsplit vstack where xlogy zero zeros zeros_like
  einsum sym_float sym_int sym_ite sym_max sym_min sym_not sym_sqrt sym_sum tensor _assert
`),
);

/** Attributes of tensors that are read, and not called. */
export const TENSOR_ATTRIBUTES: ReadonlySet<string> = new Set(
  words(
    'shape dtype device ndim layout T mT H mH real imag grad data is_cuda is_sparse is_quantized requires_grad itemsize nbytes',
  ),
);

/** Types of elements, places and arrangements. */
export const TENSOR_TYPES: ReadonlySet<string> = new Set(
  words(`
  bfloat16 bool complex128 complex32 complex64 float16 float32 float64 float8_e4m3fn float8_e4m3fnuz float8_e5m2 float8_e5m2fnuz half
  float double int8 int16 int32 int64 int long short uint8 uint16 uint32 uint64 qint8 qint32 quint8 quint4x2 strided sparse_coo
  sparse_csr contiguous_format channels_last channels_last_3d preserve_format per_tensor_affine per_channel_affine
  Tensor Size device dtype
`),
);

/** Functions that graphs of torchvision's models keep whole (`torch.fx.wrap`), by their modules. */
export const WRAPPED: Readonly<Record<string, string>> = {
  'torchvision.ops.stochastic_depth': 'stochastic_depth',
  'torchvision.ops.roi_align': 'roi_align',
  'torchvision.ops.roi_pool': 'roi_pool',
  'torchvision.ops.ps_roi_align': 'ps_roi_align',
  'torchvision.ops.ps_roi_pool': 'ps_roi_pool',
  'torchvision.ops.deform_conv': 'deform_conv2d',
  'torchvision.ops.drop_block': 'drop_block2d drop_block3d',
  'torchvision.ops.boxes': 'nms batched_nms box_iou box_area box_convert clip_boxes_to_image',
  'torchvision.models.swin_transformer':
    'shifted_window_attention shifted_window_attention_v2 _patch_merging_pad _get_relative_position_bias',
  'torchvision.models.googlenet': 'GoogLeNetOutputs',
  'torchvision.models.inception': 'InceptionOutputs',
  'torchvision.models.maxvit': '_get_relative_position_index',
};

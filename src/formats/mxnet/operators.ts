/** What an operator of MXNet takes. */
export interface OperatorParameters {
  /** Inputs; null where attributes tell in a way of their own. */
  readonly inputs: number | 'counted' | null;
  /** The last input is left out with `no_bias`. */
  readonly bias: boolean;
  readonly forms: ReadonlyMap<string, Form>;
}

interface Form {
  readonly kind: string;
  readonly required: boolean;
}

/**
 * The operators that most networks are made of, as MXNet 1.9.1 tells of them (`MXSymbolGetAtomicSymbolInfo`): inputs,
 * then parameters with what they are, `!` where they may not be missing. `+` behind the inputs: the last is a bias; `n`: as
 * many as `num_args`; `?`: it depends. `i` whole number, `f` number, `b` truth, `s` shape, `e` a word, an `o` behind it: or None.
 */
const TABLE = `
FullyConnected 3+ num_hidden:i! no_bias:b flatten:b
Convolution 3+ kernel:s! stride:s dilate:s pad:s num_filter:i! num_group:i workspace:i no_bias:b cudnn_tune:e cudnn_off:b layout:e
Deconvolution 3+ kernel:s! stride:s dilate:s pad:s adj:s target_shape:s num_filter:i! num_group:i workspace:i no_bias:b cudnn_tune:e cudnn_off:b layout:e
BatchNorm 5 eps:f momentum:f fix_gamma:b use_global_stats:b output_mean_var:b axis:i cudnn_off:b min_calib_range:fo max_calib_range:fo
Activation 1 act_type:e!
Pooling 1 kernel:s pool_type:e global_pool:b cudnn_off:b pooling_convention:e stride:s pad:s p_value:io count_include_pad:bo layout:e
Flatten 1
Concat n num_args:i! dim:i
Reshape 1 shape:s reverse:b target_shape:s keep_highest:b
softmax ? axis:i temperature:fo dtype:e use_length:bo
log_softmax ? axis:i temperature:fo dtype:e use_length:bo
SoftmaxOutput 2 grad_scale:f ignore_label:f multi_output:b use_ignore:b preserve_shape:b normalization:e out_grad:b smooth_alpha:f
Embedding 2 input_dim:i! output_dim:i! dtype:e sparse_grad:b
LeakyReLU ? act_type:e slope:f lower_bound:f upper_bound:f
elemwise_add 2
elemwise_sub 2
elemwise_mul 2
elemwise_div 2
broadcast_add 2
broadcast_sub 2
broadcast_mul 2
broadcast_div 2
SliceChannel 1 num_outputs:i! axis:i squeeze_axis:b
slice_axis 1 axis:i! begin:i! end:io!
transpose 1 axes:s
expand_dims 1 axis:i!
mean 1 axis:so keepdims:b exclude:b
sum 1 axis:so keepdims:b exclude:b
clip 1 a_min:f! a_max:f!
LRN 1 alpha:f beta:f knorm:f nsize:i!
LayerNorm 3 axis:i eps:f output_mean_var:b
L2Normalization 1 eps:f mode:e
_zeros 0 shape:s ctx:e dtype:e
_ones 0 shape:s ctx:e dtype:e
RNN ? state_size:i! num_layers:i! bidirectional:b mode:e! p:f state_outputs:b projection_size:io lstm_state_clip_min:fo lstm_state_clip_max:fo lstm_state_clip_nan:b use_sequence_length:b
Pad 1 mode:e! pad_width:s! constant_value:f
stack n axis:i num_args:i!
add_n n num_args:i!
_foreach ? num_args:i! num_outputs:i! num_out_data:i! in_state_locs:s! in_data_locs:s! remain_locs:s!
`;

export const OPERATORS: ReadonlyMap<string, OperatorParameters> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [name = '', inputs = '', ...parameters] = line.split(' ');
      const forms = parameters.map((parameter): [string, Form] => {
        const [key = '', kind = ''] = parameter.split(':');
        return [key, { kind: kind.replace('!', ''), required: kind.endsWith('!') }];
      });
      const counted = inputs === 'n' ? 'counted' : Number.parseInt(inputs, 10);
      return [
        name,
        { inputs: Number.isNaN(counted) ? null : counted, bias: inputs.endsWith('+'), forms: new Map(forms) },
      ];
    }),
);

const WHOLE = /^-?\d{1,19}L?$/;
const NUMBER = /^[+-]?(?:\d{1,40}\.?\d{0,40}|\.\d{1,40}|inf|nan)(?:[eE][+-]?\d{1,5})?$/i;
const TRUTH = /^(?:true|false|0|1)$/i;
const WORD = /^[\w.()-]{1,64}$/;

/** Whether a parameter's text is what the operator takes; readers refuse others (dmlc, parameter.h). */
export function hasForm(kind: string, text: string): boolean {
  const value = text.trim();
  if (kind.endsWith('o') && value === 'None') return true;
  switch (kind.charAt(0)) {
    case 'i':
      return WHOLE.test(value);
    case 'f':
      return NUMBER.test(value);
    case 'b':
      return TRUTH.test(value);
    case 's':
      return isShape(value);
    default:
      return WORD.test(value);
  }
}

function isShape(value: string): boolean {
  const inner = /^[([]/.test(value) && /[)\]]$/.test(value) ? value.slice(1, -1).trim() : value;
  if (inner === '' || inner === 'None') return value !== '';
  return inner.split(',').every((side, index, all) => {
    const trimmed = side.trim();
    return WHOLE.test(trimmed) || trimmed === 'None' || (trimmed === '' && index === all.length - 1 && index > 0);
  });
}

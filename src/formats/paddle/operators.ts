/**
 * What the operators that most networks are made of cannot do without: inputs, and behind the arrow outputs (Paddle 3.3,
 * paddle/phi/ops/yaml/op_compat.yaml). More may stand beside them.
 */
const TABLE = `
feed X > Out
fetch X > Out
relu,relu6,sigmoid,tanh,gelu,softmax,log_softmax,exp,sqrt,rsqrt,log,abs,square,floor,leaky_relu,hard_swish,hard_sigmoid,hardswish,swish,silu,mish,elu,scale,cast,assign,clip,pool2d,dropout,reshape2,transpose2,squeeze2,unsqueeze2,flatten2,flatten_contiguous_range,concat,split,stack,sum,reduce_mean,reduce_sum,reduce_max,reduce_min,arg_max,arg_min,tile,expand_v2,pad3d,top_k_v2,nearest_interp_v2,bilinear_interp_v2,logical_not,increment X > Out
elementwise_add,elementwise_sub,elementwise_mul,elementwise_div,elementwise_pow,elementwise_max,elementwise_min,mul,matmul,matmul_v2,bmm,less_than,less_equal,greater_than,greater_equal,equal,not_equal,logical_and,logical_or,gather X > Out
elementwise_add,elementwise_sub,elementwise_mul,elementwise_div,elementwise_pow,elementwise_max,elementwise_min,mul,matmul,matmul_v2,bmm,less_than,less_equal,greater_than,greater_equal,equal,not_equal,logical_and,logical_or Y >
gather Index >
conv2d,depthwise_conv2d,conv2d_transpose,conv3d Input Filter > Output
batch_norm X Scale Bias Mean Variance > Y
layer_norm,instance_norm X > Y
lookup_table,lookup_table_v2 W Ids > Out
slice,shape Input > Out
fill_constant > Out
while Condition > StepScopes
prelu X Alpha > Out
`;

export interface Ends {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

export const ENDS: ReadonlyMap<string, Ends> = endsOf();

function endsOf(): ReadonlyMap<string, Ends> {
  const found = new Map<string, Ends>();
  for (const line of TABLE.trim().split('\n')) {
    const [names = '', ...words] = line.split(' ');
    const arrow = words.indexOf('>');
    for (const name of names.split(',')) {
      const before = found.get(name);
      found.set(name, {
        inputs: [...(before?.inputs ?? []), ...words.slice(0, arrow)],
        outputs: [...(before?.outputs ?? []), ...words.slice(arrow + 1)],
      });
    }
  }
  return found;
}

/** Of these attributes, which every operator may have, the type (AttrType). */
export const COMMON: ReadonlyMap<string, number> = new Map([
  ['op_role', 0],
  ['op_device', 2],
  ['op_namescope', 2],
  ['op_callstack', 5],
  ['op_role_var', 5],
  ['with_quant_attr', 6],
]);

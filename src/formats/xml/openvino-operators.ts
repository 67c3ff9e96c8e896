/** How many inputs operators take that take always as many (docs.openvino.ai, 'Operation specifications'). */
export const INPUTS: ReadonlyMap<string, number> = new Map(
  `
  0 Parameter Const Constant
  1 Result ReLU Sigmoid Tanh Exp Log Sqrt Abs Negative Floor Ceiling Sin Cos Erf Elu HSwish HSigmoid SoftPlus Mish Clamp SoftMax LogSoftmax
  1 LogicalNot Convert ShapeOf MaxPool AvgPool LRN DepthToSpace SpaceToDepth Softmax
  2 Add Subtract Multiply Divide Power Maximum Minimum Mod FloorMod SquaredDifference MatMul Equal NotEqual Less LessEqual Greater GreaterEqual
  2 LogicalAnd LogicalOr LogicalXor Reshape Transpose Convolution GroupConvolution ReduceMean ReduceSum ReduceMax ReduceMin ReduceProd
  2 PReLU Split Broadcast2 Tile ConvertLike
  3 Gather VariadicSplit Select TopK3 Range
  `
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [count = '', ...types] = line.trim().split(' ');
      return types.map((type): [string, number] => [type, Number(count)]);
    }),
);

/** What operators cannot do without. */
const NEEDED: ReadonlyMap<string, readonly string[]> = new Map([
  ['Parameter', ['shape', 'element_type']],
  ['Const', ['shape', 'element_type', 'offset', 'size']],
  ['Convolution', ['strides', 'dilations', 'pads_begin', 'pads_end']],
  ['GroupConvolution', ['strides', 'dilations', 'pads_begin', 'pads_end']],
  ['MaxPool', ['strides', 'pads_begin', 'pads_end', 'kernel']],
  ['AvgPool', ['strides', 'pads_begin', 'pads_end', 'kernel']],
  ['Concat', ['axis']],
  ['Split', ['num_splits']],
  ['Convert', ['destination_type']],
]);

const WHOLE = /^-?\d{1,10}$/;
const COUNT = /^\d{1,10}$/;
const TRUTH = /^(?:true|false|0|1|yes|no)$/i;
const TYPE =
  /^(?:boolean|bf16|string|dynamic|undefined|nf4|f4e2m1|f8e4m3|f8e5m2|f8e8m0|f(?:16|32|64)|i(?:4|8|16|32|64)|u(?:1|2|3|4|6|8|16|32|64))$/;
const ROUNDS = /^(?:floor|ceil|ceil_torch)$/i;
const CASTS = /^(?:none|numpy|pdpd|explicit|bidirectional)$/i;
const PADS = /^(?:explicit|same_upper|same_lower|valid|notset)$/i;

/** Of attributes whose form is the same in every operator: whether a value has it. */
const FORMS: ReadonlyMap<string, (value: string) => boolean> = new Map<string, (value: string) => boolean>([
  ['element_type', (value) => TYPE.test(value)],
  ['destination_type', (value) => TYPE.test(value)],
  ['index_element_type', (value) => TYPE.test(value)],
  ['output_type', (value) => TYPE.test(value)],
  ['strides', (value) => areAll(value, COUNT)],
  ['dilations', (value) => areAll(value, COUNT)],
  ['kernel', (value) => areAll(value, COUNT)],
  ['pads_begin', (value) => areAll(value, WHOLE)],
  ['pads_end', (value) => areAll(value, WHOLE)],
  ['axis', (value) => WHOLE.test(value)],
  ['batch_dims', (value) => WHOLE.test(value)],
  ['num_splits', (value) => COUNT.test(value) && Number(value) > 0],
  ['keep_dims', (value) => TRUTH.test(value)],
  ['transpose_a', (value) => TRUTH.test(value)],
  ['transpose_b', (value) => TRUTH.test(value)],
  ['special_zero', (value) => TRUTH.test(value)],
  ['rounding_type', (value) => ROUNDS.test(value)],
  ['auto_broadcast', (value) => CASTS.test(value)],
  ['auto_pad', (value) => PADS.test(value)],
]);

const SIDE = /^(?:-1|\?|\d{1,19}|\d{0,19}\.\.\d{0,19})$/;
const SHAPED: ReadonlySet<string> = new Set(['Parameter', 'Const']);

/** What is wrong with the attributes of a layer, or null. */
export function brokenAttributes(type: string, attributes: ReadonlyMap<string, string>): string | null {
  const missing = (NEEDED.get(type) ?? []).find((key) => !attributes.has(key));
  if (missing !== undefined) return `no ${missing}`;
  for (const [key, value] of attributes) if (FORMS.get(key)?.(value.trim()) === false) return `an odd ${key}`;
  const shape = SHAPED.has(type) ? (attributes.get('shape') ?? '').trim() : '';
  const sides = shape === '' || shape === '...' ? [] : shape.split(',').map((side) => side.trim());
  return sides.every((side) => SIDE.test(side)) ? null : 'an odd shape';
}

function areAll(value: string, form: RegExp): boolean {
  return value === '' || value.split(',').every((part) => form.test(part.trim()));
}

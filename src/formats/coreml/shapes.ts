import { type FieldShape, INTEGER, longText, type MessageShape, nested, STRING } from '../protobuf/shape.ts';
import { messageShape } from './messages.ts';

/** What is wanted of Core ML's messages (apple/coremltools 9.0, mlmodel/format): custom classes, linked models, files. */

const PATH = 64 * 1024;

export const CUSTOM_LAYER: MessageShape = messageShape('CustomLayerParams', { 10: STRING });

const BRANCH: MessageShape = messageShape('BranchLayerParams', { 1: nested(() => NETWORK), 2: nested(() => NETWORK) });
const LOOP: MessageShape = messageShape('LoopLayerParams', { 3: nested(() => NETWORK), 4: nested(() => NETWORK) });

export const LAYER: MessageShape = messageShape('NeuralNetworkLayer', {
  500: nested(() => CUSTOM_LAYER),
  605: nested(() => BRANCH),
  615: nested(() => LOOP),
});

const LAYERS = { 1: nested(() => LAYER) };
const NETWORK: MessageShape = messageShape('NeuralNetwork', LAYERS);
const REGRESSOR: MessageShape = messageShape('NeuralNetworkRegressor', LAYERS);
const CLASSIFIER: MessageShape = messageShape('NeuralNetworkClassifier', LAYERS);

export const BLOB: MessageShape = messageShape('MILSpec.Value.BlobFileValue', { 1: longText(PATH), 2: INTEGER });
const CONSTANT_SIDE: MessageShape = messageShape('MILSpec.Dimension.ConstantDimension', { 1: INTEGER });
const SIDE: MessageShape = messageShape('MILSpec.Dimension', { 1: nested(() => CONSTANT_SIDE) });
const TENSOR_ATTRIBUTE: MessageShape = messageShape('MILSpec.TensorType.AttributesEntry', { 2: nested(() => VALUE) });
export const TENSOR_TYPE: MessageShape = messageShape('MILSpec.TensorType', {
  1: INTEGER,
  2: INTEGER,
  3: nested(() => SIDE),
  4: nested(() => TENSOR_ATTRIBUTE),
});
const LIST_TYPE: MessageShape = messageShape('MILSpec.ListType', { 1: nested(() => TYPE) });
const TUPLE_TYPE: MessageShape = messageShape('MILSpec.TupleType', { 1: nested(() => TYPE) });
const DICTIONARY_TYPE: MessageShape = messageShape('MILSpec.DictionaryType', {
  1: nested(() => TYPE),
  2: nested(() => TYPE),
});
const STATE_TYPE: MessageShape = messageShape('MILSpec.StateType', { 1: nested(() => TYPE) });
export const TYPE: MessageShape = messageShape('MILSpec.ValueType', {
  1: nested(() => TENSOR_TYPE),
  2: nested(() => LIST_TYPE),
  3: nested(() => TUPLE_TYPE),
  4: nested(() => DICTIONARY_TYPE),
  5: nested(() => STATE_TYPE),
});
/** Values of which a tensor written out has some: by field, their width, or 0 where each is counted. */
const FEW: FieldShape = { kind: 'integer', keep: 4096 };
const VALUES_OF: readonly MessageShape[] = [
  messageShape('MILSpec.TensorValue.RepeatedFloats'),
  messageShape('MILSpec.TensorValue.RepeatedInts', { 1: FEW }),
  messageShape('MILSpec.TensorValue.RepeatedBools', { 1: FEW }),
  messageShape('MILSpec.TensorValue.RepeatedStrings', { 1: STRING }),
  messageShape('MILSpec.TensorValue.RepeatedLongInts', { 1: FEW }),
  messageShape('MILSpec.TensorValue.RepeatedDoubles'),
  messageShape('MILSpec.TensorValue.RepeatedBytes'),
];
const TENSOR_VALUE: MessageShape = messageShape(
  'MILSpec.TensorValue',
  Object.fromEntries(VALUES_OF.map((values, index) => [index + 1, nested(() => values)])),
);
const VALUES = { 1: nested(() => VALUE) };
const PAIR: MessageShape = messageShape('MILSpec.DictionaryValue.KeyValuePair', { ...VALUES, 2: nested(() => VALUE) });
const TUPLE: MessageShape = messageShape('MILSpec.TupleValue', VALUES);
const LIST: MessageShape = messageShape('MILSpec.ListValue', VALUES);
const DICTIONARY: MessageShape = messageShape('MILSpec.DictionaryValue', { 1: nested(() => PAIR) });
const IMMEDIATE: MessageShape = messageShape('MILSpec.Value.ImmediateValue', {
  1: nested(() => TENSOR_VALUE),
  2: nested(() => TUPLE),
  3: nested(() => LIST),
  4: nested(() => DICTIONARY),
});
export const VALUE: MessageShape = messageShape('MILSpec.Value', {
  2: nested(() => TYPE),
  3: nested(() => IMMEDIATE),
  5: nested(() => BLOB),
});
const VALUE_ENTRY = { 2: nested(() => VALUE) };
export const NAMED_TYPE: MessageShape = messageShape('MILSpec.NamedValueType', { 1: STRING, 2: nested(() => TYPE) });
const BLOCK_ATTRIBUTE: MessageShape = messageShape('MILSpec.Block.AttributesEntry', VALUE_ENTRY);
const FUNCTION_ATTRIBUTE: MessageShape = messageShape('MILSpec.Function.AttributesEntry', VALUE_ENTRY);
const OPERATION_ATTRIBUTE: MessageShape = messageShape('MILSpec.Operation.AttributesEntry', {
  1: STRING,
  ...VALUE_ENTRY,
});
const PROGRAM_ATTRIBUTE: MessageShape = messageShape('MILSpec.Program.AttributesEntry', VALUE_ENTRY);
export const BINDING: MessageShape = messageShape('MILSpec.Argument.Binding', { 1: STRING, ...VALUE_ENTRY });
const ARGUMENT: MessageShape = messageShape('MILSpec.Argument', { 1: nested(() => BINDING) });
const INPUT: MessageShape = messageShape('MILSpec.Operation.InputsEntry', { 1: STRING, 2: nested(() => ARGUMENT) });

export const OPERATION: MessageShape = messageShape('MILSpec.Operation', {
  1: STRING,
  2: nested(() => INPUT),
  3: nested(() => NAMED_TYPE),
  4: nested(() => BLOCK),
  5: nested(() => OPERATION_ATTRIBUTE),
});
export const BLOCK: MessageShape = messageShape('MILSpec.Block', {
  1: nested(() => NAMED_TYPE),
  2: STRING,
  3: nested(() => OPERATION),
  4: nested(() => BLOCK_ATTRIBUTE),
});
const SPECIALISED: MessageShape = messageShape('MILSpec.Function.BlockSpecializationsEntry', {
  1: STRING,
  2: nested(() => BLOCK),
});
export const FUNCTION: MessageShape = messageShape('MILSpec.Function', {
  1: nested(() => NAMED_TYPE),
  2: STRING,
  3: nested(() => SPECIALISED),
  4: nested(() => FUNCTION_ATTRIBUTE),
});
const NAMED_FUNCTION: MessageShape = messageShape('MILSpec.Program.FunctionsEntry', {
  1: STRING,
  2: nested(() => FUNCTION),
});
export const PROGRAM: MessageShape = messageShape('MILSpec.Program', {
  1: INTEGER,
  2: nested(() => NAMED_FUNCTION),
  4: nested(() => PROGRAM_ATTRIBUTE),
});

export const CUSTOM_MODEL: MessageShape = messageShape('CustomModel', { 10: STRING });

export const STRING_PARAMETER: MessageShape = messageShape('StringParameter', { 1: longText(PATH) });
export const LINKED_FILE: MessageShape = messageShape('LinkedModelFile', {
  1: nested(() => STRING_PARAMETER),
  2: nested(() => STRING_PARAMETER),
});
const LINKED_MODEL: MessageShape = messageShape('LinkedModel', { 1: nested(() => LINKED_FILE) });

const PIPELINE: MessageShape = messageShape('Pipeline', { 1: nested(() => MODEL) });
const STAGES = { 1: nested(() => PIPELINE) };
const PIPELINE_CLASSIFIER: MessageShape = messageShape('PipelineClassifier', STAGES);
const PIPELINE_REGRESSOR: MessageShape = messageShape('PipelineRegressor', STAGES);

export const MODEL: MessageShape = messageShape('Model', {
  1: INTEGER,
  200: nested(() => PIPELINE_CLASSIFIER),
  201: nested(() => PIPELINE_REGRESSOR),
  202: nested(() => PIPELINE),
  303: nested(() => REGRESSOR),
  403: nested(() => CLASSIFIER),
  500: nested(() => NETWORK),
  502: nested(() => PROGRAM),
  555: nested(() => CUSTOM_MODEL),
  556: nested(() => LINKED_MODEL),
});

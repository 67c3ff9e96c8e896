import {
  BYTES,
  entryOf,
  INTEGER,
  longText,
  type MessageShape,
  NUMBERS,
  nested,
  STRING,
  shapeOf,
} from '../protobuf/shape.ts';

/** Messages of ONNX (onnx/onnx.in.proto of release 1.23, IR version 13). What cannot name code or files is opaque. */

/** A location in full: a path that leaves the folder only at its end must not be cut. */
const LOCATION = 64 * 1024;

export const ENTRY: MessageShape = entryOf('StringStringEntryProto', longText(LOCATION));

export const TENSOR: MessageShape = shapeOf('TensorProto', {
  1: INTEGER,
  2: INTEGER,
  3: BYTES,
  4: NUMBERS,
  5: NUMBERS,
  6: BYTES,
  7: NUMBERS,
  8: STRING,
  9: BYTES,
  10: NUMBERS,
  11: NUMBERS,
  12: BYTES,
  13: nested(() => ENTRY),
  14: INTEGER,
  16: BYTES,
});

const SPARSE_TENSOR: MessageShape = shapeOf('SparseTensorProto', {
  1: nested(() => TENSOR),
  2: nested(() => TENSOR),
  3: INTEGER,
});

export const ATTRIBUTE: MessageShape = shapeOf('AttributeProto', {
  1: STRING,
  2: NUMBERS,
  3: INTEGER,
  4: STRING,
  5: nested(() => TENSOR),
  6: nested(() => GRAPH),
  7: NUMBERS,
  8: NUMBERS,
  9: BYTES,
  10: nested(() => TENSOR),
  11: nested(() => GRAPH),
  13: BYTES,
  14: BYTES,
  15: BYTES,
  20: INTEGER,
  21: BYTES,
  22: nested(() => SPARSE_TENSOR),
  23: nested(() => SPARSE_TENSOR),
});

export const NODE: MessageShape = shapeOf('NodeProto', {
  1: BYTES,
  2: BYTES,
  3: STRING,
  4: STRING,
  5: nested(() => ATTRIBUTE),
  6: BYTES,
  7: STRING,
  8: STRING,
  9: BYTES,
  10: BYTES,
});

export const GRAPH: MessageShape = shapeOf('GraphProto', {
  1: nested(() => NODE),
  2: STRING,
  5: nested(() => TENSOR),
  10: BYTES,
  11: BYTES,
  12: BYTES,
  13: BYTES,
  14: BYTES,
  15: nested(() => SPARSE_TENSOR),
  16: BYTES,
});

export const OPSET: MessageShape = shapeOf('OperatorSetIdProto', { 1: STRING, 2: INTEGER });

export const FUNCTION: MessageShape = shapeOf('FunctionProto', {
  1: STRING,
  2: INTEGER,
  3: INTEGER,
  4: BYTES,
  5: BYTES,
  6: BYTES,
  7: nested(() => NODE),
  8: BYTES,
  9: nested(() => OPSET),
  10: STRING,
  11: nested(() => ATTRIBUTE),
  12: BYTES,
  13: STRING,
  14: BYTES,
});

export const TRAINING: MessageShape = shapeOf('TrainingInfoProto', {
  1: nested(() => GRAPH),
  2: nested(() => GRAPH),
  3: BYTES,
  4: BYTES,
});

export const MODEL: MessageShape = shapeOf('ModelProto', {
  1: INTEGER,
  2: STRING,
  3: STRING,
  4: STRING,
  5: INTEGER,
  6: BYTES,
  7: nested(() => GRAPH),
  8: nested(() => OPSET),
  14: nested(() => ENTRY),
  20: nested(() => TRAINING),
  25: nested(() => FUNCTION),
  26: BYTES,
});

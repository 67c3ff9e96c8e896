import {
  BYTES,
  entryOf,
  firstTexts,
  INTEGER,
  longText,
  type MessageShape,
  NUMBERS,
  nested,
  RAW_TEXT,
  SCALAR,
  shapeOf,
  shortBytes,
  VARINTS,
} from '../protobuf/shape.ts';

/**
 * Messages of ONNX (onnx/onnx.in.proto of release 1.23, IR version 13). What cannot name code or
 * files is opaque. Its strings need not be UTF-8: its syntax is proto2, where libraries take any bytes.
 */

/** A location in full: a path that leaves the folder only at its end must not be cut. */
const LOCATION = 64 * 1024;

export const ENTRY: MessageShape = entryOf('StringStringEntryProto', longText(LOCATION));

const ENTRIES = nested(() => ENTRY);

const SEGMENT: MessageShape = shapeOf('TensorProto.Segment', { 1: NUMBERS, 2: NUMBERS });

/** Values of tensors that say how large others are: at most sixteen of eight bytes. */
const SIZES = 128;

export const TENSOR: MessageShape = shapeOf('TensorProto', {
  1: INTEGER,
  2: SCALAR,
  3: nested(() => SEGMENT),
  4: NUMBERS,
  5: { kind: 'opaque', wires: [0, 2], varints: true, kept: SIZES },
  6: BYTES,
  7: { kind: 'opaque', wires: [0, 2], varints: true, kept: SIZES },
  8: RAW_TEXT,
  9: shortBytes(SIZES),
  10: NUMBERS,
  11: VARINTS,
  12: RAW_TEXT,
  13: nested(() => ENTRY),
  14: SCALAR,
  16: ENTRIES,
});

export const SPARSE_TENSOR: MessageShape = shapeOf('SparseTensorProto', {
  1: nested(() => TENSOR),
  2: nested(() => TENSOR),
  3: INTEGER,
});

/** Numbers of an attribute that may be a shape. */
const FEW = 16;

export const ATTRIBUTE: MessageShape = shapeOf('AttributeProto', {
  1: RAW_TEXT,
  2: NUMBERS,
  3: SCALAR,
  4: RAW_TEXT,
  5: nested(() => TENSOR),
  6: nested(() => GRAPH),
  7: NUMBERS,
  8: { kind: 'integer', keep: FEW },
  9: BYTES,
  10: nested(() => TENSOR),
  11: nested(() => GRAPH),
  13: RAW_TEXT,
  14: nested(() => TYPE),
  15: nested(() => TYPE),
  20: SCALAR,
  21: BYTES,
  22: nested(() => SPARSE_TENSOR),
  23: nested(() => SPARSE_TENSOR),
});

/** Inputs and outputs of one node. */
const MOST_NAMES = 100_000;

export const NODE: MessageShape = shapeOf('NodeProto', {
  1: firstTexts(MOST_NAMES),
  2: firstTexts(MOST_NAMES),
  3: RAW_TEXT,
  4: RAW_TEXT,
  5: nested(() => ATTRIBUTE),
  6: RAW_TEXT,
  7: RAW_TEXT,
  8: RAW_TEXT,
  9: ENTRIES,
  10: BYTES,
});

export const GRAPH: MessageShape = shapeOf('GraphProto', {
  1: nested(() => NODE),
  2: RAW_TEXT,
  5: nested(() => TENSOR),
  10: RAW_TEXT,
  11: nested(() => INPUT),
  12: nested(() => OUTPUT),
  13: nested(() => VALUE_INFO),
  14: nested(() => ANNOTATION),
  15: nested(() => SPARSE_TENSOR),
  16: ENTRIES,
});

export const OPSET: MessageShape = shapeOf('OperatorSetIdProto', { 1: RAW_TEXT, 2: SCALAR });

export const FUNCTION: MessageShape = shapeOf('FunctionProto', {
  1: RAW_TEXT,
  2: SCALAR,
  3: SCALAR,
  4: firstTexts(MOST_NAMES),
  5: firstTexts(MOST_NAMES),
  6: BYTES,
  7: nested(() => NODE),
  8: RAW_TEXT,
  9: nested(() => OPSET),
  10: RAW_TEXT,
  11: nested(() => ATTRIBUTE),
  12: nested(() => VALUE_INFO),
  13: RAW_TEXT,
  14: ENTRIES,
});

export const TRAINING: MessageShape = shapeOf('TrainingInfoProto', {
  1: nested(() => GRAPH),
  2: nested(() => GRAPH),
  3: ENTRIES,
  4: ENTRIES,
});

export const MODEL: MessageShape = shapeOf('ModelProto', {
  1: SCALAR,
  2: RAW_TEXT,
  3: RAW_TEXT,
  4: RAW_TEXT,
  5: SCALAR,
  6: RAW_TEXT,
  7: nested(() => GRAPH),
  8: nested(() => OPSET),
  14: nested(() => ENTRY),
  20: nested(() => TRAINING),
  25: nested(() => FUNCTION),
  26: BYTES,
});

export const DIMENSION: MessageShape = shapeOf('TensorShapeProto.Dimension', { 1: SCALAR, 2: BYTES, 3: BYTES });
export const SHAPE: MessageShape = shapeOf('TensorShapeProto', { 1: nested(() => DIMENSION) });
export const TENSOR_TYPE: MessageShape = shapeOf('TypeProto.Tensor', { 1: SCALAR, 2: nested(() => SHAPE) });
/** Sequences and optional values. */
const ELEMENT_TYPE: MessageShape = shapeOf('TypeProto.Sequence', { 1: nested(() => TYPE) });
const MAP_TYPE: MessageShape = shapeOf('TypeProto.Map', { 1: NUMBERS, 2: nested(() => TYPE) });
const OPAQUE_TYPE: MessageShape = shapeOf('TypeProto.Opaque', { 1: BYTES, 2: BYTES });

export const TYPE: MessageShape = shapeOf('TypeProto', {
  1: nested(() => TENSOR_TYPE),
  4: nested(() => ELEMENT_TYPE),
  5: nested(() => MAP_TYPE),
  6: BYTES,
  7: nested(() => OPAQUE_TYPE),
  8: nested(() => TENSOR_TYPE),
  9: nested(() => ELEMENT_TYPE),
});

function valueInfo(): MessageShape {
  return shapeOf('ValueInfoProto', { 1: RAW_TEXT, 2: nested(() => TYPE), 3: RAW_TEXT, 4: ENTRIES });
}

export const VALUE_INFO = valueInfo();
/** What a graph is given, and what it gives. */
export const INPUT: MessageShape = valueInfo();
export const OUTPUT: MessageShape = valueInfo();

const ANNOTATION: MessageShape = shapeOf('TensorAnnotation', { 1: BYTES, 2: ENTRIES });

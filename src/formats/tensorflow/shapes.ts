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
  STRING,
  shapeOf,
} from '../protobuf/shape.ts';

/** Messages of TensorFlow 2.21 (tensorflow/core/framework and protobuf). What names neither code nor files is opaque. */

/** What Keras wrote of one layer; those of large models reach some hundred thousand characters. */
const KERAS_METADATA = 8 * 1024 * 1024;
const PATH = 64 * 1024;
/** Paths of one operator that are told. */
const PATHS = 16;
const INPUTS = 64;

export const TENSOR: MessageShape = shapeOf('TensorProto', {
  1: INTEGER,
  2: BYTES,
  3: NUMBERS,
  4: BYTES,
  5: NUMBERS,
  6: NUMBERS,
  7: NUMBERS,
  8: firstTexts(PATHS),
  9: NUMBERS,
  10: NUMBERS,
  11: NUMBERS,
  12: NUMBERS,
  13: NUMBERS,
  14: BYTES,
  15: BYTES,
  16: NUMBERS,
  17: NUMBERS,
  18: BYTES,
});

const LIST: MessageShape = shapeOf('AttrValue.ListValue', {
  2: firstTexts(PATHS),
  3: NUMBERS,
  4: NUMBERS,
  5: NUMBERS,
  6: NUMBERS,
  7: BYTES,
  8: BYTES,
  9: BYTES,
});

const VALUE: MessageShape = shapeOf('AttrValue', {
  1: nested(() => LIST),
  2: RAW_TEXT,
  3: NUMBERS,
  4: NUMBERS,
  5: NUMBERS,
  6: NUMBERS,
  7: BYTES,
  8: nested(() => TENSOR),
  9: BYTES,
  10: BYTES,
});

const ATTRIBUTE: MessageShape = entryOf(
  'NodeDef.AttrEntry',
  nested(() => VALUE),
);

export const NODE: MessageShape = shapeOf('NodeDef', {
  1: STRING,
  2: STRING,
  3: firstTexts(INPUTS),
  4: BYTES,
  5: nested(() => ATTRIBUTE),
  6: BYTES,
  7: BYTES,
});

const SIGNATURE: MessageShape = shapeOf('OpDef', {
  1: STRING,
  2: BYTES,
  3: BYTES,
  4: BYTES,
  5: BYTES,
  6: BYTES,
  8: BYTES,
  16: NUMBERS,
  17: NUMBERS,
  18: NUMBERS,
  19: NUMBERS,
  20: BYTES,
  21: NUMBERS,
});

export const FUNCTION: MessageShape = shapeOf('FunctionDef', {
  1: nested(() => SIGNATURE),
  3: nested(() => NODE),
  4: BYTES,
  5: BYTES,
  6: BYTES,
  7: BYTES,
  8: BYTES,
});

const LIBRARY: MessageShape = shapeOf('FunctionDefLibrary', { 1: nested(() => FUNCTION), 2: BYTES, 3: BYTES });

export const GRAPH: MessageShape = shapeOf('GraphDef', {
  1: nested(() => NODE),
  2: nested(() => LIBRARY),
  3: NUMBERS,
  4: BYTES,
  5: BYTES,
});

const TENSOR_INFO: MessageShape = shapeOf('TensorInfo', { 1: STRING, 2: NUMBERS, 3: BYTES, 4: BYTES, 5: BYTES });

export const ASSET: MessageShape = shapeOf('AssetFileDef', { 1: nested(() => TENSOR_INFO), 2: longText(PATH) });

export const USER_OBJECT: MessageShape = shapeOf('SavedUserObject', {
  1: STRING,
  2: BYTES,
  3: longText(KERAS_METADATA),
});

const SAVED_OBJECT: MessageShape = shapeOf('SavedObject', {
  1: BYTES,
  3: BYTES,
  4: nested(() => USER_OBJECT),
  5: BYTES,
  6: BYTES,
  7: BYTES,
  8: BYTES,
  9: BYTES,
  10: BYTES,
  11: BYTES,
  12: BYTES,
  13: STRING,
  14: BYTES,
  15: BYTES,
  16: STRING,
});

const OBJECT_GRAPH: MessageShape = shapeOf('SavedObjectGraph', { 1: nested(() => SAVED_OBJECT), 2: BYTES });

export const META_GRAPH: MessageShape = shapeOf('MetaGraphDef', {
  1: BYTES,
  2: nested(() => GRAPH),
  3: BYTES,
  4: BYTES,
  5: BYTES,
  6: nested(() => ASSET),
  7: nested(() => OBJECT_GRAPH),
});

export const SAVED_MODEL: MessageShape = shapeOf('SavedModel', { 1: INTEGER, 2: nested(() => META_GRAPH) });

export const KERAS_OBJECT: MessageShape = shapeOf('SavedMetadata.SavedObject', {
  1: BYTES,
  2: NUMBERS,
  3: STRING,
  4: STRING,
  5: longText(KERAS_METADATA),
  6: BYTES,
});

export const KERAS_METADATA_FILE: MessageShape = shapeOf('SavedMetadata', { 1: nested(() => KERAS_OBJECT) });

export const FINGERPRINT: MessageShape = shapeOf('FingerprintDef', {
  1: NUMBERS,
  2: NUMBERS,
  3: NUMBERS,
  4: NUMBERS,
  5: NUMBERS,
  6: BYTES,
  7: STRING,
});

/** Of a checkpoint's index (tensor_bundle.proto). */
export const BUNDLE_ENTRY: MessageShape = shapeOf('BundleEntryProto', {
  1: INTEGER,
  2: BYTES,
  3: INTEGER,
  4: INTEGER,
  5: INTEGER,
  6: NUMBERS,
  7: BYTES,
});

export const BUNDLE_HEADER: MessageShape = shapeOf('BundleHeaderProto', { 1: INTEGER, 2: INTEGER, 3: BYTES });

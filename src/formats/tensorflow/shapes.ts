import {
  BYTES,
  firstStrings,
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
import { messageShape } from './messages.ts';

/** Messages of TensorFlow 2.21 (tensorflow/core/framework and protobuf). What names neither code nor files is opaque. */

/** What Keras wrote of one layer; those of large models reach some hundred thousand characters. */
const KERAS_METADATA = 8 * 1024 * 1024;
const PATH = 64 * 1024;
/** Paths of one operator that are told. */
const PATHS = 16;
const INPUTS = 64;

export const TENSOR: MessageShape = messageShape('TensorProto', { 8: firstTexts(PATHS) });

export const LIST: MessageShape = messageShape('AttrValue.ListValue', { 2: firstTexts(PATHS) });

export const VALUE: MessageShape = messageShape('AttrValue', {
  1: nested(() => LIST),
  2: RAW_TEXT,
  8: nested(() => TENSOR),
});

export const ATTRIBUTE: MessageShape = messageShape('NodeDef.AttrEntry', { 1: STRING, 2: nested(() => VALUE) });

export const NODE: MessageShape = messageShape('NodeDef', {
  1: STRING,
  2: STRING,
  3: firstStrings(INPUTS),
  5: nested(() => ATTRIBUTE),
});

export const SIGNATURE: MessageShape = messageShape('OpDef', { 1: STRING });

export const FUNCTION: MessageShape = messageShape('FunctionDef', {
  1: nested(() => SIGNATURE),
  3: nested(() => NODE),
});

const LIBRARY: MessageShape = messageShape('FunctionDefLibrary', { 1: nested(() => FUNCTION) });

export const GRAPH: MessageShape = messageShape('GraphDef', { 1: nested(() => NODE), 2: nested(() => LIBRARY) });

export const TENSOR_INFO: MessageShape = messageShape('TensorInfo', { 1: STRING });

export const ASSET: MessageShape = messageShape('AssetFileDef', { 1: nested(() => TENSOR_INFO), 2: longText(PATH) });

export const USER_OBJECT: MessageShape = messageShape('SavedUserObject', { 1: STRING, 3: longText(KERAS_METADATA) });

const SAVED_OBJECT: MessageShape = messageShape('SavedObject', { 4: nested(() => USER_OBJECT) });

const OBJECT_GRAPH: MessageShape = messageShape('SavedObjectGraph', { 1: nested(() => SAVED_OBJECT) });

export const META_GRAPH: MessageShape = messageShape('MetaGraphDef', {
  2: nested(() => GRAPH),
  6: nested(() => ASSET),
  7: nested(() => OBJECT_GRAPH),
});

export const SAVED_MODEL: MessageShape = messageShape('SavedModel', { 2: nested(() => META_GRAPH) });

export const KERAS_OBJECT: MessageShape = shapeOf('SavedMetadata.SavedObject', {
  1: BYTES,
  2: NUMBERS,
  3: STRING,
  4: STRING,
  5: longText(KERAS_METADATA),
  6: BYTES,
});

export const KERAS_METADATA_FILE: MessageShape = shapeOf('SavedMetadata', { 1: nested(() => KERAS_OBJECT) });

export const FINGERPRINT: MessageShape = messageShape('FingerprintDef');

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

import {
  BYTES,
  type FieldShape,
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
  shortBytes,
} from '../protobuf/shape.ts';
import { messageShape } from './messages.ts';

/** Messages of TensorFlow 2.21 (tensorflow/core/framework and protobuf). What names neither code nor files is opaque. */

/** What Keras wrote of one layer; those of large models reach some hundred thousand characters. */
const KERAS_METADATA = 8 * 1024 * 1024;
const PATH = 64 * 1024;
/** Paths of one operator that are told. */
const PATHS = 16;
const INPUTS = 64;

/** Bytes of the small tensors by which sizes and conditions are told. */
const SMALL = 128;
const FIRST_INTEGERS: FieldShape = { kind: 'integer', keep: 16 };

export const DIM: MessageShape = messageShape('TensorShapeProto.Dim', { 1: INTEGER });

export const SHAPE: MessageShape = messageShape('TensorShapeProto', { 2: nested(() => DIM), 3: INTEGER });

export const TENSOR: MessageShape = messageShape('TensorProto', {
  1: INTEGER,
  2: nested(() => SHAPE),
  4: shortBytes(SMALL),
  7: FIRST_INTEGERS,
  8: firstTexts(PATHS),
  10: FIRST_INTEGERS,
  11: FIRST_INTEGERS,
});

export const CALLED: MessageShape = messageShape('NameAttrList', { 1: STRING });

export const LIST: MessageShape = messageShape('AttrValue.ListValue', {
  2: firstTexts(PATHS),
  9: nested(() => CALLED),
});

export const VALUE: MessageShape = messageShape('AttrValue', {
  1: nested(() => LIST),
  2: RAW_TEXT,
  3: INTEGER,
  6: INTEGER,
  7: nested(() => SHAPE),
  8: nested(() => TENSOR),
  10: nested(() => CALLED),
});

export const ATTRIBUTE: MessageShape = messageShape('NodeDef.AttrEntry', { 1: STRING, 2: nested(() => VALUE) });

export const NODE: MessageShape = messageShape('NodeDef', {
  1: STRING,
  2: STRING,
  3: firstStrings(INPUTS),
  5: nested(() => ATTRIBUTE),
});

export const ARGUMENT: MessageShape = messageShape('OpDef.ArgDef', { 1: STRING, 3: INTEGER });

export const SIGNATURE: MessageShape = messageShape('OpDef', {
  1: STRING,
  2: nested(() => ARGUMENT),
  3: nested(() => ARGUMENT),
});

export const RETURN: MessageShape = messageShape('FunctionDef.RetEntry', { 1: STRING, 2: STRING });

export const FUNCTION: MessageShape = messageShape('FunctionDef', {
  1: nested(() => SIGNATURE),
  3: nested(() => NODE),
  4: nested(() => RETURN),
});

const LIBRARY: MessageShape = messageShape('FunctionDefLibrary', { 1: nested(() => FUNCTION) });

export const GRAPH: MessageShape = messageShape('GraphDef', { 1: nested(() => NODE), 2: nested(() => LIBRARY) });

export const TENSOR_INFO: MessageShape = messageShape('TensorInfo', { 1: STRING });

export const ASSET: MessageShape = messageShape('AssetFileDef', { 1: nested(() => TENSOR_INFO), 2: longText(PATH) });

export const USER_OBJECT: MessageShape = messageShape('SavedUserObject', { 1: STRING, 3: longText(KERAS_METADATA) });

const CHILD: MessageShape = messageShape('TrackableObjectGraph.TrackableObject.ObjectReference', { 1: INTEGER });

const SAVED_ASSET: MessageShape = messageShape('SavedAsset', { 1: INTEGER });

const SAVED_FUNCTION: MessageShape = messageShape('SavedFunction', { 1: firstStrings(INPUTS) });

const SAVED_VARIABLE: MessageShape = messageShape('SavedVariable', { 2: nested(() => SHAPE) });

const BARE_FUNCTION: MessageShape = messageShape('SavedBareConcreteFunction', { 1: STRING });

const SAVED_CONSTANT: MessageShape = messageShape('SavedConstant', { 1: STRING });

export const SAVED_OBJECT: MessageShape = messageShape('SavedObject', {
  1: nested(() => CHILD),
  4: nested(() => USER_OBJECT),
  5: nested(() => SAVED_ASSET),
  6: nested(() => SAVED_FUNCTION),
  7: nested(() => SAVED_VARIABLE),
  8: nested(() => BARE_FUNCTION),
  9: nested(() => SAVED_CONSTANT),
});

/** Of one saved object, what it points at. */
export const OBJECT_PARTS: readonly MessageShape[] = [
  CHILD,
  SAVED_ASSET,
  SAVED_FUNCTION,
  SAVED_VARIABLE,
  BARE_FUNCTION,
  SAVED_CONSTANT,
];

const OBJECT_GRAPH: MessageShape = messageShape('SavedObjectGraph', { 1: nested(() => SAVED_OBJECT) });

const SIGNATURE_INPUT: MessageShape = messageShape('SignatureDef.InputsEntry', {
  1: STRING,
  2: nested(() => TENSOR_INFO),
});

const SIGNATURE_OUTPUT: MessageShape = messageShape('SignatureDef.OutputsEntry', {
  1: STRING,
  2: nested(() => TENSOR_INFO),
});

const SIGNATURE_DEF: MessageShape = messageShape('SignatureDef', {
  1: nested(() => SIGNATURE_INPUT),
  2: nested(() => SIGNATURE_OUTPUT),
});

const SIGNATURE_ENTRY: MessageShape = messageShape('MetaGraphDef.SignatureDefEntry', {
  1: STRING,
  2: nested(() => SIGNATURE_DEF),
});

const NODE_LIST: MessageShape = messageShape('CollectionDef.NodeList', { 1: firstStrings(INPUTS) });

const COLLECTION: MessageShape = messageShape('CollectionDef', { 1: nested(() => NODE_LIST) });

const COLLECTION_ENTRY: MessageShape = messageShape('MetaGraphDef.CollectionDefEntry', {
  1: STRING,
  2: nested(() => COLLECTION),
});

const SAVER: MessageShape = messageShape('SaverDef', { 1: STRING, 2: STRING, 3: STRING });

const INFORMATION: MessageShape = messageShape('MetaGraphDef.MetaInfoDef', { 3: BYTES });

/** What names things of its graph: there are few of each. */
export const NAMING: readonly MessageShape[] = [
  SIGNATURE_INPUT,
  SIGNATURE_OUTPUT,
  SIGNATURE_DEF,
  SIGNATURE_ENTRY,
  NODE_LIST,
  COLLECTION,
  COLLECTION_ENTRY,
  SAVER,
  INFORMATION,
];

export const META_GRAPH: MessageShape = messageShape('MetaGraphDef', {
  1: nested(() => INFORMATION),
  2: nested(() => GRAPH),
  3: nested(() => SAVER),
  4: nested(() => COLLECTION_ENTRY),
  5: nested(() => SIGNATURE_ENTRY),
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

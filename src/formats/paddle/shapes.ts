import {
  BYTES,
  firstTexts,
  INTEGER,
  type MessageShape,
  NUMBERS,
  nested,
  RAW_TEXT,
  STRING,
  shapeOf,
} from '../protobuf/shape.ts';

/** Messages of PaddlePaddle (paddle/fluid/framework/framework.proto). */

const COMPLEX: MessageShape = shapeOf('Complex', { 1: NUMBERS, 2: NUMBERS });
const SCALAR: MessageShape = shapeOf('Scalar', {
  1: INTEGER,
  2: NUMBERS,
  3: NUMBERS,
  4: NUMBERS,
  5: nested(() => COMPLEX),
});

export const ATTRIBUTE: MessageShape = shapeOf('OpDesc.Attr', {
  1: STRING,
  2: INTEGER,
  3: INTEGER,
  4: NUMBERS,
  5: RAW_TEXT,
  6: NUMBERS,
  7: NUMBERS,
  8: firstTexts(16),
  10: NUMBERS,
  11: NUMBERS,
  12: INTEGER,
  13: NUMBERS,
  14: INTEGER,
  15: NUMBERS,
  16: NUMBERS,
  17: STRING,
  18: STRING,
  19: NUMBERS,
  20: nested(() => SCALAR),
  21: nested(() => SCALAR),
});

const ARGUMENTS: MessageShape = shapeOf('OpDesc.Var', { 1: STRING, 2: STRING });

export const OPERATOR: MessageShape = shapeOf('OpDesc', {
  1: nested(() => ARGUMENTS),
  2: nested(() => ARGUMENTS),
  3: STRING,
  4: nested(() => ATTRIBUTE),
  5: NUMBERS,
});

export const TENSOR_DESCRIPTION: MessageShape = shapeOf('VarType.TensorDesc', { 1: INTEGER, 2: INTEGER });
const LEVELLED: MessageShape = shapeOf('VarType.DenseTensorDesc', { 1: nested(() => TENSOR_DESCRIPTION), 2: NUMBERS });
const LEVELLED_ARRAY: MessageShape = shapeOf('VarType.DenseTensorArrayDesc', {
  1: nested(() => TENSOR_DESCRIPTION),
  2: NUMBERS,
});
const QUEUE: MessageShape = shapeOf('VarType.ReaderDesc', { 1: nested(() => LEVELLED) });
const TUPLE: MessageShape = shapeOf('VarType.Tuple', { 1: NUMBERS });

const KIND: MessageShape = shapeOf('VarType', {
  1: INTEGER,
  2: nested(() => TENSOR_DESCRIPTION),
  3: nested(() => LEVELLED),
  4: nested(() => LEVELLED_ARRAY),
  5: nested(() => QUEUE),
  6: BYTES,
  7: nested(() => TUPLE),
  8: nested(() => TENSOR_DESCRIPTION),
  9: nested(() => TENSOR_DESCRIPTION),
  10: nested(() => TENSOR_DESCRIPTION),
  11: nested(() => TENSOR_DESCRIPTION),
  12: nested(() => TENSOR_DESCRIPTION),
});

const VARIABLE_ATTRIBUTE: MessageShape = shapeOf('VarDesc.Attr', {
  1: STRING,
  2: INTEGER,
  3: NUMBERS,
  4: RAW_TEXT,
  5: NUMBERS,
});

export const VARIABLE: MessageShape = shapeOf('VarDesc', {
  1: STRING,
  2: nested(() => KIND),
  3: NUMBERS,
  4: NUMBERS,
  5: NUMBERS,
  6: NUMBERS,
  7: nested(() => VARIABLE_ATTRIBUTE),
});

export const BLOCK: MessageShape = shapeOf('BlockDesc', {
  1: INTEGER,
  2: INTEGER,
  3: nested(() => VARIABLE),
  4: nested(() => OPERATOR),
  5: INTEGER,
});

const VERSION: MessageShape = shapeOf('Version', { 1: NUMBERS });
const OPERATOR_VERSION: MessageShape = shapeOf('OpVersion', { 1: NUMBERS });
const VERSION_PAIR: MessageShape = shapeOf('OpVersionMap.OpVersionPair', {
  1: STRING,
  2: nested(() => OPERATOR_VERSION),
});
const VERSIONS: MessageShape = shapeOf('OpVersionMap', { 1: nested(() => VERSION_PAIR) });

export const PROGRAM: MessageShape = shapeOf('ProgramDesc', {
  1: nested(() => BLOCK),
  2: BYTES,
  3: BYTES,
  4: nested(() => VERSION),
  5: nested(() => VERSIONS),
});

/** Fields that no reader does without (`required`). */
export const REQUIRED: ReadonlyMap<MessageShape, readonly number[]> = new Map([
  [COMPLEX, [1, 2]],
  [SCALAR, [1]],
  [ATTRIBUTE, [1, 2]],
  [ARGUMENTS, [1]],
  [OPERATOR, [3]],
  [TENSOR_DESCRIPTION, [1]],
  [LEVELLED, [1]],
  [LEVELLED_ARRAY, [1]],
  [KIND, [1]],
  [VARIABLE_ATTRIBUTE, [1, 2]],
  [VARIABLE, [1, 2]],
  [BLOCK, [1, 2]],
  [OPERATOR_VERSION, [1]],
  [VERSION_PAIR, [1, 2]],
]);

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

const ATTRIBUTE: MessageShape = shapeOf('OpDesc.Attr', {
  1: STRING,
  2: NUMBERS,
  3: NUMBERS,
  4: NUMBERS,
  5: RAW_TEXT,
  6: NUMBERS,
  7: NUMBERS,
  8: firstTexts(16),
  10: NUMBERS,
  11: NUMBERS,
  12: NUMBERS,
  13: NUMBERS,
  14: NUMBERS,
  15: NUMBERS,
  16: NUMBERS,
  17: BYTES,
  18: BYTES,
  19: NUMBERS,
  20: BYTES,
  21: BYTES,
});

export const OPERATOR: MessageShape = shapeOf('OpDesc', {
  1: BYTES,
  2: BYTES,
  3: STRING,
  4: nested(() => ATTRIBUTE),
  5: NUMBERS,
});

const BLOCK: MessageShape = shapeOf('BlockDesc', {
  1: NUMBERS,
  2: NUMBERS,
  3: BYTES,
  4: nested(() => OPERATOR),
  5: NUMBERS,
});

export const PROGRAM: MessageShape = shapeOf('ProgramDesc', {
  1: nested(() => BLOCK),
  2: BYTES,
  3: BYTES,
  4: BYTES,
  5: BYTES,
});

export const TENSOR_DESCRIPTION: MessageShape = shapeOf('VarType.TensorDesc', { 1: INTEGER, 2: INTEGER });

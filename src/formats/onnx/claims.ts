import type { Signs } from '../format.ts';
import { FIELD_ONE } from '../protobuf/head.ts';
import { beginsLikeOnnx } from '../protobuf/onnx-head.ts';

const NAME = /\.onnx$/i;

/** Test data beside models of the ONNX model zoo: one tensor a file. */
export const TENSOR_NAME = /(?:^|\/)test_data_set_\d+\/(?:in|out)put_\d+\.pb$/i;

export const ONNX_SIGNS: Signs = { first: FIELD_ONE, endings: 'onnx pb' };

/** By name, or by a head of nothing but fields of a model: a version, then a maker, a graph or an operator set. */
export function claimsOnnx(path: string, head: Uint8Array, size: number): boolean {
  return NAME.test(path) || TENSOR_NAME.test(path) ? size > 0 : beginsLikeOnnx(head, size);
}

import type { Signs } from '../format.ts';
import { standsAt } from '../magic.ts';
import type { DevicePlanFacts } from './facts.ts';

export const DEVICE_PLAN_SIGNS: Signs = { first: 'fpRB', endings: 'engine plan trt trtengine' };

export function claimsDevicePlan(path: string, head: Uint8Array, size: number): boolean {
  return engineOf(path, head, size) !== null;
}

type Engine = DevicePlanFacts['engine'];

/** The first bytes: TensorRT's tag (reversed 'trtf'), RKNN, and 'BCN' in UTF-16 (CNTK, File.h: BOF marker). */
const SIGNATURES: readonly (readonly [string, Engine])[] = [
  ['ftrt', 'TensorRT'],
  ['ptrt', 'TensorRT'],
  ['RKNN', 'RKNN'],
  ['B\0C\0N\0', 'CNTK'],
];

const TENSORRT_NAME = /\.(?:engine|plan|trt|trtengine)$/i;

export function engineOf(path: string, head: Uint8Array, size: number): Engine | null {
  const signed = SIGNATURES.find((signature) => standsAt(head, 0, signature[0]));
  if (signed !== undefined) return signed[1];
  return TENSORRT_NAME.test(path) && size > 0 ? 'TensorRT' : null;
}

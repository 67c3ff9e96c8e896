import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Format, ReaderResult } from '../format.ts';
import { standsAt } from '../magic.ts';
import type { DevicePlanFacts } from './facts.ts';

/** Models that are only recognised: TensorRT engines, Rockchip's RKNN, CNTK's first version. Nothing in them is read. */
export const devicePlanFormat: Format<'device-plan'> = {
  id: 'device-plan',
  claims: (path, head, size) => engineOf(path, head, size) !== null,
  read,
};

type Engine = DevicePlanFacts['engine'];

/** The first bytes: TensorRT's tag (reversed 'trtf'), RKNN, and 'BCN' in UTF-16 (CNTK, File.h: BOF marker). */
const SIGNATURES: readonly (readonly [string, Engine])[] = [
  ['ftrt', 'TensorRT'],
  ['ptrt', 'TensorRT'],
  ['RKNN', 'RKNN'],
  ['B\0C\0N\0', 'CNTK'],
];
const TENSORRT_NAME = /\.(?:engine|plan|trt|trtengine)$/i;

function engineOf(path: string, head: Uint8Array, size: number): Engine | null {
  const signed = SIGNATURES.find(([mark]) => standsAt(head, 0, mark));
  if (signed !== undefined) return signed[1];
  return TENSORRT_NAME.test(path) && size > 0 ? 'TensorRT' : null;
}

async function read(source: ByteSource, { path }: { readonly path: string }): Promise<ReaderResult<'device-plan'>> {
  const head = await source.read(0, Math.min(LIMITS.head, source.size));
  const engine = engineOf(path, head, source.size);
  if (engine === null) throw new MalformedError('no plan for a device', 0);
  return { facts: { format: 'device-plan', engine }, parts: [], defects: [], coverage: 'structure' };
}

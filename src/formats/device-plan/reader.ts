import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Format, ReaderResult } from '../format.ts';
import { claimsDevicePlan, engineOf } from './claims.ts';

/** Models that are only recognised: TensorRT engines, Rockchip's RKNN, CNTK's first version. Nothing in them is read. */
export const devicePlanFormat: Format<'device-plan'> = {
  id: 'device-plan',
  claims: claimsDevicePlan,
  read,
};

async function read(source: ByteSource, { path }: { readonly path: string }): Promise<ReaderResult<'device-plan'>> {
  const head = await source.read(0, Math.min(LIMITS.head, source.size));
  const engine = engineOf(path, head, source.size);
  if (engine === null) throw new MalformedError('no plan for a device', 0);
  return { facts: { format: 'device-plan', engine }, parts: [], defects: [], coverage: 'structure' };
}

import { type ByteSource, MalformedError, sliceOf } from '../../kernel/bytes.ts';
import { filesAmong } from '../among-numbers.ts';
import { flatBuffer, flatText, tablesOf } from '../flatbuffer/buffer.ts';
import { verifyFlat } from '../flatbuffer/verify.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { standsAt } from '../magic.ts';
import { operatorCounter } from '../protobuf/operators.ts';
import { claimsExecutorch } from './claims.ts';
import { assertPlan } from './plan.ts';
import { PROGRAM_SCHEMA } from './schema.ts';
import { layoutOf, storesOf } from './segments.ts';

/**
 * ExecuTorch programs (pytorch/executorch, schema/program.fbs): all its tables as the library's verifier reads them, plans
 * with their operators and delegates, and that what they name is there. What a delegate is handed is opaque.
 */
export const executorchFormat: Format<'executorch'> = {
  id: 'executorch',
  claims: claimsExecutorch,
  read,
};

async function read(bytes: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'executorch'>> {
  const start = await bytes.read(0, Math.min(8, bytes.size));
  if (!standsAt(start, 4, 'ET12')) throw new MalformedError('no ET12 at byte 4', 4);
  const layout = await layoutOf(bytes);
  const flat = flatBuffer(sliceOf(bytes, 0, layout.program), budget);
  const lists = await verifyFlat(flat, PROGRAM_SCHEMA, 'Program', layout.program);
  const program = await flat.root();
  const stores = await storesOf(flat, program, layout, bytes.size);
  const uses = operatorCounter();
  const delegates = new Set<string>();
  const plans = await tablesOf(flat, program, 1, layout.program);
  if (plans.length === 0) throw new MalformedError('a program without a plan', program.position);
  for (const plan of plans) {
    await assertPlan(flat, plan, stores, layout.program);
    for (const operator of await tablesOf(flat, plan, 6, layout.program)) {
      const [domain = '', type = ''] = (await flatText(flat, operator, 0, layout.program)).split('::', 2);
      uses.add({
        domain: type === '' ? '' : domain,
        type: type === '' ? domain : type,
        offset: operator.position,
        within: 'graph',
      });
    }
    for (const delegate of await tablesOf(flat, plan, 7, layout.program))
      delegates.add(await flatText(flat, delegate, 0, layout.program));
  }
  return {
    facts: { format: 'executorch', operators: uses.uses(), delegates: [...delegates] },
    parts: await filesAmong(bytes, lists),
    defects: [],
    coverage: 'structure',
  };
}

import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { flatBuffer, flatText, tablesOf } from '../flatbuffer/buffer.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { standsAt } from '../magic.ts';
import { operatorCounter } from '../protobuf/operators.ts';

/**
 * ExecuTorch programs (pytorch/executorch, schema/program.fbs): plans with their operators and delegates, and whether
 * the segments of data lie within the file. What a delegate is handed is opaque.
 */
export const executorchFormat: Format<'executorch'> = {
  id: 'executorch',
  claims: (path, head, size) => hasIdentifier(head) || (/\.pte$/i.test(path) && size > 0),
  read,
};

/** The identifier ends at 8; a header of its own may follow (schema/extended_header.h). */
const HEADER = 'eh00';

/** `ET` and two digits at the fourth byte. */
function hasIdentifier(head: Uint8Array): boolean {
  return standsAt(head, 4, 'ET') && isDigit(head[6]) && isDigit(head[7]);
}

function isDigit(byte = 0): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

async function read(bytes: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'executorch'>> {
  const flat = flatBuffer(bytes, budget);
  if (!hasIdentifier(await flat.bytes(0, Math.min(8, bytes.size)))) throw new MalformedError('no ET12 at byte 4', 4);
  const program = await flat.root();
  const uses = operatorCounter();
  const delegates = new Set<string>();
  const plans = await tablesOf(flat, program, 1, bytes.size);
  if (plans.length === 0) throw new MalformedError('a program without a plan', program.position);
  for (const plan of plans) {
    for (const operator of await tablesOf(flat, plan, 6, bytes.size)) {
      const [domain = '', type = ''] = (await flatText(flat, operator, 0, bytes.size)).split('::', 2);
      uses.add({
        domain: type === '' ? '' : domain,
        type: type === '' ? domain : type,
        offset: operator.position,
        within: 'graph',
      });
    }
    for (const delegate of await tablesOf(flat, plan, 7, bytes.size))
      delegates.add(await flatText(flat, delegate, 0, bytes.size));
  }
  const base = await segmentBase(bytes);
  for (const segment of await tablesOf(flat, program, 4, bytes.size)) {
    const [offset, size] = await Promise.all(
      [0, 1].map(async (index) => {
        const at = segment.field(index);
        return at === null ? 0 : flat.u64(at);
      }),
    );
    if (base + (offset ?? 0) + (size ?? 0) > bytes.size)
      throw new MalformedError('a segment reaches past the end', segment.position);
  }
  return {
    facts: { format: 'executorch', operators: uses.uses(), delegates: [...delegates] },
    parts: [],
    defects: [],
    coverage: 'structure',
  };
}

async function segmentBase(bytes: ByteSource): Promise<number> {
  if (bytes.size < 32) return 0;
  const header = new Uint8Array(await bytes.read(8, 24));
  if (new TextDecoder().decode(header.subarray(0, 4)) !== HEADER) return 0;
  return Number(new DataView(header.buffer).getBigUint64(16, true));
}

import { WeighbridgeError } from '../kernel/errors.ts';
import type { Json } from '../kernel/json.ts';
import { licenceKnowledge } from './licence-knowledge.ts';
import type { Parts } from './parts.ts';

/** The records of licences that are known here, the user's own included; all, or one by a name for it. Throws `call-invalid`. */
export async function licenceFacts(
  { clock, ...parts }: Pick<Parts, 'ownLicences' | 'clock'>,
  { name }: { readonly name: string | null },
): Promise<Json> {
  const { library } = await licenceKnowledge(parts);
  const found = name === null ? null : library.find(name);
  if (found !== null && !('records' in found)) {
    throw new WeighbridgeError('call-invalid', `there is no record of ${name}`, {
      remedy: 'weighbridge licence facts lists them.',
    });
  }
  const licences = found === null ? library.records : found.records;
  return {
    schema: 'weighbridge.model-licences/1',
    generated: clock.now().toISOString().slice(0, 10),
    licences,
  } as unknown as Json;
}

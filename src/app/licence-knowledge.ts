import { WeighbridgeError } from '../kernel/errors.ts';
import { factsShape } from '../licences/facts/record.ts';
import { knowledgeWith, type LicenceKnowledge, loadKnowledge } from '../licences/load.ts';
import type { Parts } from './parts.ts';

let last: { readonly text: string; readonly knowledge: Promise<LicenceKnowledge> } | undefined;

/** All that is known of licences here: what ships, and the user's own records. Throws `licence-facts-invalid`. */
export async function licenceKnowledge({ ownLicences }: Pick<Parts, 'ownLicences'>): Promise<LicenceKnowledge> {
  const own = await ownLicences();
  if (own === null) return loadKnowledge();
  if (last?.text !== own.text) {
    last = { text: own.text, knowledge: knowledgeWith(recordsIn(own.text, own.name)) };
  }
  return last.knowledge;
}

function recordsIn(text: string, name: string) {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new WeighbridgeError('licence-facts-invalid', `${name} is no JSON`, { cause });
  }
  const parsed = factsShape.safeParse(value);
  if (parsed.success) return parsed.data.licences;
  const [issue] = parsed.error.issues;
  throw new WeighbridgeError(
    'licence-facts-invalid',
    `${name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  );
}

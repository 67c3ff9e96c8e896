import { checkpointText } from '../../../audit/checkpoint.ts';
import { rootOf } from '../../../audit/frontier.ts';
import { type NoteKey, noteOf, signatureLine, signedBytes } from '../../../audit/note.ts';
import type { AuditBook } from '../../../ports/control/audit.ts';
import type { Signer } from '../../../ports/signer.ts';

export interface SignedCheckpoint {
  readonly key: NoteKey;
  readonly size: number;
  readonly text: string;
  /** The log's own signature. */
  readonly line: string;
}

export function logKeyOf(origin: string, { publicKey }: Pick<Signer, 'publicKey'>): NoteKey {
  return { name: origin, type: 'log', publicKey };
}

/** Signs what the log is now, and keeps it, so that the log can be held to it. */
export async function signedCheckpoint(audit: AuditBook, signer: Signer, now: Date): Promise<SignedCheckpoint> {
  const { origin, size, peaks } = await audit.head();
  const key = logKeyOf(origin, signer);
  const text = checkpointText({ origin, size, root: rootOf({ size, peaks }) });
  const line = signatureLine(key, await signer.sign(signedBytes(text, null)), null);
  await audit.keepCheckpoint({ size, note: noteOf(text, [line]) }, now);
  return { key, size, text, line };
}

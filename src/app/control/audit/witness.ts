import { parseCheckpoint } from '../../../audit/checkpoint.ts';
import { type NoteKey, parseVerifierKey, signatureLine, signedBytes } from '../../../audit/note.ts';
import { parseSubmission } from '../../../audit/submission.ts';
import { judgeSubmission } from '../../../audit/witness.ts';
import type { AnswerSubmission, SubmissionAnswer } from '../../../contract/control/witness.ts';
import type { Books } from '../../../ports/control-store.ts';
import type { ControlParts } from '../parts.ts';

type WitnessParts = Pick<ControlParts, 'store' | 'clock' | 'witnessSigner'>;

/** Under which an organisation cosigns. */
export async function witnessKeyOf({ witnessSigner }: WitnessParts, organisation: string): Promise<NoteKey> {
  const { publicKey } = await witnessSigner();
  return { name: `weighbridge-witness/${organisation}`, type: 'witness', publicKey };
}

/**
 * Answers what a log sends to be cosigned (c2sp.org/tlog-witness, add-checkpoint). Anybody may send: the log's signature is
 * what is looked at. What was cosigned is kept before it is answered, under a lock, so that no log gets two histories signed.
 */
export function answerSubmissions(parts: WitnessParts): AnswerSubmission {
  return async (organisation, body) => {
    const submission = parseSubmission(body);
    if (submission === null) return plain(400, 'This is no submission as c2sp.org/tlog-witness has it.');
    const origin = submission.note.slice(0, Math.max(submission.note.indexOf('\n'), 0));
    if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(organisation) || origin.length > 500 || origin.includes('\0'))
      return plain(404, 'This log is not followed here.');
    return parts.store.within(organisation, (books) => cosigned(parts, books, organisation, origin, submission));
  };
}

async function cosigned(
  parts: WitnessParts,
  { witnesses }: Books,
  organisation: string,
  origin: string,
  submission: NonNullable<ReturnType<typeof parseSubmission>>,
): Promise<SubmissionAnswer> {
  const log = await witnesses.log(origin);
  const key = log === null ? null : parseVerifierKey(log.key);
  if (log === null || log.endedAt !== null || key === null) return plain(404, 'This log is not followed here.');
  const known = log.note === null ? null : parseCheckpoint(log.note.slice(0, log.note.lastIndexOf('\n\n') + 1));
  const judged = judgeSubmission(key, known, submission);
  if (judged.kind === 'refused') {
    const stale = judged.status === 409 && submission.old !== log.size;
    return stale
      ? { status: 409, type: 'text/x.tlog.size', body: `${log.size}\n` }
      : plain(judged.status, `${judged.why[0]?.toUpperCase() ?? ''}${judged.why.slice(1)}.`);
  }
  const seconds = Math.floor(parts.clock.now().getTime() / 1000);
  const witness = await witnessKeyOf(parts, organisation);
  const signer = await parts.witnessSigner();
  const line = signatureLine(witness, await signer.sign(signedBytes(judged.text, seconds)), seconds);
  await witnesses.changeLog({ id: log.id, size: judged.checkpoint.size, note: submission.note, endedAt: null });
  return { status: 200, type: 'text/plain; charset=utf-8', body: line };
}

function plain(status: number, sentence: string): SubmissionAnswer {
  return { status, type: 'text/plain; charset=utf-8', body: `${sentence}\n` };
}

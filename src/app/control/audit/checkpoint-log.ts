import { parseCheckpoint } from '../../../audit/checkpoint.ts';
import { noteOf, openNote, parseVerifierKey, signatureLines } from '../../../audit/note.ts';
import { submissionText } from '../../../audit/submission.ts';
import type { Caller } from '../../../contract/caller.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { printable } from '../../../kernel/printable.ts';
import type { KeptCheckpoint } from '../../../ports/control/audit.ts';
import type { Job } from '../../../ports/control/jobs.ts';
import type { Witness } from '../../../ports/control/witnesses.ts';
import type { WorkerParts } from '../requests/vet-request.ts';
import { consistencyPath } from './audit.ts';
import { signedCheckpoint } from './checkpoints.ts';

/** Signs what the log is now, where it has grown, and has it cosigned by every witness that it is to be shown to. */
export async function checkpointLog(parts: WorkerParts, job: Job, worker: string, caller: Caller): Promise<void> {
  const { store, clock, logSigner } = parts;
  const { organisation } = job;
  const { checkpoint, witnesses } = await store.within(organisation, async (books) => {
    const last = await books.audit.lastCheckpoint();
    const grown = last === null || last.size < (await books.audit.head()).size;
    if (grown) await signedCheckpoint(books.audit, logSigner, clock.now());
    return { checkpoint: await books.audit.lastCheckpoint(), witnesses: await books.witnesses.list() };
  });
  for (const witness of checkpoint === null ? [] : witnesses) {
    if (caller.signal.aborted) return;
    if (checkpoint !== null && witness.size !== checkpoint.size) await show(parts, organisation, checkpoint, witness);
  }
  await store.within(organisation, ({ jobs }) => jobs.finish(job, worker, null));
}

async function show(
  parts: WorkerParts,
  organisation: string,
  checkpoint: KeptCheckpoint,
  witness: Witness,
): Promise<void> {
  const { store, clock } = parts;
  const { lines, failure } = await asked(parts, organisation, checkpoint, witness);
  await store.within(organisation, async ({ audit, witnesses }) => {
    const key = parseVerifierKey(witness.key);
    for (const line of lines) await audit.addCosignature(checkpoint.size, key?.name ?? witness.id, line, clock.now());
    await witnesses.asked(witness.id, failure === null ? checkpoint.size : witness.size, failure);
  });
}

interface Cosigned {
  readonly lines: readonly string[];
  readonly failure: string | null;
}

/** A witness says where it was, once, when we had it wrong; then it signs, or does not. */
async function asked(
  parts: WorkerParts,
  organisation: string,
  { size, note }: KeptCheckpoint,
  { url, key, size: last }: Witness,
): Promise<Cosigned> {
  const ask = async (old: number) => {
    const path = await parts.store.within(organisation, ({ audit }) => consistencyPath(audit, old, size));
    const proof = old === 0 ? [] : path.map((hash) => Buffer.from(hash, 'base64'));
    return parts.poster.ask(
      `${url}/add-checkpoint`,
      { 'content-type': 'text/plain' },
      submissionText({ old, proof, note }),
    );
  };
  try {
    let answer = await ask(last);
    const other = answer.status === 409 ? /^(\d{1,15})\n$/.exec(answer.body)?.[1] : undefined;
    if (other !== undefined && Number(other) <= size) answer = await ask(Number(other));
    if (answer.status !== 200) return refused(`it answered ${answer.status}: ${answer.body.slice(0, 200)}`);
    return holding(note, answer.body, key);
  } catch (error) {
    if (error instanceof WeighbridgeError) return refused(`${error.message} [${error.code}]`);
    throw error;
  }
}

/** Of what it sent, the lines that hold under its key. */
function holding(note: string, sent: string, key: string): Cosigned {
  const witness = parseVerifierKey(key);
  const text = note.slice(0, note.lastIndexOf('\n\n') + 1);
  const lines = signatureLines(noteOf(text, [sent])).filter(
    (line) => witness !== null && openNote(noteOf(text, [line]), [witness]) !== null,
  );
  if (lines.length === 0 || parseCheckpoint(text) === null) return refused('what it sent is not signed by its key');
  return { lines: lines.slice(0, 1), failure: null };
}

function refused(why: string): Cosigned {
  return { lines: [], failure: printable(why).slice(0, 500) };
}

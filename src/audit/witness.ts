import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { EMPTY_ROOT } from './hashing.ts';
import { type NoteKey, openNote } from './note.ts';
import { extendsTree, type Tree } from './proofs.ts';

/** What a log brings to a witness (c2sp.org/tlog-witness, add-checkpoint). */
export interface Submission {
  /** The size it believes the witness to know. */
  readonly old: number;
  readonly proof: readonly Uint8Array[];
  readonly note: string;
}

export type Judged =
  | { readonly kind: 'cosign'; readonly checkpoint: Checkpoint; readonly text: string }
  /** `status` as the protocol's HTTP answers have it. */
  | { readonly kind: 'refused'; readonly status: 400 | 403 | 404 | 409 | 422; readonly why: string };

/** Whether a witness that saw `known` last may cosign. It never signs two histories of one log, whoever asks. */
export function judgeSubmission(log: NoteKey, known: Tree | null, { old, proof, note }: Submission): Judged {
  const opened = openNote(note, [log]);
  if (opened === null) return refused(403, 'the checkpoint is not signed by the log’s key');
  const checkpoint = parseCheckpoint(opened.text);
  if (checkpoint === null) return refused(400, 'it is no checkpoint');
  if (checkpoint.origin !== log.name)
    return refused(404, `it is a checkpoint of ${checkpoint.origin}, which is not known`);
  if (old > checkpoint.size) return refused(400, `it has ${checkpoint.size} entries, fewer than ${old}`);
  const before = known ?? { size: 0, root: EMPTY_ROOT };
  if (old !== before.size) return refused(409, `the last one cosigned had ${before.size} entries, not ${old}`);
  // The same size and another root: two histories, which the protocol tells as a conflict.
  if (old === checkpoint.size && !extendsTree(checkpoint, before, []))
    return refused(409, `its ${old} entries are not those that were cosigned`);
  if (!extendsTree(checkpoint, before, proof))
    return refused(422, `its ${checkpoint.size} entries do not begin with the ${before.size} that were cosigned`);
  return { kind: 'cosign', checkpoint, text: opened.text };
}

function refused(status: 400 | 403 | 404 | 409 | 422, why: string): Judged {
  return { kind: 'refused', status, why };
}

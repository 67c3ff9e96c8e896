import type { DOSSIER_OPERATIONS } from '../../../contract/control/operations/dossiers.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { type Desk, record } from '../parts.ts';
import type { UseCases } from '../use-case.ts';

export const DOSSIERS: UseCases<typeof DOSSIER_OPERATIONS> = {
  'dossier.list': listDossiers,
  'dossier.show': showDossier,
  'dossier.push': pushDossier,
  'dossier.revet': revetAdmitted,
};

async function listDossiers({ books }: Desk): Promise<OutputOf<'dossier.list'>> {
  return { items: [...(await books.dossiers.list())] };
}

async function showDossier(
  { books }: Desk,
  { dossier }: ParsedInputOf<'dossier.show'>,
): Promise<OutputOf<'dossier.show'>> {
  return { ...(await books.dossiers.newest(dossier)) };
}

/**
 * Keeps what was found elsewhere, judged here. One that is kept already stays as it is: nobody replaces what the server's
 * own worker found by sending it again.
 */
async function pushDossier(
  desk: Desk,
  { document, policy }: ParsedInputOf<'dossier.push'>,
): Promise<OutputOf<'dossier.push'>> {
  const { parts, books, actor } = desk;
  const name = `the dossier from ${actor.person.id}`;
  const vetting = await parts.take({ document, name, policy: { kind: 'profile', id: policy } });
  const { digest } = vetting.dossier;
  const known = await books.dossiers.newest(digest).catch(absent);
  if (known === null) {
    await books.dossiers.keep(vetting);
    await record(desk, 'dossier.push', digest, { outcome: vetting.verdict.outcome, policy });
  }
  const { reference, verdict, policy: by, vettedAt } = known ?? vetting;
  const summary = { dossier: digest, reference, outcome: verdict.outcome, policy: by.id, vettedAt };
  return { ...summary, known: known !== null };
}

/** Has it done now; who asks twice in a minute asks once. */
async function revetAdmitted({ parts, books, now }: Desk): Promise<OutputOf<'dossier.revet'>> {
  const job = `asked ${now.toISOString().slice(0, 16)}Z`;
  await books.jobs.queue({ id: parts.mint.id(), kind: 'revet', subject: job }, now);
  parts.wake();
  return { job };
}

/** For what may not be there. */
export function absent(error: unknown): null {
  if (error instanceof WeighbridgeError && error.code === 'dossier-not-found') return null;
  throw error;
}

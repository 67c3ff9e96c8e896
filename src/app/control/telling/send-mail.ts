import type { Caller } from '../../../contract/caller.ts';
import { PATIENCE } from '../../../domain/webhook.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { Job } from '../../../ports/control/jobs.ts';
import type { Mail } from '../../../ports/mailer.ts';
import { record, WORKER } from '../parts.ts';
import type { WorkerParts } from '../requests/vet-request.ts';

/** Sends a mail, again for a day while the mail server does not take it. It may arrive twice, under one Message-ID, and is never lost before. */
export async function sendMail(parts: WorkerParts, job: Job, worker: string, caller: Caller): Promise<void> {
  const { store, mailer, clock } = parts;
  const mail = await store.within(job.organisation, async ({ mails, people }): Promise<Mail | null> => {
    const queued = await mails.byId(job.subject);
    const person = queued === null ? null : await people.byId(queued.person);
    // Whoever was shut out, or forgotten, is told nothing more.
    if (queued === null || person === null || person.disabledAt !== null) return null;
    return { id: queued.id, to: person.email, subject: queued.subject, body: queued.body };
  });
  const failure = mail === null || mailer === null || caller.signal.aborted ? null : await failureOf(mailer.send(mail));
  if (caller.signal.aborted) return;
  await store.within(job.organisation, async (books) => {
    const minutes = PATIENCE[job.tries - 1];
    if (failure !== null && minutes !== undefined)
      return void (await books.jobs.postpone(job, worker, minutes * 60_000));
    if (!(await books.jobs.finish(job, worker, failure))) return;
    await books.mails.remove(job.subject);
    if (failure !== null) await record({ books, now: clock.now(), actor: WORKER }, 'mail.fail', job.subject);
  });
}

async function failureOf(sent: Promise<void>): Promise<string | null> {
  try {
    await sent;
    return null;
  } catch (error) {
    if (error instanceof WeighbridgeError) return `${error.message} [${error.code}]`;
    throw error;
  }
}

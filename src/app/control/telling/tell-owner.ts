import type { Obligation } from '../../../domain/obligation.ts';
import { printable } from '../../../kernel/printable.ts';
import type { Clerk, ControlParts } from '../parts.ts';

export type TellingDesk = Clerk & { readonly parts: Pick<ControlParts, 'mint' | 'mailer'> };

/** What is to be said to a person by mail. */
export interface Message {
  readonly person: string;
  readonly subject: string;
  readonly body: string;
}

/** Has somebody told by mail once the transaction has ended; the log tells whoever else listens. Nothing without a mail server. */
export async function tell({ parts, books, now }: TellingDesk, { person, subject, body }: Message): Promise<void> {
  if (parts.mailer === null) return;
  const id = parts.mint.id();
  // A subject is one line, and a long one is cut off by whoever shows it.
  await books.mails.add({ id, person, subject: printable(subject).slice(0, 150), body }, now);
  await books.jobs.queue({ id: parts.mint.id(), kind: 'mail', subject: id }, now);
}

const SAID = {
  assigned: 'is yours now',
  soon: 'is due soon',
  today: 'is due today',
  lapse: 'has lapsed',
} as const;

const CAME = {
  tell: 'Nothing else comes of it.',
  hold: 'The model is promoted no further until it is closed.',
  withdraw: 'Its releases were withdrawn, and their channels rolled back where something earlier may serve.',
} as const;

/** Tells its owner, about the model's request. */
export async function tellOwner(desk: TellingDesk, obligation: Obligation, event: keyof typeof SAID): Promise<void> {
  const { id, owner, kind, text, due, request, state, consequence } = obligation;
  const model = (await desk.books.requests.peek(request))?.reference ?? request;
  const what = state === 'accepted' ? 'waiver' : kind;
  const subject = `Weighbridge: a ${what} of ${model} ${SAID[event]}`;
  const body = [
    `A ${what} of ${printable(model)} ${SAID[event]}.`,
    '',
    printable(text),
    `Due: ${due}, to the end of the day, UTC`,
    ...(consequence === null ? [] : [CAME[consequence]]),
    '',
    `Request: ${request}`,
    `Close it: weighbridge obligation close ${id} --dossier SHA256, or --document FILE`,
    '',
  ].join('\n');
  await tell(desk, { person: owner, subject, body });
}

import type { Weighbridge } from '../../contract/weighbridge.ts';
import type { Evaluator } from '../../domain/evaluator.ts';
import type { GroupMapping } from '../../domain/group-mapping.ts';
import type { Person, Scope } from '../../domain/people.ts';
import type { Clock } from '../../ports/clock.ts';
import type { AuditEntry, PersonalText } from '../../ports/control/audit.ts';
import type { Books, ControlStore } from '../../ports/control-store.ts';
import type { IdentityProvider } from '../../ports/identity-provider.ts';
import type { KeyRing } from '../../ports/key-ring.ts';
import type { Mailer } from '../../ports/mailer.ts';
import type { Passwords } from '../../ports/passwords.ts';
import type { Poster } from '../../ports/poster.ts';
import type { Signer } from '../../ports/signer.ts';
import type { Upstreams } from '../../ports/upstreams.ts';

/** What the control plane is made of; `main/control.ts` brings the parts together. */
export interface ControlParts {
  readonly store: ControlStore;
  readonly passwords: Passwords;
  /** The key that came with the data folder; `signerNow` says which one signs. */
  readonly signer: Signer;
  readonly keyRing: KeyRing;
  /** Of the audit log: Ed25519, and for nothing else. */
  readonly logSigner: Signer;
  /** Of what we cosign for others: Ed25519, and for nothing else. Made when it is wanted. */
  readonly witnessSigner: () => Promise<Signer>;
  readonly clock: Clock;
  readonly mint: Mint;
  /** What the server vets for this organisation under this reference. Throws `reference-invalid` for what it never opens. */
  readonly locate: (organisation: string, reference: string) => Promise<string>;
  /** A vetting from elsewhere as one of ours. Throws `dossier-invalid`. */
  readonly take: Weighbridge['takeDossier'];
  /** What a policy says of a dossier. Throws `policy-invalid`. */
  readonly judge: Weighbridge['judgeDossier'];
  /** Which licences may be put on a model; null where none were read. */
  readonly outbound: Weighbridge['outboundOf'];
  /** Tells webhooks. */
  readonly poster: Poster;
  /** Tells people; null: nobody gets mail. */
  readonly mailer: Mailer | null;
  /** Model servers that may be asked whether they answer. */
  readonly upstreams: Upstreams;
  /** Programs that an operator lets workers run on models; null: workers elsewhere have them, if anybody. */
  readonly evaluators: readonly Evaluator[] | null;
  /** Null: people sign in with passwords alone. */
  readonly singleSignOn: SingleSignOn | null;
  /** Tells the worker that a job waits; it also looks by itself. */
  readonly wake: () => void;
}

/** Who vouches for people, and what their groups make of them, by organisation. */
export interface SingleSignOn {
  readonly provider: IdentityProvider;
  readonly organisations: Readonly<Record<string, GroupMapping>>;
}

/** Makes what nobody can guess. */
export interface Mint {
  id(): string;
  /** 32 random bytes as base64url. */
  secret(): string;
}

/** Who makes a call, once that is known. */
export interface Actor {
  readonly organisation: string;
  readonly person: Person;
  /** Null: a session, which may do all that its person may. */
  readonly scopes: readonly Scope[] | null;
  /** Of a session's secret, so that it can be ended. */
  readonly session: string | null;
}

/** What a use case gets: the books, open in a transaction that ends with the answer. */
export interface Desk {
  readonly parts: ControlParts;
  readonly books: Books;
  readonly actor: Actor;
  readonly now: Date;
}

/** What it takes to write an act down. */
export interface Clerk {
  readonly books: Books;
  readonly now: Date;
  readonly actor: { readonly person: { readonly id: string } };
}

/** Writes the act down in the transaction that does it; what it says `about` a person goes when they are forgotten. */
export async function record(
  { books, actor, now }: Clerk,
  act: string,
  subject: string,
  detail: AuditEntry['detail'] = {},
  about?: PersonalText,
): Promise<void> {
  await books.audit.append({ at: now.toISOString(), actor: actor.person.id, act, subject, detail }, about);
}

/** Who acts where no person does. */
export const WORKER = { person: { id: 'worker' } };

/** A reason that whoever acts gave: theirs, so that it goes with them. */
export function saidBy({ actor }: Clerk, text: string | null): PersonalText | undefined {
  const { id: person } = actor.person;
  return text === null || person === WORKER.person.id ? undefined : { person, text };
}

import type { AnswerCall, Call } from '../../contract/control/caller.ts';
import { type Operation, permits } from '../../contract/control/operation.ts';
import { OPERATIONS, type OperationName } from '../../contract/control/operations.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { digestOf } from '../../kernel/digest.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Json } from '../../kernel/json.ts';
import { actorOf } from './actor.ts';
import { AUDIT } from './audit/audit.ts';
import { WITNESSES } from './audit/witnesses.ts';
import { CONTRIBUTIONS } from './families/contributions.ts';
import { FAMILIES } from './families/families.ts';
import { assertAsRead } from './if-match.ts';
import { SIGNING_KEYS } from './keys/signing-keys.ts';
import { INCIDENTS } from './news/incidents.ts';
import { OBLIGATIONS } from './obligations/obligations.ts';
import type { Actor, ControlParts, Desk } from './parts.ts';
import { FACTORS } from './people/factors.ts';
import { PEOPLE } from './people/people.ts';
import { organisationOf } from './people/secrets.ts';
import { SESSIONS } from './people/sessions.ts';
import { SINGLE_SIGN_ON } from './people/single-sign-on.ts';
import { TEAMS } from './people/teams.ts';
import { TOKENS } from './people/tokens.ts';
import { tryFrom } from './people/tries.ts';
import { POLICIES } from './policies/policies.ts';
import { PUBLICATIONS } from './publications/publications.ts';
import { isRefusal, lapsedCaller, namedIn, writeRefusal } from './refusals.ts';
import { CHANNELS } from './releases/channels.ts';
import { DRILLS } from './releases/drills.ts';
import { GATEWAY_NODES } from './releases/gateway-nodes.ts';
import { RELEASES } from './releases/releases.ts';
import { DOSSIERS } from './requests/dossiers.ts';
import { EVALUATIONS } from './requests/evaluations.ts';
import { REQUESTS } from './requests/requests.ts';
import { SUBJECTS } from './subjects/subjects.ts';
import { WEBHOOKS } from './telling/webhooks.ts';
import type { UseCases } from './use-case.ts';

/** Every operation's use case: one file a topic. */
const USE_CASES: UseCases<typeof OPERATIONS> = {
  ...SESSIONS,
  ...SINGLE_SIGN_ON,
  ...SIGNING_KEYS,
  ...FACTORS,
  ...PEOPLE,
  ...TEAMS,
  ...TOKENS,
  ...REQUESTS,
  ...EVALUATIONS,
  ...DOSSIERS,
  ...POLICIES,
  ...CHANNELS,
  ...RELEASES,
  ...GATEWAY_NODES,
  ...OBLIGATIONS,
  ...INCIDENTS,
  ...DRILLS,
  ...FAMILIES,
  ...CONTRIBUTIONS,
  ...PUBLICATIONS,
  ...SUBJECTS,
  ...AUDIT,
  ...WITNESSES,
  ...WEBHOOKS,
};

/**
 * The one door: every call is authenticated, authorised, parsed, done, and written down here, in one transaction. A
 * refusal is written down too, in one of its own.
 */
export function answerCalls(parts: ControlParts): AnswerCall {
  return async (call) => {
    const { name } = call;
    if (OPERATIONS[name].who === 'anyone') return answerAnyone(parts, call);
    const organisation = organisationIn(call);
    if (organisation === null) throw new WeighbridgeError('unauthenticated', name);
    let actor: Actor | null = null;
    try {
      return await parts.store.within(organisation, async (books) => {
        const now = parts.clock.now();
        actor = await actorOf(books, organisation, call, now);
        if (actor === null) throw new WeighbridgeError('unauthenticated', name);
        assertAllowed(actor, name);
        return answerOnce({ parts, books, actor, now }, call);
      });
    } catch (error) {
      if (isRefusal(error)) await refused(parts, organisation, { call, actor, code: error.code });
      throw error;
    }
  };
}

async function answerAnyone(parts: ControlParts, { name, input, source }: Call): Promise<unknown> {
  const operation: Operation = OPERATIONS[name];
  const useCase = USE_CASES[name] as (parts: ControlParts, input: unknown) => Promise<unknown>;
  const given = parsed(operation, input);
  const answer = () => useCase(parts, given);
  return operation.output.parse(name === 'session.open' ? await tryFrom(parts, source, answer) : await answer());
}

function organisationIn({ credentials }: Call): string | null {
  if (credentials.kind === 'none') return null;
  return organisationOf(credentials.kind === 'session' ? credentials.session : credentials.token);
}

function assertAllowed({ person, scopes }: Actor, name: OperationName): void {
  const { scope, who }: Operation = OPERATIONS[name];
  if (scopes !== null && !scopes.includes(scope))
    throw new WeighbridgeError('scope-exceeded', `${name} needs ${scope}`);
  if (permits(who, person.roles)) return;
  throw new WeighbridgeError('not-permitted', `${name} is for ${typeof who === 'string' ? who : who.join(', ')}`);
}

/** Does it once for each Idempotency-Key; a second call gets the first one's answer. */
async function answerOnce(desk: Desk, call: Call): Promise<unknown> {
  const { name, input, idempotencyKey } = call;
  const operation: Operation = OPERATIONS[name];
  const given = parsed(operation, input);
  const run = async () => {
    const look = (shows: OperationName, thing: unknown) => done(desk, shows, parsed(OPERATIONS[shows], thing));
    await assertAsRead(call, given, { books: desk.books, look });
    return done(desk, name, given);
  };
  if (idempotencyKey === null || operation.method === 'GET' || operation.secret === true) return run();
  const key = { person: desk.actor.person.id, key: idempotencyKey, operation: name };
  const digest = digestOf(canonicalJson(given as Json));
  const before = await desk.books.answers.claim(key, digest, desk.now);
  if (before === null) {
    const output = await run();
    await desk.books.answers.keep(key, output);
    return output;
  }
  if (before.operation !== name || before.input !== digest)
    throw new WeighbridgeError('idempotency-mismatch', idempotencyKey);
  return before.output;
}

async function done(desk: Desk, name: OperationName, given: unknown): Promise<unknown> {
  const { output }: Operation = OPERATIONS[name];
  const useCase = USE_CASES[name] as (desk: Desk, input: unknown) => Promise<unknown>;
  return output.parse(await useCase(desk, given));
}

function parsed({ input: shape }: Operation, input: unknown): unknown {
  const result = shape.safeParse(input);
  if (result.success) return result.data;
  const complaints = result.error.issues.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`);
  // A hostile input has as many mistakes as it likes.
  throw new WeighbridgeError('input-invalid', complaints.slice(0, 10).join('; ').slice(0, 1000));
}

/** Writes the refusal down; of a call by nobody whom the server knows, nothing. */
async function refused(
  parts: ControlParts,
  organisation: string,
  { call, actor, code }: { readonly call: Call; readonly actor: Actor | null; readonly code: WeighbridgeError['code'] },
): Promise<void> {
  const about = namedIn(call);
  if (actor !== null)
    return writeRefusal(parts, organisation, { actor: actor.person.id, operation: call.name, code, about });
  const person = await parts.store.within(organisation, (books) => lapsedCaller(books, call));
  if (person === null) return;
  const credential = call.credentials.kind;
  await writeRefusal(parts, organisation, {
    actor: null,
    operation: call.name,
    code,
    about: { ...about, credential, person },
  });
}

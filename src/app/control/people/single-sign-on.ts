import { createHmac } from 'node:crypto';
import type { SINGLE_SIGN_ON_OPERATIONS } from '../../../contract/control/operations/single-sign-on.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import { digestOf } from '../../../kernel/digest.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { Identity, SignInBinding } from '../../../ports/identity-provider.ts';
import type { ControlParts, SingleSignOn } from '../parts.ts';
import type { UseCases } from '../use-case.ts';
import { admitIdentity } from './admit-identity.ts';
import { linkIdentity, listIdentities, unlinkIdentity } from './identities.ts';
import { newSession } from './sessions.ts';

export const SINGLE_SIGN_ON: UseCases<typeof SINGLE_SIGN_ON_OPERATIONS> = {
  'sso.show': async ({ singleSignOn }) => ({ provider: singleSignOn?.provider.name ?? null }),
  'sso.start': start,
  'sso.finish': finish,
  'identity.list': listIdentities,
  'identity.link': linkIdentity,
  'identity.unlink': unlinkIdentity,
};

/**
 * State, nonce and PKCE verifier all come of a secret that the browser alone keeps, so that nothing is kept here of a
 * sign-in that never ends, and any server of several may end it.
 */
async function start(
  parts: ControlParts,
  { organisation }: ParsedInputOf<'sso.start'>,
): Promise<OutputOf<'sso.start'>> {
  const { provider } = configured(parts, organisation);
  const browser = `wbb_${organisation}_${parts.mint.secret()}`;
  return { address: await provider.authorize(bindingOf(browser)), browser };
}

async function finish(
  parts: ControlParts,
  { browser, parameters }: ParsedInputOf<'sso.finish'>,
): Promise<OutputOf<'sso.finish'>> {
  const organisation = /^wbb_([a-z0-9][a-z0-9-]{0,39})_[\w-]{43}$/.exec(browser)?.[1];
  if (organisation === undefined)
    throw new WeighbridgeError('sso-refused', 'this browser began no sign-in, or did so longer than ten minutes ago');
  const singleSignOn = configured(parts, organisation);
  const identity = await singleSignOn.provider
    .identify(parameters, bindingOf(browser))
    .catch(async (error: unknown) => {
      if (error instanceof WeighbridgeError && error.code === 'sso-refused')
        await writeRefusal(parts, organisation, { code: error.code });
      throw error;
    });
  return signIn(parts, singleSignOn, organisation, identity);
}

async function signIn(
  parts: ControlParts,
  { organisations }: SingleSignOn,
  organisation: string,
  identity: Identity,
): Promise<OutputOf<'sso.finish'>> {
  const now = parts.clock.now();
  const mapping = organisations[organisation] ?? {};
  const answer = await parts.store.within(organisation, async (books) => {
    const admitted = await admitIdentity({ parts, books, now }, mapping, identity);
    return admitted.kind === 'refused' ? admitted : newSession({ parts, books, now }, organisation, admitted.person);
  });
  if (!('kind' in answer)) return answer;
  await writeRefusal(parts, organisation, { code: answer.code, identity: fingerprint(identity), ...answer.about });
  throw new WeighbridgeError(answer.code, answer.detail);
}

function configured({ singleSignOn }: ControlParts, organisation: string): SingleSignOn {
  if (singleSignOn === null || !Object.hasOwn(singleSignOn.organisations, organisation))
    throw new WeighbridgeError('sso-unconfigured', organisation);
  return singleSignOn;
}

function bindingOf(browser: string): SignInBinding {
  const derived = (what: string) => createHmac('sha256', browser).update(what).digest('base64url');
  return { state: derived('state'), nonce: derived('nonce'), verifier: derived('verifier') };
}

/** Names an identity in the log without saying who it is: a subject may be an address. */
function fingerprint({ issuer, subject }: Identity): string {
  return digestOf(JSON.stringify([issuer, subject]));
}

async function writeRefusal(
  parts: ControlParts,
  organisation: string,
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  const at = parts.clock.now().toISOString();
  await parts.store.within(organisation, ({ audit }) =>
    audit.append({ at, actor: 'nobody', act: 'session.refused', subject: 'sso', detail }),
  );
}

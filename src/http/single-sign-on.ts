import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AnswerCall } from '../contract/control/caller.ts';
import type { OutputOf } from '../contract/control/operations.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { cookieIn, cookieName, sessionCookies } from './credentials.ts';

/** Where the identity provider sends browsers back to. */
export const CALLBACK_PATH = '/v1/sso/callback';

const COOKIE = 'wb_sso';
/** Seconds: a sign-in that took longer begins anew. */
const LONGEST = 600;

/**
 * Of a sign-in that was begun: no script reads it, and it goes along when the provider sends the browser back, which a
 * stricter cookie would not.
 */
export function browserCookie({ browser }: OutputOf<'sso.start'>, secure: boolean): string {
  return `${cookieName(COOKIE, secure)}=${browser}; ${flags(secure)}; Max-Age=${LONGEST}`;
}

/** A browser's way back: signed in or not, it goes to the console and nowhere else. */
export function routeSingleSignOn(
  server: FastifyInstance,
  {
    answer,
    secure,
    log,
  }: { readonly answer: AnswerCall; readonly secure: boolean; readonly log: (line: string) => void },
): void {
  server.get(CALLBACK_PATH, async (request, reply) => {
    const used = `${cookieName(COOKIE, secure)}=; ${flags(secure)}; Max-Age=0`;
    try {
      const opened = await finish(answer, request, secure);
      return await reply.header('set-cookie', [...sessionCookies(opened, secure), used]).redirect('/', 303);
    } catch (error) {
      const code = error instanceof WeighbridgeError ? error.code : 'bug';
      log(`sign-in at the provider: ${error instanceof Error ? error.message : String(error)}`);
      return await reply.header('set-cookie', used).redirect(`/?refused=${code}`, 303);
    }
  });
}

async function finish(
  answer: AnswerCall,
  { headers, url }: FastifyRequest,
  secure: boolean,
): Promise<OutputOf<'sso.finish'>> {
  const browser = cookieIn(headers, cookieName(COOKIE, secure)) ?? '';
  const parameters = url.includes('?') ? url.slice(url.indexOf('?') + 1) : '';
  const input = { browser, parameters };
  const output = await answer({ name: 'sso.finish', input, credentials: { kind: 'none' }, idempotencyKey: null });
  return output as OutputOf<'sso.finish'>;
}

function flags(secure: boolean): string {
  return secure ? 'Path=/; HttpOnly; SameSite=Lax; Secure' : 'Path=/v1/sso; HttpOnly; SameSite=Lax';
}

import type { Credentials } from '../contract/control/caller.ts';
import type { OutputOf } from '../contract/control/operations.ts';

const COOKIE = 'wb_session';
const CSRF_COOKIE = 'wb_csrf';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** A token before a cookie: who sends one means it. */
export function credentialsIn(headers: Headers): Credentials {
  const bearer = /^Bearer ([\w-]{1,200})$/i.exec(text(headers.authorization))?.[1];
  if (bearer !== undefined) return { kind: 'token', token: bearer };
  const session = cookieIn(headers, COOKIE);
  if (session === null) return { kind: 'none' };
  return { kind: 'session', session, csrf: text(headers['x-csrf-token']) || null };
}

export function cookieIn(headers: Headers, wanted: string): string | null {
  for (const pair of text(headers.cookie).split(';')) {
    const [name, value = ''] = pair.trim().split('=');
    if (name === wanted && /^[\w-]{1,200}$/.test(value)) return value;
  }
  return null;
}

/**
 * Of a sign-in: the session, which no script reads, and its CSRF token, which only pages of ours can. Neither goes along
 * from a foreign page, and where there is TLS they go over TLS alone.
 */
export function sessionCookies({ session, csrf, expiresAt }: OutputOf<'session.open'>, secure: boolean): string[] {
  const flags = `Path=/; SameSite=Strict; Expires=${new Date(expiresAt).toUTCString()}${secure ? '; Secure' : ''}`;
  return [`${COOKIE}=${session}; HttpOnly; ${flags}`, `${CSRF_COOKIE}=${csrf}; ${flags}`];
}

export const NO_COOKIES: readonly string[] = [
  `${COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`,
  `${CSRF_COOKIE}=; Path=/; SameSite=Strict; Max-Age=0`,
];

function text(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : '';
}

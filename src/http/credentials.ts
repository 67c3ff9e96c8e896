import type { Credentials } from '../contract/control/caller.ts';
import type { OutputOf } from '../contract/control/operations.ts';

const COOKIE = 'wb_session';
const CSRF_COOKIE = 'wb_csrf';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Over TLS a cookie that no other host of the domain can have set, since browsers keep its name for that (RFC 6265bis, 4.1.3.2). */
export function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}

/** A token before a cookie: who sends one means it. */
export function credentialsIn(headers: Headers, secure: boolean): Credentials {
  const bearer = /^Bearer ([\w-]{1,200})$/i.exec(text(headers.authorization))?.[1];
  if (bearer !== undefined) return { kind: 'token', token: bearer };
  const session = cookieIn(headers, cookieName(COOKIE, secure));
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
  const name = (plain: string) => cookieName(plain, secure);
  return [`${name(COOKIE)}=${session}; HttpOnly; ${flags}`, `${name(CSRF_COOKIE)}=${csrf}; ${flags}`];
}

export function noCookies(secure: boolean): string[] {
  const flags = `Path=/; SameSite=Strict; Max-Age=0${secure ? '; Secure' : ''}`;
  return [COOKIE, CSRF_COOKIE].map((name) => `${cookieName(name, secure)}=; ${flags}`);
}

function text(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : '';
}

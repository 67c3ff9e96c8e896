import type { Credentials } from '../contract/control/caller.ts';
import type { OutputOf } from '../contract/control/operations.ts';

const COOKIE = 'wb_session';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** A token before a cookie: who sends one means it. */
export function credentialsIn(headers: Headers): Credentials {
  const bearer = /^Bearer ([\w-]{1,200})$/i.exec(text(headers.authorization))?.[1];
  if (bearer !== undefined) return { kind: 'token', token: bearer };
  const session = cookieIn(text(headers.cookie));
  if (session === null) return { kind: 'none' };
  return { kind: 'session', session, csrf: text(headers['x-csrf-token']) || null };
}

function cookieIn(header: string): string | null {
  for (const pair of header.split(';')) {
    const [name, value = ''] = pair.trim().split('=');
    if (name === COOKIE && /^[\w-]{1,200}$/.test(value)) return value;
  }
  return null;
}

/** No script reads it, no foreign page sends it, and it goes over TLS alone where there is TLS. */
export function sessionCookie({ session, expiresAt }: OutputOf<'session.open'>, secure: boolean): string {
  const flags = `Path=/; HttpOnly; SameSite=Strict; Expires=${new Date(expiresAt).toUTCString()}`;
  return `${COOKIE}=${session}; ${flags}${secure ? '; Secure' : ''}`;
}

export const NO_COOKIE = `${COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`;

function text(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : '';
}

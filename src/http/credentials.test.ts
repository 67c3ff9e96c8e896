import { describe, expect, it } from 'vitest';
import { credentialsIn, noCookies, sessionCookies } from './credentials.ts';

const opened = { session: 's1', csrf: 'c1', expiresAt: '2027-01-01T00:00:00.000Z' } as Parameters<
  typeof sessionCookies
>[0];
const sent = (cookies: readonly string[]) => cookies.map((cookie) => cookie.split(';')[0]).join('; ');

describe('a session’s cookies', () => {
  it.each([true, false])('come back as the session (over TLS: %s)', (secure) => {
    const cookie = sent(sessionCookies(opened, secure));
    expect(credentialsIn({ cookie, 'x-csrf-token': 'c1' }, secure)).toEqual({
      kind: 'session',
      session: 's1',
      csrf: 'c1',
    });
  });

  it('are those that no other host of the domain can set, where there is TLS', () => {
    for (const cookie of [...sessionCookies(opened, true), ...noCookies(true)])
      expect(cookie).toMatch(/^__Host-\w+=[^;]*;(?=.*; Secure)(?=.*Path=\/;)(?!.*Domain)/);
    expect(credentialsIn({ cookie: 'wb_session=planted' }, true)).toEqual({ kind: 'none' });
  });
});

import { createClient } from '../../../src/client/client.ts';
import type { Control } from '../../../src/contract/control/operations.ts';

/** Calls the server this page came from. The browser sends the session by itself; we say that it was us who asked. */
export const call: Control = (name, input) =>
  createClient({
    server: location.origin,
    token: null,
    session: { cookie: null, csrf: cookieNamed(CSRF) ?? '' },
  })(name, input);

/** Over TLS no other host of the domain can have set it. */
const CSRF = location.protocol === 'https:' ? '__Host-wb_csrf' : 'wb_csrf';

/** Whether anybody signed in here: without it there is nobody to ask for. */
export function mayBeSignedIn(): boolean {
  return cookieNamed(CSRF) !== null;
}

function cookieNamed(name: string): string | null {
  const pair = document.cookie.split('; ').find((one) => one.startsWith(`${name}=`));
  return pair === undefined ? null : pair.slice(name.length + 1);
}

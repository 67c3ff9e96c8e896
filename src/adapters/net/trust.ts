import { WeighbridgeError } from '../../kernel/errors.ts';
import { middleCut, printable } from '../../kernel/printable.ts';

/** Hosts whose addresses are not looked at: the endpoint and the download hosts that the caller configured. */
export interface Trust {
  /** `port` as in a URL: empty for the scheme's own. */
  covers(url: URL): boolean;
}

/** `hosts` are `host` for every port, or `host:port`; IPv6 in brackets. Throws `call-invalid` for anything else. */
export function trustIn(hosts: readonly string[]): Trust {
  const trusted = new Set(hosts.map(normalHost));
  return {
    covers: (url) => trusted.has(url.hostname) || trusted.has(`${url.hostname}:${portOf(url)}`),
  };
}

/** Throws `address-refused` for a URL that may not be called whatever it resolves to. */
export function assertCallable(url: URL, trust: Trust): void {
  if (url.username !== '' || url.password !== '') {
    throw new WeighbridgeError('address-refused', `${named(url)} carries a user name or password`);
  }
  if (url.protocol === 'https:') return;
  if (url.protocol !== 'http:') {
    throw new WeighbridgeError('address-refused', `${named(url)} is neither https nor http`);
  }
  if (!trust.covers(url)) throw new WeighbridgeError('address-refused', `${named(url)} is not https`);
}

/** A URL as it may be shown: without query and fragment, where signatures are kept, and without credentials. */
export function named(url: URL): string {
  const origin = url.origin === 'null' ? `${url.protocol}//${url.host}` : url.origin;
  return middleCut(printable(`${origin}${url.pathname}`), 200);
}

function normalHost(host: string): string {
  const text = `http://${host}/`;
  const url = URL.canParse(text) ? new URL(text) : null;
  const bare = url !== null && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  if (!bare || !/^(\[[^\]]+\]|[^:/]+)(:\d{1,5})?$/.test(host)) {
    throw new WeighbridgeError('call-invalid', `not a host or host:port: ${printable(host)}`);
  }
  return /:\d+$/.test(host) ? `${url.hostname}:${portOf(url)}` : url.hostname;
}

function portOf(url: URL): string {
  if (url.port !== '') return url.port;
  return url.protocol === 'https:' ? '443' : '80';
}

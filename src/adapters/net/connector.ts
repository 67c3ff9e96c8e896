import { promises as dns, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { buildConnector } from 'undici';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { printable } from '../../kernel/printable.ts';
import { refusalOf } from './addresses.ts';
import type { Trust } from './trust.ts';

/** Every address of a host; the machine's own resolver unless a test brings another. */
export type Lookup = (hostname: string) => Promise<readonly LookupAddress[]>;

export const systemLookup: Lookup = (hostname) => dns.lookup(hostname, { all: true });

/**
 * Connects to public addresses, and to any address of a trusted host. The address that is looked at is the one that is
 * connected to, so a name that resolves differently the second time gains nothing.
 */
export function guardedConnector(trust: Trust, lookup: Lookup, milliseconds: number): buildConnector.connector {
  const direct = connectorWith(everyAddress(lookup), milliseconds);
  const guarded = connectorWith(publicAddresses(lookup), milliseconds);
  return (target, callback) => {
    if (trust.covers(urlOf(target))) return direct(target, callback);
    const refusal = isIP(target.hostname) === 0 ? null : refusalOf(target.hostname);
    if (refusal !== null) return callback(refused(target.hostname, refusal), null);
    return guarded(target, (...outcome) => callback(...checked(outcome, target.hostname)));
  };
}

function connectorWith(lookup: LookupFunction, timeout: number): buildConnector.connector {
  return buildConnector({ lookup, timeout, allowH2: false } as buildConnector.BuildOptions);
}

function everyAddress(lookup: Lookup): LookupFunction {
  return (hostname, _options, answer) => {
    lookup(hostname).then(
      (addresses) => answer(null, [...addresses]),
      (error: NodeJS.ErrnoException) => answer(error, []),
    );
  };
}

/** Leaves out addresses that are refused; when none is left the host is. */
function publicAddresses(lookup: Lookup): LookupFunction {
  const all = everyAddress(lookup);
  return (hostname, options, answer) => {
    all(hostname, options, (error, addresses) => {
      if (error !== null || typeof addresses === 'string') return answer(error, addresses);
      const open = addresses.filter(({ address }) => refusalOf(address) === null);
      if (open.length > 0) return answer(null, open);
      const refusal = refusalOf(addresses[0]?.address ?? '') ?? 'no address';
      return answer(refused(hostname, refusal), []);
    });
  };
}

/** Looks once more at where the socket really ends, whatever name resolution did on the way. */
function checked(outcome: Parameters<buildConnector.Callback>, hostname: string): Parameters<buildConnector.Callback> {
  // On failure undici gives the error alone.
  const socket = outcome[1] ?? null;
  const refusal = socket === null ? null : refusalOf(peerOf(socket));
  if (socket === null || refusal === null) return outcome;
  socket.destroy();
  return [refused(hostname, refusal), null];
}

/** An IPv4 peer of a dual-stack socket is spelt `::ffff:192.0.2.1`. */
function peerOf(socket: Socket): string {
  return (socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '');
}

function refused(hostname: string, refusal: string): WeighbridgeError {
  return new WeighbridgeError('address-refused', `${printable(hostname)} is at an address that is ${refusal}`);
}

function urlOf({ protocol, hostname, port }: buildConnector.Options): URL {
  // undici takes the brackets off.
  const host = isIP(hostname) === 6 ? `[${hostname}]` : hostname;
  return new URL(`${protocol}//${host}${port === '' || port === null ? '' : `:${port}`}/`);
}

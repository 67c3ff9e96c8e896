import { connect as connectPlainly, isIP, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';

/** Where a model server listens. */
export interface Origin {
  readonly secure: boolean;
  /** As `Host` has it. */
  readonly host: string;
  /** As addresses have it: without the brackets of IPv6. */
  readonly hostname: string;
  readonly port: number;
  readonly tls: UpstreamTls | null;
  /** What the server gave to take up the last connection again: the next needs no certificate and half the work (RFC 8446, section 2.2). */
  readonly resumed: { session: Buffer | undefined };
}

/** Whom to believe that a server is who it says, and how to prove the same to it. All in PEM. */
export interface UpstreamTls {
  /** Tells it from others. */
  readonly id: string;
  /** Who is trusted in place of those whom the system trusts. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

export function originOf(url: string, tls?: UpstreamTls): Origin {
  const { protocol, host, hostname, port } = new URL(url);
  const secure = protocol === 'https:';
  return {
    secure,
    host,
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (secure ? 443 : 80)),
    tls: tls ?? null,
    resumed: { session: undefined },
  };
}

const KEEP_ALIVE = { noDelay: true, keepAlive: true, keepAliveInitialDelay: 60_000 } as const;
/** What is read lies here until it was told of, in one turn: so all connections share it. */
const received = Buffer.allocUnsafeSlow(65_536);

/** What comes is told of, and may be changed, but not kept; the answer is whether more may come now. */
export function openSocket(origin: Origin, take: (bytes: Buffer) => boolean): Socket {
  const { secure, hostname, port } = origin;
  if (secure) return openSecurely(origin, take);
  const callback = (length: number): boolean => take(received.subarray(0, length));
  return connectPlainly({ host: hostname, port, ...KEEP_ALIVE, onread: { buffer: received, callback } });
}

function openSecurely({ hostname, port, tls, resumed }: Origin, take: (bytes: Buffer) => boolean): Socket {
  const socket = connectSecurely({
    host: hostname,
    port,
    ALPNProtocols: ['http/1.1'],
    // An address is no name that a server could be asked for (RFC 6066, section 3).
    ...(isIP(hostname) === 0 ? { servername: hostname } : {}),
    ...(tls?.ca === undefined ? {} : { ca: tls.ca }),
    ...(tls?.cert === undefined ? {} : { cert: tls.cert, key: tls.key }),
    ...(resumed.session === undefined ? {} : { session: resumed.session }),
  });
  socket.on('session', (session) => {
    resumed.session = session;
  });
  // One that the server does not take may not be what keeps us out.
  socket.on('error', () => {
    resumed.session = undefined;
  });
  socket.setNoDelay(true).setKeepAlive(true, KEEP_ALIVE.keepAliveInitialDelay);
  socket.on('data', (bytes: Buffer) => {
    if (!take(bytes)) socket.pause();
  });
  return socket;
}

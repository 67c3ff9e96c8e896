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
  /** Certificates in PEM that are trusted in place of the system's. */
  readonly ca?: string;
}

export function originOf(url: string, ca?: string): Origin {
  const { protocol, host, hostname, port } = new URL(url);
  const secure = protocol === 'https:';
  return {
    secure,
    host,
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (secure ? 443 : 80)),
    ...(ca === undefined ? {} : { ca }),
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

function openSecurely({ hostname, port, ca }: Origin, take: (bytes: Buffer) => boolean): Socket {
  const socket = connectSecurely({
    host: hostname,
    port,
    ALPNProtocols: ['http/1.1'],
    // An address is no name that a server could be asked for (RFC 6066, section 3).
    ...(isIP(hostname) === 0 ? { servername: hostname } : {}),
    ...(ca === undefined ? {} : { ca }),
  });
  socket.setNoDelay(true).setKeepAlive(true, KEEP_ALIVE.keepAliveInitialDelay);
  socket.on('data', (bytes: Buffer) => {
    if (!take(bytes)) socket.pause();
  });
  return socket;
}

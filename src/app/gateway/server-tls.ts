import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import type { GatewayServer } from '../../domain/gateway.ts';
import type { UpstreamTls } from '../../gateway/upstream-http/open-socket.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { SnapshotParts } from './parts.ts';

/** Whom to believe that a server is who it says, and how to prove the same to it. Throws `gateway-invalid` for files that are no such thing. */
export async function tlsOf(
  { tls }: GatewayServer,
  { readText }: Pick<SnapshotParts, 'readText'>,
): Promise<UpstreamTls | undefined> {
  if (tls === null) return undefined;
  const read = async (path: string | null): Promise<string | undefined> => (path === null ? undefined : readText(path));
  const [ca, cert, key] = await Promise.all([read(tls.ca), read(tls.certificate), read(tls.key)]);
  if (ca !== undefined) certificateIn(ca, tls.ca);
  if (
    cert !== undefined &&
    key !== undefined &&
    !certificateIn(cert, tls.certificate).checkPrivateKey(keyIn(key, tls.key))
  )
    throw invalid(tls.key, 'belongs to another certificate');
  const id = createHash('sha256')
    .update(JSON.stringify([ca, cert, key]))
    .digest('hex');
  return {
    id,
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
  };
}

function certificateIn(pem: string, path: string | null): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw invalid(path, 'is no certificate in PEM');
  }
}

function keyIn(pem: string, path: string | null) {
  try {
    return createPrivateKey(pem);
  } catch {
    throw invalid(path, 'is no private key in PEM, or one under a password');
  }
}

function invalid(path: string | null, why: string): WeighbridgeError {
  return new WeighbridgeError('gateway-invalid', `${path} ${why}`);
}

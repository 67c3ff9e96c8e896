import { createHash, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fulcioHandler, initializeCA, initializeCTLog, initializeTLog, rekorHandler } from '@sigstore/mock';
import type { Json } from '../../src/kernel/json.ts';

/** Sigstore's own doubles of Fulcio and Rekor (`@sigstore/mock`) on loopback. The real services are not exercised. */
export interface SigstoreDouble {
  /** As a key to sign with. */
  readonly reference: string;
  /** Whom to trust, as `trusted_root.json`. */
  readonly trustedRoot: Json;
  /** What an identity provider would give this person; nobody signed it, and the double does not ask. */
  token(subject: string, issuer: string): string;
  close(): void;
}

/** What Rekor keeps of an envelope that it is shown (its type `dsse`, v0.0.1): digests and signatures, not the content. */
function asKept(proposed: object): object {
  const { spec, ...kind } = proposed as { spec: { proposedContent: { envelope: string; verifiers: string[] } } };
  const { envelope, verifiers } = spec.proposedContent;
  const { payload, signatures } = JSON.parse(envelope) as { payload: string; signatures: { sig: string }[] };
  const hash = (bytes: string | Buffer) => ({
    algorithm: 'sha256',
    value: createHash('sha256').update(bytes).digest('hex'),
  });
  const kept = signatures.map(({ sig }, at) => ({ signature: sig, verifier: verifiers[at] }));
  const hashes = { envelopeHash: hash(envelope), payloadHash: hash(Buffer.from(payload, 'base64')) };
  return { ...kind, spec: { ...hashes, signatures: kept } };
}

export async function sigstoreDouble(): Promise<SigstoreDouble> {
  const [ofCa, ofCt, ofLog] = [1, 2, 3].map(() => generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  if (ofCa === undefined || ofCt === undefined || ofLog === undefined) throw new Error('no keys');
  const ct = await initializeCTLog(ofCt);
  const ca = await initializeCA(ofCa, ct);
  const server = createServer((request, response) => {
    const handler = handlers.find(({ path }) => path === request.url);
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      if (handler === undefined) return void response.writeHead(404).end();
      void handler.fn(text).then(({ statusCode, response: body, contentType }) => {
        response.writeHead(statusCode, { 'content-type': contentType ?? 'text/plain' }).end(body);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const log = await initializeTLog(address, ofLog);
  const handlers = [fulcioHandler(ca), rekorHandler({ ...log, log: (entry) => log.log(asKept(entry)) })];
  const base64 = (bytes: ArrayBufferView | Buffer) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  const validFor = { start: new Date(Date.now() - 60_000).toISOString() };
  const logOf = (publicKey: Buffer) => ({
    baseUrl: address,
    hashAlgorithm: 'SHA2_256',
    publicKey: { rawBytes: base64(publicKey), keyDetails: 'PKIX_ECDSA_P256_SHA_256', validFor },
    logId: { keyId: createHash('sha256').update(publicKey).digest('base64') },
  });
  return {
    reference: `sigstore:${address},${address}`,
    trustedRoot: {
      mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
      tlogs: [logOf(log.publicKey)],
      ctlogs: [logOf(ct.publicKey)],
      certificateAuthorities: [
        {
          subject: { organization: 'sigstore.mock', commonName: 'sigstore' },
          uri: address,
          certChain: { certificates: [{ rawBytes: base64(ca.rootCertificate) }] },
          validFor,
        },
      ],
      timestampAuthorities: [],
    },
    token: (subject, issuer) =>
      ['{"alg":"none"}', JSON.stringify({ sub: subject, iss: issuer }), '']
        .map((part) => Buffer.from(part).toString('base64url'))
        .join('.'),
    close: () => void server.close(),
  };
}

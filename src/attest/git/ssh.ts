import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { MalformedError } from '../../kernel/bytes.ts';

/** An SSH signature (OpenSSH, PROTOCOL.sshsig), taken apart. */
export interface SshSignature {
  readonly key: KeyObject;
  /** `SHA256:…`, as ssh-keygen shows it. */
  readonly fingerprint: string;
  readonly namespace: string;
  readonly hash: 'sha256' | 'sha512';
  readonly algorithm: string;
  readonly signature: Uint8Array;
}

/** Reads an armoured SSH signature. Throws MalformedError, also for keys in hardware (`sk-`), which are not read here. */
export function parseSshSignature(armoured: string): SshSignature {
  const base64 = /-----BEGIN SSH SIGNATURE-----([A-Za-z0-9+/=\s]+)-----END SSH SIGNATURE-----/.exec(armoured)?.[1];
  const bytes = Buffer.from(base64 ?? '', 'base64');
  if (bytes.subarray(0, 6).toString('latin1') !== 'SSHSIG') throw new MalformedError('no SSH signature', 0);
  const fields = reader(bytes, 6);
  if (fields.number() !== 1) throw new MalformedError('an SSH signature of another version', 6);
  const blob = fields.field();
  const namespace = fields.field().toString('utf8');
  fields.field();
  const hash = fields.field().toString('latin1');
  if (hash !== 'sha256' && hash !== 'sha512') throw new MalformedError(`an unknown hash, ${hash}`, 0);
  const inner = reader(fields.field(), 0);
  const algorithm = inner.field().toString('latin1');
  const fingerprint = `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
  return { key: sshPublicKey(blob), fingerprint, namespace, hash, algorithm, signature: inner.field() };
}

/** Whether the signature is its own key's over `message`, made for `namespace`. Says nothing of whom the key is. */
export function sshSignatureHolds(signature: SshSignature, message: Uint8Array, namespace: string): boolean {
  if (signature.namespace !== namespace) return false;
  const digest = createHash(signature.hash).update(message).digest();
  const parts = [Buffer.from(namespace), Buffer.alloc(0), Buffer.from(signature.hash), digest];
  const signed = Buffer.concat([Buffer.from('SSHSIG'), ...parts.map(lengthFirst)]);
  try {
    return verifyAs(signature, signed);
  } catch {
    return false;
  }
}

function verifyAs({ key, algorithm, signature }: SshSignature, signed: Buffer): boolean {
  if (algorithm === 'ssh-ed25519') return key.asymmetricKeyType === 'ed25519' && verify(null, signed, key, signature);
  if (algorithm === 'rsa-sha2-256' || algorithm === 'rsa-sha2-512') {
    return key.asymmetricKeyType === 'rsa' && verify(algorithm.replace('rsa-sha2-', 'sha'), signed, key, signature);
  }
  const size = /^ecdsa-sha2-nistp(256|384|521)$/.exec(algorithm)?.[1];
  if (size === undefined || key.asymmetricKeyType !== 'ec') return false;
  const width = Math.ceil(Number(size) / 8);
  const numbers = reader(Buffer.from(signature), 0);
  const raw = Buffer.concat([fixed(numbers.field(), width), fixed(numbers.field(), width)]);
  const hash = { 256: 'sha256', 384: 'sha384', 521: 'sha512' }[size] ?? 'sha256';
  return verify(hash, signed, { key, dsaEncoding: 'ieee-p1363' }, raw);
}

/** A public key as SSH writes it: the line of a `.pub` file, or the blob in it. Throws MalformedError. */
export function sshPublicKey(key: Buffer | string): KeyObject {
  const blob =
    typeof key === 'string' ? Buffer.from(/^\S+ ([A-Za-z0-9+/=]+)/.exec(key.trim())?.[1] ?? '', 'base64') : key;
  const fields = reader(blob, 0);
  const kind = fields.field().toString('latin1');
  try {
    if (kind === 'ssh-ed25519') {
      return createPublicKey({
        format: 'jwk',
        key: { kty: 'OKP', crv: 'Ed25519', x: base64url(fields.field()) },
      });
    }
    if (kind === 'ssh-rsa') {
      const [e, n] = [base64url(unsigned(fields.field())), base64url(unsigned(fields.field()))];
      return createPublicKey({ format: 'jwk', key: { kty: 'RSA', e, n } });
    }
    const size = /^ecdsa-sha2-nistp(256|384|521)$/.exec(kind)?.[1];
    if (size !== undefined) {
      fields.field();
      const point = fields.field();
      const half = (point.length - 1) / 2;
      const [x, y] = [base64url(point.subarray(1, 1 + half)), base64url(point.subarray(1 + half))];
      return createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: `P-${size}`, x, y } });
    }
  } catch (cause) {
    throw new MalformedError(`no ${kind} key`, 0, { cause });
  }
  throw new MalformedError(`a key of a kind that is not read (${kind.slice(0, 40)})`, 0);
}

interface Fields {
  number(): number;
  field(): Buffer;
}

function reader(bytes: Buffer, start: number): Fields {
  let at = start;
  const take = (length: number): Buffer => {
    const part = bytes.subarray(at, at + length);
    if (part.length < length) throw new MalformedError('SSH’s bytes end early', at);
    at += length;
    return part;
  };
  const number = (): number => take(4).readUInt32BE(0);
  return { number, field: () => take(number()) };
}

function base64url(bytes: Buffer): string {
  return bytes.toString('base64url');
}

function lengthFirst(part: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(part.length);
  return Buffer.concat([length, part]);
}

function unsigned(number: Buffer): Buffer {
  let start = 0;
  while (start < number.length - 1 && number[start] === 0) start++;
  return number.subarray(start);
}

function fixed(number: Buffer, width: number): Buffer {
  const bare = unsigned(number);
  if (bare.length > width) throw new MalformedError('a number too long for its curve', 0);
  return Buffer.concat([Buffer.alloc(width - bare.length), bare]);
}

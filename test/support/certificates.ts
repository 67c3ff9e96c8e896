import { generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto';

/** A certificate made for a test, with the key that goes with it. */
export interface MadeCertificate {
  readonly der: Uint8Array;
  readonly x509: X509Certificate;
  readonly key: KeyObject;
  readonly name: string;
}

export interface CertificateWish {
  readonly name: string;
  /** Null signs itself. */
  readonly issuer: MadeCertificate | null;
  readonly from?: Date;
  readonly to?: Date;
  readonly isCA?: boolean;
  readonly pathLength?: number;
  /** Bits of KeyUsage (RFC 5280, 4.2.1.3): 0 digitalSignature, 5 keyCertSign; null leaves it out. */
  readonly usage?: readonly number[] | null;
  /** Dotted identifiers of ExtendedKeyUsage. */
  readonly purposes?: readonly string[];
  /** A critical extension that nobody knows. */
  readonly strange?: boolean;
}

const DAY = 24 * 60 * 60 * 1000;

/** An X.509 certificate on P-256, as RFC 5280 lays it out: Node makes none. */
export function makeCertificate(wish: CertificateWish): MadeCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = wish.issuer ?? { name: wish.name, key: privateKey };
  const body = sequence(
    tagged(0xa0, integer(2)),
    integer(Math.floor(Math.random() * 1e9) + 1),
    ECDSA_SHA256,
    distinguished(issuer.name),
    sequence(time(wish.from ?? new Date(Date.now() - DAY)), time(wish.to ?? new Date(Date.now() + DAY))),
    distinguished(wish.name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensionsOf(wish))),
  );
  const signature = sign('sha256', body, issuer.key);
  const der = sequence(body, ECDSA_SHA256, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])));
  return { der, x509: new X509Certificate(der), key: privateKey, name: wish.name };
}

function extensionsOf({ isCA, pathLength, usage = [0], purposes, strange }: CertificateWish): Buffer[] {
  const length = pathLength === undefined ? [] : [integer(pathLength)];
  const all: Buffer[] = [];
  if (isCA === true) all.push(extension('2.5.29.19', sequence(tagged(0x01, Buffer.from([0xff])), ...length)));
  if (usage !== null) all.push(extension('2.5.29.15', tagged(0x03, Buffer.from([0, bits(usage)]))));
  if (purposes !== undefined) all.push(extension('2.5.29.37', sequence(...purposes.map(identifier))));
  if (strange === true) all.push(extension('1.2.3.4', sequence()));
  return all;
}

function extension(oid: string, value: Buffer): Buffer {
  return sequence(identifier(oid), tagged(0x01, Buffer.from([0xff])), tagged(0x04, value));
}

function bits(set: readonly number[]): number {
  return set.reduce((byte, bit) => byte | (0x80 >> bit), 0);
}

function tagged(tag: number, value: Buffer): Buffer {
  const { length } = value;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), value]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function integer(value: number): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return tagged(0x02, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

function identifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const base128 = (value: number): number[] => {
    const digits = [value & 0x7f];
    for (let left = value >> 7; left > 0; left >>= 7) digits.unshift((left & 0x7f) | 0x80);
    return digits;
  };
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function distinguished(name: string): Buffer {
  return sequence(tagged(0x31, sequence(identifier('2.5.4.3'), tagged(0x0c, Buffer.from(name)))));
}

/** GeneralizedTime, to the second. */
function time(date: Date): Buffer {
  return tagged(0x18, Buffer.from(`${date.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`));
}

const ECDSA_SHA256 = sequence(identifier('1.2.840.10045.4.3.2'));

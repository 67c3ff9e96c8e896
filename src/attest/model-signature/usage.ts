/** What a certificate may be used for; null where it does not say. */
export interface CertificateUsage {
  readonly isCA: boolean;
  /** How many authorities may stand between this one and the signer. */
  readonly pathLength: number | null;
  readonly signsData: boolean | null;
  readonly signsCertificates: boolean | null;
  readonly signsCode: boolean | null;
  /** A critical extension that is none of those read here: such a certificate must be refused (RFC 5280, section 4.2). */
  readonly unknownCritical: string | null;
}

const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
const EXTENDED_KEY_USAGE = '2.5.29.37';
/** Alternative name, and both key identifiers: they name, and allow nothing. */
const NAMING = ['2.5.29.17', '2.5.29.14', '2.5.29.35'];
const CODE_SIGNING = '1.3.6.1.5.5.7.3.3';
const ANY_PURPOSE = '2.5.29.37.0';

/** Reads the extensions that say what a certificate (DER) is for. What cannot be read is not understood. */
export async function usageOf(der: Uint8Array): Promise<CertificateUsage> {
  const { X509Certificate } = await import('@sigstore/core');
  try {
    const certificate = X509Certificate.parse(Buffer.from(der));
    const extensions = certificate.extensions.map((one) => ({
      oid: one.subs[0]?.toOID() ?? '',
      critical: one.subs.length === 3,
    }));
    const known = [BASIC_CONSTRAINTS, KEY_USAGE, EXTENDED_KEY_USAGE, ...NAMING];
    const { extBasicConstraints: constraints, extKeyUsage: usage } = certificate;
    const purposes =
      certificate.extension(EXTENDED_KEY_USAGE)?.valueObj.subs[0]?.subs.map((one) => one.toOID()) ?? null;
    return {
      isCA: constraints?.isCA ?? false,
      pathLength: constraints?.pathLenConstraint === undefined ? null : Number(constraints.pathLenConstraint),
      signsData: usage === undefined ? null : usage.digitalSignature,
      signsCertificates: usage === undefined ? null : usage.keyCertSign,
      signsCode: purposes === null ? null : purposes.includes(CODE_SIGNING) || purposes.includes(ANY_PURPOSE),
      unknownCritical: extensions.find(({ oid, critical }) => critical && !known.includes(oid))?.oid ?? null,
    };
  } catch {
    return { ...NOTHING, unknownCritical: 'unreadable' };
  }
}

const NOTHING: CertificateUsage = {
  isCA: false,
  pathLength: null,
  signsData: false,
  signsCertificates: false,
  signsCode: false,
  unknownCritical: null,
};

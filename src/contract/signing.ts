import type { DecidedFile, Decision } from '../domain/decision.ts';
import type { Digest } from '../kernel/digest.ts';

export interface VerifyInput {
  readonly folder: string;
  /** A signed decision, or with `bundle` the bundle that holds one. */
  readonly decisionFile: string;
  readonly bundle?: boolean;
  /** A server's signed list of what no longer counts. */
  readonly revocationsFile?: string | undefined;
  /** Public keys to trust, as files; empty for those in the user's folder. */
  readonly keyFiles: readonly string[];
  /** Whom to trust where an identity signed (Sigstore), instead of those in the user's settings. */
  readonly identities?: SignatureTrustInput['identities'];
  /** Of another Sigstore than the public one, as `trusted_root.json`. */
  readonly trustedRootFile?: string | null;
}

/** Files, or one, against the signed provenance of what was built. */
export interface VerifyProvenanceInput extends Pick<VerifyInput, 'keyFiles' | 'identities' | 'trustedRootFile'> {
  readonly path: string;
  readonly provenanceFile: string;
}

/** What a server signed about a publication, a withdrawal or a subject; `folder`: the files that are out, null where none is held. */
export interface VerifyStatementInput
  extends Pick<VerifyInput, 'keyFiles' | 'identities' | 'trustedRootFile' | 'revocationsFile'> {
  readonly statementFile: string;
  readonly folder: string | null;
}

export interface Stated {
  readonly kind: 'publication' | 'withdrawal' | 'hosted' | 'image' | 'composite';
  readonly name: string;
  /** Of the manifest or the subject. */
  readonly digest: Digest;
  /** How far, to whom, under what; or on what it rests. */
  readonly says: string;
  readonly at: string;
  /** Null: it does not say. */
  readonly expiresAt: string | null;
  readonly admits: boolean;
  readonly withdrawn: string | null;
  /** Of a composite: what it is made of, by the digests that were decided on. */
  readonly parts: readonly { readonly role: string; readonly id: string; readonly digest: Digest }[];
}

export interface StatementVerification
  extends Pick<Verification, 'ok' | 'keyId' | 'refusals' | 'extraDocuments' | 'filesChecked'> {
  /** Null when the signature does not hold. */
  readonly stated: Stated | null;
}

export interface ProvenanceVerification {
  readonly ok: boolean;
  readonly keyId: string | null;
  /** Null when the signature does not hold. */
  readonly provenance: {
    readonly buildType: string;
    readonly builder: string;
    readonly parameters: Readonly<Record<string, string>>;
    readonly materials: readonly { readonly uri: string; readonly digest: Readonly<Record<string, string>> }[];
    readonly versions: Readonly<Record<string, string>>;
  } | null;
  readonly refusals: readonly Refusal[];
  readonly filesChecked: number;
}

export interface HoldInput {
  readonly folder: string;
  readonly decision: { readonly files: readonly Pick<DecidedFile, 'path' | 'sha256' | 'claimed'>[] };
}

/** Why a folder is not what a decision admitted. */
export interface Refusal {
  readonly kind:
    | 'signature'
    | 'expired'
    | 'not-admitted'
    | 'missing'
    | 'changed'
    | 'extra'
    | 'unvetted'
    | 'unreadable'
    | 'link'
    | 'manifest'
    | 'stale'
    | 'revoked'
    | 'revoked-key'
    | 'revocations'
    | 'withdrawn'
    | 'release';
  readonly path: string | null;
  readonly message: string;
}

export interface Verification {
  readonly ok: boolean;
  /** Null when the signature does not hold: then nothing it says is worth repeating. */
  readonly decision: Decision | null;
  /** Of the key; or who signed, where an identity did. */
  readonly keyId: string | null;
  readonly refusals: readonly Refusal[];
  /** Documents that were not there when it was signed; no loader takes them up. */
  readonly extraDocuments: readonly string[];
  readonly filesChecked: number;
}

/** A server that was started on the bytes of a decision. */
export interface AttestServingInput {
  readonly decision: Decision;
  readonly url: string;
  readonly startedAt: string;
  /** How long the statement holds; none: it ends now. */
  readonly seconds: number;
  readonly keyFile: string;
  readonly file: string;
}

/** Who answers for one finding of a kept dossier's model, until when. */
export interface WaiveInput {
  /** By the first digits of its digest. */
  readonly dossier: string;
  readonly target: string;
  readonly owner: string;
  readonly reason: string;
  /** `YYYY-MM-DD`. */
  readonly until: string;
  readonly keyFile: string;
  readonly file: string;
}

/** Whom to trust for signatures of models. Without any, those whom the user's settings trust. */
export interface SignatureTrustInput {
  /** Public keys. */
  readonly keyFiles: readonly string[];
  /** Certificates of authorities, in PEM. */
  readonly authorityFiles: readonly string[];
  /** Compared exactly with what Sigstore vouches for. */
  readonly identities: readonly { readonly identity: string; readonly issuer: string }[];
  /** Sigstore's trusted root as JSON; null for its public instance. */
  readonly trustedRootFile: string | null;
  /** When certificates of a chain must be in their time; null for now. ISO 8601. */
  readonly at: string | null;
}

export interface VerifyModelInput {
  /** A folder or a single file on this machine. */
  readonly folder: string;
  /** A bundle of OpenSSF Model Signing. */
  readonly signatureFile: string;
  readonly trust: SignatureTrustInput;
  /** Left out besides what the signer left out; relative to the folder. */
  readonly ignorePaths: readonly string[];
  readonly allowSymlinks: boolean;
}

/** Whether a folder is what somebody trusted has signed. */
export interface ModelVerification {
  readonly ok: boolean;
  /** Null when nobody trusted signed it. */
  readonly signer:
    | { readonly kind: 'key'; readonly keyId: string }
    | { readonly kind: 'certificate'; readonly subject: string }
    | { readonly kind: 'identity'; readonly identity: string; readonly issuer: string }
    | null;
  readonly refusals: readonly Refusal[];
  /** Paths that were not signed because the signer, or the caller, leaves them out. */
  readonly ignored: readonly string[];
  readonly filesChecked: number;
}

export interface SignModelInput {
  readonly folder: string;
  readonly signatureFile: string;
  readonly keyFile: string;
  /** The signer's certificate and its chain, in PEM; empty to sign with the key alone. */
  readonly certificateFiles: readonly string[];
  readonly ignorePaths: readonly string[];
  readonly allowSymlinks: boolean;
}

export interface SignedModel {
  readonly signatureFile: string;
  readonly files: number;
  /** The root digest that was signed. */
  readonly manifest: Digest;
  readonly keyId: string;
}

export interface NewKey {
  readonly keyFile: string;
  readonly publicKeyFile: string;
  readonly keyId: string;
}

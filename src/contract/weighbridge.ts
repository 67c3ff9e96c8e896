import type { Advisory, IndexedEcosystem } from '../domain/advisory.ts';
import type { Decision } from '../domain/decision.ts';
import type { Ecosystem } from '../domain/dependency.ts';
import type { FileDifference } from '../domain/difference.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { Rule } from '../domain/finding.ts';
import type { LicenceReading, Outbound } from '../domain/licence.ts';
import type { AdmissionPolicy } from '../domain/policy.ts';
import type { PolicyCaseResult, PolicyFlip } from '../domain/policy-case.ts';
import type { ScannedFile } from '../domain/scan.ts';
import type { IntendedUse } from '../domain/use.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { DossierSummary, Vetting } from '../domain/vetting.ts';
import type { Digest } from '../kernel/digest.ts';
import type { WeighbridgeError } from '../kernel/errors.ts';
import type { Progress } from './progress.ts';

/** Who calls, and how they hear of long work. */
export interface Caller {
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** A document that the caller hands over: its text, and the name to give in complaints about it. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** What the user says of the use, over what `use.yaml` says. */
export type UseFlags = Partial<IntendedUse>;

export interface VetInput {
  /** A path, `hf:org/name[@revision]`, a hub URL, or an `https://` URL of one file. */
  readonly reference: string;
  /** A profile's name, or a policy's own text; null for `default`. */
  readonly policy: { readonly kind: 'profile'; readonly id: string } | ({ readonly kind: 'text' } & NamedText) | null;
  readonly use: NamedText | null;
  readonly useFlags: UseFlags;
  /** Fetch every file into this folder, and prove every digest the source states. */
  readonly downloadTo: string | null;
  /** Sign the decision with the key in this file, and write it there. */
  readonly sign: { readonly keyFile: string; readonly decisionFile: string } | null;
  /** Write all that was concluded as in-toto statements in DSSE envelopes, one a line, signed with the key of `sign`. */
  readonly attestFile?: string | null;
  /** Keep the dossier in the user's data folder. */
  readonly keep: boolean;
  /** Evidence that is gathered only when asked for, by the collector's id, with what it is told: `detonation`. */
  readonly asked?: ReadonlyMap<string, string>;
  /** Rule packs, plain or signed, whose rules are asked of every file too. */
  readonly rulePacks?: readonly NamedText[];
}

export interface ScanInput {
  readonly paths: readonly string[];
  /** Findings that are no news: they are left out, and do not count. */
  readonly known: NamedText | null;
  /** Rule packs, plain or signed, whose rules are asked of every file too. */
  readonly rulePacks?: readonly NamedText[];
}

/** What a scan has to say besides its files. */
export interface Scanned {
  /** Every rule that a file check can find, for reports that explain them. */
  readonly rules: readonly Rule[];
  /** Findings that were left out because they are known. */
  readonly known: number;
  /** Paths that could not be opened, each with its reason. */
  readonly failures: readonly WeighbridgeError[];
}

export interface VerifyInput {
  readonly folder: string;
  readonly decisionFile: string;
  /** Public keys to trust, as files; empty for those in the user's folder. */
  readonly keyFiles: readonly string[];
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
    | 'manifest';
  readonly path: string | null;
  readonly message: string;
}

export interface Verification {
  readonly ok: boolean;
  /** Null when the signature does not hold: then nothing it says is worth repeating. */
  readonly decision: Decision | null;
  readonly keyId: string | null;
  readonly refusals: readonly Refusal[];
  /** Documents that were not there when it was signed; no loader takes them up. */
  readonly extraDocuments: readonly string[];
  readonly filesChecked: number;
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

/** A model that is known again by its weights. */
export interface RegisteredBase {
  readonly name: string;
  readonly revision: string | null;
  /** Tensors whose values are known. */
  readonly tensors: number;
  readonly storedAt: string | null;
}

export interface NewKey {
  readonly keyFile: string;
  readonly publicKeyFile: string;
  readonly keyId: string;
}

export interface DossierDifference {
  readonly before: Vetting;
  readonly after: Vetting;
  readonly files: readonly FileDifference[];
  /** Identities of findings. */
  readonly findingsAdded: readonly string[];
  readonly findingsGone: readonly string[];
}

export interface ConvertInput {
  readonly file: string;
  readonly to: string;
  /** Sign a statement that binds both files, and write it there. */
  readonly sign: { readonly keyFile: string; readonly statementFile: string } | null;
}

/** Which bytes became which. */
export interface Conversion {
  readonly from: Digest;
  readonly to: Digest;
  /** Of the new file, in bytes. */
  readonly size: number;
  readonly tensors: number;
  readonly keyId: string | null;
}

/** One instruction of a pickle, explained; or, with an empty `opcode`, a remark on what lies between programs. */
export interface DisassembledLine {
  readonly offset: number;
  /** Which program of the file, from 0. */
  readonly program: number;
  readonly opcode: string;
  readonly argument: string;
  readonly effect: string;
  readonly call: string | null;
  readonly lookup: string | null;
}

export interface RevetInput {
  /** By the first digits; for `named` alone. */
  readonly dossiers: readonly string[];
  /** `touched`: those that name a package whose advisories changed since the last time. */
  readonly which: 'named' | 'touched' | 'all';
  /** Null: the policy that judged before. */
  readonly policy: VetInput['policy'];
  readonly keep: boolean;
}

/** One dossier, before and after it was judged anew. */
export interface Revetted {
  readonly before: Vetting;
  readonly after: Vetting;
  /** Whether anything came out otherwise. */
  readonly changed: boolean;
  /** Identities of findings. */
  readonly findingsAdded: readonly string[];
  readonly findingsGone: readonly string[];
}

export interface RevetSummary {
  readonly looked: number;
  /** Models and uses with a dossier, each counted once. */
  readonly kept: number;
}

export interface TakeInput {
  /** A vetting, as it is kept or as the JSON report has it; parsed JSON that nobody has looked at. */
  readonly document: unknown;
  /** For complaints. */
  readonly name: string;
  readonly policy: VetInput['policy'];
}

export interface PolicyTestInput {
  readonly policy: VetInput['policy'];
  readonly cases: NamedText;
  /** Reads a dossier that a case names by its path. Throws WeighbridgeError. */
  readonly readDossier: (path: string) => Promise<string>;
}

/** A feed of model advisories, and who signed it. */
export interface FeedAnswer {
  readonly name: string;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly advisories: number;
  readonly keyId: string;
}

/** A VEX document that counts from now on. */
export interface VexAnswer {
  readonly author: string;
  /** Those about packages that we match. */
  readonly statements: number;
  readonly keyId: string;
}

export interface AdvisoryUpdateInput {
  /** Empty: those that are indexed, or PyPI at first. */
  readonly ecosystems: readonly Ecosystem[];
  /** A folder or an archive of OSV records, instead of the feed. */
  readonly from: string | null;
  /** Replace what is indexed. */
  readonly whole: boolean;
}

export interface AdvisoryUpdate {
  readonly ecosystems: readonly EcosystemUpdate[];
  /** Records that are not as OSV has them; they are left out. */
  readonly problems: readonly AdvisoryProblem[];
}

export interface EcosystemUpdate {
  readonly ecosystem: Ecosystem;
  readonly read: number;
  readonly how: 'whole' | 'changes';
  readonly state: IndexedEcosystem;
}

export interface AdvisoryProblem {
  readonly name: string;
  readonly why: string;
}

export interface AdvisoryListing {
  readonly ecosystems: readonly IndexedEcosystem[];
  readonly advisories: readonly Advisory[];
}

export interface LicenceInput {
  readonly reference: string;
  readonly use: NamedText | null;
  readonly useFlags: UseFlags;
}

/** The licences of a model against one use, and what may be put on a derivative of it. */
export interface LicenceRead {
  readonly reference: string;
  readonly reading: LicenceReading;
  readonly outbound: Outbound;
}

/** What a declared model came to, or why its declaration could not be read. `id` is the declaration's own, echoed. */
export type DeclarationAnswer =
  | { readonly kind: 'reading'; readonly line: number; readonly id: unknown; readonly reading: LicenceReading }
  | { readonly kind: 'mistake'; readonly line: number; readonly id: unknown; readonly error: WeighbridgeError };

/** The answers to a file of declarations, in order. `lines`: the file was JSON a line. */
export interface DeclarationAnswers {
  readonly lines: boolean;
  readonly answers: Iterable<DeclarationAnswer>;
}

/** A rule pack that was read, and whose examples did what they stand for. */
export interface RulePackAnswer {
  readonly name: string;
  readonly version: number;
  readonly digest: Digest;
  readonly rules: number;
  readonly examples: number;
  /** Whose signature holds; null for a plain pack. */
  readonly keyId: string | null;
}

/** Everything Weighbridge does, whichever face asks. A face need not know what stands behind it. */
export interface Weighbridge {
  /** Throws WeighbridgeError when no dossier could be made. */
  vet(input: VetInput, caller: Caller): Promise<Vetting>;
  /** Calls back a file as soon as it was scanned, sorted by path within each of `paths`. */
  scan(input: ScanInput, onFile: (file: ScannedFile) => void, caller: Caller): Promise<Scanned>;
  /** A pickle's program, annotated; of an archive, `data.pkl` or the named member. Throws `not-a-pickle`. */
  disassemble(
    input: { readonly reference: string; readonly member: string | null },
    caller: Caller,
  ): AsyncIterable<DisassembledLine>;
  /** Rewrites a PyTorch checkpoint as safetensors. Throws `convert-refused`. */
  convert(input: ConvertInput, caller: Caller): Promise<Conversion>;
  verify(input: VerifyInput, caller: Caller): Promise<Verification>;
  /** Holds a folder against a bundle of OpenSSF Model Signing, offline. Throws `model-signature-invalid`. */
  verifyModel(input: VerifyModelInput, caller: Caller): Promise<ModelVerification>;
  /** Signs a folder as OpenSSF Model Signing does. Throws `sign-refused`, `certificate-invalid`. */
  signModel(input: SignModelInput, caller: Caller): Promise<SignedModel>;
  /** Registers a model, so that `vet` knows its weights again in others. */
  registerBase(
    input: { readonly reference: string; readonly name: string | null; readonly aliases: readonly string[] },
    caller: Caller,
  ): Promise<RegisteredBase>;
  listBases(): Promise<readonly RegisteredBase[]>;
  /** Writes a new key, readable by its owner alone, and its public half beside it; trusts it. */
  newKey(input: { readonly file: string | null; readonly kind: 'ed25519' | 'p256' }): Promise<NewKey>;
  /** A public key, or an authority's certificate. */
  trustKey(input: { readonly file: string }): Promise<{ readonly keyId: string; readonly storedAt: string }>;
  trustIdentity(input: { readonly identity: string; readonly issuer: string }): Promise<{ readonly storedAt: string }>;
  /** Reads the licences of a model alone. Throws WeighbridgeError when it cannot be opened. */
  readLicence(input: LicenceInput, caller: Caller): Promise<LicenceRead>;
  /** Judges models that are not at hand by what is declared of them. A document that cannot be read is an answer, too. */
  judgeDeclarations(input: NamedText): Promise<DeclarationAnswers>;
  listDossiers(): Promise<readonly DossierSummary[]>;
  /** By the first digits of its digest. */
  showDossier(input: { readonly dossier: string }): Promise<Vetting>;
  diffDossiers(input: { readonly before: string; readonly after: string }): Promise<DossierDifference>;
  /** Judges kept dossiers anew, without the bytes. Throws `dossier-*`, `policy-invalid`. */
  revet(input: RevetInput, onEach: (one: Revetted) => void, caller: Caller): Promise<RevetSummary>;
  /** What the policy says of the dossier, asked nothing but what the dossier was asked. Throws `policy-invalid`. */
  judgeDossier(input: {
    readonly policy: VetInput['policy'];
    readonly dossier: Dossier;
    /** `YYYY-MM-DD`; null for today. */
    readonly on: string | null;
  }): Promise<{ readonly policy: AdmissionPolicy; readonly verdict: Verdict }>;
  /** A vetting from elsewhere, judged here; kept by nobody yet. Throws `dossier-invalid`. */
  takeDossier(input: TakeInput): Promise<Vetting>;
  /** Keeps a vetting that a server gave, as that server judged it. Throws `dossier-invalid`. */
  keepDossier(input: Pick<TakeInput, 'document' | 'name'>): Promise<DossierSummary>;
  /** Holds a policy against saved dossiers with verdicts that are expected. Throws `policy-invalid`, `cases-invalid`. */
  testPolicy(input: PolicyTestInput): Promise<readonly PolicyCaseResult[]>;
  /** Which kept dossiers, the newest of each model and use, another policy would judge otherwise. */
  whatIf(
    input: { readonly policy: VetInput['policy'] },
    caller: Caller,
  ): Promise<{ readonly looked: number; readonly flips: readonly PolicyFlip[] }>;
  /** A feed's text from advisories about models. Throws `feed-invalid`. */
  publishFeed(input: {
    readonly name: string;
    readonly documents: readonly NamedText[];
    readonly days: number;
  }): Promise<string>;
  /** The signed feed's text, or a VEX document's. Throws `feed-invalid`, `key-*`. */
  signFeed(input: NamedText & { readonly keyFile: string }): Promise<string>;
  /** Throws `feed-untrusted`, `feed-invalid`. */
  verifyFeed(input: NamedText & { readonly keyFiles: readonly string[] }): Promise<FeedAnswer>;
  /** Takes a signed VEX document. Throws `feed-untrusted`, `feed-invalid`. */
  trustVex(input: NamedText & { readonly keyFiles: readonly string[] }): Promise<VexAnswer>;
  /** Fetches a signed feed from a file or an address and follows it. Throws `feed-*`. */
  followFeed(
    input: { readonly source: string; readonly keyFiles: readonly string[] },
    caller: Caller,
  ): Promise<FeedAnswer>;
  /** Throws `advisories-invalid`, and what a source throws. */
  updateAdvisories(input: AdvisoryUpdateInput, caller: Caller): Promise<AdvisoryUpdate>;
  /** What is indexed, and what is known of one package. Throws `advisories-missing`. */
  listAdvisories(input: { readonly package: string | null }): Promise<AdvisoryListing>;
  /** Throws `advisories-missing`, `advisory-not-found`. */
  showAdvisory(input: { readonly id: string }): Promise<readonly Advisory[]>;
  /** Reads a rule pack and runs its examples. Throws `rules-invalid`, each mistake at its line and column; `rules-untrusted`. */
  testRules(input: NamedText): Promise<RulePackAnswer>;
  /** Signs a pack that passes its examples; gives the envelope to be written. */
  signRules(input: NamedText & { readonly keyFile: string }): Promise<RulePackAnswer & { readonly envelope: string }>;
  /** Holds a signed pack against these keys, or those in the user's folder. Throws `rules-untrusted`. */
  verifyRules(input: NamedText & { readonly keyFiles: readonly string[] }): Promise<RulePackAnswer>;
  /** Every rule of every check, in the order of the reports. */
  listRules(): Promise<readonly Rule[]>;
  /** A built-in profile as YAML. Throws `policy-invalid` for an unknown name. */
  profileText(input: { readonly id: string }): string;
  /** Throws `policy-invalid` with every mistake, each at its line and column. */
  checkPolicy(input: NamedText): Promise<AdmissionPolicy>;
}

import type { Advisory } from '../domain/advisory.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { Rule } from '../domain/finding.ts';
import type { Outbound } from '../domain/licence.ts';
import type { AdmissionPolicy } from '../domain/policy.ts';
import type { PolicyCaseResult, PolicyFlip } from '../domain/policy-case.ts';
import type { ScannedFile } from '../domain/scan.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { DossierSummary, Vetting } from '../domain/vetting.ts';
import type { Json } from '../kernel/json.ts';
import type { AdvisoryListing, AdvisoryUpdate, AdvisoryUpdateInput, FeedAnswer, VexAnswer } from './advisories.ts';
import type { Caller, NamedText } from './caller.ts';
import type {
  DossierDifference,
  PolicyTestInput,
  RevetInput,
  RevetOneInput,
  RevetSummary,
  Revetted,
  TakeInput,
} from './dossiers.ts';
import type { DeclarationAnswers, LicenceInput, LicenceRead } from './licences.ts';
import type { RegisteredBase } from './lineage.ts';
import type { Conversion, ConvertInput, DisassembledLine } from './pickles.ts';
import type { RulePackAnswer } from './rule-packs.ts';
import type {
  AttestServingInput,
  HoldInput,
  ModelVerification,
  NewKey,
  ProvenanceVerification,
  SignedModel,
  SignModelInput,
  StatementVerification,
  Verification,
  VerifyInput,
  VerifyModelInput,
  VerifyProvenanceInput,
  VerifyStatementInput,
  WaiveInput,
} from './signing.ts';
import type { ScanInput, Scanned, VetInput } from './vetting.ts';

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
  /** Holds a folder's bytes against a decision whose signature was found to hold. */
  holdFolder(input: HoldInput, caller: Caller): Promise<Pick<Verification, 'refusals' | 'filesChecked'>>;
  /** Holds files against signed SLSA provenance of what was built, offline. Throws `decision-invalid`. */
  verifyProvenance(input: VerifyProvenanceInput, caller: Caller): Promise<ProvenanceVerification>;
  /** Holds a folder against a bundle of OpenSSF Model Signing, offline. Throws `model-signature-invalid`. */
  verifyStatement(input: VerifyStatementInput, caller: Caller): Promise<StatementVerification>;
  verifyModel(input: VerifyModelInput, caller: Caller): Promise<ModelVerification>;
  /** Signs a folder as OpenSSF Model Signing does. Throws `sign-refused`, `certificate-invalid`. */
  signModel(input: SignModelInput, caller: Caller): Promise<SignedModel>;
  /** Registers a model, so that `vet` knows its weights again in others. */
  registerBase(
    input: { readonly reference: string; readonly name: string | null; readonly aliases: readonly string[] },
    caller: Caller,
  ): Promise<RegisteredBase>;
  listBases(): Promise<readonly RegisteredBase[]>;
  /** Signs that a server runs on the bytes of a decision, for a short while. */
  attestServing(input: AttestServingInput): Promise<void>;
  /** Signs a waiver, to be handed over as evidence. Throws `call-invalid`. */
  waive(input: WaiveInput): Promise<{ readonly target: string }>;
  /** Writes a new key, readable by its owner alone, and its public half beside it; trusts it. */
  newKey(input: { readonly file: string | null; readonly kind: 'ed25519' | 'p256' }): Promise<NewKey>;
  /** A public key, or an authority's certificate. */
  trustKey(input: { readonly file: string }): Promise<{ readonly keyId: string; readonly storedAt: string }>;
  trustIdentity(input: { readonly identity: string; readonly issuer: string }): Promise<{ readonly storedAt: string }>;
  /** Reads the licences of a model alone. Throws WeighbridgeError when it cannot be opened. */
  readLicence(input: LicenceInput, caller: Caller): Promise<LicenceRead>;
  /** Judges models that are not at hand by what is declared of them. A document that cannot be read is an answer, too. */
  judgeDeclarations(input: NamedText): Promise<DeclarationAnswers>;
  /** The records of licences that are known here, as a file of them. Throws `call-invalid` for a name that none has. */
  licenceFacts(input: { readonly name: string | null }): Promise<Json>;
  listDossiers(): Promise<readonly DossierSummary[]>;
  /** By the first digits of its digest. */
  showDossier(input: { readonly dossier: string }): Promise<Vetting>;
  diffDossiers(input: { readonly before: string; readonly after: string }): Promise<DossierDifference>;
  /** Judges kept dossiers anew, without the bytes. Throws `dossier-*`, `policy-invalid`. */
  revet(input: RevetInput, onEach: (one: Revetted) => void, caller: Caller): Promise<RevetSummary>;
  /** Judges one dossier anew by the built-in policy that judged it before; keeps nothing. Throws `dossier-*`, `policy-invalid`. */
  revetOne(input: RevetOneInput, caller: Caller): Promise<Revetted>;
  /** What the policy says of the dossier, asked nothing but what the dossier was asked. Throws `policy-invalid`. */
  judgeDossier(input: {
    readonly policy: VetInput['policy'];
    readonly dossier: Dossier;
    /** `YYYY-MM-DD`; null for today. */
    readonly on: string | null;
  }): Promise<{ readonly policy: AdmissionPolicy; readonly verdict: Verdict }>;
  /** Which licences may be put on a model by what its dossier read of licences; null where none were read. */
  outboundOf(dossier: Pick<Dossier, 'artifact' | 'evidence'>): Promise<Outbound | null>;
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
  listRules(rulePacks?: readonly NamedText[]): Promise<readonly Rule[]>;
  /** A built-in profile as YAML. Throws `policy-invalid` for an unknown name. */
  profileText(input: { readonly id: string }): string;
  /** Throws `policy-invalid` with every mistake, each at its line and column. */
  checkPolicy(input: NamedText): Promise<AdmissionPolicy>;
}

import type { Rule } from '../domain/finding.ts';
import type { AdmissionPolicy } from '../domain/policy.ts';
import type { IntendedUse } from '../domain/use.ts';
import type { WeighbridgeError } from '../kernel/errors.ts';
import type { NamedText } from './caller.ts';
import type { KeptDossiers } from './kept-dossiers.ts';

/** What the user says of the use, over what `use.yaml` says. */
export type UseFlags = Partial<IntendedUse>;

/** A built-in policy, a policy's own text, or one that a house keeps, as it was read when it was put. */
export type WantedPolicy =
  | { readonly kind: 'profile'; readonly id: string }
  | ({ readonly kind: 'text' } & NamedText)
  | { readonly kind: 'stored'; readonly policy: AdmissionPolicy };

export interface VetInput {
  /** A path, `hf:org/name[@revision]`, a hub URL, or an `https://` URL of one file. */
  readonly reference: string;
  /** A profile's name, or a policy's own text; null for `default`. */
  readonly policy: WantedPolicy | null;
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
  /** Programs that look at the model too, as a file of evaluators names them. */
  readonly evaluators?: NamedText | null;
  /** Where bases were vetted; the user's own dossiers unless said. */
  readonly kept?: KeptDossiers;
  /** Rule packs, plain or signed, whose rules are asked of every file too. */
  readonly rulePacks?: readonly NamedText[];
}

export interface ScanInput {
  readonly paths: readonly string[];
  /** Of each of these paths only these files below it are looked at, and told by their names there; '' is the path itself. */
  readonly only?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Findings that are no news: they are set apart, and the exit code does not go by them. */
  readonly known: NamedText | null;
  /** The folder that paths are typed from; what is known below a path is known below it from there. */
  readonly from?: string;
  /** Rule packs, plain or signed, whose rules are asked of every file too. */
  readonly rulePacks?: readonly NamedText[];
}

/** A path of which nothing, or not everything, was looked at. */
export interface ScanFailure {
  /** As it was asked for. */
  readonly path: string;
  readonly error: WeighbridgeError;
}

/** What a scan has to say besides its files. */
export interface Scanned {
  /** Every rule that a file check can find, for reports that explain them. */
  readonly rules: readonly Rule[];
  /** What whoever keeps the known findings should know: entries that have ended, rules that there are not. */
  readonly remarks: readonly string[];
  /** How many findings were set apart because they are known. */
  readonly known: number;
  /** Paths that could not be looked at, each with its reason. */
  readonly failures: readonly ScanFailure[];
}

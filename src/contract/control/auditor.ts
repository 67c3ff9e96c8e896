import type { NamedText } from '../caller.ts';
import type { Control } from './operations.ts';

/** What somebody can do with a log without trusting whoever keeps it: every hash is computed here. */
export interface Auditor {
  /** Reads the whole log and holds it against its checkpoint, and one that was kept before. Throws `checkpoint-invalid`. */
  verify(call: Control, input: AuditTrust & { readonly kept: NamedText | null }): Promise<AuditVerification>;
  /** Whether an entry is in the log; its proof is checked here. Throws `checkpoint-invalid`. */
  prove(call: Control, input: AuditTrust & { readonly position: number }): Promise<ProvenEntry>;
  /** The log as files (c2sp.org/tlog-tiles), each with its path. Throws `checkpoint-invalid`. */
  export(call: Control, input: AuditTrust): AsyncIterable<readonly [path: string, bytes: Uint8Array]>;
  /** Cosigns the log's checkpoint if it continues what `state` says was cosigned before. Throws `checkpoint-invalid`. */
  witness(call: Control, input: WitnessInput): Promise<Cosigned>;
}

export interface AuditTrust {
  /** The log's key as it is known; null: as the server says. */
  readonly key: string | null;
}

export interface AuditVerification {
  readonly ok: boolean;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  readonly key: string;
  readonly problems: readonly { readonly kind: string; readonly message: string }[];
  /** How many checkpoints the log was held against. */
  readonly checkpoints: number;
  /** The checkpoint that all this was held against. */
  readonly checkpoint: string;
}

export interface ProvenEntry {
  readonly position: number;
  readonly size: number;
  readonly entry: string;
  readonly holds: boolean;
}

export interface WitnessInput extends AuditTrust {
  readonly name: string;
  readonly keyFile: string;
  /** The last checkpoint that was cosigned; null at first. */
  readonly state: NamedText | null;
}

export interface Cosigned {
  readonly size: number;
  /** To be kept before `submit`: a witness that forgets may sign two histories. */
  readonly state: string;
  readonly witnessKey: string;
  submit(): Promise<void>;
}

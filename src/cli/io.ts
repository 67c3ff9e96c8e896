import type { Auditor } from '../contract/control/auditor.ts';
import type { BackupOptions, Kept, Restored, RestoreOptions } from '../contract/control/backup.ts';
import type { Control, InputOf, OutputOf } from '../contract/control/operations.ts';
import type { Running, ServerOptions, Serving, UpOptions, WorkerOptions, Working } from '../contract/control/up.ts';
import type { GatewayOptions, KeyRotation, RunningGateway } from '../contract/gateway.ts';
import type { Runner } from '../contract/runner.ts';
import type { Weighbridge } from '../contract/weighbridge.ts';
import type { FoundModels } from '../domain/adoption.ts';
import type { Guard, ProtectedTexts } from '../guard/guard.ts';
import type { GuardDesk, GuardSetup } from './guard/setup.ts';

/** The world as the command line sees it; tests bring their own. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly version: string;
  /** Aborted by ^C. */
  readonly signal: AbortSignal;
  /** Made when the first command needs it: --help and --version load nothing. */
  weighbridge(): Promise<Weighbridge>;
  /** Starts a server in this process. */
  up(options: UpOptions): Promise<Running>;
  serve(options: ServerOptions): Promise<Serving>;
  work(options: WorkerOptions): Promise<Working>;
  /** Brings a database up to date; the last step of its schema. */
  migrate(databaseUrl: string): Promise<number>;
  /** Keeps all that a server has in one file, and puts it back where nothing is. */
  backup(options: BackupOptions): Promise<Kept>;
  restore(options: RestoreOptions): Promise<Restored>;
  /** Starts a program beside us, with our own input and output. */
  /** Words of a command that lead to weights outside these places. */
  loadedElsewhere(words: readonly string[], within: readonly string[]): Promise<readonly string[]>;
  startProgram(program: string, args: readonly string[]): Promise<{ readonly ended: Promise<number>; stop(): void }>;
  /** Starts a gateway in this process. Throws `gateway-invalid`. */
  gateway(options: GatewayOptions): Promise<RunningGateway>;
  /** Writes a caller's new key into a Gateway file, beside the old one. Throws `gateway-invalid`, `call-invalid`. */
  rotateKey(rotation: KeyRotation): Promise<void>;
  /** The control plane of a server. */
  control(server: string, token: string): Promise<Control>;
  /** Verifies a server's log without trusting the server. */
  auditor(): Promise<Auditor>;
  /** Signs in, asks for a token, and signs out. */
  newToken(server: string, who: InputOf<'session.open'>, token: InputOf<'token.add'>): Promise<OutputOf<'token.add'>>;
  /** A guard by a GuardPolicy in YAML, or by what is built in. Throws `policy-invalid`, `guard-index-invalid`. */
  guard(
    policy: { readonly name: string; readonly text: string } | null,
    how?: { readonly loose?: boolean; readonly protect?: readonly ProtectedTexts[] },
  ): Promise<Guard>;
  /** A guard in threads of its own. Throws as `guard` does, and `guard-stalled`. */
  guardApart(setup: GuardSetup, threads: number): Promise<GuardDesk>;
  /** Puts what runs classifiers of the guard into the data folder, and says where. Throws `peers-not-installed`. */
  installClassifiers(): Promise<string>;
  /** What runs GGUF models on this machine. */
  runner(): Promise<Runner>;
  /** Models that are there already, below a folder. Throws `path-missing`. */
  findModels(folder: string): Promise<FoundModels>;
  /** A path as it lies below a folder; a reference that is none stays as it is. */
  belowFolder(folder: string, reference: string): string;
  /** Reads one of the caller's own files. Throws WeighbridgeError. */
  readText(path: string, maxBytes: number): Promise<string>;
  /** Reads one of the caller's own files piece by piece. Throws WeighbridgeError. */
  readChunks(path: string): AsyncIterable<Uint8Array>;
  /** Writes a file whole or not at all. Throws WeighbridgeError. */
  write(path: string, content: string | Uint8Array | Iterable<string>): Promise<void>;
  /** The caller's own policy and use file for this reference, when they have one; never one inside what is vetted. */
  ownFile(
    name: string,
    vetted: { readonly reference: string; readonly downloadTo: string | null },
  ): Promise<string | null>;
  /** Whether a file lies in or beside what is vetted, so that its publisher may have put it there. */
  isVetted(file: string, vetted: { readonly reference: string; readonly downloadTo: string | null }): Promise<boolean>;
  now(): Date;
  /** Milliseconds that never go back. */
  monotonic(): number;
}

export interface Stream {
  readonly isTTY: boolean;
  readonly columns: number;
  write(text: string): void;
  /** Until what was written has gone out; where it is missing, there is nothing to wait for. */
  drained?(): Promise<void>;
}

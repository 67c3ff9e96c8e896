/** What runs GGUF models on this machine. It is no part of the package. */
export interface Runner {
  state(): Promise<RunnerState>;
  /** Puts it into the data folder; nothing is done when it is there. Throws `runner-unready`, `peers-not-installed`. */
  install(signal: AbortSignal): Promise<RunnerState>;
  remove(): Promise<RunnerState>;
  /** Loads a model and answers for it, on this machine alone. Throws `runner-unready`, `model-unloadable`, `path-missing`. */
  serve(options: RunnerOptions): Promise<RunningModel>;
}

export interface RunnerState {
  readonly kind: 'installed' | 'absent' | 'unsupported';
  readonly folder: string;
  /** What is installed, or would be: packages with their versions. */
  readonly packages: readonly string[];
}

export interface RunnerOptions {
  /** A GGUF file. */
  readonly file: string;
  /** What the model is called in answers; null: as its file. */
  readonly name: string | null;
  /** 0: any that is free. */
  readonly port: number;
  /** Tokens of a call and its answer together; null: as many as the model was trained for, 4096 at most. */
  readonly context: number | null;
  /** Calls that are answered at once, and that may wait. */
  readonly seats: number;
  readonly waiting: number;
  /** Null: by the model's size. */
  readonly threads: number | null;
  /** Told what we did not expect. */
  readonly onFault: (error: unknown) => void;
}

export interface RunningModel {
  readonly address: string;
  readonly name: string;
  readonly context: number;
  stop(): Promise<void>;
}

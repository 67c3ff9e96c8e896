/** What runs GGUF models on this machine. It is no part of the package. */
export interface Runner {
  state(): Promise<RunnerState>;
  /** Puts it into the data folder; nothing is done when it is there. Throws `runner-unready`, `peers-not-installed`. */
  install(signal: AbortSignal): Promise<RunnerState>;
  remove(): Promise<RunnerState>;
}

export interface RunnerState {
  readonly kind: 'installed' | 'absent' | 'unsupported';
  readonly folder: string;
  /** What is installed, or would be: packages with their versions. */
  readonly packages: readonly string[];
}

export interface ZipEntry {
  /** As spelt in the central directory: hostile. */
  readonly name: string;
  readonly size: number;
  readonly stored: number;
  readonly method: number;
  readonly encrypted: boolean;
}

export interface ZipFacts {
  readonly format: 'zip';
  readonly entries: readonly ZipEntry[];
  /** Whether the members are those of a PyTorch checkpoint: `<root>/data.pkl` with `<root>/data/…` or `<root>/version`. */
  readonly pytorch: boolean;
  /** Raw tensor storages of a PyTorch checkpoint: not handed out, since no loader looks for anything in them. */
  readonly unopened?: { readonly members: number; readonly bytes: number };
}

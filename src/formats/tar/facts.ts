export type TarEntryKind =
  | 'file'
  | 'folder'
  | 'symlink'
  | 'hardlink'
  | 'character-device'
  | 'block-device'
  | 'pipe'
  | 'sparse';

export interface TarEntry {
  /** As it is spelt there, long names and pax records taken in: hostile. */
  readonly name: string;
  readonly kind: TarEntryKind;
  readonly size: number;
  /** Of links. */
  readonly target: string | null;
}

export interface TarFacts {
  readonly format: 'tar';
  readonly entries: readonly TarEntry[];
  /** A checkpoint as PyTorch before 0.4 wrote it. */
  readonly pytorch: boolean;
}

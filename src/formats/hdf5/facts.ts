/** A link that leads to more than an object of the same file by address. */
export interface Hdf5Link {
  /** Where it stands, from the root group. */
  readonly path: string;
  readonly kind: 'soft' | 'external' | 'user-defined';
  /** Path in the file, `file:path`, or the number of the link class. */
  readonly target: string;
  /** Of an external link: the other file. */
  readonly file?: string;
}

/** Another file whose bytes a data set takes as its own. */
export interface Hdf5ExternalFile {
  readonly path: string;
  readonly file: string;
}

export interface Hdf5Shape {
  readonly path: string;
  readonly shape: readonly number[];
}

export interface Hdf5Facts {
  readonly format: 'hdf5';
  /** Bytes before the superblock. */
  readonly userBlock: number;
  readonly objects: number;
  readonly datasets: number;
  /** Of data sets by their path, the first few thousand; null where there are more. */
  readonly shapes: readonly Hdf5Shape[] | null;
  readonly attributes: readonly string[];
  readonly links: readonly Hdf5Link[];
  readonly externalFiles: readonly Hdf5ExternalFile[];
  /** Ids of the filters that data sets ask for. */
  readonly filters: readonly number[];
}

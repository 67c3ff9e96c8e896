/** Variables of MATLAB, versions 4 and 5 of its files; version 7.3 is HDF5. */
export interface MatlabFacts {
  readonly format: 'matlab';
  readonly version: 4 | 5;
  readonly variables: number;
  /** What is more than data: function handles, objects of classes. `kind name`. */
  readonly live: readonly string[];
}

/** One array of a .npy file. */
export interface NpyArray {
  /** Major version of the header. */
  readonly version: number;
  /** How the header spells the type of its elements; structured ones as a Python literal. */
  readonly dtype: string;
  readonly shape: readonly number[];
  /** Whether its elements are Python objects, so that its data is a pickle. */
  readonly objects: boolean;
}

export interface NpyFacts {
  readonly format: 'npy';
  /** More than one when arrays were saved one after the other into one file. */
  readonly arrays: readonly NpyArray[];
}

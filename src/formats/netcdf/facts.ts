/** Arrays with names and dimensions in NetCDF's classic form. */
export interface NetcdfFacts {
  readonly format: 'netcdf';
  /** 1, 2 (64-bit offsets) or 5 (64-bit data). */
  readonly version: number;
  readonly variables: number;
}

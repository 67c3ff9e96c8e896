import type { OutputOptions, RolldownOptions } from 'rolldown';

/** The product, then the tools. */
declare const configuration: readonly [
  Omit<RolldownOptions, 'output'> & { readonly output: OutputOptions },
  RolldownOptions,
];
// biome-ignore lint/style/noDefaultExport: as rolldown reads it.
export default configuration;

export interface SevenzipFacts {
  readonly format: 'sevenzip';
  /** Of the format: `0.4`. */
  readonly version: string;
}

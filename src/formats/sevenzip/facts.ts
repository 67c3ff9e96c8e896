export interface SevenzipFacts {
  readonly format: 'sevenzip';
  /** Of the format: `0.4`. */
  readonly version: string;
  readonly members: number;
  /** Methods that its members are packed with, by name; those that are not undone here by their number. */
  readonly codecs: readonly string[];
}

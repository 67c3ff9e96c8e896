/** A model of Vowpal Wabbit: settings, which its loader takes as a command line, and weights. */
export interface VowpalWabbitFacts {
  readonly format: 'vowpal-wabbit';
  readonly version: string;
  /** Each option with what follows it: `--quadratic ab`. */
  readonly options: readonly string[];
}

/** A data set of Stata. */
export interface StataFacts {
  readonly format: 'stata';
  readonly release: number;
  readonly variables: number;
  readonly observations: number;
}

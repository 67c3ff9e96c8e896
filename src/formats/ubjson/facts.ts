export interface UbjsonFacts {
  readonly format: 'ubjson';
  readonly values: number;
  /** Keys of the outermost object. */
  readonly keys: readonly string[];
  /** Whether it is a model of XGBoost: `learner` and `version`. */
  readonly xgboost: boolean;
}

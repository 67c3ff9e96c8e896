/** Examples to learn from, as a boosting library keeps them. */
export interface BoostingDataFacts {
  readonly format: 'boosting-data';
  readonly library: 'xgboost' | 'lightgbm' | 'catboost';
  /** Null where the file does not say it in a place that is read. */
  readonly rows: number | null;
  readonly columns: number | null;
}

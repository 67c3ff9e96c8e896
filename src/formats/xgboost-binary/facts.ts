/** A model in XGBoost's own binary form, which version 3.1 no longer writes. */
export interface XgboostBinaryFacts {
  readonly format: 'xgboost-binary';
  readonly objective: string;
  readonly booster: string;
  readonly trees: number;
}

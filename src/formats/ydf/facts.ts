/** A file of a model of Yggdrasil Decision Forests, which lies in a folder of several. */
export interface YdfFacts {
  readonly format: 'ydf';
  readonly part: 'model' | 'columns' | 'trees' | 'nodes';
  /** Of the model: `RANDOM_FOREST` and its like. */
  readonly learner: string;
  /** Columns, or nodes. */
  readonly count: number;
}

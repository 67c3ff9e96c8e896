/** Records in TensorFlow's framing: training examples, the events that TensorBoard shows, or the log of a run of Weights & Biases. */
export interface TfrecordFacts {
  readonly format: 'tfrecord';
  readonly records: number;
}

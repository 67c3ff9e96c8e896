/** Records in TensorFlow's framing: training examples, or the events that TensorBoard shows. */
export interface TfrecordFacts {
  readonly format: 'tfrecord';
  readonly records: number;
}

/** A sentencepiece tokenizer model (protobuf `sentencepiece.ModelProto`). */
export interface SentencepieceFacts {
  readonly format: 'sentencepiece';
  readonly pieces: number;
}

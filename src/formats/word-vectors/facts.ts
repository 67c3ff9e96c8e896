export interface WordVectorsFacts {
  readonly format: 'word-vectors';
  readonly what: 'word2vec' | 'fastText' | 'text';
  readonly words: number;
  readonly dimension: number;
}

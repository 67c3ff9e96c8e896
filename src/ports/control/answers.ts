/** Answers that were given under an idempotency key. */
export interface AnswerBook {
  /** Waits for whoever is answering the same key right now. Null: nobody did, and the key is this call's. */
  claim(
    key: AnswerKey,
    input: string,
    at: Date,
  ): Promise<{ readonly input: string; readonly operation: string; readonly output: unknown } | null>;
  keep(key: AnswerKey, output: unknown): Promise<void>;
}

export interface AnswerKey {
  readonly person: string;
  readonly key: string;
  readonly operation: string;
}

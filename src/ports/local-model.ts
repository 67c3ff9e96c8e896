/** A language model that is loaded in this process. Its tokens are numbers that mean nothing elsewhere. */
export interface LocalModel {
  /** Tokens that a call and its answer may have together. */
  readonly context: number;
  /** As its publisher means it; null: they say nothing. */
  readonly temperature: number | null;
  /** How many calls are answered at once. */
  readonly seats: number;
  tokensOf(text: string): readonly number[];
  /** A conversation as the model was taught to read it, up to where it answers; null: it was taught none. Throws CannotPut. */
  conversation(turns: readonly Turn[]): readonly number[] | null;
  /** Its tokens one by one until it ends; whoever stops listening stops it. `tokens` and what comes must fit the context. */
  generate(tokens: readonly number[], how: Sampling): AsyncIterable<number>;
  /** What tokens spell after those that came before; a character that is not whole yet ends it as U+FFFD. */
  spell(tokens: readonly number[], before: readonly number[]): string;
  embed(tokens: readonly number[]): Promise<readonly number[]>;
  close(): Promise<void>;
}

export interface Turn {
  readonly role: string;
  readonly content: string;
}

export interface Sampling {
  /** 0: always the likeliest. */
  readonly temperature: number;
  /** Only of the likeliest that make up this share; 1: of all. */
  readonly topP: number;
  readonly seed: number | null;
}

/** A conversation that the model's own template refuses, with its words. */
export class CannotPut extends Error {}

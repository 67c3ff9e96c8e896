import type { GuardClassifier } from '../domain/guard.ts';
import type { Json, JsonObject } from '../kernel/json.ts';

/** A model server that speaks OpenAI's chat completions. */
export interface ChatModel {
  /** The answer to a call, within so many milliseconds. Rejects with an Error whose message is fit to be shown. */
  complete(call: JsonObject, milliseconds: number): Promise<Json>;
}

/** How likely a text is each label, from 0 to 1. */
export type LabelScores = Readonly<Record<string, number>>;

export interface Advisers {
  /** `key` is the name of an environment variable. Throws WeighbridgeError where it is not set. */
  chatModel(endpoint: string, key: string | null): Promise<ChatModel>;
  /** A model of the operator's own. Throws WeighbridgeError when it cannot be used. */
  classifier(classifier: GuardClassifier): Promise<{ scores(text: string): Promise<LabelScores> }>;
}

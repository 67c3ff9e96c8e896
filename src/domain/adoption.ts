/** Where a model was found, by the house it lives in. */
export const HOUSES = ['folder', 'mlflow', 'hugging-face-cache', 'ollama', 'kubernetes'] as const;
export type House = (typeof HOUSES)[number];

/** A model that is in use already, or at hand. */
export interface FoundModel {
  readonly house: House;
  /** As its house calls it: `org/name`, `llama3:8b`, `deployment/chat`. */
  readonly name: string;
  /** What `vet` takes. */
  readonly reference: string;
}

/** A model that something names and that cannot be looked at from here. */
export interface OutOfReach {
  readonly house: House;
  readonly name: string;
  readonly reference: string;
  readonly why: string;
}

export interface FoundModels {
  readonly models: readonly FoundModel[];
  readonly outOfReach: readonly OutOfReach[];
}

/** A model that is known again by its weights. */
export interface RegisteredBase {
  readonly name: string;
  readonly revision: string | null;
  /** Tensors whose values are known. */
  readonly tensors: number;
  readonly storedAt: string | null;
}

/** A hub's word on datasets. */
export interface DatasetCards {
  /** The card's text and what it is pinned to. Throws WeighbridgeError: missing, gated, busy, unreachable. */
  read(name: string, options: { readonly signal: AbortSignal }): Promise<DatasetCard>;
}

export interface DatasetCard {
  /** As the hub calls it, which may be another name than was asked for. */
  readonly id: string;
  readonly commit: string;
  /** Empty where it has none. */
  readonly text: string;
}

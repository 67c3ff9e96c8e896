/** Model servers that the operator registered; no other address is ever called for somebody. */
export interface Upstreams {
  has(url: string): boolean;
  /** Asks which models it serves. Throws WeighbridgeError when it does not answer, or is not registered. */
  ask(url: string, signal: AbortSignal): Promise<UpstreamAnswer>;
}

export interface UpstreamAnswer {
  readonly status: number;
  /** Ids as the server spells them; null where it gave no list. */
  readonly models: readonly string[] | null;
}

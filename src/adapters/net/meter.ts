/** Counts what was fetched; one a model. Bytes are those of bodies. */
export interface Meter {
  bytesRead: number;
  requests: number;
}

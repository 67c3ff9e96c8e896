export interface OcdbtFacts {
  readonly format: 'ocdbt';
  /** Manifests and nodes whose checksums hold. */
  readonly blocks: number;
  /** Values beside them: compressed chunks of arrays, and their descriptions. */
  readonly values: number;
}

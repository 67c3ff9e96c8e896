export interface Tensor {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  /** Within the data region, in bytes. */
  readonly start: number;
  readonly end: number;
}

export interface SafetensorsFacts {
  readonly format: 'safetensors';
  readonly headerBytes: number;
  readonly tensors: readonly Tensor[];
  readonly metadata: Readonly<Record<string, string>>;
  readonly parameters: number;
}

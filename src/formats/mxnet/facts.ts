export interface MxnetFacts {
  readonly format: 'mxnet';
  readonly arrays: number;
  readonly names: readonly string[];
}

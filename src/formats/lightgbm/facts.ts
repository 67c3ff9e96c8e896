export interface LightgbmFacts {
  readonly format: 'lightgbm';
  readonly version: string;
  readonly trees: number;
}

export interface TextFacts {
  readonly format: 'text';
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin-1';
  readonly text: string;
}

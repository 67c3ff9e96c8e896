/** A forest of Treelite, as its checkpoint keeps it. */
export interface TreeliteFacts {
  readonly format: 'treelite';
  readonly version: string;
  readonly trees: number;
}

/** A picture, sound, film, font or PDF: known by its signature, not read further, taken up by no loader. */
export interface MediaFacts {
  readonly format: 'media';
  readonly mime: string;
  /** Of a PDF: names of actions in it that run script, start programs or carry files. */
  readonly actions: readonly string[];
}

/** Part of a list, newest first; `next` is where the rest begins, null at its end. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export interface PageWanted {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

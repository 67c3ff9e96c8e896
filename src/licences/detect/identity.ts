/** What a licence text was found to be. */
export type Identity =
  /** The text itself, word for word where words matter. `by`: how it is known. */
  | { readonly kind: 'exact'; readonly licences: readonly string[]; readonly by: 'text' | 'id' }
  /** A part of the text, given as a part. */
  | { readonly kind: 'excerpt'; readonly licences: readonly string[] }
  /** Like a known text, with words changed that may matter. */
  | { readonly kind: 'modified'; readonly licences: readonly string[]; readonly difference: string }
  /** Begins like a known text and ends early: what was cut may be the clause that counts. */
  | { readonly kind: 'truncated'; readonly licences: readonly string[] }
  | { readonly kind: 'unknown' };

export function describeIdentity(identity: Identity): string {
  switch (identity.kind) {
    case 'exact':
      return identity.by === 'id' ? 'named by its id' : 'exact';
    case 'excerpt':
      return 'an excerpt';
    case 'modified':
      return `modified: ${identity.difference}`;
    case 'truncated':
      return 'cut short';
    case 'unknown':
      return 'not a text that is known here';
  }
}

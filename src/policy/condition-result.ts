/** What came of asking one rule's condition. */
export type ConditionResult =
  | {
      readonly kind: 'answered';
      readonly value: boolean;
      /** Identities of the findings that alone make it true; empty when it rests on more than one, or on something else. */
      readonly findings: readonly string[];
    }
  /** It broke, ran into its deadline, or gave no boolean. `why` is a sentence's end, without its stop. */
  | { readonly kind: 'failed'; readonly why: string };

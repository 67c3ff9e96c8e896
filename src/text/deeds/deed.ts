/** Something that harms others, as a thing to do: what is done, and to what. */
export interface Deed {
  readonly id: string;
  /** Words, one of which the sentence must hold, in lower case: patterns cost more than all else. */
  readonly words: string;
  /** Without repetitions in repetitions: what stands between two words is bounded. */
  readonly pattern: RegExp;
  readonly kind: 'weapons' | 'violence' | 'illicit';
  /** Whether it begins with a verb that, given as an order, is a request already: to make a text, a program or a scheme that does harm. */
  readonly made?: true;
  readonly fires: readonly string[];
  readonly quiet: readonly string[];
}

/** Up to this many words between what is done and to what. */
export function upTo(words: number): string {
  return `(?:[\\w'’$-]+,? ){0,${words}}`;
}

/** The same between a verb of making and what is made, but no words by which that is only what it is about. */
export function madeOf(words: number): string {
  return `(?:(?!(?:about|on|against|for|of|from|describing|explaining|regarding|how|that|which|who|where|to|whose|my|his|her|their|our|this|that|less|not|your)\\b)[\\w'’$-]+,? ){0,${words}}(?:(?:code|program|script) for (?:an? )?)?`;
}

export const SOMEBODY =
  "(?:someone|somebody|a (?:person|man|woman|child|kid|stranger|cop|judge|victim|celebrity|politician|student|child's|bully)|people|the (?:mayor|president|king|guards?|victims?|target|neighbou?rs?)|(?:my|your|his|her|their|the|our|an?) (?:\\w+ )?(?:husband|wife|boss|ex|ex-\\w+|boyfriend|girlfriend|neighbou?rs?|mother|father|brother|sister|uncle|aunt|roommate|flatmate|teacher|colleague|coworker|co-worker|classmates?|landlord|partner|rivals?|enem(?:y|ies)|opponent|daughter|son|husband's|stepfather|in-laws?))";

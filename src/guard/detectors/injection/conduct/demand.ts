/** Something that a message says which bears on how a model shall conduct itself. One alone is nothing; `conduct.ts` adds them up. */
export interface Demand {
  readonly id: string;
  /** How much of an attempt to talk a model out of its limits it is: four are enough. */
  readonly points: 1 | 2 | 3 | 4;
  /** What it is an attempt at, if not to talk the model out of its limits. */
  readonly attempt?: 'extraction' | 'override';
  /**
   * Words, one of which the sentence must hold, in lower case: patterns cost more than all else. Without them it only supports
   * others: it is looked for where one of those stands nearby.
   */
  readonly words?: string;
  /** Others, one of which it must hold, too. */
  readonly also?: string;
  /** It counts only where one of these demands is: words that say nothing beside others. */
  readonly beside?: readonly string[];
  /** Without repetitions in repetitions: what stands between two words is bounded. */
  readonly pattern: RegExp;
  readonly fires: readonly string[];
  readonly quiet: readonly string[];
}

/** The canonical view takes a Turkish i without a dot for one with. */
export function eitherI(source: string): string {
  return source.replaceAll('ı', '[ıi]');
}

/** One of these, whatever the case. */
export function anyOf(parts: readonly string[]): RegExp {
  return new RegExp(eitherI(parts.join('|')), 'iu');
}

/** Words that turn into its opposite what follows them. */
export const NOT =
  "(?:no|not|never|without|don['’]?t|do not|doesn['’]?t|can['’]?t|cannot|won['’]?t|mustn['’]?t|aren['’]?t|isn['’]?t)";

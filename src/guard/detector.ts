import type { GuardAction, Origin } from '../domain/guard.ts';
import type { Literal } from '../text/sieve.ts';
import type { Reading } from '../text/view/reading.ts';

/** What a detector says of a reading; positions are the reading's own, the engine leads them back to the message. */
export interface Hit {
  /** One of the detector's `types`. */
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** From 0 to 1: how sure it is. */
  readonly score: number;
  /** Fit to be shown: never the secret itself. */
  readonly detail?: string;
}

/** A kind of finding, as policies and the documents know it. */
export interface FindingType {
  /** `EMAIL_ADDRESS`, `secret/github`. */
  readonly type: string;
  readonly title: string;
}

/** A detector's own examples. Functions, so that nothing that looks like a secret stands in the repository whole. */
export interface Examples {
  /** The text and a type that must be found in it. */
  readonly fires: () => readonly (readonly [text: string, type: string])[];
  readonly quiet: () => readonly string[];
}

export interface DefaultAction {
  /** Types, or beginnings of them with a `*`; all of the detector's when empty. */
  readonly types: readonly string[];
  /** Everywhere when empty. */
  readonly origins: readonly Origin[];
  /** The least score it is for. */
  readonly threshold: number;
  readonly action: GuardAction;
}

interface Plugin {
  /** `secrets`, `personal-data`: policies name it. */
  readonly id: string;
  readonly title: string;
  readonly types: readonly FindingType[];
  /** It looks only where a rule names it: another detector finds the same and more. */
  readonly namedOnly?: true;
  /** Where it looks; the policy can only narrow this. */
  readonly origins: readonly Origin[];
  /** What is done about it when no policy says otherwise; of those that match, the last one. */
  readonly defaults: readonly DefaultAction[];
  readonly examples: Examples;
}

/**
 * Finds spans, and looks at each stretch of a text once. It is a function of the text alone: no state, no clock.
 *
 * The law that makes every cut of a text into deltas give the same findings, and that `laws.ts` tests:
 * 1. A finding depends on no more than `left` characters before its start.
 * 2. Findings that start before `unsettled(reading)` are the same whatever follows the reading.
 */
export interface SpanDetector extends Plugin {
  readonly kind: 'span';
  /** `raw`: the text as it stands. `canonical`: without what hides in it, and everything that it decodes to. */
  readonly sees: 'raw' | 'canonical';
  /** Where there is a literal, or a run of digits, it is called; nowhere else. Without triggers it is always called. */
  readonly triggers?: { readonly literals: readonly Literal[]; readonly digits?: boolean };
  /** The same detector, looking for these of its types only, where that makes it cheaper. */
  readonly narrow?: (types: ReadonlySet<string>) => SpanDetector;
  /** Characters before a finding that it may depend on: at most 1024. */
  readonly left: number;
  /**
   * What is found from `reading.from` on, in any order. `places` are where the triggers stand, the first of them up to
   * `left` characters before `from`. Linear in the text.
   */
  find(reading: Reading, places: Places): readonly Hit[];
  /**
   * The first position, at or after `reading.from`, where something may begin of which the end is not there yet.
   * `text/unsettled.ts` has what most need. Only called while more may follow.
   */
  unsettled(reading: Reading, places: Places): number;
}

/** Where triggers stand: `which[i]` is a position in the detector's `literals`, or DIGITS, `at[i]` the place. */
export interface Places {
  readonly count: number;
  readonly which: Int32Array;
  readonly at: Int32Array;
}

/** A whole sentence, or a whole fenced block, of a message: where it ends is in the text, not in how it arrives. */
export interface Unit {
  readonly kind: UnitKind;
  /** The unit as it stands in the message. */
  readonly raw: string;
  /** A sentence read canonically, then everything that it decodes to; a fenced block as it stands, and nothing else. */
  readonly readings: readonly Reading[];
  /** What stands behind the opening fence: `python`. Empty for sentences. */
  readonly info: string;
  /** The unit's place in the message, from 0. */
  readonly index: number;
  /** Where in the message it begins. */
  readonly start: number;
}

/** Sentences are at most 1024 characters long and leave no gaps; fenced blocks of code are cut after 16 384. */
export type UnitKind = 'sentence' | 'fence';

/** A hit and the reading of the unit that it was seen in, by position. */
export interface UnitHit extends Hit {
  readonly reading: number;
  /** Of how many units before the one that is seen; for those who hold units. */
  readonly back?: number;
}

/** Finds what a whole sentence or block says; may remember what it saw before in the same message, within bounds. */
export interface UnitDetector extends Plugin {
  readonly kind: 'unit';
  readonly unit: UnitKind;
  /** Whether `end` may say something: to act on that, the whole message must be held back. */
  readonly judgesWhole: boolean;
  /** Whether words that a cut parts in two, where a sentence has no end, are told of both parts together. */
  readonly overCuts?: true;
  /** One for each message. Keeps at most 16 kB. */
  open(origin: Origin): UnitScanner;
}

/** A place in a unit that was seen before. */
export interface OpenFrom {
  /** Of how many units before the next one. */
  readonly back: number;
  /** In its first reading. */
  readonly at: number;
}

export interface UnitScanner {
  /** All of the message as it stands, blanks too, part by part: each unit before it is seen. */
  hear?(part: string): void;
  see(unit: Unit): readonly UnitHit[];
  /**
   * From where on something may still be said of units that were seen; null when nothing may. `read` is how far units were cut,
   * blank ones too. Where it may change what is released the text is held from there; of what was held for too long nothing
   * more is heard.
   */
  open?(read: number): OpenFrom | null;
  /** What is said of units that are open when the message ends, at `length`: the last of them is one back. */
  close?(length: number): readonly UnitHit[];
  /** What can be said of the message as a whole: of all of it. */
  end(): readonly Omit<Hit, 'start' | 'end'>[];
}

export type Detector = SpanDetector | UnitDetector;

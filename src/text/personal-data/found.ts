/** Personal data in a text. */
export interface PersonalData {
  /** Presidio's name for it: `EMAIL_ADDRESS`. */
  readonly type: string;
  /** In UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** From 0 to 1: how sure it is. */
  readonly score: number;
}

/** A text, or a stretch of one, to be looked through. */
export interface Stretch {
  readonly text: string;
  /** Where findings may start. */
  readonly from: number;
  /** Whether the text really begins, and ends, where it does. */
  readonly begins: boolean;
  readonly ends: boolean;
}

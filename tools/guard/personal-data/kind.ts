import type { Draw } from './draw.ts';

export type Language = keyof typeof LANGUAGES;

/** What a text in this language is made of; the sentences stand in `sentences.ts`. */
export const LANGUAGES = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  nl: 'Dutch',
  pl: 'Polish',
  sv: 'Swedish',
  fi: 'Finnish',
  tr: 'Turkish',
  ru: 'Russian',
  ko: 'Korean',
  th: 'Thai',
  zh: 'Chinese',
  ja: 'Japanese',
} as const;

/** A kind of number: how one is made, how it is written, and what people call it. */
export interface NumberKind {
  readonly type: string;
  readonly language: Language;
  /** What it is called in English; the first is what forms and columns say. */
  readonly called: readonly [string, ...string[]];
  /** What it is called in its own language, where that is not English. */
  readonly own: readonly string[];
  /** A valid number, in each form people write it in. */
  readonly write: (draw: Draw) => readonly string[];
  /** Whether a number tells by itself what it is: others are asked for beside a word only. */
  readonly telling: boolean;
  /** Whether it does so also as digits in one piece. */
  readonly plain: boolean;
}

export function kind(
  type: string,
  language: Language,
  words: {
    readonly called: readonly [string, ...string[]];
    readonly own?: readonly string[];
    readonly telling?: boolean;
    readonly plain?: boolean;
  },
  write: (draw: Draw) => readonly string[],
): NumberKind {
  return { type, language, own: [], telling: false, plain: true, ...words, write };
}

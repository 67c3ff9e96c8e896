import { RE2JS } from 're2js';

/** A pattern from outside. Time is linear in the text, whatever the pattern: it runs by RE2's rules. */
export interface LinearPattern {
  /** Whether it matches the text whole. */
  matchesWhole(text: string): boolean;
  /** The places that match, from left to right, none of them empty. */
  placesIn(text: string): readonly { readonly start: number; readonly end: number }[];
}

/** Throws on what is no RE2 pattern. */
export function compilePattern(source: string): LinearPattern {
  const pattern = RE2JS.compile(source);
  return {
    matchesWhole: (text) => pattern.matches(text),
    placesIn: (text) => {
      const places: { start: number; end: number }[] = [];
      const matcher = pattern.matcher(text);
      while (matcher.find()) {
        if (matcher.end() > matcher.start()) places.push({ start: matcher.start(), end: matcher.end() });
      }
      return places;
    },
  };
}

/** Why it is no RE2 pattern; null when it is one. */
export function wrongWithPattern(source: string): string | null {
  try {
    RE2JS.compile(source);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be compiled';
  }
}

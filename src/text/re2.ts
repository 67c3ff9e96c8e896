import { RE2JS } from 're2js';

/** A pattern from outside. Time is linear in the text, whatever the pattern: it runs by RE2's rules. */
export interface LinearPattern {
  /** Whether it matches anywhere. */
  found(text: string): boolean;
  /** Whether it matches the text whole. */
  matchesWhole(text: string): boolean;
  /** The places that match, from left to right, none of them empty. */
  placesIn(text: string): readonly { readonly start: number; readonly end: number }[];
}

/** Throws on what is no RE2 pattern. */
export function compilePattern(source: string, { ignoreCase = false } = {}): LinearPattern {
  const pattern = compiled(source, ignoreCase);
  return {
    found: (text) => pattern.test(text),
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
    compiled(source, false);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be compiled';
  }
}

/** The port can look behind, which RE2 cannot: a pattern means the same wherever it is used. */
function compiled(source: string, ignoreCase: boolean): RE2JS {
  if (/\(\?<[=!]/.test(source)) throw new SyntaxError('RE2 does not look behind');
  return RE2JS.compile(source, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
}

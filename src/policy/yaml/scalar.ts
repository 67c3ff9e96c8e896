import type { Scalar } from 'yaml';

/**
 * Where the character at `offset` of a string value stands in the file. YAML folds lines, strips indentation and decodes
 * escapes, but changes nothing else: so the n-th visible character of the value is the n-th visible one of its source.
 */
export function offsetInScalar(text: string, scalar: Scalar, offset: number): number {
  const [start, end] = scalar.range ?? [0, 0];
  const value = typeof scalar.value === 'string' ? scalar.value : '';
  const before = visible(value.slice(0, offset));
  const places = visiblePlaces(text.slice(start, end), scalar.type);
  const place = places[before];
  if (place !== undefined) return start + place.at;
  const last = places.at(-1);
  return last === undefined ? start : start + last.at + last.length;
}

function visible(text: string): number {
  return text.replace(/\s/g, '').length;
}

interface Spot {
  readonly at: number;
  readonly length: number;
}

/** How one character is written in each style; what comes before the first is skipped. */
const STYLES = {
  BLOCK_LITERAL: { opening: /^[^\n]*\n/, each: /\S/g, closing: 0 },
  BLOCK_FOLDED: { opening: /^[^\n]*\n/, each: /\S/g, closing: 0 },
  QUOTE_SINGLE: { opening: /^'/, each: /''|\S/g, closing: 1 },
  QUOTE_DOUBLE: { opening: /^"/, each: /\\(?:x..|u.{4}|U.{8}|[\s\S])|\S/g, closing: 1 },
  PLAIN: { opening: /^/, each: /\S/g, closing: 0 },
} as const;

/** Escapes that stand for white space, or for nothing: a line feed escaped. */
const BLANK_ESCAPE = /^\\[ tnrvf_LP\n\r]$/;

function visiblePlaces(source: string, type: Scalar['type']): readonly Spot[] {
  const { opening, each, closing } = STYLES[isStyle(type) ? type : 'PLAIN'];
  const from = opening.exec(source)?.[0].length ?? 0;
  const body = source.slice(from, source.length - closing);
  return [...body.matchAll(each)]
    .filter(([written]) => !BLANK_ESCAPE.test(written))
    .map((found) => ({ at: from + found.index, length: found[0].length }));
}

function isStyle(type: Scalar['type']): type is keyof typeof STYLES {
  return type !== undefined && Object.hasOwn(STYLES, type);
}

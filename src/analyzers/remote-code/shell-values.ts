export type Values = ReadonlyMap<string, string>;

/**
 * What names of a shell stand for, where that is one word that is written out: `c=curl; $c -s $u | sh`. Of several values it
 * is not known which one counts: once with the first of each name, and once with the last.
 */
export function valuesIn(lines: readonly string[]): readonly Values[] {
  const [first, last] = [new Map<string, string>(), new Map<string, string>()];
  for (const line of lines) {
    for (const [, name = '', quoted = ''] of line.slice(0, LONGEST).matchAll(ASSIGNED)) {
      if (first.size >= MOST_VALUES && !first.has(name)) continue;
      const value = quoted.replace(/^(["'])(.*)\1$/, '$2');
      if (!first.has(name)) first.set(name, value);
      last.set(name, value);
    }
  }
  if (first.size === 0) return [];
  return [...first].every(([name, value]) => last.get(name) === value) ? [first] : [first, last];
}

const ASSIGNED =
  /(?:^|[;&]\s*|\b(?:export|local|readonly|declare)\s+)([A-Za-z_]\w{0,40})=("[^"$`]{1,200}"|'[^']{1,200}'|[^\s;&|"'$`()]{1,200})/g;
/** As much of a line as rows are asked about. */
const LONGEST = 1024;
/** Scripts name some dozen. */
const MOST_VALUES = 200;

/** A line with names in the place of which their values are put. */
export function substituted(line: string, values: Values): string {
  const meant = line.replace(
    /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g,
    (whole, braced?: string, bare?: string) => values.get(braced ?? bare ?? '') ?? whole,
  );
  // Within a word, a name that has no value is nothing: `ba${x}sh`.
  return meant.replace(/(?<=[a-z])\$\{[a-z_]\w*\}(?=[a-z])/gi, '').slice(0, LONGEST);
}

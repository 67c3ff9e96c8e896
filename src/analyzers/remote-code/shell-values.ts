/** What names of a shell's stand for, where that is one word that is written out: `c=curl; $c -s $u | sh`. */
export function valuesIn(lines: readonly string[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const line of lines) {
    if (values.size >= MOST_VALUES) break;
    for (const [, name = '', value = ''] of line.slice(0, LONGEST).matchAll(ASSIGNED)) {
      // Of several values it is not known which one counts: the first.
      if (!values.has(name)) values.set(name, value.replace(/^(["'])(.*)\1$/, '$2'));
    }
  }
  return values;
}

const ASSIGNED =
  /(?:^|[;&]\s*|\b(?:export|local|readonly|declare)\s+)([A-Za-z_]\w{0,40})=("[^"$`]{1,200}"|'[^']{1,200}'|[^\s;&|"'$`()]{1,200})/g;
/** As much of a line as rows are asked about. */
const LONGEST = 1024;
/** Scripts name some dozen. */
const MOST_VALUES = 200;

/** A line with names in the place of which their values are put. */
export function substituted(line: string, values: ReadonlyMap<string, string>): string {
  const meant = line.replace(
    /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g,
    (whole, braced?: string, bare?: string) => values.get(braced ?? bare ?? '') ?? whole,
  );
  // Within a word, a name that has no value is nothing: `ba${x}sh`.
  return meant.replace(/(?<=[a-z])\$\{[a-z_]\w*\}(?=[a-z])/gi, '').slice(0, LONGEST);
}

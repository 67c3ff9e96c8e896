/** What is known of an operator from a version of its set on. */
interface Since {
  readonly since: number;
}

/** By an operator's name, what each version of it is, as a table of lines tells it. */
export type ByVersion<Row extends Since> = (key: string) => readonly Row[] | undefined;

/** Rows of a table of ours, `name: row; row`, each read when it is first asked for: most networks have a dozen operators. */
export function byVersion<Row extends Since>(table: string, parse: (text: string) => Row): ByVersion<Row> {
  let lines: ReadonlyMap<string, string> | null = null;
  const parsed = new Map<string, readonly Row[]>();
  return (key) => {
    lines ??= new Map(
      table
        .trim()
        .split('\n')
        .map((line) => line.split(': ', 2) as [string, string]),
    );
    const line = lines.get(key);
    if (line === undefined) return undefined;
    const known = parsed.get(key) ?? line.split('; ').map(parse);
    parsed.set(key, known);
    return known;
  };
}

/** How its rows call an operator of a set. */
export function operatorKey(domain: string, operator: string): string {
  return domain === '' ? operator : `ml.${operator}`;
}

/** The newest that is no newer than the set. */
export function newestOf<Row extends Since>(rows: readonly Row[] | undefined, version: number): Row | undefined {
  return rows?.findLast(({ since }) => since <= version);
}

/** What names stand for: `first` and `last` where they are given one word that is written out, `commands` where a command's output. */
export interface Values {
  readonly words: readonly ReadonlyMap<string, string>[];
  readonly commands: ReadonlyMap<string, string>;
}

/**
 * What names of a shell, a batch file or a Dockerfile stand for: `c=curl; $c -s $u | sh`. Of several values it is not known
 * which one counts: once with the first of each name, and once with the last.
 */
export function valuesIn(lines: readonly string[]): Values {
  const [first, last, commands] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string>()];
  for (const line of lines) {
    for (const [, name = '', quoted = ''] of line.slice(0, LONGEST).matchAll(ASSIGNED)) {
      if (first.size >= MOST_VALUES && !first.has(name)) continue;
      const value = quoted.replace(/^(["'(])(.*)["')]$/, '$2').replaceAll('^', '');
      if (!first.has(name)) first.set(name, value);
      last.set(name, value);
    }
    for (const [, name = '', command = ''] of line.slice(0, LONGEST).matchAll(COMMANDED))
      if (commands.size < MOST_VALUES) commands.set(name, command);
  }
  const same = [...first].every(([name, value]) => last.get(name) === value);
  return { words: first.size === 0 ? [] : same ? [first] : [first, last], commands };
}

const ASSIGNED =
  /(?:^|[;&\s])\$?([A-Za-z_]\w{0,40})\s?=\s?("[^"$`]{1,200}"|'[^']{1,200}'|\([^()$`]{1,200}\)|[^\s;&|"'$`()]{1,200})/gi;
const COMMANDED =
  /(?:^|[;&]\s*|\b(?:export|local|readonly|declare)\s+)([A-Za-z_]\w{0,40})=["']?(\$\([^\n]{1,300}\)|`[^`\n]{1,300}`)/g;
/** As much of a line as rows are asked about. */
const LONGEST = 1024;
/** Scripts name some dozen. */
const MOST_VALUES = 200;

/** A line as it is meant, in each way that its names allow; none where it has no names. */
export function meaningsOf(line: string, { words, commands }: Values): readonly string[] {
  if (!/[$%]/.test(line)) return [];
  const meant = (words.length === 0 ? NONE : words).map((of) => substituted(line, of));
  const ran = RUNS_NAME.test(line) ? [substituted(line, commands)] : [];
  return [...meant, ...ran].filter((one) => one !== line);
}

const NONE: readonly ReadonlyMap<string, string>[] = [new Map()];

/** What a command gave is run: `eval "$x"`, `sh -c "$x"`, `$x` alone, `echo "$x" | sh`. */
const RUNS_NAME =
  /(?:^|[;&|]\s*)(?:eval\s+|exec\s+|(?:ba|z|da)?sh\s+(?:-c\s+|<<<\s*))?["']?\$\{?\w+\}?["']?\s*(?:$|[;&|])|\$\{?\w+\}?["']?\s*\|\s*(?:ba|z|da)?sh\b/;

/** A line with names in the place of which their values are put. */
function substituted(line: string, values: ReadonlyMap<string, string>): string {
  const meant = line
    .replace(NAME, (whole, indirect?: string, braced?: string, form?: string, bare?: string, batch?: string) => {
      const name = braced ?? bare ?? batch ?? '';
      const value = values.get(indirect === '!' ? (values.get(name) ?? '') : name);
      // `${x:-curl}` is the word itself where nobody gave another.
      const otherwise = /^:[-=]\s?([^{}$`]+)$/.exec(form ?? '')?.[1];
      return value === undefined ? (otherwise ?? whole) : formed(value, form ?? '');
    })
    // Within a word, a name that has no value is nothing: `ba${x}sh`.
    .replace(/(?<=[a-z])\$\{[a-z_]\w*\}(?=[a-z])/gi, '');
  return meant.slice(0, LONGEST);
}

/** `$x`, `${x}`, `${!x}`, `${x:1:2}`, `${x/a/b}`, `${x,,}`, `${x[@]}`, and `%x%` of a batch file. */
const NAME = /\$\{(!?)([A-Za-z_]\w*)((?:[:/,^[][^{}\n]{0,60})?)\}|\$([A-Za-z_]\w*)|%([A-Za-z_]\w*)%/g;

function formed(value: string, form: string): string {
  const [, from, count] = /^:\s*(\d+)(?::(\d+))?$/.exec(form) ?? [];
  if (from !== undefined)
    return value.slice(Number(from), count === undefined ? undefined : Number(from) + Number(count));
  const [, every, old, by] = /^\/(\/?)([^/]+)\/(.*)$/.exec(form) ?? [];
  if (old !== undefined) return every === '/' ? value.replaceAll(old, by ?? '') : value.replace(old, () => by ?? '');
  if (form.startsWith(',')) return value.toLowerCase();
  return form.startsWith('^') ? value.toUpperCase() : value;
}

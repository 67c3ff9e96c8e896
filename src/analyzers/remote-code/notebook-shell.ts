import { quoted } from '../../formats/shell/quoted.ts';
import type { ShellFile, ShellStep } from '../../formats/shell/syntax.ts';

/** What the cells of a notebook hand to a shell, in their order (IPython, magics), and the lines that Python reads. */
export function shellOfCells(sources: readonly string[]): ShellFile {
  const [steps, others]: [ShellStep[], string[]] = [[], []];
  for (const source of sources) {
    const cell = /^\s*%%(\S+)[ \t]*([^\n]*)\n?([\s\S]*)$/.exec(source);
    if (cell === null || PASSES.test(cell[1] ?? '')) readLines(cell === null ? source : (cell[3] ?? ''), steps, others);
    else readCell(cell[1] ?? '', cell[2] ?? '', cell[3] ?? '', steps, others);
  }
  return { steps, others: others.join('\n') };
}

/** Cells that Python reads all the same. */
const PASSES = /^(?:capture|time|timeit|prun|memit|mprun|python3?|debug|memray\w*|scalene)$/;
const SHELLS = /^(?:bash|sh|zsh|!|sx|system)$/;
/** Cells that are pages, or texts for others. */
const SHOWN = /^(?:html|HTML|markdown|latex|svg|SVG|sql|bigquery)$/;

function readCell(name: string, given: string, body: string, steps: ShellStep[], others: string[]): void {
  if (SHELLS.test(name) || (name === 'script' && /^(?:\S*\/)?(?:ba|z|da)?sh\b/.test(given)))
    steps.push({ text: body, own: true });
  else if (/^(?:write)?file$/.test(name)) {
    const path = given.replace(/(?:^|\s)-a\b/, '').trim();
    steps.push({
      text: `cat >${/(?:^|\s)-a\b/.test(given) ? '>' : ''} ${path} <<'END_OF_CELL'\n${body}\nEND_OF_CELL`,
      own: true,
    });
  } else if (!SHOWN.test(name)) others.push(body);
}

function readLines(source: string, steps: ShellStep[], others: string[]): void {
  const lines = source.split('\n');
  for (let at = 0; at < lines.length; at++) {
    let line = lines[at] ?? '';
    if (!RUNS.test(line)) {
      const [, name, , value] = PLAIN_VALUE.exec(line) ?? [];
      const [, address = '', path = ''] = RETRIEVED.exec(line) ?? [];
      if (path !== '') steps.push({ text: `curl -o ${quoted(path)} ${quoted(address)}`, own: true });
      if (name !== undefined) steps.push({ text: `export ${name}=${quoted(value ?? '')}`, own: false });
      if (!SAYS.test(line)) others.push(line);
      continue;
    }
    while (line.endsWith('\\') && at + 1 < lines.length) line = `${line.slice(0, -1)}${lines[++at] ?? ''}`;
    const told = stepOf(line);
    // What an expression of Python gives is not known: the line is looked at as it stands, too.
    if (told === null || told.text.includes(UNKNOWN)) others.push(line);
    if (told !== null) steps.push(told);
  }
}

const UNKNOWN = '${CELL}';
const RETRIEVED =
  /\burlretrieve\(\s*["'](\w+:[^"'\\\s]{1,500})["']\s*,\s*(?:filename\s*=\s*)?["']([^"'\\\n]{1,300})["']/;
const RUNS = /^\s*(?:[\w, ]{1,80}=\s*)?[!%]/;
const PLAIN_VALUE =
  /^\s*(?:os\.environ\[["'])?([A-Za-z_]\w{0,80})(?:["']\])?\s*=\s*f?(["'])([^"'\\]{0,2000})\2\s*(?:#.*)?$/;
/** A text that a cell only shows. */
const SAYS = /^\s*print\(\s*f?(["'])[^"']*\1\s*\)\s*;?\s*$/;

/** `!x`, `!!x`, `%sx x`, `y = !x`; names of Python stand in braces. */
function stepOf(line: string): ShellStep | null {
  const [, assigned, sign = '', rest = ''] = /^\s*(?:(\w+)[\w, ]*=\s*)?(!!?|%)\s*([\s\S]*)$/.exec(line) ?? [];
  const [, magic = '', given = ''] = /^(\S+)\s*([\s\S]*)$/.exec(rest) ?? [];
  const text = sign === '%' ? magicOf(magic, given) : rest;
  if (text === null) return null;
  const said = text.replace(/\{(\w{1,80})\}/g, '$${$1}').replace(/(?<![$\w])\{[^{}\n,]{1,200}\}/g, `$${UNKNOWN}`);
  return assigned === undefined
    ? { text: said, own: !/^(?:cd|export)\s/.test(said) || sign !== '%' }
    : { text: `${assigned}=$(${said})`, own: false };
}

function magicOf(name: string, given: string): string | null {
  if (/^(?:sx|system)$/.test(name)) return given;
  if (name === 'cd') return `cd ${given.replace(/^-q\s+/, '')}`;
  if (/^(?:set_)?env$/.test(name)) return /^\w+[= ]/.test(given) ? `export ${assignment(given)}` : null;
  // Settings of `%run` stand before the program.
  if (name === 'run') return `python ${given.replace(/^(?:-\w+\s+)+/, '')}`;
  return /^(?:pip3?|conda|mamba|uv)$/.test(name) ? `${name} ${given}` : null;
}

function assignment(given: string): string {
  const [, name = '', value = ''] = /^(\w+)[= ]\s*([\s\S]*)$/.exec(given) ?? [];
  return `${name}=${quoted(value)}`;
}

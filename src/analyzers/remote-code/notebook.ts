import type { Rule } from '../../domain/finding.ts';
import { effectsOf } from '../../formats/python/effects.ts';
import type { PythonFacts } from '../../formats/python/facts.ts';
import type { ShellFile } from '../../formats/shell/syntax.ts';
import { isJsonObject, type Json, type JsonObject, member } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { shellOfCells } from './notebook-shell.ts';
import { attackIn } from './python/attacks.ts';
import { ATTACKING_SCRIPT, CODE_OF_NOBODY, NOTEBOOK_CALLS, TRUST } from './rules.ts';
import { judgeScript, LONGEST, LONGEST_LINE } from './scripts/scripts.ts';

/** What a notebook would do, cell after cell (nbformat 4), and what its stored outputs carry. */
export interface Notebook extends Pick<PythonFacts, 'imports' | 'topLevelCalls'> {
  readonly code: string;
  /** Whether all of it is Python, or what a shell runs: in other languages a line with `#` may run. */
  readonly hashComments: boolean;
  /** What Python reads of it. */
  readonly python: string;
  /** What it hands to shells; null where the kernel is none of Python's. */
  readonly handed: ShellFile | null;
  /** Lines that IPython takes itself: `!pip install x`, `%run y.py`, `%%bash`. */
  readonly magics: readonly string[];
  /** Outputs that hold a script, which a browser runs when the notebook is trusted. */
  readonly scripts: number;
  /** What pages of outputs, of prose and of widgets say to do in a browser that no table or drawing needs; null for nothing. */
  readonly reaches: string | null;
}

/** Null for JSON that is no notebook. */
export function readNotebook(value: Json): Notebook | null {
  if (!isJsonObject(value) || value['nbformat'] === undefined) return null;
  const all = cellsOf(value);
  if (all === null) return null;
  const cells = all.filter((cell) => member(cell, 'cell_type') === 'code');
  const sources = cells.map((cell) => textOf(member(cell, 'source') ?? member(cell, 'input')));
  const code = sources.join('\n').slice(0, LONGEST);
  const lines = code.split('\n');
  const magics = lines.filter((line) => MAGIC.test(line)).map((line) => line.trim().slice(0, LIMITS.quotation));
  const python = sources.map((source) => (/^\s*%%(?!capture|time)/.test(source) ? '' : plain(source))).join('\n');
  return {
    code,
    hashComments:
      isPython(value) && !sources.some((source) => /^[^\S\r\n\u2028\u2029]*%%(?!capture|time|bash|sh\b)/m.test(source)),
    handed: isPython(value) ? shellOfCells(sources.map((source) => source.slice(0, LONGEST))) : null,
    magics,
    python: isPython(value) ? python.slice(0, LONGEST) : '',
    ...effectsOf(python.slice(0, LONGEST)),
    scripts: cells.filter(holdsScript).length,
    reaches: reachesIn(value, all),
  };
}

/** Orders to the kernel that are written out, and what a browser keeps of somebody, sent or read. */
const REACHES =
  /\bkernel\.execute\(\s*\\?(?:["'`]|&quot;)[^\n]{0,80}|\bdocument\.cookie\b[^\n]{0,40}|\bon(?:load|error)\s*=\s*\\?["']?\s*(?:fetch|eval|import|top|parent|window\.location)\b[^\n]{0,80}|\]\(\s*javascript:[^\n)]{0,80}|\bparent\.location\s*=[^\n]{0,80}/i;
const PAGES = ['text/html', 'application/javascript', 'image/svg+xml', 'text/markdown'];
const WIDGETS = 'application/vnd.jupyter.widget-state+json';

function reachesIn(value: JsonObject, cells: readonly Json[]): string | null {
  const outputs = cells.flatMap((cell) => {
    const all = member(cell, 'outputs');
    return Array.isArray(all) ? (all as readonly Json[]) : [];
  });
  const pages = outputs.flatMap((output) => PAGES.map((type) => textOf(member(member(output, 'data'), type))));
  const prose = cells
    .filter((cell) => member(cell, 'cell_type') === 'markdown')
    .map((cell) => textOf(member(cell, 'source')));
  const state = ['metadata', 'widgets', WIDGETS, 'state'].reduce<Json | undefined>(member, value);
  const widgets = isJsonObject(state ?? null) ? (Object.values(state as JsonObject) as readonly Json[]) : [];
  for (const widget of widgets) {
    const module = member(widget, 'model_module');
    if (typeof module === 'string' && /^(?:https?:)?\/\//.test(module))
      return `a widget of ${module.slice(0, LIMITS.quotation)}`;
    pages.push(textOf(member(member(widget, 'state'), 'value')));
  }
  for (const page of [...pages, ...prose]) {
    const found = REACHES.exec(page.slice(0, LONGEST))?.[0];
    if (found !== undefined) return found.slice(0, LIMITS.quotation);
  }
  return null;
}

/** Of nbformat 3, which Jupyter still opens, the cells of every worksheet. */
function cellsOf({ cells, worksheets }: JsonObject): readonly Json[] | null {
  if (Array.isArray(cells)) return cells as readonly Json[];
  if (!Array.isArray(worksheets)) return null;
  return (worksheets as readonly Json[]).flatMap((sheet) => {
    const own = member(sheet, 'cells');
    return Array.isArray(own) ? (own as readonly Json[]) : [];
  });
}

const MAGIC = /^\s*(?:!|%)/;

/** A cell without IPython's own lines; `x = !ls` and `x = %who` too. */
function plain(source: string): string {
  return source
    .split('\n')
    .map((line) => (MAGIC.test(line) || /^\s*\w+\s*=\s*[!%]/.test(line) ? '' : line))
    .join('\n');
}

function holdsScript(cell: Json): boolean {
  const outputs = member(cell, 'outputs');
  if (!Array.isArray(outputs)) return false;
  return (outputs as readonly Json[]).some((output) => {
    const data = member(output, 'data');
    if (!isJsonObject(data)) return false;
    if (data['application/javascript'] !== undefined) return true;
    return /<script\b|\bon(?:load|error)\s*=/i.test(textOf(data['text/html']).slice(0, LONGEST));
  });
}

/** What a cell calls that starts programs, or runs texts and pickles as code; methods of the same name do not count. */
const CELL_CALLS =
  /(?<![\w.])(?:os\.(?:system|popen|exec\w+|spawn\w+)|subprocess\.\w+|pty\.spawn|get_ipython\(\)\.(?:system|getoutput|run_cell\w*)|ctypes\.\w+|marshal\.loads|(?:c?pickle|dill)\.loads|exec|eval|__import__)\s*\(/;

/** What only shows the machine, or what is installed on it. */
const SHOWS =
  /^(?:nvidia-smi|lscpu|free|df|du|nproc|uname|which|ls|pwd|git (?:rev-parse|status|log|describe)|(?:python3? -m )?pip3? (?:list|show|freeze|--version)|python3? --version)(?:\s[\w\s./=,:-]{0,200})?$/;
/** A command that is written out as a text or as a list of words. */
const WRITTEN_OUT =
  /(?<![\w.])(?:os\.(?:system|popen)|subprocess\.\w+)\(\s*(?:\[\s*((?:"[^"\\\n]*"|'[^'\\\n]*')(?:\s*,\s*(?:"[^"\\\n]*"|'[^'\\\n]*'))*)\s*(?:,\s*)?\]|((?:"[^"\\\n]*"|'[^'\\\n]*')))\s*[,)]/;

function startsKnown(line: string): boolean {
  const [call = '', words, text] = WRITTEN_OUT.exec(line) ?? [];
  const command = words === undefined ? text?.slice(1, -1) : words.replace(/["']\s*,?\s*/g, ' ');
  if (call === '' || command === undefined || CELL_CALLS.test(line.replace(call, ''))) return false;
  return SHOWS.test(command.trim().replace(/\s+/g, ' '));
}

/** A program that does not lie in the folder. */
const RUNS_OUTSIDE = /^\s*%(?:run|load|loadpy)\s+(?:-\S+\s+)*["']?(?:\.\.[/\\]|[/~\\]|\w+:\/\/)/;

/** The worst line among its cells; null when none is known to be bad, which makes it no safer to run. */
export function judgeNotebook({
  code,
  hashComments,
  handed,
  reaches,
  python,
}: Notebook): { readonly rule: Rule; readonly operation: string } | null {
  const worst = judgeScript(code, { buildsImage: false, hashComments, handed });
  if (worst?.rule === ATTACKING_SCRIPT || worst?.rule === CODE_OF_NOBODY) return worst;
  const attack = attackIn(python, { fetchingCounts: false });
  if (attack !== null) return { rule: ATTACKING_SCRIPT, operation: attack.operation.slice(0, LIMITS.quotation) };
  // What a call of Python asks for is the person's own; a program that is started with it is not.
  if (worst !== null && (worst.rule !== TRUST || /--trust/.test(worst.operation))) return worst;
  const line = code
    .split('\n')
    .map((one) => one.slice(0, LONGEST_LINE))
    .find((one) => !/^\s*#/.test(one) && ((CELL_CALLS.test(one) && !startsKnown(one)) || RUNS_OUTSIDE.test(one)));
  if (line === undefined && reaches !== null) return { rule: NOTEBOOK_CALLS, operation: reaches };
  return line === undefined ? null : { rule: NOTEBOOK_CALLS, operation: line.trim().slice(0, LIMITS.quotation) };
}

/** What the kernel reads, as nbformat 4 tells it; Python where nothing is told. */
function isPython(notebook: JsonObject): boolean {
  const metadata = member(notebook, 'metadata');
  const languages = [
    member(member(metadata, 'kernelspec'), 'language'),
    member(member(metadata, 'language_info'), 'name'),
  ];
  return languages.every(
    (language) => language === undefined || (typeof language === 'string' && /^i?python3?$/i.test(language)),
  );
}

function textOf(source: Json | undefined): string {
  if (typeof source === 'string') return source;
  return Array.isArray(source) ? source.filter((line) => typeof line === 'string').join('') : '';
}

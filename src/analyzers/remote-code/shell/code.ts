/**
 * Commands that programs in other languages hand to a shell, where they are written out: `system("…")`, `run(["sh", "-c", "…"])`, `system2("sh", c("-c", "…"))`,
 * what stands in ticks. One pass over the text.
 */
export function* commandsInCode(code: string): Iterable<string> {
  let words: string[] = [];
  let end = 0;
  let count = 0;
  for (const { text, start, stop, ticks } of literals(code.slice(0, LONGEST))) {
    const before = code.slice(Math.max(end, start - 80), start);
    const goesOn = words.length > 0 && start - end < 80 && BETWEEN.test(before);
    if (!goesOn && words.length > 0) yield commandOf(words);
    if (!goesOn) words = [];
    if (goesOn || STARTS.test(before) || (ticks && TICKS_RUN.test(before))) words.push(text);
    end = stop;
    if (++count > MOST) break;
  }
  if (words.length > 0) yield commandOf(words);
}

const LONGEST = 1024 * 1024;
const MOST = 50_000;
/** Calls, and statements of build tools, that start programs. */
const STARTS =
  /(?:\b(?:system2?|popen[234]?|exec|execSync|execute|execv?p?e?|spawnl?p?|spawnSync|execFileSync|shell_exec|passthru|proc_open|check_call|check_output|Popen|getoutput|getstatusoutput|run|run_command|call|Command(?:::new|Line)?|ProcessBuilder|shell|sh|bash|bat|powershell|provision|[sS]tart|qx|open|pipeline|new String\[\]|listOf|List\.of|Arrays\.asList|execute_process|COMMAND|spawn_command|create_subprocess_shell)\s*!?\s*\(?\s*[[({:]?\s*|\b(?:sh|bash)\s+-l?c\s*|\b(?:exec|COMMAND)\s+(?:sh|bash)\s+-l?c\s*|"shell"\s*,?\s*|\barguments\s*=\s*\[\s*)$/;
const BETWEEN = /^\s*(?:,\s*(?:(?:args\s*=\s*)?c\s*\(\s*|\[\s*)?|\)\s*\.args?\s*\(\s*&?\[?\s*|\]?\s*,?\s*)$/;
const TICKS_RUN = /(?:=|\breturn|\(|^|\n|\bdo|\bputs|\bprint)\s*$/;

interface Literal {
  readonly text: string;
  readonly start: number;
  readonly stop: number;
  readonly ticks: boolean;
}

/** What stands between quotes, on one line or between three of them. */
function* literals(code: string): Iterable<Literal> {
  for (const found of code.matchAll(LITERAL)) {
    const [whole] = found;
    const quotes = /^("""|'''|```)/.test(whole) && whole.length >= 6 ? 3 : 1;
    const text = whole.slice(quotes, -quotes);
    yield {
      text: whole.startsWith("'")
        ? text.replace(/\\(['\\])/g, '$1')
        : text.replace(/\\(["`\\$])/g, '$1').replace(/\\n/g, '\n'),
      start: found.index,
      stop: found.index + whole.length,
      ticks: whole.startsWith('`'),
    };
  }
}

const LITERAL =
  /"""(?:[^"]|"(?!"")){0,8000}"""|'''(?:[^']|'(?!'')){0,8000}'''|"(?:[^"\\\n]|\\[\s\S]){0,4000}"|'(?:[^'\\\n]|\\[\s\S]){0,4000}'|`(?:[^`\\\n]|\\[\s\S]){0,4000}`/g;

/** What stands behind `-c` is what runs, or else all of them beside one another. */
function commandOf(words: readonly string[]): string {
  const at = words.findIndex((word) => /^(?:-l?c|\/[cC])$/.test(word));
  if (at >= 0) return words[at + 1] ?? '';
  const joined = /^(?:-l?c|\/[cC])\s+(["']?)([\s\S]*)\1$/.exec(words[1] ?? '')?.[2];
  if (joined !== undefined) return joined;
  return words.length === 1
    ? (words[0] ?? '')
    : words.map((word) => (/[\s|;&]/.test(word) ? `'${word}'` : word)).join(' ');
}

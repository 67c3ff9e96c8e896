import { LIMITS } from '../../../kernel/limits.ts';

/** Where a line puts what it fetches, or decodes: `-o x`, `-OutFile x`, `> x`, or under the last name of the address. */
export const FETCHES =
  /\b(?:curl|wget|aria2c|scp|rsync|invoke-webrequest|iwr|start-bitstransfer|downloadfile|base64\s+(?:-d|-D|--decode)|xxd\s+-r)\b/i;
const OUTPUT =
  /(?:\s-(?:o|O|OutFile|Destination)\s*|\s--output(?:-document)?[=\s]|>\s*)["']?([^\s"'|;&<>-][^\s"'|;&<>]*)/gi;
const NAMED_BY_ADDRESS = /https?:\/\/[^\s"'|;&<>]*\/([\w.-]+)/gi;
/** `scp host:x y` */
const COPIED = /\b(?:scp|rsync)\s[^\n|;&]*\s[\w.@-]+:\S*\s+([\w./-]+)/gi;
/** Files that are only unpacked, read or listed are no programs. */
const DATA =
  /\.(?:tar|gz|tgz|zip|xz|bz2|zst|bin|pt|pth|safetensors|gguf|onnx|json|txt|csv|md|ya?ml|png|jpg|npz|npy|h5|deb|rpm|whl)$/i;
/** Files of one script that are followed, and lines of it. */
const MOST = 50;
const LINES = 5_000;

/** The line that runs what an earlier one fetched into a file; null when there is none. */
export function fetchedAndRun(lines: readonly string[]): string | null {
  const [names, texts] = [new Set<string>(), new Set<string>()];
  for (const line of lines.slice(0, LINES)) {
    const start = line.slice(0, LIMITS.pathBytes / 4);
    for (const name of names) if (runs(start, name)) return start.trim().slice(0, LIMITS.quotation);
    for (const name of texts) if (evaluates(start, name)) return start.trim().slice(0, LIMITS.quotation);
    const text = FETCHED_TEXT.exec(start)?.[1] ?? FETCHED_BY_POWERSHELL.exec(start)?.[1];
    if (text !== undefined && texts.size < MOST) texts.add(text);
    if (!FETCHES.test(start) || names.size >= MOST) continue;
    for (const pattern of [OUTPUT, NAMED_BY_ADDRESS, COPIED])
      for (const [, name = ''] of start.matchAll(pattern))
        if (/^\w$/.test(name) || (name.length > 1 && !DATA.test(name) && name !== '/dev/null'))
          names.add(name.slice(name.lastIndexOf('/') + 1));
  }
  return null;
}

/** A name of JavaScript, Lua or Ruby that is given what an address answers. */
const FETCHED_TEXT =
  /(?:^|[\s;{(])(\w+)\s*(?:<-|=)[^\n=][^\n]{0,120}\b(?:url|fetch|request|get|open|urlopen)\s*\(\s*["'`]https?:/;

/** A variable of PowerShell that is given what an address answers. */
const FETCHED_BY_POWERSHELL =
  /^\s*\$(\w+)\s*=\s*[^\n]{0,120}(?:\.DownloadString\s*\(|\b(?:iwr|irm|Invoke-WebRequest|Invoke-RestMethod)\b)/i;

function evaluates(line: string, name: string): boolean {
  if (
    new RegExp(
      `(?:\\b(?:iex|Invoke-Expression)\\b|\\[scriptblock\\]::Create\\s*\\()[^\\n]{0,40}\\$${name}\\b`,
      'i',
    ).test(line)
  )
    return true;
  return new RegExp(`\\b(?:eval|source|Function|load|loadstring|exec|instance_eval)\\s*\\(\\s*${name}\\b`).test(line);
}

/** A shell, an interpreter, a permission to run, or the name itself as a command. */
function runs(line: string, name: string): boolean {
  if (name === '' || !line.includes(name)) return false;
  // One letter stands for much.
  if (name.length === 1)
    return new RegExp(
      `^\\s*(?:(?:chmod\\s+\\S*[x1357]\\S*|\\.|source|(?:ba)?sh)\\s+(?:\\S*/)?|[^\\s=]*/)${name}\\s*$`,
    ).test(line);
  const file = `["']?(?:[^\\s"';&|]*[/\\\\])?${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}["']?(?:\\s|$|;|&)`;
  return (
    new RegExp(
      `(?:^|[;&|]|&&|\\bRUN\\s|\\bsudo\\s)\\s*(?:(?:(?:ba|z|da|k)?sh|python[\\d.]*|perl|ruby|node|source|\\.|start|call|start-process|exec|msiexec)\\s+(?:["']{2}\\s+)?(?:[-/]\\S+\\s+)*|export\\s+(?:BASH_ENV|ENV|LD_PRELOAD|PYTHONSTARTUP)=|chmod\\s+\\S*[x1357]\\S*\\s+|&\\s*|\\./|/)?${file}`,
      'i',
    ).test(line) && !/^\s*(?:#|rm\b|mv\b|cat\b|ls\b|echo\b)/.test(line)
  );
}

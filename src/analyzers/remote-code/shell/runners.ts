import { namesNobody } from '../nameless.ts';
import { ATTACKING_SCRIPT, HOST_ACCESS } from '../rules.ts';
import { commandsInCode } from './code.ts';
import { isHouse } from './known-hosts.ts';
import { judgeTable } from './lasting.ts';
import type { Call, Machine } from './machine.ts';
import { isDecoded, isFetched, MARKS, marksOf } from './marks.ts';
import { resolved } from './paths.ts';
import { contentOf, treeOf, write } from './places.ts';
import { judgeRun } from './run-value.ts';

/** A text that a shell is handed. */
function runShell(value: string, machine: Machine, stdin = ''): string {
  judgeRun(value, machine);
  return machine.runText(value, stdin);
}

export function isShell(name: string): boolean {
  return /^(?:ba|da|a|k|mk|z|fi|tc|c)?sh(?:\.exe)?$|^rbash$/.test(name);
}

/** sh, bash and their kind: a text behind `-c`, a file, or what comes in. */
export function shell(call: Call): string {
  const { args, stdin, machine } = call;
  let at = 0;
  while (at < args.length && /^[-+]/.test(args[at] ?? '') && args[at] !== '-') {
    const arg = args[at] ?? '';
    if (/^-\w*c\w*$/.test(arg) && !arg.startsWith('--')) {
      const text = args.slice(at + 1).find((one) => !/^[-+]\w/.test(one)) ?? '';
      const given = args.slice(args.indexOf(text) + 1);
      for (const [index, word] of given.entries()) machine.values.set(String(index), [word]);
      return runShell(text, machine, stdin);
    }
    if (arg === '-s') return runShell(stdin, machine);
    at += /^(?:-o|\+o|-O|--rcfile|--init-file)$/.test(arg) ? 2 : 1;
  }
  const file = args[at];
  // Somebody is to speak with it.
  if (args.some((arg) => /^-\w*i\w*$/.test(arg)) || stdin === MARKS.session) return MARKS.session;
  if (file === undefined || file === '-' || file === '/dev/stdin') return runShell(stdin, machine);
  return runFile(file, args.slice(at + 1), machine);
}

/** A file that is run, or read into the shell. */
export function runFile(path: string, args: readonly string[], machine: Machine): string {
  // What `<(…)` gave stands in the place of its name.
  if (isFetched(path) || isDecoded(path)) {
    judgeRun(path, machine);
    return MARKS.unknown;
  }
  const value = contentOf(path, machine);
  judgeRun(value, machine);
  if (value === MARKS.unknown || value.startsWith(MARKS.known)) return MARKS.unknown;
  for (const [index, word] of args.slice(0, 9).entries()) machine.values.set(String(index + 1), [word]);
  return machine.runText(value);
}

export function source({ args, stdin, machine }: Call): string {
  return runFile(
    args[0] === '-' || args[0] === undefined ? '/dev/stdin' : args[0],
    args.slice(1),
    withInput(stdin, machine),
  );
}

function withInput(stdin: string, machine: Machine): Machine {
  machine.files.set('/dev/stdin', stdin === '' ? MARKS.unknown : stdin);
  return machine;
}

export function evaluate({ args, machine }: Call): string {
  return runShell(args.join(' '), machine);
}

const CODE_OPTION: Readonly<Record<string, RegExp>> = {
  python: /^-\w*c$/,
  perl: /^-\w*[eE]$/,
  ruby: /^-\w*e$/,
  node: /^(?:-e|-p|--eval|--print)$/,
  php: /^-r$/,
  lua: /^-e$/,
  R: /^-e$/,
};
/** Interpreters that are told so read what comes in as data; `python -m code` runs it. */
const READS_DATA: Readonly<Record<string, RegExp>> = {
  python: /^-\w*m/,
  perl: /^-\w*[np]/,
  ruby: /^-\w*[np]/,
  node: /^-p/,
};

/** Interpreters of other languages: a text behind an option, a file, or what comes in. */
export function interpret({ name, args, stdin, machine }: Call): string {
  const kind = /^python|^pypy/.test(name)
    ? 'python'
    : /^Rscript|^R$/.test(name)
      ? 'R'
      : name.startsWith('lua')
        ? 'lua'
        : /^(?:nodejs|deno|bun)$/.test(name)
          ? 'node'
          : name;
  const option = CODE_OPTION[kind];
  const at = option === undefined ? -1 : args.findIndex((arg) => option.test(arg));
  if (at >= 0) {
    runCode(args[at + 1] ?? '', machine);
    return marksOfCode(args[at + 1] ?? '', stdin);
  }
  const asData = READS_DATA[kind];
  if (kind === 'python' && args.includes('-m') && args[args.indexOf('-m') + 1] === 'code') runCode(stdin, machine);
  else if (asData !== undefined && args.some((arg) => asData.test(arg))) return MARKS.unknown;
  const file = args.find((arg) => arg === '-' || !arg.startsWith('-'));
  if (file === undefined || file === '-' || file === '/dev/stdin') runCode(stdin, machine);
  else judgeRun(isFetched(file) || isDecoded(file) ? file : contentOf(file, machine), machine);
  return MARKS.unknown;
}

/** What a program of one line writes: what it read, or what it decoded. */
function marksOfCode(code: string, stdin: string): string {
  if (/b64decode|decode_base64|base64_decode|fromhex|unhexlify|Buffer\.from|\bpack\b|decompress/.test(code))
    return MARKS.decoded;
  if (/urlopen|requests\.get|https?:\/\//.test(code)) return MARKS.fetched;
  return /stdin/.test(code) && isFetched(stdin) ? MARKS.fetched : MARKS.unknown;
}

/** What is fetched is run by the same call. */
const RUNS_FETCHED =
  /\b(?:system|exec|shell_exec|passthru|popen|proc_open|eval|assert)\s*\(?\s*(?:file_get_contents|curl_exec|urlopen|requests\.get|LWP::Simple::get|get|Net::HTTP\.get|URI\.open|open)\s*\(\s*(?:URI\()?["']https?:/;

function runCode(code: string, machine: Machine): void {
  judgeRun(code, machine);
  if (RUNS_FETCHED.test(code)) machine.fetchedRun(namesNobody(code) ? MARKS.nameless : '');
  machine.askCode(code);
  for (const command of commandsInCode(code)) machine.runText(command);
}

/** What awk starts. */
export function awk(call: Call): string {
  const program = call.args.find((arg) => /[{}()]|\bsystem\b/.test(arg)) ?? '';
  runCode(program, call.machine);
  return call.stdin === '' ? MARKS.unknown : call.stdin;
}

/** make, cmake, pip and others that run what stands in a folder. */
export function build({ name, args, machine }: Call): string {
  const at = args.findIndex((arg) => /^(?:-C|--directory|--prefix|--cwd)$/.test(arg));
  const file = args[args.findIndex((arg) => /^(?:-f|--file|--makefile)$/.test(arg)) + 1];
  if (args.some((arg) => /^(?:-f|--file|--makefile)$/.test(arg)) && file !== undefined)
    judgeRun(isFetched(file) ? file : contentOf(file, machine), machine);
  const folder = at < 0 ? machine.folder : resolved(args[at + 1] ?? '', machine.folder);
  const packages = /^(?:dpkg|rpm|apt|apt-get|yum|dnf|pip3?|gdebi|installer|msiexec|npm|conda)$/.test(name);
  if (packages) {
    for (const arg of args) {
      const address = /^(?:[\w.[\],-]+\s*@\s*)?git\+(.+)$/.exec(arg)?.[1];
      if (address !== undefined && !isHouse(address)) machine.fetchedRun();
      if (/\.(?:deb|rpm|pkg|msi|apk|whl|tar\.gz|zip)$/.test(arg) && isFetched(contentOf(arg, machine)))
        machine.fetchedRun(contentOf(arg, machine));
    }
    if (!args.includes('.') && !args.includes('./')) return MARKS.unknown;
  }
  const mark = treeOf(folder, machine)?.mark ?? '';
  // A package is taken from a house of source code as `git+https` takes it.
  if (folder !== '' && isFetched(mark) && !(packages && mark === MARKS.forge)) machine.fetchedRun(mark);
  return MARKS.unknown;
}

/** A compiler: its program is what its sources are. */
export function compile({ args, stdin, machine }: Call): string {
  const sources = args.map((arg) =>
    arg === '-' ? stdin : /\.(?:c|cc|cpp|cxx|rs|go|m)$/.test(arg) ? contentOf(arg, machine) : '',
  );
  const mark = marksOf(sources.join('')).replaceAll(MARKS.unknown, '');
  const at = args.indexOf('-o');
  if (mark !== '') write(at < 0 ? 'a.out' : (args[at + 1] ?? ''), mark, false, machine);
  return '';
}

/** chmod: what was fetched is made a program. */
export function permit({ args, machine }: Call): string {
  const runs = args.some((arg) => /^[ugoa]*[+=][rws]*x|^[0-7]*[1357][0-7]*$/.test(arg));
  for (const path of runs ? args.slice(1) : []) {
    const value = contentOf(path, machine);
    if (machine.files.has(resolved(path, machine.folder)) && !value.startsWith(MARKS.unnamed)) judgeRun(value, machine);
  }
  return '';
}

/** xargs and parallel: what comes in becomes words of a command, or commands. */
export function each({ name, args, stdin, machine }: Call): string {
  const place =
    /^-I(.+)$/.exec(args.find((arg) => /^-I./.test(arg)) ?? '')?.[1] ??
    (args.includes('-I') ? args[args.indexOf('-I') + 1] : undefined);
  const mark = place ?? (name === 'parallel' ? '{}' : undefined);
  let at = 0;
  while (at < args.length && (args[at] ?? '').startsWith('-')) at += /^-[InLPdEjsa]$/.test(args[at] ?? '') ? 2 : 1;
  const command = args.slice(at);
  if (command.length === 0) return name === 'parallel' ? runShell(stdin, machine) : stdin;
  const holds = mark !== undefined && command.some((word) => word.includes(mark));
  const words = holds
    ? command.map((word) => word.replaceAll(mark, stdin))
    : [...command, ...(stdin === '' ? [] : [stdin])];
  return machine.run(words, '');
}

/** rm, shred and others, of a whole home or disk. */
export function remove({ name, args, machine }: Call): string {
  const all = name === 'shred' || args.some((arg) => /^-\w*[rRf]|^--recursive/.test(arg));
  const whole =
    /^(?:~|\/root|\/home|\/Users|\/etc|\/usr|\/bin|\/boot|\/lib|\/var|\/home\/[^/*]+)?\/?(?:\*|\.\*|\.\[!?\.\]\*)?$/;
  if (all && args.some((arg) => /[/~]/.test(arg) && whole.test(arg))) machine.tell(ATTACKING_SCRIPT);
  if (
    args.some((arg) => machine.locked.has(arg) && /^(?:~|\/home|\/Users|\/root|\/mnt|\/srv|\/)\S*[*\uE005]/.test(arg))
  )
    machine.tell(ATTACKING_SCRIPT);
  if (args.some((arg) => /^\/dev\/(?:sd|hd|vd|nvme|mmcblk)/.test(arg))) machine.tell(ATTACKING_SCRIPT);
  return '';
}

/** dd and mkfs. */
export function overwrite({ name, args, stdin, machine }: Call): string {
  const disk = /^(?:of=)?\/dev\/(?:sd|hd|vd|xvd|nvme|mmcblk|disk)/;
  if (args.some((arg) => (name === 'dd' ? arg.startsWith('of=') : true) && disk.test(arg)))
    machine.tell(ATTACKING_SCRIPT);
  const from = args.find((arg) => arg.startsWith('if='));
  return from === undefined ? stdin : contentOf(from.slice(3), machine);
}

/** crontab: a table that is handed in, or read where no word says which. */
export function schedule({ name, args, stdin, machine }: Call): string {
  if (name === 'at' || name === 'batch') machine.runText(stdin);
  else {
    const table = args.find((arg, at) => arg === '-' || (!arg.startsWith('-') && args[at - 1] !== '-u'));
    if (table !== undefined && table !== '-') judgeTable(contentOf(table, machine), machine);
    else if (args.includes('-l')) return MARKS.own;
    else if (table === '-' || (args.length === 0 && stdin !== '')) judgeTable(stdin, machine);
  }
  return '';
}

/** mkfifo, mknod: what is read from it comes from whoever writes to it. */
export function fifo({ args, machine }: Call): string {
  for (const path of args) if (!path.startsWith('-')) machine.files.set(resolved(path, machine.folder), MARKS.session);
  return '';
}

/** setcap, useradd and usermod: rights over the machine. */
export function grant({ name, args, machine }: Call): string {
  if (machine.buildsImage) return '';
  const all = args.join(' ');
  if (name === 'setcap' && /cap_(?:setuid|setgid|sys_admin|sys_ptrace|dac_override|sys_module|all)/.test(all))
    machine.tell(ATTACKING_SCRIPT);
  if (name !== 'setcap' && /(?:^| )-\w*G\w* \S*\b(?:sudo|wheel|root|admin)\b/.test(all)) machine.tell(HOST_ACCESS);
  return '';
}

export function trap({ args, machine }: Call): string {
  const text = args.find((arg) => !/^(?:-\w*|--)$/.test(arg)) ?? '';
  if (!/^(?:-|EXIT|INT|TERM|ERR|HUP|[A-Z]{3,6}|\d+)$/.test(text)) machine.runText(text);
  return '';
}

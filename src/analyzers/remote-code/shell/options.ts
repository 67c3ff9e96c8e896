import type { Machine } from './machine.ts';

/** Options of any program whose word is a command, with the word behind their sign: of tar, git, rsync, ssh and others. */
const JOINED =
  /^(?:--(?:checkpoint-action=exec|to-command|use-compress-program|info-script|new-volume-script|rsh|rsync-path|upload-pack|receive-pack|ext-diff|extcmd|filter|compress-program|unzip-command|(?:tree|index|msg|env|parent|commit|tag-name)-filter)=|(?:core\.(?:sshCommand|fsmonitor|editor|pager)|credential\.helper|diff\.external|sequence\.editor|alias\.\w+)=!?|(?:-o)?(?:ProxyCommand|LocalCommand|KnownHostsCommand)[= ]\s*)([\s\S]+)$/;

/** Options of one program whose next word is a command. */
const APART: ReadonlyMap<string, RegExp> = new Map([
  [
    'git',
    /^(?:-u|-x|--(?:upload-pack|receive-pack|exec|extcmd|(?:tree|index|msg|env|parent|commit|tag-name)-filter))$/,
  ],
  ['rsync', /^(?:-\w*e|--rsh|--rsync-path)$/],
  ['tar', /^(?:-\w*[IF]|--(?:use-compress-program|to-command|info-script|new-volume-script))$/],
  ['scp', /^-S$/],
  ['sftp', /^-S$/],
  ['split', /^--filter$/],
  ['sort', /^--compress-program$/],
  ['zip', /^(?:-TT|--unzip-command)$/],
  ['man', /^(?:-P|--pager)$/],
  ['tcpdump', /^-z$/],
  ['entr', /^-s$/],
]);

/** What a program is told to start by one of its options, or by the words behind one of its own. */
export function startByOption(name: string, args: readonly string[], machine: Machine): void {
  const apart = APART.get(name);
  for (const [at, arg] of args.entries()) {
    const text = JOINED.exec(arg)?.[1] ?? (apart?.test(arg) === true ? args[at + 1] : undefined);
    if (text !== undefined) machine.runText(text.replace(/^exec=/, ''), '', true);
  }
  if (name === 'tar') {
    const at = args.indexOf('--checkpoint-action');
    const action = at < 0 ? undefined : /^exec=([\s\S]+)$/.exec(args[at + 1] ?? '')?.[1];
    if (action !== undefined) machine.runText(action, '', true);
  }
  if (name !== 'git') return;
  const [verb, next] = [args[0], args[1]];
  if (verb === 'bisect' && next === 'run') machine.run(args.slice(2), '');
  if (verb === 'submodule') {
    const at = args.indexOf('foreach');
    if (at >= 0)
      machine.runText(
        args
          .slice(at + 1)
          .filter((arg) => !arg.startsWith('-'))
          .join(' '),
        '',
        true,
      );
  }
}

/** Programs that a person speaks with, and what in a line of theirs hands the rest to a shell. */
const ESCAPES: ReadonlyMap<RegExp, RegExp> = new Map([
  [/^(?:r?ed|ex|vim?|nvim|view|vimdiff)$/, /^\s*[+:]*\s*(?:sil(?:ent)?!?\s+)?(?:[\d,$%.]*(?:r|w|e)?\s*!|!)\s*(.+)$/],
  [/^gdb$/, /^\s*(?:!|(?:shell|make)\s)\s*(.+)$/],
  [/^(?:psql|mysql|mariadb)$/, /^\s*(?:\\!|system\s)\s*(.+)$/],
  [/^sqlite3$/, /^\s*\.(?:shell|system)\s+(.+)$/],
  [/^(?:dc|less|more|ftp|telnet|mutt|bc)$/, /^\s*[+:]*!\s*(.+)$/],
]);

/** What such a program is told in a word of its own, or by what comes in. */
export function startByEscape(name: string, args: readonly string[], stdin: string, machine: Machine): void {
  for (const [programs, hands] of ESCAPES) {
    if (!programs.test(name)) continue;
    for (const line of [...args, ...stdin.split('\n', MOST_LINES)]) {
      const text = hands.exec(line)?.[1];
      if (text !== undefined) machine.runText(text, '', true);
    }
  }
}

const MOST_LINES = 500;

/** A setting as Git reads it: names in lower case, values without their quotes, marks of continued lines and comments. */
interface Setting {
  readonly section: string;
  /** What stands behind the section's name: `[filter "a"]`, or `[filter.a]` of old. */
  readonly part: string;
  readonly key: string;
  readonly value: string;
  /** As it is written. */
  readonly written: string;
}

/** Git looks settings up there in any folder with a HEAD, objects and refs, whatever its name; `config` is `CONFIG` where names know no case. */
const FILE = /(?:^|\/)(?:config(?:\.worktree)?|\.?gitconfig)$/i;

const HEADER = /\[([\w.-]*)(?:[ \t\r]+"((?:[^"\\\n]|\\[^\n])*)")?\]/y;
const KEY = /([A-Za-z][\w-]*)[ \t]*(=)?/y;

/** git-config(1), by `section.key`: what is run, or names the folder or the file whose commands are. */
const COMMANDS: ReadonlySet<string> = new Set([
  'core.sshcommand',
  'core.gitproxy',
  'core.askpass',
  'core.hookspath',
  'core.alternaterefscommand',
  'include.path',
  'includeif.path',
  'diff.external',
  'diff.textconv',
  'diff.command',
  'interactive.difffilter',
  'merge.driver',
  'difftool.cmd',
  'difftool.path',
  'mergetool.cmd',
  'mergetool.path',
  'man.cmd',
  'man.path',
  'browser.cmd',
  'browser.path',
  'guitool.cmd',
  'instaweb.httpd',
  'gpg.program',
  'gpg.defaultkeycommand',
  'hook.command',
  'trailer.cmd',
  'trailer.command',
  'tar.command',
  'gc.recentobjectshook',
  'uploadpack.packobjectshook',
  'remote.uploadpack',
  'remote.receivepack',
  'remote.vcs',
  'imap.tunnel',
  'sendemail.sendmailcmd',
  'sendemail.tocmd',
  'sendemail.cccmd',
  'sendemail.headercmd',
  'svn.authorsprog',
  'lfs.clean',
  'lfs.smudge',
  'lfs.path',
]);

/** Texts that lead to a program and, of their values, those that lead to none of a stranger's: whole values, so that no second command stands behind. */
const EXCUSED: ReadonlyMap<string, RegExp> = new Map([
  ['core.fsmonitor', /^(?:true|false|yes|no|on|off|[01])?$/i],
  ['filter.clean', /^git-lfs clean[ \w%.-]*$/],
  ['filter.smudge', /^git-lfs smudge[ \w%.-]*$/],
  ['filter.process', /^git-lfs filter-process[ \w%.-]*$/],
  ['core.editor', /^(?:(?:vi|vim|nvim|nano|emacs|notepad|gedit)|code (?:-w|--wait))?$/],
  ['sequence.editor', /^(?:(?:vi|vim|nvim|nano|emacs|notepad|gedit)|code (?:-w|--wait))?$/],
  ['core.pager', /^(?:cat|more|less(?: -[FRSX]+)*)?$/],
  ['credential.helper', /^(?:[\w-]+(?: --(?:timeout|file)[= ][\w./~-]+)?)?$/],
  ['sendemail.smtpserver', /^[\w.-]*$/],
]);
/** `pager.log`: a command's own. */
const PAGER = /^(?:true|false|yes|no|on|off|[01]|cat|more|less(?: -[FRSX]+)*)?$/i;
/** Addresses that are commands (gitremote-helpers(7)). */
const COMMAND_ADDRESS = /^(?:ext|fd)::/i;

/** Settings by which Git runs something in whatever folder has this file. */
export function* gitCommands(
  path: string,
  text: string,
): Iterable<{ readonly command: string; readonly written: string }> {
  if (!FILE.test(path)) return;
  for (const setting of settingsOf(text))
    if (isCommand(setting)) yield { command: `${setting.key} = ${setting.value}`, written: setting.written };
}

function isCommand({ section, part, key, value }: Setting): boolean {
  const name = `${section}.${key}`;
  if (COMMANDS.has(name)) return value !== '';
  const excused = EXCUSED.get(name);
  if (excused !== undefined) return !excused.test(value);
  if (section === 'pager') return !PAGER.test(value);
  if (section === 'alias' || (section === 'submodule' && key === 'update')) return value.startsWith('!');
  if (section === 'url') return COMMAND_ADDRESS.test(part);
  return (section === 'remote' || section === 'branch' || section === 'submodule') && COMMAND_ADDRESS.test(value);
}

/** Read as Git's own reader does; a line that would end it is passed over. */
function* settingsOf(text: string): Iterable<Setting> {
  let [section, part] = ['', ''];
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text.charAt(at)) || text.charAt(at) === '\uFEFF') {
      at += 1;
      continue;
    }
    HEADER.lastIndex = at;
    const header = HEADER.exec(text);
    if (header !== null) {
      const [name = '', ...old] = (header[1] ?? '').toLowerCase().split('.');
      section = name;
      part = header[2]?.replace(/\\(.)/g, '$1') ?? old.join('.');
      at = HEADER.lastIndex;
      continue;
    }
    KEY.lastIndex = at;
    const key = KEY.exec(text);
    if (key === null) {
      at = lineEnd(text, at);
      continue;
    }
    const start = at;
    const { value, end } = key[2] === undefined ? { value: '', end: lineEnd(text, at) } : valueAt(text, KEY.lastIndex);
    at = end;
    yield { section, part, key: (key[1] ?? '').toLowerCase(), value, written: text.slice(start, end).trim() };
  }
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

const ESCAPED: Readonly<Record<string, string>> = { t: '\t', b: '\b', n: '\n' };

function valueAt(text: string, from: number): { readonly value: string; readonly end: number } {
  let value = '';
  let isQuoted = false;
  let hasBlank = false;
  let at = from;
  for (; at < text.length && text[at] !== '\n'; at += 1) {
    const character = text.charAt(at);
    if (!isQuoted && (character === ' ' || character === '\t' || character === '\r')) {
      hasBlank = value !== '';
      continue;
    }
    if (!isQuoted && (character === '#' || character === ';')) return { value, end: lineEnd(text, at) };
    if (hasBlank) value += ' ';
    hasBlank = false;
    if (character === '"') isQuoted = !isQuoted;
    else if (character !== '\\') value += character;
    else {
      at += text.startsWith('\r\n', at + 1) ? 2 : 1;
      const escaped = text.charAt(at);
      if (escaped !== '\n') value += ESCAPED[escaped] ?? escaped;
    }
  }
  return { value, end: at };
}

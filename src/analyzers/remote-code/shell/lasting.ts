import { ATTACKING_SCRIPT, CHANGES_MACHINE } from '../rules.ts';
import type { Machine } from './machine.ts';
import { isDecoded, isFetched, MARKS, withoutMarks } from './marks.ts';
import { judgeRun } from './run-value.ts';

const KEYS = /\.ssh\/authorized_keys2?$/;
const STARTS =
  /^(?:~|\/root|\/home\/[^/]+)\/\.(?:bashrc|bash_profile|bash_login|profile|zshrc|zshenv|zprofile|bash_aliases|xprofile|config\/fish\/config\.fish)$|^\/etc\/(?:profile|bash\.bashrc|zsh\/|profile\.d\/)/;
const SERVICES =
  /^\/etc\/systemd\/(?:system|user)\/.*\.(?:service|timer)$|^(?:~|\/root|\/home\/[^/]+)\/\.config\/systemd\/user\/|^\/(?:usr\/)?lib\/systemd\/system\/|^\/etc\/init\.d\/|\/LaunchAgents\/|\/LaunchDaemons\//;
const SCHEDULES =
  /^\/etc\/cron|^\/var\/spool\/cron|^\/etc\/(?:rc\.local|inittab|update-motd\.d\/)|\/\.config\/autostart\//;
const LOADED = /^\/etc\/ld\.so\.preload$/;
const ACCOUNTS = /^\/etc\/(?:passwd|shadow|pam\.d\/.+)$/;
const RIGHTS = /^\/etc\/sudoers(?:\.d\/.+)?$/;
const NAMES_OF_HOSTS = /^\/etc\/hosts$/;

/** What is put where it runs again, or opens the machine. */
export function judgePlace(path: string, value: string, machine: Machine): void {
  if (LOADED.test(path)) machine.tell(ATTACKING_SCRIPT);
  if (KEYS.test(path)) machine.tell(isHandedIn(value) ? CHANGES_MACHINE : ATTACKING_SCRIPT);
  if (SCHEDULES.test(path)) machine.tell(ATTACKING_SCRIPT);
  if (path.startsWith('/etc/apt/sources.list') && /\btrusted=yes\b[^\n]*\bhttp:/.test(value)) machine.fetchedRun();
  if (
    /(?:^|\/)\.?(?:pip\.conf|npmrc|condarc|pydistutils\.cfg)$/.test(path) &&
    /(?:index|registry|channel)[^\n]*\bhttp:/.test(value)
  )
    machine.fetchedRun();
  if (PRELOADS.some((name) => machine.values.get(name)?.includes(path))) judgeRun(value, machine);
  if (STARTS.test(path)) judgeStart(value, machine);
  if (SERVICES.test(path)) judgeService(value, machine);
  if (/(?:^|\/)(?:sitecustomize|usercustomize)\.py$/.test(path)) judgeRun(value, machine);
  if (machine.buildsImage) return;
  if (ACCOUNTS.test(path)) machine.tell(value.includes(MARKS.secret) ? CHANGES_MACHINE : ATTACKING_SCRIPT);
  if (RIGHTS.test(path)) machine.tell(isNarrow(value.replaceAll(MARKS.own, '')) ? CHANGES_MACHINE : ATTACKING_SCRIPT);
  if (NAMES_OF_HOSTS.test(path)) machine.tell(CHANGES_MACHINE);
}

/** Names of what programs load before they begin. */
export const PRELOADS = ['LD_PRELOAD', 'LD_AUDIT', 'BASH_ENV', 'ENV', 'PYTHONSTARTUP', 'DYLD_INSERT_LIBRARIES'];

/** Names that the script gives no value: whoever starts it does. */
function isHandedIn(value: string): boolean {
  return /^\s*(?:\$\{\w+\}\s*)*$/.test(value);
}

/** Lines of sudoers that set a path, allow some programs, or everything to somebody whom the script is told. */
function isNarrow(value: string): boolean {
  return value
    .split('\n')
    .every((line) =>
      /^\s*(?:#.*|Defaults\b.*|[\w%${}-]+\s+\w+\s*=\s*(?:\([\w:]*\)\s*)?(?:\w+:\s*)*\/[\w./*-][\w./*\s,-]*|\$\{(?!USER\}|LOGNAME\}|SUDO_USER\})\w+\}\s.*)?$/.test(
        line,
      ),
    );
}

/** What every shell runs when it starts: names and hooks of tools are what installers write there. */
const PLAIN_START =
  /^\s*(?:#.*|(?:export|alias|set|unset|setopt|conda|nvm|ulimit|umask|cd|PATH=|if|then|fi|else|test)\b.*|\[[^\]]*\]+\s*(?:&&|\|\|)\s*(?:export|alias|unset|true|return)\b[^;&|]*|[A-Za-z_]\w*=[^;&|]*|)$/;
const HOOK =
  /^\s*(?:eval "?\$\([\w./~${}-]+ (?:shell\.\w+ )?(?:hook|init|activate|env|shellenv|completion)[^|;&]*\)"?|(?:conda|source) activate [\w-]+)\s*$/;
const RISKY =
  /\b(?:curl|wget|nc|ncat|socat|base64|nohup|setsid|(?:ba|z|da)?sh -[ci]|python[\d.]* -c|perl -e|eval|LD_PRELOAD|LD_AUDIT|BASH_ENV|PYTHONSTARTUP|PROMPT_COMMAND)\b|\/dev\/tcp|\/tmp\/|\/dev\/shm|\/\.\w[\w./-]*\s*&\s*$/m;

function judgeStart(value: string, machine: Machine): void {
  if (isFetched(value) || isDecoded(value)) machine.tell(ATTACKING_SCRIPT);
  const lines = value.split('\n').filter((line) => !HOOK.test(line));
  const risky = lines.some((line) => RISKY.test(line));
  if (!risky && lines.every((line) => PLAIN_START.test(line))) return;
  if (machine.buildsImage) machine.runText(value);
  else machine.tell(risky ? ATTACKING_SCRIPT : CHANGES_MACHINE);
}

function judgeService(value: string, machine: Machine): void {
  if (isFetched(value) || isDecoded(value)) machine.tell(ATTACKING_SCRIPT);
  for (const [, command = ''] of value.matchAll(
    /^[^\S\r\n\u2028\u2029]*Exec(?:Start|StartPre|StartPost)\s*=\s*[-@+!:]*(.{1,2000})$/gm,
  )) {
    if (/^(?:\/tmp|\/dev\/shm|\/var\/tmp)\//.test(command)) machine.tell(ATTACKING_SCRIPT);
    machine.runText(command);
  }
}

/** A table of times: what it says to run, as far as it is written out. */
export function judgeTable(value: string, machine: Machine): void {
  const known = withoutMarks(value).trim();
  const hides = known === '' && !value.includes(MARKS.own);
  if (hides || isFetched(value) || isDecoded(value) || RISKY.test(known)) machine.tell(ATTACKING_SCRIPT);
  else if (!machine.buildsImage) machine.tell(CHANGES_MACHINE);
  for (const line of known.split('\n')) {
    const command = /^\s*(?:@\w+|(?:[\d*/,-]+\s+){5})\s*(.+)$/.exec(line)?.[1];
    if (command !== undefined) machine.runText(command);
  }
}

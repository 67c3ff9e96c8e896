import { ATTACKING_SCRIPT } from '../rules.ts';
import type { Machine } from './machine.ts';
import { isDecoded, isFetched, MARKS, marksOf } from './marks.ts';
import { baseOf, isSecretPath, isTokenPath, resolved } from './paths.ts';

/** What a file holds, as far as the script says; what was never written holds what its place says. */
export function contentOf(path: string, machine: Machine): string {
  const whole = resolved(path, machine.folder);
  const written = machine.files.get(whole) ?? machine.files.get(`by name ${baseOf(whole)}`);
  if (written !== undefined) return written;
  if (isTokenPath(whole)) return MARKS.token;
  if (isSecretPath(whole)) return MARKS.secret;
  const tree = treeOf(whole, machine);
  if (tree !== null) return tree.mark;
  return DATA.test(whole) ? MARKS.decoded : MARKS.unknown;
}

/** Pictures and weights: a program within one is hidden. */
const DATA = /\.(?:png|jpe?g|gif|webp|ico|wav|mp3|pdf|safetensors|gguf|onnx|pth?|ckpt|npy|npz|h5)$/i;

/** The folder of something fetched in which a path lies. An archive is named after the folder that it holds, and more. */
export function treeOf(whole: string, { trees }: Machine): { readonly mark: string } | null {
  for (const { path, mark } of trees)
    if (
      path !== '' &&
      (whole === path ||
        whole.startsWith(`${path}/`) ||
        (whole.includes('/') && path.startsWith(`${whole.split('/').slice(0, path.split('/').length).join('/')}-`)))
    )
      return { mark };
  return null;
}

const MOST_FILES = 2_000;

export function write(path: string, value: string, append: boolean, machine: Machine): void {
  const whole = resolved(path, machine.folder);
  if (/^\/dev\/(?:sd|hd|vd|xvd|nvme|mmcblk|disk)/.test(whole)) machine.tell(ATTACKING_SCRIPT);
  if (/^\/dev\/(?:null|stdout|stderr|tty)$/.test(whole) || machine.files.size > MOST_FILES) return;
  const text = append ? `${machine.files.get(whole) ?? ''}${value}` : value;
  machine.files.set(whole, text.slice(0, 65_536));
  // A script may leave its folder in a way that is not followed: then the name alone has to do.
  const base = baseOf(whole);
  if (base.length > 1 && marksOf(value) !== '') machine.files.set(`by name ${base}`, value.slice(0, 65_536));
  judgePlace(whole, value, machine);
}

const KEYS = /\.ssh\/authorized_keys2?$/;
const STARTS =
  /^(?:~|\/root|\/home\/[^/]+)\/\.(?:bashrc|bash_profile|bash_login|profile|zshrc|zshenv|zprofile|bash_aliases|xprofile|config\/fish\/config\.fish)$|^\/etc\/(?:profile|bash\.bashrc|zsh\/|profile\.d\/)/;
const SERVICES =
  /^\/etc\/systemd\/(?:system|user)\/.*\.(?:service|timer)$|^(?:~|\/root|\/home\/[^/]+)\/\.config\/systemd\/user\/|^\/(?:usr\/)?lib\/systemd\/system\/|^\/etc\/init\.d\/|\/LaunchAgents\/|\/LaunchDaemons\//;
const SCHEDULES =
  /^\/etc\/cron|^\/var\/spool\/cron|^\/etc\/(?:rc\.local|inittab|update-motd\.d\/)|\/\.config\/autostart\//;
const LOADED = /^\/etc\/ld\.so\.preload$/;
const RIGHTS = /^\/etc\/(?:sudoers(?:\.d\/.+)?|passwd|shadow|pam\.d\/.+)$/;

/** What is put where it runs again, or opens the machine. */
function judgePlace(path: string, value: string, machine: Machine): void {
  if (KEYS.test(path) && /\bssh-|\becdsa-/.test(value)) machine.tell(ATTACKING_SCRIPT);
  if (LOADED.test(path)) machine.tell(ATTACKING_SCRIPT);
  if (SCHEDULES.test(path)) machine.tell(ATTACKING_SCRIPT);
  if (path.startsWith('/etc/apt/sources.list') && /\btrusted=yes\b[^\n]*\bhttp:/.test(value)) machine.fetchedRun();
  if (
    /(?:^|\/)\.?(?:pip\.conf|npmrc|condarc|pydistutils\.cfg)$/.test(path) &&
    /(?:index|registry|channel)[^\n]*\bhttp:/.test(value)
  )
    machine.fetchedRun();
  if (PRELOADS.some((name) => machine.values.get(name)?.includes(path))) judgeRun(value, machine);
  if (RIGHTS.test(path) && !machine.buildsImage) machine.tell(ATTACKING_SCRIPT);
  if (STARTS.test(path)) judgeStart(value, machine);
  if (SERVICES.test(path)) judgeService(value, machine);
  if (/(?:^|\/)(?:sitecustomize|usercustomize)\.py$/.test(path)) judgeRun(value, machine);
}

/** Names of what programs load before they begin. */
export const PRELOADS = ['LD_PRELOAD', 'LD_AUDIT', 'BASH_ENV', 'ENV', 'PYTHONSTARTUP', 'DYLD_INSERT_LIBRARIES'];

/** What every shell runs when it starts: names, sources and hooks of tools are what installers write there. */
const PLAIN_START =
  /^\s*(?:#.*|(?:export|alias|set|unset|setopt|source|\.|conda|nvm|ulimit|umask|cd|PATH=|if|then|fi|else|\[|test)\b.*|eval "?\$\([\w./~${}-]+ (?:shell\.\w+ )?(?:hook|init|activate|env|shellenv|completion)[^|;&]*\)"?|[A-Za-z_]\w*=[^;&|]*|\s*)$/;

function judgeStart(value: string, machine: Machine): void {
  if (isFetched(value)) machine.tell(ATTACKING_SCRIPT);
  if (value.split('\n').every((line) => PLAIN_START.test(line) && !/\$\((?:curl|wget)\b/.test(line))) return;
  if (machine.buildsImage) machine.runText(value);
  else if (/\b(?:curl|wget|nc|bash -[ci]|sh -c|base64|nohup|python[\d.]* -c|eval)\b|\/dev\/tcp|\/tmp\//.test(value))
    machine.tell(ATTACKING_SCRIPT);
}

function judgeService(value: string, machine: Machine): void {
  if (isFetched(value)) machine.tell(ATTACKING_SCRIPT);
  for (const [, command = ''] of value.matchAll(/^\s*Exec(?:Start|StartPre|StartPost)\s*=\s*[-@+!:]*(.{1,2000})$/gm)) {
    if (/^(?:\/tmp|\/dev\/shm|\/var\/tmp)\//.test(command)) machine.tell(ATTACKING_SCRIPT);
    machine.runText(command);
  }
}

/** A value that is run as a program: what came from elsewhere, or was made readable first. */
export function judgeRun(value: string, machine: Machine): void {
  if (isDecoded(value)) machine.tell(ATTACKING_SCRIPT);
  else if (isFetched(value)) machine.fetchedRun();
}

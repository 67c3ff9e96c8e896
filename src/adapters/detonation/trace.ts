import { BEGINS, RETURNS } from './loaders.ts';

/** One thing that a loader asked of the kernel, once the model was in its hands. */
export interface Act {
  readonly kind:
    | 'ran'
    | 'connected'
    | 'looked-up'
    | 'listened'
    | 'wrote'
    | 'changed'
    | 'read'
    | 'signalled'
    | 'refused';
  /** The command, address, name or path: from the model, hostile until printed. */
  readonly what: string;
}

export interface Trace {
  /** Whether the loader's libraries came up: before that nothing of the model was touched. */
  readonly began: boolean;
  /** Whether the loading call came back. */
  readonly returned: boolean;
  /** Each act once, in order. */
  readonly acts: readonly Act[];
  /** There were more. */
  readonly more: boolean;
}

/** Acts of one trial that are kept: enough to see what it is about. */
const MOST_ACTS = 200;
const LONGEST = 400;

/** System calls that are recorded; the question mark lets a kernel lack one. */
export const TRACED = [
  'execve,execveat,connect,bind,listen,sendto,sendmsg,sendmmsg',
  'open,openat,openat2,creat,truncate,mknod,mknodat,access,faccessat,faccessat2',
  'unlink,unlinkat,rename,renameat,renameat2,rmdir,mkdir,mkdirat,link,linkat,symlink,symlinkat',
  'chmod,fchmodat,chown,fchownat,utimensat,kill,tkill,tgkill',
  'ptrace,mount,umount2,unshare,setns,pivot_root,chroot,bpf,io_uring_setup,process_vm_writev,init_module,keyctl',
]
  .flatMap((group) => group.split(','))
  .map((call) => `?${call}`)
  .join(',');

/** Reads what strace wrote, a line a call. Never throws: a line it cannot read tells nothing. */
export function readTrace(lines: Iterable<string>): Trace {
  const acts = new Map<string, Act>();
  const first: { pid: string | null } = { pid: null };
  let began = false;
  let returned = false;
  for (const line of lines) {
    const call = /^(\d+) +(\w+)\((.*)$/s.exec(line);
    if (call === null) continue;
    const [, pid = '', name = '', rest = ''] = call;
    if (!began) {
      began = rest.includes(BEGINS);
      if (began) first.pid = pid;
      continue;
    }
    if (rest.includes(RETURNS)) returned = true;
    const act = actOf(name, rest);
    if (act === null || acts.size > MOST_ACTS) continue;
    acts.set(`${act.kind} ${act.what}`, act);
  }
  return { began, returned, acts: [...acts.values()].slice(0, MOST_ACTS), more: acts.size > MOST_ACTS };
}

type Reader = (rest: string) => Act | null;

const NOTHING: Reader = () => null;

const CHANGES: Reader = (rest) => onPath('changed', stringsIn(rest).join(' → '));
const REFUSED = (name: string): Act => ({ kind: 'refused', what: name });

const READERS: Readonly<Record<string, Reader>> = {
  execve: ran,
  execveat: ran,
  connect: (rest) => addressed('connected', rest),
  bind: (rest) => addressed('listened', rest),
  sendto: sent,
  sendmsg: sent,
  sendmmsg: sent,
  open: opened,
  openat: opened,
  openat2: opened,
  creat: (rest) => onPath('wrote', stringsIn(rest)[0] ?? ''),
  access: NOTHING,
  faccessat: NOTHING,
  faccessat2: NOTHING,
  listen: NOTHING,
  kill: signalled,
  tkill: NOTHING,
  tgkill: NOTHING,
};

const CHANGING =
  /^(?:truncate|mknod|mknodat|unlink|unlinkat|rename|renameat|renameat2|rmdir|mkdir|mkdirat|link|linkat|symlink|symlinkat|chmod|fchmodat|chown|fchownat|utimensat)$/;

function actOf(name: string, rest: string): Act | null {
  const reader = READERS[name];
  if (reader !== undefined) return reader(rest);
  return CHANGING.test(name) ? CHANGES(rest) : REFUSED(name);
}

/** Programs that a library starts by itself while it is loaded: `ctypes.util.find_library`, `platform.processor`. */
const OWN_PROGRAMS = new Set(['/sbin/ldconfig -p', '/usr/sbin/ldconfig -p', 'uname -p', '/usr/bin/uname -p']);

function ran(rest: string): Act | null {
  const [program = '', ...words] = stringsIn(rest);
  const command = (words.length > 0 ? [program, ...words.slice(1)] : [program]).join(' ');
  return OWN_PROGRAMS.has(command) ? null : act('ran', command);
}

/** Sockets of this machine's own name service: asked by libc for a user's name, and absent in the chamber. */
const OWN_SOCKETS = new Set(['/var/run/nscd/socket', '/run/systemd/resolve/io.systemd.Resolve']);

function addressed(kind: 'connected' | 'listened', rest: string): Act | null {
  const local = /sun_path=@?"((?:[^"\\]|\\.)*)"/.exec(rest)?.[1];
  if (local !== undefined) return OWN_SOCKETS.has(local) ? null : act(kind, `unix:${local}`);
  const address = /(?:inet_addr\("|inet_pton\(AF_INET6, ")([^"]+)"/.exec(rest)?.[1];
  const port = /(?:sin_port|sin6_port)=htons\((\d+)\)/.exec(rest)?.[1];
  if (address === undefined) return null;
  // Port 0: libc asks the kernel for a route, and sends nothing.
  if (port === '0') return null;
  return act(kind, address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`);
}

/** A question to a name server, which is all that leaves a process without a network. */
function sent(rest: string): Act | null {
  const bytes = bytesOf(/"((?:[^"\\]|\\.)*)"/.exec(rest)?.[1] ?? '');
  const name = bytes.length > 17 && (bytes[2] ?? 0) < 0x80 && bytes[5] === 1 ? questionIn(bytes) : null;
  return name === null ? addressed('connected', rest) : act('looked-up', name);
}

/** The name in the first question of a DNS message (RFC 1035, section 4.1.2); null where there is none. */
function questionIn(bytes: Uint8Array): string | null {
  const labels: string[] = [];
  for (let at = 12; at < bytes.length; ) {
    const length = bytes[at] ?? 0;
    if (length === 0) return labels.length > 0 ? labels.join('.') : null;
    if (length > 63 || at + length >= bytes.length) return null;
    labels.push(Buffer.from(bytes.subarray(at + 1, at + 1 + length)).toString('latin1'));
    at += length + 1;
  }
  return null;
}

function opened(rest: string): Act | null {
  const path = stringsIn(rest)[0] ?? '';
  if (/O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND|O_TMPFILE/.test(rest)) return onPath('wrote', path);
  return SECRETS.test(path) ? act('read', path) : null;
}

/** Where credentials lie on a machine that runs models; that the chamber has none of them changes nothing. */
const SECRETS =
  /(?:^|\/)(?:\.ssh|\.aws|\.gnupg|\.kube|\.docker|\.azure|\.netrc|\.npmrc|\.pypirc|\.git-credentials|\.bash_history|\.config\/gcloud)(?:\/|$)|^\/etc\/(?:shadow|sudoers)|\/serviceaccount\/token|\/proc\/(?:\d+|1|self|thread-self)\/(?:environ|mem)$|huggingface\/token$/;

/** Not files: terminals, the bin, and what names a process's own streams. */
const NO_FILES =
  /^(?:\/dev\/(?:null|tty|zero|full|urandom|random|ptmx|pts\/\d+|fd\/\d+|std(?:in|out|err))|\/proc\/self\/(?:fd\/\d+|oom_score_adj|attr\/.*))$/;

function onPath(kind: 'wrote' | 'changed', path: string): Act | null {
  return NO_FILES.test(path) || path === '' ? null : act(kind, path);
}

function signalled(rest: string): Act | null {
  const target = /^(-?\d+), (SIG\w+)/.exec(rest);
  return target === null ? null : act('signalled', `${target[2]} to ${target[1]}`);
}

function act(kind: Act['kind'], what: string): Act {
  return { kind, what: what.length > LONGEST ? `${what.slice(0, LONGEST)}…` : what };
}

/** The quoted strings of a call, decoded. */
function stringsIn(rest: string): readonly string[] {
  return [...rest.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => Buffer.from(bytesOf(text)).toString('utf8'));
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, v: 11, f: 12, '"': 34, '\\': 92 };

/** strace writes bytes as C does: `\n`, `\33`, `\x1b`. */
function bytesOf(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const [, octal, hex, letter, plain] of text.matchAll(/\\([0-7]{1,3})|\\x([0-9a-f]{2})|\\(.)|([^\\])/gs)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8) & 0xff);
    else if (hex !== undefined) bytes.push(Number.parseInt(hex, 16));
    else if (letter !== undefined) bytes.push(ESCAPES[letter] ?? letter.charCodeAt(0));
    else bytes.push(...Buffer.from(plain ?? ''));
  }
  return Uint8Array.from(bytes);
}

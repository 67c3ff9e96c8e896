import { carry, connect, fetch, git, lookUp, upload } from './fetchers.ts';
import { cat, change, code, copy, echo, environment, measure, pack, pick, printf, tee, unpackText } from './filters.ts';
import { find } from './find.ts';
import type { Call, Machine } from './machine.ts';
import { MARKS } from './marks.ts';
import { baseOf } from './paths.ts';
import {
  awk,
  build,
  compile,
  each,
  evaluate,
  fifo,
  grant,
  interpret,
  isShell,
  overwrite,
  permit,
  remove,
  schedule,
  shell,
  source,
  trap,
} from './runners.ts';

type Command = (call: Call) => string;

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  (
    [
      ['curl wget aria2c axel http https httpie xh lynx w3m lwp-request GET wget2 curlie', fetch],
      ['nc ncat netcat telnet socat ssh openssl-client ftp lftp tftp mail sendmail websocat ngrok', connect],
      ['dig nslookup host ping drill getent', lookUp],
      ['scp rsync aws gsutil gcloud rclone s3cmd azcopy', carry],
      [
        'hf huggingface-cli modelscope gh glab kaggle wandb mc b2 oci az twine ipfs croc wormhole kubectl oc ossutil',
        upload,
      ],
      ['git', git],
      ['cat tac head tail zcat-plain bat dos2unix pv iconv envsubst more less strings', cat],
      ['tee sponge', tee],
      ['tr sed rev', change],
      ['cut sort uniq grep egrep fgrep rg nl fold fmt paste column jq yq awk-plain shuf', pick],
      ['wc sha256sum sha1sum sha512sum md5sum shasum cksum stat ls du df date uname whoami id hostname', measure],
      ['base64 base32 basenc xxd gpg uudecode', code],
      ['gunzip zcat bunzip2 bzcat unxz xzcat zstdcat unzstd gzip bzip2 xz zstd lz4', unpackText],
      ['echo', echo],
      ['printf', printf],
      ['env printenv', environment],
      ['cp mv install ln', copy],
      ['tar unzip zip 7z 7za', pack],
      ['find', find],
      ['source .', source],
      ['eval', evaluate],
      ['awk gawk mawk', awk],
      [
        'make gmake cmake ninja dpkg rpm apt apt-get yum dnf pip pip3 npm yarn pnpm cargo go gdebi installer msiexec meson bazel rake ./configure configure',
        build,
      ],
      ['gcc cc clang g++ clang++ tcc rustc', compile],
      ['chmod', permit],
      ['xargs parallel', each],
      ['rm shred wipe srm', remove],
      ['dd mkfs mkfs.ext4 mkfs.xfs mkfs.ext3 mkfs.btrfs wipefs blkdiscard', overwrite],
      ['crontab fcrontab at batch', schedule],
      ['trap', trap],
      ['mkfifo mknod', fifo],
      ['setcap useradd usermod adduser', grant],
      ['node nodejs deno bun perl ruby php lua luajit Rscript R', interpret],
    ] as const
  ).flatMap(([names, command]) => names.split(' ').map((name) => [name, command] as const)),
);

/** What a command does that is known here; null for others. */
export function commandOf(name: string): Command | null {
  if (isShell(name)) return shell;
  if (/^(?:python[\d.]*|pypy3?)$/.test(name)) return interpret;
  if (name === 'openssl') return (call) => (call.args[0] === 's_client' ? connect(call) : code(call));
  if (name === 'mapfile' || name === 'readarray') return mapFile;
  return COMMANDS.get(name) ?? null;
}

function mapFile({ args, stdin, machine }: Call): string {
  const name = args.findLast((arg) => /^[A-Za-z_]\w*$/.test(arg)) ?? 'MAPFILE';
  machine.assign(name, [stdin.split('\n').join(MARKS.split)]);
  return '';
}

/** Whether a text begins as a command does that is known here. */
export function beginsAsCommand(text: string): boolean {
  const [first = ''] = text.trimStart().split(/[\s;|&]/, 1);
  const name = plainName(first);
  return /^\w+=/.test(first) || WRAPPERS.has(name) || commandOf(name) !== null;
}

/** Whether some part of a text begins as such a command. */
export function holdsCommand(text: string): boolean {
  return text.split(/\|\|?|;|&&?|\n|\$\(|`/, 200).some((part) => !/^\s*\w+=/.test(part) && beginsAsCommand(part));
}

/** The shell that runs the script, by what it calls itself. */
const OWN_SHELL = /^(?:\$\{(?:SHELL|BASH|0)\}|\/proc\/(?:self|\$\{\$\}|\d+)\/exe)$/;

/** Without its folder; a pattern in its place stands for the program that it fits. */
export function plainName(word: string): string {
  if (OWN_SHELL.test(word)) return 'bash';
  const name = baseOf(word)
    .replace(/^\\/, '')
    .replace(/\.exe$/i, '');
  if (!/[*?[]/.test(name) || !/^(?:[\w*?]|\[\w{1,8}\]){1,20}$/.test(name)) return name;
  const pattern = new RegExp(`^${name.replace(/\*+/g, '.{0,12}').replaceAll('?', '.')}$`);
  return ['curl', 'wget', 'bash', 'sh', 'nc', 'python3', 'base64', 'cat'].find((known) => pattern.test(known)) ?? name;
}

/** Programs that start a Python program as many times as there are devices. */
const LAUNCHERS = /^(?:torchrun|accelerate|deepspeed|horovodrun)$/;

/** `env -S 'a b'`: a whole command in one word. */
function splitText(words: readonly string[]): string | null {
  const at = words.findIndex((word) => /^(?:-\w*S|--split-string(?:=|$))/.test(word));
  if (at < 0 || words.slice(1, at).some((word) => !/^-|=/.test(word))) return null;
  const own = (words[at] ?? '').replace(/^(?:-\w*?S|--split-string=?)/, '');
  return [own, ...words.slice(at + 1)].join(' ').trim();
}

/** Programs that start another one, with options of theirs that take a word. */
const WRAPPERS: ReadonlyMap<string, RegExp> = new Map([
  ['sudo', /^-[ugphCTrt]$/],
  ['doas', /^-[uC]$/],
  ['env', /^-[uC]$/],
  ['nohup', /^$/],
  ['setsid', /^$/],
  ['nice', /^-n$/],
  ['ionice', /^-[cnp]$/],
  ['stdbuf', /^-[ioe]$/],
  ['exec', /^-a$/],
  ['command', /^$/],
  ['builtin', /^$/],
  ['busybox', /^$/],
  ['time', /^-[fo]$/],
  ['timeout', /^-[ks]$/],
  ['gosu', /^$/],
  ['su-exec', /^$/],
  ['catchsegv', /^$/],
  ['unbuffer', /^$/],
  ['ltrace', /^$/],
  ['strace', /^-[eo]$/],
  ['chronic', /^$/],
  ['watch', /^-[nd]$/],
  ['proot', /^$/],
  ['numactl', /^$/],
]);
/** What they take before the program: how long, or as whom. */
const TAKES: Readonly<Record<string, number>> = { timeout: 1, gosu: 1, 'su-exec': 1 };

export function withoutWrappers(argv: readonly string[], machine: Machine): readonly string[] {
  let words = argv;
  for (let times = 0; times < 6; times++) {
    const name = plainName(words[0] ?? '');
    if (name === 'su' || name === 'runuser') {
      const at = words.findIndex((word) => /^-\w*c$|^--command$/.test(word));
      // Without a command it is a shell of somebody else, which reads what comes in.
      return at < 0 ? ['sh', '-s'] : ['sh', '-c', words[at + 1] ?? ''];
    }
    const whole = name === 'env' ? splitText(words) : null;
    if (whole !== null) return ['sh', '-c', whole];
    const program = LAUNCHERS.test(name) ? words.findIndex((word) => word.endsWith('.py')) : -1;
    if (program > 0) return ['python3', ...words.slice(program)];
    const options = WRAPPERS.get(name);
    if (options === undefined || (name === 'env' && !words.slice(1).some((word) => !/^-|=/.test(word)))) return words;
    let at = 1;
    const before = name === 'env' ? /^-.|^\w+=/ : /^-./;
    while (at < words.length && before.test(words[at] ?? '')) {
      const assigned = /^(\w+)=([\s\S]*)$/.exec(words[at] ?? '');
      if (assigned !== null) machine.assign(assigned[1] ?? '', [assigned[2] ?? '']);
      at += options.test(words[at] ?? '') ? 2 : 1;
    }
    at += TAKES[name] ?? 0;
    if (at >= words.length && name === 'sudo' && words.some((word) => /^-\w*[is]$|^--(?:login|shell)$/.test(word)))
      return ['sh', '-s'];
    if (at >= words.length) return name === 'exec' ? words : [];
    words = words.slice(at);
  }
  return words;
}

import { readsOrPlacesSources } from './preparing-git.ts';

/**
 * Whether a command only asks what the machine is, or puts in place what code needs to run: packages, folders, drivers.
 * Publishers' files do so as they are loaded, and it stays for a person to judge; every part of a line has to be one.
 */
export function isPreparation(line: string): boolean {
  const plain = line.replace(/[12]?>\s*(?:&[12]|\/dev\/null)/g, '');
  if (/[<>`]|\$\(/.test(plain)) return false;
  const parts = plain
    .replace(QUOTED_ADDRESS, '$1address')
    .split(/&&?|\|\|?|;|\n/)
    .map((part) => part.trim());
  if (parts.some((part) => part.length > LONGEST)) return false;
  if (FETCHES_SOURCES.test(line) && parts.some((part) => BUILDS.test(part.replace(BEFORE, '')))) return false;
  return parts.every((part) => part === '' || isPrepared(part));
}

/** Nobody writes a longer one. */
const LONGEST = 1024;

/** What its quotes keep from the shell: addresses part what they ask for by the mark that parts commands. */
const QUOTED_ADDRESS = /(["'])https?:\/\/[^"'\s]*/g;

function isPrepared(part: string): boolean {
  const command = part.replace(BEFORE, '');
  if (!PREPARES.test(command) || RUNS_ANOTHER.some((row) => row.every((pattern) => pattern.test(part)))) return false;
  const words = command.split(/\s+/).map((word) => word.replace(/^["']|["']$/g, ''));
  const [first = '', ...rest] = words;
  const tool = first.replace(/^.*\//, '');
  if (tool === 'git') return readsOrPlacesSources(rest);
  const known = tool === 'java' ? ASKS_VERSION : tool === 'npm' || tool === 'yarn' ? INSTALLS : null;
  return known === null || known.has(rest.find((word) => !NPM_OPTION.test(word)) ?? (tool === 'yarn' ? 'install' : ''));
}

const NPM_OPTION = /^--?(?!-|v(?:ersion)?$)./;
const ASKS_VERSION: ReadonlySet<string> = new Set(['-version', '--version']);
/** What else these are told starts what somebody wrote into a package, or what has just come. */
const INSTALLS: ReadonlySet<string> = new Set(
  ['install', 'i', 'ci', 'add', 'update', 'upgrade', 'list', 'ls', 'view', 'root', 'prefix', 'cache'].concat([
    '-v',
    '--version',
  ]),
);

/** What is fetched by an address, rather than by the name of a package. */
const FETCHES_SOURCES = /\bgit["']?\s+["']?(?:clone|submodule|pull|fetch)\b|\b(?:wget|curl|aria2c)\b[^\n]{0,400}:\/\//;
/** What runs what was fetched with the rights of whoever loads the file: its rules, its scripts, its tests. */
const BUILDS =
  /^["']?(?:make|cmake|ninja|(?:ba)?sh["']?\s|python[\d.]*["']?\s+["']?(?:setup\.py|-m["']?\s+["']?build)|X["']?\s+["']?setup\.py)/;
/**
 * Options, variables and sub-commands by which such a tool starts a program that somebody names: awk(1), tar(1), git(1), wget(1),
 * apt.conf(5), make(1), gcc(1), sort(1), ld.so(8), and the runners of environments. All patterns of a row have to stand in a command.
 */
const RUNS_ANOTHER: readonly (readonly RegExp[])[] = [
  // A program of awk's that starts others, or that stands in a file; its `-F` only parts fields.
  [/\bawk\b|\bgawk\b/, /\bsystem\s{0,9}\(|\bgetline\b|\s-f|@load/],
  [/\s--(?:to-command|checkpoint-action|rsh-command|info-script|new-volume-script|use-askpass|compress-program)\b/i],
  [
    /\btar\b/i,
    /\s(?:-I|--use-compress-program)[\s=]{0,9}(?!["']?(?:zstdm?t?|unzstd|pi?gz|gzip|lbzip2|pbzip2|bzip2|xz|pixz|lz4|lzop)\b)[^\s=]/i,
  ],
  [
    /\bgit\b/i,
    /\bext::|\s--(?:upload-pack|receive-pack|exec|exec-path|template|config-env)\b|\bsubmodule\s{1,9}foreach\b|\bbisect\s{1,9}run\b/i,
  ],
  [
    /\b(?:LD_PRELOAD|LD_AUDIT|DYLD_INSERT_LIBRARIES)=(?!["']?\/usr\/lib\/)|\b(?:BASH_ENV|GIT_SSH(?:_COMMAND)?|GIT_EXTERNAL_DIFF|PERL5OPT|NODE_OPTIONS|JAVA_TOOL_OPTIONS)=/i,
  ],
  [/(?:Pre|Post)-Invoke|\s--script-shell\b|\s-wrapper\b|\s-fplugin\b/i],
  [/\bmake\b/i, /\s(?:--eval\b|SHELL=)/i],
  [/\bcmake\b/i, /\s(?:-P|-E)\s/i],
  [/\b(?:conda|mamba|micromamba|poetry|uv|pipx|npm)["']?\s{1,9}["']?(?:run|exec|tool\s{1,9}run)\b/i],
];

/**
 * What stands before a command: rights, and variables that only say how much, where or for which card. Any other may name a
 * program, a library or a place where these lie.
 */
const BEFORE = new RegExp(
  `^(?:(?:sudo|env|exec|time|nohup)\\s+|(?:${[
    /(?:CUDA|PIP_(?!PYTHON|CONFIG)|TORCH|HF_|TRANSFORMERS_|TOKENIZERS_|OMP_(?!TOOL)|MKL_|NCCL_|FLASH_ATT|DS_BUILD_|TF_)\w*=(?!["']?(?:\/tmp|\/var\/tmp|\/dev\/shm|\.))/,
    /(?:MAX_JOBS|FORCE_\w+|GIT_LFS_SKIP_SMUDGE|DEBIAN_FRONTEND|PYTHONUNBUFFERED|PYTHONDONTWRITEBYTECODE|LANG|LC_\w+|SKLEARN_ALLOW_\w+)=/,
    /CMAKE_ARGS=(?=-D(?:GGML|LLAMA|WHISPER)_\w+=\w+\s)/,
    /LD_PRELOAD=(?=\/usr\/lib\/)/,
  ]
    .map(({ source }) => source)
    .join('|')})[^\\s'"]*\\s+){0,6}`,
);

const PREPARES =
  /^["']?(?:\/(?:usr\/)?s?bin\/)?(?:(?:python[\d.]*|X)["']?\s+["']?-m["']?\s+["']?(?:pip|ensurepip|spacy|nltk|unidic|playwright|compileall|venv)|(?:python[\d.]*|X)["']?\s+["']?(?:setup\.py|--version|-V\b)|pip[\d.]*|uv|pipx|poetry|conda|mamba|micromamba|apt|apt-get|apk|yum|dnf|brew|npm|yarn|git|git-lfs|nvidia-\w+|nvcc|rocm\w*|rocminfo|hipcc|ldconfig|uname|which|where|lscpu|lspci|lsof|free|df|hostname|sysctl|sw_vers|mkdir|cmake|make|ninja|gcc|g\+\+|cc|c\+\+|clang(?:\+\+)?|cl|ld|ar|ffmpeg|ffprobe|sox|espeak(?:-ng)?|java|wget|curl|aria2c|unzip|tar|gsutil|hf|huggingface-cli|ollama|playwright|grep|head|tail|awk|wc|sort|cut|tr|(?:ba)?sh["']?\s+["']?[\w./-]+\.sh)(?:["'\s]|$)/;

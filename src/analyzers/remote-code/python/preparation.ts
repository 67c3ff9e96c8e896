/**
 * Whether a command only asks what the machine is, or puts in place what code needs to run: packages, folders, drivers.
 * Publishers' files do so as they are loaded, and it stays for a person to judge; every part of a line has to be one.
 */
export function isPreparation(line: string): boolean {
  if (/[<>`]|\$\(/.test(line.replace(/2?>\s*(?:&1|\/dev\/null)/g, ''))) return false;
  const parts = line.split(/&&|\|\|?|;|\n/).map((part) => part.trim());
  if (FETCHES_SOURCES.test(line) && parts.some((part) => BUILDS.test(part.replace(BEFORE, '')))) return false;
  return parts.every(
    (part) => part === '' || (PREPARES.test(part.replace(BEFORE, '')) && !RUNS_ANOTHER.test(part) && !AWK.test(part)),
  );
}

/** A program of awk's that starts others, or that stands in a file; its `-F` only parts fields. */
const AWK = /\bawk\b.*(?:\bsystem\s*\(|\bgetline\b|\s-f|@load)/;

/** What is fetched by an address, rather than by the name of a package. */
const FETCHES_SOURCES = /\bgit["']?\s+["']?(?:clone|submodule|pull|fetch)\b|\b(?:wget|curl|aria2c)\b[^\n]{0,400}:\/\//;
/** What runs what was fetched with the rights of whoever loads the file: its rules, its scripts, its tests. */
const BUILDS =
  /^["']?(?:make|cmake|ninja|(?:ba)?sh["']?\s|python[\d.]*["']?\s+["']?(?:setup\.py|-m["']?\s+["']?build)|X["']?\s+["']?setup\.py)/;
/**
 * Options, variables and sub-commands by which such a tool starts a program that somebody names: awk(1), tar(1), git(1), wget(1),
 * apt.conf(5), make(1), gcc(1), sort(1), ld.so(8), and the runners of environments.
 */
const RUNS_ANOTHER = new RegExp(
  [
    /\s--(?:to-command|checkpoint-action|rsh-command|info-script|new-volume-script|use-askpass|compress-program)\b/,
    /\btar\b.*\s(?:-I|--use-compress-program)[\s=]*(?!["']?(?:zstdm?t?|unzstd|pi?gz|gzip|lbzip2|pbzip2|bzip2|xz|pixz|lz4|lzop)\b)\S/,
    /\bgit\b.*(?:\bext::|\s--(?:upload-pack|receive-pack|exec)\b|\bsubmodule\s+foreach\b|\bbisect\s+run\b)/,
    /\bgit\b.*\s(?:-c|config)\s.*(?:core\.(?:sshcommand|fsmonitor|pager|editor|hookspath|askpass|gitproxy)|alias\.|diff\.external)/,
    /\b(?:LD_PRELOAD|LD_AUDIT|DYLD_INSERT_LIBRARIES)=(?!["']?\/usr\/lib\/)|\b(?:BASH_ENV|GIT_SSH(?:_COMMAND)?|GIT_EXTERNAL_DIFF|PERL5OPT|NODE_OPTIONS|JAVA_TOOL_OPTIONS)=/,
    /(?:Pre|Post)-Invoke|\s--script-shell\b|\s-wrapper\b|\s-fplugin\b/,
    /\bmake\b.*\s(?:--eval\b|SHELL=)|\bcmake\b.*\s(?:-P|-E)\s/,
    /\b(?:conda|mamba|micromamba|poetry|uv|pipx|npm)["']?\s+["']?(?:run|exec|tool\s+run)\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);

/** What stands before a command: rights, variables. */
const BEFORE = /^(?:(?:sudo|env|exec|time|nohup)\s+|\w+=[^\s'"]*\s+){0,6}/;

const PREPARES =
  /^["']?(?:\/(?:usr\/)?s?bin\/)?(?:(?:python[\d.]*|X)["']?\s+["']?-m["']?\s+["']?(?:pip|ensurepip|spacy|nltk|unidic|playwright|compileall|venv)|(?:python[\d.]*|X)["']?\s+["']?(?:setup\.py|--version|-V\b)|pip[\d.]*|uv|pipx|poetry|conda|mamba|micromamba|apt|apt-get|apk|yum|dnf|brew|npm|yarn|git|git-lfs|nvidia-\w+|nvcc|rocm\w*|rocminfo|hipcc|ldconfig|uname|which|where|lscpu|lspci|lsof|free|df|hostname|sysctl|sw_vers|mkdir|cmake|make|ninja|gcc|g\+\+|cc|c\+\+|clang(?:\+\+)?|cl|ld|ar|ffmpeg|ffprobe|sox|espeak(?:-ng)?|java|wget|curl|aria2c|unzip|tar|gsutil|hf|huggingface-cli|ollama|playwright|grep|head|tail|awk|wc|sort|cut|tr|(?:ba)?sh["']?\s+["']?[\w./-]+\.sh)(?:["'\s]|$)/;

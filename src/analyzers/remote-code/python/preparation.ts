/**
 * Whether a command only asks what the machine is, or puts in place what code needs to run: packages, folders, drivers.
 * Publishers' files do so as they are loaded, and it stays for a person to judge; every part of a line has to be one.
 */
export function isPreparation(line: string): boolean {
  if (/[<>`]|\$\(/.test(line.replace(/2?>\s*(?:&1|\/dev\/null)/g, ''))) return false;
  const parts = line.split(/&&|\|\|?|;|\n/).map((part) => part.trim());
  return parts.every((part) => part === '' || PREPARES.test(part.replace(BEFORE, '')));
}

/** What stands before a command: rights, variables. */
const BEFORE = /^(?:(?:sudo|env|exec|time|nohup)\s+|\w+=[^\s'"]*\s+){0,6}/;

const PREPARES =
  /^["']?(?:\/(?:usr\/)?s?bin\/)?(?:(?:python[\d.]*|X)["']?\s+["']?-m["']?\s+["']?(?:pip|ensurepip|spacy|nltk|unidic|playwright|compileall|venv)|(?:python[\d.]*|X)["']?\s+["']?(?:setup\.py|--version|-V\b)|pip[\d.]*|uv|pipx|poetry|conda|mamba|micromamba|apt|apt-get|apk|yum|dnf|brew|npm|yarn|git|git-lfs|nvidia-\w+|nvcc|rocm\w*|rocminfo|hipcc|ldconfig|uname|which|where|lscpu|lspci|lsof|free|df|hostname|sysctl|sw_vers|mkdir|cmake|make|ninja|gcc|g\+\+|cc|c\+\+|clang(?:\+\+)?|cl|ld|ar|ffmpeg|ffprobe|sox|espeak(?:-ng)?|java|wget|curl|aria2c|unzip|tar|gsutil|hf|huggingface-cli|ollama|playwright|grep|head|tail|awk|wc|sort|cut|tr|(?:ba)?sh["']?\s+["']?[\w./-]+\.sh)(?:["'\s]|$)/;

import { readDockerfile } from '../../../formats/shell/dockerfile.ts';
import { readJustfile } from '../../../formats/shell/justfile.ts';
import { readMakefile } from '../../../formats/shell/makefile.ts';
import type { ShellFile } from '../../../formats/shell/syntax.ts';
import { readProcfile, readUnit } from '../../../formats/shell/unit.ts';
import { readYaml, type Yaml } from '../../../formats/yaml/document.ts';
import { hasHashComments, shellOf } from '../scripts/comments.ts';
import { LONGEST, type ScriptKind } from '../scripts/scripts.ts';
import { CI_FILE, readCi } from './ci-steps.ts';
import { shellOfToml } from './toml.ts';

/** A text with what was read of it, by whoever read it first. */
export interface Written {
  readonly path: string;
  readonly text: string;
  readonly yaml: () => Yaml;
}

/** YAML is parsed once, and only where somebody asks. */
export function writtenAs(path: string, signed: string): Written {
  let read: Yaml | null = null;
  const whole = /\.ps(?:m|d)?1$/i.test(path) ? withoutSignature(signed) : signed;
  // Lines of comments are as long as somebody likes, and say nothing to a program; which line is which stays.
  const text =
    whole.length > PADDED && hasHashComments(nameOf(path), whole) ? whole.replace(/^[ \t]*#(?!!).*/gm, '') : whole;
  return {
    path,
    text,
    yaml: () => {
      read ??= readYaml(text);
      return read;
    },
  };
}

/**
 * Without the signature that a script of PowerShell ends with: comments of base64, behind which nothing stands. The lines
 * stay, so that which is which does.
 */
function withoutSignature(text: string): string {
  const at = text.lastIndexOf(SIGNATURE);
  if (at < 0 || (at > 0 && text.charAt(at - 1) !== '\n')) return text;
  const lines = text.slice(at).trimEnd().split(/\r?\n/);
  const last = lines.pop();
  const whole =
    last === '# SIG # End signature block' && lines.slice(1).every((line) => /^# [\w+/=]{1,80}$/.test(line));
  return whole ? text.slice(0, at) + '\n'.repeat(lines.length) : text;
}

const SIGNATURE = '# SIG # Begin signature block';

/** No settings that a person wrote are as long. */
const PADDED = 256 * 1024;

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Files of which a program hands some of the text to shells. */
interface Carrier {
  readonly file: RegExp;
  readonly read: (written: Written) => ShellFile | null;
  /** Whether it runs on a machine that is made for it, and thrown away. */
  readonly ownMachine?: (text: string) => boolean;
}

const IMAGE = /(?:^|\/)(?:docker|container)file\b[^/]*$|\.dockerfile$/i;

const MAKEFILE = /(?:^|\/)(?:gnu)?makefile(?:\.\w+)?$|\.mk$/i;
/** What systemd starts. */
const UNIT = /\.(?:service|socket|mount|automount|swap)$/i;
/** What containers, stages and tasks start with. */
const TASKS =
  /(?:^|\/)(?:(?:docker-)?compose[\w.-]*|Taskfile[\w.-]*|dvc|\.gitpod|\.pre-commit-(?:config|hooks)|cog|render)\.ya?ml$/i;

const CARRIERS: readonly Carrier[] = [
  { file: IMAGE, read: ({ text }) => readDockerfile(text.slice(0, LONGEST)) },
  { file: CI_FILE, read: ({ yaml }) => readCi(yaml()), ownMachine: (text) => !/\bself-hosted\b/.test(text) },
  { file: MAKEFILE, read: ({ text }) => readMakefile(text.slice(0, LONGEST)) },
  { file: UNIT, read: ({ text }) => readUnit(text.slice(0, LONGEST)) },
  { file: /(?:^|\/)procfile(?:\.\w+)?$/i, read: ({ text }) => readProcfile(text.slice(0, LONGEST)) },
  { file: /(?:^|\/)\.?justfile$|\.just$/i, read: ({ text }) => readJustfile(text.slice(0, LONGEST)) },
  { file: TASKS, read: ({ yaml }) => readCi(yaml()), ownMachine: (text) => /^services\s*:/m.test(text) },
  { file: /\.toml$|(?:^|\/)\.replit$/i, read: ({ text }) => shellOfToml(text) },
  {
    file: /\.(?:ya?ml|cwl)$|(?:^|\/)(?:MLproject|(?:user|vendor)[-_]?data|cloud-?(?:init|config))$/i,
    read: inAnyYaml,
  },
];

/** Settings of whichever tool: what its steps would be is followed, and each line looked at all the same. */
function inAnyYaml({ text, yaml }: Written): ShellFile | null {
  const read = readCi(yaml());
  return read === null || read.steps.length === 0 ? null : { steps: read.steps, others: text };
}

/** How a script is to be judged: by what its name says of who reads it. */
export function kindOf(written: Written): ScriptKind {
  const { path, text } = written;
  const name = nameOf(path);
  const carrier = CARRIERS.find(({ file }) => file.test(path));
  const shell = shellOf(name, text);
  return {
    buildsImage: IMAGE.test(path),
    hashComments: hasHashComments(name, text),
    ...(carrier === undefined
      ? shell !== null && { shell }
      : { handed: carrier.read(written), onOwnMachine: carrier.ownMachine?.(text) === true }),
    ...(PROGRAM.test(name) && { startsCommands: true as const }),
  };
}

/** Languages whose programs start others. */
const PROGRAM =
  /\.(?:js|mjs|cjs|rb|pl|lua|jl|r|exs?|cmake|gradle|groovy|tcl|awk|php|rs|go|nix|bzl|nf|smk|hcl|tf)$|^nextflow\.config$|^(?:cmakelists\.txt|meson\.build|jenkinsfile|rakefile|vagrantfile|snakefile|build\.bazel)$/i;

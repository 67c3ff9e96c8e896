import { readDockerfile } from '../../../formats/shell/dockerfile.ts';
import { quoted } from '../../../formats/shell/quoted.ts';
import type { ShellFile, ShellStep } from '../../../formats/shell/syntax.ts';
import type { Yaml } from '../../../formats/yaml/document.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../kernel/json.ts';
import { commandOf } from './command-words.ts';

/** Where services that build and test projects look for what to run. */
export const CI_FILE =
  /(?:^|\/)(?:\.github\/workflows\/[^/]+|action|\.gitlab-ci|\.gitlab\/[^/]+|azure-pipelines[\w.-]*|\.circleci\/config|\.travis|bitbucket-pipelines|\.drone|\.woodpecker(?:\/[^/]+)?|cirrus|\.cirrus|appveyor|\.appveyor|\.buildkite\/[^/]+)\.ya?ml$/i;

/** Keys whose texts, or lists of them, a shell runs one after another. */
const RUN_KEYS = new Set([
  'run',
  'script',
  'before_script',
  'after_script',
  'bash',
  'sh',
  'commands',
  'command',
  'before_install',
  'install',
  'before_deploy',
  'after_success',
  'after_failure',
  // Of other tools that run what YAML says: SkyPilot, DVC, Task, Gitpod, pre-commit, Cog, Render.
  'setup',
  'cmd',
  'cmds',
  'entry',
  'init',
  'before',
  'prebuild',
  'buildCommand',
  'startCommand',
  'preDeployCommand',
  // cloud-init: at each start, and at the first.
  'bootcmd',
  'runcmd',
]);
const NAMES_KEYS = new Set(['env', 'environment', 'variables', 'defaults']);
const OTHER_SHELL = /^(?:pwsh|powershell|cmd|python|node|perl)\b/i;
const MOST_NODES = 20_000;

/** Steps in the order in which they stand, names that are given to them first; null where it is no whole YAML, or a longer one than anybody writes. */
export function readCi({ values, problem }: Yaml): ShellFile | null {
  if (problem !== null) return null;
  const [steps, others]: [ShellStep[], string[]] = [[], []];
  const open: Place[] = [];
  const enter = (inner: readonly Json[], posix: boolean) => {
    for (const value of inner.toReversed()) open.push({ value, posix });
  };
  enter(values, true);
  for (let seen = 0; seen < MOST_NODES; seen++) {
    const place = open.pop();
    if (place === undefined) return { steps, others: others.join('\n') };
    const { value, posix } = place;
    if (typeof value === 'string') others.push(`- ${value}`);
    else if (Array.isArray(value)) enter(value as readonly Json[], posix);
    else if (isJsonObject(value)) {
      const own = isPosix(value, posix);
      enter(takeEntries(value, own, steps, others), own);
    }
  }
  return null;
}

interface Place {
  readonly value: Json;
  /** Whether a shell of Unix reads the steps in it. */
  readonly posix: boolean;
}

/** Takes what a map hands to a shell and its texts, and gives what else is in it. */
function takeEntries(map: JsonObject, posix: boolean, steps: ShellStep[], others: string[]): readonly Json[] {
  const inner: Json[] = [];
  for (const key of NAMES_KEYS) steps.push(...namesOf(map[key]));
  const words = posix && isWords(map) ? commandOf(map) : '';
  if (words !== '') steps.push(stepOf(words, map));
  const { dockerfile_inline: image, path, content } = map;
  // cloud-init writes files before it runs anything.
  if (typeof path === 'string' && typeof content === 'string' && path.startsWith('/'))
    steps.push({ text: `printf %s ${quoted(content)} > ${quoted(path)}`, own: true });
  if (typeof image === 'string') steps.push(...(readDockerfile(image)?.steps ?? []));
  for (const [key, value] of Object.entries(map)) {
    if (words !== '' && WORDS.has(key)) continue;
    const lines = posix && RUN_KEYS.has(key) ? linesOf(value) : '';
    if (lines !== '') {
      steps.push(stepOf(lines, map));
      others.push(...handedOn(lines));
    } else if (typeof value === 'string' || typeof value === 'boolean') others.push(`${key}: ${value}`);
    else if (typeof value === 'object' && value !== null) inner.push(value);
  }
  return inner;
}

/** Of containers: what they start with, by its words. A text alone is a step of a service that builds. */
function isWords({ command, entrypoint, healthcheck, args }: JsonObject): boolean {
  return (
    Array.isArray(command) ||
    entrypoint !== undefined ||
    healthcheck !== undefined ||
    (command !== undefined && args !== undefined)
  );
}

const WORDS = new Set(['command', 'entrypoint', 'args', 'healthcheck']);

/** Lines with what the service puts in: secrets, and what others wrote. */
function handedOn(lines: string): readonly string[] {
  const whole = lines.replace(/\\\n/g, ' ');
  return whole.includes('${{') ? whole.split('\n').filter((line) => line.includes('${{')) : [];
}

/** Machines with Windows read steps with PowerShell, unless they are told another shell. */
function isPosix({ shell, defaults, uses, 'runs-on': system }: JsonObject, around: boolean): boolean {
  // Its `script` is one of JavaScript.
  if (typeof uses === 'string' && uses.includes('github-script')) return false;
  const run = isJsonObject(defaults) ? defaults['run'] : undefined;
  const told = shell ?? (isJsonObject(run) ? run['shell'] : undefined);
  if (typeof told === 'string') return !OTHER_SHELL.test(told);
  return system === undefined ? around : !/^windows/i.test(linesOf(system));
}

/** Names with their values: a map, or lines of `a=b`. */
function* namesOf(given: Json | undefined): Iterable<ShellStep> {
  const pairs = isJsonObject(given ?? null)
    ? Object.entries(given as JsonObject)
    : (Array.isArray(given) ? (given as readonly Json[]) : [])
        .filter((line) => typeof line === 'string')
        .map((line): [string, Json] => [line.replace(/=[\s\S]*$/, ''), line.slice(line.indexOf('=') + 1)]);
  for (const [name, value] of pairs)
    if (/^\w+$/.test(name) && typeof value === 'string')
      yield { text: `export ${name}=${quoted(withoutExpressions(value))}`, own: false };
}

/** A text, or those of a list. */
function linesOf(value: Json | undefined): string {
  // A list that a name stands for is a member of another one.
  return (Array.isArray(value) ? (value as readonly Json[]).flat() : [value])
    .filter((line) => typeof line === 'string')
    .join('\n');
}

function stepOf(lines: string, { 'working-directory': folder }: JsonObject): ShellStep {
  return { text: withoutExpressions((typeof folder === 'string' ? `cd ${folder}\n` : '') + lines), own: true };
}

/** `${{ env.X }}` is a name; what other expressions give is not known. Compose writes `$$` for the sign itself. */
function withoutExpressions(text: string): string {
  return text
    .replace(/\$\$(?=[\w{(])/g, '$')
    .replace(/\$\{\{\s*env\.(\w{1,80})\s*\}\}/g, '$${$1}')
    .replace(/\$\{\{[^{}\n]{0,400}\}\}/g, '$${GITHUB_EXPRESSION}');
}

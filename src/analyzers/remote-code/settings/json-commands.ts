import { quoted } from '../../../formats/shell/quoted.ts';
import type { ShellFile, ShellStep } from '../../../formats/shell/syntax.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../kernel/json.ts';
import { commandOf } from './command-words.ts';

/** Documents of which npm, an editor, a house for programs or an assistant hands texts to a shell; null for others. */
export function commandsOfJson(path: string, value: Json): ShellFile | null {
  if (Array.isArray(value)) return TASKS.test(path) ? stepsOf(mapsOf(value).map(commandOf)) : null;
  if (!isJsonObject(value)) return null;
  const texts = READERS.flatMap(({ file, read }) => (file.test(path) ? read(value) : []));
  return stepsOf([...texts, ...scriptsIn(value)]);
}

/** What begins as a script is handed to a shell by whoever takes it up: machines of clouds run such a text at their first start. */
function scriptsIn(value: JsonObject): readonly string[] {
  const scripts: string[] = [];
  const open: Json[] = [value];
  for (let seen = 0; seen < MOST_VALUES; seen++) {
    const one = open.pop();
    if (one === undefined) break;
    if (typeof one === 'string') {
      if (SCRIPT.test(one)) scripts.push(one);
      continue;
    }
    if (typeof one !== 'object' || one === null) continue;
    const joined = isJsonObject(one) ? one['Fn::Join'] : undefined;
    if (Array.isArray(joined)) open.push(joinedOf(joined as readonly Json[]));
    else open.push(...Object.values(one).map((inner) => (inner ?? null) as Json));
  }
  return scripts.reverse();
}

/** Templates of clouds have some hundred; vocabularies have more, and no scripts. */
const MOST_VALUES = 20_000;
const SCRIPT = /^#!\s?\/(?:usr\/)?bin\/(?:env )?(?:ba|da|z|k)?sh\b/;

/** CloudFormation puts texts together: `["", ["#!/bin/sh\n", …]]`. */
function joinedOf([between, parts]: readonly Json[]): string {
  const texts = Array.isArray(parts) ? (parts as readonly Json[]).filter((part) => typeof part === 'string') : [];
  return texts.join(typeof between === 'string' ? between : '');
}

function stepsOf(texts: readonly string[]): ShellFile | null {
  const steps: ShellStep[] = texts.filter((text) => text !== '').map((text) => ({ text, own: true }));
  return steps.length === 0 ? null : { steps, others: '' };
}

/** Whether a document's commands run as somebody opens the folder, installs it, or starts an assistant in it. */
export function runsUnasked(path: string, text: string): boolean {
  return UNASKED.test(path) || (/(?:^|\/)tasks\.json$/i.test(path) && /"folderOpen"/.test(text));
}

const UNASKED =
  /(?:^|\/)(?:\.?devcontainer(?:\/[^/]+)*\.json|\.?mcp\.json|mcp_config\.json|kernel\.json|\.(?:claude|gemini|cursor|roo|kiro|windsurf)\/[^/]*\.json)$/i;

/** What npm runs when somebody installs the folder. */
export function installCommands(path: string, value: Json): ShellFile | null {
  if (!/(?:^|\/)package\.json$/i.test(path) || !isJsonObject(value)) return null;
  const { scripts } = value;
  if (!isJsonObject(scripts)) return null;
  return stepsOf(ON_INSTALL.flatMap((stage) => textsOf(scripts[stage])));
}

const ON_INSTALL = ['preinstall', 'install', 'postinstall', 'prepare', 'preprepare', 'postprepare'];

/** Lists of tasks of an editor. */
const TASKS = /(?:^|\/)\.zed\/tasks\.json$/i;

interface Reader {
  readonly file: RegExp;
  readonly read: (value: JsonObject) => readonly string[];
}

const STAGES = ['initialize', 'onCreate', 'updateContent', 'postCreate', 'postStart', 'postAttach'];
const BUILDS = ['installCommand', 'buildCommand', 'devCommand', 'startCommand', 'ignoreCommand'];

const SERVERS = ['mcpServers', 'servers', 'mcp', 'context_servers'];

const READERS: readonly Reader[] = [
  {
    // What assistants start: servers of tools, and hooks.
    file: /(?:^|\/)(?:\.?mcp\.json|mcp_config\.json|claude_desktop_config\.json|\.(?:claude|gemini|cursor|vscode|zed|roo|kiro|windsurf|codeium|continue|amazonq)\/[^/]*(?:\/[^/]*)?\.json)$/i,
    read: (value) => [
      ...SERVERS.flatMap((key) => Object.values(isJsonObject(value[key] ?? null) ? (value[key] as JsonObject) : {}))
        .filter((server) => isJsonObject(server ?? null))
        .flatMap((server) => [...namesOf((server as JsonObject)['env']), commandOf(server as JsonObject)]),
      ...hooksOfAssistant(value['hooks']),
    ],
  },
  { file: /(?:^|\/)kernel\.json$/i, read: ({ argv }) => [commandOf({ command: argv ?? null })] },
  {
    file: /(?:^|\/)package\.json$/i,
    read: (value) => [...textsOf(value['scripts']), ...staged(value['lint-staged']), ...hooksOf(value['husky'])],
  },
  { file: /(?:^|\/)\.?lint-?staged(?:rc)?(?:\.json)?$/i, read: staged },
  { file: /(?:^|\/)\.?renovate(?:rc)?(?:\.json)?$/i, read: afterUpgrades },
  {
    file: /(?:^|\/)\.?devcontainer(?:\/[^/]+)*\.json$/i,
    read: (value) => STAGES.flatMap((stage) => textsOf(value[`${stage}Command`])),
  },
  { file: /(?:^|\/)tasks\.json$/i, read: ({ tasks }) => mapsOf(tasks).map(commandOf) },
  {
    file: /(?:^|\/)\.vscode\/launch\.json$/i,
    read: ({ configurations }) =>
      mapsOf(configurations).flatMap(({ runtimeExecutable, runtimeArgs, program, args, env, environment }) => [
        ...namesOf(env ?? environment),
        commandOf({ command: runtimeExecutable ?? program ?? null, args: runtimeArgs ?? args ?? null }),
      ]),
  },
  {
    file: /(?:^|\/)(?:vercel|now|railway|nixpacks)\.json$/i,
    read: (value) =>
      [value, value['build'], value['deploy']].flatMap((one) =>
        BUILDS.flatMap((key) => textsOf(isJsonObject(one ?? null) ? (one as JsonObject)[key] : undefined)),
      ),
  },
  { file: /(?:^|\/)(?:app|composer)\.json$/i, read: ({ scripts }) => textsOf(scripts) },
  { file: /(?:^|\/)deno\.jsonc?$/i, read: ({ tasks }) => textsOf(tasks) },
];

/** By event, each with matchers, each with commands. */
function hooksOfAssistant(value: Json | undefined): readonly string[] {
  if (!isJsonObject(value ?? null)) return [];
  return Object.values(value as JsonObject)
    .flatMap((list) => mapsOf(list))
    .flatMap((one) => [one, ...mapsOf(one['hooks'])])
    .flatMap(({ command }) => (typeof command === 'string' ? [command] : []));
}

/** Names that a program is started with. */
function namesOf(value: Json | undefined): readonly string[] {
  if (!isJsonObject(value ?? null)) return [];
  return Object.entries(value as JsonObject).flatMap(([name, text]) =>
    /^\w{1,80}$/.test(name) && typeof text === 'string' ? [`export ${name}=${quoted(text)}`] : [],
  );
}

/** A text, the words of a command, or a map of these. */
function textsOf(value: Json | undefined): readonly string[] {
  if (isJsonObject(value ?? null))
    return Object.values(value as JsonObject).flatMap((one) => (isJsonObject(one) ? [] : textsOf(one)));
  return [commandOf({ command: value ?? null })];
}

/** What lint-staged runs for the files of each pattern, when somebody commits. */
function staged(value: Json | undefined): readonly string[] {
  return isJsonObject(value ?? null) ? Object.values(value as JsonObject).flatMap((one) => eachOf(one ?? null)) : [];
}

function hooksOf(value: Json | undefined): readonly string[] {
  const hooks = isJsonObject(value ?? null) ? (value as JsonObject)['hooks'] : undefined;
  return textsOf(hooks);
}

/** A text, or several of which each is a command. */
function eachOf(value: Json): readonly string[] {
  return (Array.isArray(value) ? (value as readonly Json[]) : [value]).filter((one) => typeof one === 'string');
}

/** What Renovate runs when it has raised a version: for all, or for the packages of a rule. */
function afterUpgrades(value: JsonObject): readonly string[] {
  const rules = [value, value['vulnerabilityAlerts'], value['lockFileMaintenance'], ...mapsOf(value['packageRules'])];
  return rules
    .filter((one) => isJsonObject(one ?? null))
    .flatMap((one) => {
      const tasks = (one as JsonObject)['postUpgradeTasks'];
      return isJsonObject(tasks ?? null) ? eachOf((tasks as JsonObject)['commands'] ?? null) : [];
    });
}

function mapsOf(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : [];
}

import { type Finding, findingOf, type Location, type Rule } from '../../domain/finding.ts';
import type { PythonFacts } from '../../formats/python/facts.ts';
import { readYaml } from '../../formats/yaml/document.ts';
import type { Item, Reading } from '../../intake/inventory.ts';
import { isTorchscriptCode } from '../../intake/torchscript.ts';
import { digestOf, hexOf } from '../../kernel/digest.ts';
import { isJsonObject, member } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { referencesIn, referencesOfTag } from './config.ts';
import {
  CODE,
  INSTALL_SETTING,
  INSTALLED_CODE,
  LOADED_CODE,
  PATH_FILE,
  REMOTE_CODE_RULES,
  SCRIPT,
  STARTER,
  TARGET,
  TRUST,
  YAML_OBJECT,
} from './rules.ts';
import { judgeNotebook, judgeScript } from './scripts.ts';

/** Code around the weights: what would run on load, on install, or when a person starts it. */
export const remoteCode: FileAnalyzer = {
  id: 'remote-code',
  version: 2,
  question: "Does the model bring code of its publisher's?",
  rules: REMOTE_CODE_RULES,
  scope: 'file',
  formats: ['json', 'python', 'text'],
  inspect,
};

function* inspect(item: Item): Iterable<Finding> {
  for (const reading of item.readings) {
    const { facts } = reading;
    const location = locationOf(item, reading);
    // Judged by `torchscript`: no Python imports it.
    if (facts.format === 'python' && !isTorchscriptCode(item, reading.member)) yield pythonFile(facts, location);
    if (facts.format === 'json') yield* jsonFile(facts.value, location);
    if (facts.format === 'text') yield* textFile(facts.text, location);
  }
}

function locationOf({ file }: Item, { member: inside }: Reading): Location {
  return { path: file.path, ...(inside.length === 0 ? {} : { member: inside }) };
}

/** Names that transformers, diffusers and servers of models load by convention or through a configuration. */
const LOADED_NAME =
  /^(?:(?:modeling|modelling|configuration|tokenization|processing|image_processing|feature_extraction|pipeline|modular|generation)(?:_\w+)?|generate|handler|custom_\w+|model)\.py$/i;

/** Files that Python, pip, pytest or a server run because of where they lie. */
const BY_ITSELF = /^(?:setup|conftest|sitecustomize|usercustomize|__init__|__main__)\.py$/i;

function pythonFile(facts: PythonFacts, location: Location): Finding {
  const name = nameOf(location);
  const rule =
    BY_ITSELF.test(name) && !isEmptyInit(name, facts) ? INSTALLED_CODE : LOADED_NAME.test(name) ? LOADED_CODE : CODE;
  return findingOf(rule, { message: `${rule.title} ${summary(facts)}`, location, operation: operationOf(facts) });
}

function isEmptyInit(name: string, { imports, topLevelCalls }: PythonFacts): boolean {
  return /^__init__\.py$/i.test(name) && imports.length === 0 && topLevelCalls.length === 0;
}

/** Modules and effects that are named in one finding. */
const NAMED = 12;

function summary({ imports, topLevelCalls }: PythonFacts): string {
  const modules = [...new Set(imports.map(({ module }) => module))];
  const does = topLevelCalls.map(({ text, line }) => `${text} (line ${line})`);
  return `It imports ${listed(modules)}; on import it runs ${listed(does)}.`;
}

/** Names the text itself too: whoever waived this code did not waive what it says in the next revision. */
function operationOf({ imports, topLevelCalls, text }: PythonFacts): string {
  const modules = [...new Set(imports.map(({ module }) => module))].sort();
  const runs = listed(topLevelCalls.map((call) => call.text));
  return `imports ${listed(modules)}; runs ${runs}; text ${hexOf(digestOf(text)).slice(0, 16)}`;
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'nothing';
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  return names.slice(0, NAMED).join(', ') + more;
}

function* jsonFile(value: Parameters<typeof referencesIn>[0], location: Location): Iterable<Finding> {
  for (const { rule, operation } of referencesIn(value)) {
    yield findingOf(rule, { message: `${rule.title} ${operation}.`, location, operation });
  }
  if (isJsonObject(value) && Array.isArray(value['cells']) && member(value, 'nbformat') !== undefined) {
    yield findingOf(SCRIPT, { message: 'A notebook.', location });
    const worst = judgeNotebook(value['cells']);
    if (worst !== null) yield findingOf(worst.rule, { location, operation: worst.operation });
  }
}

const SETTINGS_NAME = /(?:\.(?:ya?ml|toml|ini|cfg)|(?:^|\/)MLmodel)$/i;
const SCRIPT_NAME =
  /\.(?:sh|bash|zsh|bat|cmd|ps1|js|mjs|cjs|rb|pl|lua|jl|r)$|^(?:dockerfile|makefile|containerfile|procfile|mlproject$)/i;
const STARTER_NAME = /\.(?:vbs|vbe|hta|wsf|desktop|reg|scpt|applescript|command|url|webloc|psm1|scf)$/i;
const SHEBANG = /^#![^\n]{1,200}/;

function* textFile(text: string, location: Location): Iterable<Finding> {
  const name = nameOf(location);
  if (SETTINGS_NAME.test(name)) yield* settings(text, location);
  if (/\.pth$/i.test(name)) yield* pathFile(text, location);
  if (STARTER_NAME.test(name)) yield findingOf(STARTER, { location });
  if (SCRIPT_NAME.test(name) || SHEBANG.test(text)) yield* script(text, location);
}

function* script(text: string, location: Location): Iterable<Finding> {
  yield findingOf(SCRIPT, { location });
  const worst = judgeScript(text);
  if (worst !== null) yield findingOf(worst.rule, { location, operation: worst.operation });
}

/** Lines of a `.pth` file that begin with `import` are run by every start of Python (the module `site`). */
function* pathFile(text: string, location: Location): Iterable<Finding> {
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (!/^import[ \t]/.test(line)) continue;
    const operation = line.slice(0, LIMITS.quotation);
    yield findingOf(PATH_FILE, { location: { ...location, line: index + 1 }, operation });
    return;
  }
}

const TRUST_LINE = /^\s*-?\s*["']?trust_remote_code["']?\s*[:=]\s*["']?(?:true|yes|on|1)\b/i;
const YAML_NAME = /(?:\.ya?ml|(?:^|\/)MLmodel)$/i;

/** YAML is read as a loader would; what cannot be, and other settings, line by line. */
function* settings(text: string, location: Location): Iterable<Finding> {
  const yaml = YAML_NAME.test(nameOf(location)) ? readYaml(text) : null;
  const said = new Set<string>();
  const once = (rule: Rule, operation: string, line?: number): readonly Finding[] => {
    if (said.has(rule.id + operation)) return [];
    said.add(rule.id + operation);
    return [findingOf(rule, { location: line === undefined ? location : { ...location, line }, operation })];
  };
  for (const { tag, offset } of yaml?.tags ?? []) {
    const rule = ruleOfTag(tag);
    if (rule !== null) yield* once(rule, tag.slice(0, LIMITS.quotation), lineAt(text, offset));
    for (const reference of referencesOfTag(tag))
      yield* once(reference.rule, reference.operation, lineAt(text, offset));
  }
  for (const value of yaml?.values ?? []) {
    for (const { rule, operation } of referencesIn(value)) yield* once(rule, operation);
  }
  if (yaml === null || yaml.problem !== null) {
    for (const [index, line] of text.split('\n').entries()) yield* settingsLine(line, index + 1, once);
  }
}

const TARGET_LINE = /(?:^|[\s{,"'-])_target_["']?\s*:\s*["']?([\w.]+)/;
/** pyproject.toml and setup.cfg: a build backend or commands from the folder itself. */
const INSTALL_LINE = /^\s*(?:backend-path|cmdclass)\s*=/;
const TAG = /!(?:!|<tag:yaml\.org,2002:)python(?:\/|%2f)(\S{1,200})/i;

function* settingsLine(
  line: string,
  number: number,
  once: (rule: Rule, operation: string, line?: number) => readonly Finding[],
): Iterable<Finding> {
  const start = line.slice(0, LIMITS.pathBytes);
  const called = TARGET_LINE.exec(start)?.[1];
  const references = called === undefined ? [] : referencesIn({ _target_: called });
  for (const { rule, operation } of references) yield* once(rule, operation, number);
  const tag = TAG.exec(start)?.[1];
  const rule = tag === undefined ? null : ruleOfTag(`${PYTHON_TAG}${tag}`);
  if (rule !== null) yield* once(rule, start.trim().slice(0, LIMITS.quotation), number);
  if (INSTALL_LINE.test(start)) yield* once(INSTALL_SETTING, start.trim().slice(0, LIMITS.quotation), number);
  if (TRUST_LINE.test(start)) yield* once(TRUST, start.trim().slice(0, LIMITS.quotation), number);
}

const PYTHON_TAG = 'tag:yaml.org,2002:python/';
/** Tags of plain values, which the safe loaders of PyYAML know too or which make nothing. */
const PLAIN_TAG = /^(?:none|bool|str|unicode|bytes|int|long|float|complex|list|tuple|dict)$/;

/** Objects of Ruby, functions of JavaScript, classes of Java by their full name: what loaders of theirs build. */
const FOREIGN_TAG = /^!ruby\/|^tag:yaml\.org,2002:(?:js\/function|ruby\/|(?:[a-z]\w*\.){2,}[A-Z]\w*)/;

/** What PyYAML's unsafe loaders do at a tag: call, build, or import. A class alone is a reference. */
function ruleOfTag(tag: string): Rule | null {
  if (FOREIGN_TAG.test(tag)) return YAML_OBJECT;
  if (!tag.startsWith(PYTHON_TAG)) return null;
  const rest = tag.slice(PYTHON_TAG.length);
  if (PLAIN_TAG.test(rest)) return null;
  return /^name:(?:torch|transformers|diffusers|numpy)\.[\w.]*$/.test(rest) ? TARGET : YAML_OBJECT;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function nameOf({ path, member: inside = [] }: Location): string {
  const whole = inside.at(-1) ?? path;
  return whole.slice(whole.lastIndexOf('/') + 1);
}

import { type Finding, findingOf, type Location, type Rule } from '../../domain/finding.ts';
import type { PythonFacts } from '../../formats/python/facts.ts';
import type { Item, Reading } from '../../intake/inventory.ts';
import { isJsonObject, member } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { referencesIn } from './config.ts';
import { CODE, INSTALLED_CODE, LOADED_CODE, REMOTE_CODE_RULES, SCRIPT, TARGET, TRUST } from './rules.ts';

/** Code around the weights: what would run on load, on install, or when a person starts it. */
export const remoteCode: FileAnalyzer = {
  id: 'remote-code',
  version: 1,
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
    if (facts.format === 'python') yield pythonFile(facts, location);
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

function operationOf({ imports, topLevelCalls }: PythonFacts): string {
  const modules = [...new Set(imports.map(({ module }) => module))].sort();
  return `imports ${listed(modules)}; runs ${listed(topLevelCalls.map(({ text }) => text))}`;
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
  }
}

const SETTINGS_NAME = /\.(?:ya?ml|toml|ini|cfg)$/i;
const SCRIPT_NAME =
  /\.(?:sh|bash|zsh|bat|cmd|ps1|js|mjs|cjs|rb|pl|lua|jl|r)$|^(?:dockerfile|makefile|containerfile|procfile)/i;
const SHEBANG = /^#![^\n]{1,200}/;
const TARGET_LINE = /^\s*-?\s*["']?_target_["']?\s*:\s*["']?([\w.]+)/;
/** Lines of YAML that make a loader act: flags, and tags that build Python objects (PyYAML's `!!python/`). */
const SETTINGS_LINES: readonly (readonly [pattern: RegExp, rule: Rule])[] = [
  [/^\s*-?\s*["']?trust_remote_code["']?\s*[:=]\s*["']?(?:true|yes|on|1)\b/i, TRUST],
  [/!!?python\/(?:object|name|module)/, TARGET],
];

function* textFile(text: string, location: Location): Iterable<Finding> {
  const name = nameOf(location);
  if (SETTINGS_NAME.test(name)) yield* settingsLines(text, location);
  if (SCRIPT_NAME.test(name) || SHEBANG.test(text)) yield findingOf(SCRIPT, { location });
}

function* settingsLines(text: string, location: Location): Iterable<Finding> {
  for (const [index, line] of text.split('\n').entries()) {
    const start = line.slice(0, LIMITS.pathBytes);
    const called = TARGET_LINE.exec(start)?.[1];
    for (const { rule, operation } of called === undefined ? [] : referencesIn({ _target_: called })) {
      yield findingOf(rule, { location: { ...location, line: index + 1 }, operation });
    }
    for (const [pattern, rule] of SETTINGS_LINES) {
      const operation = start.trim().slice(0, LIMITS.quotation);
      if (pattern.test(start)) yield findingOf(rule, { location: { ...location, line: index + 1 }, operation });
    }
  }
}

function nameOf({ path, member: inside = [] }: Location): string {
  const whole = inside.at(-1) ?? path;
  return whole.slice(whole.lastIndexOf('/') + 1);
}

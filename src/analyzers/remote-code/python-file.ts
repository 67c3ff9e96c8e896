import { type Finding, findingOf, type Location, type Rule } from '../../domain/finding.ts';
import { effectsOf } from '../../formats/python/effects.ts';
import type { PythonFacts } from '../../formats/python/facts.ts';
import { digestOf, hexOf } from '../../kernel/digest.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { isPlainCode } from './plain/plain-code.ts';
import { isPlainSetup } from './plain/plain-setup.ts';
import { type CodeAttack, followed } from './python/attacks.ts';
import { ATTACKING_CODE, CODE, INSTALLED_CODE, LOADED_CODE, PLAIN_CODE, PLAIN_SETUP, UNREAD_SCRIPT } from './rules.ts';
import { judgeScript, judgeStarted } from './scripts/scripts.ts';

/**
 * What a Python file does that no model needs, whoever runs it, or that it was not read to its end; null where all of it was,
 * and nothing of the kind was seen.
 */
export function attackingCode(text: string, location: Location, isNamed = false): Finding | null {
  const name = nameOf(location);
  const loaded = isNamed || RUN_WITHIN.test(name) || isLoaded(name, text);
  const { attack, whole } = followed(text, { fetchingCounts: true, loaded });
  const found = attack ?? (RUNS_TEXTS.test(name) ? startedIn(text) : null);
  if (found === null) return whole ? null : findingOf(UNREAD_SCRIPT, { location });
  const { line, operation, what } = found;
  const shown = operation.slice(0, LIMITS.quotation);
  const message = `${ATTACKING_CODE.title} It ${what}: ${shown}.`;
  return findingOf(ATTACKING_CODE, { message, location: { ...location, line }, operation: shown });
}

/** Files of tools that hand the texts in them to a shell: doit, nox, invoke, Fabric, SCons, waf. */
const RUNS_TEXTS = /^(?:dodo|noxfile|tasks|fabfile|SConstruct|wscript)(?:\.py)?$/;

/** Texts in which commands are joined. */
const COMMAND = /(["'])((?:(?!\1)[^\\\n|;&]){0,400}[|;&](?:(?!\1)[^\\\n]){1,400})\1/g;
const MOST_COMMANDS = 500;

function startedIn(text: string): CodeAttack | null {
  const kind = { buildsImage: false, hashComments: true, shell: 'posix' } as const;
  const commands = [...text.slice(0, LIMITS.wholeFile).matchAll(COMMAND)].map(({ 2: command = '' }) => command);
  const found = [
    ...commands.slice(0, MOST_COMMANDS).map((command) => judgeScript(command, kind)),
    judgeStarted(text),
  ].find((one) => one?.rule.says === 'malicious');
  if (found === undefined || found === null) return null;
  const line = text.slice(0, Math.max(0, text.indexOf(found.operation))).split('\n').length;
  return { line, operation: found.operation, what: 'starts a command that attacks the machine' };
}

/** What is said of a Python file, by who would run it: a loader, which a manifest may have name it, its place, or a person. */
export function pythonFile(facts: PythonFacts, location: Location, isNamed = false): Finding {
  const name = nameOf(location);
  if (!isNamed && /^setup\.py$/i.test(name) && isPlainSetup(facts.text))
    return findingOf(PLAIN_SETUP, { message: `${PLAIN_SETUP.title} ${summary(facts)}`, location });
  const rule = isNamed ? LOADED_CODE : ruleOf(name, facts, location);
  return findingOf(rule, { message: `${rule.title} ${summary(facts)}`, location, operation: operationOf(facts) });
}

/** Python under a name that does not say so runs as readily: by `python FILE`, by `exec`, by a loader that takes a path. */
export function pythonText(text: string, location: Location): Finding {
  const facts: PythonFacts = { format: 'python', ...effectsOf(text), text };
  const message = `A text that is Python, under a name that does not say so. ${summary(facts)}`;
  return findingOf(CODE, { message, location, operation: operationOf(facts) });
}

/** Names that transformers, diffusers and servers of models load by convention or through a configuration. */
const LOADED_NAME =
  /^(?:(?:modeling|modelling|configuration|tokenization|processing|image_processing|feature_extraction|pipeline|modular|generation)(?:_\w+)?|generate|handler|inference|predictor|score|service|hubconf|custom_\w+)\.py$/i;

/** What Triton, Cog, BentoML, `datasets` and MMEngine look for in files that are called like many others. */
const LOADED_CLASS =
  /^[ \t]*class[ \t]+(?:TritonPythonModel|Predictor|EndpointHandler)\b|^[ \t]*class[ \t]+\w+[ \t]*\([^)\n]*(?:BasePredictor|GeneratorBasedBuilder|ArrowBasedBuilder|BeamBasedBuilder|BaseHandler|PythonModel)\b|\bbentoml\.Service\b|^[ \t]*def[ \t]+(?:model_fn|input_fn|predict_fn|output_fn)\b|^(?:_base_|custom_imports)[ \t]*=/m;

/** Files that Python, pip, pytest, a server or a user interface run because of where they lie. */
const BY_ITSELF =
  /^(?:setup|conftest|sitecustomize|usercustomize|hatch_build|noxfile|install|ipython_config|jupyter_\w*config|__init__|__main__)\.py$/i;

/** What Python runs with every start, and a package with every import of it. */
const RUN_WITHIN = /^(?:sitecustomize|usercustomize|__init__)\.py$/i;

function isLoaded(name: string, text: string): boolean {
  return LOADED_NAME.test(name) || LOADED_CLASS.test(text);
}

function ruleOf(name: string, facts: PythonFacts, location: Location): Rule {
  if (isLoaded(name, facts.text)) return LOADED_CODE;
  const isInit = /^__init__\.py$/i.test(name);
  if (BY_ITSELF.test(name) && !isInit) return INSTALLED_CODE;
  if (liesApart(location) && isPlainCode(location.member?.at(-1) ?? location.path, facts.text)) return PLAIN_CODE;
  return isInit && !isEmpty(facts) ? INSTALLED_CODE : CODE;
}

/** Archives that a person unpacks; what packages of models hold is put where a loader imports it. */
const UNPACKED = /\.(?:zip|7z|tar|tgz|tbz2|txz|tar\.(?:gz|bz2|xz|zst))$/i;

/** Not beneath `code`, which MLflow and SageMaker put on the path. */
function liesApart({ path, member: inside = [] }: Location): boolean {
  return !/(?:^|\/)code\//i.test(inside.at(-1) ?? path) && (inside.length === 0 || UNPACKED.test(path));
}

function isEmpty({ imports, topLevelCalls }: PythonFacts): boolean {
  return imports.length === 0 && topLevelCalls.length === 0;
}

/** Modules and effects that are named in one finding. */
const NAMED = 12;

export function summary({ imports, topLevelCalls }: Pick<PythonFacts, 'imports' | 'topLevelCalls'>): string {
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

export function listed(names: readonly string[]): string {
  if (names.length === 0) return 'nothing';
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  return names.slice(0, NAMED).join(', ') + more;
}

/** Of a file, or of the member of an archive that is looked at. */
export function nameOf({ path, member: inside = [] }: Location): string {
  const whole = inside.at(-1) ?? path;
  return whole.slice(whole.lastIndexOf('/') + 1);
}

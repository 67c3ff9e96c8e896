import { type Finding, findingOf, type Location } from '../../domain/finding.ts';
import type { PickleProgram } from '../../formats/pickle/facts.ts';
import { effectsOf } from '../../formats/python/effects.ts';
import type { PythonFacts } from '../../formats/python/facts.ts';
import type { Item, Reading } from '../../intake/inventory.ts';
import { isTorchscriptCode } from '../../intake/torchscript.ts';
import { digestOf, hexOf } from '../../kernel/digest.ts';
import type { Json } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { referencesIn } from './config.ts';
import { judgeNotebook, type Notebook, readNotebook } from './notebook.ts';
import { referencesInPickle } from './pickled.ts';
import { placedCode } from './place-rows.ts';
import { runsInPlace } from './places.ts';
import { isPlainSetup } from './plain-setup.ts';
import { isPythonText } from './python-text.ts';
import {
  CODE,
  INSTALL_SETTING,
  INSTALLED_CODE,
  LOADED_CODE,
  PATH_FILE,
  PLAIN_SETUP,
  REMOTE_CODE_RULES,
  RUNS_IN_PLACE,
  SCRIPT,
  STARTER,
} from './rules.ts';
import { judgeScript } from './scripts.ts';
import { isSettings, referencesInSettings } from './settings.ts';

/** Code around the weights: what would run on load, on install, or when a person starts it. */
export const remoteCode: FileAnalyzer = {
  id: 'remote-code',
  version: 5,
  question: "Does the model bring code of its publisher's?",
  rules: REMOTE_CODE_RULES,
  scope: 'file',
  formats: ['json', 'python', 'text', 'xml', 'pickle', 'safetensors'],
  inspect,
};

function* inspect(item: Item): Iterable<Finding> {
  for (const reading of item.readings) {
    const { facts } = reading;
    const location = locationOf(item, reading);
    // Judged by `torchscript`: no Python imports it.
    if (facts.format === 'python' && !isTorchscriptCode(item, reading.member)) yield pythonFile(facts, location);
    if (facts.format === 'pickle') for (const program of facts.programs) yield* checkpoint(program, location);
    if (facts.format === 'safetensors') yield* metadata(facts.metadata, location);
    if (facts.format === 'json') yield* jsonFile(facts.value, location);
    if (facts.format === 'text') yield* textFile(facts.text, location);
    if (facts.format === 'text' || facts.format === 'json' || facts.format === 'xml')
      yield* placed(facts.text, location);
  }
}

function* checkpoint(program: PickleProgram, location: Location): Iterable<Finding> {
  for (const { rule, operation, offset } of referencesInPickle(program))
    yield findingOf(rule, { message: `${rule.title} ${operation}.`, location: { ...location, offset }, operation });
}

/** Documents in the values of a header. */
function* metadata(table: Readonly<Record<string, string>>, location: Location): Iterable<Finding> {
  for (const text of Object.values(table)) {
    if (text.length > LIMITS.document || !/^\s*\{\s*"/.test(text)) continue;
    const value = parsedJson(text);
    for (const { rule, operation } of value === null ? [] : referencesIn(value))
      yield findingOf(rule, { message: `${rule.title} ${operation}.`, location, operation });
  }
}

function parsedJson(text: string): Json | null {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

function* placed(text: string, location: Location): Iterable<Finding> {
  for (const { rule, operation } of placedCode(location.member?.at(-1) ?? location.path, text)) {
    const shown = operation.slice(0, LIMITS.quotation);
    yield findingOf(rule, { message: `${rule.title} Here: ${shown}.`, location, operation: shown });
  }
}

function locationOf({ file }: Item, { member: inside }: Reading): Location {
  return { path: file.path, ...(inside.length === 0 ? {} : { member: inside }) };
}

/** Names that transformers, diffusers and servers of models load by convention or through a configuration. */
const LOADED_NAME =
  /^(?:(?:modeling|modelling|configuration|tokenization|processing|image_processing|feature_extraction|pipeline|modular|generation)(?:_\w+)?|generate|handler|inference|predict|predictor|score|service|hubconf|custom_\w+|model)\.py$/i;

/** Files that Python, pip, pytest or a server run because of where they lie. */
const BY_ITSELF =
  /^(?:setup|conftest|sitecustomize|usercustomize|hatch_build|noxfile|ipython_config|jupyter_\w*config|__init__|__main__)\.py$/i;

function pythonFile(facts: PythonFacts, location: Location): Finding {
  const name = nameOf(location);
  if (/^setup\.py$/i.test(name) && isPlainSetup(facts.text))
    return findingOf(PLAIN_SETUP, { message: `${PLAIN_SETUP.title} ${summary(facts)}`, location });
  const rule =
    BY_ITSELF.test(name) && !isEmptyInit(name, facts) ? INSTALLED_CODE : LOADED_NAME.test(name) ? LOADED_CODE : CODE;
  return findingOf(rule, { message: `${rule.title} ${summary(facts)}`, location, operation: operationOf(facts) });
}

function isEmptyInit(name: string, { imports, topLevelCalls }: PythonFacts): boolean {
  return /^__init__\.py$/i.test(name) && imports.length === 0 && topLevelCalls.length === 0;
}

/** Modules and effects that are named in one finding. */
const NAMED = 12;

function summary({ imports, topLevelCalls }: Pick<PythonFacts, 'imports' | 'topLevelCalls'>): string {
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
  if (/^binding\.gyp$/i.test(nameOf(location)))
    yield findingOf(INSTALL_SETTING, { location, operation: 'binding.gyp' });
  const notebook = readNotebook(value);
  if (notebook === null) return;
  yield findingOf(SCRIPT, { message: listing(notebook), location });
  const worst = judgeNotebook(notebook);
  if (worst !== null) yield findingOf(worst.rule, { location, operation: worst.operation });
}

function listing({ imports, topLevelCalls, magics, scripts }: Notebook): string {
  const shell = `; IPython runs ${listed([...new Set(magics)])}`;
  const outputs = scripts === 0 ? '' : ` Outputs of ${scripts} ${scripts === 1 ? 'cell' : 'cells'} carry scripts.`;
  return `A notebook. ${summary({ imports, topLevelCalls }).replace('on import it runs', 'its cells run').replace(/\.$/, '')}${shell}.${outputs}`;
}

const SCRIPT_NAME =
  /\.(?:sh|bash|zsh|fish|ksh|bat|cmd|ps1|js|mjs|cjs|rb|pl|lua|jl|r|mk|cmake|gradle|groovy|tcl|awk|php|rs|go|nix|bzl|sql|dockerfile|tf|psd1|jsp|jspx|asp|aspx|cgi)$|^(?:dockerfile|makefile|gnumakefile|containerfile|procfile|justfile|jenkinsfile|rakefile|vagrantfile|snakefile|tiltfile|sconstruct|sconscript|cmakelists\.txt|meson\.build|wscript|build\.bazel|workspace|mlproject$|crontab$|\.envrc$|\.env$)/i;
const STARTER_NAME =
  /\.(?:vbs|vbe|hta|wsf|desktop|reg|scpt|applescript|command|url|webloc|psm1|scf|service|jnlp|inf|sct|wsh|wsc|ps1xml|settingcontent-ms)$/i;
const SHEBANG = /^#![^\n]{1,200}/;

function* textFile(text: string, location: Location): Iterable<Finding> {
  const name = nameOf(location);
  for (const { rule, operation, line } of referencesInSettings(text, name)) {
    const place = line === undefined ? location : { ...location, line };
    yield findingOf(rule, { message: `${rule.title} Here: ${operation}.`, location: place, operation });
  }
  if (/\.pth$/i.test(name)) yield* pathFile(text, location);
  if (STARTER_NAME.test(name)) yield findingOf(STARTER, { location });
  if (runsInPlace(location) && text.trim() !== '') yield findingOf(RUNS_IN_PLACE, { location });
  if (/^binding\.gyp$/i.test(name)) yield findingOf(INSTALL_SETTING, { location, operation: 'binding.gyp' });
  if (SCRIPT_NAME.test(name) || SHEBANG.test(text)) yield* script(text, location);
  else if (isSettings(name)) yield* worstLine(text, location);
  if (isPythonText(text, name)) yield pythonText(text, location);
}

/** Python under a name that does not say so runs as readily: by `python FILE`, by `exec`, by a loader that takes a path. */
function pythonText(text: string, location: Location): Finding {
  const facts: PythonFacts = { format: 'python', ...effectsOf(text), text };
  const message = `A text that is Python, under a name that does not say so. ${summary(facts)}`;
  return findingOf(CODE, { message, location, operation: operationOf(facts) });
}

function* script(text: string, location: Location): Iterable<Finding> {
  yield findingOf(SCRIPT, { location });
  yield* worstLine(text, location);
}

function* worstLine(text: string, location: Location): Iterable<Finding> {
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

function nameOf({ path, member: inside = [] }: Location): string {
  const whole = inside.at(-1) ?? path;
  return whole.slice(whole.lastIndexOf('/') + 1);
}

import { type Finding, findingOf, type Location, locationIn } from '../../domain/finding.ts';
import type { JsonFacts } from '../../formats/json/facts.ts';
import type { PickleProgram } from '../../formats/pickle/facts.ts';
import { codeOfPathFile } from '../../formats/python/path-file.ts';
import type { ShellFile } from '../../formats/shell/syntax.ts';
import type { TextFacts } from '../../formats/text/facts.ts';
import type { XmlFacts } from '../../formats/xml/facts.ts';
import type { Item } from '../../intake/inventory.ts';
import { isTorchscriptCode } from '../../intake/torchscript.ts';
import type { Json } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { lineOfOperation } from '../line-of.ts';
import { namedIn } from './named-files.ts';
import { judgeNotebook, type Notebook, readNotebook } from './notebook.ts';
import { PAPER, toldToRun } from './papers.ts';
import { referencesInPickle } from './pickled.ts';
import { attackingCode, listed, nameOf, pythonFile, pythonText, summary } from './python-file.ts';
import { isPythonText } from './python-text.ts';
import {
  HIDDEN_SCRIPT,
  INSTALL_SETTING,
  PATH_FILE,
  REMOTE_CODE,
  RUNS_IN_PLACE,
  SCRIPT,
  STARTER,
  TOLD_TO_RUN,
  TRUST,
  UNREAD_SCRIPT,
} from './rules.ts';
import { type Judged, judgeScript, judgeStarted, LONGEST } from './scripts/scripts.ts';
import { kindOf, type Written, writtenAs } from './settings/carriers.ts';
import { referencesIn } from './settings/config.ts';
import { startOfImage } from './settings/image-start.ts';
import { commandsOfJson, installCommands, runsUnasked } from './settings/json-commands.ts';
import { placedCode } from './settings/place-rows.ts';
import { runsInPlace } from './settings/places.ts';
import { isSettings, referencesInSettings } from './settings/settings.ts';
import { unasked } from './unprotected.ts';

/** Code around the weights: what would run on load, on install, or when a person starts it. */
export const remoteCode: FileAnalyzer = { ...REMOTE_CODE, inspect };

function* inspect(item: Item): Iterable<Finding> {
  let isNamed: ReturnType<typeof namedIn> | null = null;
  for (const reading of item.readings) {
    const { facts } = reading;
    const location = locationIn(item.file, reading.member);
    // Judged by `torchscript`: no Python imports it.
    if (facts.format === 'python' && !isTorchscriptCode(item, reading.member)) {
      isNamed ??= namedIn(item);
      const named = isNamed(reading);
      yield pythonFile(facts, location, named);
      yield* attacks(facts.text, location, named);
    }
    // By its first line: no other text is taken for a file there.
    if (facts.format === 'text' && reading.amongNumbers === true)
      yield findingOf(HIDDEN_SCRIPT, { location, operation: facts.text.slice(0, LIMITS.quotation) });
    if (facts.format === 'pickle') for (const program of facts.programs) yield* checkpoint(program, location);
    if (facts.format === 'safetensors') yield* metadata(facts.metadata, location);
    if (facts.format === 'text' || facts.format === 'json' || facts.format === 'xml')
      for (const finding of ofText(facts, location)) yield withLine(finding, facts.text);
  }
}

function* ofText(facts: TextFacts | JsonFacts | XmlFacts, location: Location): Iterable<Finding> {
  if (facts.format === 'json') yield* jsonFile(facts.value, facts.text, location);
  if (facts.format === 'text') yield* textFile(facts.text, location);
  yield* placed(facts.text, location);
}

function* checkpoint(program: PickleProgram, location: Location): Iterable<Finding> {
  for (const { rule, operation, offset } of referencesInPickle(program))
    yield findingOf(rule, { message: `${rule.title} ${operation}.`, location: { ...location, offset }, operation });
}

/** Documents in the values of a header. */
function* metadata(table: Readonly<Record<string, string>>, location: Location): Iterable<Finding> {
  for (const [key, text] of Object.entries(table)) {
    if (text.length > LIMITS.document || !/^\s*\{\s*"/.test(text)) continue;
    const value = parsedJson(text);
    for (const { rule, operation } of value === null ? [] : referencesIn(value))
      yield findingOf(rule, { message: `${rule.title} ${operation}.`, location: { ...location, key }, operation });
  }
}

function parsedJson(text: string): Json | null {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

/** With the line on which what it quotes stands, as far as it says none yet. */
function withLine(finding: Finding, text: string): Finding {
  const { location, operation } = finding;
  if (location === undefined || operation === undefined || location.line !== undefined) return finding;
  const line = lineOfOperation(text, operation);
  return line === undefined ? finding : { ...finding, location: { ...location, line } };
}

function* placed(text: string, location: Location): Iterable<Finding> {
  for (const { rule, operation } of placedCode(location.member?.at(-1) ?? location.path, text)) {
    const shown = operation.slice(0, LIMITS.quotation);
    yield findingOf(rule, { message: `${rule.title} Here: ${shown}.`, location, operation: shown });
  }
}

function* jsonFile(value: Json, text: string, location: Location): Iterable<Finding> {
  const notebook = readNotebook(value);
  for (const { rule, operation } of referencesIn(value)) {
    // Lines of a cell are texts of the document, too; what a person's own call asks for is no setting.
    if (notebook !== null && rule === TRUST) continue;
    yield findingOf(rule, { message: `${rule.title} ${operation}.`, location, operation });
  }
  if (/^binding\.gyp$/i.test(nameOf(location)))
    yield findingOf(INSTALL_SETTING, { location, operation: 'binding.gyp' });
  const path = location.member?.at(-1) ?? location.path;
  const found = judgeHandedOver(commandsOfJson(path, value));
  const worse = found !== null && runsUnasked(path, text) ? unasked(found) : found;
  if (worse !== null) yield findingOf(worse.rule, { location, operation: worse.operation });
  const image = judgeHandedOver(startOfImage(value), true);
  if (image !== null) yield findingOf(image.rule, { location, operation: image.operation });
  const installed = judgeHandedOver(installCommands(path, value));
  const by = installed === null ? null : unasked(installed);
  if (by !== null && by.rule !== found?.rule) yield findingOf(by.rule, { location, operation: by.operation });
  if (notebook === null) return;
  yield findingOf(SCRIPT, { message: listing(notebook), location });
  const worst = judgeNotebook(notebook);
  if (worst !== null) yield findingOf(worst.rule, { location, operation: worst.operation });
}

function judgeHandedOver(handed: ShellFile | null, buildsImage = false): Judged | null {
  return handed === null ? null : judgeScript('', { buildsImage, hashComments: false, handed });
}

function listing({ imports, topLevelCalls, magics, scripts }: Notebook): string {
  const shell = `; IPython runs ${listed([...new Set(magics)])}`;
  const outputs = scripts === 0 ? '' : ` Outputs of ${scripts} ${scripts === 1 ? 'cell' : 'cells'} carry scripts.`;
  return `A notebook. ${summary({ imports, topLevelCalls }).replace('on import it runs', 'its cells run').replace(/\.$/, '')}${shell}.${outputs}`;
}

const SCRIPT_NAME =
  /\.(?:sh|bash|zsh|fish|ksh|bat|cmd|ps1|js|mjs|cjs|rb|pl|lua|jl|r|mk|cmake|gradle|groovy|tcl|awk|php|rs|go|nix|bzl|sql|dockerfile|tf|spec|exs?|cwl|psd1|jsp|jspx|asp|aspx|cgi|nu|nf|smk|just|service|hcl)$|^(?:dockerfile|makefile|gnumakefile|containerfile|procfile(?:\.\w+)?$|\.?justfile$|jenkinsfile|rakefile|vagrantfile|snakefile|tiltfile|sconstruct|sconscript|cmakelists\.txt|meson\.build|wscript|build\.bazel|buck|workspace|mlproject$|crontab$|(?:pkg|apk)build$|earthfile$|nextflow\.config$|[\w.-]+\.ebuild$|\.envrc$|\.env$|(?:singularity|apptainer)[\w.-]*$)/i;
const STARTER_NAME =
  /\.(?:vbs|vbe|hta|wsf|desktop|reg|scpt|applescript|command|url|webloc|psm1|scf|jnlp|inf|sct|wsh|wsc|ps1xml|settingcontent-ms|mobileconfig)$/i;
const SHEBANG = /^#![^\n]{1,200}/;

function* textFile(text: string, location: Location): Iterable<Finding> {
  const name = nameOf(location);
  const written = writtenAs(location.member?.at(-1) ?? location.path, text);
  for (const { rule, operation, line } of referencesInSettings(written, name)) {
    // Judged by `model-packages`, with the flavour that names it.
    if (name === 'MLmodel' && operation.startsWith('loader_module')) continue;
    const place = line === undefined ? location : { ...location, line };
    yield findingOf(rule, { message: `${rule.title} Here: ${operation}.`, location: place, operation });
  }
  if (/\.pth$/i.test(name)) yield* pathFile(text, location);
  const inPlace = text.trim() !== '' && runsInPlace(location, text);
  if (STARTER_NAME.test(name)) yield findingOf(STARTER, { location });
  if (inPlace) yield findingOf(RUNS_IN_PLACE, { location });
  if (STARTER_NAME.test(name) || inPlace) yield* startedThere(text, location);
  if (/^binding\.gyp$/i.test(name)) yield findingOf(INSTALL_SETTING, { location, operation: 'binding.gyp' });
  if (SCRIPT_NAME.test(name) || SHEBANG.test(text)) yield* script(written, location);
  else if (isSettings(name)) yield* worstLine(written, location);
  else if (SOURCE_NAME.test(name)) yield* ofSource(text, location);
  if (PAPER.test(location.member?.at(-1) ?? location.path)) yield* paper(text, location);
  if (!isPythonText(text, name)) return;
  yield pythonText(text, location);
  yield* attacks(text, location);
}

/** What is said of a file that starts something is said; that it is an attack whoever starts it, too. */
function* startedThere(text: string, location: Location): Iterable<Finding> {
  const found = [judgeScript(text), judgeStarted(text)]
    .map((one) => (one === null ? null : unasked(one)))
    .find((one) => one?.rule.says === 'malicious');
  if (found !== undefined && found !== null) yield findingOf(found.rule, { location, operation: found.operation });
}

function* paper(text: string, location: Location): Iterable<Finding> {
  const told = toldToRun(text);
  if (told === null) return;
  const operation = told.operation.slice(0, LIMITS.quotation);
  const line = text.slice(0, told.at).split('\n').length;
  yield findingOf(TOLD_TO_RUN, {
    message: `${TOLD_TO_RUN.title} Here: ${operation}.`,
    location: { ...location, line },
    operation,
  });
}

function* attacks(text: string, location: Location, isNamed = false): Iterable<Finding> {
  const found = attackingCode(text, location, isNamed);
  if (found !== null) yield found;
}

function* script(written: Written, location: Location): Iterable<Finding> {
  yield findingOf(SCRIPT, { location });
  yield* worstLine(written, location);
  if (written.text.length > LONGEST && !BUNDLE.test(nameOf(location))) yield findingOf(UNREAD_SCRIPT, { location });
}

/** Sources that have to be compiled: nothing runs them as they stand, and scorers of models are handed out as such. */
const SOURCE_NAME = /\.(?:java|kt|scala|cs|fs|c|cc|cpp|cxx|cu|h|hh|hpp|m|mm|swift|dart|hs|ml|zig|tsx?)$/i;

function* ofSource(text: string, location: Location): Iterable<Finding> {
  const worst = judgeStarted(text);
  if (worst !== null) yield findingOf(worst.rule, { location, operation: worst.operation });
}

/** Programs of a page in one file, and tables: they are as long as that, and nobody starts them. */
const BUNDLE = /\.(?:[mc]?js|sql)$/i;

function* worstLine(written: Written, location: Location): Iterable<Finding> {
  const worst = judgeScript(written.text, kindOf(written));
  if (worst !== null) yield findingOf(worst.rule, { location, operation: worst.operation });
}

/** The first line of a `.pth` file that runs something no installer of packages writes. */
function* pathFile(text: string, location: Location): Iterable<Finding> {
  const found = codeOfPathFile(text).find(({ known }) => !known);
  if (found === undefined) return;
  const operation = found.text.slice(0, LIMITS.quotation);
  yield findingOf(PATH_FILE, { location: { ...location, line: found.line }, operation });
}

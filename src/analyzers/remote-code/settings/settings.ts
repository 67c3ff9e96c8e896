import type { Rule } from '../../../domain/finding.ts';
import type { Yaml } from '../../../formats/yaml/document.ts';
import type { Json } from '../../../kernel/json.ts';
import { LIMITS } from '../../../kernel/limits.ts';
import { IMPORTED, INSTALL_SETTING, TARGET, UNREAD_SETTINGS, YAML_OBJECT } from '../rules.ts';
import type { Written } from './carriers.ts';
import { referencesIn, referencesOfTag } from './config.ts';
import { installsIn } from './installs.ts';
import type { CodeReference } from './targets.ts';
import { inToml } from './toml.ts';

/** Something that settings make their reader run, and where it stands. */
export interface SettingReference extends CodeReference {
  /** From 1; absent where only the parsed document is known. */
  readonly line?: number;
}

const SETTINGS_NAME =
  /(?:\.(?:ya?ml|toml|ini|cfg|conf)|(?:^|\/)(?:MLmodel|\.npmrc|\.yarnrc|\.gitmodules|\.gitconfig|\.condarc|pip\.conf|uv\.lock|\.replit|\.coveragerc|\.pylintrc|pylintrc|\.flake8|(?:user|vendor)[-_]?data|cloud-?(?:init|config)))$/i;
const YAML_NAME = /(?:\.ya?ml|(?:^|\/)MLmodel)$/i;
/** What people write for people: only an attack in it is worth a word, and only when the whole is YAML. */
const PROSE_NAME = /\.(?:md|markdown|txt|rst|tex|html?|csv|tsv)$/i;

/** Whether this is a file of settings by its name. */
export function isSettings(name: string): boolean {
  return SETTINGS_NAME.test(name);
}

/**
 * What settings make their reader run, each once. Content decides, since loaders take a file of any name: YAML is read
 * as PyYAML would; what cannot be, and TOML and INI, line by line.
 */
export function* referencesInSettings(written: Written, name: string): Iterable<SettingReference> {
  const said = new Set<string>();
  for (const reference of allReferences(written, name)) {
    const key = reference.rule.id + spelt(reference.operation);
    if (said.has(key)) continue;
    said.add(key);
    yield reference;
  }
}

/** One setting in the plainest spelling: a table of TOML tells it, and the line in which it stands, with fewer blanks. */
function spelt(operation: string): string {
  return operation
    .replace(/\s#[^"']*$/, '')
    .replace(/\s/g, '')
    .replaceAll("'", '"');
}

function* allReferences({ text, yaml: read }: Written, name: string): Iterable<SettingReference> {
  if (/^\.allennlp_plugins$/i.test(name)) yield* plugins(text);
  if (/\.pbtxt$/i.test(name) && /^[^\S\r\n\u2028\u2029]*backend\s*:\s*"python"/m.test(text.slice(0, LIMITS.document)))
    yield { rule: IMPORTED, operation: 'backend: python runs model.py' };
  if (!SETTINGS_NAME.test(name) && !MARKS.test(text)) return;
  const yaml = read();
  const whole = yaml.problem === null;
  if (YAML_NAME.test(name) || (whole && isStructured(yaml, text))) yield* inYaml(text, yaml, PROSE_NAME.test(name));
  if (YAML_NAME.test(name) && yaml.problem !== null && (text.length <= LONG || TAGS.test(text)))
    yield { rule: UNREAD_SETTINGS, operation: yaml.problem };
  if (whole && isStructured(yaml, text)) return;
  if (/\.toml$/i.test(name)) yield* inToml(text);
  const every = SETTINGS_NAME.test(name);
  // A loader takes longer documents than are parsed here: padding must not hide a tag.
  if (!every && PROSE_NAME.test(name) && text.length < PADDED) return;
  for (const [index, line] of text.split('\n').entries())
    if (every || TAGGED_LINE.test(line.slice(0, LIMITS.pathBytes))) yield* inLine(line, index + 1);
}

/**
 * What stands in every document that has something to say; a vocabulary or a table of examples costs no parsing. Tags
 * that name something, and keys and values of rows.
 */
const MARKS =
  /!![a-z][\w.]*[/:%.]|!<|^%TAG|(?:^|[\s:[{,-])![a-z]+[:/]|_target_|_component_|target\s*:\s*["']?[a-z_]\w*\.|class_path|remote[-_]code|\$\{\s*\w+[.:]|auto_map|custom_imports|user_dir|type\s*:\s*["']?[a-z_]\w*\.[\w.]*[A-Z]/im;

/** Longer documents are tables and lists of data: their lines are looked at, and tags that lines do not show. */
const LONG = 512 * 1024;
const TAGS = /^%TAG|!<|[[{,:-][ \t]*!/m;

/** No settings that a person wrote are as long. */
const PADDED = 256 * 1024;
/** A tag of Python where a value of YAML begins, which prose and code have no reason to. */
const TAGGED_LINE = /^[\s-]*(?:["']?[\w.-]+["']?\s*:\s*)?!(?:!|<tag:yaml\.org,2002:)python(?:\/|%2f)/i;

/** A map, a list, or a value with a tag at its root; any prose is a text in YAML. */
function isStructured({ values, tags }: Yaml, text: string): boolean {
  const root = tags.some(({ offset }) =>
    /^(?:[\s-]|#[^\n]*\n|%[^\n]*\n)*(?:!\S*\s*)?$/.test(text.slice(0, Math.min(offset, 2000))),
  );
  return root || values.some((value) => typeof value === 'object' && value !== null);
}

function* inYaml(text: string, { tags, values }: Yaml, attacksOnly: boolean): Iterable<SettingReference> {
  for (const { tag, offset } of tags) {
    const rule = ruleOfTag(tag);
    if (rule !== null) yield { rule, operation: tag.slice(0, LIMITS.quotation), line: lineAt(text, offset) };
    for (const reference of referencesOfTag(tag)) yield { ...reference, line: lineAt(text, offset) };
  }
  for (const value of values) {
    for (const reference of referencesIn(value))
      if (!attacksOnly || reference.rule.says === 'malicious') yield reference;
  }
}

const TARGET_LINE = /(?:^|[\s{,"'-])_target_["']?\s*[:=]\s*["']?([\w.]+)/;
const PAIR = /^\s*-?\s*["']?([@\w.-]{1,100})["']?\s*[:=]\s*(.{1,1000})$/;
const TAG = /!(?:!|<tag:yaml\.org,2002:)python(?:\/|%2f)(\S{1,200})/i;

function* inLine(line: string, number: number): Iterable<SettingReference> {
  const start = line.slice(0, LIMITS.pathBytes);
  const quoted = start.trim().slice(0, LIMITS.quotation);
  if (/^\s*[#;]/.test(start)) return;
  const called = TARGET_LINE.exec(start)?.[1];
  if (called !== undefined) yield* at(number, referencesIn({ _target_: called }));
  const tag = TAG.exec(start)?.[1];
  const rule = tag === undefined ? null : ruleOfTag(`${PYTHON_TAG}${tag}`);
  if (rule !== null) yield { rule, operation: quoted, line: number };
  if (installsIn(start)) yield { rule: INSTALL_SETTING, operation: quoted, line: number };
  const [, key, value] = PAIR.exec(start) ?? [];
  if (key === undefined || value === undefined) return;
  const written = writtenValue(value);
  yield* at(number, referencesIn([{ [key]: written }, written]));
}

function* at(line: number, references: Iterable<CodeReference>): Iterable<SettingReference> {
  for (const reference of references) yield { ...reference, line };
}

/** A value of TOML, INI or spaCy's configuration, which is JSON behind the sign. */
function writtenValue(written: string): Json {
  const bare = written.trim();
  try {
    return JSON_START.test(bare) ? (JSON.parse(bare) as Json) : plainValue(bare);
  } catch {
    return plainValue(bare);
  }
}

/** A refusal costs as much as a hundred values: of a megabyte of lines it took most of the time. */
const JSON_START = /^(?:["[{\d-]|true$|false$|null$)/;

function plainValue(bare: string): string {
  return bare.replace(/\s+[#;].*$/, '').replace(/^(["'])(.*)\1$/, '$2');
}

/** Each line a module that AllenNLP imports when it is started in the folder (allennlp.common.plugins). */
function* plugins(text: string): Iterable<SettingReference> {
  for (const [index, line] of text.split('\n').slice(0, 100).entries()) {
    const module = line.trim().slice(0, LIMITS.quotation);
    if (/^[\w.]+$/.test(module)) yield { rule: IMPORTED, operation: `plugin ${module}`, line: index + 1 };
  }
}

const PYTHON_TAG = 'tag:yaml.org,2002:python/';
/** Tags of plain values, which the safe loaders of PyYAML know too or which make nothing. */
const PLAIN_TAG = /^(?:none|bool|str|unicode|bytes|int|long|float|complex|list|tuple|dict)$/;

/** Objects that trainers write into their settings: layers, parsed arguments, numbers of NumPy, paths. Making one runs nothing. Pages of MkDocs name the functions of its own extensions. */
const HARMLESS_OBJECT =
  /^object:(?:torch\.nn\.modules\.[a-z]\w*\.[A-Z]\w*|argparse\.Namespace)$|^object\/(?:apply|new):(?:collections\.OrderedDict|pathlib\.(?:Pure)?(?:Posix|Windows)?Path|torch\.device|numpy\.dtype|numpy\.(?:_?core)\.multiarray\.scalar)$|^name:(?:materialx?(?:\.extensions)?\.emoji\.(?:twemoji|to_svg)|pymdownx\.\w+\.\w+)$/;

/** Objects of Ruby, functions of JavaScript, classes of Java by their full name: what loaders of theirs build. */
const FOREIGN_TAG = /^!ruby\/|^tag:yaml\.org,2002:(?:js\/function|ruby\/|(?:[a-z]\w*\.){2,}[A-Z]\w*)/;

/** What PyYAML's unsafe loaders do at a tag: call, build, or import. A class alone is a reference. */
function ruleOfTag(tag: string): Rule | null {
  if (FOREIGN_TAG.test(tag)) return YAML_OBJECT;
  if (!tag.startsWith(PYTHON_TAG)) return null;
  const rest = tag.slice(PYTHON_TAG.length);
  if (PLAIN_TAG.test(rest) || HARMLESS_OBJECT.test(rest)) return null;
  return /^name:(?:torch|transformers|diffusers|numpy)\.[\w.]*$/.test(rest) ? TARGET : YAML_OBJECT;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

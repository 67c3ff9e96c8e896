import { parse } from 'smol-toml';
import { isJsonObject, type Json, member } from '../../kernel/json.ts';
import { type Asked, askedOf, elsewhere, lineWith, type Manifest, pinned, problem } from './declaration.ts';
import { fromAddress, poetrySpecifier, pythonRequirement } from './python-requirement.ts';

/** Locks of very large projects have some megabytes; the parser takes some seconds for that. */
const LONGEST = 16 * 1024 * 1024;
const DEEPEST = 100;

/** Reads TOML and hands it on. Never throws. */
function tomlFile(read: (value: Json, text: string) => readonly Asked[]): (text: string) => Manifest {
  return (text) => {
    if (text.length > LONGEST)
      return problem(`it has ${text.length} characters, and at most ${LONGEST} are read as TOML`);
    try {
      return { asked: read(parse(text, { maxDepth: DEEPEST }) as unknown as Json, text), problems: [] };
    } catch (error) {
      const message = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : 'it broke';
      return problem(`it is no TOML: ${message}`, lineOf(error));
    }
  };
}

function lineOf(error: unknown): number | null {
  const line = isJsonObject(error) ? error.line : undefined;
  return typeof line === 'number' ? line : null;
}

/** PEP 621 and 735, the build system, and the tables of Poetry, uv and PDM. */
function pyproject(value: Json, text: string): readonly Asked[] {
  const project = member(value, 'project');
  const groups = [
    ...valuesOf(member(project, 'optional-dependencies')),
    ...valuesOf(member(value, 'dependency-groups')),
    ...valuesOf(member(at(value, 'tool', 'pdm'), 'dev-dependencies')),
  ];
  const lists = [
    member(project, 'dependencies'),
    member(member(value, 'build-system'), 'requires'),
    member(at(value, 'tool', 'uv'), 'dev-dependencies'),
    ...groups,
  ];
  const poetry = at(value, 'tool', 'poetry');
  const tables = [
    member(poetry, 'dependencies'),
    member(poetry, 'dev-dependencies'),
    ...valuesOf(member(poetry, 'group')).map((group) => member(group, 'dependencies')),
  ];
  const lines = text.split('\n');
  return [...lists.flatMap((list) => fromList(list, lines)), ...tables.flatMap((table) => fromTable(table, lines))];
}

function fromList(list: Json | undefined, lines: readonly string[]): readonly Asked[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: Json) =>
    typeof entry === 'string' ? (pythonRequirement(entry, lineWith(lines, entry)) ?? []) : [],
  );
}

function fromTable(table: Json | undefined, lines: readonly string[]): readonly Asked[] {
  if (!isJsonObject(table)) return [];
  return Object.entries(table).flatMap(([name, wanted]) => {
    if (name === 'python') return [];
    const choices: readonly Json[] = Array.isArray(wanted) ? wanted : [wanted ?? '*'];
    return choices.flatMap((choice) => askedOf('PyPI', name, requirementOf(choice), lineWith(lines, name)));
  });
}

function requirementOf(choice: Json): Asked['requirement'] {
  if (typeof choice === 'string') return poetrySpecifier(choice);
  for (const key of ['git', 'url', 'path', 'file']) {
    const address = member(choice, key);
    if (typeof address === 'string') return fromAddress(address);
  }
  const version = member(choice, 'version');
  return typeof version === 'string' ? poetrySpecifier(version) : { kind: 'any' };
}

/** `[packages]` and `[dev-packages]` of a Pipfile: PEP 440, or Pipenv's own tables. */
function pipfile(value: Json, text: string): readonly Asked[] {
  const lines = text.split('\n');
  return ['packages', 'dev-packages'].flatMap((key) => fromTable(member(value, key), lines));
}

/** Locks that list `[[package]]`: Poetry, uv, PDM, Cargo; `[[packages]]`: PEP 751. */
function packageList(ecosystem: 'PyPI' | 'crates.io'): (value: Json, text: string) => readonly Asked[] {
  return (value, text) => {
    const packages = member(value, 'package') ?? member(value, 'packages');
    if (!Array.isArray(packages)) return [];
    const lines = linesOfNames(text);
    return packages.flatMap((entry: Json) => {
      const [name, version] = [member(entry, 'name'), member(entry, 'version')];
      const line = typeof name === 'string' ? (lines.get(name)?.shift() ?? null) : null;
      if (isOwn(entry)) return [];
      const requirement = typeof version === 'string' ? pinned(version) : elsewhere('an address');
      return askedOf(ecosystem, name, requirement, line);
    });
  };
}

/** The project itself stands in its own lock. */
function isOwn(entry: Json): boolean {
  const source = member(entry, 'source');
  return ['virtual', 'editable', 'directory'].some((kind) => member(source, kind) !== undefined);
}

function linesOfNames(text: string): ReadonlyMap<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [index, line] of text.split('\n').entries()) {
    const name = /^name\s*=\s*"([^"]+)"/.exec(line)?.[1];
    if (name === undefined) continue;
    const lines = found.get(name);
    if (lines === undefined) found.set(name, [index + 1]);
    else lines.push(index + 1);
  }
  return found;
}

function at(value: Json, ...keys: readonly string[]): Json | undefined {
  return keys.reduce<Json | undefined>((here, key) => member(here, key), value);
}

function valuesOf(table: Json | undefined): readonly (Json | undefined)[] {
  return isJsonObject(table) ? Object.values(table) : [];
}

export const pyprojectFile = tomlFile(pyproject);
export const pipfileFile = tomlFile(pipfile);
export const pythonLock = tomlFile(packageList('PyPI'));
export const cargoLock = tomlFile(packageList('crates.io'));

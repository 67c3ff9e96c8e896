import type { Dependency } from '../../domain/dependency.ts';
import type { Json } from '../../kernel/json.ts';
import type { Reading } from '../inventory.ts';
import { type Asked, type Declarations, type Manifest, NOTHING, problem } from './declaration.ts';
import { loadersOf } from './loaders.ts';
import { packageOfModule } from './modules.ts';

/** One sort of file that names packages, known by its name. */
interface Sort {
  readonly file: RegExp;
  readonly origin: Dependency['origin'];
  readonly read:
    | { readonly text: Late<(text: string) => Manifest> }
    | { readonly json: Late<(value: Json) => readonly Asked[]> };
}

/** Loaded with the first file of its sort. */
type Late<T> = () => Promise<T>;

const locks = () => import('./locks.ts');
const scripts = () => import('./scripts.ts');
const setup = () => import('./setup-cfg.ts');
const toml = () => import('./toml.ts');

/** Every sort of file that we read packages from. Adding one: a row. */
export const SORTS: readonly Sort[] = [
  {
    file: /^[\w.-]*(?:requirements|constraints)[\w.-]*\.(?:txt|in|pip)$|^pip-packages\.txt$/i,
    origin: 'manifest',
    read: { text: async () => (await import('./requirements.ts')).requirementsFile },
  },
  { file: /^pyproject\.toml$/i, origin: 'manifest', read: { text: async () => (await toml()).pyprojectFile } },
  { file: /^pipfile$/i, origin: 'manifest', read: { text: async () => (await toml()).pipfileFile } },
  {
    file: /^(?:poetry|uv|pdm)\.lock$|^pylock(?:\.[\w-]+)?\.toml$/i,
    origin: 'lock',
    read: { text: async () => (await toml()).pythonLock },
  },
  { file: /^cargo\.lock$/i, origin: 'lock', read: { text: async () => (await toml()).cargoLock } },
  { file: /^setup\.cfg$/i, origin: 'manifest', read: { text: async () => (await setup()).setupCfg } },
  { file: /^setup\.py$/i, origin: 'manifest', read: { text: async () => (await setup()).setupPy } },
  {
    file: /^(?:[\w.-]*environment[\w.-]*|conda(?:_env|-env)?|python_env)\.ya?ml$/i,
    origin: 'manifest',
    read: { text: async () => (await import('./conda.ts')).condaFile },
  },
  {
    file: /^(?:package-lock|npm-shrinkwrap)\.json$/i,
    origin: 'lock',
    read: { json: async () => (await locks()).packageLock },
  },
  { file: /^package\.json$/i, origin: 'manifest', read: { json: async () => (await locks()).packageJson } },
  { file: /^pipfile\.lock$/i, origin: 'lock', read: { text: async () => jsonText((await locks()).pipfileLock) } },
  { file: /^pnpm-lock\.ya?ml$/i, origin: 'lock', read: { text: async () => (await locks()).pnpmLock } },
  { file: /^yarn\.lock$/i, origin: 'lock', read: { text: async () => (await locks()).yarnLock } },
  { file: /^go\.(?:mod|sum)$/i, origin: 'lock', read: { text: async () => (await locks()).goFile } },
  {
    file: /^(?:[\w.-]*\.)?(?:dockerfile|containerfile)(?:\.[\w.-]*)?$/i,
    origin: 'script',
    read: { text: async () => (await scripts()).dockerfile },
  },
  {
    file: /\.(?:sh|bash)$|^(?:makefile|procfile)$/i,
    origin: 'script',
    read: { text: async () => (await scripts()).shellScript },
  },
  { file: /\.ipynb$/i, origin: 'script', read: { json: async () => (await scripts()).notebook } },
];

/** JSON under a name that the reader of JSON does not claim. */
function jsonText(read: (value: Json) => readonly Asked[]): (text: string) => Manifest {
  return (text) => {
    try {
      return { asked: read(JSON.parse(text) as Json), problems: [] };
    } catch {
      return problem('it is no JSON');
    }
  };
}

/** Packages of one file: larger locks than this are cut, and say so. */
const MOST = 20_000;

/** What a file that was read says of packages: by its name, its imports, and the loaders that its formats imply. */
export async function declaredIn(path: string, readings: readonly Reading[]): Promise<Declarations> {
  const dependencies: Dependency[] = [];
  const problems: Declarations['problems'][number][] = [];
  const includes: Declarations['includes'][number][] = [];
  let manifests = 0;
  for (const reading of readings) {
    const { member } = reading;
    const inside = member.at(-1) ?? path;
    const { origin, manifest } = await manifestIn(inside, reading);
    if (manifest !== NOTHING) manifests += 1;
    const implied = [...importsIn(reading), ...loadersOf(inside, reading)];
    const distinct = unique([...manifest.asked, ...implied]);
    for (const { line, ...asked } of distinct.slice(0, MOST))
      dependencies.push({ origin, ...asked, path, member, line });
    const cut =
      distinct.length > MOST
        ? [{ line: null, message: `it names ${distinct.length} packages; ${MOST} were taken` }]
        : [];
    for (const one of [...manifest.problems, ...cut]) problems.push({ path, member, ...one });
    if (member.length === 0) for (const one of manifest.includes ?? []) includes.push({ path, ...one });
  }
  return { dependencies, problems, includes, manifests };
}

async function manifestIn(
  path: string,
  { facts }: Reading,
): Promise<{ readonly origin: Dependency['origin']; readonly manifest: Manifest }> {
  if (facts.format !== 'json' && facts.format !== 'text' && facts.format !== 'python')
    return { origin: 'manifest', manifest: NOTHING };
  const name = path.slice(path.lastIndexOf('/') + 1);
  for (const { file, origin, read } of SORTS) {
    if (!file.test(name)) continue;
    if ('json' in read && facts.format === 'json')
      return { origin, manifest: { asked: (await read.json())(facts.value), problems: [] } };
    if ('text' in read && (facts.format === 'text' || facts.format === 'python'))
      return { origin, manifest: (await read.text())(facts.text) };
  }
  return { origin: 'manifest', manifest: NOTHING };
}

function importsIn({ facts }: Reading): readonly Asked[] {
  if (facts.format !== 'python') return [];
  return facts.imports.flatMap(({ module, line }) => {
    const name = packageOfModule(module);
    if (name === null) return [];
    return [{ ecosystem: 'PyPI', name, requirement: { kind: 'any' }, line, origin: 'import' } as const];
  });
}

/** The first place of each package and requirement. */
function unique(asked: readonly Asked[]): readonly Asked[] {
  if (asked.length < 2) return asked;
  const seen = new Map<string, Asked>();
  for (const one of asked) {
    const key = JSON.stringify([one.ecosystem, one.name, one.requirement, one.origin ?? null]);
    if (!seen.has(key)) seen.set(key, one);
  }
  return [...seen.values()];
}

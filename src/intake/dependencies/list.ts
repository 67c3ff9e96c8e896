import type { Dependency, DependencyList, ListedPackage, ListedProblem, Place } from '../../domain/dependency.ts';
import { compareText } from '../../kernel/order.ts';
import type { Item } from '../inventory.ts';

/** Places kept of one package. */
const PLACES = 5;
/** Packages kept of one model; the largest locks have some thousands. */
const PACKAGES = 30_000;
const PROBLEMS = 100;

/** All packages that a model names or implies; null when there are none and nothing went wrong. */
export function dependencyListOf(items: readonly Item[]): DependencyList | null {
  const declared = items.flatMap((item) => item.declared ?? []);
  const packages = grouped(declared.flatMap(({ dependencies }) => dependencies));
  const problems: ListedProblem[] = [
    ...declared.flatMap((one) => one.problems),
    ...notTakenIn(items),
    ...(packages.length > PACKAGES ? [tooMany(packages.length)] : []),
  ];
  if (packages.length === 0 && problems.length === 0) return null;
  return { packages: packages.slice(0, PACKAGES), problems: problems.slice(0, PROBLEMS) };
}

function tooMany(count: number): ListedProblem {
  return { path: '', member: [], line: null, message: `it names ${count} packages; ${PACKAGES} were taken` };
}

function grouped(dependencies: readonly Dependency[]): readonly ListedPackage[] {
  const groups = new Map<string, { first: Dependency; places: Place[] }>();
  for (const one of dependencies) {
    const key = JSON.stringify([one.ecosystem, one.name, one.requirement, one.origin]);
    const group = groups.get(key);
    const place = { path: one.path, member: one.member, line: one.line };
    if (group === undefined) groups.set(key, { first: one, places: [place] });
    else group.places.push(place);
  }
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { first, places }]) => ({
      ecosystem: first.ecosystem,
      name: first.name,
      requirement: first.requirement,
      origin: first.origin,
      places: places.slice(0, PLACES),
      more: Math.max(0, places.length - PLACES),
    }));
}

/** Files that requirements take in, and that are not there or are read as something else. */
function notTakenIn(items: readonly Item[]): readonly ListedProblem[] {
  const read = new Set(items.filter(({ declared }) => (declared?.manifests ?? 0) > 0).map(({ file }) => file.path));
  return items.flatMap(({ declared }) =>
    (declared?.includes ?? []).flatMap(({ path, file, line }) => {
      const target = takenIn(path, file);
      if (target !== null && read.has(target)) return [];
      return [{ path, member: [], line, message: `it takes in ${file}, which is not read as requirements` }];
    }),
  );
}

/** The path of a file as pip takes it, from the folder of the file that names it; null when it leaves the model. */
function takenIn(path: string, file: string): string | null {
  if (/^[/\\~]|^[A-Za-z][\w+.-]*:/.test(file)) return null;
  const segments = path.split('/').slice(0, -1);
  for (const segment of file.split('/')) {
    if (segment === '..' && segments.pop() === undefined) return null;
    if (segment !== '' && segment !== '.' && segment !== '..') segments.push(segment);
  }
  return segments.join('/');
}

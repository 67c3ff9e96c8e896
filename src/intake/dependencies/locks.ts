import { isJsonObject, type Json, member } from '../../kernel/json.ts';
import { type Asked, askedOf, elsewhere, type Manifest, pinned, ranged } from './declaration.ts';

/** `package-lock.json` and `npm-shrinkwrap.json`, versions 1 to 3. */
export function packageLock(value: Json): readonly Asked[] {
  const packages = member(value, 'packages');
  if (isJsonObject(packages)) {
    return Object.entries(packages).flatMap(([path, entry]) => {
      const at = path.lastIndexOf('node_modules/');
      if (at < 0 || member(entry, 'link') === true) return [];
      const name = member(entry, 'name') ?? path.slice(at + 'node_modules/'.length);
      return askedOf('npm', name, versionOf(entry), null);
    });
  }
  return nested(member(value, 'dependencies'), 0);
}

/** Version 1 nests what it installs; deeper than this nothing real goes. */
const DEEPEST = 50;

function nested(table: Json | undefined, depth: number): readonly Asked[] {
  if (!isJsonObject(table) || depth > DEEPEST) return [];
  return Object.entries(table).flatMap(([name, entry]) => [
    ...askedOf('npm', name, versionOf(entry), null),
    ...nested(member(entry, 'dependencies'), depth + 1),
  ]);
}

function versionOf(entry: Json | undefined): Asked['requirement'] {
  const version = member(entry, 'version');
  if (typeof version !== 'string') return { kind: 'any' };
  return /^\d/.test(version) ? pinned(version) : elsewhere(version);
}

/** `package.json`: what is asked for; a lock beside it says more. */
export function packageJson(value: Json): readonly Asked[] {
  return ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap((key) => {
    const table = member(value, key);
    if (!isJsonObject(table)) return [];
    return Object.entries(table).flatMap(([name, wanted]) => {
      if (typeof wanted !== 'string') return [];
      const address = /^(?:git|https?|file|link|workspace|npm|github)[+:]/.test(wanted) || wanted.includes('/');
      const exact = /^=?\s*v?(\d+\.\d+\.\d+(?:[-+].*)?)$/.exec(wanted)?.[1];
      const requirement = address ? elsewhere(wanted) : exact === undefined ? ranged(wanted) : pinned(exact);
      return askedOf('npm', name, requirement, null);
    });
  });
}

/** `Pipfile.lock`. */
export function pipfileLock(value: Json): readonly Asked[] {
  return ['default', 'develop'].flatMap((key) => {
    const table = member(value, key);
    if (!isJsonObject(table)) return [];
    return Object.entries(table).flatMap(([name, entry]) => {
      const version = member(entry, 'version');
      const requirement = typeof version === 'string' ? pinned(version.replace(/^=+/, '')) : elsewhere('an address');
      return askedOf('PyPI', name, requirement, null);
    });
  });
}

/** `pnpm-lock.yaml`, line by line, since it may have megabytes: `/name@1.2.3:`, `'@scope/name@1.2.3(peer@1)':`, `/name/1.2.3:`. */
export function pnpmLock(text: string): Manifest {
  return lineByLine(text, (line, number) => {
    const found = /^ {2}['"]?\/?((?:@[\w.~-]+\/)?[\w.~-]+)[@/](\d[\w.+-]*)(?:[(_][^:]*)?['"]?:\s*$/.exec(line);
    return found === null ? [] : askedOf('npm', found[1], pinned(found[2] ?? ''), number);
  });
}

/** `yarn.lock` of both kinds: a line that names requests, and under it the version. */
export function yarnLock(text: string): Manifest {
  let name: string | null = null;
  return lineByLine(text, (line, number) => {
    const request = /^"?((?:@[\w.~-]+\/)?[\w.~-]+)@/.exec(line)?.[1];
    if (/^\S/.test(line)) name = request ?? null;
    const version = /^ {2}"?version"?:? "?(\d[\w.+-]*)"?\s*$/.exec(line)?.[1];
    if (name === null || version === undefined) return [];
    const asked = askedOf('npm', name, pinned(version), number);
    name = null;
    return asked;
  });
}

/** `go.sum` lists what was checked, `go.mod` what is required; the version built is among them. */
export function goFile(text: string): Manifest {
  return lineByLine(text, (line, number) => {
    const found =
      /^\s*(?:require\s+)?([a-z0-9][\w.~-]*\.[a-z]+(?:\/[\w.~!-]+)*)\s+v(\d[\w.+-]*?)(?:\/go\.mod)?(?:\s.*)?$/.exec(
        line,
      );
    return found === null
      ? []
      : askedOf('Go', found[1], pinned((found[2] ?? '').replace(/\+incompatible$/, '')), number);
  });
}

/** Past this a line is no entry of a lock. */
const LONGEST_LINE = 500;

function lineByLine(text: string, read: (line: string, number: number) => readonly Asked[]): Manifest {
  const asked: Asked[] = [];
  let number = 0;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const stop = end < 0 ? text.length : end;
    number += 1;
    if (stop - from < LONGEST_LINE) asked.push(...read(text.slice(from, stop).replace(/\r$/, ''), number));
    from = stop + 1;
  }
  return { asked, problems: [] };
}

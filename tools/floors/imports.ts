import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { parseSync } from 'rolldown/utils';

/** A module by its path from the top, and what it imports: other modules by their paths, Node's by `node:` and a name. */
export type House = ReadonlyMap<string, readonly string[]>;

/** Every module below `src`. */
export function readHouse(top: string): House {
  const files = readdirSync(join(top, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join('src', name.replaceAll('\\', '/')))
    .filter((path) => /\.tsx?$/.test(path))
    .sort();
  return new Map(
    files.map((path) => [
      path,
      importsIn(path, readFileSync(join(top, path), 'utf8'), (one) => existsSync(join(top, one))),
    ]),
  );
}

/** What a module imports, types too; packages are left out, since anybody may use them. */
export function importsIn(path: string, text: string, isThere: (path: string) => boolean): readonly string[] {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? 'cannot be read'}`);
  const names = new Set<string>();
  for (const { moduleRequest } of module.staticImports) names.add(moduleRequest.value);
  for (const { entries } of module.staticExports)
    for (const { moduleRequest } of entries) if (moduleRequest) names.add(moduleRequest.value);
  for (const { moduleRequest } of module.dynamicImports)
    names.add(text.slice(moduleRequest.start + 1, moduleRequest.end - 1));
  // Types that are asked for where they stand, which the list of a module's imports does not name.
  for (const [, name = ''] of text.matchAll(/\bimport\(\s*['"](\.[^'"]+)['"]\s*\)/g))
    if (isThere(resolved(path, name))) names.add(name);
  return [...names].flatMap((name) => {
    if (name.startsWith('.')) return [resolved(path, name)];
    return isBuiltin(name) ? [`node:${name.replace(/^node:/, '')}`] : [];
  });
}

function resolved(path: string, name: string): string {
  return posix.join(posix.dirname(path), name);
}

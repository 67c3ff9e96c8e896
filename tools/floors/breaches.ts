import type { House } from './imports.ts';
import { COMPUTES, EDGES, MAY_IMPORT, PLUGINS, SHARED_PLUGINS } from './table.ts';

/** Every import that the floors forbid, as a line: the rule, who imports, and what. */
export function breaches(house: House): readonly string[] {
  const found: string[] = [];
  for (const [from, imports] of house) {
    const room = roomOf(from);
    if (room !== null && room !== 'main' && !(room in MAY_IMPORT)) found.push(`every-folder-has-a-row: ${from}`);
    for (const to of imports) for (const rule of broken(from, to)) found.push(`${rule}: ${from} → ${to}`);
  }
  return [...found, ...circles(house).map((circle) => `no-circles: ${circle.join(' → ')}`)];
}

function* broken(from: string, to: string): Iterable<string> {
  if (isTest(from)) return;
  if (isTest(to)) yield 'nobody-imports-a-test';
  const room = roomOf(from);
  if (to.startsWith('node:')) {
    const outside = room === null || !EDGES.includes(room);
    if (outside && !COMPUTES.includes(to.slice('node:'.length))) yield 'outside-world-only-at-the-edges';
    return;
  }
  const allowed = room === null ? undefined : MAY_IMPORT[room];
  const other = roomOf(to);
  if (allowed !== undefined && to.startsWith('src/') && other !== room && !(other !== null && allowed.includes(other)))
    yield `what-${room}-may-import`;
  const own = pluginOf(from);
  const another = pluginOf(to);
  const apart = own !== null && another !== null && own.kind === another.kind && own.name !== another.name;
  if (apart && !SHARED_PLUGINS.some((one) => to.startsWith(one))) yield 'plug-ins-do-not-know-each-other';
}

/** Null: a file that stands in no room. */
function roomOf(path: string): string | null {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function isTest(path: string): boolean {
  return path.endsWith('.test.ts');
}

function pluginOf(path: string): { readonly kind: string; readonly name: string } | null {
  for (const kind of PLUGINS) {
    if (!path.startsWith(`src/${kind}/`)) continue;
    const [name, ...rest] = path.slice(`src/${kind}/`.length).split('/');
    if (name !== undefined && rest.length > 0) return { kind, name };
  }
  return null;
}

/** One way round each knot of modules that import each other. */
function circles(house: House): readonly (readonly string[])[] {
  const found: string[][] = [];
  const over = new Set<string>();
  const way: string[] = [];
  const onWay = new Set<string>();
  const walk = (path: string): void => {
    over.add(path);
    way.push(path);
    onWay.add(path);
    for (const next of house.get(path) ?? []) {
      if (onWay.has(next)) found.push([...way.slice(way.indexOf(next)), next]);
      else if (!over.has(next) && house.has(next)) walk(next);
    }
    way.pop();
    onWay.delete(path);
  };
  for (const path of house.keys()) if (!over.has(path)) walk(path);
  return found;
}

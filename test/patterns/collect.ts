import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { parseAst } from 'rolldown/parseAst';

export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** File and line. */
  readonly at: string;
}

const MAKER = 'weighbridge: makes patterns';
/** A slash where a value may begin: half of the modules, most of them tables, have none, and reading them is most of the time. */
const MAY_HOLD_ONE = /(?:[=(:,[!&|?;{}>]|return|^)\s*\/(?![/*])|\bRegExp\(/m;
const ENTRY = '\0every-module';

/**
 * Every regular expression of the modules: those that are written out, from the sources, and those that are put together of
 * texts, by loading the modules with a maker of patterns that notes what it is asked for. `later` are the places where one is
 * put together only when it is needed, which loading does not show.
 */
export async function patternsOf(modules: readonly string[], folder: string) {
  const found = new Map<string, Pattern>();
  const note = (source: string, flags: string, at: string) => {
    const key = `/${source}/${flags}`;
    if (!found.has(key)) found.set(key, { source, flags, at });
  };
  const [places, reached] = [new Set<string>(), new Set<string>()];
  const build = await rolldown({
    input: ENTRY,
    platform: 'node',
    treeshake: false,
    logLevel: 'silent',
    external: ['pg', 'fastify', '@node-rs/argon2'],
    moduleTypes: { '.sql': 'text', '.names': 'text' },
    plugins: [
      {
        name: 'every-module',
        resolveId: (id) => (id === ENTRY ? ENTRY : null),
        load: (id) => (id === ENTRY ? modules.map((path) => `import ${JSON.stringify(path)};`).join('\n') : null),
        transform(code, id) {
          if (!id.startsWith(resolve('src')) || !id.endsWith('.ts') || !MAY_HOLD_ONE.test(code)) return null;
          const lineOf = (at: number) => code.slice(0, at).split('\n').length;
          const makers: { readonly start: number; readonly end: number }[] = [];
          for (const node of nodesOf(parseAst(code, { lang: 'ts' }))) {
            if (node.regex !== undefined)
              note(node.regex.pattern, node.regex.flags, `${relative('.', id)}:${lineOf(node.start)}`);
            if (node.callee?.name === 'RegExp') makers.push(node.callee);
          }
          let made = code;
          for (const { start, end } of makers.sort((one, other) => other.start - one.start)) {
            const place = `${relative('.', id)}:${lineOf(start)}`;
            places.add(place);
            const maker = `(globalThis[Symbol.for(${JSON.stringify(MAKER)})] ?? (() => RegExp))(${JSON.stringify(place)})`;
            made = `${made.slice(0, start)}(${maker})${made.slice(end)}`;
          }
          return makers.length === 0 ? null : made;
        },
      },
    ],
  });
  const file = join(folder, 'patterns.mjs');
  await build.write({ format: 'esm', file, codeSplitting: false });
  await build.close();
  Reflect.set(globalThis, Symbol.for(MAKER), (place: string) => {
    reached.add(place);
    return class extends RegExp {
      constructor(pattern: string | RegExp, flags?: string) {
        super(pattern, flags);
        note(this.source, this.flags, place);
      }
    };
  });
  await import(pathToFileURL(file).href);
  Reflect.deleteProperty(globalThis, Symbol.for(MAKER));
  return { patterns: [...found.values()], later: [...places].filter((place) => !reached.has(place)) };
}

interface Node {
  readonly start: number;
  readonly end: number;
  readonly name?: string;
  readonly callee?: Node;
  readonly regex?: { readonly pattern: string; readonly flags: string };
}

function* nodesOf(root: object): Iterable<Node> {
  const left: object[] = [root];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if ('type' in node) yield node as unknown as Node;
    for (const value of Object.values(node)) if (typeof value === 'object' && value !== null) left.push(value);
  }
}

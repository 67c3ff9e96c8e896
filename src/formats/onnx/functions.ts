import type { Defect } from '../format.ts';

/** Nodes that a model may have when its functions are written out. */
const MOST_NODES = 10_000_000;

export function nameOfFunction(domain: string, name: string): string {
  return `${domain === 'ai.onnx' ? '' : domain}\0${name}`;
}

/**
 * Runtimes write functions out where they are called: one that comes back to itself has no end, and of forty that call
 * the next one twice nobody lives to see it. `calls` has what each function calls, as often as it does.
 */
export function* functionDefects(calls: ReadonlyMap<string, readonly string[]>): Iterable<Defect> {
  const sizes = new Map<string, number>();
  for (const start of calls.keys()) {
    // Depth first, each function once: what is open when it is met again goes round.
    const open: { readonly name: string; readonly left: string[] }[] = [];
    const names = new Set<string>();
    const enter = (name: string): void => {
      names.add(name);
      open.push({ name, left: [...new Set(calls.get(name))] });
    };
    if (!sizes.has(start)) enter(start);
    while (open.length > 0) {
      const next = open.at(-1)?.left.pop();
      if (next === undefined) {
        const name = open.pop()?.name ?? '';
        names.delete(name);
        const size = (calls.get(name) ?? []).reduce((sum, callee) => sum + (sizes.get(callee) ?? 1), 0);
        sizes.set(name, size);
        if (size > MOST_NODES)
          return yield told(`${printed(name)} and what it calls are more than ${MOST_NODES} nodes`);
      } else if (names.has(next)) return yield told(`the function ${printed(next)} calls itself`);
      else if (calls.has(next) && !sizes.has(next)) enter(next);
    }
  }
}

function printed(name: string): string {
  return name.replace('\0', '::');
}

function told(message: string): Defect {
  return { code: 'recursive-function', message, offset: 0 };
}

/**
 * Groups things that share a name with one another, directly or through others: advisories of one vulnerability under
 * ids of several databases. Circles of aliases are ordinary here. Groups come in the order of their first member.
 */
export function groupByNames<T>(
  things: readonly T[],
  namesOf: (thing: T) => readonly string[],
): readonly (readonly T[])[] {
  const parent = new Map<string, string>();
  const rootOf = (name: string): string => {
    let root = name;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    for (let at = name; at !== root; ) {
      const up = parent.get(at) ?? root;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  for (const thing of things) {
    const [first, ...others] = namesOf(thing);
    if (first === undefined) continue;
    for (const other of others) {
      const [a, b] = [rootOf(first), rootOf(other)];
      if (a !== b) parent.set(b, a);
    }
  }
  const groups = new Map<string, T[]>();
  for (const [at, thing] of things.entries()) {
    const [first] = namesOf(thing);
    const root = first === undefined ? `\0${at}` : rootOf(first);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [thing]);
    else group.push(thing);
  }
  return [...groups.values()];
}

/** The name people know best: a CVE, then a GitHub advisory, then whatever sorts first. */
export function bestKnown(names: readonly string[]): string {
  const rank = (name: string): number => ['CVE-', 'GHSA-', 'MAL-'].findIndex((prefix) => name.startsWith(prefix));
  const sorted = [...new Set(names)].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)].map((at) => (at < 0 ? 99 : at));
    return (x ?? 0) - (y ?? 0) || (a < b ? -1 : 1);
  });
  return sorted[0] ?? '';
}

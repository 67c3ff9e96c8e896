/** Leases of calls that go on, of each scope. */
export interface LeasesOf {
  readonly name: string;
  readonly leases: readonly string[];
}

export interface Renewal {
  add(lease: string, scopes: readonly string[]): void;
  remove(lease: string): void;
}

/** Leases that are renewed in one piece: a script of the server's takes no longer than a millisecond over them. */
const AT_ONCE = 1_000;

/** Has the leases of calls that go on renewed every so many milliseconds, while there are any. */
export function createRenewal(renew: (scopes: readonly LeasesOf[]) => void, every: number): Renewal {
  const live = new Map<string, readonly string[]>();
  let timer: NodeJS.Timeout | undefined;
  const renewAll = (): void => {
    if (live.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
    const all = [...live];
    for (let at = 0; at < all.length; at += AT_ONCE) renew(byScope(all.slice(at, at + AT_ONCE)));
  };
  return {
    add: (lease, scopes) => {
      if (scopes.length === 0) return;
      live.set(lease, scopes);
      timer ??= setInterval(renewAll, every).unref();
    },
    remove: (lease) => void live.delete(lease),
  };
}

function byScope(live: readonly (readonly [lease: string, scopes: readonly string[]])[]): readonly LeasesOf[] {
  const scopes = new Map<string, string[]>();
  for (const [lease, names] of live) {
    for (const name of names) {
      const leases = scopes.get(name);
      if (leases === undefined) scopes.set(name, [lease]);
      else leases.push(lease);
    }
  }
  return Array.from(scopes, ([name, leases]) => ({ name, leases }));
}

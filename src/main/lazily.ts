/** A port all of whose members are asynchronous, so that its adapter may come later. */
type Asynchronous<Port> = { readonly [Name in keyof Port]: (...args: never[]) => Promise<unknown> };

/** A port whose adapter is loaded with its first call: what a command does not use costs it no start. */
export function lazily<Port extends object & Asynchronous<Port>>(load: () => Promise<Port>): Port {
  let loading: Promise<Port> | undefined;
  const adapter = (): Promise<Port> => (loading ??= load());
  return new Proxy({} as Port, {
    get: (_, name) => {
      // Nobody may take a port for a promise and wait for it.
      if (name === 'then') return undefined;
      return async (...args: never[]) => {
        const port = await adapter();
        return port[name as keyof Port](...args);
      };
    },
  });
}

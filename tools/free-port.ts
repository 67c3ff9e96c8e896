import { createServer } from 'node:net';

/** The usual port of a server, or any that is free when somebody has it already, or when there is none. */
export function freePort(usual: number | null): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => (usual === null ? reject(error) : resolve(freePort(null))));
    probe.listen(usual ?? 0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

import { connect } from 'node:net';
import { shareAddress } from './child.ts';
import { freePort } from './portkey.ts';

/** Portkey's own server, in this process. */
const [, , module = ''] = process.argv;
const port = await freePort();
process.argv = [process.argv[0] ?? '', module, `--port=${port}`, '--headless'];
await import(module);
const answers = (): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
for (let tries = 0; tries < 100 && !(await answers()); tries++) await new Promise((resolve) => setTimeout(resolve, 50));
shareAddress(port);

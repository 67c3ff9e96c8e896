import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectDatabase } from './connect-database.ts';

/** A message of PostgreSQL's protocol, version 3: a letter, the length with itself, the body (manual, section 55.7). */
function message(letter: string, body: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + body.length);
  return Buffer.concat([Buffer.from(letter), length, Buffer.from(body, 'latin1')]);
}

const WELCOME = Buffer.concat([message('R', '\0\0\0\0'), message('Z', 'I')]);
const ENDED = message('E', 'SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0');

/** Lets everybody in, and ends the connection within the same breath. */
const server = createServer((socket: Socket) => {
  socket.on('error', () => {});
  socket.once('data', () => socket.end(Buffer.concat([WELCOME, ENDED])));
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

it('takes a connection that is ended with the packet that opens it for a failed call', async () => {
  const { port } = server.address() as AddressInfo;
  const database = await connectDatabase(`postgresql://somebody@127.0.0.1:${port}/any`);
  await expect(database.transaction('worker', async () => 'done')).rejects.toMatchObject({ code: 'database-failed' });
  await database.close();
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { createAsker } from './asker.ts';

let requests = 0;
const server = createServer((request, response) => {
  requests += 1;
  // A service that ends a kept connection with the second request on it.
  if (requests === 2) request.socket.destroy();
  else response.end('{}');
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
afterAll(() => server.close());

it.each([
  ['GET', null, 3],
  ['POST', 'x', 2],
])('asks again where a kept connection was closed, and only what changes nothing: %s', async (method, body, made) => {
  requests = 0;
  const ask = createAsker(['127.0.0.1']);
  const asking = { method, headers: {}, body };
  expect((await ask(url, asking)).status).toBe(200);
  const again = ask(url, asking);
  if (method === 'GET') expect((await again).status).toBe(200);
  else await expect(again).rejects.toMatchObject({ code: 'source-unreachable' });
  expect(requests).toBe(made);
});

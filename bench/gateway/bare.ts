import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';
import { shareAddress } from './child.ts';

/** The least that a proxy in Node can do: bytes in, bytes out. What everything else is measured against. */
const pool = new Pool(process.argv[2] ?? '', { connections: 512, pipelining: 1 });
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const headers = { 'content-type': 'application/json' };
    pool.dispatch(
      { method: 'POST', path: request.url ?? '/', headers, body: Buffer.concat(parts) },
      {
        onRequestStart: () => {},
        onResponseStart: (_, status, headers) =>
          void response.writeHead(status, { 'content-type': String(headers['content-type']) }),
        onResponseData: (_, chunk) => void response.write(chunk),
        onResponseEnd: () => void response.end(),
        onResponseError: () => void response.destroy(),
      },
    );
  });
});
server.listen(0, '127.0.0.1', () => shareAddress((server.address() as AddressInfo).port));

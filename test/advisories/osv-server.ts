import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { zip } from '../../src/formats/zip/archive.fixture.ts';
import { fileReply, type Sending, send } from '../hub/reply.ts';
import { inMemory } from '../hub/repository.ts';

/** An OSV record, as far as tests need one. */
export interface OsvRecord {
  readonly id: string;
  readonly modified: string;
  readonly [key: string]: unknown;
}

export interface OsvServer {
  readonly url: string;
  /** Path of each request, with the Range it asked for. */
  readonly seen: { readonly path: string; readonly range: string | null }[];
  publish(...records: readonly OsvRecord[]): void;
  /** Archives break off after so many bytes of each answer; null for whole ones again. */
  cutAfter(bytes: number | null): void;
  close(): Promise<void>;
}

/**
 * OSV's export of PyPI on this machine: `PyPI/all.zip`, `PyPI/modified_id.csv` (newest first) and `PyPI/<id>.json`, as its
 * documentation on data dumps describes it; the real bucket was not asked.
 */
export async function startOsv(records: readonly OsvRecord[]): Promise<OsvServer> {
  const all = new Map(records.map((record) => [record.id, record]));
  const seen: { path: string; range: string | null }[] = [];
  let cut: number | null = null;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    seen.push({ path, range: request.headers.range ?? null });
    const body = bodyOf(path, all);
    if (body === null) {
      response.writeHead(404).end();
      return;
    }
    const etag = `"${createHash('md5').update(body).digest('hex')}"`;
    const stop = cut !== null && path.endsWith('all.zip') && request.headers.range !== 'bytes=0-0';
    const how: Sending = stop ? { stop: { after: cut ?? 0, how: 'cut' } } : {};
    void send(request, response, fileReply(inMemory(body), etag), how);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    publish: (...more) => {
      for (const record of more) all.set(record.id, record);
    },
    cutAfter: (bytes) => {
      cut = bytes;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function bodyOf(path: string, records: ReadonlyMap<string, OsvRecord>): Buffer | null {
  const [, ecosystem, name = ''] = path.split('/');
  if (ecosystem !== 'PyPI') return null;
  const list = [...records.values()];
  if (name === 'all.zip') {
    return Buffer.from(
      zip(list.map((record) => ({ name: `${record.id}.json`, bytes: JSON.stringify(record), deflate: true }))),
    );
  }
  if (name === 'modified_id.csv') {
    const newest = list.toSorted((a, b) => (a.modified < b.modified ? 1 : -1));
    return Buffer.from(newest.map(({ id, modified }) => `${modified},${id}\n`).join(''));
  }
  const record = records.get(name.replace(/\.json$/, ''));
  return record === undefined ? null : Buffer.from(JSON.stringify(record));
}

/** A record about one package of PyPI. */
export function osvRecord(
  id: string,
  name: string,
  more: { readonly fixed?: string; readonly modified?: string; readonly [key: string]: unknown } = {},
): OsvRecord {
  const { fixed = '2.0', modified = '2026-11-20T10:00:00Z', ...rest } = more;
  return {
    schema_version: '1.6.0',
    id,
    modified,
    summary: `${name} runs what it is sent`,
    severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
    affected: [
      {
        package: { ecosystem: 'PyPI', name },
        ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed }] }],
        versions: ['1.0', '1.5'],
      },
    ],
    ...rest,
  };
}

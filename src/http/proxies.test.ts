import { expect, it } from 'vitest';
import { createServer } from './server.ts';

/** Where a call is said to come from that connects from 127.0.0.1. */
async function sourceOf(proxies: readonly string[], headers: Record<string, string>): Promise<unknown> {
  let source: unknown = null;
  const server = createServer({
    answer: async (call) => {
      source = call.source;
      return {};
    },
    submissions: () => Promise.reject(new Error('none')),
    version: '0.0.0-test',
    proxies,
    hosts: null,
    secure: false,
    console: null,
    log: () => {},
  });
  await server.inject({ method: 'GET', url: '/v1/me', headers });
  await server.close();
  return source;
}

it.each<[string, readonly string[], Record<string, string>, string]>([
  ['nobody is believed unless named', [], { 'x-forwarded-for': '203.0.113.9' }, '127.0.0.1'],
  ['a named proxy is', ['127.0.0.1'], { 'x-forwarded-for': '203.0.113.9' }, '203.0.113.9'],
  ['what was told to the proxy is not', ['127.0.0.1'], { 'x-forwarded-for': '10.9.9.9, 203.0.113.9' }, '203.0.113.9'],
  ['another proxy is not', ['192.0.2.0/24'], { 'x-forwarded-for': '203.0.113.9' }, '127.0.0.1'],
  ['nothing is said', ['127.0.0.1'], {}, '127.0.0.1'],
])('%s about where a call comes from', async (_, proxies, headers, source) => {
  expect(await sourceOf(proxies, headers)).toBe(source);
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type CallTelemetry, createCallTelemetry, type ToldCall } from '../../src/adapters/telemetry/call-telemetry.ts';

const CALL: ToldCall = {
  at: '2026-11-28T12:00:00.000Z',
  surface: 'chat',
  fallbackFrom: null,
  channel: 'assistant',
  release: 'sha256:1',
  key: 'team-a',
  stream: true,
  status: 200,
  code: null,
  milliseconds: 120,
  firstByte: 40,
  inputTokens: 300,
  outputTokens: 20,
  found: ['secret/aws-access-key'],
  trace: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
};

const open: { close(): unknown }[] = [];
const before = { ...process.env };
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  for (const name of Object.keys(process.env)) if (name.startsWith('OTEL_')) delete process.env[name];
  Object.assign(process.env, before);
});

/** A receiver of OTLP over HTTP that keeps what it is sent. */
async function receiver() {
  const seen: { readonly path: string; readonly body: Record<string, unknown> }[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      seen.push({ path: request.url ?? '', body: JSON.parse(Buffer.concat(parts).toString()) });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ close: () => new Promise((resolve) => server.close(resolve)) });
  return { seen, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function telemetry(env: Record<string, string> = {}): CallTelemetry {
  Object.assign(process.env, env);
  return createCallTelemetry('0.0.0-test', env);
}

describe('telemetry of calls', () => {
  it('is a page of metrics by channel, operation and code', async () => {
    const told = telemetry();
    told.record(CALL);
    told.record({ ...CALL, status: 403, code: 'not_admitted', inputTokens: null, outputTokens: null, firstByte: null });
    const page = await told.metrics();
    await told.close();
    expect(page).toMatch(/gen_ai_server_request_duration_count\{[^}]*http_response_status_code="200"[^}]*\} 1/);
    expect(page).toMatch(/gen_ai_server_request_duration_count\{[^}]*error_type="not_admitted"[^}]*\} 1/);
    expect(page).toMatch(/gen_ai_client_token_usage_sum\{[^}]*gen_ai_token_type="input"[^}]*\} 300/);
    expect(page).toMatch(/weighbridge_guard_findings_total\{[^}]*secret\/aws-access-key[^}]*\} 2/);
    expect(page).toMatch(/gen_ai_server_time_to_first_token_bucket\{[^}]*le="0.04"[^}]*\} 1/);
  });

  it('tells copies from calls, and counts those that were not sent', async () => {
    const told = telemetry();
    told.record(CALL);
    told.record({ ...CALL, channel: 'next', shadow: true });
    told.dropped('next');
    told.dropped('next');
    const page = await told.metrics();
    await told.close();
    expect(page).toMatch(
      /request_duration_count\{[^}]*gen_ai_request_model="next"[^}]*weighbridge_shadow="true"[^}]*\} 1/,
    );
    expect(page).toMatch(/request_duration_count\{(?![^}]*shadow)[^}]*gen_ai_request_model="assistant"[^}]*\} 1/);
    expect(page).toMatch(/weighbridge_shadow_dropped_total\{[^}]*"next"[^}]*\} 2/);
  });

  it('is sent as spans under the caller’s own, and as metrics', async () => {
    const { seen, url } = await receiver();
    const told = telemetry({ OTEL_EXPORTER_OTLP_ENDPOINT: url });
    told.record(CALL);
    await told.close();
    expect(seen.map(({ path }) => path).sort()).toEqual(['/v1/metrics', '/v1/traces']);
    const traces = JSON.stringify(seen.find(({ path }) => path === '/v1/traces')?.body);
    expect(traces).toContain('"traceId":"0af7651916cd43dd8448eb211c80319c"');
    expect(traces).toContain('"parentSpanId":"b7ad6b7169203331"');
    expect(traces).toContain('"name":"chat assistant"');
    expect(traces).toContain('gen_ai.usage.output_tokens');
  });

  it('has nothing to send where nobody asked for it', async () => {
    const { seen } = await receiver();
    const told = telemetry();
    told.record(CALL);
    await told.close();
    expect(seen).toEqual([]);
  });
});

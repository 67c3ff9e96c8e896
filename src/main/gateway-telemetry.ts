import { createServer, type Server } from 'node:http';
import type { CallTelemetry, ToldCall } from '../adapters/telemetry/call-telemetry.ts';
import type { GatewayConfig } from '../domain/gateway.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { VERSION } from './version.ts';

interface OpenTelemetry {
  record(call: ToldCall): void;
  dropped(channel: string): void;
  /** Where metrics can be read; null: nowhere. */
  readonly address: string | null;
  close(): Promise<void>;
}

const NOTHING: OpenTelemetry = { record: () => {}, dropped: () => {}, address: null, close: async () => {} };

/** Telemetry as far as it is asked for: a page of metrics by the Gateway file, OTLP by the environment. */
export async function openTelemetry(
  { metrics }: GatewayConfig,
  env: Readonly<Record<string, string | undefined>>,
): Promise<OpenTelemetry> {
  const sends = Object.keys(env).some(
    (name) => /^OTEL_EXPORTER_OTLP_(?:\w+_)?ENDPOINT$/.test(name) && env[name] !== '',
  );
  if (metrics === null && !sends) return NOTHING;
  const telemetry = await loaded(env);
  const server = metrics === null ? null : await listen(metrics, telemetry);
  const at = server?.address();
  return {
    record: (call) => telemetry.record(call),
    dropped: (channel) => telemetry.dropped(channel),
    address: typeof at === 'object' && at !== null ? `http://${metrics?.host ?? ''}:${at.port}/metrics` : null,
    close: async () => {
      server?.closeAllConnections();
      server?.close();
      await telemetry.close();
    },
  };
}

/** As modules say it, and as scripts do. */
const NOT_THERE = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND']);

async function loaded(env: Readonly<Record<string, string | undefined>>): Promise<CallTelemetry> {
  try {
    const { createCallTelemetry } = await import('../adapters/telemetry/call-telemetry.ts');
    return createCallTelemetry(VERSION, env);
  } catch (cause) {
    if (!NOT_THERE.has((cause as NodeJS.ErrnoException).code ?? '')) throw cause;
    throw new WeighbridgeError('gateway-invalid', 'telemetry was asked for, and OpenTelemetry is not installed', {
      remedy: 'Install Weighbridge with its optional dependencies, or leave telemetry out.',
      cause,
    });
  }
}

/** On an address of its own, since callers of models have no business there. */
function listen(
  { host, port }: { readonly host: string; readonly port: number },
  telemetry: CallTelemetry,
): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    telemetry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', (cause: Error) =>
      reject(new WeighbridgeError('call-invalid', `cannot listen on ${host}:${port}: ${cause.message}`, { cause })),
    );
    server.listen(port, host, () => resolve(server));
  });
}

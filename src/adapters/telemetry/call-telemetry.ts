import { type Attributes, ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AggregationTemporality,
  InstrumentType,
  MeterProvider,
  MetricReader,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { createMeters, type HistogramRow, type Meters } from './meters.ts';

/** A call that is over, without any text of it. */
export interface ToldCall {
  readonly at: string;
  readonly surface: string | null;
  readonly channel: string | null;
  /** The channel that was named, when another answered. */
  readonly fallbackFrom: string | null;
  readonly shadow?: boolean;
  readonly release: string | null;
  readonly key: string | null;
  readonly stream: boolean;
  readonly status: number;
  readonly code: string | null;
  readonly milliseconds: number;
  readonly firstByte: number | null;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly found: readonly string[];
  /** W3C trace context of the caller: `traceparent`. */
  readonly trace: string | null;
}

export interface CallTelemetry {
  record(call: ToldCall): void;
  /** A copy for this channel was not sent: there was no room. */
  dropped(channel: string): void;
  /** All metrics in Prometheus' text format. */
  metrics(): Promise<string>;
  /** Sends what is left. */
  close(): Promise<void>;
}

/** Buckets of seconds and of tokens (OpenTelemetry semantic conventions for generative AI, 'Metrics'). */
const SECONDS = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];
const TOKENS = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864];

/**
 * Spans and metrics of calls by OpenTelemetry's conventions for generative AI; no text and no user is in them. Sent by OTLP
 * where the environment names a receiver (`OTEL_EXPORTER_OTLP_ENDPOINT`); metrics can be read in Prometheus' format as well.
 */
export function createCallTelemetry(version: string, env: Readonly<Record<string, string | undefined>>): CallTelemetry {
  const resource = resourceFromAttributes({
    'service.name': env.OTEL_SERVICE_NAME ?? 'weighbridge-gateway',
    'service.version': version,
  });
  const sends = (signal: 'TRACES' | 'METRICS'): boolean =>
    (env.OTEL_EXPORTER_OTLP_ENDPOINT ?? env[`OTEL_EXPORTER_OTLP_${signal}_ENDPOINT`] ?? '') !== '';
  const meters = createMeters({ scope: { name: 'weighbridge', version }, resource, now: Date.now });
  const reader = new PullReader({ metricProducers: [meters.producer(AggregationTemporality.CUMULATIVE)] });
  const readers = new MeterProvider({ resource, readers: [reader, ...(sends('METRICS') ? [sender(meters)] : [])] });
  const spans = sends('TRACES')
    ? new BasicTracerProvider({ resource, spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())] })
    : null;
  const tracer = spans?.getTracer('weighbridge', version) ?? null;
  const rows = createRows(meters);
  const serializer = new PrometheusSerializer();

  return {
    record: (call) => {
      const own = rows.of(call);
      own.duration.add(call.milliseconds / 1000);
      if (call.firstByte !== null) own.first.add(call.firstByte / 1000);
      if (call.inputTokens !== null) own.input.add(call.inputTokens);
      if (call.outputTokens !== null) own.output.add(call.outputTokens);
      for (const type of call.found) rows.found(call, type);
      if (tracer === null) return;
      const start = Date.parse(call.at);
      const span = tracer.startSpan(
        `${operationOf(call)} ${call.channel ?? ''}`.trimEnd(),
        { kind: SpanKind.SERVER, startTime: start, attributes: { ...endedAs(call), ...usedBy(call) } },
        parentOf(call),
      );
      if (call.code !== null && call.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR, message: call.code });
      span.end(start + call.milliseconds);
    },
    dropped: rows.dropped,
    metrics: async () => serializer.serialize((await reader.collect()).resourceMetrics),
    close: async () => {
      await Promise.allSettled([readers.shutdown(), spans?.shutdown()]);
    },
  };
}

/** Gives metrics when it is asked, and never sends any. */
class PullReader extends MetricReader {
  protected override async onForceFlush(): Promise<void> {}
  protected override async onShutdown(): Promise<void> {}
}

/** By OTLP, in sums or in differences, as the environment wants them. */
function sender(meters: Meters): MetricReader {
  const exporter = new OTLPMetricExporter();
  const temporality = exporter.selectAggregationTemporality(InstrumentType.HISTOGRAM);
  return new PeriodicExportingMetricReader({ exporter, metricProducers: [meters.producer(temporality)] });
}

/** What calls alike are counted in. */
interface Rows {
  readonly duration: HistogramRow;
  readonly first: HistogramRow;
  readonly input: HistogramRow;
  readonly output: HistogramRow;
}

/** Kinds of calls that are told apart; others are counted together (OpenTelemetry metrics SDK, 'Cardinality limits'). */
const MOST_KINDS = 2_000;
const OVERFLOW: Attributes = { 'otel.metric.overflow': true };

function createRows(meters: Meters) {
  const duration = meters.histogram('gen_ai.server.request.duration', 's', SECONDS);
  const first = meters.histogram('gen_ai.server.time_to_first_token', 's', SECONDS);
  const tokens = meters.histogram('gen_ai.client.token.usage', '{token}', TOKENS);
  const found = meters.counter('weighbridge.guard.findings', '{finding}');
  const dropped = meters.counter('weighbridge.shadow.dropped', '{call}');
  const known = new Map<string, Rows>();
  const rowsOf = (common: Attributes, ended: Attributes): Rows => ({
    duration: duration(ended),
    first: first(common),
    input: tokens({ ...common, 'gen_ai.token.type': 'input' }),
    output: tokens({ ...common, 'gen_ai.token.type': 'output' }),
  });
  return {
    of: (call: ToldCall): Rows => {
      const key = `${call.surface}\n${call.channel}\n${call.shadow === true}\n${call.status}\n${call.code}`;
      let rows = known.get(key);
      if (rows === undefined) {
        const full = known.size >= MOST_KINDS;
        rows = full ? rowsOf(OVERFLOW, OVERFLOW) : rowsOf(commonOf(call), endedAs(call));
        if (!full) known.set(key, rows);
      }
      return rows;
    },
    found: (call: ToldCall, type: string): void => found({ ...commonOf(call), 'weighbridge.guard.type': type }).add(1),
    dropped: (channel: string): void => dropped({ 'gen_ai.request.model': channel }).add(1),
  };
}

const OPERATIONS: Readonly<Record<string, string>> = {
  chat: 'chat',
  messages: 'chat',
  responses: 'chat',
  completions: 'text_completion',
  embeddings: 'embeddings',
  'generate-content': 'generate_content',
  images: 'generate_content',
};

function operationOf({ surface }: ToldCall): string {
  return OPERATIONS[surface ?? ''] ?? surface ?? 'unknown';
}

function commonOf(call: ToldCall): Attributes {
  return {
    'gen_ai.operation.name': operationOf(call),
    'gen_ai.provider.name': 'weighbridge',
    ...(call.channel === null ? {} : { 'gen_ai.request.model': call.channel }),
    ...(call.shadow === true ? { 'weighbridge.shadow': true } : {}),
  };
}

function endedAs(call: ToldCall): Attributes {
  return { ...commonOf(call), 'http.response.status_code': call.status, ...errorOf(call) };
}

function errorOf({ code }: ToldCall): Attributes {
  return code === null ? {} : { 'error.type': code };
}

function usedBy({ release, fallbackFrom, key, stream, inputTokens, outputTokens, found }: ToldCall): Attributes {
  return {
    'weighbridge.stream': stream,
    ...(fallbackFrom === null ? {} : { 'weighbridge.fallback.from': fallbackFrom }),
    ...(release === null ? {} : { 'weighbridge.release': release }),
    ...(key === null ? {} : { 'weighbridge.key': key }),
    ...(inputTokens === null ? {} : { 'gen_ai.usage.input_tokens': inputTokens }),
    ...(outputTokens === null ? {} : { 'gen_ai.usage.output_tokens': outputTokens }),
    ...(found.length === 0 ? {} : { 'weighbridge.guard.found': [...found] }),
  };
}

/** The caller's span, so that ours is its child (W3C Trace Context, section 3.2). */
function parentOf({ trace: parent }: ToldCall) {
  const [, traceId, spanId, flags] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(parent ?? '') ?? [];
  if (traceId === undefined || spanId === undefined) return ROOT_CONTEXT;
  const sampled = (Number.parseInt(flags ?? '00', 16) & 1) === 1;
  const traceFlags = sampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

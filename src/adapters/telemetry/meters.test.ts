import { emptyResource } from '@opentelemetry/resources';
import { AggregationTemporality, DataPointType, type MetricProducer } from '@opentelemetry/sdk-metrics';
import { expect, it } from 'vitest';
import { createMeters } from './meters.ts';

const scope = { name: 'test', version: '1' };

async function told(producer: MetricProducer) {
  const { resourceMetrics } = await producer.collect();
  return resourceMetrics.scopeMetrics.flatMap(({ metrics }) =>
    metrics.flatMap((metric) =>
      metric.dataPoints.map(({ startTime, endTime, value }) => ({
        name: metric.descriptor.name,
        from: startTime[0],
        to: endTime[0],
        value:
          metric.dataPointType === DataPointType.HISTOGRAM
            ? (value as { buckets: { counts: number[] } }).buckets.counts
            : value,
      })),
    ),
  );
}

it('tells a reader all that was counted, or what was since the last time, and nothing where nothing was', async () => {
  let time = 1_000;
  const meters = createMeters({ scope, resource: emptyResource(), now: () => time });
  const all = meters.producer(AggregationTemporality.CUMULATIVE);
  const since = meters.producer(AggregationTemporality.DELTA);
  const [seconds, calls] = [meters.histogram('seconds', 's', [1, 2]), meters.counter('calls', '{call}')];
  expect(await told(all)).toEqual([]);
  for (const value of [0.5, 1, 1.5, 9]) seconds({ a: 1 }).add(value);
  calls({}).add(2);
  time = 2_000;
  for (const [producer, from] of [
    [all, 1],
    [since, 1],
  ] as const)
    expect(await told(producer)).toEqual([
      { name: 'seconds', from, to: 2, value: [2, 1, 1] },
      { name: 'calls', from, to: 2, value: 2 },
    ]);
  seconds({ a: 1 }).add(2);
  time = 3_000;
  expect(await told(since)).toEqual([{ name: 'seconds', from: 2, to: 3, value: [0, 1, 0] }]);
  expect(await told(all)).toEqual([
    { name: 'seconds', from: 1, to: 3, value: [2, 2, 1] },
    { name: 'calls', from: 1, to: 3, value: 2 },
  ]);
});

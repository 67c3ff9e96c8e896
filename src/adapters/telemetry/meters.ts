import { type Attributes, type HrTime, ValueType } from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import {
  AggregationTemporality,
  type DataPoint,
  DataPointType,
  type Histogram,
  type MetricData,
  type MetricProducer,
} from '@opentelemetry/sdk-metrics';

/** One series of a histogram. */
export interface HistogramRow {
  add(value: number): void;
}

/** Counters and histograms in arrays: a call adds to its rows, where the SDK would sort and write out its attributes each time. */
export interface Meters {
  histogram(name: string, unit: string, boundaries: readonly number[]): (attributes: Attributes) => HistogramRow;
  counter(name: string, unit: string): (attributes: Attributes) => { add(amount: number): void };
  /** All rows, for a reader of the SDK's. */
  producer(temporality: AggregationTemporality): MetricProducer;
}

/** What a row holds: of a counter the sum alone. */
interface State {
  readonly attributes: Attributes;
  readonly counts: number[];
  sum: number;
  count: number;
}

interface Family {
  readonly name: string;
  readonly unit: string;
  /** Null: it is a counter. */
  readonly boundaries: readonly number[] | null;
  readonly rows: Map<string, State>;
}

export interface MetersOptions {
  readonly scope: { readonly name: string; readonly version: string };
  readonly resource: Resource;
  readonly now: () => number;
}

export function createMeters({ scope, resource, now }: MetersOptions): Meters {
  const families: Family[] = [];
  const began = timeOf(now());
  const familyOf = (name: string, unit: string, boundaries: readonly number[] | null): Family => {
    const family = { name, unit, boundaries, rows: new Map<string, State>() };
    families.push(family);
    return family;
  };
  return {
    histogram: (name, unit, boundaries) => {
      const family = familyOf(name, unit, boundaries);
      return (attributes) => {
        const state = rowIn(family, attributes, boundaries.length + 1);
        return {
          add: (value) => {
            let bucket = 0;
            while (bucket < boundaries.length && value > (boundaries[bucket] ?? 0)) bucket++;
            state.counts[bucket] = (state.counts[bucket] ?? 0) + 1;
            state.sum += value;
            state.count += 1;
          },
        };
      };
    },
    counter: (name, unit) => {
      const family = familyOf(name, unit, null);
      return (attributes) => {
        const state = rowIn(family, attributes, 0);
        return {
          add: (amount) => {
            state.sum += amount;
            state.count += 1;
          },
        };
      };
    },
    producer: (temporality) => {
      const told = new Map<State, Told>();
      let last = began;
      return {
        collect: async () => {
          const end = timeOf(now());
          const start = temporality === AggregationTemporality.DELTA ? last : began;
          last = end;
          const since = (state: State): Told => {
            const before = told.get(state) ?? NOTHING;
            if (temporality === AggregationTemporality.DELTA) told.set(state, { ...state, counts: [...state.counts] });
            return {
              counts: state.counts.map((count, at) => count - (before.counts[at] ?? 0)),
              sum: state.sum - before.sum,
              count: state.count - before.count,
            };
          };
          const metrics = families.flatMap((family) => metricOf(family, { start, end, temporality, since }) ?? []);
          return { resourceMetrics: { resource, scopeMetrics: [{ scope, metrics }] }, errors: [] };
        },
      };
    },
  };
}

type Told = Pick<State, 'counts' | 'sum' | 'count'>;

const NOTHING: Told = { counts: [], sum: 0, count: 0 };

/** The same attributes have one row. */
function rowIn({ rows }: Family, attributes: Attributes, buckets: number): State {
  const key = JSON.stringify(attributes);
  let state = rows.get(key);
  if (state === undefined) {
    state = { attributes, counts: Array.from({ length: buckets }, () => 0), sum: 0, count: 0 };
    rows.set(key, state);
  }
  return state;
}

interface Collected {
  readonly start: HrTime;
  readonly end: HrTime;
  readonly temporality: AggregationTemporality;
  /** What is told of a row now. */
  readonly since: (state: State) => Told;
}

/** Null: nothing was counted. */
function metricOf(family: Family, { start, end, temporality, since }: Collected): MetricData | null {
  const { name, unit, boundaries, rows } = family;
  const told = [...rows.values()]
    .map((state) => ({ attributes: state.attributes, ...since(state) }))
    .filter(({ count }) => count > 0);
  if (told.length === 0) return null;
  const base = {
    descriptor: { name, unit, description: '', valueType: ValueType.DOUBLE },
    aggregationTemporality: temporality,
  };
  if (boundaries === null) {
    const dataPoints: DataPoint<number>[] = told.map(({ attributes, sum }) => ({
      startTime: start,
      endTime: end,
      attributes,
      value: sum,
    }));
    return { ...base, dataPointType: DataPointType.SUM, isMonotonic: true, dataPoints };
  }
  const dataPoints: DataPoint<Histogram>[] = told.map(({ attributes, counts, sum, count }) => ({
    startTime: start,
    endTime: end,
    attributes,
    value: { buckets: { boundaries: [...boundaries], counts }, sum, count },
  }));
  return { ...base, dataPointType: DataPointType.HISTOGRAM, dataPoints };
}

function timeOf(milliseconds: number): HrTime {
  return [Math.floor(milliseconds / 1_000), Math.round((milliseconds % 1_000) * 1_000_000)];
}

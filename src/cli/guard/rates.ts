import { isJsonObject, type JsonObject, member } from '../../kernel/json.ts';
import { CONTEXT_FIELDS } from './context.ts';

/** A row of `{id, text, label, kind, want?, origin?, channel?, …}`. */
export interface Row {
  readonly text: string;
  /** Whether something should be found. */
  readonly positive: boolean;
  readonly kind: string;
  readonly want: readonly { readonly type: string; readonly start: number; readonly end: number }[];
  /** What else the guard is told of the text: who wrote it, where it goes. */
  readonly more: JsonObject;
}

const MORE = [...CONTEXT_FIELDS, 'policy', 'context', 'schema'];

/** The row in a line of JSON; what is wrong with it otherwise. */
export function rowIn(line: Uint8Array): Row | string {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line));
  } catch {
    return 'this is not JSON in UTF-8';
  }
  const [text, label, kind] = [member(value, 'text'), member(value, 'label'), member(value, 'kind')];
  if (typeof text !== 'string') return 'text is missing';
  if (label !== 0 && label !== 1 && typeof label !== 'boolean') return 'label must be 0 or 1';
  const want = wantedIn(member(value, 'want'));
  if (typeof want === 'string') return want;
  return {
    text,
    positive: label === 1 || label === true,
    kind: typeof kind === 'string' ? kind : 'all',
    want,
    more: isJsonObject(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => MORE.includes(name))) : {},
  };
}

/** What is wanted, or what is wrong with it: a row that wants something in another form would be counted as if it wanted nothing. */
function wantedIn(value: unknown): Row['want'] | string {
  if (value === undefined || value === null) return [];
  const spans = Array.isArray(value) ? value.map(wanted) : [null];
  return spans.every((span) => span !== null) ? spans : 'want must be a list of {type, start, end}, in code points';
}

function wanted(value: unknown): Row['want'][number] | null {
  const [type, start, end] = [member(value, 'type'), member(value, 'start'), member(value, 'end')];
  if (typeof type !== 'string' || typeof start !== 'number' || typeof end !== 'number') return null;
  return start >= 0 && end >= start ? { type, start, end } : null;
}

/** What one kind of rows came to. */
export interface Rate {
  readonly kind: string;
  readonly rows: number;
  /** Of the rows where something should be found, those where it was. */
  readonly positives: number;
  readonly found: number;
  readonly negatives: number;
  readonly falseAlarms: number;
  /** Of these, those where the policy does something: a finding that is only noted lets a text go on as it is. */
  readonly actedUpon: number;
  /** Of the spans that were asked for, those touched by any finding, and by one of the type. */
  readonly spans: number;
  readonly touched: number;
  readonly typed: number;
  /** Milliseconds of a message; of one that is longer than a kilobyte, of each kilobyte. */
  readonly p50: number;
  readonly p99: number;
  readonly megabytesASecond: number;
}

export interface Judged {
  readonly row: Row;
  /** Whether the answer is other than `allow`. */
  readonly acted: boolean;
  /** In code points. */
  readonly findings: readonly { readonly type: string; readonly start: number; readonly end: number }[];
  readonly milliseconds: number;
  readonly bytes: number;
}

/** Counts by kind, and all together last. */
export function ratesOf(judged: readonly Judged[]): readonly Rate[] {
  const kinds = [...new Set(judged.map(({ row }) => row.kind))].sort();
  const each = kinds.map((kind) =>
    rateOf(
      kind,
      judged.filter(({ row }) => row.kind === kind),
    ),
  );
  return kinds.length < 2 ? each : [...each, rateOf('all', judged)];
}

function rateOf(kind: string, judged: readonly Judged[]): Rate {
  const hits = (positive: boolean) => judged.filter(({ row }) => row.positive === positive);
  const found = (list: readonly Judged[]) => list.filter(({ findings }) => findings.length > 0).length;
  const perKilobyte = judged
    .map(({ milliseconds, bytes }) => milliseconds / Math.max(1, bytes / 1024))
    .sort((a, b) => a - b);
  const spans = judged.flatMap(({ row, findings }) =>
    row.want.map((want) =>
      findings.filter(({ start, end }) => start < want.end && want.start < end).map(({ type }) => type === want.type),
    ),
  );
  const total = (of: (one: Judged) => number) => judged.reduce((sum, one) => sum + of(one), 0);
  return {
    kind,
    rows: judged.length,
    positives: hits(true).length,
    found: found(hits(true)),
    negatives: hits(false).length,
    falseAlarms: found(hits(false)),
    actedUpon: hits(false).filter(({ acted }) => acted).length,
    spans: spans.length,
    touched: spans.filter((types) => types.length > 0).length,
    typed: spans.filter((types) => types.includes(true)).length,
    p50: quantile(perKilobyte, 0.5),
    p99: quantile(perKilobyte, 0.99),
    megabytesASecond:
      total(({ bytes }) => bytes) /
      1000 /
      Math.max(
        0.001,
        total(({ milliseconds }) => milliseconds),
      ),
  };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

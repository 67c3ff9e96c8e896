import { warm } from '../../guard/warm.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { nearest } from '../../kernel/nearest.ts';
import { printable } from '../../kernel/printable.ts';
import type { Io } from '../io.ts';
import { answerLine } from './answer.ts';
import { linesOf } from './lines.ts';
import type { Guards } from './question.ts';
import { type Judged, type Rate, ratesOf, rowIn } from './rates.ts';

interface TestCall {
  readonly rows: string;
  readonly format: string;
  readonly guards: Guards;
}

/** Runs a file of rows through the same door as everybody's, and gives the table. Throws `call-invalid`. */
export async function testRows(io: Io, { rows, format, guards }: TestCall): Promise<string> {
  const judged: Judged[] = [];
  let number = 0;
  // What the first message of a process waits for is no time of the first row's.
  for (const guard of guards.byPolicy.values()) warm(guard);
  for await (const lines of linesOf(io.readChunks(rows))) {
    for (const line of lines) {
      number++;
      if (line?.length === 0) continue;
      const row = line === null ? 'the line is too long' : rowIn(line);
      if (typeof row === 'string') throw new WeighbridgeError('call-invalid', `${rows}:${number}: ${row}`);
      const answer = await judge(row, guards);
      if (typeof answer === 'string') throw new WeighbridgeError('call-invalid', `${rows}:${number}: ${answer}`);
      judged.push(answer);
    }
  }
  if (judged.length === 0) throw new WeighbridgeError('call-invalid', `${rows} holds no row`);
  for (const note of await unknownTypes(judged, guards)) io.stderr.write(`note: ${note}\n`);
  const rates = ratesOf(judged);
  return format === 'json'
    ? `${JSON.stringify(rates, null, 2)}\n`
    : table(rates, io.stdout.isTTY ? io.stdout.columns : Infinity);
}

const MOST_NOTES = 20;

/**
 * What rows want that no detector of ours tells. Sets of others have types of their own beside those of a detector, so that the
 * rows are counted all the same; whoever mistyped one should hear of it.
 */
async function unknownTypes(judged: readonly Judged[], { byPolicy }: Guards): Promise<readonly string[]> {
  const counts = new Map<string, number>();
  for (const { row } of judged) for (const { type } of row.want) counts.set(type, (counts.get(type) ?? 0) + 1);
  if (counts.size === 0) return [];
  const [{ DETECTORS }, { OWN_TYPES }] = await Promise.all([
    import('../../guard/detectors/table.ts'),
    import('../../guard/own-types.ts'),
  ]);
  const known = new Set([...DETECTORS.flatMap((detector) => detector.types), ...OWN_TYPES].map(({ type }) => type));
  for (const { policy } of byPolicy.values())
    for (const [kind, rows] of [
      ['term', policy.terms],
      ['form', policy.forms],
      ['judge', policy.judges],
      ['classifier', policy.classifiers],
    ] as const)
      for (const { id } of rows) known.add(`${kind}/${id}`);
  const unknown = [...counts].filter(([type]) => !known.has(type));
  const more = unknown.length - MOST_NOTES;
  return [
    ...unknown
      .slice(0, MOST_NOTES)
      .map(([type, count]) =>
        printable(`there is no type ${type}, which rows want (${count})${meant(nearest(type, known))}`),
      ),
    ...(more > 0 ? [`${more} more types that rows want do not exist`] : []),
  ];
}

function meant(near: string | undefined): string {
  return near === undefined ? '' : `; did you mean ${near}?`;
}

interface Answer {
  readonly action: string;
  readonly findings: Judged['findings'];
  readonly error?: string;
}

/** Or what is wrong with the row: what is refused was not found. */
async function judge(row: Judged['row'], guards: Guards): Promise<Judged | string> {
  const line = Buffer.from(JSON.stringify({ ...row.more, text: row.text }));
  const started = guards.clock();
  const { action, findings, error } = JSON.parse(await answerLine(line, guards)) as Answer;
  const milliseconds = guards.clock() - started;
  if (error !== undefined) return error;
  return { row, acted: action !== 'allow', findings, milliseconds, bytes: Buffer.byteLength(row.text) };
}

/** Milliseconds are those of a message; of one that is longer than a kilobyte, of each kilobyte. */
const HEADS = ['kind', 'rows', 'recall', 'false alarms', 'acted upon', 'spans', 'typed', 'ms p50', 'p99', 'MB/s'];

/** The same for a terminal that is too narrow for both shares and counts. */
const NARROW = ['kind', 'rows', 'recall', 'alarms', 'acted', 'spans', 'typed', 'ms p50', 'p99', 'MB/s'];

/** Rates as a table of this width, if it can be had. */
export function table(rates: readonly Rate[], width: number): string {
  const whole = tableOf([HEADS, ...rates.map(cells)]);
  if (whole.split('\n').every((line) => line.length <= width)) return whole;
  return tableOf([NARROW, ...rates.map((rate) => cells(rate).map((cell) => cell.replace(/% .*$/, '%')))]);
}

function tableOf(lines: readonly (readonly string[])[]): string {
  const widths = HEADS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0);
  return lines.map((line) => `${line.map(pad).join('  ').trimEnd()}\n`).join('');
}

function cells(rate: Rate): readonly string[] {
  return [
    rate.kind,
    String(rate.rows),
    share(rate.found, rate.positives),
    share(rate.falseAlarms, rate.negatives),
    share(rate.actedUpon, rate.negatives),
    share(rate.touched, rate.spans),
    share(rate.typed, rate.spans),
    rate.p50.toFixed(3),
    rate.p99.toFixed(3),
    rate.megabytesASecond.toFixed(2),
  ];
}

function share(part: number, of: number): string {
  return of === 0 ? '-' : `${((100 * part) / of).toFixed(1)}% ${part}/${of}`;
}

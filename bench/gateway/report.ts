import { median } from '../pairs.ts';
import { type Figures, ratiosOf } from './measure.ts';

/** What each load was measured to cost. */
export interface Measured {
  /** `JSON 1 KB, 32 at once`. */
  readonly load: string;
  readonly kind: string;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly name: string;
  readonly role: 'direct' | 'bare' | 'none' | 'light' | 'all' | 'peer';
  readonly figures: Figures;
}

export const COSTS =
  '| load | proxy | CPU µs a call | times bare | from - to | p50 ms | added p50 | p99 ms |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |';

export function costRows({ load, rows }: Measured): string {
  const [direct, bare] = [figuresOf(rows, 'direct'), figuresOf(rows, 'bare')];
  return rows
    .map(({ name, role, figures }) => {
      const [p50, p99] = [median(figures.p50), median(figures.p99)];
      const ratios = ratiosOf(figures, bare);
      const cells =
        role === 'direct'
          ? ['', '', '', p50.toFixed(2), '']
          : [
              median(figures.cpu).toFixed(0),
              median(ratios).toFixed(2),
              role === 'bare' ? '' : rangeOf(ratios),
              p50.toFixed(2),
              (p50 - median(direct.p50)).toFixed(2),
            ];
      return `| ${load} | ${name} | ${cells.join(' | ')} | ${p99.toFixed(2)} |`;
    })
    .join('\n');
}

const AIMS = [
  { of: 'JSON 1 KB', bare: 1.5, peer: 10 },
  { of: 'JSON 32 KB', bare: 2.5, peer: 8 },
  { of: 'stream 1 KB', bare: 1.5, peer: 4 },
];

/** Each aim and whether it was met: by the median of the rounds. */
export function aimsTable(measured: readonly Measured[]): string {
  const rows = AIMS.flatMap(({ of, bare, peer }) =>
    measured
      .filter(({ kind }) => kind === of)
      .map(({ load, rows }) => {
        const light = figuresOf(rows, 'light');
        const times = ratiosOf(light, figuresOf(rows, 'bare'));
        const beside = ratiosOf(figuresOf(rows, 'peer'), light);
        const own = [median(times).toFixed(2), rangeOf(times), bare, median(times) <= bare ? 'met' : 'missed'];
        const peers =
          beside.length === 0
            ? ['', peer, '']
            : [median(beside).toFixed(1), peer, median(beside) >= peer ? 'met' : 'missed'];
        return `| ${[load, ...own, ...peers].join(' | ')} |`;
      }),
  );
  return `The aims, of the gateway with the light set:\n\n| load | times bare | from - to | at most | | Portkey costs so many times ours | at least | |\n| --- | ---: | ---: | ---: | --- | ---: | ---: | --- |\n${rows.join('\n')}`;
}

/** `alone`: microseconds that the guard alone takes for the texts of a call and of its answer. */
export function addedRow({ load, rows }: Measured, alone: number): string {
  const all = figuresOf(rows, 'all');
  const more = median(all.cpu) - median(figuresOf(rows, 'none').cpu);
  return `| ${load} | ${more.toFixed(0)} | ${alone.toFixed(0)} | ${(more / alone).toFixed(2)} | ${median(all.p50).toFixed(2)} |`;
}

export const ADDED =
  'What every detector adds to a call, beside what the guard alone takes for its texts:\n\n| load | added µs | guard alone µs | times | p50 ms |\n| --- | ---: | ---: | ---: | ---: |';

export function figuresOf(rows: readonly Row[], role: Row['role']): Figures {
  return rows.find((row) => row.role === role)?.figures ?? NONE;
}

const NONE: Figures = { cpu: [], p50: [], p99: [] };

function rangeOf(sorted: readonly number[]): string {
  return `${(sorted[0] ?? Number.NaN).toFixed(2)} - ${(sorted.at(-1) ?? Number.NaN).toFixed(2)}`;
}

import type { Progress } from '../../contract/progress.ts';
import { middleCut, printable } from '../../kernel/printable.ts';
import { formatBytes, formatCount } from '../../reports/words.ts';
import type { Io } from '../io.ts';
import { type Paper, paperFor } from './paper.ts';

/** Redrawn at most so often, in milliseconds. */
const REDRAW = 100;
const BAR = 30;

export interface TerminalProgress extends Progress {
  /** Takes the line away before something else is written; the next update draws it again. */
  hide(): void;
}

interface State {
  step: string;
  since: number;
  drawn: number;
}

/** On a terminal one line, drawn over itself; elsewhere one plain line a step. Standard error either way. */
export function terminalProgress(io: Pick<Io, 'stderr' | 'env' | 'monotonic'>): TerminalProgress {
  const paper = paperFor(io.stderr, io.env);
  const live = io.stderr.isTTY && io.env.TERM !== 'dumb';
  const state: State = { step: '', since: 0, drawn: Number.NEGATIVE_INFINITY };
  const draw = (line: string): void => {
    if (live) io.stderr.write(`\r\u001b[2K${line}`);
  };
  return {
    hide: () => draw(''),
    start: (step) => {
      Object.assign(state, { step, since: io.monotonic(), drawn: Number.NEGATIVE_INFINITY });
      draw(paper.dim(step.padEnd(10)));
    },
    update: (update) => {
      if (!live || io.monotonic() - state.drawn < REDRAW) return;
      state.drawn = io.monotonic();
      draw(barLine(state.step, update, paper));
    },
    notice: (text) => {
      if (live) draw(paper.dim(`${state.step.padEnd(10)} ${printable(text)}`));
      else io.stderr.write(`${state.step}: ${printable(text)}\n`);
    },
    end: (summary) => {
      const seconds = `${((io.monotonic() - state.since) / 1000).toFixed(1)} s`;
      if (live) draw(`${paper.dim(spread(`${state.step.padEnd(10)} ${printable(summary)}`, seconds, paper.width))}\n`);
      else io.stderr.write(`${state.step} done ${seconds}: ${printable(summary)}\n`);
    },
  };
}

function barLine(step: string, update: Parameters<Progress['update']>[0], paper: Paper): string {
  const { done, total, unit, note } = update;
  const filled = total === 0 ? BAR : Math.min(BAR, Math.floor((done / total) * BAR));
  const bar = `[${'#'.repeat(filled)}${'.'.repeat(BAR - filled)}]`;
  const shown =
    unit === 'bytes'
      ? `${formatBytes(done)} of ${formatBytes(total)}`
      : `${formatCount(done)} of ${formatCount(total)} ${unit}`;
  const room = paper.width - 11 - bar.length - shown.length - 6;
  const name = note === undefined || room < 8 ? '' : `  ${middleCut(printable(note), room)}`;
  return `${step.padEnd(10)} ${bar} ${shown}${paper.dim(name)}`;
}

function spread(left: string, right: string, width: number): string {
  return `${left}${' '.repeat(Math.max(1, width - left.length - right.length))}${right}`;
}

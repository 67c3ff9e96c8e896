import { fork } from 'node:child_process';
import type { Seen, Wanted } from './load.ts';
import type { Order, Report } from './load-process.ts';
import type { Odd } from './odd.ts';

/** The callers, in a process of their own: what they do is not in the times that are measured here. */
export function startCallers(wanted: Wanted) {
  const child = fork('build/soak/load-process.js');
  let seen: Seen = { asked: 0, right: 0, wrong: 0, refused: new Map(), left: 0 };
  const odd: Odd[] = [];
  const over = new Promise<void>((resolve) => {
    child.on('message', (report: Report) => {
      seen = { ...report, refused: new Map(report.refused) };
      odd.push(...report.odd);
      if (!report.over) return;
      child.disconnect();
      resolve();
    });
    child.once('exit', (code) => {
      if (code !== 0) console.error(`the callers ended with ${code}`);
      resolve();
    });
  });
  child.send(wanted);
  const tell = (order: Order): void => void (child.connected && child.send(order));
  return {
    seen: () => seen,
    odd,
    over,
    stop: () => tell('stop'),
    pace: (pace: number | null) => tell({ pace }),
  };
}

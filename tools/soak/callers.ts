import { fork } from 'node:child_process';
import type { Seen, Wanted } from './load.ts';
import type { Order, Report } from './load-process.ts';

/** The callers, in a process of their own: what they do is not in the times that are measured here. */
export function startCallers(wanted: Wanted) {
  const child = fork('build/soak/load-process.js');
  let seen: Seen = { asked: 0, right: 0, wrong: 0, samples: [], refused: new Map(), left: 0 };
  const over = new Promise<void>((resolve, reject) => {
    child.on('message', (report: Report) => {
      seen = { ...report, refused: new Map(report.refused) };
      if (!report.over) return;
      child.disconnect();
      resolve();
    });
    child.once('exit', (code) => reject(new Error(`the callers ended with ${code}`)));
  });
  child.send(wanted);
  const tell = (order: Order): void => void (child.connected && child.send(order));
  return { seen: () => seen, over, stop: () => tell('stop'), pace: (pace: number | null) => tell({ pace }) };
}

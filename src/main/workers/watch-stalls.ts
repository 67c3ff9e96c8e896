import { Session } from 'node:inspector';
import { parentPort, workerData } from 'node:worker_threads';
import { startQuiet } from '../../adapters/isolation/quiet.ts';
import type { StallTask } from '../../adapters/isolation/stall-watch.ts';
import { worked as processWorked, workedBy } from '../../adapters/process/worked.ts';

const { beats, milliseconds } = workerData as StallTask;
const LOOK_MILLISECONDS = 250;

/** The main thread is called as the process is. */
const main = String(process.pid);
const worked = (): number => workedBy(main) ?? processWorked();

let heard = 0;
let quiet = startQuiet(milliseconds, worked());
let looking: NodeJS.Timeout | undefined;

parentPort?.on('message', (told: unknown) => {
  clearInterval(looking);
  quiet = startQuiet(milliseconds, worked());
  if (told === 'watch') looking = setInterval(look, LOOK_MILLISECONDS);
});

function look(): void {
  const now = Atomics.load(beats, 0);
  if (now !== heard) quiet = startQuiet(milliseconds, worked());
  heard = now;
  if (!quiet.isTooLong(LOOK_MILLISECONDS, worked())) return;
  quiet = startQuiet(milliseconds, worked());
  endWhatRuns();
}

function endWhatRuns(): void {
  const session = new Session();
  session.connectToMainThread();
  session.post('Runtime.terminateExecution', () => {
    parentPort?.postMessage('stalled');
    session.disconnect();
  });
}

import { Session } from 'node:inspector';
import { parentPort, workerData } from 'node:worker_threads';
import type { StallTask } from '../../adapters/isolation/stall-watch.ts';

const { beats, milliseconds } = workerData as StallTask;
const LOOK_MILLISECONDS = 250;

let [heard, quiet] = [0, 0];
let looking: NodeJS.Timeout | undefined;

parentPort?.on('message', (told: unknown) => {
  clearInterval(looking);
  quiet = 0;
  if (told === 'watch') looking = setInterval(look, LOOK_MILLISECONDS);
});

/** Counts its own looks, not the clock: where the whole machine stood still, so did this thread. */
function look(): void {
  const now = Atomics.load(beats, 0);
  quiet = now === heard ? quiet + 1 : 0;
  heard = now;
  if (quiet * LOOK_MILLISECONDS < milliseconds) return;
  quiet = 0;
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

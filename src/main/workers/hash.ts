import { parentPort } from 'node:worker_threads';
import { hashFile } from '../../adapters/hashing/hash-file.ts';
import type { HashReport, HashTask } from '../../adapters/hashing/worker-hasher.ts';

/** Progress is told each so many bytes: often enough for a bar, seldom enough to cost nothing. */
const TELL_EVERY = 32 * 1024 * 1024;
const block = Buffer.allocUnsafe(4 * 1024 * 1024);

parentPort?.on('message', ({ path, size }: HashTask) => {
  let untold = 0;
  const tell = (report: HashReport): void => parentPort?.postMessage(report);
  const result = hashFile(
    path,
    size,
    (bytes) => {
      untold += bytes;
      if (untold < TELL_EVERY) return;
      tell({ kind: 'bytes', bytes: untold });
      untold = 0;
    },
    block,
  );
  tell({ kind: 'bytes', bytes: untold });
  tell({ kind: 'file', result });
});

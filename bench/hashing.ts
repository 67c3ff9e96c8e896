import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sparseSafetensors } from './make-large.ts';
import { table, timeInTurn } from './pairs.ts';

/**
 * Digest and layout of large safetensors, next to openssl's plain SHA-256 of the same bytes. Aims: 1.2 times openssl for
 * one file of 2 GB; 0.65 of one thread's time for the same bytes as four shards on two cores; 200 MB.
 */
const GB = 1_000_000_000;
const scratch = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'weighbridge-bench-'));
const node = process.execPath;
try {
  const one = sparseSafetensors(join(scratch, 'model.safetensors'), 2 * GB);
  mkdirSync(join(scratch, 'four'));
  const shards = [1, 2, 3, 4].map((at) =>
    sparseSafetensors(join(scratch, 'four', `model-0000${at}-of-00004.safetensors`), GB / 2),
  );
  const openssl = timeInTurn(
    [
      { name: 'openssl dgst -sha256, 2 GB', command: ['openssl', 'dgst', '-sha256', one] },
      { name: 'weighbridge scan, 2 GB in one file', command: [node, 'dist/bin.js', 'scan', '--quiet', one] },
    ],
    5,
  );
  console.log(`Digest and layout of 2 GB, Node ${process.version}\n\n${table(openssl)}\n`);
  const spread = timeInTurn(
    [
      { name: 'one thread: 2 GB in one file', command: [node, 'dist/bin.js', 'scan', '--quiet', one] },
      { name: 'four shards, all cores', command: [node, 'dist/bin.js', 'scan', '--quiet', join(scratch, 'four')] },
    ],
    5,
  );
  console.log(`The same bytes as four shards (${shards.length} files)\n\n${table(spread)}`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { table, timeInTurn } from './pairs.ts';

/** How long the commands take from nothing, next to the bare start of Node. Aims: 2, 4 and 8 times it. */
const home = mkdtempSync(join(tmpdir(), 'weighbridge-bench-'));
process.env.WEIGHBRIDGE_HOME = home;
const example = 'examples/models/plover-1m';
const node = process.execPath;
const timed = timeInTurn(
  [
    { name: 'node -e 0', command: [node, '-e', '0'] },
    { name: '--version', command: [node, 'dist/bin.js', '--version'] },
    { name: 'scan', command: [node, 'dist/bin.js', 'scan', example] },
    { name: 'vet', command: [node, 'dist/bin.js', 'vet', example] },
  ],
  15,
);
console.log(`Cold start, Node ${process.version}, example of 0.9 MB\n\n${table(timed)}`);
rmSync(home, { recursive: true });

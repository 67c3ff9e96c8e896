import { randomFillSync } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numbers, sparseSafetensors, sparseTorchZip, zlibJoblib } from './make-large.ts';
import { type Contestant, table, timeInTurn } from './pairs.ts';

/**
 * Weighbridge next to its peers, in one run: BENCH_PEERS names the folders where their programs lie, separated by colons
 * (`pip install modelscan picklescan fickling modelaudit`). What is not there is left out, and said.
 */
const scratch = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'weighbridge-bench-'));
const node = process.execPath;
const ours = (path: string): Contestant => ({
  name: 'weighbridge',
  command: [node, 'dist/bin.js', 'scan', '--quiet', path],
});

const PEERS: Readonly<Record<string, (path: string) => readonly string[]>> = {
  picklescan: (path) => ['--path', path],
  modelscan: (path) => ['-p', path],
  fickling: (path) => ['--check-safety', path],
  modelaudit: (path) => ['scan', path],
};

function peersOn(path: string, without: readonly string[] = []): readonly Contestant[] {
  return Object.entries(PEERS).flatMap(([name, args]) => {
    const folder = (process.env.BENCH_PEERS ?? '').split(':').find((candidate) => existsSync(join(candidate, name)));
    if (without.includes(name)) return [];
    if (folder === undefined) {
      console.log(`left out: ${name} is not installed (BENCH_PEERS)`);
      return [];
    }
    // Their codes for findings differ; what they find in harmless files is their affair.
    return [{ name, command: [join(folder, name), ...args(path)], expected: [0, 1, 2, 3] }];
  });
}

function round(
  title: string,
  path: string,
  rounds: number,
  base: readonly Contestant[],
  without: readonly string[] = [],
): void {
  console.log(`## ${title}\n\n${table(timeInTurn([...base, ours(path), ...peersOn(path, without)], rounds))}\n`);
}

try {
  const many = join(scratch, 'pickles');
  mkdirSync(many);
  for (let at = 0; at < 500; at++) writeFileSync(join(many, `${at}.pkl`), smallPickle(at));
  round('500 small pickles in one call', many, 5, [], ['fickling']);

  const safetensors = sparseSafetensors(join(scratch, 'model.safetensors'), 2_000_000_000);
  const hash = `const {createHash}=require('crypto'),fs=require('fs'),h=createHash('sha256'),b=Buffer.allocUnsafe(4<<20),f=fs.openSync(process.argv[1]);for(let n;(n=fs.readSync(f,b,0,b.length))>0;)h.update(b.subarray(0,n));h.digest()`;
  const plain: Contestant = { name: 'node:crypto SHA-256, 4 MiB reads', command: [node, '-e', hash, safetensors] };
  round('2 GB safetensors, hashed and proved', safetensors, 3, [plain]);

  const torch = sparseTorchZip(join(scratch, 'pytorch_model.bin'), 2_000_000_000);
  round('2 GB PyTorch zip', torch, 3, [{ ...plain, command: [node, '-e', hash, torch] }], ['modelaudit']);

  const inflate = `const z=require('zlib'),fs=require('fs');fs.createReadStream(process.argv[1],{highWaterMark:1<<20}).pipe(z.createInflate({chunkSize:1<<20})).on('data',()=>{})`;
  // Noise does not compress: zlib only copies it then, and everything around it weighs more.
  for (const [title, payload] of [
    ['300 MB joblib, zlib, numbers', numbers(300_000_000)],
    ['300 MB joblib, zlib, noise', randomFillSync(Buffer.allocUnsafe(300_000_000))],
  ] as const) {
    const joblib = zlibJoblib(join(scratch, 'model.joblib'), payload);
    const plain: Contestant = { name: 'plain zlib inflate', command: [node, '-e', inflate, joblib] };
    round(title, joblib, 3, [plain], ['modelaudit']);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** `{'weight': [n, n+1, …]}` as protocol 2 writes it: what a small configuration or vocabulary looks like. */
function smallPickle(at: number): Buffer {
  const numbers = Array.from({ length: 50 }, (_, index) =>
    Buffer.from([0x4d, (at + index) & 0xff, ((at + index) >> 8) & 0xff]),
  );
  return Buffer.concat([
    Buffer.from([0x80, 2, 0x7d, 0x71, 0, 0x58, 6, 0, 0, 0]),
    Buffer.from('weight'),
    Buffer.from([0x71, 1, 0x5d, 0x71, 2, 0x28]),
    ...numbers,
    Buffer.from([0x65, 0x73, 0x2e]),
  ]);
}

import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sparseSafetensors } from './make-large.ts';

/**
 * `vet` on a repository of 2,000 files that asks for 300 packages, without a network, the index warm: CPU time next to that
 * of hashing the same bytes in a process of its own. The aim is 2 s over hashing. BENCH_ADVISORIES names a folder or an
 * archive of real OSV records of PyPI; without it the index holds generated ones, and that is said.
 */
const scratch = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'weighbridge-bench-'));
const env = { ...process.env, WEIGHBRIDGE_HOME: join(scratch, 'home'), WEIGHBRIDGE_ADVISORY_DAYS: '9999' };
const ROUNDS = 5;

/** Hashes every file below a folder, as plainly as can be. */
const HASH = `const {createHash}=require('crypto'),fs=require('fs'),p=require('path');for(const f of fs.readdirSync(process.argv[1],{recursive:true})){const q=p.join(process.argv[1],f);if(!fs.statSync(q).isFile())continue;const h=createHash('sha256'),b=Buffer.allocUnsafe(1<<20),d=fs.openSync(q);for(let n;(n=fs.readSync(d,b,0,b.length))>0;)h.update(b.subarray(0,n));fs.closeSync(d);h.digest()}`;

try {
  const real = process.env.BENCH_ADVISORIES;
  const records = real ?? generatedRecords(join(scratch, 'records'), 5000);
  run(['advisories', 'update', '--from', records, '--quiet']);
  console.log(execFileSync(process.execPath, ['dist/bin.js', 'advisories', 'list'], { env, encoding: 'utf8' }).trim());
  if (real === undefined) console.log('generated advisories: BENCH_ADVISORIES names real ones');
  const packages = packagesIn(join(scratch, 'home', 'advisories', 'shards')).slice(0, 300);
  const folder = repository(join(scratch, 'model'), packages);
  const hashing = cpuOf(['-e', HASH, folder]);
  const vetting = cpuOf(['dist/bin.js', 'vet', folder, '--quiet', '--no-keep']);
  const over = vetting.map((one, at) => one - (hashing[at] ?? 0));
  const listed = readdirSync(folder, { recursive: true }).filter((name) =>
    statSync(join(folder, String(name))).isFile(),
  );
  console.log(`${listed.length} files, ${packages.length} packages, ${ROUNDS} rounds, Node ${process.version}`);
  console.log(`hashing  ${spell(hashing)}\nvet      ${spell(vetting)}\nover     ${spell(over)} (aim: 2.00 s)`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function run(args: readonly string[]): void {
  execFileSync(process.execPath, ['dist/bin.js', ...args], { env, stdio: 'inherit' });
}

/** User and system time of each round, in seconds; the first round only warms the disk. */
function cpuOf(args: readonly string[]): readonly number[] {
  const spent: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const seconds = timed(args);
    if (round > 0) spent.push(seconds);
  }
  return spent;
}

function timed(args: readonly string[]): number {
  const time = join(scratch, 'time');
  const { status } = spawnSync('/usr/bin/time', ['-o', time, '-f', '%U %S', process.execPath, ...args], {
    env,
    stdio: 'ignore',
  });
  // Any verdict will do; what failed did other work than what is timed.
  if (![0, 1, 3].includes(status ?? -1)) throw new Error(`${args[0]} ended with ${status}`);
  const line = readFileSync(time, 'utf8').trim().split('\n').at(-1) ?? '';
  return line.split(' ').reduce((sum, part) => sum + Number(part), 0);
}

function spell(seconds: readonly number[]): string {
  const sorted = seconds.toSorted((a, b) => a - b);
  return `median ${(sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(2)} s, ${(sorted[0] ?? 0).toFixed(2)}-${(sorted.at(-1) ?? 0).toFixed(2)}`;
}

/** Names that the index knows, in the order of their digests, so that they are no letter's neighbours. */
function packagesIn(shards: string): readonly string[] {
  const names = readdirSync(shards).flatMap((file) =>
    readFileSync(join(shards, file), 'utf8')
      .split('\n')
      .flatMap((line) => (line.includes('"versions":') ? [line.slice(0, line.indexOf('\t'))] : [])),
  );
  const key = (name: string): string => createHash('sha256').update(`bench ${name}`).digest('hex');
  return [...new Set(names)].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** One model of 100 MB in two files, and what grows around one: code, settings, documents, data. */
function repository(folder: string, packages: readonly string[]): string {
  mkdirSync(folder);
  sparseSafetensors(join(folder, 'model-00001-of-00002.safetensors'), 50_000_000);
  sparseSafetensors(join(folder, 'model-00002-of-00002.safetensors'), 50_000_000);
  put(folder, 'config.json', JSON.stringify({ model_type: 'llama', transformers_version: '4.38.0' }));
  put(folder, 'README.md', '---\nlicense: apache-2.0\n---\n# A model\n');
  const asked = packages.map((name, at) =>
    at % 3 === 0 ? `${name}==1.0.${at}` : at % 3 === 1 ? `${name}>=0.${at}` : name,
  );
  put(folder, 'requirements.txt', `${asked.join('\n')}\n`);
  for (let at = 0; at < 1995; at++) {
    const text = `${'Some words about the model and what it is for. '.repeat(10)}\n`.repeat(1 + (at % 8));
    if (at % 4 === 0)
      put(
        folder,
        `code/part-${at % 50}/module_${at}.py`,
        `import os, numpy\nimport torch.nn as nn\n\n${functions(at)}`,
      );
    if (at % 8 === 1)
      put(
        folder,
        `configs/run-${at}.yaml`,
        `name: run-${at}\nsteps: ${at}\nlayers:\n${'  - {size: 768, heads: 12}\n'.repeat(20)}`,
      );
    if (at % 4 === 2 || at % 8 === 5) put(folder, `docs/page-${at}.md`, `# Page ${at}\n\n${text}`);
    if (at % 4 === 3)
      put(
        folder,
        `data/rows-${at}.json`,
        JSON.stringify({ rows: Array.from({ length: 50 }, (_, row) => ({ row, text: `row ${row} of ${at}` })) }),
      );
  }
  return folder;
}

function functions(at: number): string {
  return Array.from(
    { length: 10 },
    (_, one) => `def f_${at}_${one}(x, y=${one}):\n    return torch.relu(x) + y\n`,
  ).join('\n');
}

function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Records of made-up packages, as OSV would have them. */
function generatedRecords(folder: string, count: number): string {
  mkdirSync(folder);
  for (let at = 0; at < count; at++) {
    const id = `PYSEC-2026-${at}`;
    const versions = Array.from({ length: 40 }, (_, one) => `0.${one}.0`);
    const ranges = [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: `1.0.${at % 500}` }] }];
    const affected = [{ package: { ecosystem: 'PyPI', name: `package-${at % 3000}` }, ranges, versions }];
    put(folder, `${id}.json`, JSON.stringify({ id, modified: '2026-11-01T00:00:00Z', summary: 'made up', affected }));
  }
  return folder;
}

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILE_ANALYZERS } from '../src/analyzers/file-table.ts';
import { inspectItem } from '../src/analyzers/run.ts';
import { type ScanVerdict, scanVerdictOf } from '../src/domain/scan.ts';
import { FORMATS } from '../src/formats/table.ts';
import { readFileAs } from '../src/intake/read-file.ts';
import { itemOf, type Listed } from '../src/intake/take-inventory.ts';
import { createBudget } from '../src/kernel/budget.ts';
import { sourceOf } from '../src/kernel/bytes.ts';

/** Files the mutants are made of, and how many mutants at most: `npm run prove:fuzz -- 300 7` is 300 seconds, seed 7. */
const ROOTS = ['test/corpus/genuine', 'test/corpus/crafted', 'examples/models'];
const LARGEST = 200_000;

interface Tally {
  runs: number;
  /** Mutants with findings that were read again with bytes behind them, and those whose findings went away. */
  appended: number;
  readonly vanished: string[];
  readonly verdicts: Map<ScanVerdict, number>;
  readonly faults: string[];
  slowest: { name: string; milliseconds: number };
  peakMB: number;
}

/** Mutates genuine files and reads each mutant as every format that claims it: no crash, no fault of ours, no hang. */
async function main(): Promise<void> {
  const [seconds = 300, seed = 1] = process.argv.slice(2).map(Number);
  const files = ROOTS.flatMap(filesBelow);
  const random = generator(seed);
  const tally: Tally = {
    runs: 0,
    appended: 0,
    vanished: [],
    verdicts: new Map(),
    faults: [],
    slowest: { name: '', milliseconds: 0 },
    peakMB: 0,
  };
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const file = files[Math.floor(random() * files.length)];
    if (file === undefined) continue;
    const mutant = mutated(readFileSync(file), random);
    const verdict = await tryOne(file, mutant, tally);
    if (verdict !== null && verdict !== 'clean' && random() < APPENDED)
      await appendTo(file, mutant, { verdict, random, tally });
  }
  const report = reportOf(tally, { files: files.length, seconds, seed });
  console.log(report);
  writeFileSync('docs/proofs/fuzz.md', report);
  process.exitCode = tally.faults.length + tally.vanished.length === 0 ? 0 : 1;
}

function filesBelow(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => join(root, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size <= LARGEST && !/\.(md|py)$/.test(path))
    .sort();
}

/** Share of the mutants with findings that are read once more with something behind them. */
const APPENDED = 0.5;

interface Before {
  readonly verdict: ScanVerdict;
  readonly random: () => number;
  readonly tally: Tally;
}

/**
 * What was found must not go away when bytes are appended: not to clean, and not from malicious to suspicious. Behind a
 * line feed, since the last word of a text would become another one.
 */
async function appendTo(path: string, bytes: Uint8Array, { verdict, random, tally }: Before): Promise<void> {
  const tail = Uint8Array.from({ length: 1 + Math.floor(random() * 64) }, () => Math.floor(random() * 256));
  const after = await tryOne(path, Buffer.concat([bytes, Buffer.from('\n'), tail]), tally);
  tally.appended++;
  if (after === 'clean' || (verdict === 'malicious' && after === 'suspicious'))
    tally.vanished.push(`${path}: ${verdict} became ${after} behind ${Buffer.from(tail).toString('hex')}`);
}

async function tryOne(path: string, bytes: Uint8Array, tally: Tally): Promise<ScanVerdict | null> {
  const started = performance.now();
  let verdict: ScanVerdict | null = null;
  try {
    const readings = await readFileAs(
      FORMATS,
      path,
      sourceOf(bytes),
      createBudget(() => performance.now()),
    );
    const file: Listed = { kind: 'file', path, size: bytes.length, claim: null };
    const item = itemOf(file, { kind: 'unknown', reason: 'a mutant' }, readings);
    const { findings, broken } = inspectItem(FILE_ANALYZERS, item);
    for (const { analyzer, reason } of broken) tally.faults.push(`${path}: ${analyzer} broke: ${reason}`);
    const ours = readings.unreadable.find(({ message }) => message.startsWith('the reader broke on it'));
    if (ours !== undefined) tally.faults.push(`${path}: ${ours.format}: ${ours.message}`);
    verdict = scanVerdictOf(findings);
    tally.verdicts.set(verdict, (tally.verdicts.get(verdict) ?? 0) + 1);
  } catch (error) {
    tally.faults.push(`${path}: threw ${String(error)}`);
  }
  tally.runs++;
  const milliseconds = performance.now() - started;
  if (milliseconds > tally.slowest.milliseconds) tally.slowest = { name: path, milliseconds };
  if (tally.runs % 100 === 0) tally.peakMB = Math.max(tally.peakMB, process.memoryUsage.rss() / 1e6);
  return verdict;
}

/** One to eight mutations: a bit, a byte, a length field, a cut, a doubled or dropped stretch, foreign bytes. */
function mutated(bytes: Uint8Array, random: () => number): Uint8Array {
  let mutant = Buffer.from(bytes);
  const at = (): number => Math.floor(random() * (mutant.length + 1));
  for (let count = 1 + Math.floor(random() * 8); count > 0 && mutant.length > 0; count--) {
    const place = Math.min(at(), mutant.length - 1);
    const kind = Math.floor(random() * 7);
    if (kind === 0) mutant[place] = (mutant[place] ?? 0) ^ (1 << Math.floor(random() * 8));
    else if (kind === 1) mutant[place] = Math.floor(random() * 256);
    else if (kind === 2) mutant.fill(random() < 0.5 ? 0xff : 0, place, Math.min(mutant.length, place + 8));
    else if (kind === 3) mutant = mutant.subarray(0, place);
    else if (kind === 4) mutant = Buffer.concat([mutant.subarray(0, place), mutant.subarray(Math.floor(place / 2))]);
    else if (kind === 5) mutant = Buffer.concat([mutant.subarray(0, Math.floor(place / 2)), mutant.subarray(place)]);
    else
      mutant = Buffer.concat([
        mutant.subarray(0, place),
        Buffer.from("cos\nsystem\n(S'true'\ntR."),
        mutant.subarray(place),
      ]);
  }
  return mutant.subarray(0, 4 * LARGEST);
}

/** SplitMix32 (Steele, Lea, Flood 2014), so that a run can be made again. */
function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

function reportOf(tally: Tally, setting: { files: number; seconds: number; seed: number }): string {
  const verdicts = [...tally.verdicts].map(([verdict, count]) => `${count} ${verdict}`).join(', ');
  return `# Fuzzing\n\n\`npm run prove:fuzz -- ${setting.seconds} ${setting.seed}\`, ${new Date().toISOString().slice(0, 10)}, Node ${process.version}, 2 shared x86-64 cores.\n\n| what | result |\n| --- | --- |\n| genuine files mutated | ${setting.files} |\n| mutants read as every format, and judged | ${tally.runs} |\n| verdicts | ${verdicts} |\n| readers or analyzers that broke, or threw | ${tally.faults.length} |\n| mutants with findings, read again with bytes appended | ${tally.appended} |\n| of these, findings that went away | ${tally.vanished.length} |\n| slowest mutant | ${tally.slowest.milliseconds.toFixed(0)} ms (${tally.slowest.name}) |\n| most memory | ${tally.peakMB.toFixed(0)} MB |\n${[
    ...new Set([...tally.faults, ...tally.vanished]),
  ]
    .slice(0, 20)
    .map((fault) => `\n- ${fault}`)
    .join('')}`;
}

await main();

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILE_ANALYZERS } from '../src/analyzers/file-table.ts';
import { inspectItem } from '../src/analyzers/run.ts';
import { type ScanVerdict, scanVerdictOf } from '../src/domain/scan.ts';
import { FORMATS } from '../src/formats/table.ts';
import { type FileReadings, readFileAs } from '../src/intake/read-file.ts';
import { itemOf, type Listed } from '../src/intake/take-inventory.ts';
import { createBudget } from '../src/kernel/budget.ts';
import { sourceOf } from '../src/kernel/bytes.ts';
import { generator, mutated } from './fuzz-mutants.ts';

/** Files the mutants are made of, and how many mutants at most: `npm run prove:fuzz -- 300 7` is 300 seconds, seed 7. */
const ROOTS = ['test/corpus/genuine', 'test/corpus/crafted', 'examples/models'];
const LARGEST = 200_000;

interface Tally {
  runs: number;
  /** Mutants with findings that were read again with bytes behind them, and those whose findings went away. */
  appended: number;
  readonly vanished: string[];
  /** Files that broke off, and that the very bytes behind them made whole. */
  whole: number;
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
    whole: 0,
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
    const read = await tryOne(file, mutant, tally);
    // An empty file holds nothing that could be found.
    if (mutant.length > 0 && read !== null && read.verdict !== 'clean' && random() < APPENDED)
      await appendTo(file, mutant, { read, random, tally });
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

interface Read {
  readonly verdict: ScanVerdict;
  readonly readings: FileReadings;
}

interface Before {
  readonly read: Read;
  readonly random: () => number;
  readonly tally: Tally;
}

/**
 * What was found must not go away when bytes are appended: not to clean, and not from malicious to suspicious. Behind a
 * line feed, since the last word of a text would become another one.
 */
async function appendTo(path: string, bytes: Uint8Array, { read, random, tally }: Before): Promise<void> {
  const tail = Uint8Array.from({ length: 1 + Math.floor(random() * 64) }, () => Math.floor(random() * 256));
  const longer = Buffer.concat([bytes, Buffer.from('\n'), tail]);
  const after = await tryOne(path, longer, tally);
  tally.appended++;
  if (after === null || !isKinder(read.verdict, after.verdict)) return;
  const shorter = await tryOne(path, longer.subarray(0, -1), tally);
  if (shorter !== null && isMadeWhole(read, after, shorter)) tally.whole++;
  else
    tally.vanished.push(`${path}: ${read.verdict} became ${after.verdict} behind ${Buffer.from(tail).toString('hex')}`);
}

function isKinder(before: ScanVerdict, after: ScanVerdict): boolean {
  return after === 'clean' || (before === 'malicious' && after === 'suspicious');
}

/**
 * The one way in which a refusal may go away: one reader took the file for its own and found it cut short, and with these
 * bytes, to the last of them, it is a whole file of that reader's. That is another file, of which every byte is read:
 * without its last byte it must be refused again.
 */
function isMadeWhole(before: Read, after: Read, shorter: Read): boolean {
  const [refused, ...others] = before.readings.unreadable;
  const [reading, ...more] = after.readings.readings.filter(({ member }) => member.length === 0);
  return (
    before.verdict === 'unscannable' &&
    shorter.verdict === 'unscannable' &&
    others.length + more.length + before.readings.readings.length === 0 &&
    refused?.reason === 'malformed' &&
    refused.member.length === 0 &&
    refused.format === reading?.format &&
    reading?.defects.length === 0
  );
}

async function tryOne(path: string, bytes: Uint8Array, tally: Tally): Promise<Read | null> {
  const started = performance.now();
  let read: Read | null = null;
  try {
    const readings = await readFileAs(
      FORMATS,
      path,
      sourceOf(bytes),
      createBudget(() => performance.now()),
    );
    const file: Listed = { kind: 'file', path, size: bytes.length, claim: null };
    const item = itemOf(file, { kind: 'unknown', reason: 'a mutant' }, readings);
    const { findings, broken } = await inspectItem(FILE_ANALYZERS, item);
    for (const { analyzer, reason } of broken) tally.faults.push(`${path}: ${analyzer} broke: ${reason}`);
    const ours = readings.unreadable.find(({ message }) => message.startsWith('the reader broke on it'));
    if (ours !== undefined) tally.faults.push(`${path}: ${ours.format}: ${ours.message}`);
    const verdict = scanVerdictOf(findings);
    read = { verdict, readings };
    tally.verdicts.set(verdict, (tally.verdicts.get(verdict) ?? 0) + 1);
  } catch (error) {
    tally.faults.push(`${path}: threw ${String(error)}`);
  }
  tally.runs++;
  const milliseconds = performance.now() - started;
  if (milliseconds > tally.slowest.milliseconds) tally.slowest = { name: path, milliseconds };
  if (tally.runs % 100 === 0) tally.peakMB = Math.max(tally.peakMB, process.memoryUsage.rss() / 1e6);
  return read;
}

const RULE = `A file cut short that appended bytes make whole is another file: one reader alone claimed it and found it cut short, the
same reader reads it with the bytes to the last of them and finds no defect, and without the last one it is refused again.
Everything else that becomes clean, or suspicious from malicious, is a finding that went away, and fails the run.`;

function reportOf(tally: Tally, setting: { files: number; seconds: number; seed: number }): string {
  const verdicts = [...tally.verdicts].map(([verdict, count]) => `${count} ${verdict}`).join(', ');
  return `# Fuzzing\n\n\`npm run prove:fuzz -- ${setting.seconds} ${setting.seed}\`, ${new Date().toISOString().slice(0, 10)}, Node ${process.version}, 2 shared x86-64 cores.\n\n| what | result |\n| --- | --- |\n| genuine files mutated | ${setting.files} |\n| mutants read as every format, and judged | ${tally.runs} |\n| verdicts | ${verdicts} |\n| readers or analyzers that broke, or threw | ${tally.faults.length} |\n| mutants with findings, read again with bytes appended | ${tally.appended} |\n| of these, files cut short that the very bytes behind them made whole | ${tally.whole} |\n| of these, findings that went away | ${tally.vanished.length} |\n| slowest mutant | ${tally.slowest.milliseconds.toFixed(0)} ms (${tally.slowest.name}) |\n| most memory | ${tally.peakMB.toFixed(0)} MB |\n${[
    ...new Set([...tally.faults, ...tally.vanished]),
  ]
    .slice(0, 20)
    .map((fault) => `\n- ${fault}`)
    .join('')}\n${RULE}\n`;
}

await main();

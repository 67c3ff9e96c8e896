import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GuardFinding } from '../../src/domain/guard.ts';
import type { Detector } from '../../src/guard/detector.ts';
import { personalData } from '../../src/guard/detectors/personal-data/detector.ts';
import { names } from '../../src/guard/detectors/personal-data/names.ts';
import { secrets } from '../../src/guard/detectors/secrets/detector.ts';
import { createGuard } from '../../src/guard/guard.ts';

/** Rows that stand beside the repository where its makers work; `npm run prove:guard -- FOLDER` takes others. */
const ROWS = join('..', 'shared', 'data', 'guard');
const PAGE = join('docs', 'reference', 'guard-detectors.md');

/** Each detector, the rows it is for, and what their kinds begin with. */
const PROOFS: readonly { readonly detector: Detector; readonly file: string; readonly kinds: readonly string[] }[] = [
  { detector: secrets, file: 'secrets.jsonl', kinds: ['secret.', 'benign.source'] },
  { detector: personalData, file: 'pii.jsonl', kinds: ['pii.checks', 'pii.presidio-synth', 'benign.model-output'] },
  { detector: names, file: 'pii.jsonl', kinds: ['pii.presidio-synth', 'benign.model-output'] },
];

interface Row {
  readonly text: string;
  readonly label: 0 | 1;
  readonly kind: string;
  readonly entity?: string;
  readonly want?: readonly { readonly type: string; readonly start: number; readonly end: number }[];
}

interface Tally {
  rows: number;
  found: number;
  findings: number;
  characters: number;
}

/** Names of the rows' makers for what the guard calls otherwise. */
const SAME = new Map([
  ['PHONE', 'PHONE_NUMBER'],
  ['DOMAIN_NAME', 'URL'],
]);

function main(): void {
  const folder = process.argv[2] ?? ROWS;
  if (!existsSync(folder)) {
    process.stdout.write(`No rows in ${folder}: nothing was measured, and ${PAGE} stays as it is.\n`);
    return;
  }
  const sections = PROOFS.map((proof) => sectionOf(proof, rowsIn(join(folder, proof.file))));
  writeFileSync(PAGE, `${INTRODUCTION}\n\n${sections.join('\n\n')}\n`);
}

const INTRODUCTION = `# What the guard's detectors find

Made by \`npm run prove:guard\`. **Development figures**: the rules were written with these rows at hand, so expect less on others. The
rows are public ones: rule tests of gitleaks and noseyparker, Presidio's recogniser tests and synthetic sentences, source
files and model answers taken to be clean. *Found*: rows in which the detector says something, of rows that hold something.
*False alarms*: the same, of rows that hold nothing. Typed: the right type in the right place; for false alarms, the type that
the row is a broken example of. In the synthetic sentences, *found* counts spans, by type.`;

function rowsIn(path: string): readonly Row[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Row);
}

function sectionOf({ detector, kinds }: (typeof PROOFS)[number], rows: readonly Row[]): string {
  const guard = createGuard({ detectors: [detector], clock: () => 0 });
  const found = new Map<string, Tally>();
  for (const row of rows.filter(({ kind }) => kinds.some((start) => kind.startsWith(start)))) {
    const { findings } = guard.check(row.text, { origin: 'user' });
    for (const [name, hits] of tallied(row, findings, detector)) count(found, name, hits, row.text.length);
  }
  const lines = [...found].sort(([a], [b]) => a.localeCompare(b)).map(([name, tally]) => line(name, tally));
  const head = `## ${detector.id}\n\n${detector.title}: ${detector.types.length} types.`;
  return `${head}\n\n| rows | of | found | false alarms |\n| --- | --- | --- | --- |\n${lines.join('\n')}`;
}

/** What a row counts for: its name in the table, and how many findings it had there. */
function tallied(
  row: Row,
  findings: readonly GuardFinding[],
  detector: Detector,
): readonly (readonly [string, number])[] {
  const holds = row.label === 1 ? '+' : '-';
  if (row.kind.startsWith('pii.checks')) {
    const type = SAME.get(row.entity ?? '') ?? row.entity ?? '';
    return [
      [`${holds}recogniser tests, typed`, findings.filter((one) => one.type === type && isWanted(row, one)).length],
    ];
  }
  if (row.kind !== 'pii.presidio-synth') return [[`${holds}${row.kind}`, findings.length]];
  const offsets = offsetsOf(row.text);
  return (row.want ?? []).flatMap(({ type, start, end }) => {
    const own = SAME.get(type) ?? type;
    if (!detector.types.some((known) => known.type === own)) return [];
    const place = { start: offsets[start] ?? 0, end: offsets[end] ?? 0 };
    const hits = findings.filter((one) => one.type === own && one.start < place.end && one.end > place.start).length;
    return [[`+synthetic sentences, ${own}`, hits] as const];
  });
}

function isWanted(row: Row, finding: GuardFinding): boolean {
  if (row.label === 0 || row.want === undefined || row.want.length === 0) return true;
  const offsets = offsetsOf(row.text);
  return row.want.some(({ start, end }) => offsets[start] === finding.start && offsets[end] === finding.end);
}

/** Where each code point begins in UTF-16 units. */
function offsetsOf(text: string): readonly number[] {
  const offsets = [0];
  for (const character of text) offsets.push((offsets.at(-1) ?? 0) + character.length);
  return offsets;
}

function count(tallies: Map<string, Tally>, name: string, hits: number, length: number): void {
  const tally = tallies.get(name) ?? { rows: 0, found: 0, findings: 0, characters: 0 };
  tally.rows += 1;
  tally.found += hits > 0 ? 1 : 0;
  tally.findings += hits;
  tally.characters += length;
  tallies.set(name, tally);
}

function line(name: string, { rows, found, findings, characters }: Tally): string {
  const share = `${((100 * found) / rows).toFixed(1)} %`;
  const perMegabyte = name.includes('source') ? `, ${((findings * 1e6) / characters).toFixed(1)} a MB` : '';
  const [held, free] = name.startsWith('+') ? [share, ''] : ['', share + perMegabyte];
  return `| ${name.slice(1)} | ${rows} | ${held} | ${free} |`;
}

main();

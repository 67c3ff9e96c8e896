import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GuardFinding } from '../../src/domain/guard.ts';
import type { Detector } from '../../src/guard/detector.ts';
import { insecureCode } from '../../src/guard/detectors/code/detector.ts';
import { exfiltration } from '../../src/guard/detectors/exfiltration/detector.ts';
import { hiddenText } from '../../src/guard/detectors/hidden-text/detector.ts';
import { disguisedText } from '../../src/guard/detectors/hidden-text/disguised.ts';
import { personalData } from '../../src/guard/detectors/personal-data/detector.ts';
import { names } from '../../src/guard/detectors/personal-data/names.ts';
import { secrets } from '../../src/guard/detectors/secrets/detector.ts';
import { shape } from '../../src/guard/detectors/shape/detector.ts';
import { createGuard } from '../../src/guard/guard.ts';
import { firstSightSection } from './first-sight.ts';
import { heldOutSections } from './held-out.ts';
import { heldOutSeedsSection } from './held-out-seeds.ts';
import { personalDataSection } from './personal-data/section.ts';
import { PROSE } from './rows.ts';

/** Rows that stand beside the repository where its makers work; `npm run prove:guard -- FOLDER PASSAGES` takes others. */
const ROWS = join('..', 'shared', 'data', 'guard');
const PAGE = join('docs', 'reference', 'guard-detectors.md');

interface Proof {
  /** Looked at together. */
  readonly detectors: readonly [Detector, ...Detector[]];
  readonly files: readonly string[];
  /** What the rows' kinds begin with. */
  readonly kinds: readonly string[];
}

/** Each detector whose rules are written by hand, and the rows it is for. What is learned stands in `held-out.ts`. */
const PROOFS: readonly Proof[] = [
  { detectors: [secrets], files: ['secrets'], kinds: ['secret.', 'benign.source'] },
  { detectors: [personalData], files: ['pii'], kinds: ['pii.checks', 'pii.presidio-synth', 'benign.model-output'] },
  { detectors: [names], files: ['pii'], kinds: ['pii.presidio-synth', 'benign.model-output'] },
  { detectors: [hiddenText, disguisedText], files: ['smuggle', 'injection', 'pii'], kinds: ['smuggle.', 'benign.'] },
  { detectors: [exfiltration], files: ['smuggle', 'injection', 'pii'], kinds: ['exfil.', 'benign.'] },
  { detectors: [insecureCode], files: ['code'], kinds: ['code.', 'benign.source'] },
  { detectors: [shape], files: ['pii', 'injection', 'secrets'], kinds: ['benign.', 'inj.deepset.train'] },
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
  const sections = [
    ...PROOFS.map((proof) =>
      sectionOf(
        proof,
        proof.files.flatMap((file) => rowsIn(join(folder, `${file}.jsonl`))),
      ),
    ),
    ...heldOutSections(folder, process.argv[3] ?? PROSE),
    heldOutSeedsSection(),
    personalDataSection(),
    firstSightSection(),
  ];
  writeFileSync(PAGE, `${INTRODUCTION}\n\n${sections.join('\n\n')}\n`);
}

const INTRODUCTION = `# What the guard's detectors find

Made by \`npm run prove:guard\`. **Development figures**: the rules were written with these rows at hand, so expect less on others. The
rows are public ones: rule tests of gitleaks and noseyparker, Presidio's recogniser tests and synthetic sentences, source
files and model answers taken to be clean. *Found*: rows in which the detector says something, of rows that hold something.
*False alarms*: the same, of rows that hold nothing. Typed: the right type in the right place; for false alarms, the type that
the row is a broken example of. In the synthetic sentences, *found* counts spans, by type. Detectors that learn are measured on what they did not learn from.`;

function rowsIn(path: string): readonly Row[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Row);
}

function sectionOf({ detectors, kinds }: Proof, rows: readonly Row[]): string {
  const [detector] = detectors;
  const guard = createGuard({ detectors, clock: () => 0 });
  const origin = detector === shape ? 'assistant' : 'user';
  const found = new Map<string, Tally>();
  for (const row of rows.filter(({ kind }) => kinds.some((start) => kind.startsWith(start)))) {
    const { findings } = guard.check(row.text, { origin });
    for (const [name, hits] of tallied(row, findings, detector)) count(found, name, hits, row.text.length);
  }
  const lines = [...found].sort(([a], [b]) => a.localeCompare(b)).map(([name, tally]) => line(name, tally));
  const titles = detectors.map(({ title, types }) => `${title}: ${types.length} types.`).join(' ');
  const head = `## ${detectors.map(({ id }) => id).join(', ')}\n\n${titles}`;
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

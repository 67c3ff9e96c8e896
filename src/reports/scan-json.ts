import { type SCAN_VERDICTS, type ScannedFile, scanCoverageOf } from '../domain/scan.ts';
import { safeJson } from './json.ts';
import { scanEntry } from './scan-jsonl.ts';
import type { ScanReport } from './scan-report.ts';
import { worstScanVerdict } from './view.ts';

/** A whole scan in one document (schemas/scan-report-1.0.schema.json). */
export function renderScanJson(report: ScanReport): string {
  return [...scanJsonPieces(report)].join('');
}

/** The same document piece by piece, so that a hundred thousand files need not stand in memory as one text. */
export function* scanJsonPieces({ tool, files, unopened, rules }: ScanReport): Iterable<string> {
  const verdict = worstScanVerdict(files.map((file) => file.verdict));
  const newVerdict = worstScanVerdict(files.map((file) => file.newVerdict));
  const counts = countVerdicts(files);
  const coverage = scanCoverageOf(files);
  const frame = safeJson(
    { schemaVersion: '1.0', tool, verdict, newVerdict, counts, coverage, files: [], unopened, rules },
    2,
  );
  const at = frame.indexOf(EMPTY) + EMPTY.length - 1;
  yield frame.slice(0, at);
  for (let start = 0; start < files.length; start += FILES_OF_A_PIECE) {
    const entries = files.slice(start, start + FILES_OF_A_PIECE).map((file) => entryOf(file));
    yield `${start === 0 ? '' : ','}${entries.join(',')}`;
  }
  yield `${files.length === 0 ? '' : '\n  '}${frame.slice(at)}`;
}

/** Where the files go: line feeds within texts are escaped, so that it stands once. */
const EMPTY = '\n  "files": []';
const FILES_OF_A_PIECE = 256;

function entryOf(file: ScannedFile): string {
  return `\n    ${safeJson(scanEntry(file), 2).trimEnd().replaceAll('\n', '\n    ')}`;
}

/** How many files got each verdict, every verdict named. */
export function countVerdicts(files: readonly ScannedFile[]): Readonly<Record<ScannedFile['verdict'], number>> {
  const counts = { clean: 0, suspicious: 0, unscannable: 0, malicious: 0 } satisfies Record<
    (typeof SCAN_VERDICTS)[number],
    number
  >;
  for (const { verdict } of files) counts[verdict]++;
  return counts;
}

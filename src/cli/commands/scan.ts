import { setTimeout } from 'node:timers/promises';
import type { NamedText } from '../../contract/caller.ts';
import { SILENT } from '../../contract/progress.ts';
import type { Scanned } from '../../contract/vetting.ts';
import { isQuiet, type ScannedFile } from '../../domain/scan.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { SCAN_FORMATS, type ScanFormat } from '../../reports/scan-formats.ts';
import { scanLine } from '../../reports/scan-jsonl.ts';
import { worstScanVerdict } from '../../reports/view.ts';
import { plural } from '../../reports/words.ts';
import { EXIT, exitOfScan, type FailOn, worstExit } from '../exit.ts';
import type { Io } from '../io.ts';
import { refuseVetted } from '../not-vetted.ts';
import { FAIL_ON, QUIET, several } from '../options.ts';
import { type Output, parseOutputs, type Written, writeOutputs } from '../outputs.ts';
import type { Register } from '../register.ts';
import { rulePacksFrom } from '../rule-packs.ts';
import { renderError } from '../terminal/error.ts';
import { clean, paperFor } from '../terminal/paper.ts';
import { type TerminalProgress, terminalProgress } from '../terminal/progress.ts';
import { renderScannedFile, renderScanSummary } from '../terminal/scan.ts';
import { type Marks, marksOf, startWatch } from '../watch.ts';

const FORMATS = SCAN_FORMATS.map(({ id }) => id);

interface Options {
  readonly format?: readonly string[];
  readonly known?: string;
  readonly rules?: readonly string[];
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly watch?: number | true;
  readonly failOn: FailOn;
}

/** Seconds between two looks: a listing of ten thousand files takes a tenth of one. */
const LOOK_EVERY = 2;

const HELP = `
Each file is clean (read whole or by its structure, nothing found), suspicious, malicious, or unscannable (malformed,
encrypted, over budget, unreadable). What cannot be read is never called clean. Nothing is executed, unpickled or imported.
Of several verdicts the worst stands: malicious, then unscannable (policies deny it), then suspicious (they ask for review).
A clean file may hold something that a person should judge (to review): it is shown, and fails nothing; policies ask for it.
Lines of JSON name rules: weighbridge explain RULE, or docs/reference/rules.md, has why, remedy and references of each.
Known findings stay in every report, marked with their reasons. They fail nothing, and make no file clean.

Examples:
  weighbridge scan model.safetensors
  weighbridge scan ./downloads ./cache --format jsonl
  weighbridge scan hf:org/name                          remote files too, read by range
  weighbridge scan . --format sarif=scan.sarif --fail-on deny
  weighbridge scan models --rules acme.rules.yaml       rules of your own too
  weighbridge scan models --format known=known.yaml     accept what is there today …
  weighbridge scan models --known known.yaml            … and hear of what is new only
  weighbridge scan ~/.cache/huggingface/hub --watch     … and of what is downloaded from now on, until ^C

Exit codes (of what is not known): 0 clean · 1 malicious · 2 wrong call · 3 suspicious, unscannable · 4 could not look
--fail-on deny lets the suspicious pass as 0; the unscannable stay 3, for policies deny them.`;

export const register: Register = (program, io, done) => {
  program
    .command('scan')
    .description(
      'Check files for code that would run when they are loaded: file checks alone, no policy, nothing kept.',
    )
    .argument('<paths...>', 'files or folders (any reference that vet takes)')
    .option(
      '-f, --format <format[=file]>',
      `${FORMATS.join(', ')}; several at once, at most one without a file`,
      several,
    )
    .option('-k, --known <file>', 'set findings apart that this file knows; --format known=FILE writes one')
    .option(
      '--rules <file>',
      'rules of your own, besides the built-in ones; several at once (weighbridge help rules)',
      several,
    )
    .addOption(FAIL_ON)
    .addOption(QUIET)
    .option('-v, --verbose', 'list clean files too, and say of each rule why it matters and what to do')
    .option(
      '-w, --watch [seconds]',
      `go on: scan what is new or changed, looking every ${LOOK_EVERY} seconds (or so many); ends with ^C`,
      secondsIn,
    )
    .addHelpText('after', HELP)
    .action(async (paths: string[], options: Options) => done(await scan(paths, options, io)));
};

function secondsIn(text: string): number {
  const seconds = Number(text);
  if (Number.isFinite(seconds) && seconds >= 0.1 && seconds <= 86_400) return seconds;
  throw new WeighbridgeError('call-invalid', `--watch ${text}: give seconds, from 0.1 to 86400`);
}

async function scan(paths: readonly string[], options: Options, io: Io): Promise<number> {
  if (options.watch === undefined) return (await scanOnce(paths, options, io)).code;
  if (options.format?.some((format) => format !== 'jsonl') === true) {
    throw new WeighbridgeError('call-invalid', '--watch has no end to write a report at: use --format jsonl, or none');
  }
  return watch(paths, options, options.watch === true ? LOOK_EVERY : options.watch, io);
}

/** Scans everything, then what settles. Ends when it is stopped, with the worst that was seen. */
async function watch(paths: readonly string[], options: Options, seconds: number, io: Io): Promise<number> {
  const afar = paths.find((path) => /^[a-z][a-z0-9+.-]+:/i.test(path));
  if (afar !== undefined)
    throw new WeighbridgeError('call-invalid', `--watch ${afar}: only what lies on this machine can be watched`);
  // What comes while all is scanned is scanned after that. More than can be watched is told behind what was found.
  const before = await marksOf(paths).catch((error: unknown) => error);
  const first = await scanOnce(paths, options, io);
  // A path that does not exist is a slip of the pen more often than a folder to come.
  if (first.unopened === paths.length) return first.code;
  if (!(before instanceof Map)) throw before;
  const watching = startWatch(before as Marks);
  const codes = [first.code];
  if (options.quiet !== true) io.stderr.write(`watching ${plural(paths.length, 'path')}; ^C ends it\n`);
  while (await paused(seconds * 1000, io.signal)) {
    const settled = watching.settled(await marksOf(paths));
    if (settled.size > 0)
      codes.push((await scanOnce([...settled.keys()], { ...options, quiet: true }, io, settled)).code);
  }
  return worstExit(codes);
}

/** Whether the time passed without a stop. */
async function paused(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return setTimeout(milliseconds, true, { signal }).catch(() => false);
}

interface Look {
  readonly code: number;
  /** Paths that could not be opened at all. */
  readonly unopened: number;
}

async function scanOnce(
  paths: readonly string[],
  options: Options,
  io: Io,
  only?: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<Look> {
  const outputs = parseOutputs(options.format ?? [], FORMATS);
  const weighbridge = await io.weighbridge();
  const shown = options.quiet === true ? null : terminalProgress(io);
  const progress = shown ?? SILENT;
  const files: ScannedFile[] = [];
  // It would be refused when it is to be used.
  for (const { format, file } of outputs)
    if (format === 'known' && file !== null) await refuseVetted(file, { references: paths }, io);
  const known = options.known === undefined ? null : await knownFrom(options.known, paths, io);
  const rulePacks = await rulePacksFrom(options.rules, paths, null, io);
  const {
    rules,
    remarks,
    known: left,
    failures: all,
  } = await weighbridge.scan(
    { paths, known, from: io.cwd, rulePacks, ...(only === undefined ? {} : { only }) },
    (file) => take(file, files, outputs, options, { io, shown }),
    {
      signal: io.signal,
      progress,
    },
  );
  // A folder that is watched may be empty until something comes.
  const failures = options.watch === undefined ? all : all.filter(({ error }) => error.code !== 'folder-empty');
  const unwritten = await finish({ files, rules, failures, explained: options.verbose === true }, outputs, io);
  for (const remark of remarks) io.stderr.write(`${clean(options.known ?? '')}: ${clean(remark)}\n`);
  if (left > 0) io.stderr.write(`${plural(left, 'known finding')} left out\n`);
  for (const { error } of failures) io.stderr.write(renderError(error, paperFor(io.stderr, io.env)));
  const code = exitOfScan(worstScanVerdict(files.map(({ newVerdict }) => newVerdict)), options.failOn);
  // What was found outweighs what could not be opened; that outweighs a clean or doubtful rest.
  const unopened = failures.length;
  if (unopened > 0 && code !== EXIT.deny) return { code: EXIT.couldNotLook, unopened };
  return { code: code === EXIT.ok && unwritten > 0 ? EXIT.wrongCall : code, unopened };
}

async function knownFrom(file: string, paths: readonly string[], io: Io): Promise<NamedText> {
  const text = await io.readText(file, LIMITS.document);
  await refuseVetted(file, { references: paths }, io);
  return { name: file, text };
}

/** Lines of JSON go out as they come, so that a long scan can be followed; other formats wait for the whole. */
function take(
  file: ScannedFile,
  files: ScannedFile[],
  outputs: readonly Output<ScanFormat>[],
  options: Options,
  { io, shown }: { readonly io: Io; readonly shown: TerminalProgress | null },
): void {
  files.push(file);
  const direct = outputs.find((output) => output.file === null);
  const { verbose = false } = options;
  const isShown = direct === undefined ? verbose || !isQuiet(file) : direct.format === 'jsonl';
  if (isShown && io.stdout.isTTY) shown?.hide();
  if (direct?.format === 'jsonl') io.stdout.write(scanLine(file));
  if (direct === undefined && isShown) io.stdout.write(renderScannedFile(file, paperFor(io.stdout, io.env), verbose));
}

interface Told extends Pick<Scanned, 'rules' | 'failures'> {
  readonly files: readonly ScannedFile[];
  /** Whether a terminal is told of each rule why it matters. */
  readonly explained: boolean;
}

const NOTHING_WRITTEN: Written = { direct: false, failures: 0 };

async function finish(
  { files, rules, failures: unopened, explained }: Told,
  outputs: readonly Output<ScanFormat>[],
  io: Io,
): Promise<number> {
  const waiting = outputs.filter((output) => output.file !== null || output.format !== 'jsonl');
  const reported = async (): Promise<Written> => {
    const { scanReportPieces } = await import('../../reports/scan-table.ts');
    return writeOutputs(io, waiting, (format: ScanFormat) =>
      scanReportPieces(format, {
        tool: { name: 'weighbridge', version: io.version },
        files,
        unopened: unopened.map(({ path, error }) => ({ path, code: error.code, message: error.message })),
        rules,
        root: io.cwd,
      }),
    );
  };
  const { direct, failures } = waiting.length === 0 ? NOTHING_WRITTEN : await reported();
  const streamed = outputs.some((output) => output.file === null);
  if (!direct && !streamed && files.length > 0)
    io.stdout.write(renderScanSummary(files, paperFor(io.stdout, io.env), explained ? rules : null));
  return failures;
}

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What one scanner flags of a folder. */
export interface Flagged {
  readonly name: string;
  readonly paths: ReadonlySet<string>;
  readonly seconds: number;
}

/** Scans a folder whose files are listed; a reason in place of an answer where the program is not there, or gave none. */
export type Scan = (folder: string, paths: readonly string[]) => Flagged | string;

/** One call over the whole folder. */
const LONGEST = 5 * 60_000;

export const weighbridge: Scan = (folder) => {
  const { out, seconds } = run(process.execPath, [
    'dist/bin.js',
    'scan',
    '--quiet',
    '--verbose',
    '--format',
    'jsonl',
    folder,
  ]);
  const lines = out.split('\n').flatMap((line) => read(line));
  const paths = lines
    .filter(({ verdict }) => typeof verdict === 'string' && verdict !== 'clean')
    .map(({ path }) => String(path));
  return { name: 'Weighbridge', paths: new Set(paths), seconds };
};

/** Its own scanner in one process, file by file, since one that it breaks on would end a scan of the folder. */
const PICKLESCAN = `
import sys, logging
logging.disable(logging.CRITICAL)
from picklescan.scanner import scan_file_path
for path in sys.stdin.read().split('\\n'):
    try: found = scan_file_path(path).issues_count > 0
    except BaseException: found = False
    if found: print(path, flush=True)
`;

/** Flags what it calls dangerous; what it calls suspicious, and what it cannot read, it lets pass. */
const picklescan: Scan = (_, paths) => {
  const program = find('picklescan');
  if (program === null) return 'picklescan is not installed (BENCH_PEERS)';
  const { out, seconds } = run(join(program, '..', 'python'), ['-c', PICKLESCAN], paths.join('\n'));
  return { name: 'picklescan', paths: matched(out.split('\n'), paths), seconds };
};

/** Its own scanner in one process, file by file: a scan of the folder ends without a report on a damaged archive that it does not catch. */
const MODELSCAN = `
import sys
from modelscan.modelscan import ModelScan
for path in sys.stdin.read().split('\\n'):
    try: found = ModelScan().scan(path)['summary']['total_issues'] > 0
    except BaseException: found = False
    if found: print(path, flush=True)
`;

const modelscan: Scan = (_, paths) => {
  const program = find('modelscan');
  if (program === null) return 'modelscan is not installed (BENCH_PEERS)';
  const { out, seconds } = run(join(program, '..', 'python'), ['-c', MODELSCAN], paths.join('\n'));
  return { name: 'ModelScan', paths: matched(out.split('\n'), paths), seconds };
};

/** Flags what has a warning or worse. */
const modelaudit: Scan = (folder, paths) => {
  const program = find('modelaudit');
  if (program === null) return 'modelaudit is not installed (BENCH_PEERS)';
  const { out, seconds } = run(program, ['scan', folder, '--format', 'json', '--no-cache']);
  const [found = {}] = read(out.slice(Math.max(0, out.indexOf('{'))));
  if (!Array.isArray(found['issues'])) return `modelaudit gave no report within ${LONGEST / 60_000} minutes`;
  const grave = issuesOf(found).filter(({ severity }) => severity === 'warning' || severity === 'critical');
  return {
    name: 'ModelAudit',
    paths: matched(
      grave.map(({ location }) => String(location)),
      paths,
    ),
    seconds,
  };
};

/** Its own check of each file in one process, ten seconds a file; what it cannot read it stops, and so counts as flagged. */
const FICKLING = `
import signal, sys
import fickling
def stop(*_): raise TimeoutError()
signal.signal(signal.SIGALRM, stop)
for path in sys.stdin.read().split('\\n'):
    signal.alarm(10)
    try: safe = fickling.is_likely_safe(path)
    except BaseException: safe = False
    signal.alarm(0)
    if not safe: print(path, flush=True)
`;

/** Pickles and the containers it opens; of other formats it knows nothing. */
const FOR_FICKLING = /\.(?:pkl|pickle|p|pt|pth|bin|ckpt|joblib|dill|zip|npy|npz)$/i;

const fickling: Scan = (_, paths) => {
  const program = find('fickling');
  if (program === null) return 'fickling is not installed (BENCH_PEERS)';
  const input = paths.filter((path) => FOR_FICKLING.test(path)).join('\n');
  const { out, seconds } = run(join(program, '..', 'python'), ['-c', FICKLING], input);
  return { name: 'fickling (pickles and zips)', paths: matched(out.split('\n'), paths), seconds };
};

export const PEERS: readonly Scan[] = [modelscan, picklescan, fickling, modelaudit];

function find(name: string): string | null {
  const folder = (process.env['BENCH_PEERS'] ?? '').split(':').find((candidate) => existsSync(join(candidate, name)));
  return folder === undefined ? null : join(folder, name);
}

/** Throws where a program broke off: that it said nothing then is not that it found nothing. */
function run(program: string, args: readonly string[], input = ''): { readonly out: string; readonly seconds: number } {
  const started = performance.now();
  const answer = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 2 ** 30, timeout: LONGEST });
  const { stdout, stderr, status } = answer;
  const broke = status !== 0 && (stdout ?? '') === '' && /Traceback|Error/.test(stderr ?? '');
  if (broke) throw new Error(`${program} broke off: ${stderr.trim().split('\n').at(-1)}`);
  return { out: stdout ?? '', seconds: (performance.now() - started) / 1000 };
}

/** The listed files that these places are, or lie in: `model.zip:data.pkl`, `x.pkl (pos 38)`. */
function matched(told: readonly string[], paths: readonly string[]): ReadonlySet<string> {
  const known = new Set(paths);
  const found = new Set<string>();
  for (const place of new Set(told)) {
    if (known.has(place)) found.add(place);
    else
      for (const path of paths)
        if (place.startsWith(path) && /^[\s:(!/]/.test(place.slice(path.length))) found.add(path);
  }
  return found;
}

type Report = Readonly<Record<string, unknown>>;

function read(text: string): readonly Report[] {
  try {
    const value: unknown = JSON.parse(text);
    return isReport(value) ? [value] : [];
  } catch {
    return [];
  }
}

function isReport(value: unknown): value is Report {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function issuesOf({ issues }: Report): readonly Report[] {
  return Array.isArray(issues) ? issues.filter(isReport) : [];
}

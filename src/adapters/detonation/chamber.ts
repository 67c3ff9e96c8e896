import { spawn } from 'node:child_process';
import {
  closeSync,
  createReadStream,
  existsSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { killGroup } from '../process/kill-group.ts';
import type { Python } from './python.ts';
import { seccompFilter } from './seccomp.ts';
import { readTrace, TRACED, type Trace } from './trace.ts';

/** What one trial may take. Real checkpoints of some gigabytes load in seconds; importing torch takes two. */
const LIMITS = {
  milliseconds: 90_000,
  cpuSeconds: 60,
  /** torch reserves far more than it uses. */
  addressSpaceBytes: 32 * 1024 ** 3,
  fileBytes: 256 * 1024 ** 2,
  processes: 512,
  traceBytes: 64 * 1024 ** 2,
  outputBytes: 4096,
} as const;
/** How often the record's size is looked at. */
const WATCH_MILLISECONDS = 200;

export interface Trial {
  readonly python: Python;
  readonly script: string;
  readonly args: readonly string[];
  /** A folder, or one file, that is shown inside as `inside`, read-only. */
  readonly input: { readonly outside: string; readonly inside: string };
}

export interface Ended {
  /** Null when a signal, a deadline or a limit ended it. */
  readonly code: number | null;
  readonly why: 'itself' | 'deadline' | 'record-too-long' | 'stopped';
  /** The last it said on stderr, hostile. */
  readonly said: string;
  readonly trace: Trace;
}

/**
 * Runs a script on one input in a chamber of its own: bubblewrap with no network, no home, nothing of this machine but
 * /usr and the interpreter, all read-only, no capabilities, a seccomp filter, limits; strace outside writes down what is
 * asked of the kernel, out of reach of what runs inside. Throws when the chamber cannot be built.
 */
export async function runInChamber(trial: Trial, signal: AbortSignal): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), 'weighbridge-chamber-'));
  const filter = join(folder, 'filter.bpf');
  const record = join(folder, 'record');
  writeFileSync(filter, seccompFilter(process.arch === 'arm64' ? 'arm64' : 'x64'));
  writeFileSync(join(folder, 'load.py'), trial.script, { mode: 0o444 });
  writeFileSync(record, '');
  const filterFile = openSync(filter, 'r');
  try {
    const { code, why, said } = await untilEnd(commandFor(trial, folder, record), filterFile, record, signal);
    const lines = createInterface({ input: createReadStream(record, 'latin1'), crlfDelay: Number.POSITIVE_INFINITY });
    const kept: string[] = [];
    for await (const line of lines) if (line.length < 65_536) kept.push(line);
    return { code, why, said, trace: readTrace(kept) };
  } finally {
    closeSync(filterFile);
    rmSync(folder, { recursive: true, force: true });
  }
}

function commandFor({ python, args, input }: Trial, folder: string, record: string): readonly string[] {
  return [
    ['strace', '-f', '-qq', '-s', '512', '-e', `trace=${TRACED}`, '-e', 'signal=none', '-o', record, '--'],
    ['bwrap', '--unshare-all', '--die-with-parent', '--new-session', '--seccomp', '3', '--clearenv'],
    process.getuid?.() === 0 ? ['--uid', '65534', '--gid', '65534', '--cap-drop', 'ALL'] : [],
    // Before the interpreter, which may lie below /tmp.
    ['--proc', '/proc', '--dev', '/dev', '--tmpfs', '/tmp', '--dir', '/tmp/home'],
    [...shown('/usr'), ...topFolders(), ...python.folders.flatMap(shown)],
    ['/etc/ld.so.cache', '/etc/alternatives'].flatMap((path) => ['--ro-bind-try', path, path]),
    ['--ro-bind', join(folder, 'load.py'), '/chamber/load.py', '--ro-bind', input.outside, input.inside],
    ['--remount-ro', '/', '--chdir', '/tmp'],
    Object.entries(ENVIRONMENT).flatMap(([name, value]) => ['--setenv', name, value]),
    ['--', '/usr/bin/prlimit', `--as=${LIMITS.addressSpaceBytes}`, `--cpu=${LIMITS.cpuSeconds}`],
    [`--fsize=${LIMITS.fileBytes}`, `--nproc=${LIMITS.processes}`, '--core=0'],
    [python.program, '-I', '-B', '/chamber/load.py', ...args],
  ].flat();
}

function shown(path: string): readonly string[] {
  return ['--ro-bind', path, path];
}

/** Where /lib and its kin are links into /usr they are so inside; elsewhere they are shown. */
function topFolders(): readonly string[] {
  return ['/bin', '/sbin', '/lib', '/lib32', '/lib64'].flatMap((path) => {
    if (!existsSync(path)) return [];
    return lstatSync(path).isSymbolicLink() ? ['--symlink', readlinkSync(path), path] : shown(path);
  });
}

const ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: '/usr/bin:/bin',
  HOME: '/tmp/home',
  LANG: 'C.UTF-8',
  HF_HUB_OFFLINE: '1',
  TRANSFORMERS_OFFLINE: '1',
  CUDA_VISIBLE_DEVICES: '',
  OMP_NUM_THREADS: '1',
  TF_CPP_MIN_LOG_LEVEL: '3',
};

function untilEnd(
  [program = '', ...args]: readonly string[],
  filterFile: number,
  record: string,
  signal: AbortSignal,
): Promise<Omit<Ended, 'trace'>> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe', filterFile], detached: true });
    let why: Ended['why'] = 'itself';
    let said = '';
    const end = (reason: Ended['why']): void => {
      why = reason;
      // The group: the chamber dies with strace's child.
      killGroup(child);
    };
    const deadline = setTimeout(() => end('deadline'), LIMITS.milliseconds);
    const watch = setInterval(() => {
      if (statSync(record).size > LIMITS.traceBytes) end('record-too-long');
    }, WATCH_MILLISECONDS);
    const stop = (): void => end('stopped');
    signal.addEventListener('abort', stop, { once: true });
    const settle = (then: () => void): void => {
      clearTimeout(deadline);
      clearInterval(watch);
      signal.removeEventListener('abort', stop);
      then();
    };
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-LIMITS.outputBytes);
    });
    child.once('error', (error) => settle(() => reject(error)));
    child.once('close', (code) => settle(() => resolve({ code: why === 'itself' ? code : null, why, said })));
  });
}

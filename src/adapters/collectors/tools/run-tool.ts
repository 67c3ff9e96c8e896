import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { ToolId } from './report.ts';

/** A scan of a large model takes minutes. */
const MILLISECONDS = 10 * 60 * 1000;
const MOST_OUTPUT = 64 * 1024 * 1024;

/** How each is asked; `null` for a report on standard output. */
const CALLS: Record<
  ToolId | 'scorecard',
  (folder: string, report: string) => { readonly args: readonly string[]; readonly file: string | null }
> = {
  modelscan: (folder, report) => ({ args: ['-p', folder, '-r', 'json', '-o', report], file: report }),
  picklescan: (folder) => ({ args: ['-p', folder], file: null }),
  modelaudit: (folder, report) => ({ args: ['scan', folder, '--format', 'json', '--output', report], file: report }),
  scorecard: (folder) => ({ args: [`--local=${folder}`, '--format=json'], file: null }),
};

/** Runs an installed tool on a folder of this machine, in a folder of its own, and gives its report. Throws `tool-failed`. */
export async function runTool(
  tool: ToolId | 'scorecard',
  command: string,
  folder: string,
  signal: AbortSignal,
): Promise<string> {
  const own = await mkdtemp(join(tmpdir(), 'weighbridge-tool-'));
  try {
    const { args, file } = CALLS[tool](folder, join(own, 'report.json'));
    const printed = await output(tool, { command, args, cwd: own, signal });
    if (file === null) return printed;
    return await readFile(file, 'utf8').catch(() => {
      throw new WeighbridgeError('tool-failed', `${tool} wrote no report`);
    });
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

interface Call {
  readonly command: string;
  readonly args: readonly string[];
  /** Empty, so that no settings file of the model's is found. */
  readonly cwd: string;
  readonly signal: AbortSignal;
}

/** These tools exit with 1 when they find something: a report counts, whatever the exit code. */
function output(tool: string, { command, args, cwd, signal }: Call): Promise<string> {
  const env = {
    PATH: process.env.PATH,
    HOME: cwd,
    LANG: 'C.UTF-8',
    NO_ANALYTICS: '1',
    PROMPTFOO_DISABLE_TELEMETRY: '1',
  };
  return new Promise((resolve, reject) => {
    const options = { cwd, env, signal, timeout: MILLISECONDS, maxBuffer: MOST_OUTPUT };
    execFile(command, [...args], options, (error, stdout) => {
      if (error === null || (typeof error.code === 'number' && error.killed !== true)) resolve(stdout);
      else if (signal.aborted) reject(signal.reason as Error);
      else
        reject(
          new WeighbridgeError(
            'tool-failed',
            `${tool}: ${error.code === 'ENOENT' ? `there is no ${command}` : error.message}`,
          ),
        );
    });
  });
}

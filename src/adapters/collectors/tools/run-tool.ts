import { constants, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { ToolId } from '../../../domain/evaluator.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { type ChildLimits, printedBy } from './bounded-child.ts';
import { inOwnFolder } from './own-folder.ts';

/** A scan of a large model takes minutes. */
export const LIMITS: ChildLimits = { milliseconds: 10 * 60 * 1000, bytes: 64 * 1024 * 1024 };

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
  limits: ChildLimits = LIMITS,
): Promise<string> {
  return inOwnFolder(async (own) => {
    const { args, file } = CALLS[tool](folder, join(own, 'report.json'));
    // These tools exit with 1 when they find something: a report counts, whatever the exit code.
    const printed = await printedBy(tool, { command, args, cwd: own, env: environment(own), signal }, limits);
    return file === null ? printed : await written(tool, file, limits.bytes);
  });
}

/** What such a program sees of ours. */
export function environment(home: string): Readonly<Record<string, string | undefined>> {
  return {
    PATH: process.env.PATH,
    HOME: home,
    LANG: 'C.UTF-8',
    NO_ANALYTICS: '1',
    PROMPTFOO_DISABLE_TELEMETRY: '1',
  };
}

/** The report as a file: no link, no pipe that nobody fills, and never more than the limit, should it still grow. */
async function written(tool: string, file: string, most: number): Promise<string> {
  const failed = (what: string): WeighbridgeError => new WeighbridgeError('tool-failed', `${tool} ${what}`);
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const handle = await open(file, flags).catch((cause: NodeJS.ErrnoException) => {
    throw failed(cause.code === 'ENOENT' ? 'wrote no report' : `wrote a report that is no plain file (${cause.code})`);
  });
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw failed('wrote a report that is no plain file');
    if (found.size > most) throw failed(`wrote a report of ${found.size} bytes; ${most} are the most`);
    const bytes = Buffer.alloc(found.size);
    const { bytesRead } = await handle.read(bytes, 0, found.size, 0);
    if (bytesRead < found.size) throw failed('wrote a report that became shorter');
    return bytes.toString('utf8');
  } finally {
    await handle.close();
  }
}

import type { AnyFileAnalyzer } from '../analyzers/analyzer.ts';
import { type Inspection, inspectItem } from '../analyzers/run.ts';
import type { RulePack } from '../domain/rule-pack.ts';
import type { Format } from '../formats/format.ts';
import type { Description } from '../intake/described.ts';
import { isKept } from '../intake/keep-facts.ts';
import { type FileReadings, readFileAs, unreadFile } from '../intake/read-file.ts';
import { itemOf, type Listed } from '../intake/take-inventory.ts';
import type { Budget } from '../kernel/budget.ts';
import type { ByteSource } from '../kernel/bytes.ts';
import type { Json } from '../kernel/json.ts';
import { LIMITS } from '../kernel/limits.ts';
import type { Isolation } from '../ports/isolation.ts';

/** One file, read and inspected. */
export interface FileReport {
  readonly readings: FileReadings;
  readonly inspection: Inspection;
}

/** What a reading thread is sent. */
export interface ReadTask {
  readonly path: string;
  readonly localPath: string;
  readonly size: number;
  readonly described: Description | null;
  readonly packs: readonly RulePack[];
}

/** What a file is read and asked with. */
export interface Readers {
  readonly formats: readonly Format[];
  readonly analyzers: readonly AnyFileAnalyzer[];
  readonly described: Description | null;
}

/** Reads a file as every format that claims it, and asks every file analyzer about it. */
export async function readAndInspect(
  { formats, analyzers, described }: Readers,
  file: Listed,
  bytes: ByteSource,
  budget: Budget,
): Promise<FileReport> {
  const readings = await readFileAs(formats, file.path, bytes, budget, described);
  return { readings, inspection: await inspectItem(analyzers, itemWithoutDigest(file, readings)) };
}

/**
 * The same in a thread with a heap and a deadline: a reader that hangs, fills the memory or crashes costs its own file,
 * which is then unscannable, and nothing else.
 */
export async function readApart(
  isolation: Isolation,
  analyzers: readonly AnyFileAnalyzer[],
  {
    file,
    localPath,
    described,
    packs,
  }: Pick<ReadTask, 'localPath' | 'described' | 'packs'> & { readonly file: Listed },
): Promise<FileReport> {
  const task: ReadTask = { path: file.path, localPath, size: file.size, described, packs };
  const milliseconds =
    file.size < LIMITS.readHere ? LIMITS.stallMilliseconds : LIMITS.fileMilliseconds + LIMITS.readGraceMilliseconds;
  const outcome = await isolation.run('read-file', task as unknown as Json, {
    milliseconds,
    heapMiB: LIMITS.readHeapMiB,
  });
  if (outcome.kind === 'done') return outcome.output as unknown as FileReport;
  const readings = unreadFile('over-budget', `reading it was ended (${outcome.reason}): ${outcome.message}`);
  return { readings, inspection: await inspectItem(analyzers, itemWithoutDigest(file, readings)) };
}

/** What goes back from a thread: facts only where a check of the whole model may want them. */
export function slimmed(file: Listed, report: FileReport): Json {
  const kept = isKept(itemWithoutDigest(file, report.readings));
  return { ...report, readings: kept ? report.readings : { ...report.readings, readings: [] } } as unknown as Json;
}

/** File analyzers look at names and contents; the digest is known later, and to others. */
function itemWithoutDigest(file: Listed, readings: FileReadings): ReturnType<typeof itemOf> {
  return itemOf(file, { kind: 'unknown', reason: 'not hashed yet' }, readings);
}

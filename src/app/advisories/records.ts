import { parseOsv } from '../../advisories/osv.ts';
import type { AdvisoryProblem } from '../../contract/advisories.ts';
import type { Advisory } from '../../domain/advisory.ts';
import { readYaml } from '../../formats/yaml/document.ts';
import { openMembers } from '../../formats/zip/open-members.ts';
import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { OpenModel } from '../../ports/source.ts';

/** Records read from somewhere: what they say, and those that could not be read. */
export interface Records {
  readonly advisories: Advisory[];
  readonly problems: AdvisoryProblem[];
  /** Records that are about ecosystems we do not match. */
  others: number;
}

export function noRecords(): Records {
  return { advisories: [], problems: [], others: 0 };
}

/** Takes one record in; what is no OSV record becomes a problem under this name. */
export function addRecord(records: Records, name: string, value: unknown): void {
  const parsed = parseOsv(value);
  if (parsed.kind === 'advisory') records.advisories.push(parsed.advisory);
  else if (parsed.kind === 'elsewhere') records.others += 1;
  else records.problems.push({ name, why: parsed.why });
}

/** One record; malicious packages with thousands of versions have some hundred kilobytes. */
const LONGEST = 8 * 1024 * 1024;

async function addBytes(records: Records, name: string, bytes: ByteSource): Promise<void> {
  if (bytes.size > LONGEST) {
    records.problems.push({ name, why: `it has ${bytes.size} bytes` });
    return;
  }
  const text = new TextDecoder().decode(await bytes.read(0, bytes.size));
  if (/\.ya?ml$/.test(name)) addRecord(records, name, timesAsText(readYaml(text).values[0]));
  else addRecord(records, name, jsonOrNull(text));
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** YAML knows times by itself; OSV's are texts. */
function timesAsText(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

/** Archives of OSV's largest ecosystem have a quarter of a million records and half a gigabyte. */
const MOST_RECORDS = 1_000_000;
const MOST_BYTES = 8 * 1024 ** 3;

function archiveBudget(): Budget {
  let inflated = 0;
  let entries = 0;
  return {
    spend: (purse, amount) => {
      if (purse === 'inflated') inflated += amount;
      else entries += amount;
      if (inflated > MOST_BYTES) throw new OverBudgetError(`more than ${MOST_BYTES} bytes inflated`);
      if (entries > MOST_RECORDS) throw new OverBudgetError(`more than ${MOST_RECORDS} records`);
    },
    checkTime: () => {},
    leave: () => {},
    left: () => 0,
  };
}

/** Every record of an archive. Throws `advisories-invalid` for one that is no archive, or a bomb. */
export async function archiveRecords(bytes: ByteSource, path: string, signal: AbortSignal): Promise<Records> {
  const records = noRecords();
  try {
    const members = await openMembers(bytes, { path, budget: archiveBudget() });
    for (const name of members.names) {
      signal.throwIfAborted();
      if (name.endsWith('.json')) await addBytes(records, name, await members.open(name));
    }
    return records;
  } catch (cause) {
    if (!(cause instanceof MalformedError || cause instanceof OverBudgetError)) throw cause;
    throw new WeighbridgeError('advisories-invalid', `${path}: ${cause.message}`, { cause });
  }
}

/** Every record of a folder, or of the one archive or record that was named. */
export async function folderRecords(model: OpenModel, signal: AbortSignal): Promise<Records> {
  const records = noRecords();
  for (const file of model.files) {
    signal.throwIfAborted();
    if (file.kind !== 'file' || !/\.(?:json|ya?ml|zip)$/i.test(file.path)) continue;
    const bytes = await model.open(file.path);
    try {
      if (/\.zip$/i.test(file.path)) add(records, await archiveRecords(bytes, file.path, signal));
      else await addBytes(records, file.path, bytes);
    } finally {
      await bytes.close();
    }
  }
  return records;
}

function add(to: Records, from: Records): void {
  for (const advisory of from.advisories) to.advisories.push(advisory);
  for (const one of from.problems) to.problems.push(one);
  to.others += from.others;
}

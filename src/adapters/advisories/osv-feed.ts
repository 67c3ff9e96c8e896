import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Json } from '../../kernel/json.ts';
import type { AdvisoryFeed, Change } from '../../ports/advisory-feed.ts';
import type { OpenModel } from '../../ports/source.ts';
import { type Answer, readBody } from '../net/answer.ts';
import { createWeb, type WebTuning } from '../net/web.ts';
import { downloadModel } from '../sources/download.ts';
import { createHttpsFileSource } from '../sources/https-file.ts';
import { openLocalFile } from '../sources/local-file.ts';

export interface OsvFeedOptions extends WebTuning {
  /** Without a slash at the end. */
  readonly endpoint: string;
  readonly trustedHosts: readonly string[];
  /** Where archives lie while they are fetched and read. */
  readonly folder: string;
}

/** npm's list of changes has some ten megabytes; one record has kilobytes, and malicious ones list thousands of versions. */
const LONGEST_LIST = 128 * 1024 * 1024;
const LONGEST_RECORD = 8 * 1024 * 1024;

/** OSV's export of one ecosystem each (google.github.io/osv.dev/data, 'Data dumps'). */
export function createOsvFeed(given: OsvFeedOptions): AdvisoryFeed {
  const { endpoint } = given;
  // Whoever names an endpoint means it, wherever it lies.
  const options = { ...given, trustedHosts: [...given.trustedHosts, new URL(endpoint).host] };
  const get = async (path: string, limit: number, signal: AbortSignal): Promise<string> => {
    const web = createWeb({ ...options, credential: null });
    try {
      const url = new URL(`${endpoint}/${path}`);
      const request = { url, signal, meter: { bytesRead: 0, requests: 0 } };
      return await web.ask(request, async (answer) => textOf(answer, path, limit));
    } finally {
      await web.close();
    }
  };
  return {
    name: endpoint,
    changes: async (ecosystem, since, signal) =>
      changesIn(await get(`${ecosystem}/modified_id.csv`, LONGEST_LIST, signal), since),
    record: async (ecosystem, id, signal) =>
      jsonOf(await get(`${ecosystem}/${encodeURIComponent(id)}.json`, LONGEST_RECORD, signal), id),
    archive: async (ecosystem, { signal, onBytes }) => {
      const folder = join(options.folder, ecosystem);
      const source = createHttpsFileSource(options);
      const model = await source.resolve(`${endpoint}/${ecosystem}/all.zip`, { signal, onNotice: () => {} });
      try {
        const file = await fetchArchive(model, folder, signal, onBytes);
        const opened = openLocalFile(file.localPath, file.size, () => {});
        return {
          size: opened.size,
          read: (offset, length) => opened.read(offset, length),
          close: async () => {
            await opened.close();
            await rm(folder, { recursive: true, force: true });
          },
        };
      } finally {
        await model.close();
      }
    },
  };
}

async function fetchArchive(
  model: OpenModel,
  folder: string,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<{ readonly localPath: string; readonly size: number }> {
  await mkdir(folder, { recursive: true });
  const [file] = await downloadModel(model, { folder, signal, onBytes });
  if (file === undefined) throw new WeighbridgeError('source-malformed', 'the archive has no bytes');
  return file;
}

async function textOf(answer: Answer, path: string, limit: number): Promise<string> {
  const body = await readBody(answer, limit);
  if (answer.status !== 200) {
    const code = answer.status === 404 ? 'source-missing' : 'source-malformed';
    throw new WeighbridgeError(code, `${path} answers ${answer.status}`, { remedy: 'Check OSV_ENDPOINT.' });
  }
  return new TextDecoder().decode(body);
}

function jsonOf(text: string, id: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw new WeighbridgeError('source-malformed', `${id} is no JSON`, { cause });
  }
}

/** Lines of a time and an id, newest first as OSV writes them; ours come oldest first. What was seen is left out. */
function changesIn(text: string, since: string | null): readonly Change[] {
  const changes: Change[] = [];
  for (const line of text.split('\n')) {
    const [modified = '', id = ''] = line.trim().split(',');
    if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(modified) || !/^[\w.:-]{1,200}$/.test(id)) continue;
    if (since === null || Date.parse(modified) >= Date.parse(since)) changes.push({ id, modified });
  }
  return changes.sort((a, b) => Date.parse(a.modified) - Date.parse(b.modified));
}

import { z } from 'zod';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { scanJson } from '../../kernel/json-scan.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { printable } from '../../kernel/printable.ts';
import type { DatasetCard, DatasetCards } from '../../ports/dataset-cards.ts';
import { type Answer, discard, readBody } from '../net/answer.ts';
import { createWeb } from '../net/web.ts';
import type { HubOptions } from './hub-options.ts';
import { isModelName } from './hub-reference.ts';

/** Cards have some tens of kilobytes; longer ones are cut. */
const LONGEST_CARD = 1024 * 1024;

const information = z.looseObject({
  id: z.string().refine(isModelName, 'no dataset name'),
  sha: z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/, 'no commit'),
});

/** Cards of datasets on a hub: `GET /api/datasets/{name}`, and its README.md at the commit that this gives. */
export function createHubDatasets(options: HubOptions): DatasetCards {
  const endpoint = new URL(options.endpoint);
  const base = endpoint.href.replace(/\/$/, '');
  const { token } = options;
  return {
    read: async (name, { signal }): Promise<DatasetCard> => {
      const web = createWeb({
        ...options,
        trustedHosts: [
          endpoint.port === ''
            ? `${endpoint.hostname}:${endpoint.protocol === 'https:' ? '443' : '80'}`
            : endpoint.host,
          ...options.trustedHosts,
        ],
        credential: token === null || token === '' ? null : { origin: endpoint.origin, token },
      });
      const ask = <T>(path: string, take: (answer: Answer) => Promise<T>): Promise<T> =>
        web.ask({ url: new URL(`${base}${path}`), meter: { bytesRead: 0, requests: 0 }, signal }, take);
      try {
        const { id, sha } = await ask(`/api/datasets/${name}`, async (answer) => {
          if (answer.status !== 200) throw await refused(name, answer);
          return shaped(await readBody(answer, LIMITS.wholeFile));
        });
        const text = await ask(`/datasets/${id}/raw/${sha}/README.md`, async (answer) => {
          if (answer.status === 200) return new TextDecoder().decode(await readBody(answer, LONGEST_CARD));
          if (answer.status !== 404) throw await refused(name, answer);
          await discard(answer);
          return '';
        });
        return { id, commit: sha, text };
      } finally {
        await web.close();
      }
    },
  };
}

async function refused(name: string, answer: Answer): Promise<WeighbridgeError> {
  await discard(answer);
  const code = answer.status === 401 || answer.status === 403 ? 'source-forbidden' : 'source-missing';
  return new WeighbridgeError(code, `dataset ${printable(name)}: the hub answered ${answer.status}`);
}

function shaped(body: Uint8Array): z.output<typeof information> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    scanJson(text, LIMITS.jsonDepth);
    return information.parse(JSON.parse(text));
  } catch (cause) {
    throw new WeighbridgeError('source-malformed', 'the information on a dataset has not the shape of a hub’s', {
      cause,
    });
  }
}

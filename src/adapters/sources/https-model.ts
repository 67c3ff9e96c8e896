import { WeighbridgeError } from '../../kernel/errors.ts';
import { middleCut, printable } from '../../kernel/printable.ts';
import type { OpenModel, ResolveOptions } from '../../ports/source.ts';
import { type Answer, discard } from '../net/answer.ts';
import type { Meter } from '../net/meter.ts';
import { named } from '../net/trust.ts';
import { createWeb, type WebTuning } from '../net/web.ts';
import { remoteModel } from './remote-model.ts';

export interface HttpsFileOptions extends WebTuning {
  /** Hosts that may have private addresses and speak plain http: `host` or `host:port`. */
  readonly trustedHosts: readonly string[];
}

/** Throws WeighbridgeError for what is no address, or does not answer as one of a file. */
export async function openUrl(
  options: HttpsFileOptions,
  reference: string,
  resolve: ResolveOptions,
): Promise<OpenModel> {
  if (!URL.canParse(reference)) {
    throw new WeighbridgeError('reference-invalid', `not an address: ${middleCut(printable(reference), 200)}`);
  }
  const url = new URL(reference);
  url.hash = '';
  const meter: Meter = { bytesRead: 0, requests: 0 };
  const reach = { web: createWeb({ ...options, credential: null }), meter, ...resolve };
  try {
    const size = await reach.web.ask({ url, headers: { range: 'bytes=0-0' }, meter, ...resolve }, sizeOf);
    const path = fileNameOf(url);
    return remoteModel({
      origin: { source: 'https', name: `${url.origin}${url.pathname}`, revision: null, requested: null },
      files: [{ kind: 'file', path, size, claim: null }],
      evidence: [],
      reach,
      urlOf: () => url,
      refusal: (_path, answer) => refusalOf(answer),
    });
  } catch (error) {
    await reach.web.close();
    throw error;
  }
}

/** From the answer to a range of one byte: addresses that are signed for GET refuse HEAD. */
async function sizeOf(answer: Answer): Promise<number> {
  await discard(answer);
  const range = /^bytes (?:\*|\d{1,16}-\d{1,16})\/(\d{1,16})$/.exec(answer.header('content-range') ?? '')?.[1];
  // An empty file has no first byte.
  if ((answer.status === 206 || answer.status === 416) && range !== undefined) return Number(range);
  const length = answer.header('content-length');
  if (answer.status === 200 && length !== undefined && /^\d{1,16}$/.test(length)) return Number(length);
  if (answer.status >= 400) throw refusalOf(answer);
  throw new WeighbridgeError('source-malformed', `${named(answer.url)} does not say how large it is`);
}

const REFUSALS = {
  401: 'source-unauthorised',
  403: 'source-forbidden',
  404: 'source-missing',
  410: 'source-missing',
} as const;

const REMEDIES = {
  'source-unauthorised': 'Download the file yourself and give its path: tokens are sent to a model hub only.',
  'source-forbidden': 'Check whether the address has expired.',
  'source-missing': 'Check the address.',
} as const;

function refusalOf(answer: Answer): WeighbridgeError {
  const detail = `${named(answer.url)} answers ${answer.status}`;
  const code = REFUSALS[answer.status as keyof typeof REFUSALS];
  if (code === undefined) return new WeighbridgeError('source-malformed', detail, { remedy: 'Check the address.' });
  return new WeighbridgeError(code, detail, { remedy: REMEDIES[code] });
}

/** The last segment of the path, as a name that a folder can hold. */
function fileNameOf(url: URL): string {
  const segment = url.pathname.split('/').findLast((part) => part !== '') ?? '';
  const name = printable(decoded(segment))
    .replace(/[/\\<>:"|?*]/g, '_')
    .slice(0, 200);
  return /^\.*$/.test(name) ? 'model' : name;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

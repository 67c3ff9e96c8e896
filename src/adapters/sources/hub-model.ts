import { type Evidence, evidenceOf } from '../../domain/evidence.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { printable } from '../../kernel/printable.ts';
import type { ListedFile, OpenModel, ResolveOptions } from '../../ports/source.ts';
import { type Answer, discard, readBody } from '../net/answer.ts';
import type { Meter } from '../net/meter.ts';
import { createWeb } from '../net/web.ts';
import { type HubModelInfo, type HubTreeEntry, listedFile, parseModelInfo, parseTreePage } from './hub-answers.ts';
import { hubModelBody, hubModelFields } from './hub-evidence.ts';
import type { HubOptions } from './hub-options.ts';
import type { HubReference } from './hub-reference.ts';
import { hubRefusal } from './hub-refusal.ts';
import { orderedListing } from './listing.ts';
import { remoteModel } from './remote-model.ts';

/** The hub's options with the endpoint parsed. */
type Options = Omit<HubOptions, 'endpoint'> & { readonly endpoint: URL };

/**
 * Pins the revision, lists the files, and makes sure that they may be read. Throws `source-missing`, `-unauthorised`,
 * `-gated`, `-forbidden`, `-busy`, `-malformed`, `-unreachable`, `address-refused`, `too-many-files`.
 */
export async function openHubModel(options: Options, asked: HubReference, resolve: ResolveOptions): Promise<OpenModel> {
  const hub = connect(options, resolve);
  try {
    const { info, evidence } = await pin(hub, asked);
    const model: Pinned = { name: info.id, commit: info.sha, requested: asked.revision };
    if (info.id !== asked.name) resolve.onNotice(`${asked.name} is now called ${info.id}`);
    const files = await list(hub, model);
    if (info.gated !== false) await assertReadable(hub, model, files);
    return open(hub, model, files, [evidence]);
  } catch (error) {
    await hub.web.close();
    throw error;
  }
}

interface Pinned {
  readonly name: string;
  readonly commit: string;
  readonly requested: string | null;
}

type Hub = ReturnType<typeof connect>;

function connect(options: Options, { signal, onNotice }: ResolveOptions) {
  const { endpoint, token, trustedHosts, clock } = options;
  const meter: Meter = { bytesRead: 0, requests: 0 };
  const web = createWeb({
    ...options,
    trustedHosts: [hostWithPort(endpoint), ...trustedHosts],
    credential: token === null ? null : { origin: endpoint.origin, token },
  });
  const base = endpoint.href.replace(/\/$/, '');
  return { web, meter, signal, onNotice, clock, token, host: endpoint.host, base };
}

async function pin(hub: Hub, asked: HubReference): Promise<{ info: HubModelInfo; evidence: Evidence }> {
  const revision = asked.revision ?? 'HEAD';
  const url = new URL(
    `${hub.base}/api/models/${asked.name}/revision/${encodeURIComponent(revision)}?securityStatus=true`,
  );
  const { info, raw } = await ask(hub, url, { model: asked.name, revision, path: null }, async (answer) =>
    parseModelInfo(await readBody(answer, LIMITS.wholeFile)),
  );
  if (info.disabled) throw new WeighbridgeError('source-forbidden', `${hub.host} disabled ${info.id}`);
  if (/^[0-9a-f]{40}$/.test(revision) && info.sha !== revision) {
    throw new WeighbridgeError('source-malformed', `asked for commit ${revision}, ${hub.host} gave ${info.sha}`);
  }
  // A hub follows renamed repositories; what was asked for stands nowhere else.
  const body =
    info.id.toLowerCase() === asked.name.toLowerCase()
      ? hubModelBody(raw)
      : { ...hubModelFields(raw), askedFor: asked.name };
  return { info, evidence: evidenceOf('hub-model', hub.host, hub.clock.now().toISOString(), body) };
}

async function list(hub: Hub, model: Pinned): Promise<readonly ListedFile[]> {
  const files: ListedFile[] = [];
  const address = `${hub.base}/api/models/${model.name}/tree/${model.commit}`;
  const question = { model: model.name, revision: model.commit, path: null };
  const seen = new Set<string>();
  let query: string | null = '?recursive=true&expand=false';
  while (query !== null) {
    if (seen.has(query)) throw new WeighbridgeError('source-malformed', `${hub.host} lists files in a circle`);
    seen.add(query);
    const page: Page = await ask(hub, new URL(`${address}${query}`), question, takePage);
    for (const entry of page.entries) {
      const file = listedFile(entry, hub.host);
      if (file !== null) files.push(file);
    }
    // Folders are entries too, and each holds a file.
    if (files.length > LIMITS.files || seen.size > LIMITS.files / 100) {
      throw new WeighbridgeError('too-many-files', `${model.name} has more than ${LIMITS.files} files`);
    }
    query = page.next;
  }
  return orderedListing(files);
}

interface Page {
  readonly entries: readonly HubTreeEntry[];
  readonly next: string | null;
}

async function takePage(answer: Answer): Promise<Page> {
  return { entries: parseTreePage(await readBody(answer, LIMITS.wholeFile)), next: nextQuery(answer) };
}

/**
 * The query of the page that follows (RFC 8288). Only its query is taken: behind a mirror the hub names its own host,
 * and a page is asked of nobody but the endpoint.
 */
function nextQuery(answer: Answer): string | null {
  const link = /<([^<>]{1,4096})>\s*;[^,<]*\brel="?next"?/.exec(answer.header('link') ?? '')?.[1];
  if (link === undefined) return null;
  if (URL.canParse(link, answer.url.href)) return new URL(link, answer.url).search;
  throw new WeighbridgeError('source-malformed', `the next page of files is at ${printable(link.slice(0, 200))}`);
}

/** A gated model is listed for everybody; whether its files may be read is found out before any is wanted. */
async function assertReadable(hub: Hub, model: Pinned, files: readonly ListedFile[]): Promise<void> {
  let largest: (ListedFile & { readonly kind: 'file' }) | undefined;
  for (const file of files) {
    if (file.kind === 'file' && file.size >= (largest?.size ?? 0)) largest = file;
  }
  if (largest === undefined) return;
  const { web, meter, signal, onNotice } = hub;
  const { path } = largest;
  await web.ask(
    { url: fileUrl(hub, model, path), method: 'HEAD', redirects: 0, meter, signal, onNotice },
    async (answer) => {
      await discard(answer);
      if (answer.status >= 400) throw refusal(hub, { model: model.name, revision: model.commit, path }, answer);
    },
  );
}

function open(hub: Hub, model: Pinned, files: readonly ListedFile[], evidence: readonly Evidence[]): OpenModel {
  return remoteModel({
    origin: { source: 'hf', name: model.name, revision: model.commit, requested: model.requested },
    files,
    evidence,
    reach: { web: hub.web, meter: hub.meter, signal: hub.signal, onNotice: hub.onNotice },
    urlOf: (path) => fileUrl(hub, model, path),
    refusal: (path, answer) => refusal(hub, { model: model.name, revision: model.commit, path }, answer),
  });
}

interface Question {
  readonly model: string;
  readonly revision: string;
  readonly path: string | null;
}

async function ask<T>(hub: Hub, url: URL, question: Question, take: (answer: Answer) => Promise<T>): Promise<T> {
  const { web, meter, signal, onNotice } = hub;
  return web.ask({ url, headers: { accept: 'application/json' }, meter, signal, onNotice }, async (answer) => {
    if (answer.status === 200) return take(answer);
    await discard(answer);
    throw refusal(hub, question, answer);
  });
}

function refusal(hub: Hub, question: Question, answer: Answer): WeighbridgeError {
  return hubRefusal(answer, { ...question, host: hub.host, token: hub.token });
}

function fileUrl(hub: Hub, { name, commit }: Pinned, path: string): URL {
  return new URL(`${hub.base}/${name}/resolve/${commit}/${path.split('/').map(encodeURIComponent).join('/')}`);
}

function hostWithPort(url: URL): string {
  return url.port === '' ? `${url.hostname}:${url.protocol === 'https:' ? '443' : '80'}` : url.host;
}

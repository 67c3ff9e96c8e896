import { createHash, createHmac } from 'node:crypto';
import { errorReply, fileReply, jsonReply, type Reply, redirectReply } from './reply.ts';
import { type HubFile, type HubRepository, inMemory, pointerText } from './repository.ts';
import { pathsOf, treeOf, withLastCommit } from './tree.ts';

/** What the two servers know. */
export interface World {
  readonly repositories: readonly HubRepository[];
  readonly datasets: readonly HubRepository[];
  /** Old names and the new ones. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Tokens, and the private and gated repositories each may read. */
  readonly tokens: Readonly<Record<string, readonly string[]>>;
  readonly pageSize: number;
  readonly hubUrl: () => string;
  readonly downloadUrl: () => string;
  /** Changes when signed addresses run out. */
  readonly signingKey: () => string;
}

export interface Question {
  readonly method: string;
  readonly url: URL;
  readonly token: string | null;
  readonly body: string;
}

type Found = { readonly repository: HubRepository; readonly commit: string };

/** The hub itself: its API and its files. */
export function answerAsHub(world: World, question: Question): Reply {
  const { pathname } = question.url;
  if (question.token !== null && world.tokens[question.token] === undefined) {
    return errorReply(401, null, 'Invalid credentials in Authorization header');
  }
  const dataset = /^(\/api)?\/datasets\/(.+)$/.exec(pathname);
  if (dataset !== null) {
    // The same shapes as for models, one word apart.
    const url = new URL(question.url);
    url.pathname = dataset[1] === undefined ? `/${dataset[2]}` : `/api/models/${dataset[2]}`;
    return answerAsHub({ ...world, repositories: world.datasets, datasets: [] }, { ...question, url });
  }
  const cached = /^\/api\/resolve-cache\/models\/((?:[^/]+\/)?[^/]+)\/([0-9a-f]{40})\/(.+)$/.exec(pathname);
  if (cached !== null) return serve(world, question, cached, (found, file) => fileOf(found, file));
  const api = /^\/api\/models\/((?:[^/]+\/)?[^/]+?)(?:\/(revision|tree|paths-info)\/([^/]+)(?:\/(.*))?)?$/.exec(
    pathname,
  );
  if (api !== null) return answerApi(world, question, api);
  const file = /^\/((?:[^/]+\/)?[^/]+)\/(resolve|raw)\/([^/]+)\/(.+)$/.exec(pathname);
  if (file === null) return errorReply(404, null, "Sorry, we can't find the page you are looking for.");
  const [, name = '', view, revision = '', path = ''] = file;
  return serve(world, question, ['', name, revision, path], (found, entry) =>
    view === 'raw' ? rawOf(found, entry) : located(world, question, found, entry),
  );
}

function answerApi(
  world: World,
  question: Question,
  [, name = '', verb, revision = 'HEAD', path = '']: RegExpExecArray,
): Reply {
  const found = find(world, question, name, decodeURIComponent(revision));
  if ('status' in found) return found;
  const { searchParams } = question.url;
  if (verb === 'tree') {
    const entries = treeOf(found.repository, decodeURIComponent(path), searchParams.get('recursive') === 'true');
    if (entries === null) return errorReply(404, 'EntryNotFound', `${path} does not exist on "${revision}"`);
    return page(world, question, found, entries);
  }
  if (verb === 'paths-info') {
    const { paths = [], expand = false } = JSON.parse(question.body) as { paths?: string[]; expand?: boolean };
    const entries = pathsOf(found.repository, paths);
    return jsonReply(expand ? entries.map((entry) => withLastCommit(entry, found.repository)) : entries);
  }
  return jsonReply(expanded(modelInfo(found), searchParams.getAll('expand')));
}

function page(
  world: World,
  { url }: Question,
  { repository }: Found,
  entries: readonly { type: string; path: string }[],
): Reply {
  const from = Number(Buffer.from(url.searchParams.get('cursor') ?? '', 'base64url').toString() || 0);
  const until = from + world.pageSize;
  const shown = entries.slice(from, until);
  const body =
    url.searchParams.get('expand') === 'true' ? shown.map((entry) => withLastCommit(entry, repository)) : shown;
  if (until >= entries.length) return jsonReply(body);
  const next = new URL(`${world.hubUrl()}${url.pathname}${url.search}`);
  next.searchParams.set('cursor', Buffer.from(String(until)).toString('base64url'));
  return jsonReply(body, { link: `<${next.href}>; rel="next"` });
}

/** With `expand` the hub gives `_id`, `id` and just the fields asked for. */
function expanded(info: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> {
  if (fields.length === 0) return info;
  return Object.fromEntries(
    Object.entries(info).filter(([key]) => key === '_id' || key === 'id' || fields.includes(key)),
  );
}

function modelInfo({ repository, commit }: Found): Record<string, unknown> {
  const { name, files, gated, disabled, tags, cardData } = repository;
  return {
    _id: createHash('sha1').update(name).digest('hex').slice(0, 24),
    id: name,
    modelId: name,
    author: name.split('/')[0],
    sha: commit,
    lastModified: '2026-01-02T03:04:05.000Z',
    createdAt: '2026-01-01T00:00:00.000Z',
    private: repository.private,
    gated,
    disabled,
    downloads: 1234,
    likes: 5,
    library_name: 'transformers',
    pipeline_tag: 'text-generation',
    tags,
    cardData,
    siblings: files.map(({ path }) => ({ rfilename: path })),
    spaces: [],
  };
}

/** What a resolve address leads to: the cache on the hub for a file in git, a signed address for one in LFS. */
function located(world: World, { url }: Question, found: Found, file: HubFile): Reply {
  const { repository, commit } = found;
  const headers = { 'x-repo-commit': commit, 'accept-ranges': 'bytes' };
  if (file.lfs === null) {
    const location = `/api/resolve-cache/models/${repository.name}/${commit}/${encodeURIComponent(file.path)}`;
    const query = `?${encodeURIComponent(url.pathname)}=&etag=${encodeURIComponent(`"${file.oid}"`)}`;
    return redirectReply(307, `${location}${query}`, {
      ...headers,
      'x-linked-size': String(file.bytes.size),
      'x-linked-etag': `"${file.oid}"`,
    });
  }
  const path = `/repos/${createHash('sha256').update(repository.name).digest('hex')}/${file.lfs}`;
  const signed = new URL(`${world.downloadUrl()}${path}`);
  signed.searchParams.set('response-content-disposition', `inline; filename="${file.path}"`);
  signed.searchParams.set('X-Amz-Expires', '3600');
  signed.searchParams.set('X-Amz-Signature', signature(world, path));
  return redirectReply(302, signed.href, {
    ...headers,
    'x-linked-size': String(file.bytes.size),
    'x-linked-etag': `"${file.lfs}"`,
  });
}

/** The download host: knows signatures and no accounts. */
export function answerAsDownloadHost(world: World, { url, token }: Question): Reply {
  const text = (status: number, message: string): Reply => ({ ...errorReply(status, null, message), headers: {} });
  if (token !== null) return text(400, 'Only one auth mechanism allowed');
  if (url.searchParams.get('X-Amz-Signature') !== signature(world, url.pathname))
    return text(403, 'Request has expired');
  const [, , owner = '', oid = ''] = url.pathname.split('/');
  for (const { name, files } of world.repositories) {
    if (createHash('sha256').update(name).digest('hex') !== owner) continue;
    const file = files.find(({ lfs }) => lfs === oid);
    // The content store has its own names for bytes, not the hub's.
    if (file !== undefined)
      return fileReply(file.bytes, `"${createHash('sha256').update(`xet ${oid}`).digest('hex')}"`);
  }
  return text(404, 'The specified key does not exist.');
}

function signature(world: World, path: string): string {
  return createHmac('sha256', world.signingKey()).update(path).digest('hex');
}

type Serve = (found: Found, file: HubFile) => Reply;

function serve(
  world: World,
  question: Question,
  [, name = '', revision = '', path = '']: readonly string[],
  how: Serve,
): Reply {
  const found = find(world, question, name, decodeURIComponent(revision));
  if ('status' in found) return found;
  const { repository } = found;
  const open = repository.gated === false || mayRead(world, question, repository);
  if (!open) {
    const why = question.token === null ? 'Please log in.' : 'Visit its page to ask for access.';
    const message = `Access to model ${repository.name} is restricted. ${why}`;
    return errorReply(question.token === null ? 401 : 403, 'GatedRepo', message);
  }
  const file = repository.files.find((candidate) => candidate.path === decodeURIComponent(path));
  return file === undefined ? errorReply(404, 'EntryNotFound', 'Entry not found') : how(found, file);
}

function fileOf({ commit }: Found, { bytes, oid }: HubFile): Reply {
  return fileReply(bytes, `"${oid}"`, { 'x-repo-commit': commit });
}

function rawOf({ commit }: Found, { bytes, oid, lfs }: HubFile): Reply {
  const raw = lfs === null ? bytes : inMemory(Buffer.from(pointerText(lfs, bytes.size)));
  return fileReply(raw, `"${oid}"`, { 'x-repo-commit': commit });
}

/** A repository at a revision, or what the hub says to those who may not know of it. */
function find(world: World, question: Question, name: string, revision: string): Found | Reply {
  const to = world.renamed[name];
  if (to !== undefined) return redirectReply(307, `${question.url.pathname.replace(name, to)}${question.url.search}`);
  const repository = world.repositories.find((candidate) => candidate.name === name);
  if (repository === undefined || (repository.private && !mayRead(world, question, repository))) {
    const anonymous = question.token === null;
    return anonymous
      ? errorReply(401, null, 'Invalid username or password.')
      : errorReply(404, 'RepoNotFound', 'Repository not found');
  }
  if (revision === 'HEAD' || revision === 'main' || revision === repository.commit)
    return { repository, commit: repository.commit };
  const commit = repository.refs[revision] ?? Object.values(repository.refs).find((known) => known === revision);
  if (commit !== undefined) return { repository, commit };
  return errorReply(404, 'RevisionNotFound', `Invalid rev id: ${revision}`);
}

function mayRead({ tokens }: World, { token }: Question, { name }: HubRepository): boolean {
  return token !== null && (tokens[token]?.includes(name) ?? false);
}

import { WeighbridgeError } from '../../kernel/errors.ts';
import { middleCut, printable } from '../../kernel/printable.ts';

/** A model on a hub, as the user named it. */
export interface HubReference {
  /** `org/name`, or `name` for the oldest models. */
  readonly name: string;
  /** A branch, tag or commit; null for the default branch. */
  readonly revision: string | null;
}

const PUBLIC_HUBS = ['huggingface.co', 'www.huggingface.co', 'hf.co'];

/** First segments of hub addresses that are no models. */
const OTHER_THINGS = new Set([
  'datasets',
  'spaces',
  'models',
  'docs',
  'api',
  'papers',
  'collections',
  'blog',
  'buckets',
]);

/** Views of a repository whose next segment is a revision. */
const VIEWS = new Set(['tree', 'blob', 'resolve', 'raw', 'commit', 'commits', 'blame', 'edit']);

/** Whether a reference names something on this hub: `hf:…`, or an address on its host or on the public hub's. */
export function isHubReference(reference: string, endpoint: URL): boolean {
  return reference.startsWith('hf:') || hubPath(reference, endpoint) !== null;
}

/** Throws `reference-invalid` for a hub reference that names no model. */
export function parseHubReference(reference: string, endpoint: URL): HubReference {
  const path = hubPath(reference, endpoint);
  return path === null ? parseShort(reference) : parseAddress(reference, path);
}

/** `hf:org/name@revision`. */
function parseShort(reference: string): HubReference {
  const text = reference.replace(/^hf:(\/\/)?/, '');
  const at = text.indexOf('@');
  const name = at < 0 ? text : text.slice(0, at);
  return checked(reference, { name, revision: at < 0 ? null : text.slice(at + 1) });
}

function parseAddress(reference: string, path: string): HubReference {
  const segments = path.split('/').filter((segment) => segment !== '');
  const [first = '', second] = segments;
  if (OTHER_THINGS.has(first)) throw invalid(reference, `an address under /${first} is no model`);
  // The oldest models have one name, so that the view comes second.
  const single = second === undefined || (VIEWS.has(second) && segments.length > 2);
  const [view, ...rest] = segments.slice(single ? 1 : 2);
  const name = single ? first : `${first}/${second}`;
  return checked(reference, {
    name,
    revision: view !== undefined && VIEWS.has(view) ? revisionIn(reference, rest) : null,
  });
}

/** Slashes of a branch are escaped in an address, but for `refs/pr/1` as people write it. */
function revisionIn(reference: string, segments: readonly string[]): string {
  const spelt = segments[0] === 'refs' ? segments.slice(0, 3).join('/') : (segments[0] ?? '');
  try {
    return decodeURIComponent(spelt);
  } catch (cause) {
    throw invalid(reference, 'its revision is not properly escaped', cause);
  }
}

/** The path on the hub without the endpoint's own prefix; null for another host or no address. */
function hubPath(reference: string, endpoint: URL): string | null {
  if (!/^https?:\/\//i.test(reference) || !URL.canParse(reference)) return null;
  const url = new URL(reference);
  const prefix = endpoint.pathname.replace(/\/$/, '');
  if (url.origin === endpoint.origin && url.pathname.startsWith(`${prefix}/`)) return url.pathname.slice(prefix.length);
  return url.protocol === 'https:' && url.port === '' && PUBLIC_HUBS.includes(url.hostname) ? url.pathname : null;
}

/** Also holds for the name in the hub's own answers. */
export function isModelName(name: string): boolean {
  return /^[A-Za-z0-9_][\w.-]{0,95}(\/[A-Za-z0-9_][\w.-]{0,95})?$/.test(name) && !name.includes('..');
}

/** Branches may hold slashes and most of Unicode; git itself forbids these (git-check-ref-format). */
const NO_REVISION = /^$|[\p{Cc} ~^:?*[\\]|\.\.|^\/|\/$|\/\/|@\{/u;

function checked(reference: string, parsed: HubReference): HubReference {
  if (!isModelName(parsed.name)) throw invalid(reference, 'a model is called name or org/name');
  const { revision } = parsed;
  if (revision !== null && (revision.length > 255 || NO_REVISION.test(revision))) {
    throw invalid(reference, 'what stands after @ is no branch, tag or commit');
  }
  return parsed;
}

function invalid(reference: string, why: string, cause?: unknown): WeighbridgeError {
  const detail = `${middleCut(printable(reference), 200)}: ${why}`;
  return new WeighbridgeError('reference-invalid', detail, { cause });
}

import { z } from 'zod';
import type { DigestClaim } from '../../domain/artifact.ts';
import { digestFromHex } from '../../kernel/digest.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Json } from '../../kernel/json.ts';
import { scanJson } from '../../kernel/json-scan.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { printable } from '../../kernel/printable.ts';
import type { ListedFile } from '../../ports/source.ts';
import { isModelName } from './hub-reference.ts';

const commit = z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/, 'no commit');
const size = z.int().nonnegative();

/** `GET /api/models/{repo}/revision/{revision}`: what we rest on; the rest is evidence. */
const modelInfo = z.looseObject({
  id: z.string().refine(isModelName, 'no model name'),
  sha: commit,
  private: z.boolean().default(false),
  disabled: z.boolean().default(false),
  gated: z.union([z.literal(false), z.string()]).default(false),
});
export type HubModelInfo = z.output<typeof modelInfo>;

/** An entry of `GET /api/models/{repo}/tree/{commit}`. For an LFS file, `oid` is that of the pointer and tells nothing of the bytes. */
const treeEntry = z.object({
  type: z.string(),
  path: z.string(),
  size: size.default(0),
  oid: z.string().optional(),
  lfs: z.object({ oid: z.string().regex(/^(sha256:)?[0-9a-f]{64}$/, 'no SHA-256'), size }).nullish(),
});
export type HubTreeEntry = z.output<typeof treeEntry>;

const treePage = z.array(treeEntry);

/** Throws `source-malformed`. */
export function parseModelInfo(body: Uint8Array): { readonly info: HubModelInfo; readonly raw: Json } {
  const raw = parseJson(body, 'model information');
  return { info: shaped(modelInfo, raw, 'model information'), raw };
}

/** Throws `source-malformed`. */
export function parseTreePage(body: Uint8Array): readonly HubTreeEntry[] {
  return shaped(treePage, parseJson(body, 'list of files'), 'list of files');
}

/** What an entry says of one path; null for a folder. `by` is who says it. Throws `source-malformed` where it contradicts itself. */
export function listedFile(entry: HubTreeEntry, by: string): ListedFile | null {
  const { type, path, size, oid, lfs } = entry;
  if (type === 'directory') return null;
  // A submodule, or what a later hub invents: listed, and never opened.
  if (type !== 'file') return { kind: 'forbidden', path, size };
  if (lfs === null || lfs === undefined) return { kind: 'file', path, size, claim: gitClaim(oid, by) };
  if (lfs.size !== size) {
    throw new WeighbridgeError(
      'source-malformed',
      `${printable(path)} is listed with ${size} and with ${lfs.size} bytes`,
    );
  }
  const sha256 = digestFromHex(lfs.oid.replace('sha256:', ''));
  return { kind: 'file', path, size, claim: { sha256, gitSha1: null, by } };
}

function gitClaim(oid: string | undefined, by: string): DigestClaim | null {
  return oid !== undefined && /^[0-9a-f]{40}$/.test(oid) ? { sha256: null, gitSha1: oid, by } : null;
}

function parseJson(body: Uint8Array, what: string): Json {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    scanJson(text, LIMITS.jsonDepth);
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw new WeighbridgeError('source-malformed', `the ${what} is no JSON: ${reasonOf(cause)}`, { cause });
  }
}

function shaped<T>(shape: z.ZodType<T>, value: Json, what: string): T {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.map(String).join('.')}`;
  const why = printable(`${where}: ${issue?.message ?? ''}`.slice(0, 200));
  throw new WeighbridgeError('source-malformed', `the ${what} has not the shape of a hub's${why}`, {
    cause: parsed.error,
  });
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? printable(cause.message.slice(0, 200)) : 'unknown';
}

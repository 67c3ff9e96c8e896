import { createHash } from 'node:crypto';
import { z } from 'zod';
import { MalformedError } from '../../kernel/bytes.ts';
import { hexOf } from '../../kernel/digest.ts';
import type { Json } from '../../kernel/json.ts';
import { scanJson } from '../../kernel/json-scan.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { IGNORED_BY_GIT, type ManifestFile, manifestFiles } from '../model-signing.ts';
import { parseStatement, type Statement, statementOf } from '../statement.ts';

/** Predicates of a model's signature (model_signing, `_signing/signing.py`); the second is that of release 0.2. */
export const SIGNATURE_PREDICATE = 'https://model_signing/signature/v1.0';
export const SIGNATURE_PREDICATE_V02 = 'https://model_signing/Digests/v0.1';

/** What was signed: every file, or every shard of one, with its digest. */
export interface SignedManifest {
  /** The folder's name when it was signed; informative. */
  readonly modelName: string;
  readonly method: 'files' | 'shards';
  readonly hash: HashName;
  readonly allowSymlinks: boolean;
  /** Files and folders that the signer left out, relative to the folder. */
  readonly ignorePaths: readonly string[];
  readonly resources: readonly SignedResource[];
  /** Bundles of release 0.2 have none. In hexadecimal. */
  readonly root: string | null;
}

export type HashName = 'sha256' | 'blake2b';

export interface SignedResource {
  /** Relative, with `/`; `.` where the model is a single file. */
  readonly path: string;
  /** Bytes from `start` up to `end`; null for the whole file. */
  readonly range: { readonly start: number; readonly end: number } | null;
  /** In hexadecimal. */
  readonly digest: string;
}

const hex = z.string().regex(/^(?:[0-9a-f]{2})+$/, 'no digest in hexadecimal');
const predicateShape = z.looseObject({
  serialization: z.looseObject({
    method: z.enum(['files', 'shards']),
    hash_type: z.enum(['sha256', 'blake2b']),
    allow_symlinks: z.boolean().default(false),
    ignore_paths: z.array(z.string()).default([]),
  }),
  resources: z
    .array(z.looseObject({ name: z.string(), algorithm: z.string(), digest: hex }))
    .max(LIMITS.files, 'more files than a model has'),
});

/** The manifest in a payload whose signature was found to hold. Throws MalformedError where it contradicts itself. */
export function parseManifest(payload: Uint8Array): SignedManifest {
  const text = new TextDecoder().decode(payload);
  scanJson(text, LIMITS.jsonDepth);
  const statement = parseStatement(payload);
  if (statement === null) throw new MalformedError('the payload is no in-toto statement', 0);
  if (statement.predicateType === SIGNATURE_PREDICATE_V02) return manifestOfV02(statement);
  if (statement.predicateType !== SIGNATURE_PREDICATE) {
    throw new MalformedError(`a statement of another kind (${statement.predicateType})`, 0);
  }
  return manifestOf(statement);
}

function manifestOf({ subject, predicate }: Statement): SignedManifest {
  const parsed = predicateShape.safeParse(predicate);
  const [model, second] = subject;
  if (!parsed.success) throw new MalformedError(`its predicate is incomplete: ${parsed.error.issues[0]?.message}`, 0);
  if (model === undefined || second !== undefined) throw new MalformedError('a model’s signature has one subject', 0);
  const { serialization, resources } = parsed.data;
  const root = createHash('sha256');
  for (const { digest } of resources) root.update(Buffer.from(digest, 'hex'));
  if (root.digest('hex') !== model.digest.sha256) {
    throw new MalformedError('its root digest is not that of its own files', 0);
  }
  return {
    modelName: model.name,
    method: serialization.method,
    hash: serialization.hash_type,
    allowSymlinks: serialization.allow_symlinks,
    ignorePaths: serialization.ignore_paths,
    resources: distinct(resources.map(serialization.method === 'files' ? wholeFile : shard)),
    root: model.digest.sha256,
  };
}

/** Release 0.2 had a subject for each file and nothing else. */
function manifestOfV02({ subject }: Statement): SignedManifest {
  const resources = subject.map(({ name, digest }) => wholeFile({ name, digest: digest.sha256 }));
  const plain = { method: 'files', hash: 'sha256', allowSymlinks: false, ignorePaths: [] } as const;
  return { modelName: '', ...plain, resources: distinct(resources), root: null };
}

function wholeFile({ name, digest }: { readonly name: string; readonly digest: string }): SignedResource {
  return { path: name, range: null, digest };
}

/** `path:start:end`; as the reference implementation, without colons in paths. */
function shard({ name, digest }: { readonly name: string; readonly digest: string }): SignedResource {
  const match = /^([^:]+):(\d{1,15}):(\d{1,15})$/.exec(name);
  const [, path = '', start = '', end = ''] = match ?? [];
  if (match === null || Number(end) <= Number(start)) throw new MalformedError(`no shard is named ${name}`, 0);
  return { path, range: { start: Number(start), end: Number(end) }, digest };
}

/** Nothing is said twice: of two entries for one file, a reader could believe either. */
function distinct(resources: readonly SignedResource[]): readonly SignedResource[] {
  const seen = new Set(resources.map(({ path, range }) => `${path}\0${range?.start ?? ''}`));
  if (seen.size < resources.length) throw new MalformedError('it names a file twice', 0);
  return resources;
}

export interface FilesToSign {
  readonly modelName: string;
  readonly files: readonly ManifestFile[];
  readonly allowSymlinks: boolean;
  /** Left out besides git's own files. */
  readonly ignorePaths: readonly string[];
}

/** The statement that OpenSSF Model Signing signs for these files (release 1.0 and later). */
export function manifestStatement({ modelName, files, allowSymlinks, ignorePaths }: FilesToSign): Statement {
  const ordered = manifestFiles(files);
  const root = createHash('sha256');
  for (const { sha256 } of ordered) root.update(Buffer.from(hexOf(sha256), 'hex'));
  const predicate: Json = {
    serialization: {
      method: 'files',
      hash_type: 'sha256',
      allow_symlinks: allowSymlinks,
      ignore_paths: [...new Set([...IGNORED_BY_GIT, ...ignorePaths])],
    },
    resources: ordered.map(({ path, sha256 }) => ({ name: path, algorithm: 'sha256', digest: hexOf(sha256) })),
  };
  return statementOf([{ name: modelName, digest: { sha256: root.digest('hex') } }], SIGNATURE_PREDICATE, predicate);
}

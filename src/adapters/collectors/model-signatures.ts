import { looksLikeBundle, parseBundle } from '../../attest/model-signature/bundle.ts';
import { type HeldFile, holdListing } from '../../attest/model-signature/hold.ts';
import type { SignedManifest } from '../../attest/model-signature/manifest.ts';
import { type SignatureTrust, verifyBundle } from '../../attest/model-signature/verify.ts';
import { IGNORED_BY_GIT } from '../../attest/model-signing.ts';
import type { FileRecord } from '../../domain/artifact.ts';
import { type Evidence, evidenceOf } from '../../domain/evidence.ts';
import { MalformedError } from '../../kernel/bytes.ts';
import { hexOf } from '../../kernel/digest.ts';
import type { Json } from '../../kernel/json.ts';
import type { Collector, CollectRequest } from '../../ports/collector.ts';
import type { Keys } from '../../ports/keys.ts';

/** Signatures looked into; a model has one, or one of each who signed it. */
const MOST = 10;
/** A bundle names every file of a model: some megabytes for the largest. */
const LARGEST = 16 * 1024 * 1024;
const NAMED = 20;

/**
 * Holds each bundle that lies in a model against those whom the user trusts, and the files against what it signed. What a
 * model brings along never adds to that trust.
 */
export function createSignatureCollector(keys: Pick<Keys, 'signers'>): Collector {
  return {
    id: 'model-signatures',
    brings: ['model-signature'],
    collect: async (request) => {
      const found = request.artifact.files.filter(mayBeBundle).slice(0, MOST);
      if (found.length === 0) return [];
      const { keys: trusted, authorities, identities } = await keys.signers();
      const at = new Date(request.now);
      const trust = { keys: trusted, anchors: authorities, identities, trustedRoot: null, at };
      const evidence: Evidence[] = [];
      for (const file of found) {
        const body = await judged(request, file, trust);
        if (body !== null) evidence.push(evidenceOf('model-signature', 'model-signatures', request.now, body));
      }
      return evidence;
    },
  };
}

function mayBeBundle({ path, size, kind }: FileRecord): boolean {
  return /\.(?:sig|sigstore|sigstore\.json)$/i.test(path) && size > 0 && size <= LARGEST && kind !== 'link';
}

async function judged(request: CollectRequest, file: FileRecord, trust: SignatureTrust): Promise<Json> {
  const { path } = file;
  const text = await textOf(request, file);
  try {
    if (!looksLikeBundle(JSON.parse(text))) return null;
    const verdict = await verifyBundle(parseBundle(text), trust);
    if (verdict.kind === 'held') {
      return { path, state: 'held', signer: { ...verdict.signer }, ...heldAgainst(request, path, verdict.manifest) };
    }
    const signer = verdict.signer === null ? null : { ...verdict.signer };
    return { path, state: verdict.stranger ? 'stranger' : 'invalid', signer, why: verdict.why };
  } catch (error) {
    if (error instanceof MalformedError) return { path, state: 'invalid', signer: null, why: error.message };
    // A signature of another sort, such as PGP's, is no JSON.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function textOf({ model }: CollectRequest, { path, size }: FileRecord): Promise<string> {
  const bytes = await model.open(path);
  try {
    return Buffer.from(await bytes.read(0, size)).toString('utf8');
  } finally {
    await bytes.close();
  }
}

/** By the digests that were proven or claimed when the model was read; what has none counts as not covered. */
function heldAgainst({ artifact }: CollectRequest, own: string, manifest: SignedManifest): { [key: string]: Json } {
  const files = artifact.files.filter(({ path, kind }) => path !== own && kind !== 'git-folder');
  // A link counts as the file it leads to: its bytes are compared, and where links may lead is another check's.
  const held = holdListing(manifest, files.map(heldFile), { ignorePaths: [], allowSymlinks: true });
  const digests = new Map(
    files.flatMap(({ path, digest }) => (digest.kind === 'unknown' ? [] : [[path, hexOf(digest.sha256)]])),
  );
  const comparable = manifest.method === 'files' && manifest.hash === 'sha256';
  const changed = comparable
    ? held.toHash.filter(({ path, digest }) => digests.has(path) && digests.get(path) !== digest)
    : [];
  const uncompared = held.toHash.filter(({ path }) => !comparable || !digests.has(path));
  const kinds = ['missing', 'extra', 'unreadable'] as const;
  const refused = Object.fromEntries(
    kinds.map((kind) => [kind, named(held.refusals.filter((one) => one.kind === kind).map(({ path }) => path))]),
  );
  return {
    covers: new Set(held.toHash.map(({ path }) => path)).size,
    ...refused,
    changed: named([
      ...changed.map(({ path }) => path),
      ...held.refusals.flatMap(({ kind, path }) => (kind === 'changed' ? [path] : [])),
    ]),
    uncompared: named([...new Set(uncompared.map(({ path }) => path))]),
    ignored: named(held.ignored.filter((path) => !IGNORED_BY_GIT.includes(path.split('/')[0] ?? ''))),
  };
}

function heldFile({ path, size, kind }: FileRecord): HeldFile {
  if (kind === 'link' || kind === 'special') return { kind: 'other', path, what: `is a ${kind}` };
  return { kind: 'file', path, size, linked: false };
}

/** How many, and the first of them by name. */
function named(paths: readonly string[]): Json {
  return { count: paths.length, first: paths.slice(0, NAMED) };
}
